"""Who does it and to whom: actors and recipients of a trigger, by the pattern of its frame (فاعل ومفعول).

Each reader below is one place where Arabic puts a party: after a verb, before it, in the idafa, as the demonym on the
noun, after على / ضد, after a light verb (شنت … غارات). A frame's pattern says which reader fills which slot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene

NEAR = 6  # tokens between a trigger and the party that is its subject or complement
FAR = 14  # tokens between a verb and the subject before it


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one trigger in its own sentence; empty when the sentence leaves them out."""

    actors: tuple[Found[Actor], ...] = ()
    recipients: tuple[Found[Actor], ...] = ()


Reader = Callable[[Scene, Trigger], tuple[Found[Actor], ...]]


def find_parties(scene: Scene, trigger: Trigger) -> Parties:
    """Actors and recipients of a trigger that its sentence names."""
    doers, targets = _READERS[trigger.frame.pattern]
    if _passive(scene, trigger):
        doers, targets = (agent,), (*_PASSIVE_TARGETS, *targets)
    actors = _first(scene, trigger, doers, ())
    recipients = _first(scene, trigger, targets, actors)
    return Parties(actors, recipients)


def _first(
    scene: Scene, trigger: Trigger, readers: tuple[Reader, ...], taken: tuple[Found[Actor], ...]
) -> tuple[Found[Actor], ...]:
    """What the first reader that finds a new party finds."""
    spans = {item.spans[0] for item in taken}
    for reader in readers:
        found = tuple(item for item in reader(scene, trigger) if item.spans[0] not in spans)
        if found:
            return found
    return ()


def _passive(scene: Scene, trigger: Trigger) -> bool:
    return trigger.sense.form == "passive"


def _together(scene: Scene, start: int) -> tuple[Held[Actor], ...]:
    """The party at index `start` of the scene's actors and those joined to it by و."""
    group = [scene.actors[start]]
    for held in scene.actors[start + 1 :]:
        gap = range(group[-1].last + 1, held.first)
        joined = scene.tokens[held.first].folded.startswith("و") or any(scene.particle(i, "and") for i in gap)
        if len(gap) > 2 or not joined or any(scene.mark(i, STOPS) for i in gap):
            break
        group.append(held)
    return tuple(group)


def _found(group: tuple[Held[Actor], ...], rule: str) -> tuple[Found[Actor], ...]:
    return tuple(Found(held.found.value, held.found.spans, f"{rule}:{held.found.rule}") for held in group)


def _owners(scene: Scene, group: tuple[Held[Actor], ...]) -> tuple[Held[Actor], ...]:
    """For قواتها after "بريطانيا وأستراليا": all whom the pronoun stands for, not only the nearest."""
    pronoun = group[0].found
    if pronoun.rule != "pronoun" or len(pronoun.spans) < 2:
        return group
    owner = next((i for i, h in enumerate(scene.actors) if h.found.spans[0] == pronoun.spans[1]), None)
    return group if owner is None else _together(scene, _group_start(scene, owner))


