"""The words that govern a trigger, from the nearest outward: what `chain` puts together.

A noun is governed by the cue to its left, a verb by the one before أن; light verbs hand on their own tense.
From each governor the next is looked for: before a noun in its own clause, before a verb across أن / إن.
"""

from __future__ import annotations

from collections.abc import Iterator

from marsad.what.chain import Governor
from marsad.what.detect import Trigger
from marsad.what.forms import is_blow
from marsad.what.polarity import conditional, tense
from marsad.what.reach import FACTS, REACH, closed, governs, joins, pointed_at, reach_of
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.verdicts import no_cue, verdict

OUTER_REACH = 10  # tokens left of a governor in which the next one stands (نفت الوزارة ما نشر عن عزمها)
LINK = 3  # tokens between أن and the verb that it leads
ASIDE = 14  # tokens of an aside between two commas that the chain may pass over (بدأت، منذ أشهر، سحب)
NEAR = 4  # tokens between a demand or قد and the governor's noun that it takes
DEPTH = 4  # governors of one chain; longer ones are chance
_OUTER = ("denied", "demanded", "possible", "planned")
_PERSONS = ("ي", "ت")  # first letters of a third person's present
_BA, _ALIF, _ARTICLE = "ب", "ا", "ال"


def governors(scene: Scene, trigger: Trigger) -> tuple[Governor, ...]:
    """The chain that governs a trigger, the nearest word first."""
    if pointed_at(scene, trigger):
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
    reach, weak = reach_of(scene, trigger), False
    for at in range(trigger.at - 1, -1, -1):
        if scene.mark(at, COMMAS) and not joins(scene, at, trigger):
            commas.append(at)
        aside = len(commas) > 1 and commas[0] - commas[-1] > ASIDE
        if trigger.at - at > reach or aside or closed(scene, at, trigger):
            return
        found = _at(scene, at, trigger, len(commas))
        if found and not (found.weak and weak):
            yield found
        if found and not found.weak:
            return
        if found:
            weak, reach = True, reach + LINK
        elif scene.words[at].cue("light", "occur"):
            reach = max(reach, REACH)


def _at(scene: Scene, at: int, trigger: Trigger, commas: int) -> Governor | None:
    """The governor that stands at a token, if one does; behind a single comma only إذا and على do."""
    found = conditional(scene, at, trigger.at) or _duty(scene, at, trigger)
    if found or commas == 1:
        return found
    return _cued(scene, at, trigger) or _will(scene, at, trigger) or _suffered(scene, at, trigger)


