"""The object of a trigger: whether the one that its frame asks for is there, and whether another kind is."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.arabic import readings
from marsad.what.lexicon import FINITE, POSTURE, Frame, Sense, block_reaches
from marsad.what.movers import FAR_OBJECT, OBJECT_REACH, SENDERS, leads, maybe_passive, noun_next, phrased
from marsad.what.nearby import (
    BLOCK_REACH,
    OWNERS,
    SUBJECT_REACH,
    following,
    is_class,
    stands_after,
    stands_before,
)
from marsad.what.scene import Scene

NEAR_ANTECEDENT = 8  # tokens before a pronoun in which goods stand that it means
HOME_REACH = 8  # tokens to the home that forces go to (عودة الوحدات من خطوط التماس إلى معسكراتها)
NAME_REACH = 3  # tokens to the name of the town that falls (سقوط مدينة الموصل)
FAR_ANTECEDENT = 24  # the same to what a verbal noun's pronoun stands for (…التدريبات… إن كان تعليقها سيبدأ)
BA = "ب"
SUMMONS = "deploy.summon"  # the frame of استدعى, whose object may be an envoy
AND = "و"  # a conjoined word
PRONOUN_HER = "ها"  # what a base takes whose name stands sentences before (جرى تسليمها)
# patterns whose object may stand before a finite verb: it is written like the passive (القواعد ستسلم)
OBJECT_FIRST = ("stop", "strike", "hit", "blast", "fall", "pass", "give")
LEAVING = ("withdraw.retreat", "withdraw.exit", "withdraw.fall_back")  # frames that bodies are left by too
BODIES = ("politics", "paper", "game", "union")  # classes of what is left without forces
UNNAMED = (
    "police",
    "civil_body",
    "rally",
    "firm",
    "audience",
)  # classes that disqualify also as a party's name
FAR_CLASSES = ("media", "evacuees")  # kinds of objects that stand behind a subject
DIRECT = ("stop", "give", "receive")  # patterns whose object no preposition governs
_WORDED = frozenset({"force", "armed", "number"})  # classes that hold where no word of theirs stands
HANDS = ("custody", "state_hands")  # what a base comes back to, never what comes back
FAR_PATTERNS = ("launch", "move", "stop", "give", "receive", *SENDERS)


def has_object(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether the object stands after the trigger, before a passive, or as a pronoun on it."""
    frame, finite = sense.frame, sense.form in FINITE
    reach = FAR_OBJECT if finite and frame.pattern in FAR_PATTERNS else OBJECT_REACH
    if frame.object == ("home",):
        reach = HOME_REACH
    if frame.pattern == "fall" or frame.object in (("site_plain",), ("base_word",)):
        reach = NAME_REACH
    if _after(scene, at, sense, reach):
        return "with_ba" not in frame.kinds or _with_ba(scene, at, frame)
    pronoun = bool(sense.reading.pronoun)
    fallen = (
        frame.pattern == "fall" and leads(scene, at, sense) and noun_next(scene, at)
    )  # سقطت واجهات المحال
    first = finite and frame.pattern in OBJECT_FIRST and not fallen and not _taken(scene, at, frame)
    passive = frame.pattern != "receive" and maybe_passive(scene, at, sense)
    if passive or pronoun or first:
        far = FAR_ANTECEDENT if pronoun and frame.type in POSTURE and not finite else SUBJECT_REACH
        left = any(stands_before(scene, at, name, False, far) for name in frame.object)
        hers = armed and "site" in frame.object and sense.reading.pronoun == PRONOUN_HER
        return left or (hers and not _of_goods(scene, at))
    return False


def _direct(scene: Scene, at: int, frame: Frame, reach: int) -> bool:
    """Whether the object stands after its verb, far from it in no phrase (أوقف خلية لتنفيذ هجوم)."""
    return any(
        is_class(scene, i, name)
        and (name == "disposal" or i - at <= NAME_REACH or not (phrased(scene, i) or _purposed(scene, i)))
        for i in following(scene, at, reach, commas=True)
        for name in frame.object
    )


def _purposed(scene: Scene, at: int) -> bool:
    """Whether a preposition is written on the word or on the noun before it."""
    return any(r.preposition for i in (at - 1, at) for r in readings(scene.tokens[i].folded) if r.stem)


def _after(scene: Scene, at: int, sense: Sense, reach: int) -> bool:
    """Whether the object stands after the trigger, as its frame takes it."""
    frame = sense.frame
    if frame.pattern in DIRECT and sense.form in FINITE:
        return _direct(scene, at, frame, reach)
    if frame.object == ("site_plain",):  # إعادة القاعدة; not إعادة الحكومة لمواقعها
        near = following(scene, at, reach)
        return any(is_class(scene, i, "site_plain") and not _led(scene, i) for i in near)
    return stands_after(scene, at, frame.object, reach) and _of_force(scene, at, frame)


