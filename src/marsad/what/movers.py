"""Whether the forces that a frame asks for stand where grammar puts them: subject of غادر, object of سحب."""

from __future__ import annotations

from marsad.arabic import readings
from marsad.records import Quantity
from marsad.what.lexicon import FINITE, Sense
from marsad.what.nearby import (
    BLOCK_REACH,
    OWNERS,
    PARTIES,
    SUBJECT_REACH,
    following,
    in_party,
    is_class,
    is_nation,
    stands_before,
)
from marsad.what.scene import COMMAS, Held, Scene

FAR_OBJECT = 12  # the same to an object past a subject and a time (أطلقت القوات فجر السبت عشرة صواريخ)
COUNT_REACH = 11  # tokens after a word of force level that can hold the number (ينتشر في منبج نحو 350 جنديا)
OBJECT_REACH = 5  # tokens after the trigger that can be its object
ARGUMENT_REACH = 5  # tokens after the trigger that can be its subject or object noun (وصول نحو ألف من الجنود)
BEGIN_REACH = 5  # tokens before a verbal noun in which its verb stands
FAR_BEGIN = 9  # the same of a beginning past its subject and a time (باشرت الوحدات، أمس، التوجه)
FEWEST = 20  # least number without a noun that is read as one of forces
FAR_SUBJECT = 24  # tokens before a verb after أن that can hold its main clause's subject (قبل أن يتراجع)
MOVERS = ("move", "stay", "vacate")  # patterns whose forces are the subject
SENDERS = ("send", "expel", "aid")  # patterns whose forces are the object
HIS = "ه"
_NO_SUBJECT = frozenset({"force", "site", "part", "time", "daytime", "lasting"})  # no other subject
_PLURAL = ("ون", "وا")  # a verb's endings
_PREPOSITIONS = ("from", "to", "in", "on", "against", "joint")
_CONTROL = (
    "begin",
    "light",
    "planned",
    "attempt",
    "happened",
    "denied",
    "demanded",
    "ongoing",
    "avert",
    "undo",
)  # whose subject is that of the verbal noun after it


def finds_forces(scene: Scene, at: int, sense: Sense, need: str, armed: bool) -> bool:
    """Whether the forces stand where grammar puts them: after the word, or before a verb as its subject."""
    pattern, finite = sense.frame.pattern, sense.form in FINITE
    late = at + 1 < len(scene.tokens) and scene.particle(at + 1, "to", "in", "from")  # وصلت إلى الميناء قوة
    reach = FAR_OBJECT if finite and (pattern in SENDERS or late) else ARGUMENT_REACH
    reach += counting(scene, at, reach)
    pronoun = bool(sense.reading.pronoun)
    if pattern == "stay" and not pronoun:  # انتشرت بين الشباب: who stays is named
        armed = False
    if _sent(scene, at, sense, need, reach) or (armed and need == "force" and _party_after(scene, at)):
        return True
    if pronoun or (pattern in MOVERS and (finite or _predicate(scene, at, sense))) or sense.form == "passive":
        reach = SUBJECT_REACH if pronoun else _own_clause(scene, at)
        return stands_before(scene, at, need, armed, reach) or (armed and pronoun)
    return maybe_passive(scene, at, sense) and stands_before(scene, at, need, armed)


def counting(scene: Scene, at: int, reach: int) -> int:
    """How many of the next tokens only belong to a number (سحب أكثر من 80 في المئة من القطعات)."""
    return sum(q.last - q.first for q in scene.quantities if 0 < q.first - at <= reach)


