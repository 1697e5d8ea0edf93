"""Which words of a sentence state an event: a trigger whose frame finds what it needs around it.

A frame may need a class of word in its clause (forces for غادر), an object right after it (a base for تسليم),
and may be disqualified by its object (سحب الثقة) or by the words before it (ملف الانسحاب).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.what.lexicon import FINITE, Frame, Sense
from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 14  # tokens on either side in which a frame looks for what it needs
FAR_OBJECT = 10  # the same where a subject or a time may stand between (أطلقت القوات فجر السبت عشرة صواريخ)
COUNT_REACH = (
    11  # tokens after a trigger of force levels that can hold the number (ينتشر في منبج نحو 350 جنديا)
)
NAME_REACH = 3  # the same for the town that falls: its name follows (سقوط مدينة الموصل)
OBJECT_REACH = 5  # tokens after the trigger that can be its object
BLOCK_REACH = 2  # tokens after (before) the trigger that can disqualify it
ARGUMENT_REACH = 5  # tokens after the trigger that can be its subject or object noun (وصول نحو ألف من الجنود)
SUBJECT_REACH = 10  # tokens before a verb that can hold its subject
OUTCOMES = (
    "kill",
    "wreck",
)  # patterns of an attack's outcome: no event of their own beside the attack's word
OUTCOME_REACH = 25  # tokens between an attack's word and its outcome
GOVERNOR_REACH = 10  # tokens before a verbal noun in which the verb that governs it stands
PRONOUN_HIS = "ه"  # as written; a ta marbuta folds to the same letter
MOVERS = ("move", "stay", "vacate")  # patterns whose forces are the subject
INTRANSITIVE = ("stay", "gather", "count")  # patterns whose verbs carry no object pronoun
SENDERS = ("send", "expel", "aid")  # patterns whose forces are the object
PARTIES = frozenset({"forces", "group", "coalition", "definite"})  # kinds of actor that are armed


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that states an event: its token number and the sense in which it is read."""

    at: int
    sense: Sense

    @property
    def frame(self) -> Frame:
        """The frame that it evokes."""
        return self.sense.frame

    @property
    def finite(self) -> bool:
        """Whether it is a verb form (not a verbal noun or participle)."""
        return self.sense.form in FINITE


def find_triggers(scene: Scene, armed: bool) -> list[Trigger]:
    """The event triggers of a sentence, from left to right; `armed`: the story is about forces anyway."""
    found = [t for at in range(len(scene.words)) if (t := _trigger(scene, at, armed))]
    return [t for t in found if not _covered(scene, t, found)]


def is_class(scene: Scene, at: int, name: str) -> bool:
    """Whether a token is of a word class: by the table, as a counted number, or as part of a party's name."""
    if name == "number":
        return any(q.first <= at <= q.last and q.found.value.kind == "force" for q in scene.quantities)
    if name in ("force", "armed") and any(
        a.first <= at <= a.last and a.found.value.kind in PARTIES for a in scene.actors
    ):
        return True
    return name in scene.words[at].classes


def _near(scene: Scene, at: int, need: str) -> bool:
    """Whether a word of the class stands within reach on either side, no strong stop between."""
    for step in (-1, 1):
        for i in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= i < len(scene.tokens) or scene.mark(i, STOPS):
                break
            if is_class(scene, i, need):
                return True
    return False


