"""Whether an event happened: the chain of words that governs its trigger (codebook, section 8).

From the trigger to the left: particles on the verb, light verbs (which hand on their own tense), then the
nearest cue; a denial further left turns a plan into one. What follows (المزعوم، قد ينفذ) is asked first.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.records import Found, Span
from marsad.what.detect import Trigger
from marsad.what.forms import NOUNS, by_form, told
from marsad.what.lexicon import Cue
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.story import STORY

REACH = 12  # tokens left of a trigger in which a word can govern it
CONDITION_REACH = 7  # tokens between إذا and the event that it makes conditional
REFUTE_REACH = 25  # tokens of a sentence that a verb of denying covers
OUTER_REACH = 10  # tokens left of a cue in which a denial can stand (نفت الوزارة ما نشر عن عزمها)
NOUN_REACH = 4  # the same for an attack's noun, which more often is the object of some other word
NEGATED_REACH = 6  # tokens left of a cue's noun in which its negation stands (ليس لدى الحكومة حاليا أي خطط)
PARTICIPLE_REACH = 2  # the same for a participle, which says what forces already do
ASIDE = 9  # tokens of an aside between two commas that the chain may pass over (بدأت، منذ أشهر، سحب)
PREDICATE_REACH = 10  # tokens right of a noun in which its own verb stands (الهجوم المضاد قد ينفذ)
_FACTS = (
    "planned",
    "demanded",
    "denied",
    "possible",
    "ongoing",
    "happened",
    "begin",
    "light",
    "occur",
    "attempt",
)
_WEAK = (
    "happened",
    "begin",
    "ongoing",
)  # as verbal nouns they leave the say to what governs them (قرر بدء سحب)
# what a noun's own verb says: "the battles lasted six days" are over, "the withdrawal has begun" goes on
_UNDER_WAY = {("ongoing", "present"), ("ongoing", "participle"), ("begin", "past"), ("begin", "present")}
_ARTICLE = "ال"
_AND = "و"
_ACCUSATIVE = ("ا", "ه")  # endings of مؤكدا, مشيرة; متحدث is a noun
_PERSONS = ("ي", "ت")  # first letters of a third person's present


def factuality_of(scene: Scene, trigger: Trigger) -> Found[str]:
    """The factuality of a trigger, with the words that decided it and the rule's name."""
    for rule in (_refuted, _particle, _qualified, _governed):
        found = rule(scene, trigger)
        if found and found.value == "planned" and trigger.frame.pattern == "expel":
            return replace(found, value="demanded")  # who decides on others' forces demands
        if found:
            lasting = found.value == "ongoing" and trigger.frame.pattern in ("stay", "count")
            return replace(found, value="happened") if lasting else found  # ما زالوا يرابطون is a fact
    form = "told" if told(scene, trigger) else trigger.sense.form
    return Found(by_form(scene, trigger), (scene.tokens[trigger.at].span,), f"form:{form}")


