"""Whom a pronoun on the noun or its object stands for, whose subject a joined verb shares (الضمير والعطف).

انسحابها، سحبهم، تعزيز قواته · دخل الجيش البلدة ثم انسحب منها
"""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic import fold
from marsad.records import Actor, Found
from marsad.what.boundaries import feminine
from marsad.what.clauses import clause_of
from marsad.what.conditions import PRONOUN_HIS
from marsad.what.detect import Trigger
from marsad.what.doers import taken_by
from marsad.what.nearby import PARTIES
from marsad.what.objects import PRONOUN_HER
from marsad.what.scene import Clause, Scene
from marsad.what.sharing import relation
from marsad.what.slots import SUBJECT_GAP, after, governed, group_start, read_as, together

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


def shared(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of the verb that a verb without a subject goes on with (دخل الجيش البلدة ثم انسحب منها)."""
    if not trigger.finite or not (trigger.sense.reading.conjoined or _joined_before(scene, trigger.at)):
        return ()
    clause = clause_of(scene, trigger.at)
    if clause is None or clause.kind != "coordinate" or clause.verb != trigger.at:
        return ()
    if any(_of_a_subject(scene, i) for i in range(clause.first, trigger.at)):
        return ()
    verb = _verb_before(scene, clause)
    if verb is None or feminine(scene, verb) != feminine(scene, trigger.at):
        return ()
    return _subject_of(scene, verb, clause.first)


def _joined_before(scene: Scene, at: int) -> bool:
    """Whether a conjunction stands before a verb and what negates or introduces it (ثم لم ينسحب)."""
    return any(scene.particle(i, "coordinator", "and", "or") for i in range(max(0, at - 2), at))


def _of_a_subject(scene: Scene, at: int) -> bool:
    """Whether a token between a conjunction and its verb is, or points to, a subject (لكن الجيش، لكنهم)."""
    noun = scene.tokens[at].kind == "word" and not scene.words[at].particles
    return noun or (scene.particle(at, "coordinator") and scene.particle(at, "with_pronoun"))


def _verb_before(scene: Scene, clause: Clause) -> int | None:
    """The verb of the clause that a coordinate goes on with, over verbless ones."""
    verb = None
    while verb is None and clause.kind == "coordinate" and clause.governor is not None:
        clause = scene.clauses[clause.governor]
        verb = clause.verb
    return verb


def _subject_of(scene: Scene, verb: int, end: int) -> tuple[Found[Actor], ...]:
    """The party right after a verb that is no plural, else the one right before it in its clause."""
    plural = any(s.plural for s in scene.words[verb].senses)
    for index, held in enumerate(scene.actors):
        if verb < held.first <= verb + SUBJECT_GAP and held.first < end and not plural:
            free = held.found.rule != "demonym" and not governed(scene, held.first)
            return read_as(together(scene, index), "shared") if free else ()
    for index in range(len(scene.actors) - 1, -1, -1):
        held = scene.actors[index]
        if 0 < verb - held.last <= SUBJECT_GAP + 1 and not relation(scene, verb, held.first):
            start = group_start(scene, index)
            free = not governed(scene, scene.actors[start].first)
            return read_as(together(scene, start), "shared") if free else ()
    return ()
