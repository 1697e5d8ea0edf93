"""Whom a pronoun on the noun or its object stands for (ضمير الملكية): انسحابها، سحبهم، تعزيز قواته."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic import fold
from marsad.records import Actor, Found
from marsad.what.conditions import PRONOUN_HIS
from marsad.what.detect import Trigger
from marsad.what.doers import taken_by
from marsad.what.nearby import PARTIES
from marsad.what.objects import PRONOUN_HER
from marsad.what.scene import Scene
from marsad.what.slots import after, group_start, read_as, together

MISSION_GAP = 4  # tokens between a trigger and the demonym on its mission (توقفت الدوريات العسكرية الروسية)
_MISSIONS = frozenset({"mission", "mission_noun", "drill"})
_FEMININE = ("ه", "ات", "ان")  # endings of a party's first word


def mover(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whom the pronoun on a noun of moving stands for (انسحابها، سحبهم): forces before anybody else."""
    pronoun = trigger.sense.reading.pronoun
    if trigger.finite or not pronoun:
        return ()
    able = [
        i for i, h in enumerate(scene.actors)
        if h.last < trigger.at and not scene.stop_between(h.last, trigger.at) and _agrees(h.found, pronoun)
    ]  # fmt: skip
    armed = [i for i in able if scene.actors[i].found.value.kind in PARTIES]
    chosen = armed or able
    return read_as(together(scene, group_start(scene, chosen[-1])), "mover") if chosen else ()


def driven(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whom the pronoun on a noun of driving out stands for (منذ طردها من العاصمة)."""
    found = mover(scene, trigger) if taken_by(scene, trigger) else ()
    return tuple(replace(f, rule=f.rule.replace("mover", "driven", 1)) for f in found)


def _agrees(found: Found[Actor], pronoun: str) -> bool:
    """Whether a pronoun can stand for a party: by its first word's ending, a state for either."""
    if found.rule in ("demonym", "people") or found.value.kind == "person":
        return False
    if pronoun not in (PRONOUN_HIS, PRONOUN_HER) or found.value.kind in ("state", "capital"):
        return True
    first = fold(found.value.name).split()[0]
    return first.endswith(_FEMININE) == (pronoun == PRONOUN_HER)


def own_forces(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whose own forces are the object (تعزيز قواته): the pronoun's owner does it."""
    found = after(scene, trigger)
    return found if found and found[0].rule.endswith("pronoun") else ()


def whose_mission(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whose mission stops or resumes, by the demonym on its noun (توقفت الدوريات الروسية)."""
    index = next((i for i, h in enumerate(scene.actors) if h.first > trigger.at), None)
    if index is None or scene.actors[index].found.rule != "demonym":
        return ()
    gap = range(trigger.at + 1, scene.actors[index].first)
    noun = any(scene.words[i].classes & _MISSIONS for i in gap)
    plain = all(scene.tokens[i].kind == "word" and not scene.words[i].particles for i in gap)
    return read_as(together(scene, index), "mission") if noun and plain and len(gap) <= MISSION_GAP else ()
