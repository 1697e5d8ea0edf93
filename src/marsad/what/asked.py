"""Who is asked or made to do it (المطالب والمأمور): the object of the governing verb does what its noun says.

دعت باريس أنقرة إلى سحب · الضغط على س للانسحاب · سمحت للجيش باستعادة · إن على الاحتلال إخلاء
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.lexicon import FINITE
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.slots import SUBJECT_GAP, group_start, read_as, together

ASKER = 8  # tokens before the one who is asked that can hold the verb of asking and its subject
_BINDING = ("to", "from", "on", "in")  # prepositions between the one who is asked and the deed


def addressed(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who is asked or made to do it: دعت باريس أنقرة إلى سحب، الضغط على س للانسحاب، سمحت للجيش باستعادة.

    The subject of the verbal noun is the object of the verb that governs it.
    """
    if trigger.finite:
        return ()
    for index in range(len(scene.actors) - 1, -1, -1):
        held = scene.actors[index]
        if held.last >= trigger.at or held.found.rule == "demonym":
            continue
        gap = range(held.last + 1, trigger.at)
        if not gap and (_must(scene, held) or _asked_of(scene, held)):
            return read_as(together(scene, index), "addressed")
        bound = trigger.sense.reading.preposition or any(scene.particle(i, *_BINDING) for i in gap)
        if not bound or not all(_passable(scene, i) for i in gap):
            return ()
        start = group_start(scene, index)
        return read_as(together(scene, start), "addressed") if _is_asked(scene, start) else ()
    return ()


def _passable(scene: Scene, at: int) -> bool:
    """Whether a token may stand between who is asked and the deed: a preposition, a time, a mark."""
    timed = any(t.first <= at <= t.last for t in scene.times)
    mark = scene.tokens[at].kind != "word" and not scene.mark(at, STOPS | COMMAS)
    return timed or mark or scene.particle(at, *_BINDING, "adverb")


def _asked_of(scene: Scene, held: Held[Actor]) -> bool:
    """Whether من after a verb of asking names who is asked (طلبت من واشنطن تسليم)."""
    of = held.first - 1
    if of <= 0 or not scene.particle(of, "from"):
        return False
    asker = next((h for h in scene.actors if h.last == of - 1), None)
    verb = (asker.first if asker else of) - 1
    return verb >= 0 and scene.words[verb].cue("demanded") is not None


def _must(scene: Scene, held: Held[Actor]) -> bool:
    """Whether على makes a party the one who has to (إن على الاحتلال إخلاء)."""
    on = held.first - 1
    return on > 0 and scene.particle(on, "on") and scene.particle(on - 1, "that", "was")


def _is_asked(scene: Scene, index: int) -> bool:
    """Whether a verb of asking or making stands before a party, with its own subject between or before it."""
    held = scene.actors[index]
    for i in range(held.first - 1, max(-1, held.first - 1 - ASKER), -1):
        if scene.mark(i, STOPS | COMMAS) or scene.particle(i, "relative", "that"):
            return False
        cue = scene.words[i].cue("demanded")
        if cue is None and "coerce" not in scene.words[i].classes:
            continue
        if scene.particle(held.first - 1, "from") and held.first - 1 > i + 1:  # طلب جديد من: who asks
            return False
        if scene.preposition(held.first) or any(_noun(scene, k) for k in range(i + 1, held.first)):
            return True
        if cue is None:  # أُجبرت القوات على, إرغام القوات على; but سمحت القوات ب
            return scene.particle(held.last + 1, "on")
        verb = all(c.form in FINITE for c in scene.words[i].cues if c.kind == cue.kind)
        return verb and any(0 < i - h.last <= SUBJECT_GAP for h in scene.actors)
    return False


def _noun(scene: Scene, at: int) -> bool:
    """Whether a token is a word of the clause's subject: no particle, time or mark."""
    timed = any(t.first <= at <= t.last for t in scene.times)
    return scene.tokens[at].kind == "word" and not timed and not scene.words[at].particles