def his(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a noun's "his" stands for a person: the party told of last is none (وصوله إلى السلطة)."""
    if sense.form in FINITE or sense.reading.pronoun != HIS:
        return False
    before = [h for h in scene.actors if h.last < at and at - h.last <= SUBJECT_REACH]
    return not before or before[-1].found.value.kind not in OWNERS or is_nation(scene, before[-1].first)


def _predicate(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a participle is what forces are told to be or stay (ستظل متمركزة في الجبل)."""
    stays = any(s.frame.pattern == "count" for s in scene.words[at - 1].senses) if at else False
    was = any(scene.particle(i, "was") for i in range(max(0, at - BEGIN_REACH), at))
    return sense.form == "participle" and not sense.reading.definite and (stays or was)


def _sent(scene: Scene, at: int, sense: Sense, need: str, reach: int) -> bool:
    """Whether the forces stand after the word; far from a verb of sending, they are no part of a phrase of
    place or purpose (عززت الخطوة الجهود في تدريب الجنود).
    """
    far = sense.frame.pattern in SENDERS and sense.form in FINITE
    named = "force_subject" in sense.frame.needs and sense.form in FINITE and not scene.title
    noun = sense.frame.pattern in SENDERS and sense.form == "masdar" and "level" not in sense.frame.object
    return any(
        is_class(scene, i, need)
        and not (noun and i - at > 2 and buried(scene, at, i))
        and not (named and is_nation(scene, i))
        and not (far and i - at > ARGUMENT_REACH and phrased(scene, i))
        for i in following(scene, at, reach)
    )


def phrased(scene: Scene, at: int) -> bool:
    """Whether a preposition governs the word or the noun that it is the genitive of."""
    first = at - 1 if scene.particle(at - 1, *_PREPOSITIONS) else at - 2
    counted = any(h.first <= at - 1 <= h.last for h in scene.quantities)
    return scene.particle(first, *_PREPOSITIONS) and not counted


def buried(scene: Scene, at: int, force: int) -> bool:
    """Whether forces after a verbal noun are told of in a phrase of their own (نشر أدلة على جرائم القوات)."""
    return any(scene.particle(i, "in", "on", "to", "against") for i in range(at + 1, force))


def _own_clause(scene: Scene, verb: int) -> int:
    """How far back a verb's subject can stand: up to the أن / إن that opens its clause with another noun."""
    alone = not noun_next(scene, verb) and not any(h.first == verb + 1 for h in scene.actors)
    if alone and verb and scene.particle(verb - 1, "that"):
        return FAR_SUBJECT
    for at in range(verb - 2, max(-1, verb - 1 - SUBJECT_REACH), -1):
        bare = scene.particle(at, "that") and not any(r.pronoun for r in readings(scene.tokens[at].folded))
        if bare and not scene.finite(at + 1) and not scene.words[at + 1].particles:
            return verb - 1 - at
    return SUBJECT_REACH


def maybe_passive(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether an active form may be the passive that is written alike (التي نُشرت، جنود أرسلوا إلى)."""
    if sense.form not in FINITE or not at:
        return False
    sent = _plural(scene.tokens[at].folded) and led(scene, at) and at + 1 < len(scene.tokens)
    return scene.particle(at - 1, "relative", "modal") or (sent and scene.particle(at + 1, "to"))


def leads(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a verb can stand before its subject: not in the plural, and without an object (ووصل الوفد)."""
    bare = sense.form in FINITE and not sense.reading.pronoun
    return bare and not _plural(scene.tokens[at].folded)


def led(scene: Scene, at: int) -> bool:
    """Whether forces stand right before a verb: its subject, whatever follows (المدرعات وصلت عدة محافظات)."""
    return at > 0 and is_class(scene, at - 1, "force") and not phrased(scene, at - 1)


def noun_next(scene: Scene, at: int) -> bool:
    """Whether a noun follows at once: no preposition, particle, time, count, force, site or state's name."""
    after = at + 1
    if after >= len(scene.tokens) or scene.tokens[after].kind != "word":
        return False
    word, folded = scene.words[after], scene.tokens[after].folded
    led = word.particles or any(r.preposition for r in readings(folded)) or folded.endswith("ا")
    party = any(h.first <= after <= h.last for h in scene.actors)
    count = any(h.first <= after <= h.last for h in scene.quantities)
    return not (led or party or count or word.classes & _NO_SUBJECT)


def base_next(scene: Scene, at: int) -> bool:
    """Whether a base follows at once that is no party's name: بقاء القاعدة."""
    site = at + 1 < len(scene.tokens) and "site_plain" in scene.words[at + 1].classes
    return site and not in_party(scene, at + 1)


def owned(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a verbal noun has a definite genitive, which then is who moves (تراجع البطالة)."""
    bare = sense.form == "masdar" and not (sense.reading.pronoun or sense.reading.definite)
    return bare and any(r.definite for r in readings(scene.tokens[at + 1].folded))


def _plural(word: str) -> bool:
    """Whether a verb is written in the plural, which only follows its subject."""
    return word.endswith(_PLURAL)


def begun(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether a verbal noun has the forces as subject of its verb of beginning (شرعت في الوصول)."""
    near = range(max(0, at - BEGIN_REACH), at)
    if any(
        is_class(scene, i, "civilian") for i in range(max(0, at - FAR_BEGIN), at)
    ):  # حثوا اللاجئين على العودة
        return False
    if sense.form in FINITE:
        return False
    begins = [i for i in near if scene.words[i].cue(*_CONTROL)]
    begins += [i for i in range(max(0, at - FAR_BEGIN), at) if scene.words[i].cue("begin")]
    if not begins and at and scene.particle(at - 1, "on"):
        return stands_before(scene, at, "force", armed)
    reach = SUBJECT_REACH - (0 if sense.reading.definite else BEGIN_REACH)
    return any(_subject_of(scene, i, at, armed, reach) for i in begins)


def _subject_of(scene: Scene, verb: int, noun: int, armed: bool, reach: int) -> bool:
    """Whether forces are the subject of the verb that governs a noun: between the two, or close before."""
    between = stands_before(scene, noun, "force", armed, noun - verb)
    return between or stands_before(scene, verb, "force", armed, reach)


def counted(scene: Scene, at: int) -> bool:
    """Whether a number of forces stands close: within the words after, or right before (جندي ينتشرون)."""
    for held in scene.quantities:
        force = held.found.value.kind == "force" or _lone(scene, at, held)
        if force and not scene.stop_between(held.first, at):
            if held.first < at:
                if at - held.last <= ARGUMENT_REACH:
                    return True
            elif held.first - at <= COUNT_REACH and not _parted(scene, at, held.first):
                return True
    return False


def _lone(scene: Scene, at: int, held: Held[Quantity]) -> bool:
    """Whether a number without a noun right after the word counts the troops told of before (وعددهم 750)."""
    value = held.found.value
    close = value.kind is None and 0 < held.first - at <= 2 and (value.low or value.high or 0) >= FEWEST
    return close and stands_before(scene, held.first, "troops", False)


def _parted(scene: Scene, at: int, number: int) -> bool:
    """Whether a number belongs to another verb, or stands behind a comma and far."""
    far = number - at > OBJECT_REACH and any(scene.mark(i, COMMAS) for i in range(at, number))
    return far or any(
        s.form in FINITE for i in range(at + 1, number) for s in scene.words[i].senses if i > at + 1
    )


def _party_after(scene: Scene, at: int) -> bool:
    """Whether a party that can be forces stands right after the trigger (انسحاب فرنسا، not ترامب)."""
    return any(
        0 < held.first - at <= BLOCK_REACH and held.found.value.kind in (*PARTIES, "state")
        for held in scene.actors
    )


def elliptic(sense: Sense) -> bool:
    """Whether the word leaves its argument to the story: a noun with a pronoun or the article (الانسحاب)."""
    return sense.form not in FINITE and bool(sense.reading.pronoun or sense.reading.definite)
