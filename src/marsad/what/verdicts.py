"""What one governing word says of the event by itself: its kind with its own negation, tense and company.

Comes in: a cue at a token. Goes out: a `Governor`, or None where the word only carries the event.
"""

from __future__ import annotations

from marsad.what.chain import Governor
from marsad.what.detect import Trigger
from marsad.what.forms import is_blow, overtaken
from marsad.what.lexicon import FINITE, Cue
from marsad.what.polarity import excepted, negated, tense, unless
from marsad.what.scene import COMMAS, STOPS, Scene

SINCE_REACH = 4  # tokens from منذ to the decision that it dates
LAM_REACH = 2  # tokens from ما لم to its verb
OFF_REACH = 5  # tokens from a word of postponing to the decision
WAS_REACH = 6  # tokens from كان to its قد (وكان الجيش قد واصل)
WEAK = ("happened", "begin", "ongoing")  # as nouns they leave the say to what governs them (قرر بدء سحب)
_UNSAID = {"denied": "possible", "ongoing": "ongoing", "avert": "happened"}  # لم يستبعد، لا يزال، لم يمنع
_LEFT = ("withdraw", "handover")  # types that mediators work for
_BEFORE_VERBS = ("that", "modal", "relative", "was", "subordinate", "meanwhile", "colon", "closing")
_LAM, _NUN = "ل", "ن"
Verdict = tuple[str, str]  # what it says, and the rule's name


def verdict(scene: Scene, at: int, cue: Cue, trigger: Trigger | None = None) -> Governor | None:
    """What a cue says of what it governs; `trigger`: it is the nearest, and looks at the event itself."""
    if trigger and cue.kind in ("light", "occur"):
        return _light(scene, at, cue, trigger)
    if trigger and cue.kind == "undo" and not _behind_about(scene, at, trigger):
        return None  # تراجع أمام هجوم
    finite = cue.form in FINITE and not as_noun(scene, at, cue)
    span = scene.tokens[at].span
    found = _attempted(scene, at, cue, trigger) if trigger else None
    if found is None and cue.kind in WEAK and not finite and not _denied_here(scene, at):
        return _weak(scene, at, cue)
    for rule in _RULES:
        found = found or rule(scene, at, cue, trigger)
    says, name = found or (_value(cue), f"cue:{cue.kind}")
    return Governor(at, says, name, span, finite)


