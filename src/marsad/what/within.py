"""What the article makes certain: missing arguments from the same story, sources in full, one label an event.

A headline leaves the base to the body, a second sentence the army to the first. Only what a mention leaves out is
filled, from the nearest mention that tells the same kind of event, and the rule that filled it says `inherited`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.arabic import fold, tokens
from marsad.records import EventMention, Found
from marsad.what.places import is_own, story_country

_GENERAL = {"country": 3, "province": 2, "district": 1}
POSTURE = frozenset({"withdraw", "deploy", "handover", "suspend", "resume", "force_level"})
_FAMILIES = (POSTURE, frozenset({"attack", "seize"}), frozenset({"protest"}))


def fill(mentions: Sequence[EventMention], countries: tuple[str, ...]) -> list[EventMention]:
    """The mentions with the arguments that their story makes certain; `countries` are the story's (alpha-2)."""
    filled = [_homeless(m) for m in mentions]
    for index in range(len(filled)):
        filled[index] = _filled(filled, index)
    return [_placed(m, countries) for m in filled]


def _homeless(mention: EventMention) -> EventMention:
    """A movement without the place that was only its party's own country."""
    moving = mention.type in ("withdraw", "deploy")
    own = moving and mention.place is not None and is_own(mention.place.value, codes(mention))
    return replace(mention, place=None) if own else mention


def codes(mention: EventMention) -> frozenset[str]:
    """The codes of a mention's actors."""
    return frozenset(actor.value.code for actor in mention.actors)


def _filled(mentions: Sequence[EventMention], index: int) -> EventMention:
    mention = mentions[index]
    for other in _nearest(mentions, index):
        if (
            mention.place is None
            and other.place
            and _same_story(mention, other)
            and not is_own(other.place.value, codes(mention))
        ):
            mention = replace(mention, place=_inherited(other.place))
    return mention


def _nearest(mentions: Sequence[EventMention], index: int) -> list[EventMention]:
    """The other mentions: same type before the same family, earlier before later, near before far."""
    mention = mentions[index]
    order = sorted(
        (i for i in range(len(mentions)) if i != index),
        key=lambda i: (mentions[i].type != mention.type, i > index, abs(i - index)),
    )
    return [mentions[i] for i in order]


def _same_story(mention: EventMention, other: EventMention) -> bool:
    """Whether two mentions may share a party or place: one family of events."""
    return any(mention.type in family and other.type in family for family in _FAMILIES)


def _same_doers(mention: EventMention, other: EventMention) -> bool:
    mine, theirs = codes(mention), codes(other)
    return not mine or not theirs or bool(mine & theirs)


def _inherited(found: Found) -> Found:  # type: ignore[type-arg]
    return found if found.rule.startswith("inherited") else replace(found, rule=f"inherited:{found.rule}")


def _placed(mention: EventMention, countries: tuple[str, ...]) -> EventMention:
    """A posture mention without any place happens in the story's country; without a place there is no role."""
    if mention.place is None and mention.type in POSTURE:
        place = story_country(countries, codes(mention))
        if place:
            mention = replace(mention, place=Found(place, (mention.trigger,), "inherited:country"))
    return mention if mention.place else replace(mention, place_role=None)


def in_full(mentions: Sequence[EventMention]) -> list[EventMention]:
    """Sources by their most complete form: المرصد becomes المرصد السوري لحقوق الإنسان when the article says so."""
    names = {m.attribution.value: _content(m.attribution.value) for m in mentions if m.attribution}
    return [
        replace(m, attribution=replace(m.attribution, value=_fullest(m.attribution.value, names)))
        if m.attribution
        else m
        for m in mentions
    ]


def _content(name: str) -> frozenset[str]:
    return frozenset(t.folded.removeprefix("ال") for t in tokens(name) if t.kind == "word")


def _fullest(name: str, names: dict[str, frozenset[str]]) -> str:
    own = names[name]
    wider = [
        other for other, words in names.items() if own and own < words and fold(name)[:2] == fold(other)[:2]
    ]
    return max(wider, key=lambda other: len(names[other])) if wider else name


def label(mentions: Sequence[EventMention]) -> list[EventMention]:
    """One label (e1, e2 …) for the mentions of one event: type, parties, place and date do not contradict."""
    events: list[list[EventMention]] = []
    labelled = []
    for mention in mentions:
        index = next(
            (i for i, event in enumerate(events) if all(_same_event(mention, m) for m in event)), None
        )
        if index is None:
            events.append([])
            index = len(events) - 1
        events[index].append(mention)
        labelled.append(replace(mention, event=f"e{index + 1}"))
    return labelled


def _same_event(one: EventMention, other: EventMention) -> bool:
    return (
        one.type == other.type
        and _same_doers(one, other)
        and _agree(_targets(one), _targets(other))
        and _same_place(one, other)
        and _same_date(one, other)
    )


def _targets(mention: EventMention) -> frozenset[str]:
    return frozenset(r.value.code for r in mention.recipients)


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_place(one: EventMention, other: EventMention) -> bool:
    if one.place is None or other.place is None:
        return True
    mine, theirs = one.place.value, other.place.value
    if mine.kind == "country" or theirs.kind == "country":
        return mine.country == theirs.country or None in (mine.country, theirs.country)
    return fold(mine.name) == fold(theirs.name) or (mine.id is not None and mine.id == theirs.id)


def _same_date(one: EventMention, other: EventMention) -> bool:
    if one.date is None or other.date is None:
        return True
    mine, theirs = one.date.value, other.date.value
    return mine == theirs or None in (mine.start, theirs.start)