def _led(scene: Scene, at: int) -> bool:
    """Whether ل or ب with the article or a pronoun stands on a word (للمواقع، لمواقعها)."""
    read = readings(scene.tokens[at].folded)
    return any(r.preposition and (r.definite or r.pronoun) for r in read)


def _of_force(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether a level that is cut or raised is one of forces (عدد قواته; not عدد موظفيها)."""
    if "level" not in frame.object or frame.type not in POSTURE:
        return True
    for i in following(scene, at, OBJECT_REACH):
        if is_class(scene, i, "level") and not is_class(scene, i, "troops"):
            told = any(r.definite or r.pronoun for r in readings(scene.tokens[i].folded))
            forces = stands_after(scene, i, ("troops", "force"), NAME_REACH)
            return told or forces or stands_after(scene, i, ("part",), 1)
    return True


def _of_goods(scene: Scene, at: int) -> bool:
    """Whether goods or persons stand before, which "her" then stands for (المساعدات وتسلمها)."""
    near = range(max(0, at - NEAR_ANTECEDENT), at)
    return any(is_class(scene, i, name) for i in near for name in ("goods", "person", "civilian"))


def _with_ba(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether ب leads to the object (دفعت بتعزيزات، دفعت بنحو ألف جندي): without it, it is pushed away."""
    ahead = list(following(scene, at, FAR_OBJECT))
    goods = [i for i in ahead if any(is_class(scene, i, name) for name in frame.object)]
    return any(
        scene.tokens[j].folded.startswith(BA)
        for i in goods
        for j in range(max(at + 1, i - NAME_REACH), i + 1)
    )


def _taken(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether the verb has its object after it, so none can stand before (يعيد تموضعه; not ستسلم إلى)."""
    return frame.type in POSTURE and (frame.object[0] in HANDS or noun_next(scene, at))


def disqualified(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether the object is of another kind; a party's own name is no object (علق الاتحاد الأوروبي مهمته).

    A union farther off is one to leave (خروج بريطانيا من الاتحاد الأوروبي).
    """
    if frame.pattern in SENDERS and _sent(scene, at, frame):
        return False
    reaches = {name: _blocks(frame, name) for name in frame.not_object}
    for i in _in_clause(scene, at, max(reaches.values(), default=0)):
        if scene.words[i].classes.isdisjoint(reaches) and _WORDED.isdisjoint(reaches):
            continue  # most words are of no class
        for name, reach in reaches.items():
            near = i - at <= reach and is_class(scene, i, name)
            if near and not _own_name(scene, at, i, name) and not _allowed(scene, at, i, name, frame):
                return True
    return False


def _blocks(frame: Frame, name: str) -> int:
    """How far behind the trigger a word of the class disqualifies (نشرت الحركة شريطا)."""
    if name in FAR_CLASSES:
        return SUBJECT_REACH if frame.pattern in SENDERS else BLOCK_REACH
    return block_reaches().get(name, BLOCK_REACH)


def _own_name(scene: Scene, at: int, other: int, name: str) -> bool:
    """Whether the word is only part of a party's name; unions and ideas only of the subject's."""
    if name in UNNAMED:
        return False
    subject = name in ("politics", "abstract")
    return any(a.first <= other <= a.last and (not subject or a.first <= at + 1) for a in scene.actors)


def _sent(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether forces are the object right after (إرسال قواتهم لمساعدة، فرنسا تنشر الجيش في مواقع).

    A definite noun after a verb that has no subject before it may be who publishes (نشر الجيش صورا).
    """
    after = next((i for i in following(scene, at, NAME_REACH) if not _partitive(scene, i)), None)
    if after is None or not any(is_class(scene, after, need) for need in frame.needs):
        return False
    if (
        "supply" in frame.not_object
        and is_class(scene, after, "supply")
        and not _manned(scene, after, "supply")
    ):
        return False  # إرسال دبابات إلى بلد آخر
    if any(a.first == after and a.found.value.kind == "group" for a in scene.actors):
        return False  # نشرت الكتائب مشاهد
    led = any(a.last == at - 1 and a.found.value.kind in OWNERS for a in scene.actors)
    return led or not any(r.definite for r in readings(scene.tokens[after].folded))


def _partitive(scene: Scene, at: int) -> bool:
    """Whether a word only says how many (مزيد من، ثلاثة آلاف)."""
    counted = any(q.first <= at < q.last for q in scene.quantities)
    return counted or "part" in scene.words[at].classes or scene.particle(at, "from", "any")


def _in_clause(scene: Scene, at: int, reach: int) -> Iterator[int]:
    """The next tokens up to the clause that another one opens (تستأنف المناورات إذا تعثرت المفاوضات)."""
    for i in following(scene, at, reach):
        if scene.particle(i, "conditional", "relative"):
            return
        yield i


def _allowed(scene: Scene, at: int, other: int, name: str, frame: Frame) -> bool:
    """Whether a disqualifying word is only joined to the object, goes with men, or is military itself."""
    if name == "school" and other + 1 < len(scene.tokens) and is_class(scene, other + 1, "military"):
        return True  # نشاط قتالي
    level = name == "goods" and "level" in frame.object and is_class(scene, other, "level")
    if level and stands_after(scene, other, ("troops", "force"), 1):  # مستوى قواتها
        return True
    return _also(scene, at, other, frame) or _manned(scene, other, name)


def personal(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a person by name or office is who moves (انسحاب الرئيس ترامب): no forces."""
    if sense.frame.type == "suspend" and _relieved(scene, at):
        return True
    mover = sense.frame.pattern == "move" and not sense.reading.pronoun
    reach = 3 if sense.frame.pattern == "rout" else 2 if sense.frame.name == SUMMONS else int(mover)
    return any(0 < a.first - at <= reach and a.found.value.kind == "person" for a in scene.actors)


def _relieved(scene: Scene, at: int) -> bool:
    """Whether it is a person whose duties end (إنهاء مهام المدير العام): no mission of forces."""
    ahead = [i for i in following(scene, at, FAR_OBJECT) if i + 1 < len(scene.tokens)]
    return any("duties" in scene.words[i].classes and is_class(scene, i + 1, "person") for i in ahead)


def left_politically(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether what is left is an agreement or a body (انسحبت في مايو من الاتفاق، الذي انسحبت منه)."""
    if frame.name not in LEAVING:
        return False
    ahead = list(following(scene, at, FAR_OBJECT))
    for i in ahead[:2]:
        if "resumptive" in scene.words[i].classes:
            return _of_body(scene, at) and not stands_after(scene, at, ("force", "armed"), OBJECT_REACH)
    if frame.name == "withdraw.fall_back" and any(is_class(scene, i, "about") for i in ahead[:NAME_REACH]):
        states = {h.first for h in scene.actors if h.found.value.kind in ("state", "capital")}
        return not any(
            i in states or is_class(scene, i, "site") or is_class(scene, i, "ground")
            for i in ahead[:OBJECT_REACH]
        )
    return any(
        scene.particle(i, "from") and _is_body(scene, i + 1) and "part" not in scene.words[i - 1].classes
        for i in ahead
        if i + 1 < len(scene.tokens)
    )


def _is_body(scene: Scene, at: int) -> bool:
    return any(is_class(scene, at, name) for name in BODIES) and not is_class(scene, at, "site")


def _of_body(scene: Scene, at: int) -> bool:
    """Whether an agreement or a body is nearer before the word than any site."""
    for i in range(at - 1, max(-1, at - FAR_ANTECEDENT), -1):
        if is_class(scene, i, "site"):
            return False
        if _is_body(scene, i):
            return True
    return False


def amounts(scene: Scene, at: int) -> bool:
    """Whether what is reached is a number (ليصل إلى أكثر من 170 ألفا), which moves nobody."""
    ahead = next((i + 1 for i in following(scene, at, NAME_REACH) if scene.particle(i, "to")), None)
    return ahead is not None and any(
        q.first == ahead and not is_class(scene, q.last, "site") for q in scene.quantities
    )


def grows_of(scene: Scene, at: int) -> bool:
    """Whether what grows is led by من and is no force (يزيد من حالة التخبط; not زادت من قواتها)."""
    led = at + 1 < len(scene.tokens) and scene.particle(at + 1, "from")
    return led and not stands_after(scene, at, ("troops", "level", "presence"), NAME_REACH)


def exceeds(scene: Scene, at: int) -> bool:
    """Whether a level is told to be above a number (يزيد عددها على أربعة آلاف), which is no growth."""
    numbers = {q.first - 1 for q in scene.quantities}
    near = following(scene, at, OBJECT_REACH + NAME_REACH)
    return any(i in numbers and (scene.particle(i, "on") or is_class(scene, i, "about")) for i in near)


def _manned(scene: Scene, at: int, name: str) -> bool:
    """Whether arms go with men, which is no supply (طائرات أو قوات)."""
    return name == "supply" and stands_after(scene, at, ("individual", "men"), NAME_REACH, commas=True)


def _also(scene: Scene, at: int, other: int, frame: Frame) -> bool:
    """Whether a disqualifying word is only joined to the object (وقف الهجمات والعمل على …)."""
    folded = scene.tokens[other].folded
    joined = folded.startswith(AND) and any(r.conjoined for r in readings(folded))
    return joined and any(is_class(scene, i, name) for name in frame.object for i in range(at + 1, other))
