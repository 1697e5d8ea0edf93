"""The words that govern a trigger, from the nearest outward: what `chain` puts together.

A noun is governed by the cue to its left, a verb by the one before أن; light verbs hand on their own tense. From
each governor found the next is looked for: before a noun in its own clause, before a verb across أن / إن.
"""

from __future__ import annotations

from collections.abc import Iterator

from marsad.what.chain import Governor
from marsad.what.detect import Trigger
from marsad.what.forms import is_blow, overtaken
from marsad.what.lexicon import FINITE, Cue
from marsad.what.polarity import conditional, goes_on, negated, tense, yet
from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 12  # tokens left of a trigger in which a word can govern it
NOUN_REACH = 4  # the same for an attack's noun, which more often is the object of some other word
OBJECT_REACH = (
    11  # for one in the accusative, the object of a verb behind its subject (بدأت القوات ... هجوما)
)
PARTICIPLE_REACH = 2  # for a participle, which says what forces already do
OUTER_REACH = 10  # tokens left of a governor in which the next one stands (نفت الوزارة ما نشر عن عزمها)
LINK = 3  # tokens between أن and the verb that it leads
ASIDE = 14  # tokens of an aside between two commas that the chain may pass over (بدأت، منذ أشهر، سحب)
BARE = 3  # letters of أن, بأن; longer ones carry their subject (أنه يعيد)
NEAR = 4  # tokens between a demand or قد and the governor's noun that it takes
SINCE_REACH = 4  # tokens from منذ to the decision that it dates
DEPTH = 4  # governors of one chain; longer ones are chance
_FACTS = (
    "planned", "demanded", "denied", "possible", "ongoing", "happened", "begin", "light", "occur", "attempt", "avert",
    "undo",
)  # fmt: skip
_OUTER = ("denied", "demanded", "possible", "planned")
_WEAK = ("happened", "begin", "ongoing")  # as nouns they leave the say to what governs them (قرر بدء سحب)
_LEFT = ("withdraw", "handover")
_WISHES = ("planned", "possible", "demanded")
_BEFORE_VERBS = ("that", "modal", "relative", "was", "subordinate", "meanwhile", "colon", "closing")
_ARTICLE = "ال"
_LAM = "ل"
_PERSONS = ("ي", "ت")  # first letters of a third person's present
_AND, _BA = "و", "ب"
_ALIF, _PLURAL = "ا", "ات"


def governors(scene: Scene, trigger: Trigger) -> tuple[Governor, ...]:
    """The chain that governs a trigger, the nearest word first."""
    if _pointed_at(scene, trigger):
        return ()
    chain = list(_nearest(scene, trigger))
    while chain and not chain[-1].weak and len(chain) < DEPTH:
        outer = _outward(scene, chain[-1])
        if outer is None:
            break
        chain.append(outer)
    return tuple(chain)


def _nearest(scene: Scene, trigger: Trigger) -> Iterator[Governor]:
    """The first word to the left that reaches the trigger, behind nouns of beginning that hand the say on."""
    commas: list[int] = []
    reach, weak = _reach(scene, trigger), False
    at = trigger.at - 1
    while at >= 0 and trigger.at - at <= reach:
        if scene.mark(at, COMMAS) and not _joins(scene, at, trigger):
            commas.append(at)
        if _closed(scene, at, trigger) or (len(commas) > 1 and commas[0] - commas[-1] > ASIDE):
            return
        found = conditional(scene, at, trigger.at) or _duty(scene, at, trigger)
        if not found and len(commas) != 1:
            found = _cued(scene, at, trigger) or _will(scene, at, trigger)
        if found and (not found.weak or not weak):
            yield found
        if found and not found.weak:
            return
        if found:
            weak, reach = True, reach + LINK
        elif scene.words[at].cue("light", "occur"):
            reach = max(reach, REACH)
        at -= 1


