"""Where Arabic puts the party that is hit, gets or loses: after على / إلى / من, with تعرض, as the object.

The other half of slots.py: a reader returns the parties it found, nothing else.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.records import Actor, Found
from marsad.what.detect import OUTCOME_REACH, Trigger
from marsad.what.doers import around
from marsad.what.lexicon import FINITE
from marsad.what.nearby import is_class
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.sharing import beyond
from marsad.what.slots import (
    FAR,
    NEAR,
    SUBJECT_GAP,
    after,
    before,
    governed,
    joined,
    party_after,
    party_before,
    read_as,
    supporting,
    together,
    weapon_before,
)  # fmt: skip

GIVERS = ("forces", "group", "coalition", "state", "generic", "body")  # kinds that hold a base
_OF_THE_BLOW = ("light", "happened", "begin", "ongoing", "suffer", "occur")  # cues of what the noun names
GOAL = 20  # tokens to the receiver, behind giver, time and base (سلمت القوات، أمس، قاعدة … إلى الجيش)
_ENTRUST = "handover.entrust"  # whose receiver has ب on it


def against(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after على / ضد / في مواجهة, or after the verb that says what was hit (غارة استهدفت)."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + FAR)):
        far = scene.mark(i, COMMAS) and i - trigger.at > NEAR
        other = scene.particle(i, "against") and _another_blow(scene, trigger.at, i)
        if far or other or scene.mark(i, STOPS):
            return ()
        aimed = scene.particle(i, "on", "against")
        if aimed and _no_target(scene, i):
            continue
        if aimed or _hits(scene, i):
            if beyond(scene, trigger.at, i):
                return ()
            found = _target(scene, i)
            if found:
                return found
    return ()


def _no_target(scene: Scene, at: int) -> bool:
    """Whether على names no party that is hit: civilians, or what the blow answers (ردا على)."""
    after = at + 1 < len(scene.tokens) and is_class(scene, at + 1, "civilian")
    return after or is_class(scene, at - 1, "thwart")


def _another_blow(scene: Scene, first: int, last: int) -> bool:
    """Whether ضد belongs to another noun of an attack (هدفت الهجمات إلى وقف عمليات الجيش ضد)."""
    words = (scene.words[i] for i in range(first + 1, last))
    return any(
        s.frame.type == "attack" and s.form not in FINITE and not s.reading.conjoined
        for word in words for s in word.senses
    )  # fmt: skip


def _hits(scene: Scene, at: int) -> bool:
    return any(
        s.frame.pattern in ("strike", "hit") and s.form in ("past", "present") for s in scene.words[at].senses
    )


def _target(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """The first party after a preposition or verb, through قواعد ومواقع."""
    for index, held in enumerate(scene.actors):
        if at < held.first <= at + NEAR + 1 and not scene.stop_between(at, held.first):
            return read_as(together(scene, index), "target") if _is_target(scene, held) else ()
    return ()


def _is_target(scene: Scene, held: Held[Actor]) -> bool:
    """Whether a party can be the one that is hit: a capital, civilians, the adjective of a town cannot."""
    if held.found.value.kind == "capital" or "terror_kind" in scene.words[held.first].classes:
        return False
    if held.found.rule not in ("demonym", "people"):
        return True
    return any(is_class(scene, i, "target") for i in range(max(0, held.first - 3), held.last + 1))


def struck(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The object of a verbal noun in its idafa (استهداف القوات), or by its demonym."""
    found = after(scene, trigger)
    spans = {item.spans[0] for item in found}
    sound = all(_is_target(scene, h) for h in scene.actors if h.found.spans[0] in spans)
    return found if sound else ()