def no_cue(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a word is no cue here: behind a preposition no verb stands (من أجل), شرطة are no condition."""
    if scene.particle(at, "no_cue") or "suspect" in scene.words[at].classes:
        return True
    if at + 1 < len(scene.words) and "god" in scene.words[at + 1].classes:
        return True  # فضل الله is a name
    if "regards" in scene.words[at].classes and scene.particle(min(at + 1, len(scene.words) - 1), "to"):
        return True  # ينظر إليه
    if "importance" in scene.words[at].classes and at and "about" in scene.words[at - 1].classes:
        return True  # تحدث عن أهمية: a topic
    finite = cue.form in FINITE
    if finite and at > 0 and scene.particle(at - 1, "from", "to", "in"):
        return True
    adjective = cue.kind == "ongoing" and cue.form == "participle"  # الاشتباكات المستمرة
    return (cue.kind == "begin" or adjective) and not finite and cue.reading.definite


def as_noun(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a word that may be verb or noun is a noun: no clause or subject ends before it (نية أو خطط)."""
    noun = any(c.kind == cue.kind and c.form == "word" for c in scene.words[at].cues)
    if not noun or at == 0 or cue.reading.conjoined or scene.mark(at - 1, STOPS | COMMAS):
        return False
    return not (scene.particle(at - 1, *_BEFORE_VERBS) or ends_party(scene, at - 1))


def bare_that(scene: Scene, at: int, folded: str) -> bool:
    """Whether أن or بأن stands at a token, without the subject that أنه carries."""
    return scene.particle(at, "that") and folded.endswith(_NUN)


def ends_party(scene: Scene, at: int) -> bool:
    """Whether a party, place or time ends at a token."""
    held = (scene.actors, scene.places, scene.times)
    return any(one.last == at for kind in held for one in kind)


def _value(cue: Cue) -> str:
    return {"begin": "ongoing", "undo": "denied"}.get(cue.kind, cue.kind)


def _denied_here(scene: Scene, at: int) -> bool:
    return at > 0 and scene.particle(at - 1, "negation")


def _behind_about(scene: Scene, at: int, trigger: Trigger) -> bool:
    return trigger.at - at > 1 and "about" in scene.words[trigger.at - 1].classes


def _weak(scene: Scene, at: int, cue: Cue) -> Governor:
    """A noun of beginning or ending hands the say on; منذ بدء is over, لبدء is to come."""
    span = scene.tokens[at].span
    if at and scene.particle(at - 1, "since"):
        return Governor(at, "happened", f"since:{cue.kind}", span, True)
    if cue.reading.preposition == _LAM:
        return Governor(at, "planned", "purpose", span)
    return Governor(at, _value(cue), f"cue:{cue.kind}", span, weak=True)


def _attempted(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> Verdict | None:
    """An attempted attack is one, who tries to take a place is at it, an attempted withdrawal is a plan."""
    if scene.words[at].cue("failed") and is_blow(trigger) and not scene.particle(trigger.at - 1, "in"):
        return "happened", "attempt"  # فشل هجوم: there was one
    if cue.kind != "attempt":
        return None
    if at and scene.particle(at - 1, "any"):  # أي محاولة اقتحام
        return "possible", "attempt"
    if any(scene.words[i].cue("failed") for i in range(trigger.at + 1, len(scene.tokens))):
        return "denied", "attempt"  # حاولت إسقاط الطائرة لكنها فشلت
    return {"attack": "happened", "seize": "ongoing"}.get(trigger.frame.type, "planned"), "attempt"


def _negated(scene: Scene, at: int, cue: Cue, trigger: Trigger | None) -> Verdict | None:
    if cue.kind == "attempt" or not negated(scene, at, cue):
        return None
    if trigger and cue.kind == "possible" and excepted(scene, trigger.at):
        return "planned", "except"  # لن يستطيع تولي المسؤولية إلا بحلول العام المقبل
    unlikely = cue.kind == "possible" and scene.particle(at - 1, "privative")  # غير محتمل، غير قادر
    unlikely = unlikely or any(unless(scene, i) for i in range(max(0, at - LAM_REACH), at))  # ما لم يوافق على
    unset = "schedule" in scene.words[at].classes  # لم يحدد موعدا
    says = "possible" if unlikely or unset else _UNSAID.get(cue.kind, "denied")
    return says, f"negated:{cue.kind}"


def _effort(scene: Scene, at: int, cue: Cue, trigger: Trigger | None) -> Verdict | None:
    """Efforts for somebody else's withdrawal ask for it (مساع لانسحاب المقاتلين); مساعيه are one's own."""
    mediated = trigger is not None and trigger.frame.type in _LEFT and not cue.reading.pronoun
    return ("demanded", "cue:demanded") if mediated and "effort" in scene.words[at].classes else None


def _undecided(scene: Scene, at: int, cue: Cue, trigger: Trigger | None) -> Verdict | None:
    """A decision that is still to fall: قراره بشأن إرسال، قبل أن يقرر إرسال."""
    if cue.kind != "planned":
        return None
    behind = [at + 1] if trigger is None else [at + 1, trigger.at - 1]
    about = any("undecided" in scene.words[i].classes for i in behind if i < len(scene.words))
    before = at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "before_that")
    before = before and not any(scene.particle(i, "was") for i in range(at))
    off = any("put_off" in scene.words[i].classes for i in range(max(0, at - OFF_REACH), at))  # تؤجل قرار سحب
    return ("possible", "undecided") if about or before or (off and cue.form == "word") else None


def _done_since(scene: Scene, at: int, cue: Cue, _: Trigger | None) -> Verdict | None:
    """What was decided long ago, went on till then or was made possible is done."""
    near = range(max(0, at - SINCE_REACH), at)
    since = any(scene.particle(i, "since") for i in near) and not any(scene.mark(i, COMMAS) for i in near)
    if cue.kind == "planned" and since:  # منذ أمره بسحب
        return "happened", "since:planned"
    if cue.form != "past" or at < 2:
        return None
    was = any(scene.particle(i, "was") for i in range(max(0, at - WAS_REACH), at))
    if cue.kind == "ongoing" and was and scene.particle(at - 1, "modal"):  # كان قد واصل قصفه
        return "happened", "pluperfect"
    enabled = "enabling" in scene.words[at].classes and "which" in scene.words[at - 1].classes
    return ("happened", "enabled") if enabled else None  # ما سمح باستعادة


def _supposed(scene: Scene, at: int, cue: Cue, _: Trigger | None) -> Verdict | None:
    """من المفترض أن tells a plan, الهجوم المفترض what is only alleged."""
    supposed = cue.kind == "possible" and "supposed" in scene.words[at].classes
    return ("planned", "cue:planned") if supposed and at and scene.particle(at - 1, "from") else None


def _averted(_: Scene, __: int, cue: Cue, ___: Trigger | None) -> Verdict | None:
    """منع الهجوم: there was none; لمنع هجوم: one may come."""
    if cue.kind != "avert":
        return None
    return "denied" if cue.form == "past" else "possible", "cue:avert"


def _later(scene: Scene, at: int, cue: Cue, _: Trigger | None) -> Verdict | None:
    """ستبدأ، على أن تبدأ، كي يتمكن، لتتمكن: it is to begin or succeed."""
    aimed = (at > 0 and scene.particle(at - 1, "that", "so_that")) or cue.reading.preposition == _LAM
    later = cue.reading.future or (cue.form == "present" and aimed)
    return ("planned", f"future:{cue.kind}") if cue.kind in WEAK and later else None


_RULES = (_negated, _effort, _undecided, _done_since, _supposed, _averted, _later)  # in this order


def _light(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> Governor | None:
    """A light verb hands on its tense: سيتم سحب، لم يتم سحب، قد يتم."""
    span, present = scene.tokens[at].span, cue.form == "present"
    if cue.reading.future:
        return Governor(at, "planned", "light:future", span, True)
    if present and overtaken(scene, at):  # قبل أن تلوذ بالفرار
        return Governor(at, "happened", "light:past", span, True)
    if present and at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "on"):
        return Governor(at, "planned", "light:that", span, True)  # على أن يتم سحب
    if cue.form not in FINITE or not _carries(cue, trigger):
        return None
    if present and _tells_now(scene, at):  # تدور معارك، تشن غارات، تجري القوات انسحابا
        return tense(scene, at, True) or Governor(at, "ongoing", "light:present", span, True)
    if cue.form == "past" and cue.reading.conjoined:  # ألغيت الإجازات وتم حشد القوات
        return Governor(at, "happened", "light:past", span, True)
    return tense(scene, at, present)


def _carries(cue: Cue, trigger: Trigger) -> bool:
    """Whether a light verb can carry the noun: not with a pronoun, an aim of its own, or ب behind شهد."""
    attached = trigger.sense.reading.preposition
    other = attached == _LAM or (cue.kind == "occur" and attached is not None)  # يشن هجوما لانتزاع
    return not (other or cue.reading.pronoun or cue.reading.preposition)  # التي تشنها، لتقوم بإجلائهم


def _tells_now(scene: Scene, at: int) -> bool:
    """Whether a light verb's present says what goes on: no headline, no أن يتم, no تحدث عن."""
    before = scene.tokens[at - 1].folded if at else ""
    governed = at > 0 and (scene.particle(at - 1, "until") or bare_that(scene, at - 1, before))
    return not (scene.title or governed or scene.words[at].cue("speech"))
