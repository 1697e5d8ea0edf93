"""Whether an event happened: what denies its sentence, stands on its verb, follows its noun, or governs it.

Comes in: a scene and a trigger. Goes out: one of the codebook's six values (section 8) with the words that
decided it. Asked in this order: `_refuted`, `_particle`, `predicates`, the chain (`governors`), `forms`.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.records import Found
from marsad.what.chain import composed
from marsad.what.detect import Trigger
from marsad.what.forms import announced, by_form, told
from marsad.what.governors import governors
from marsad.what.polarity import goes_on, tense, yet
from marsad.what.predicates import qualified
from marsad.what.scene import COMMAS, STOPS, Scene

NOT_REACH = 4  # tokens left of a noun in which its ليس stands
OWN_REACH = 3  # tokens right of an event in which its forces stand
STILL_REACH = 8  # tokens left of forces that stay in which ما زال stands
HINGE_REACH = 14  # tokens right of an event in which its condition stands
REFUTE_REACH = 25  # tokens of a sentence that a verb of denying covers
_AND = "و"
_ACCUSATIVE = ("ا", "ه")  # endings of مؤكدا, مشيرة; متحدث is a noun


def factuality_of(scene: Scene, trigger: Trigger) -> Found[str]:
    """The factuality of a trigger, with the words that decided it and the rule's name."""
    trigger = _read_as_noun(scene, trigger)
    found = next((f for rule in _RULES if (f := rule(scene, trigger))), None)
    if found is None and announced(scene, trigger):
        found = Found("planned", (scene.tokens[trigger.at].span,), "announced")
    if found is None:
        form = "future" if trigger.sense.reading.future else trigger.sense.form
        form = "told" if told(scene, trigger) else form
        found = Found(by_form(scene, trigger), (scene.tokens[trigger.at].span,), f"form:{form}")
    return _settled(scene, trigger, found)


def _read_as_noun(scene: Scene, trigger: Trigger) -> Trigger:
    """The trigger with its sense as a noun where a preposition governs it (عجزت عن تسلم)."""
    at = trigger.at - 1
    governed = at >= 0 and scene.particle(at, "from", "to", "in", "on") and not scene.particle(at, "until")
    if not trigger.finite or trigger.sense.reading.future or not governed:
        return trigger
    return replace(trigger, sense=replace(trigger.sense, form="masdar"))


def _settled(scene: Scene, trigger: Trigger, found: Found[str]) -> Found[str]:
    """The value where the frame or a condition behind the event has the last word."""
    decided = found.value == "planned" and not found.rule.startswith("form")
    if decided and trigger.frame.pattern == "expel" and not _own_to_do(scene, trigger):
        return replace(found, value="demanded")  # who decides on others' forces demands
    stays = trigger.frame.pattern in ("stay", "count")
    if stays and found.rule.endswith("ongoing") and _still(scene, trigger):
        return replace(found, value="happened")  # ما زالوا يرابطون is a fact
    if found.rule == "cue:ongoing" and _lasted(scene, trigger.at):
        return replace(found, value="happened")
    hinge = _hinge(scene, trigger.at)
    if hinge and (found.value in ("planned", "ongoing") or found.rule == "form:masdar"):
        return Found("possible", (scene.tokens[hinge].span,), "conditional")
    return found


def _own_to_do(scene: Scene, trigger: Trigger) -> bool:
    """Whether who decides does it: he promised, or the forces are his (أمر الرئيس بإخراج قوات بلاده)."""
    if any("pledges" in scene.words[i].classes for i in range(trigger.at)):
        return True
    forces = {a.found.value.code for a in scene.actors if trigger.at < a.first <= trigger.at + OWN_REACH}
    deciding = {a.found.value.code for a in scene.actors if a.last < trigger.at}
    return bool(forces & deciding)


def _still(scene: Scene, trigger: Trigger) -> bool:
    """Whether a past or ما زال says that it goes on (كثفت انتشارها، لا يزالون يرابطون)."""
    near = range(max(0, trigger.at - STILL_REACH), trigger.at)
    past = any(c.kind == "ongoing" and c.form == "past" for i in near for c in scene.words[i].cues)
    return past or any("still" in scene.words[i].classes for i in near)


