"""Which words of a sentence state an event: the best sense of each that holds, less what another word covers.

Where one clause has several words for one event (مقتل … في غارة; استعادة السيطرة) one of them is the trigger
(codebook, section 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.what.boundaries import verbal
from marsad.what.conditions import holds
from marsad.what.lexicon import FINITE, Frame, Sense
from marsad.what.movers import OBJECT_REACH, SENDERS
from marsad.what.nearby import REACH, before
from marsad.what.scene import COMMAS, STOPS, Scene

OUTCOMES = (
    "kill",
    "slay",
    "wreck",
)  # patterns of an attack's outcome: no event of their own beside the attack's word
OUTCOME_REACH = 25  # tokens between an attack's word and its outcome
CONTROL = "seize.control"  # the frame of السيطرة, which other words take as their object
STOPPED_REACH = 3  # tokens from a word of stopping to the attack that is stopped
MOVEMENTS = ("withdraw", "deploy")
GOVERNOR_REACH = 10  # tokens before a verbal noun in which the verb that governs it stands

_LAM, _NUN = "ل", "ن"


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
    found = sorted((*found, *_again(scene, found)), key=lambda t: t.at) if found else found
    return [t for t in found if not _covered(scene, t, found)]


def _again(scene: Scene, found: Sequence[Trigger]) -> Iterator[Trigger]:
    """A trigger's verb said again with a bare number (ستسحب مئتي جندي … كما سحبت تشيكيا ثلاثين)."""
    frames = {t.frame.name: t.at for t in found if t.frame.pattern in SENDERS}
    numbers = {q.first for q in scene.quantities if q.found.value.unit is None}
    for at in (number - 1 for number in numbers if frames and number):
        if all(t.at != at for t in found):
            senses = (s for s in scene.words[at].senses if s.form in FINITE)
            yield from (Trigger(at, s) for s in senses if frames.get(s.frame.name, at) < at)


def _trigger(scene: Scene, at: int, armed: bool) -> Trigger | None:
    if not scene.words[at].senses or scene.particle(at, "negation", "that", "conditional"):
        return None
    if scene.particle(at, "modal") and not _followed_by_party(scene, at):
        return None  # فقد is ف + قد, but فقد الجيش is a verb
    senses = [s for s in scene.words[at].senses if holds(scene, at, s, armed)]
    return Trigger(at, min(senses, key=lambda s: _rank(scene, at, s))) if senses else None


def _followed_by_party(scene: Scene, at: int) -> bool:
    """Whether a party stands right after a word: its subject."""
    return any(held.first == at + 1 for held in scene.actors)


def _rank(scene: Scene, at: int, sense: Sense) -> tuple[bool, bool, bool, bool, bool]:
    """The more a frame asked for and found, the surer it is; then the likelier form."""
    frame = sense.frame
    return (
        "number" not in frame.needs,
        not frame.object,
        not frame.needs,
        _other_way(scene, at, frame.pattern),
        _unlikely(scene, at, sense),
    )


def _other_way(scene: Scene, at: int, pattern: str) -> bool:
    """Whether تسلم stands before a receiver and is read as to receive, or the other way round."""
    if pattern not in ("give", "receive"):
        return False
    near = [h for h in scene.actors if 0 < h.first - at <= REACH and not scene.stop_between(at, h.first)]
    given = any(scene.particle(h.first - 1, "to") or _for(scene, h.first) for h in near)
    taken = any(scene.particle(h.first - 1, "from") for h in near)
    return given != taken and taken == (pattern == "give")


def _for(scene: Scene, at: int) -> bool:
    return scene.tokens[at].folded.startswith(_LAM)


