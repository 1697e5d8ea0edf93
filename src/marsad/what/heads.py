"""Which word of a clause a time belongs to: the verb or noun of an event that it stands with (تعليق الظرف).

Arabic puts a time after the verb and its subject, at the end of a clause, or in front of one; so the word on
its left is asked first, and the word on its right only where nothing stands on its left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.what.boundaries import ARTICLE, FEMININE, INTRODUCERS, PRESENT, is_verb, opens_clause
from marsad.what.scene import COMMAS, STOPS, Scene

OPAQUE = ("speech", "stance", "planned", "demanded", "denied", "possible")
STOPPING = ("suspend", "resume")  # types whose verbs take another event as their object
FRONT_REACH = 9  # tokens after a time in front of its clause in which the clause's verb stands
CLAUSE = 3  # tokens of the shortest relative clause that has a verb and a subject of its own
ASIDE = 16  # tokens of a relative clause between two commas


@dataclass(frozen=True, slots=True)
class Stretch:
    """A trigger, the tokens around it that hold no other trigger, and the tokens inside times."""

    trigger: int
    low: int
    high: int
    taken: frozenset[int]


def decides(scene: Scene, at: int) -> bool:
    """Whether a token is a verb or noun of saying, deciding, asking, denying or thinking of."""
    word = scene.words[at]
    stops = any(s.frame.type in STOPPING for s in word.senses)  # جددت المدفعية قصفها, not دعوتها
    return bool(word.cue(*OPAQUE) and not stops) or "occasion" in word.classes


def is_head(scene: Scene, at: int, stretch: Stretch) -> bool:
    """Whether a time may belong to a token: the trigger, a verb, another event, a statement, an occasion."""
    if at == stretch.trigger:
        return True
    word = scene.words[at]
    if not word.classes.isdisjoint(("occasion", "nature")) or any(
        c.kind == "speech" and c.form == "masdar" for c in word.cues
    ):
        return True
    if at > stretch.trigger and _qualifies(scene, at):
        return False
    return is_verb(scene, at) or bool(word.senses and not stretch.low <= at <= stretch.high)


def _qualifies(scene: Scene, at: int) -> bool:
    """Whether a present verb only describes the indefinite noun before it (مسلحون يستقلون دراجة)."""
    before, word = scene.tokens[at - 1], scene.tokens[at].folded
    if before.kind != "word" or before.folded.startswith(ARTICLE) or scene.words[at - 1].particles:
        return False
    return word.startswith((PRESENT, FEMININE)) and is_verb(scene, at) and not is_verb(scene, at - 1)


def head_before(scene: Scene, first: int, stretch: Stretch) -> int | None:
    """The nearest head on the left of a time in its own clause."""
    at = first - 1
    while at >= 0:
        if opens_clause(scene, at) and not _passed(scene, at, first):
            return None
        if at not in stretch.taken and is_head(scene, at, stretch):
            return at
        at = _aside(scene, at) - 1
    return None


def _passed(scene: Scene, at: int, first: int) -> bool:
    """Whether a restrictive clause without a known verb is over by the time (الذي تقوده واشنطن أمس)."""
    return scene.particle(at, "relative") and first - at > CLAUSE and not scene.mark(at - 1, COMMAS)


def _aside(scene: Scene, comma: int) -> int:
    """Where the relative clause between two commas begins that a comma may close, else the token itself."""
    if not scene.mark(comma, COMMAS):
        return comma
    for at in range(comma - 1, max(0, comma - ASIDE), -1):
        if scene.mark(at, STOPS):
            break
        if scene.mark(at, COMMAS):
            return at if scene.particle(at + 1, "relative") else comma
    return comma


def verb_after(scene: Scene, last: int, stretch: Stretch) -> int | None:
    """The verb of the clause that a time in front opens: the word right after it, or the first known verb."""
    words = [i for i in _words_after(scene, last) if i not in stretch.taken]
    if words and (is_head(scene, words[0], stretch) or decides(scene, words[0])):
        return words[0]
    return next((i for i in words if is_verb(scene, i)), None)


def _words_after(scene: Scene, last: int) -> Iterator[int]:
    for at in range(last + 1, min(len(scene.tokens), last + 1 + FRONT_REACH)):
        if opens_clause(scene, at):
            return
        if not scene.mark(at, COMMAS) and not scene.particle(at, *INTRODUCERS):
            yield at