def _cued(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    own = [c for c in scene.words[at].cues if c.kind in FACTS and not no_cue(scene, at, c)]
    cue = next((c for c in own if c.kind not in ("light", "occur")), own[0] if own else None)
    dealt = next((c for c in own if c.kind == "light" and c.form == "present"), None)
    if dealt and is_blow(trigger) and cue and cue.form == "word":
        cue = dealt  # وتوجه الطائرات ضربات: a verb here
    if cue is None or not governs(scene, at, cue, trigger):
        return None
    return verdict(scene, at, cue, trigger)


def _will(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    """سوف before a verb on which the noun hangs by a preposition (سوف تشارك في استعادة)."""
    behind = scene.particle(trigger.at - 1, "in", "on", "to") or trigger.sense.reading.preposition == _BA
    if trigger.finite or is_blow(trigger) or not behind or not scene.particle(at, "future"):
        return None
    return Governor(at, "planned", "light:future", scene.tokens[at].span, True)


def _suffered(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    """A present of suffering tells a blow that goes on (تتعرض لقصف عنيف)."""
    blow = trigger.frame.type == "attack" and not trigger.finite and trigger.at - at <= NEAR
    cue = scene.words[at].cue("suffer") if blow else None
    if cue is None or cue.form != "present" or cue.reading.future or scene.title:
        return None
    if scene.particle(at - 1, "that") or trigger.at + 2 >= len(scene.tokens):
        return None  # القاعدة تتعرض للقصف: a caption
    return tense(scene, at, True) or Governor(at, "ongoing", "light:present", scene.tokens[at].span, True)


def _duty(scene: Scene, at: int, trigger: Trigger) -> Governor | None:
    """على and a party before the event: it has to (على أنقرة سحب قواتها، على القوات أن تغادر)."""
    if not scene.particle(at, "on"):
        return None
    first = trigger.at - 1 if scene.particle(trigger.at - 1, "that") else trigger.at
    party = any(a.first == at + 1 and a.last + 1 == first for a in scene.actors)
    named = range(at + 1, first)
    party = party or (
        0 < len(named) <= LINK and all(scene.tokens[i].folded.startswith(_ARTICLE) for i in named)
    )
    opens = at == 0 or scene.mark(at - 1, STOPS | COMMAS) or scene.particle(at - 1, "that", "opening")
    if not (party and opens):
        return None
    return Governor(at, "demanded", "duty", scene.tokens[at].span)


def _outward(scene: Scene, inner: Governor) -> Governor | None:
    """The next governor to the left of one: what governs the word that governs the trigger."""
    if inner.at == 0:
        return None
    start, linked = inner.at - 1, False
    if inner.finite:
        link, head = _link(scene, inner.at), _plan_before(scene, inner.at)
        if link is None and head is None:
            return conditional(scene, start, inner.at) or _in_case(scene, start) or _modal(scene, inner.at)
        if link is not None and (hinge := conditional(scene, link, inner.at + 1)):
            return hinge  # إن عجزنا عن تسلم
        start, linked = (link - 1, True) if link is not None else ((head or 0) - 1, False)
    beside = scene.tokens[inner.at].folded.endswith(_ALIF)  # ، محذرا من
    if start > 0 and scene.mark(start, COMMAS) and not beside:  # رفضت الوزارة، أمس، ادعاءات بقصف
        start -= 1
    return _next_outer(scene, inner, start, linked)


def _next_outer(scene: Scene, inner: Governor, start: int, linked: bool) -> Governor | None:
    """The first governor from a token leftward, up to the end of the clause or another verb."""
    for at in range(start, max(-1, start - OUTER_REACH), -1):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate"):
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


def _modal(scene: Scene, verb: int) -> Governor | None:
    """قد before the present of a governing verb (قد تقرر سحب)."""
    at = verb - 1
    present = scene.particle(at, "modal") and any(c.form == "present" for c in scene.words[verb].cues)
    return Governor(at, "possible", "modal", scene.tokens[at].span) if present else None


def _in_case(scene: Scene, at: int) -> Governor | None:
    """في حال before a verb: the whole clause is a condition."""
    case = scene.words[at].cue("possible")
    if case is None or case.form != "word" or not (at and scene.particle(at - 1, "in")):
        return None
    return Governor(at, "possible", "conditional", scene.tokens[at].span)


def _plan_before(scene: Scene, verb: int) -> int | None:
    """The noun of a plan that a verb without الذي describes (خطط تهدف إلى احتلال)."""
    near = range(verb - 1, max(-1, verb - 1 - LINK), -1)
    plans = (i for i in near for c in scene.words[i].cues if c.kind == "planned" and c.form == "word")
    return next(plans, None)


def _link(scene: Scene, verb: int) -> int | None:
    """The أن / إن that leads a verb."""
    near = range(verb - 1, max(-1, verb - 1 - LINK), -1)
    return next((i for i in near if scene.particle(i, "that")), None)


def _outer(scene: Scene, at: int, inner: Governor, linked: bool) -> Governor | None:
    """An outer word that governs another governor, unless it takes something else."""
    cue = scene.words[at].cue(*_OUTER)
    if cue is None or no_cue(scene, at, cue) or "insists" in scene.words[at].classes:
        return None  # تمسكها بموعد الانسحاب
    past = any(c.form == "past" for c in scene.words[inner.at].cues)
    if cue.kind in ("planned", "demanded") and linked and (scene.words[at].cue("speech") or past):
        return None  # أقر بأن روسيا تعيد; أن القوات بدأت
    far = inner.at - at > NEAR if cue.kind == "demanded" else inner.at - at > 2 and not linked
    if far and cue.kind in ("demanded", "possible"):
        return None  # تحثها على إعادة التفكير في خططها، حذر من قرار سحب: the plan stands
    return verdict(scene, at, cue)