def _after(scene: Scene, at: int, classes: Sequence[str], reach: int) -> bool:
    """Whether one of the next words, up to a comma, is of one of the classes."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)):
        if scene.mark(i, STOPS | COMMAS):
            return False
        if any(is_class(scene, i, name) for name in classes):
            return True
    return False


def _left(scene: Scene, at: int, name: str, armed: bool) -> bool:
    """Whether the forces (in a story about forces: any party) stand in the tokens before, in the same sentence part."""
    for i in range(at - 1, max(-1, at - 1 - SUBJECT_REACH), -1):
        if scene.mark(i, STOPS):
            return False
        if is_class(scene, i, name) or (armed and any(a.first <= i <= a.last for a in scene.actors)):
            return True
    return False


def _before(scene: Scene, at: int, classes: Sequence[str]) -> bool:
    """Whether one of the two words before is of one of the classes."""
    return any(is_class(scene, i, name) for i in range(max(0, at - BLOCK_REACH), at) for name in classes)


def _trigger(scene: Scene, at: int, armed: bool) -> Trigger | None:
    if scene.particle(at, "modal", "negation", "that", "conditional"):
        return None  # فقد is ف + قد
    senses = [s for s in scene.words[at].senses if _holds(scene, at, s, armed)]
    if not senses:
        return None
    return Trigger(
        at,
        min(
            senses,
            key=lambda s: (
                "number" not in s.frame.needs,
                not s.frame.object,
                not s.frame.needs,
                _unlikely(scene, at, s),
            ),
        ),
    )


def _unlikely(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a form that may be verb or verbal noun (قصف، نشر، تدخل) is read as the less likely one here."""
    return (sense.form in FINITE) == bool(sense.reading.preposition or reads_as_noun(scene, at))


def reads_as_noun(scene: Scene, at: int) -> bool:
    """Whether a verbal noun is expected at a token: after a preposition, a verb that governs it, or a headline's start."""
    if at == 0:
        return scene.title
    if scene.particle(at - 1, "modal", "was", "relative", "negation", "future"):
        return False
    if scene.particle(at - 1, "that", "subordinate", "from", "to", "in", "on", "against") or scene.mark(
        at - 1, STOPS
    ):
        return not scene.mark(at - 1, STOPS) or scene.title
    for i in range(at - 1, max(-1, at - GOVERNOR_REACH), -1):
        if scene.mark(i, STOPS | COMMAS) or scene.particle(i, "that", "relative"):
            return False
        if scene.words[i].cues or scene.words[i].senses:
            return True
    return False