def _unlikely(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a form that may be verb or verbal noun (قصف، نشر، تدخل) is read as the less likely one here."""
    return (sense.form in FINITE) == bool(sense.reading.preposition or reads_as_noun(scene, at))


def reads_as_noun(scene: Scene, at: int) -> bool:
    """Whether a verbal noun is expected: after a preposition or a governing verb, at a headline's start."""
    if at == 0 or scene.mark(at - 1, STOPS):
        return scene.title
    if scene.particle(at - 1, "modal", "was", "relative", "negation", "future"):
        return False
    if scene.particle(at - 1, "that"):
        return scene.tokens[at - 1].folded.endswith(_NUN)  # أنه نشر is a verb
    if _takes_noun(scene, at - 1):
        return True
    aside = _aside(scene, at)
    for i in range(aside - 1, max(-1, aside - GOVERNOR_REACH), -1):
        if scene.mark(i, STOPS | COMMAS) or scene.particle(i, "that", "relative"):
            return False
        if scene.words[i].cues or scene.words[i].senses:
            return True
    return False


def _takes_noun(scene: Scene, at: int) -> bool:
    """Whether a noun follows a word: a preposition, بما في ذلك, an unknown verb (يشكل نشر)."""
    if scene.particle(at, "subordinate", "from", "to", "in", "on", "against", "upon_them"):
        return True
    listed = at > 0 and scene.particle(at, "including") and scene.particle(at - 1, "in")
    return listed or (verbal(scene.tokens[at].folded) and not scene.words[at].cues)


def _aside(scene: Scene, at: int) -> int:
    """Where the words before a short aside end (بدأت، منذ أشهر، سحب), or `at` itself."""
    if at and scene.mark(at - 1, COMMAS):
        for i in range(at - 3, max(-1, at - 3 - OBJECT_REACH), -1):
            if scene.mark(i, COMMAS):
                return i
        timed = next((t.first for t in scene.times if t.last == at - 2), at)  # أعلن الوزير أمس، سحب
        return timed
    return at


def _covered(scene: Scene, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether another trigger of its clause already states the same event."""
    second = next((t for t in found if t.at == trigger.at + 1), None)
    if trigger.frame.pattern in (*SENDERS, "give") and second and second.frame.name != CONTROL:
        return True  # إعادة نشر، وقف إطلاق: the second word names the event
    kind = trigger.frame.type
    if kind == "force_level":  # يبلغ عدد القوات; وصل جنود عددهم مئتان
        moving = MOVEMENTS if trigger.sense.reading.pronoun else ()
        return any(t.frame.type in (kind, *moving) and 0 < trigger.at - t.at <= REACH for t in found)
    if trigger.frame.name == CONTROL:  # استعادة السيطرة، نقل السيطرة: the first word names the event
        return any(_takes_control(scene, t, trigger) for t in found)
    if trigger.frame.pattern == "aid" and trigger.sense.reading.preposition:  # أرسلت قوات لتعزيز وجودها
        return any(t.frame.pattern in SENDERS and 0 < trigger.at - t.at <= REACH for t in found)
    if kind == "protest" and trigger.finite:  # خرج المئات في تظاهرة
        return any(t.frame.type == kind and not t.finite and 0 < t.at - trigger.at <= REACH for t in found)
    others = [t for t in found if t.frame.type == "attack" and t.at != trigger.at]
    if kind == "attack" and not trigger.finite and _stopped(scene, trigger, found):
        return True
    return kind == "attack" and _attack_covered(scene, trigger, others)


def _takes_control(scene: Scene, other: Trigger, control: Trigger) -> bool:
    """Whether another word has the control as its object: close by, or a verb with its subject between."""
    gap = control.at - other.at
    if other.frame.type not in ("seize", "handover") or gap <= 0:
        return False
    clear = not any(scene.mark(i, COMMAS | STOPS) for i in range(other.at, control.at))
    return gap <= OBJECT_REACH or (other.finite and gap <= REACH and clear and not control.finite)


def _stopped(scene: Scene, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the noun is only what is stopped (وقف الهجمات; not علقت في أعقاب الضربة)."""
    stops = (t.at for t in found if t.frame.pattern == "stop" and t.frame.type == "suspend")
    return any(
        0 < trigger.at - at <= STOPPED_REACH
        and not any(scene.particle(i, "in", "after", "subordinate") for i in range(at + 1, trigger.at))
        for at in stops
    )


def _attack_covered(scene: Scene, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether an attack's word is only another's outcome, pair or verb (مقتل … في غارة, غارات وهجمات)."""
    strikes = [t for t in others if t.frame.pattern not in OUTCOMES]
    if trigger.frame.pattern in OUTCOMES:
        answered = before(scene, trigger.at, ("response",))  # ردا على اغتيال: an event of its own
        return not answered and any(abs(t.at - trigger.at) <= OUTCOME_REACH for t in strikes)
    if trigger.sense.reading.conjoined and not trigger.finite:
        return any(0 < trigger.at - t.at <= 2 and not t.finite for t in others)
    verb = trigger.finite and trigger.frame.pattern in ("strike", "hit")
    return verb and any(not t.finite and _subject(scene, t.at, trigger.at) for t in strikes)


def _subject(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the attack noun is the verb's subject: close by, no comma between (غارة استهدفت)."""
    low, high = sorted((noun, verb))
    return high - low <= OBJECT_REACH and all(not scene.mark(i, COMMAS) for i in range(low, high))
