"""Negation, condition and tense on a verb or on a word that governs an event: لم، لن، سوف، قد، إذا."""

from __future__ import annotations

from marsad.what.chain import Governor
from marsad.what.lexicon import FINITE, Cue
from marsad.what.scene import COMMAS, STOPS, Scene

CONDITION_REACH = 7  # tokens between إذا and the event that it makes conditional
NEGATED_REACH = 6  # tokens left of a cue's noun in which its negation stands (ليس لدى الحكومة حاليا أي خطط)
VERB_REACH = 2  # the same for a verb
YET_REACH = 4  # tokens left of بعد in which the negation stands that makes "yet" of it
EXCEPTION_REACH = 5  # tokens right of a negated verb in which سوى stands
_AND, _MA, _NOT = "و", "ما", "لا"
_PERSONS = ("ي", "ت")  # first letters of a third person's present


def tense(scene: Scene, verb: int, present: bool) -> Governor | None:
    """What a particle right before a verb says: denied, planned or possible."""
    for at in range(verb - 1, max(-1, verb - 3), -1):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "that") or scene.words[at].cue("ongoing"):
            return None
        found = _particle(scene, at, verb, present)
        if found:
            says, rule = found
            if says == "denied" and excepted(scene, verb):
                later = scene.particle(at, "future_negation")  # لن يتوقف إلا في حال
                return Governor(at, "possible", "except", scene.tokens[at].span, True) if later else None
            return Governor(at, says, rule, scene.tokens[at].span, True)
    return None


def _particle(scene: Scene, at: int, verb: int, present: bool) -> tuple[str, str] | None:
    if unless(scene, at):
        return "possible", "unless"
    if scene.particle(at, "negation") or (not present and _past_negation(scene, at, verb)):
        return "denied", "negation"
    if scene.particle(at, "future"):
        return "planned", "future"
    if scene.particle(at, "modal") and present:
        return "possible", "modal"
    return None


def _past_negation(scene: Scene, at: int, verb: int) -> bool:
    """ما before a past verb, but not where it means "what" (وصف ما جرى بأنه) or "which" (، ما أدى إلى)."""
    opens = at == 0 or scene.mark(at - 1, STOPS) or scene.tokens[at].folded != _MA
    return scene.particle(at, "past_negation") and (opens or scene.particle(at - 1, "opening", "closing"))


def unless(scene: Scene, at: int) -> bool:
    """Whether ما لم or إن لم ends at a token."""
    if scene.particle(at, "unless"):
        return True
    lam = at > 0 and scene.particle(at, "jussive") and scene.tokens[at].folded != _NOT  # أن لا is that not
    return lam and scene.particle(at - 1, "past_negation", "conditional")


def excepted(scene: Scene, verb: int) -> bool:
    """لم يبق سوى: a negation with an exception states a fact."""
    last = min(len(scene.tokens), verb + 1 + EXCEPTION_REACH)
    return any(scene.particle(i, "except") for i in range(verb + 1, last))


def negated(scene: Scene, at: int, cue: Cue) -> bool:
    """Whether a negation stands before a cue: right before a verb, farther before a noun (ليس لديها خطط)."""
    if "inevitable" in scene.words[at].classes:  # لا بد من
        return False
    if at and scene.particle(at - 1, "privative"):  # غير محتمل; but a vote غير ملزم is one
        return not scene.particle(at, "binding")
    noun = any(c.kind == cue.kind and c.form not in FINITE for c in scene.words[at].cues)
    for i in range(at - 1, max(-1, at - 1 - (NEGATED_REACH if noun else VERB_REACH)), -1):
        if scene.mark(i, COMMAS | STOPS):
            return False
        if scene.particle(i, "negation") and not scene.words[i + 1].cue("ongoing"):  # لا تزال قادرة
            return i >= at - VERB_REACH or _covers(scene, i, cue)
    return False


def _covers(scene: Scene, negation: int, cue: Cue) -> bool:
    """Whether a negation reaches a noun behind it: ليس لديها خطط، لا توجد خطط; a verb of its own keeps it."""
    if scene.particle(negation, "copula") or "exists" in scene.words[negation + 1].classes:
        return True
    return cue.form not in FINITE and cue.kind != "possible"


def conditional(scene: Scene, at: int, event: int) -> Governor | None:
    """إذا، لو, إن كان close before the event, but not ما إذا (whether)."""
    if event - at > CONDITION_REACH or not scene.particle(at, "conditional"):
        return None
    if scene.particle(at, "that") and not _if_was(scene, at + 1, event):
        return None  # written alike: أن, إن; but إن كان
    if event - at > 2 and any(scene.particle(i, "then") for i in range(event, len(scene.tokens))):
        return None  # إذا أعلنت … فإن
    whether = at > 0 and scene.particle(at - 1, "negation", "past_negation")  # لم يعرف ما إذا كان
    return None if whether else Governor(at, "possible", "conditional", scene.tokens[at].span)


def _if_was(scene: Scene, at: int, event: int) -> bool:
    """Whether a past stands at a token where إن opens a clause: إن كان, إن عجزنا are if, أن يكون is that."""
    if at >= event or (at > 1 and scene.particle(at - 2, "after", "before_that")):
        return False  # بعد أن كانت
    if scene.particle(at, "was"):
        return scene.tokens[at].folded[:1] not in _PERSONS
    opens = at < 2 or scene.mark(at - 2, STOPS | COMMAS) or scene.particle(at - 2, "closing")
    cues = scene.words[at].cues
    return opens and any(c.form == "past" for c in cues) and all(c.form in FINITE for c in cues)


def yet(scene: Scene, at: int) -> bool:
    """Whether بعد means "yet" (لم تفرض بعد سيطرتها)."""
    near = range(at - 1, max(-1, at - 1 - YET_REACH), -1)
    denied = any(
        scene.particle(i, "negation") and "inevitable" not in scene.words[i + 1].classes for i in near
    )
    return denied and scene.particle(at, "yet")


def goes_on(scene: Scene, at: int) -> bool:
    """Whether a verb of saying with و begins a statement of its own after a denial (وقالت إن)."""
    cue = scene.words[at].cue("speech")
    return cue is not None and cue.form in ("past", "present") and scene.tokens[at].folded.startswith(_AND)