def _lasted(scene: Scene, at: int) -> bool:
    """Whether a past says how long it went on (استمرت الاشتباكات لساعات): it is over."""
    past = any(c.kind == "ongoing" and c.form == "past" for i in range(at) for c in scene.words[i].cues)
    after = range(at + 1, min(len(scene.tokens), at + 1 + STILL_REACH))
    spans = (i for i in after if "units_of_time" in scene.words[i].classes)
    return past and any(not scene.particle(i - 1, "since") for i in spans)


def _hinge(scene: Scene, at: int) -> int | None:
    """The إذا behind an event that makes it conditional (بمعاودة القتال إذا أخلت)."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + HINGE_REACH)):
        last = i + 1 == len(scene.tokens)
        behind_comma = scene.mark(i, COMMAS) and not last and scene.particle(i + 1, "conditional")
        ends = scene.mark(i, STOPS | COMMAS) or scene.particle(i, "relative", "that", "contrast", "clause")
        if ends and not behind_comma:
            return None
        concessive = scene.tokens[i].folded.startswith(_AND)  # ولو مؤقتا
        if scene.particle(i, "conditional") and not scene.particle(i, "that") and not concessive:
            return i
    return None


def _refuted(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """Whether the sentence denies what it goes on to tell: نفت الوزارة التقارير التي تحدثت عن انسحاب."""
    if trigger.at and _apart(scene, trigger.at - 1):
        return None
    for at in range(trigger.at - 1, max(-1, trigger.at - REFUTE_REACH), -1):
        if scene.mark(at, STOPS) or scene.particle(at, "colon", "contrast"):
            return None
        cue = scene.words[at].cue("refuted")
        if cue and cue.form in ("past", "present", "participle"):
            negated = at > 0 and scene.particle(at - 1, "negation")
            of_that = at + 2 < trigger.at and _that_is_it(scene, at + 1)
            return None if negated or of_that else Found("denied", (scene.tokens[at].span,), "refuted")
        if scene.words[at].cue("speech") and (_tells(scene, at, trigger.at) or goes_on(scene, at)):
            return None
    return None


def _apart(scene: Scene, before: int) -> bool:
    """Whether the event is only when the denied one took place (خلال هجوم، بعد تسليم)."""
    return (
        scene.particle(before, "during", "after")
        and not scene.particle(before, "joint")
        and not yet(scene, before)
    )


def _that_is_it(scene: Scene, at: int) -> bool:
    """Whether what is denied was told before and something else follows (تنفي ذلك وتجتمع)."""
    after = scene.tokens[at + 1].folded
    return scene.particle(at, "demonstrative") and (scene.mark(at + 1, COMMAS) or after.startswith(_AND))


def _tells(scene: Scene, at: int, last: int) -> bool:
    """Whether a word of saying opens a statement of its own (مؤكدا أن) between a denial and the trigger."""
    own = scene.words[at].cue("speech")
    after = range(at + 1, last)
    aside = own is not None and own.form == "participle" and scene.tokens[at].folded.endswith(_ACCUSATIVE)
    return aside and any(scene.particle(i, "that") for i in after)


def _particle(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """A particle right before the verb (لم، لن، لا، سوف، قد) or noun (لا انسحاب)."""
    if trigger.finite:
        found = tense(scene, trigger.at, trigger.sense.form == "present")
        return composed([found]) if found else None
    if trigger.at and scene.particle(trigger.at - 1, "negation"):
        return Found("denied", (scene.tokens[trigger.at - 1].span,), "negation")
    return _is_not(scene, trigger)


def _is_not(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """ليس before the noun or its head: what is told is none (ليس انسحابا، ليس «إعلان انسحاب»)."""
    for at in range(trigger.at - 1, max(-1, trigger.at - 1 - NOT_REACH), -1):
        if scene.particle(at, "copula"):
            return Found("denied", (scene.tokens[at].span,), "negation")
        announced = any(c.form == "masdar" for c in scene.words[at].cues)
        if not announced and not scene.particle(at, "opening", "demonstrative"):
            return None
    return None


def _beside(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """What follows the noun or governs it; the object of a verb has no predicate of its own."""
    chain = governors(scene, trigger)
    return qualified(scene, trigger, any(g.finite for g in chain)) or composed(chain)


_RULES = (_refuted, _particle, _beside)