def _holds(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    frame = sense.frame
    if sense.reading.pronoun == PRONOUN_HIS and scene.sentence.text[scene.tokens[at].end - 1] != PRONOUN_HIS:
        return False  # وقفة is no وقف + ه
    if (
        sense.frame.pattern in INTRANSITIVE
        and sense.form in FINITE
        and sense.reading.pronoun
        and sense.form != "passive"
    ):
        return False  # بقوة is no بقوا + ه
    if sense.form == "jussive" and not (at and "jussive" in scene.words[at - 1].particles):
        return False  # the short form (يعد، أجل) stands after لم or a forbidding لا only
    if frame.not_before and _before(scene, at, frame.not_before):
        return False
    if frame.not_object and _disqualified(scene, at, frame):
        return False
    if frame.object and not _has_object(scene, at, sense, armed):
        return False
    return all(_met(scene, at, sense, need, armed) for need in frame.needs)


def _has_object(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether the object stands after the trigger, past a subject, before a passive, or as a pronoun on it."""
    frame = sense.frame
    reach = FAR_OBJECT if frame.pattern in ("launch", "move", *SENDERS) and sense.form in FINITE else OBJECT_REACH
    if _after(scene, at, frame.object, NAME_REACH if frame.pattern == "fall" or frame.name == "handover.return" else reach):
        return True
    passive = sense.form in FINITE and at > 0 and scene.particle(at - 1, "relative", "modal")
    if passive or sense.reading.pronoun or (
        sense.form in FINITE and frame.pattern in ("stop", "strike", "hit", "blast", "fall", "pass")
    ):
        left = any(_left(scene, at, name, False) for name in frame.object)
        return left or (
            armed and bool(sense.reading.pronoun) and frame.type in ("handover", "suspend", "resume")
        )
    return False


def _disqualified(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether the object is of another kind; a subject may stand between sender and object (نشرت الحركة شريطا)."""
    reach = {"media": SUBJECT_REACH if frame.pattern in SENDERS else BLOCK_REACH, "daytime": 1}
    reach |= {
        "about": SUBJECT_REACH,
        "missile": OBJECT_REACH,
        "killed": OBJECT_REACH,
        "wounded": OBJECT_REACH,
    }
    return any(_after(scene, at, (name,), reach.get(name, BLOCK_REACH)) for name in frame.not_object)


def _met(scene: Scene, at: int, sense: Sense, need: str, armed: bool) -> bool:
    """Whether the clause holds what the frame needs, forces in the place where grammar puts them."""
    if need == "number":
        return _counted(scene, at)
    strict = need == "force_named"  # lemmas of every-day moving (دخل، عاد): the forces must be named
    need = "force" if strict else need
    if need not in ("force", "troops") or sense.frame.pattern not in (*MOVERS, *SENDERS):
        return _near(scene, at, need) or (armed and need in ("armed", "military"))
    reach = FAR_OBJECT if sense.frame.pattern in SENDERS and sense.form in FINITE else ARGUMENT_REACH
    if _after(scene, at, (need,), reach) or (armed and need == "force" and _party_after(scene, at)):
        return True
    if (
        sense.reading.pronoun
        or (sense.form in FINITE and sense.frame.pattern in MOVERS)
        or sense.form == "passive"
    ):
        return _left(scene, at, need, armed) or (armed and bool(sense.reading.pronoun))
    if sense.form in FINITE and at and scene.particle(at - 1, "relative", "modal"):
        return _left(scene, at, need, armed)  # القاذفات التي نُشرت: a passive written like the active
    return armed and not strict and _elliptic(sense)


def _counted(scene: Scene, at: int) -> bool:
    """Whether a number of forces stands close: within the words after, or right before (جندي ينتشرون)."""
    for held in scene.quantities:
        if held.found.value.kind == "force" and not scene.stop_between(held.first, at):
            gap = held.first - at if held.first > at else at - held.last
            if gap <= (COUNT_REACH if held.first > at else ARGUMENT_REACH):
                return True
    return False


def _party_after(scene: Scene, at: int) -> bool:
    """Whether a state or other party stands right after a trigger of a story about forces (انسحاب فرنسا من مالي)."""
    return any(0 < held.first - at <= 2 for held in scene.actors)


def _elliptic(sense: Sense) -> bool:
    """Whether the word leaves its argument to the story: a verbal noun with a pronoun or the article (الانسحاب)."""
    return sense.form not in FINITE and bool(sense.reading.pronoun or sense.reading.definite)


def _covered(scene: Scene, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether another trigger of its clause already states the same event (مقتل … في غارة; غارة استهدفت)."""
    if trigger.frame.pattern in (*SENDERS, "give") and any(t.at == trigger.at + 1 for t in found):
        return True  # إعادة نشر، وقف إطلاق: the second word names the event
    if trigger.frame.type == "force_level":
        return any(t.frame.type == "force_level" and 0 < trigger.at - t.at <= REACH for t in found)
    if trigger.frame.name == "seize.control":  # استعادة السيطرة، بسطت سيطرتها: the first word names the event
        return any(t.frame.type == "seize" and 0 < trigger.at - t.at <= OBJECT_REACH for t in found)
    if trigger.frame.type == "protest" and trigger.finite:  # خرج المئات في تظاهرة
        return any(t.frame.type == "protest" and not t.finite and 0 < t.at - trigger.at <= REACH for t in found)
    if trigger.frame.type != "attack":
        return False
    others = [t for t in found if t.frame.type == "attack" and t.at != trigger.at]
    if trigger.frame.pattern in OUTCOMES:
        if _before(scene, trigger.at, ("response",)):
            return False
        return any(
            t.frame.pattern not in OUTCOMES and abs(t.at - trigger.at) <= OUTCOME_REACH for t in others
        )
    if trigger.sense.reading.conjoined and not trigger.finite:
        return any(0 < trigger.at - t.at <= 2 and not t.finite for t in others)  # غارات وهجمات
    if trigger.finite and trigger.frame.pattern in ("strike", "hit"):
        return any(
            not t.finite and t.frame.pattern not in OUTCOMES and _subject(scene, t.at, trigger.at)
            for t in others
        )
    return False


def _subject(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the attack noun is the verb's subject: close by, with no comma between (استهدف قصف، غارة استهدفت)."""
    low, high = sorted((noun, verb))
    return high - low <= 5 and all(not scene.mark(i, COMMAS) for i in range(low, high))
