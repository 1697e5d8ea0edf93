"""Whether an event happened: the chain of words that governs its trigger (codebook, section 8).

The nearest cue to the left decides; a negation or denial further left turns a plan or a fact into a denial.
"""

from __future__ import annotations

from marsad.records import Found, Span
from marsad.what.detect import Trigger
from marsad.what.lexicon import Cue
from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 12  # tokens left of a trigger in which a word can govern it
_FACTS = ("planned", "demanded", "denied", "possible", "ongoing", "happened", "begin")


def factuality_of(scene: Scene, trigger: Trigger) -> Found[str]:
    """The factuality of a trigger, with the words that decided it and the rule's name."""
    own = scene.tokens[trigger.at].span
    for rule in (_particle, _governor):
        found = rule(scene, trigger)
        if found:
            return found
    return Found(_by_form(scene, trigger), (own,), f"form:{trigger.sense.form}")


def _by_form(scene: Scene, trigger: Trigger) -> str:
    """What the form itself says: future mark, purpose, present, or the plain fact."""
    sense = trigger.sense
    if sense.reading.future:
        return "planned"
    if sense.form in ("masdar", "present") and sense.reading.preposition == "ل" and _purpose(scene, trigger):
        return "planned"
    if sense.form == "present" and not scene.title and sense.frame.pattern in ("move", "send", "vacate"):
        return "ongoing"
    return "happened"


def _purpose(scene: Scene, trigger: Trigger) -> bool:
    """Whether ل on the trigger opens a purpose (لاستعادة), not an object (تعرض لقصف)."""
    at = trigger.at
    before = scene.words[at - 1] if at else None
    return trigger.frame.pattern not in ("assault", "blast", "clash") and not (before and before.cue("suffer"))


def _particle(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """A particle right before a verb: لم، لن، لا، سوف، قد."""
    if not trigger.finite:
        return None
    for at in range(trigger.at - 1, max(-1, trigger.at - 3), -1):
        if scene.particle(at, "negation"):
            return Found("denied", (scene.tokens[at].span,), "negation")
        if scene.particle(at, "future"):
            return Found("planned", (scene.tokens[at].span,), "future")
        if scene.particle(at, "modal") and trigger.sense.form == "present":
            return Found("possible", (scene.tokens[at].span,), "modal")
        if scene.mark(at, STOPS | COMMAS):
            return None
    return None


def _governor(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """The nearest cue to the left that reaches the trigger."""
    for at in range(trigger.at - 1, max(-1, trigger.at - 1 - REACH), -1):
        if scene.mark(at, STOPS) or _closed(scene, at, trigger):
            return None
        if scene.particle(at, "conditional") and trigger.at - at <= 4 and "that" not in scene.words[at].particles:
            return Found("possible", (scene.tokens[at].span,), "conditional")
        cue = scene.words[at].cue(*_FACTS)
        if cue and _reaches(scene, at, cue, trigger):
            return _judged(scene, at, cue)
    return None


def _closed(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the chain ends at a token: a comma before a verb, a relative, a subordinator, another clause."""
    if scene.mark(at, COMMAS):
        return trigger.finite or trigger.at - at > 1
    if scene.particle(at, "relative", "subordinate"):
        return True
    if trigger.finite and not scene.particle(trigger.at - 1, "that") and trigger.at - at > 1:
        return scene.finite(at) and not scene.words[at].cue(*_FACTS)
    return False


def _reaches(scene: Scene, at: int, cue: Cue, trigger: Trigger) -> bool:
    """Whether a cue governs the trigger: a verbal noun, or a verb with أن between, or the next word."""
    if not trigger.finite:
        return True
    linked = any(scene.particle(i, "that") for i in range(at + 1, trigger.at))
    return linked or trigger.at - at == 1


def _judged(scene: Scene, at: int, cue: Cue) -> Found[str]:
    """A cue's own value, or denied when the cue itself is negated (لا تعتزم، لم يقرر)."""
    span: tuple[Span, ...] = (scene.tokens[at].span,)
    if any(scene.particle(i, "negation") for i in range(max(0, at - 2), at)) and cue.kind != "denied":
        return Found("denied", span, f"negated:{cue.kind}")
    for i in range(at - 1, max(-1, at - 4), -1):
        outer = scene.words[i].cue("denied")
        if outer and cue.kind in ("planned", "happened", "ongoing", "begin", "possible"):
            return Found("denied", (*span, scene.tokens[i].span), "denied:" + cue.kind)
    return Found("ongoing" if cue.kind == "begin" else cue.kind, span, f"cue:{cue.kind}")