def subject_before(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party right before a verb (القوات انسحبت، العراق لن ينشر): a verb with its subject before it looks no further."""
    if not trigger.finite:
        return ()
    for index, held in enumerate(scene.actors):
        gap = range(held.last + 1, trigger.at)
        if held.last < trigger.at and len(gap) <= 2 and all(_between_subject_and_verb(scene, i) for i in gap):
            start = _group_start(scene, index)
            return (
                ()
                if _governed(scene, scene.actors[start].first)
                else _found(_together(scene, start), "subject")
            )
    return ()


def _between_subject_and_verb(scene: Scene, at: int) -> bool:
    return (
        scene.particle(at, "modal", "negation", "future", "was", "relative")
        or scene.tokens[at].kind != "word"
    )


def after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party right after the trigger: a verb's subject, a verbal noun's genitive or demonym."""
    return _after(scene, trigger.at, "after")


def _after(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    for index, held in enumerate(scene.actors):
        if held.first <= at or held.first - at > NEAR:
            continue
        if _blocked(scene, at + 1, held.first):
            return ()
        return _found(_owners(scene, _together(scene, index)), rule)
    return ()


def _blocked(scene: Scene, first: int, last: int) -> bool:
    """Whether a preposition or clause boundary keeps the words from `last` away from the trigger's own phrase."""
    if _governed(scene, last):
        return True
    for i in range(first, last):
        if scene.mark(i, STOPS) or scene.particle(
            i, "to", "in", "on", "against", "joint", "relative", "that", "subordinate"
        ):
            return True
        if scene.particle(i, "from") and not _partitive(scene, i):
            return True
    return False


def _partitive(scene: Scene, at: int) -> bool:
    """Whether من follows a number or a word of quantity (مئات من الجنود، عدد من الدول)."""
    counted = any(q.first <= at - 1 <= q.last for q in scene.quantities)
    return counted or (at > 0 and "part" in scene.words[at - 1].classes)


def _governed(scene: Scene, at: int) -> bool:
    """Whether a preposition is written onto the word (للقوات) or stands right before it."""
    if at > 0 and scene.particle(at - 1, "to", "in", "on", "against", "joint", "support"):
        return True
    if at > 0 and scene.particle(at - 1, "from"):
        return not _partitive(scene, at - 1)
    return scene.tokens[at].folded.startswith(("لل", "بال", "ولل"))


def before(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject that stands before a verb, or the subject of the verb that governs a verbal noun."""
    return _before(scene, trigger.at, "before")


def _before(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    for index in range(len(scene.actors) - 1, -1, -1):
        held = scene.actors[index]
        if held.last >= at:
            continue
        if at - held.last > FAR or scene.stop_between(held.last, at):
            return ()
        start = _group_start(scene, index)
        first = scene.actors[start].first
        if held.found.rule == "demonym" or _governed(scene, first) or _supporting(scene, first):
            continue
        return _found(_together(scene, start), rule)
    return ()


def _group_start(scene: Scene, index: int) -> int:
    """The first party of the coordination that the party at `index` belongs to."""
    while index > 0 and scene.actors[index] in _together(scene, index - 1):
        index -= 1
    return index


def _supporting(scene: Scene, at: int) -> bool:
    """Whether the party is only the one that supports (بدعم من، بإسناد)."""
    return any(scene.particle(i, "support") for i in range(max(0, at - 2), at))


def agent(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The doer after من قبل / على يد / بيد."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + FAR)):
        if scene.mark(i, STOPS):
            return ()
        if scene.particle(i, "agent") or (scene.tokens[i].folded[1:] and _hand(scene, i)):
            found = _after(scene, i, "agent")
            if found:
                return found
    return ()


def _hand(scene: Scene, at: int) -> bool:
    """بيد / بأيدي: the agent particle with ب on it."""
    return scene.tokens[at].folded.startswith("ب") and "agent" in scene.words[at].classes


def light(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of the light verb near an attack noun: شنت القوات غارات، غارات شنتها القوات."""
    for i in _around(trigger.at, NEAR, len(scene.tokens)):
        if scene.mark(i, STOPS):
            continue
        cue = scene.words[i].cue("light", "begin", "ongoing")
        if cue is None or cue.form not in ("past", "present"):
            continue
        if i > trigger.at:
            found = _after(scene, i, "light") or _before(scene, trigger.at, "light")
        else:
            found = _between(scene, i, trigger.at) or _before(scene, i, "light")
        if found:
            return found
    return ()


def _between(scene: Scene, first: int, last: int) -> tuple[Found[Actor], ...]:
    for index, held in enumerate(scene.actors):
        if first < held.first and held.last < last and not _blocked(scene, first + 1, held.first):
            return _found(_together(scene, index), "light")
    return ()


def _around(at: int, reach: int, size: int) -> list[int]:
    """Token numbers near `at`, nearest first, the left one first."""
    near = [i for d in range(1, reach + 1) for i in (at - d, at + d)]
    return [i for i in near if 0 <= i < size]


def against(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after على / ضد / في مواجهة, or after the verb that says what was hit (غارة استهدفت)."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + FAR)):
        if scene.mark(i, STOPS) or (scene.mark(i, COMMAS) and i - trigger.at > NEAR):
            return ()
        if scene.particle(i, "on", "against") or _hits(scene, i):
            found = _target(scene, i)
            if found:
                return found
    return ()


def _hits(scene: Scene, at: int) -> bool:
    return any(s.frame.pattern == "strike" and s.form in ("past", "present") for s in scene.words[at].senses)


def _target(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """The first party after a preposition or verb, through قواعد ومواقع."""
    for index, held in enumerate(scene.actors):
        if at < held.first <= at + NEAR + 1 and not scene.stop_between(at, held.first):
            return _found(_together(scene, index), "target")
    return ()


def victims(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Those killed or wounded, when the sentence names a party (مقتل قائد الفيلق … بغارة)."""
    for i in _around(trigger.at, FAR, len(scene.tokens)):
        if scene.words[i].classes.isdisjoint(("killed", "wounded")) or scene.stop_between(i, trigger.at):
            continue
        found = _after(scene, i, "victim")
        if found:
            return found
    return ()


def suffered(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The one who is hit, as the subject of تعرض / لقي before the attack's word."""
    for i in range(trigger.at - 1, max(-1, trigger.at - FAR), -1):
        if scene.mark(i, STOPS):
            return ()
        if scene.words[i].cue("suffer"):
            return _between_any(scene, i, trigger.at) or _before(scene, i, "suffer")
    return ()


def _between_any(scene: Scene, first: int, last: int) -> tuple[Found[Actor], ...]:
    for index, held in enumerate(scene.actors):
        if first < held.first and held.last < last:
            return _found(_together(scene, index), "suffer")
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
        seen += 1
        first_is_subject = trigger.finite and not before(scene, trigger)
        if (
            seen == 1
            and first_is_subject
            and not _governed(scene, held.first)
            and trigger.frame.pattern != "blast"
        ):
            continue
        return _found(_together(scene, index), "object")
    return ()


def source_party(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after من (استعاد المدينة من التنظيم، تسلم القاعدة من القوات)."""
    return _after_preposition(scene, trigger, "from")


def goal_party(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party after إلى or with ل on it (تسليمها إلى القوات العراقية، للجيش)."""
    return _after_preposition(scene, trigger, "to")


def _after_preposition(scene: Scene, trigger: Trigger, kind: str) -> tuple[Found[Actor], ...]:
    for index, held in enumerate(scene.actors):
        if (
            held.first <= trigger.at
            or held.first - trigger.at > FAR
            or scene.stop_between(trigger.at, held.first)
        ):
            continue
        attached = kind == "to" and scene.tokens[held.first].folded.startswith("ل")
        near = range(max(trigger.at + 1, held.first - 3), held.first)
        if attached or any(scene.particle(i, kind) for i in near):
            return _found(_together(scene, index), kind)
    return ()


def all_after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Both sides of a clash: the parties after بين, or with مع, or the subject and the one after مع."""
    close = [
        h for h in scene.actors
        if 0 < h.first - trigger.at <= FAR and not scene.stop_between(trigger.at, h.first)
        and not any(scene.particle(i, "relative", "that") for i in range(trigger.at, h.first))
    ]  # fmt: skip
    if len(close) >= 2:
        return _found(tuple(close[:2]), "sides")
    first = before(scene, trigger)
    return (*first, *_found(tuple(close), "sides"))


_PASSIVE_TARGETS: tuple[Reader, ...] = (after, before)
_HIT: tuple[Reader, ...] = (against, suffered, victims, second)
_READERS: dict[str, tuple[tuple[Reader, ...], tuple[Reader, ...]]] = {
    "move": ((subject_before, after, before), ()),
    "stay": ((subject_before, after, before), ()),
    "vacate": ((subject_before, after, before), ()),
    "send": ((subject_before, after, before), ()),
    "aid": ((before,), ()),
    "expel": ((after,), ()),
    "stop": ((subject_before, after, before), ()),
    "count": ((subject_before, after, before), ()),
    "give": ((agent, before), (goal_party,)),
    "receive": ((source_party,), (after, before)),
    "pass": ((source_party,), (goal_party,)),
    "take": ((agent, subject_before, light, after, before), (source_party,)),
    "lose": ((agent,), (after, before)),
    "fall": ((agent,), (source_party,)),
    "rout": ((subject_before, after, before), (second,)),
    "assault": ((agent, light, after), _HIT),
    "strike": ((agent, subject_before, after, before), _HIT),
    "wreck": ((agent, after, before), (second,)),
    "launch": ((light, before, after), (against,)),
    "blast": ((agent,), _HIT),
    "clash": ((all_after,), ()),
    "kill": ((agent,), (after,)),
    "gather": ((after, before), ()),
}
