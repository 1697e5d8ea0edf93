"""What the article makes certain: the place that a mention leaves to its story (codebook, section 5).

A headline leaves the base to the body, a second sentence to the first. Only what a mention leaves out is
filled, from the likeliest other mention, and the rule that filled it says `inherited`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import EventMention, Found, Place
from marsad.what.places import home_of, is_own, story_country

POSTURE = frozenset({"withdraw", "deploy", "handover", "suspend", "resume", "force_level"})
_MOVEMENTS = ("withdraw", "deploy")
_COUNTRYWIDE = ("suspend", "resume", "force_level", "protest")


def fill(mentions: Sequence[EventMention], countries: tuple[str, ...]) -> list[EventMention]:
    """The mentions with the places that their story makes certain; `countries` are the story's (alpha-2)."""
    stated = [_homeless(m) for m in mentions]
    return [_placed(stated, index, countries) for index in range(len(stated))]


def _homeless(mention: EventMention) -> EventMention:
    """A movement without the place that was only its party's own country."""
    moving = mention.type in _MOVEMENTS
    own = moving and mention.place is not None and is_own(mention.place.value, codes(mention))
    return replace(mention, place=None) if own else mention


def codes(mention: EventMention) -> frozenset[str]:
    """The codes of a mention's actors."""
    return frozenset(actor.value.code for actor in mention.actors)


def _placed(stated: Sequence[EventMention], index: int, countries: tuple[str, ...]) -> EventMention:
    """A mention with a place of its own, of its sentence, of the story's events, or of the story at last."""
    mention = stated[index]
    if mention.place is not None:
        return mention
    for other in _likeliest(stated, index):
        if other.place and not (mention.type in _MOVEMENTS and is_own(other.place.value, codes(mention))):
            return replace(mention, place=_inherited(other.place))
    place = _country(mention, countries)
    if place is None:
        return replace(mention, place_role=None)
    return replace(mention, place=Found(place, (mention.trigger,), "inherited:country"))


def _likeliest(stated: Sequence[EventMention], index: int) -> list[EventMention]:
    """The mentions whose place a mention may share, the likeliest first.

    A withdrawal goes on with the first movement told (93% of them right on the dev set), other movements with the
    last one (70%), a blow with whatever was told last (44%); a mission is stopped and forces are counted in the
    story's country.
    """
    mention = stated[index]
    others = [(at, other) for at, other in enumerate(stated) if at != index and other.place]
    if mention.type in _COUNTRYWIDE:
        return []
    if mention.type in POSTURE:
        others = [(at, other) for at, other in others if other.type in POSTURE]
    if mention.type != "withdraw":
        others.sort(key=lambda item: _distance(mention, item[1], item[0] - index))
    return [other for _, other in others]


def _distance(mention: EventMention, other: EventMention, gap: int) -> tuple[bool, bool, int]:
    """Of one's own sentence before others, what was told before what follows, near before far."""
    return other.sentence != mention.sentence, gap > 0, abs(gap)


def _inherited(found: Found[Place]) -> Found[Place]:
    return replace(found, rule=f"inherited:{found.rule}")


def _country(mention: EventMention, countries: tuple[str, ...]) -> Place | None:
    """The story's country: for a movement the first that is not the party's own, for a hand-over the receiver's."""
    if mention.type in _MOVEMENTS:
        return story_country(countries, codes(mention))
    receivers = [home for r in mention.recipients if (home := home_of(r.value.code))]
    return next(iter(receivers), None) or story_country(countries, frozenset())