def _joins(scene: Scene, comma: int, trigger: Trigger) -> bool:
    """Whether a comma only stands before a second object (بالانسحاب، والحركة بإخلاء)."""
    joined = scene.tokens[comma + 1].folded.startswith(_AND)
    party = any(held.first in (comma + 1, comma + 2) for held in scene.actors) or comma + 1 == trigger.at
    return joined and party and trigger.sense.reading.preposition is not None and not trigger.finite


def _will(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    """سوف before a verb on which the noun hangs by a preposition (سوف تشارك في استعادة)."""
    behind = scene.particle(trigger.at - 1, "in", "on", "to") or trigger.sense.reading.preposition == _BA
    if trigger.finite or is_blow(trigger) or not behind or not scene.particle(at, "future"):
        return None
    return Governor(at, "planned", "light:future", scene.tokens[at].span, True)


def _duty(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    """على and a party before the event: it has to (على أنقرة سحب قواتها، على القوات أن تغادر)."""
    first = trigger.at - 1 if scene.particle(trigger.at - 1, "that") else trigger.at
    party = next((a for a in scene.actors if a.first == at + 1), None)
    if party is None or party.last + 1 != first or not scene.particle(at, "on"):
        return None
    opens = at == 0 or scene.mark(at - 1, STOPS | COMMAS) or scene.particle(at - 1, "that", "opening")
    return Governor(at, "demanded", "duty", scene.tokens[at].span) if opens else None


def _reach(scene: Scene, trigger: Trigger) -> int:
    """How far left a cue may stand: close before an attack's noun, closer before a participle (منتشرين)."""
    if trigger.sense.form == "participle":
        return PARTICIPLE_REACH
    if not is_blow(trigger):
        return REACH
    return OBJECT_REACH if _accusative(scene, trigger) else NOUN_REACH


def _accusative(scene: Scene, trigger: Trigger) -> bool:
    """Whether an attack's noun is an indefinite object (بدأت القوات فجرا هجوما)."""
    folded = scene.tokens[trigger.at].folded
    bare = not trigger.finite and not trigger.sense.reading.definite
    return bare and folded.endswith((_ALIF, _PLURAL))


def _pointed_at(scene: Scene, trigger: Trigger) -> bool:
    """Whether a demonstrative points back to an attack already told (أدانت تلك الغارة), not مثل هذه الهجمات."""
    noun = is_blow(trigger) and trigger.sense.reading.definite
    pointed = noun and trigger.at > 0 and scene.particle(trigger.at - 1, "demonstrative")
    return pointed and not (trigger.at > 1 and "another_such" in scene.words[trigger.at - 2].classes)


def _closed(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the chain ends at a token: a stop, a relative, a subordinator, another verb's clause."""
    if scene.mark(at, STOPS) or scene.particle(at, "relative", "despite") or goes_on(scene, at):
        return True
    if scene.particle(at, "subordinate") and not yet(
        scene, at
    ):  # بعد انسحاب closes; طالب منذ زمن طويل بسحب does not
        if _dated(scene, at, trigger):
            return True
        timed = any(held.first in (at, at + 1) for held in scene.times)
        return not timed and (trigger.finite or trigger.at - at <= 2 or not _hangs(scene, at, trigger))
    if scene.mark(at, COMMAS):
        return trigger.finite
    if trigger.finite and not scene.particle(trigger.at - 1, "that") and trigger.at - at > 1:
        return scene.finite(at) and not scene.words[at].cue(*_FACTS)
    return False


def _dated(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the noun is what a time is counted from (بعد يومين من ضربة)."""
    return scene.particle(trigger.at - 1, "from") and any(
        at <= held.first and held.last == trigger.at - 2 for held in scene.times
    )


def _hangs(scene: Scene, subordinator: int, trigger: Trigger) -> bool:
    """Whether a noun hangs by a preposition (بسحب، إلى سحب) on a word before بعد, no other one between."""
    before = trigger.at > 0 and scene.particle(trigger.at - 1, "to", "on", "in", "from")
    own = trigger.sense.reading.preposition is not None or before
    between = range(subordinator + 1, trigger.at)
    return own and not any(scene.words[i].cue("suffer") for i in between)


def _cued(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    own = [c for c in scene.words[at].cues if c.kind in _FACTS and not no_cue(scene, at, c)]
    cue = next((c for c in own if c.kind not in ("light", "occur")), own[0] if own else None)
    if cue is None or not _reaches(scene, at, trigger):
        return None
    if _its_verb(at, cue, trigger) or _of_another(scene, at, cue, trigger):
        return None
    if cue.kind == "attempt":
        return _attempt(scene, at, cue, trigger)
    if cue.kind in ("light", "occur"):
        return _light(scene, at, cue, trigger)
    if scene.words[at].cue("failed") and is_blow(trigger) and not scene.particle(trigger.at - 1, "in"):
        return Governor(at, "happened", "attempt", scene.tokens[at].span, cue.form in FINITE)  # فشل هجوم: there was one
    if cue.kind == "undo":  # تراجع عن سحب; but تراجع أمام هجوم
        behind = trigger.at - at > 1 and "about" in scene.words[trigger.at - 1].classes
        return (
            Governor(at, "denied", "cue:undo", scene.tokens[at].span, cue.form in FINITE) if behind else None
        )
    return None if _admits(scene, at, cue, trigger) else _said(scene, at, cue, trigger)


def _admits(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether a word for deciding is one of saying here: أقر بقصف، أقر بأن, but أقر إرسال."""
    told = cue.kind == "planned" and scene.words[at].cue("speech") is not None
    clause = any(scene.particle(i, "that") for i in range(at + 1, trigger.at))
    return told and (
        clause or trigger.sense.reading.preposition is not None or is_blow(trigger)
    )


def _of_another(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether an attack's noun hangs on another noun, which the cue governs (تفاصيل الهجوم، تحقيق في الهجوم)."""
    if not is_blow(trigger) or trigger.finite:
        return False
    if trigger.at - at < 2:
        return "sound" in scene.words[at].classes
    carried = any(scene.words[i].cue("light", "occur") for i in range(at, trigger.at))
    if (
        trigger.at - at > NOUN_REACH
        and not carried
        and not (_accusative(scene, trigger) and cue.kind in (*_WEAK, "light"))
    ):
        return True
    before = trigger.at - 1
    if any(s.frame.type == "suspend" for s in scene.words[before].senses):
        return True  # دعا إلى وقف هجماتهم: they go on
    if scene.particle(before, "in", "from", "on"):
        return before - at > 1 and not _ends_party(scene, before - 1)
    if cue.kind in ("light", "occur"):
        return trigger.sense.reading.definite and trigger.sense.reading.conjoined
    if cue.kind == "attempt" and trigger.at - at > 2:
        return True
    return trigger.sense.reading.definite and trigger.sense.reading.preposition is None and _heads(scene, before)


def _heads(scene: Scene, at: int) -> bool:
    """Whether a bare noun that the tables do not know governs the next word (تفاصيل الهجوم)."""
    word = scene.words[at]
    bare = scene.tokens[at].kind == "word" and not scene.tokens[at].folded.startswith(_ARTICLE)
    near = _ends_party(scene, at) or _ends_party(scene, at - 1)
    return bare and not (word.cues or word.senses or word.particles or near)


def _ends_party(scene: Scene, at: int) -> bool:
    return any(held.last == at for held in (*scene.actors, *scene.places, *scene.times))


def _said(scene: Scene, at: int, cue: Cue, trigger: Trigger | None = None) -> Governor:
    """What a cue says by itself, its own negation and tense taken in."""
    span, finite = scene.tokens[at].span, cue.form in FINITE and not _as_noun(scene, at, cue)
    if cue.kind in _WEAK and not finite and not (at and scene.particle(at - 1, "negation")):
        if at and scene.particle(at - 1, "since"):  # منذ بدء هجومهم
            return Governor(at, "happened", f"since:{cue.kind}", span, True)
        if cue.reading.preposition == _LAM:  # لبدء سحب
            return Governor(at, "planned", "purpose", span)
        return Governor(at, _value(cue), f"cue:{cue.kind}", span, weak=True)
    if negated(scene, at, cue):
        unlikely = cue.kind == "possible" and scene.particle(at - 1, "privative")  # غير محتمل، غير قادر
        unlikely = unlikely or "schedule" in scene.words[at].classes  # لم يحدد موعدا
        return Governor(at, "possible" if unlikely else _unsaid(cue), f"negated:{cue.kind}", span, finite)
    if "effort" in scene.words[at].classes and not cue.reading.pronoun and trigger and trigger.frame.type in _LEFT:
        return Governor(at, "demanded", "cue:demanded", span)  # مساع لانسحاب الحوثيين: somebody else's
    if trigger and cue.kind == "planned" and "undecided" in scene.words[trigger.at - 1].classes:
        return Governor(at, "possible", "undecided", span, finite)  # قرار لم يتخذ بعد حول إرسال
    special = _open_decision(scene, at, cue) or _past_now(scene, at, cue) or _long_decided(scene, at, cue)
    if special:
        return Governor(at, *special, span, finite)
    if cue.kind == "possible" and at and "supposed" in scene.words[at].classes and scene.particle(at - 1, "from"):
        return Governor(at, "planned", "cue:planned", span)  # من المفترض أن
    if cue.kind == "avert":  # منع الهجوم: none; لمنع هجوم: one that may come
        return Governor(at, "denied" if cue.form == "past" else "possible", "cue:avert", span, finite)
    aimed = at > 0 and scene.particle(at - 1, "that", "so_that")  # أن تبدأ، كي يتمكن
    later = cue.reading.future or (cue.form == "present" and (aimed or cue.reading.preposition == _LAM))
    if cue.kind in _WEAK and later:  # ستبدأ؛ على أن تبدأ
        return Governor(at, "planned", f"future:{cue.kind}", span, finite)
    return Governor(at, _value(cue), f"cue:{cue.kind}", span, finite)


def _as_noun(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a word that may be verb or noun is a noun: no clause or subject ends before it (نية أو خطط)."""
    noun = any(c.kind == cue.kind and c.form == "word" for c in scene.words[at].cues)
    if not noun or at == 0 or cue.reading.conjoined or scene.mark(at - 1, STOPS | COMMAS):
        return False
    return not (scene.particle(at - 1, *_BEFORE_VERBS) or _ends_party(scene, at - 1))


def _open_decision(scene: Scene, at: int, cue: Cue) -> tuple[str, str] | None:
    """A decision that is still to fall: قراره بشأن إرسال، قبل أن يقرر إرسال."""
    if cue.kind != "planned":
        return None
    about = at + 1 < len(scene.tokens) and "undecided" in scene.words[at + 1].classes
    before = at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "before_that")
    before = before and not any(scene.particle(i, "was") for i in range(at))
    return ("possible", "undecided") if about or before else None


def _long_decided(scene: Scene, at: int, cue: Cue) -> tuple[str, str] | None:
    """What was decided long ago is done (منذ أمره بسحب، منذ اتخذت قرارها بسحب)."""
    near = range(max(0, at - SINCE_REACH), at)
    since = any(scene.particle(i, "since") for i in near) and not any(scene.mark(i, COMMAS) for i in near)
    return ("happened", "since:planned") if cue.kind == "planned" and since else None


def _past_now(scene: Scene, at: int, cue: Cue) -> tuple[str, str] | None:
    """What went on or was made possible then is done: كان قد واصل قصفه، ما سمح باستعادة."""
    if cue.form != "past" or at < 2:
        return None
    pluperfect = scene.particle(at - 1, "modal") and any(
        scene.particle(i, "was") for i in range(max(0, at - 6), at)
    )
    if cue.kind == "ongoing" and pluperfect:
        return "happened", "pluperfect"
    enabled = "enabling" in scene.words[at].classes and "which" in scene.words[at - 1].classes
    return ("happened", "enabled") if enabled else None


def _value(cue: Cue) -> str:
    return "ongoing" if cue.kind == "begin" else cue.kind


def _unsaid(cue: Cue) -> str:
    """What a negated cue says: لم يستبعد leaves it possible, لا يزال goes on, لا ينوي denies."""
    return {"denied": "possible", "ongoing": "ongoing", "avert": "happened"}.get(cue.kind, "denied")


def _attempt(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> Governor:
    """An attempted attack is one, who tries to take a place is at it, an attempted withdrawal is a plan."""
    span = scene.tokens[at].span
    says = {"attack": "happened", "seize": "ongoing"}.get(trigger.frame.type, "planned")
    if at and scene.particle(at - 1, "any"):  # أي محاولة اقتحام
        return Governor(at, "possible", "attempt", span)
    if any(scene.words[i].cue("failed") for i in range(trigger.at + 1, len(scene.tokens))):
        says = "denied"  # حاولت إسقاط الطائرة لكنها فشلت
    return Governor(at, says, "attempt", span, cue.form in FINITE)


def no_cue(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a word is no cue here: a verb after a preposition is a noun (من أجل), شرطة are no conditions."""
    if scene.particle(at, "no_cue") or "suspect" in scene.words[at].classes:
        return True
    finite = cue.form in FINITE
    if finite and at > 0 and scene.particle(at - 1, "from", "to", "in"):
        return True
    adjective = cue.kind == "ongoing" and cue.form == "participle"  # الاشتباكات المستمرة
    return (cue.kind == "begin" or adjective) and not finite and cue.reading.definite


def _its_verb(at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether an attack's definite noun is the cue's subject, not what it governs (هدفت الهجمات إلى)."""
    noun = is_blow(trigger) and trigger.sense.reading.definite
    return noun and trigger.at - at == 1 and cue.form in ("past", "present") and cue.kind in _WISHES


def _light(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> Governor | None:
    """A light verb hands on its tense: سيتم سحب، لم يتم سحب، قد يتم."""
    span = scene.tokens[at].span
    if cue.reading.future:
        return Governor(at, "planned", "light:future", span, True)
    if cue.form == "present" and overtaken(scene, at):  # قبل أن تلوذ بالفرار
        return Governor(at, "happened", "light:past", span, True)
    if cue.form == "present" and at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "on"):
        return Governor(at, "planned", "light:that", span, True)  # على أن يتم سحب
    lam = trigger.sense.reading.preposition == _LAM  # يشن هجوما لانتزاع: an aim of its own
    ill = lam or (cue.kind == "occur" and trigger.sense.reading.preposition is not None)  # تشهد نزاعا تسبب بمقتل
    if ill or cue.reading.pronoun or cue.reading.preposition:  # الغارات التي تشنها، لتقوم بإجلائهم
        return None
    if cue.form == "present" and _tells_now(scene, at):  # تدور معارك، تشن غارات، تجري القوات انسحابا
        return tense(scene, at, True) or Governor(at, "ongoing", "light:present", span, True)
    if cue.form == "past" and cue.reading.conjoined:  # ألغيت الإجازات وتم حشد القوات
        return Governor(at, "happened", "light:past", span, True)
    return tense(scene, at, cue.form == "present") if cue.form in FINITE else None


def _tells_now(scene: Scene, at: int) -> bool:
    """Whether a light verb's present says what goes on: no headline, no أن يتم, no تحدث عن."""
    governed = at > 0 and scene.particle(at - 1, "that", "until") and len(scene.tokens[at - 1].folded) <= BARE
    return not (scene.title or governed or scene.words[at].cue("speech"))


def _reaches(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a cue governs the trigger: a verbal noun, or a verb with أن between, or the next word."""
    if not trigger.finite:
        return True
    links = [i for i in range(at + 1, trigger.at) if scene.particle(i, "that")]
    joined = bool(links) and scene.tokens[links[-1]].folded.startswith(_AND)  # ضرورة الحوار وأن تنسحب
    return trigger.at - at == 1 or (bool(links) and not (joined and scene.words[at].cue("possible")))


def _outward(scene: Scene, inner: Governor) -> Governor | None:
    """The next governor to the left of one: what governs the word that governs the trigger."""
    start, linked = inner.at - 1, False
    if inner.finite:
        if_so = (conditional(scene, inner.at - 1, inner.at) or _in_case(scene, inner.at - 1)) if inner.at else None
        link, head = _link(scene, inner.at), _plan_before(scene, inner.at)
        if link is None and head is None:
            return if_so
        start, linked = (link - 1, True) if link is not None else ((head or 0) - 1, False)
    told_beside = scene.tokens[inner.at].folded.endswith(_ALIF)  # ، محذرا من
    if start > 0 and scene.mark(start, COMMAS) and not told_beside:  # رفضت الوزارة، أمس، ادعاءات بقصف
        start -= 1
    for at in range(start, max(-1, start - OUTER_REACH), -1):
        if _parted(scene, at):
            return None
        found = conditional(scene, at, inner.at) or _may(scene, at, inner) or _outer(scene, at, inner, linked)
        if found or (scene.finite(at) and not scene.words[at].cue("light", "occur", "happened")):
            return found
    return None


def _may(scene: Scene, at: int, inner: Governor) -> Governor | None:
    """قد before a present that takes a governor's noun (قد يخاطر بمحاولة اقتحام)."""
    present = at + 1 < inner.at and scene.tokens[at + 1].folded[:1] in _PERSONS
    near = inner.at - at <= NEAR and scene.particle(at, "modal") and present
    return Governor(at, "possible", "modal", scene.tokens[at].span) if near else None


def _in_case(scene: Scene, at: int) -> Governor | None:
    """في حال before a verb: the whole clause is a condition."""
    case = scene.words[at].cue("possible")
    if case is None or case.form != "word" or not (at and scene.particle(at - 1, "in")):
        return None
    return Governor(at, "possible", "conditional", scene.tokens[at].span)


def _plan_before(scene: Scene, verb: int) -> int | None:
    """The noun of a plan that a verb without الذي describes (خطط تهدف إلى احتلال)."""
    near = range(verb - 1, max(-1, verb - 1 - LINK), -1)
    return next((i for i in near if any(c.kind == "planned" and c.form == "word" for c in scene.words[i].cues)), None)


def _link(scene: Scene, verb: int) -> int | None:
    """The أن / إن that leads a verb."""
    near = range(verb - 1, max(-1, verb - 1 - LINK), -1)
    return next((i for i in near if scene.particle(i, "that")), None)


def _parted(scene: Scene, at: int) -> bool:
    return scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate")


def _outer(scene: Scene, at: int, inner: Governor, linked: bool) -> Governor | None:
    cue = scene.words[at].cue(*_OUTER)
    if cue is None or no_cue(scene, at, cue):
        return None
    if "insists" in scene.words[at].classes:
        return None  # تمسكها بموعد الانسحاب
    willed = cue.kind in ("planned", "demanded") and linked
    if willed and (scene.words[at].cue("speech") or _in_past(scene, inner.at)):
        return None  # أقر بأن روسيا تعيد; أن القوات بدأت
    if cue.kind == "demanded" and inner.at - at > NEAR:
        return None  # تحثها على إعادة التفكير في خططها شن هجوم
    if cue.kind == "possible" and not (linked or inner.at - at <= 2):
        return None  # حذر من قرار سحب: the decision stands
    return _said(scene, at, cue)


def _in_past(scene: Scene, at: int) -> bool:
    """Whether a verb stands in the past: behind أنّ, which no wish has."""
    return any(c.form == "past" for c in scene.words[at].cues)