def victims(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Those killed or wounded, when the sentence names a party or person (مقتل قائد الفيلق … بغارة)."""
    for i in around(trigger.at, OUTCOME_REACH, len(scene.tokens)):
        if i and scene.particle(i - 1, "on") and _no_target(scene, i - 1):
            continue
        if _harms(scene, i) and not scene.stop_between(i, trigger.at):
            found = _harmed(scene, i, "victim") or _before_plural(scene, i, trigger)
            if found:
                return found
    return ()


def _before_plural(scene: Scene, at: int, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The men before a plural verb of being killed, itself before the blow (جنود ماليون قتلوا في غارة)."""
    if at > trigger.at or not any(s.plural and s.form in FINITE for s in scene.words[at].senses):
        return ()
    held = next((h for h in reversed(scene.actors) if h.last == at - 1), None)
    if held is None or held.found.value.kind == "generic" or not _is_target(scene, held):
        return ()
    return tuple(_by_name(f) for f in read_as((held,), "victim"))


def killed_party(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party or person killed, after the word of killing; civilians are none (codebook, section 9)."""
    return _harmed(scene, trigger.at, "after")


def _of_members(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    """The party that a man killed is of (مقتل قيادي بارز في حركة س، قتل القيادي بالتنظيم)."""
    held = next((h for h in scene.actors if h.first > at), None)
    if held is None or held.first - at > NEAR - 2 or held.found.value.kind not in ("group", "forces"):
        return ()
    gap = range(at + 1, held.first)
    man = bool(gap) and "individual" in scene.words[gap[0]].classes
    plain = all(scene.tokens[i].kind == "word" and not scene.words[i].senses for i in gap)
    return read_as((held,), rule) if man and plain else ()


def _harms(scene: Scene, at: int) -> bool:
    """Whether a token is a word of killing or wounding."""
    word = scene.words[at]
    return not word.classes.isdisjoint(("killed", "wounded")) or any(
        s.frame.pattern in ("kill", "slay") for s in word.senses
    )


def _harmed(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    """The parties after a word of killing; a named person goes by name, not by the body he is of."""
    found = party_after(scene, at, rule) or _of_members(scene, at, rule)
    military = found and any(
        h.found.spans[0] == found[0].spans[0] and _is_target(scene, h) for h in scene.actors
    )
    return tuple(_by_name(item) for item in found) if military else ()


def _by_name(found: Found[Actor]) -> Found[Actor]:
    person = found.value
    return replace(found, value=replace(person, code=person.name)) if person.kind == "person" else found


def suffered(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The one who is hit, as the subject of تعرض / لقي before the attack's word or in the clause on it."""
    if found := _suffered_after(scene, trigger):
        return found
    for i in range(trigger.at - 1, max(-1, trigger.at - FAR), -1):
        if scene.mark(i, STOPS):
            return ()
        if scene.words[i].cue("suffer"):
            named = _between_any(scene, i, trigger.at) or _site_of(scene, i)
            return named or party_before(scene, i, "suffer")
    return ()


def _suffered_after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who is hit in the clause on the noun (الهجوم الذي تعرضت له س)."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + SUBJECT_GAP + 2)):
        if scene.mark(i, STOPS | COMMAS):
            return ()
        if scene.words[i].cue("suffer") and scene.particle(i - 1, "relative"):
            return _target(scene, i)
    return ()


def _site_of(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """Whose base or convoy suffers, by its demonym (القاعدة الأميركية تتعرض لقصف)."""
    near = [h for h in scene.actors if h.last < at and not scene.stop_between(h.last, at)]
    last = near[-1] if near else None
    if last is None or last.found.rule != "demonym":
        return ()
    if not any(is_class(scene, i, "target") for i in range(max(0, last.first - 3), last.first)):
        return ()
    return read_as((last,), "suffer")


def _between_any(scene: Scene, first: int, last: int) -> tuple[Found[Actor], ...]:
    for index, held in enumerate(scene.actors):
        if first < held.first and held.last < last and _is_target(scene, held):
            return read_as(together(scene, index), "suffer")
    return ()


def second(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The next party after the trigger that is not the subject: the object of قصف، هاجم، طرد."""
    seen = 0
    for index, held in enumerate(scene.actors):
        if (
            held.first <= trigger.at
            or held.first - trigger.at > FAR
            or scene.stop_between(trigger.at, held.first)
        ):
            continue
        if any(scene.particle(i, "relative", "subordinate", "that") for i in range(trigger.at, held.first)):
            return ()
        if any(is_class(scene, i, "starting") for i in range(trigger.at, held.first)):  # انطلاقا من قاعدة س
            return ()
        if not trigger.finite and any(_tells(scene, i) for i in range(trigger.at + 1, held.first)):
            return ()
        seen += 1
        known = weapon_before(scene, trigger) or _after_subject(scene, trigger) or before(scene, trigger)
        first_is_subject = trigger.finite and not known
        if (
            seen == 1
            and first_is_subject
            and not governed(scene, held.first)
            and trigger.frame.pattern != "blast"
        ):
            continue
        return read_as(together(scene, index), "object") if _is_target(scene, held) else ()
    return ()


def _tells(scene: Scene, at: int) -> bool:
    """Whether a token is a verb of saying or the like, with parties of its own (في وقت حذر فيه س)."""
    told = any(c.form in FINITE and c.kind not in _OF_THE_BLOW for c in scene.words[at].cues)
    return told and not scene.particle(at, "was") and not _hits(scene, at)


def _after_subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb's subject is a noun right before it that names no party (قوة مشتركة تقصف)."""
    if trigger.at < SUBJECT_GAP or trigger.sense.reading.conjoined:
        return False
    token, word = scene.tokens[trigger.at - 1], scene.words[trigger.at - 1]
    return token.kind == "word" and not (word.particles or word.cues or word.senses)


def source_party(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after من (استعاد المدينة من التنظيم، تسلم القاعدة من القوات)."""
    return _after_preposition(scene, trigger, "from")


def giver(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who gives, where من names him (تسليم القاعدة من التحالف إلى الجيش، تسلم الجيش المهام من القوات)."""
    return tuple(f for f in source_party(scene, trigger) if f.value.kind in GIVERS)


def taker(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who takes over, right after a word of giving that is read as one of taking (تسلم الجيش … من القوات)."""
    return after(scene, trigger) if giver(scene, trigger) else ()


def goal_party(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after إلى or with ل on it (تسليمها إلى العراق، للجيش), at whose disposal a site is."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + GOAL)):
        if "disposal" in scene.words[i].classes:
            end = scene.tokens[i].end + 1
            return tuple(f for f in party_after(scene, i, "to") if f.start <= end)
    return _after_preposition(scene, trigger, "to")


def _after_preposition(scene: Scene, trigger: Trigger, kind: str) -> tuple[Found[Actor], ...]:
    reach = GOAL if kind == "to" else FAR
    for index, held in enumerate(scene.actors):
        if (
            held.first <= trigger.at
            or held.first - trigger.at > reach
            or scene.stop_between(trigger.at, held.first)
        ):
            continue
        if beyond(scene, trigger.at, held.first):
            return ()
        attached = kind == "to" and scene.tokens[held.first].folded.startswith("ل")
        near = range(max(trigger.at + 1, held.first - 3), held.first)
        if supporting(scene, held.first):
            continue
        attached = attached or (kind == "to" and trigger.frame.name == _ENTRUST and _by(scene, held))
        if attached or any(scene.particle(i, kind) for i in near):
            return read_as(together(scene, index), kind)
    return ()


def _by(scene: Scene, held: Held[Actor]) -> bool:
    """Whether ب is written onto a party: to whom something is entrusted (أُنيطت المهام بالشرطة)."""
    token = scene.tokens[held.first]
    return held.found.start > token.start and token.folded.startswith("ب")


def mutual(scene: Scene, trigger: Trigger) -> bool:
    """Whether a blow is exchanged (تبادل إطلاق النار، القصف المتبادل): both sides do it."""
    near = range(max(0, trigger.at - 1), min(len(scene.tokens), trigger.at + 3))
    return not trigger.finite and any("mutual" in scene.words[i].classes for i in near)


def all_after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Both sides of a clash: those after بين, the subject and the one after مع, or those in the idafa."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + FAR)):
        if scene.mark(i, STOPS) or scene.particle(i, "relative"):
            break
        if scene.particle(i, "between", "joint") and beyond(scene, trigger.at, i):
            break
        if scene.particle(i, "between"):
            return read_as(_sides(scene, i), "sides")
        if scene.particle(i, "joint") and (other := _sides(scene, i)):
            one = _named_side(scene, trigger, i) or before(scene, trigger)
            return (*one, *read_as(other, "sides"))
    both = _named_side(scene, trigger, len(scene.tokens))
    return both if len(both) > 1 else before(scene, trigger)


def _sides(scene: Scene, at: int) -> tuple[Held[Actor], ...]:
    """The parties after بين: a group, and one joined to it behind a clause or من جهة (بين س … وص)."""
    sides: list[Held[Actor]] = []
    for index, held in enumerate(scene.actors):
        if held.first <= at or scene.stop_between(at, held.first) or held in sides:
            continue
        if not sides:
            if held.first - at > NEAR or (held.found.rule == "demonym" and held.first - at > 1):
                break
            sides += together(scene, index)
        elif held.first - sides[-1].last <= FAR and joined(scene, held):
            sides += together(scene, index)
            break
    return tuple(sides)


def _named_side(scene: Scene, trigger: Trigger, last: int) -> tuple[Found[Actor], ...]:
    """The party right after the word of clash: a verb's subject, the first of a noun's idafa (معارك س وص)."""
    for index, held in enumerate(scene.actors):
        near = trigger.at < held.first < last and held.first - trigger.at <= SUBJECT_GAP + 1
        if near and not governed(scene, held.first):
            return read_as(together(scene, index), "sides")
    return ()
