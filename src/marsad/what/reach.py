"""How far left a word can govern a trigger: where its clause ends, what stands between (مدى التحكم)."""

from __future__ import annotations

from marsad.what.detect import Trigger
from marsad.what.forms import is_blow
from marsad.what.lexicon import POSTURE, Cue
from marsad.what.polarity import goes_on, yet
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.verdicts import WEAK, ends_party

REACH = 12  # tokens left of a trigger in which a word can govern it
NOUN_REACH = 4  # the same for an attack's noun, which more often is the object of some other word
OBJECT_REACH = 11  # for one in the accusative, the object of a verb behind its subject (بدأت القوات هجوما)
PARTICIPLE_REACH = 2  # for a participle, which says what forces already do
FACTS = (
    "planned", "demanded", "denied", "possible", "ongoing", "happened", "begin", "light", "occur",
    "attempt", "avert", "undo",
)  # fmt: skip
_WISHES = ("planned", "possible", "demanded")
_ARTICLE, _AND = "ال", "و"
_ALIF, _PLURAL = "ا", "ات"


def reach_of(scene: Scene, trigger: Trigger) -> int:
    """How far left a cue may stand: close before an attack's noun, closer before a participle (منتشرين)."""
    if trigger.sense.form == "participle":
        return PARTICIPLE_REACH
    if not is_blow(trigger):
        return REACH
    return OBJECT_REACH if _object(scene, trigger) else NOUN_REACH


def pointed_at(scene: Scene, trigger: Trigger) -> bool:
    """Whether a demonstrative points back to an attack already told (أدانت تلك الغارة), not مثل هذه."""
    noun = is_blow(trigger) and trigger.sense.reading.definite
    pointed = noun and trigger.at > 0 and scene.particle(trigger.at - 1, "demonstrative")
    return pointed and not (trigger.at > 1 and "another_such" in scene.words[trigger.at - 2].classes)


def closed(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the chain ends at a token: a stop, a relative, a subordinator, another verb's clause."""
    if scene.mark(at, STOPS) or scene.particle(at, "relative", "despite", "answer") or goes_on(scene, at):
        return True
    if scene.particle(at, "subordinate") and not yet(scene, at) and not _idiom(scene, at):
        return _subordinates(scene, at, trigger)
    if scene.mark(at, COMMAS):
        return trigger.finite
    if trigger.finite and not scene.particle(trigger.at - 1, "that") and trigger.at - at > 1:
        return scene.finite(at) and not scene.words[at].cue(*FACTS)
    return False


def joins(scene: Scene, comma: int, trigger: Trigger) -> bool:
    """Whether a comma only stands before a second object (بالانسحاب، والحركة بإخلاء; خيارات، منها إرسال)."""
    if scene.particle(comma + 1, "among"):
        return True
    joined = scene.tokens[comma + 1].folded.startswith(_AND)
    party = comma + 1 == trigger.at or any(a.first in (comma + 1, comma + 2) for a in scene.actors)
    return joined and party and trigger.sense.reading.preposition is not None and not trigger.finite


def governs(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether a cue within reach governs the trigger, and not some other word beside it."""
    reaches = not trigger.finite or _before_that(scene, at, trigger)
    other = _its_verb(at, cue, trigger) or _of_another(scene, at, cue, trigger)
    backed = "backing" in scene.words[at].classes and trigger.frame.type not in POSTURE  # أيد غزو: a fact
    return reaches and not (other or backed or _admits(scene, at, cue, trigger))


def _idiom(scene: Scene, at: int) -> bool:
    """Whether حيث belongs to من حيث المبدأ."""
    return at > 0 and scene.particle(at - 1, "from") and "respect" in scene.words[at].classes


def _subordinates(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a subordinator keeps the noun: بعد انسحاب does; طالب منذ زمن طويل بسحب does not."""
    from_time = scene.particle(trigger.at - 1, "from") and any(
        at <= held.first and held.last == trigger.at - 2 for held in scene.times
    )
    if from_time:  # بعد يومين من ضربة
        return True
    timed = any(held.first in (at, at + 1) for held in scene.times)
    return not timed and (trigger.finite or trigger.at - at <= 2 or not _hangs(scene, at, trigger))


def _hangs(scene: Scene, subordinator: int, trigger: Trigger) -> bool:
    """Whether a noun hangs by a preposition (بسحب، إلى سحب) on a word before بعد, no other one between."""
    before = scene.particle(trigger.at - 1, "to", "on", "in", "from")
    own = trigger.sense.reading.preposition is not None or before
    between = range(subordinator + 1, trigger.at)
    return own and not any(scene.words[i].cue("suffer") for i in between)


def _before_that(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a cue governs a verb: it stands next to it, or أن between; وأن belongs to a farther one."""
    links = [i for i in range(at + 1, trigger.at) if scene.particle(i, "that")]
    joined = bool(links) and scene.tokens[links[-1]].folded.startswith(_AND)  # ضرورة الحوار وأن تنسحب
    return trigger.at - at == 1 or (bool(links) and not (joined and scene.words[at].cue("possible")))


def _its_verb(at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether an attack's definite noun is the cue's subject, not what it governs (هدفت الهجمات إلى)."""
    noun = is_blow(trigger) and trigger.sense.reading.definite
    return noun and trigger.at - at == 1 and cue.form in ("past", "present") and cue.kind in _WISHES


def _admits(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether a word for deciding is one of saying here: أقر بقصف، أقر بأن, but أقر إرسال."""
    told = cue.kind == "planned" and scene.words[at].cue("speech") is not None
    clause = any(scene.particle(i, "that") for i in range(at + 1, trigger.at))
    return told and (clause or trigger.sense.reading.preposition is not None or is_blow(trigger))


def _object(scene: Scene, trigger: Trigger) -> bool:
    """Whether an attack's noun is an indefinite object (بدأت القوات فجرا هجوما)."""
    bare = not trigger.finite and not trigger.sense.reading.definite
    return bare and scene.tokens[trigger.at].folded.endswith((_ALIF, _PLURAL))


def _of_another(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether an attack's noun hangs on another noun, which the cue governs (تفاصيل الهجوم)."""
    if not is_blow(trigger) or trigger.finite:
        return False
    if trigger.at - at < 2:
        return "sound" in scene.words[at].classes  # صوت انفجار
    return _too_far(scene, at, cue, trigger) or _hangs_between(scene, at, cue, trigger)


def _too_far(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    if cue.kind == "attempt":
        return trigger.at - at > 2
    carried = any(scene.words[i].cue("light", "occur") for i in range(at, trigger.at))
    taken = _object(scene, trigger) and cue.kind in (*WEAK, "light")
    return trigger.at - at > NOUN_REACH and not carried and not taken


def _hangs_between(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    before, reading = trigger.at - 1, trigger.sense.reading
    if any(s.frame.type == "suspend" for s in scene.words[before].senses):
        return True  # دعا إلى وقف هجماتهم: they go on
    if scene.particle(before, "in", "from", "on"):  # فتح تحقيق في الهجوم
        return before - at > 1 and not ends_party(scene, before - 1)
    if cue.kind in ("light", "occur"):
        return reading.definite and reading.conjoined
    return reading.definite and reading.preposition is None and _heads(scene, before)


def _heads(scene: Scene, at: int) -> bool:
    """Whether a bare noun that the tables do not know governs the next word (تفاصيل الهجوم)."""
    word, token = scene.words[at], scene.tokens[at]
    bare = token.kind == "word" and not token.folded.startswith(_ARTICLE)
    near = ends_party(scene, at) or ends_party(scene, at - 1)
    return bare and not (word.cues or word.senses or word.particles or near)