def _refuted(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """Whether the sentence denies what it goes on to tell: نفت الوزارة التقارير التي تحدثت عن انسحاب."""
    for at in range(trigger.at - 1, max(-1, trigger.at - REFUTE_REACH), -1):
        if scene.mark(at, STOPS) or scene.particle(at, "colon", "contrast"):
            return None
        cue = scene.words[at].cue("refuted")
        if cue and cue.form in ("past", "present", "participle"):
            negated = at > 0 and scene.particle(at - 1, "negation")
            return None if negated else Found("denied", (scene.tokens[at].span,), "refuted")
        if scene.words[at].cue("speech") and (_tells(scene, at, trigger.at) or _goes_on(scene, at)):
            return None
    return None


def _tells(scene: Scene, at: int, last: int) -> bool:
    """Whether a word of saying opens a statement of its own (مؤكدا أن) between a denial and the trigger."""
    own = scene.words[at].cue("speech")
    after = range(at + 1, last)
    aside = own is not None and own.form == "participle" and scene.tokens[at].folded.endswith(_ACCUSATIVE)
    return aside and any(scene.particle(i, "that") for i in after)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a verb of saying with و begins a statement of its own after a denial (وقالت إن)."""
    cue = scene.words[at].cue("speech")
    return cue is not None and cue.form in ("past", "present") and scene.tokens[at].folded.startswith(_AND)


def _particle(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """A particle right before the verb (لم، لن، لا، سوف، قد) or noun (لا انسحاب)."""
    if trigger.finite:
        return _tense(scene, trigger.at, trigger.sense.form == "present")
    if trigger.at and scene.particle(trigger.at - 1, "negation"):
        return Found("denied", (scene.tokens[trigger.at - 1].span,), "negation")
    return None


def _tense(scene: Scene, verb: int, present: bool) -> Found[str] | None:
    for at in range(verb - 1, max(-1, verb - 3), -1):
        span = (scene.tokens[at].span,)
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "that") or scene.words[at].cue("ongoing"):
            return None
        unless = at > 0 and scene.particle(at, "jussive") and scene.particle(at - 1, "past_negation")
        if unless:  # ما لم تنسحب
            return Found("possible", span, "unless")
        if at and scene.particle(at, "jussive") and scene.particle(at - 1, "conditional"):  # إن لم ترحل
            return Found("possible", span, "unless")
        if scene.particle(at, "negation") or (not present and scene.particle(at, "past_negation")):
            return None if _excepted(scene, verb) else Found("denied", span, "negation")
        if scene.particle(at, "future"):
            return Found("planned", span, "future")
        if scene.particle(at, "modal") and present:
            return Found("possible", span, "modal")
    return None


def _excepted(scene: Scene, verb: int) -> bool:
    """لم يبق سوى: a negation with an exception states a fact."""
    return any(
        scene.particle(i, "except") for i in range(verb + 1, min(len(scene.tokens), verb + NOUN_REACH + 2))
    )


def _qualified(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """What follows a noun: المزعوم، المتوقع, or its own verb with قد or س."""
    if trigger.finite:
        return None
    for at in range(trigger.at + 1, min(len(scene.tokens), trigger.at + 1 + PREDICATE_REACH)):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate", "that"):
            return None
        found = _qualifier(scene, at, trigger) or _predicate(scene, at)
        if found:
            return found
    return None


def _qualifier(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    """An adjective of the noun: المزعوم، المحتمل، المرتقب."""
    cue = scene.words[at].cue("planned", "possible")
    if cue is None or cue.form not in ("participle", "word"):
        return None
    gap, defined = at - trigger.at, cue.reading.stem.startswith(_ARTICLE)
    bare = gap == 1 and not trigger.sense.reading.definite  # هجوم مزعوم
    listed = cue.form == "word" and (bare or (defined and gap <= 2))
    if listed or (cue.reading.definite and gap <= 3):
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
    if scene.particle(at, "copula") and not _excepted(scene, at):
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


def _governed(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """The nearest cue to the left that reaches the trigger."""
    commas: list[int] = []
    if _pointed_at(scene, trigger):
        return None
    reach = _reach(trigger)
    at, weak = trigger.at - 1, None
    while at >= 0 and trigger.at - at <= reach:
        if scene.mark(at, COMMAS):
            commas.append(at)
        if _closed(scene, at, trigger) or (len(commas) > 1 and commas[0] - commas[-1] > ASIDE):
            break
        found = _conditional(scene, at, trigger) or (_cued(scene, at, trigger) if len(commas) != 1 else None)
        if found and found.rule == "weak":
            weak, reach = weak or found, reach + 3
        elif found:
            return found
        elif scene.words[at].cue("light", "occur"):
            reach = REACH
        at -= 1
    return Found("ongoing", weak.spans, "cue:begin") if weak and weak.value != "happened" else None


def _reach(trigger: Trigger) -> int:
    """How far left a cue may stand: close before an attack's noun, closer before a participle (منتشرين)."""
    if trigger.sense.form == "participle":
        return PARTICIPLE_REACH
    return NOUN_REACH if trigger.frame.pattern in NOUNS else REACH


def _pointed_at(scene: Scene, trigger: Trigger) -> bool:
    """Whether a demonstrative points back to an attack already told (أدانت تلك الغارة)."""
    noun = trigger.frame.pattern in NOUNS and trigger.sense.reading.definite
    return noun and trigger.at > 0 and scene.particle(trigger.at - 1, "demonstrative")


def _closed(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the chain ends at a token: a stop, a relative, a subordinator, another verb's clause."""
    if scene.mark(at, STOPS) or scene.particle(at, "relative") or _goes_on(scene, at):
        return True
    if scene.particle(at, "subordinate"):  # بعد انسحاب closes; طالب منذ زمن طويل بسحب does not
        timed = any(held.first in (at, at + 1) for held in scene.times) and not _dated(scene, trigger)
        return not timed and (trigger.finite or trigger.at - at <= 2 or not _own_preposition(scene, trigger))
    if scene.mark(at, COMMAS):
        return trigger.finite
    if trigger.finite and not scene.particle(trigger.at - 1, "that") and trigger.at - at > 1:
        return scene.finite(at) and not scene.words[at].cue(*_FACTS)
    return False


def _dated(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun is what a time is counted from (بعد يومين من ضربة)."""
    counted = any(held.last == trigger.at - 2 for held in scene.times)
    return counted and scene.particle(trigger.at - 1, "from")


def _own_preposition(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun hangs on its governor by a preposition of its own (بسحب، إلى سحب)."""
    before = trigger.at > 0 and scene.particle(trigger.at - 1, "to", "on", "in", "from")
    return trigger.sense.reading.preposition is not None or before


def _conditional(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    """إذا، لو close before the event, but not ما إذا (whether)."""
    near = (
        trigger.at - at <= CONDITION_REACH
        and scene.particle(at, "conditional")
        and not scene.particle(at, "that")
    )
    concessive = any(
        scene.particle(i, "then") for i in range(trigger.at, len(scene.tokens))
    )  # إذا أعلنت … فإن
    whether = at > 0 and scene.particle(at - 1, "negation", "past_negation")  # لم يعرف ما إذا كان
    if near and not concessive and not whether:
        return Found("possible", (scene.tokens[at].span,), "conditional")
    return None


def _cued(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    cue = scene.words[at].cue(*_FACTS)
    if (
        cue is None
        or _no_cue(scene, at, cue)
        or not _reaches(scene, at, trigger)
        or _its_verb(at, cue, trigger)
    ):
        return None
    span: tuple[Span, ...] = (scene.tokens[at].span,)
    if cue.kind == "attempt":  # an attempted attack is one, an attempted withdrawal is a plan
        return Found("happened" if trigger.frame.type == "attack" else "planned", span, "attempt")
    if cue.kind in ("light", "occur"):
        return _light(scene, at, cue, trigger)
    if cue.kind in _WEAK and cue.form not in ("past", "present"):
        return Found(cue.kind, span, "weak")
    if _negated(scene, at, cue) and cue.kind == "denied":
        return Found("possible", span, "negated:denied")  # لم يستبعد
    if _negated(scene, at, cue):
        return Found("ongoing" if cue.kind == "ongoing" else "denied", span, f"negated:{cue.kind}")
    return _outer(scene, at, cue, span)


def _no_cue(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a word is no cue here: a verb after a preposition is a noun (من أجل)."""
    finite = cue.form in ("past", "present", "jussive", "passive")
    if finite and (scene.particle(at, "no_cue") or (at > 0 and scene.particle(at - 1, "from", "to", "in"))):
        return True
    return cue.kind == "begin" and not finite and cue.reading.definite


def _negated(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a negation stands before a cue: right before a verb, farther before a noun (ليس لديها خطط)."""
    if at and scene.particle(at - 1, "privative"):  # غير محتمل; but a vote غير ملزم is one
        return not scene.particle(at, "binding")
    reach = 2 if cue.form in ("past", "present", "jussive") else NEGATED_REACH
    near = range(max(0, at - reach), at)
    return any(scene.particle(i, "negation") for i in near) and not any(scene.mark(i, COMMAS) for i in near)


def _its_verb(at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether an attack's definite noun is the cue's subject, not what it governs (هدفت الهجمات إلى)."""
    noun = trigger.frame.pattern in NOUNS and trigger.sense.reading.definite
    return noun and trigger.at - at == 1 and cue.form in ("past", "present") and cue.kind in STORY


def _light(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> Found[str] | None:
    """A light verb hands on its tense: سيتم سحب، لم يتم سحب، قد يتم."""
    if cue.reading.future:
        return Found("planned", (scene.tokens[at].span,), "light:future")
    if cue.form == "present" and trigger.frame.pattern == "clash" and not scene.title:  # تدور معارك
        return _tense(scene, at, True) or Found("ongoing", (scene.tokens[at].span,), "light:present")
    if cue.form == "past" and cue.reading.conjoined:  # ألغيت الإجازات وتم حشد القوات
        return Found("happened", (scene.tokens[at].span,), "light:past")
    finite = cue.form in ("past", "present", "jussive", "passive")
    return _tense(scene, at, cue.form == "present") if finite else None


def _outer(scene: Scene, at: int, cue: Cue, span: tuple[Span, ...]) -> Found[str]:
    """A cue's own value, or denied when a denial stands right before it (نفى عزمه، عدم)."""
    for i in range(at - 1, max(-1, at - OUTER_REACH), -1):
        if scene.mark(i, STOPS | COMMAS):
            break
        if scene.words[i].cue("denied") and cue.kind in (
            "planned",
            "happened",
            "ongoing",
            "begin",
            "possible",
        ):
            return Found("denied", (*span, scene.tokens[i].span), f"denied:{cue.kind}")
    begun_later = cue.reading.future or (cue.form == "present" and at > 0 and scene.particle(at - 1, "that"))
    if cue.kind in _WEAK and begun_later:  # ستبدأ؛ على أن تبدأ
        return Found("planned", span, f"future:{cue.kind}")
    return Found("ongoing" if cue.kind == "begin" else cue.kind, span, f"cue:{cue.kind}")


def _reaches(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a cue governs the trigger: a verbal noun, or a verb with أن between, or the next word."""
    if not trigger.finite:
        return True
    return trigger.at - at == 1 or any(scene.particle(i, "that") for i in range(at + 1, trigger.at))
