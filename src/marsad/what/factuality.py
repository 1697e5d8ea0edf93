"""Whether an event happened: the chain of words that governs its trigger (codebook, section 8).

From the trigger to the left: particles on the verb, light verbs (which hand on their own tense), then the nearest
cue; a denial further left turns a plan into a denial. What stands after it (المزعوم، قد ينفذ) is asked first.
"""

from __future__ import annotations

from marsad.records import Found, Span
from marsad.what.detect import Trigger
from marsad.what.lexicon import Cue
from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 12  # tokens left of a trigger in which a word can govern it
NOUN_REACH = 4  # the same for an attack's noun, which more often is the object of some other word
ASIDE = 9  # tokens of an aside between two commas that the chain may pass over (بدأت، منذ أشهر، سحب)
PREDICATE_REACH = 5  # tokens right of a noun in which its own verb stands (الهجوم المضاد قد ينفذ)
_FACTS = ("planned", "demanded", "denied", "possible", "ongoing", "happened", "begin", "light", "occur")
_WEAK = (
    "happened",
    "begin",
    "ongoing",
)  # as verbal nouns they leave the say to what governs them (قرر بدء سحب)
_NOUNS = ("assault", "blast", "clash", "kill", "wreck")


def factuality_of(scene: Scene, trigger: Trigger) -> Found[str]:
    """The factuality of a trigger, with the words that decided it and the rule's name."""
    for rule in (_particle, _qualified, _governed):
        found = rule(scene, trigger)
        if found:
            return found
    return Found(_by_form(scene, trigger), (scene.tokens[trigger.at].span,), f"form:{trigger.sense.form}")


def _by_form(scene: Scene, trigger: Trigger) -> str:
    """What the form itself says: future mark, purpose, present, or the plain fact."""
    sense, pattern = trigger.sense, trigger.frame.pattern
    if sense.reading.future:
        return "planned"
    if sense.reading.preposition == "ل" and pattern not in (*_NOUNS, "strike", "hit"):
        return "possible" if trigger.frame.type == "seize" else "planned"
    if sense.form == "present" and not scene.title and pattern in ("move", "send", "vacate"):
        return "ongoing"
    return "happened"


def _particle(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """A particle right before the verb: لم، لن، لا، سوف، قد."""
    return _tense(scene, trigger.at, trigger.sense.form == "present") if trigger.finite else None


def _tense(scene: Scene, verb: int, present: bool) -> Found[str] | None:
    for at in range(verb - 1, max(-1, verb - 3), -1):
        span = (scene.tokens[at].span,)
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "that") or scene.words[at].cue("ongoing"):
            return None
        if scene.particle(at, "negation"):
            return Found("denied", span, "negation")
        if scene.particle(at, "future"):
            return Found("planned", span, "future")
        if scene.particle(at, "modal") and present:
            return Found("possible", span, "modal")
    return None


def _qualified(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """What follows a noun: المزعوم، المتوقع, or its own verb with قد or س."""
    if trigger.finite:
        return None
    for at in range(trigger.at + 1, min(len(scene.tokens), trigger.at + 1 + PREDICATE_REACH)):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate", "that"):
            return None
        cue = scene.words[at].cue("planned", "possible")
        if (
            cue
            and cue.reading.definite
            or (cue and cue.form == "word" and at - trigger.at <= 2 and "ال" in cue.reading.stem[:2])
        ):
            return Found(cue.kind, (scene.tokens[at].span,), f"qualified:{cue.kind}")
        if (
            scene.particle(at, "modal")
            and at + 1 < len(scene.tokens)
            and scene.tokens[at + 1].folded[:1] in "يت"
        ):
            return Found("possible", (scene.tokens[at].span,), "predicate:modal")
    return None


def _governed(scene: Scene, trigger: Trigger) -> Found[str] | None:
    """The nearest cue to the left that reaches the trigger."""
    commas: list[int] = []
    reach = NOUN_REACH if trigger.frame.pattern in _NOUNS else REACH
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
            reach += 3
        at -= 1
    return Found("ongoing", weak.spans, "cue:begin") if weak and weak.value != "happened" else None


def _closed(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the chain ends at a token: a stop, a relative, a subordinator, another verb's clause."""
    if scene.mark(at, STOPS) or scene.particle(at, "relative", "subordinate"):
        return True
    if scene.mark(at, COMMAS):
        return trigger.finite
    if trigger.finite and not scene.particle(trigger.at - 1, "that") and trigger.at - at > 1:
        return scene.finite(at) and not scene.words[at].cue(*_FACTS)
    return False


def _conditional(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    """إذا، لو close before the event, but not ما إذا (whether)."""
    near = trigger.at - at <= 4 and scene.particle(at, "conditional") and not scene.particle(at, "that")
    concessive = any(scene.particle(i, "then") for i in range(trigger.at, len(scene.tokens)))  # إذا أعلنت … فإن
    if near and not concessive and not (at and scene.particle(at - 1, "negation")):
        return Found("possible", (scene.tokens[at].span,), "conditional")
    return None


def _cued(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    cue = scene.words[at].cue(*_FACTS)
    if cue is None or not _reaches(scene, at, trigger):
        return None
    span: tuple[Span, ...] = (scene.tokens[at].span,)
    if cue.kind in ("light", "occur"):
        return _light(scene, at, cue)
    if cue.kind in _WEAK and cue.form not in ("past", "present"):
        return Found(cue.kind, span, "weak")
    if any(scene.particle(i, "negation") for i in range(max(0, at - 2), at)) and cue.kind != "denied":
        return Found("ongoing" if cue.kind == "ongoing" else "denied", span, f"negated:{cue.kind}")
    return _outer(scene, at, cue, span)


def _light(scene: Scene, at: int, cue: Cue) -> Found[str] | None:
    """A light verb hands on its tense: سيتم سحب، لم يتم سحب، قد يتم."""
    if cue.reading.future:
        return Found("planned", (scene.tokens[at].span,), "light:future")
    return (
        _tense(scene, at, cue.form == "present")
        if cue.form in ("past", "present", "jussive", "passive")
        else None
    )


def _outer(scene: Scene, at: int, cue: Cue, span: tuple[Span, ...]) -> Found[str]:
    """A cue's own value, or denied when a denial stands right before it (نفى عزمه، عدم)."""
    for i in range(at - 1, max(-1, at - 4), -1):
        if scene.words[i].cue("denied") and cue.kind in (
            "planned",
            "happened",
            "ongoing",
            "begin",
            "possible",
        ):
            return Found("denied", (*span, scene.tokens[i].span), f"denied:{cue.kind}")
    if cue.kind in _WEAK and cue.reading.future:
        return Found("planned", span, f"future:{cue.kind}")
    return Found("ongoing" if cue.kind == "begin" else cue.kind, span, f"cue:{cue.kind}")


def _reaches(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a cue governs the trigger: a verbal noun, or a verb with أن between, or the next word."""
    if not trigger.finite:
        return True
    return trigger.at - at == 1 or any(scene.particle(i, "that") for i in range(at + 1, trigger.at))
