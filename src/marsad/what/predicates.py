"""What follows an event's noun and says whether it happened: its adjective, its own verb, its predicate (الخبر)."""

from __future__ import annotations

from marsad.records import Found
from marsad.what.detect import Trigger
from marsad.what.polarity import excepted
from marsad.what.scene import COMMAS, STOPS, Scene

PREDICATE_REACH = 10  # tokens right of a noun in which its own verb stands (الهجوم المضاد قد ينفذ)
ADJECTIVES = 3  # tokens from a noun to an adjective of its own (الهجوم المضاد الأوكراني المرتقب)
# what a noun's own verb says: "the battles lasted six days" are over, "the withdrawal has begun" goes on
_UNDER_WAY = {("ongoing", "present"), ("ongoing", "participle"), ("begin", "past"), ("begin", "present")}
_ARTICLE = "ال"
_PERSONS = ("ي", "ت")  # first letters of a third person's present


def qualified(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """What follows a noun: المزعوم، المتوقع, or its own verb with قد or س."""
    if trigger.finite:
        return None
    subject = _subject(scene, trigger)
    for at in range(trigger.at + 1, min(len(scene.tokens), trigger.at + 1 + PREDICATE_REACH)):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate", "that", "clause"):
            return None
        found = _adjective(scene, at, trigger) or (_predicate(scene, at) if subject else None)
        if found:
            return found
    return None


def _subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun can be a subject with a verb of its own: no preposition governs it."""
    free = trigger.at == 0 or not scene.particle(trigger.at - 1, "from", "to", "in", "on")
    return trigger.sense.reading.preposition is None and free


def _adjective(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    """An adjective of the noun: المزعوم، المحتمل، المرتقب."""
    cue = scene.words[at].cue("planned", "possible")
    if cue is None or cue.form not in ("participle", "word"):
        return None
    gap, defined = at - trigger.at, scene.tokens[at].folded.startswith(_ARTICLE)
    bare = gap == 1 and not trigger.sense.reading.definite  # هجوم مزعوم
    own = all(scene.tokens[i].folded.startswith(_ARTICLE) for i in range(trigger.at + 1, at))
    listed = cue.form == "word" and (bare or (defined and gap <= ADJECTIVES - (not own)))
    if listed or (cue.reading.definite and gap <= ADJECTIVES and (own or gap <= 2)):
        return Found(cue.kind, (scene.tokens[at].span,), f"qualified:{cue.kind}")
    return None


def _predicate(scene: Scene, at: int) -> Found[str] | None:
    """The noun's own verb: قد ينفذ، سيتم، مستمر، ليس مطروحا."""
    span = (scene.tokens[at].span,)
    if (
        scene.particle(at, "modal")
        and at + 1 < len(scene.tokens)
        and scene.tokens[at + 1].folded[:1] in _PERSONS
    ):
        return Found("possible", span, "predicate:modal")
    if scene.particle(at, "copula") and not excepted(scene, at):
        return Found("denied", span, "predicate:negation")
    if any(s.reading.future for s in scene.words[at].senses):
        return Found("planned", span, "predicate:future")
    cue = scene.words[at].cue("ongoing", "begin", "light", "occur")
    if cue and cue.reading.future:
        return Found("planned", span, "predicate:future")
    if cue and (cue.kind, cue.form) == ("occur", "past"):  # التسليم تم
        return Found("happened", span, "predicate:occur")
    if cue and (cue.kind, cue.form) in _UNDER_WAY:
        return Found("ongoing", span, f"predicate:{cue.kind}")
    return None
