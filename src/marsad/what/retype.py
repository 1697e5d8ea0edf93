"""Event types that only the arguments decide: armies grown at home, entering as taking, moving as leaving.

The codebook (sections 2 and 9): an army that grows is a force level, not a deployment; a place entered by its
own country's army or by an armed group is seized; forces moved away from a named place withdraw from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from marsad.arabic import fold
from marsad.data import read_table
from marsad.records import EventMention
from marsad.what.lexicon import look
from marsad.what.within import codes

_GROWTH = frozenset({"deploy.increase", "deploy.raise", "deploy.double"})
_ENTRY = frozenset({"deploy.enter"})
_TRANSFER = frozenset({"deploy.move_units", "deploy.move_to", "deploy.fan_out", "deploy.reposition"})
CROWD = "PROTESTERS"  # codebook, section 4


def retype(mentions: Sequence[EventMention], text: str, countries: tuple[str, ...]) -> list[EventMention]:
    """The mentions, typed by what their parties and place make of them; `countries`: the story's, alpha-2."""
    return [_retyped(mention, text, countries) for mention in mentions]


def _retyped(mention: EventMention, text: str, countries: tuple[str, ...]) -> EventMention:
    if mention.frame in _GROWTH and _at_home(mention, countries):
        return replace(mention, type="force_level", place_role="at")
    if mention.frame in _ENTRY and (_group(mention) or _at_home(mention, countries)):
        return replace(mention, type="seize", place_role="at")
    if mention.frame in _TRANSFER and _from(mention, text):
        return replace(mention, type="withdraw", place_role="from")
    return mention


def _group(mention: EventMention) -> bool:
    """Whether groups do it, with or without a name of their own (الثوار); protesters take no town."""
    parties = [found.value for found in mention.actors]
    return bool(parties) and all(p.kind in ("group", "generic") and p.code != CROWD for p in parties)


def _at_home(mention: EventMention, countries: tuple[str, ...]) -> bool:
    """Whether the forces are those of the country where it happens."""
    place = mention.place.value.country if mention.place else countries[0] if countries else None
    return bool(mention.actors) and codes(mention) <= {code for code, alpha2 in _homes() if alpha2 == place}


@cache
def _homes() -> frozenset[tuple[str, str]]:
    """(actor code, ISO alpha-2) of every state."""
    return frozenset((row["iso3"], row["iso2"]) for row in read_table("demonyms.csv"))


def _from(mention: EventMention, text: str) -> bool:
    """Whether من stands right before the place."""
    if mention.place is None or mention.place.rule.startswith("inherited"):
        return False
    before = text[: mention.place.start].split()
    return bool(before) and "from" in look(fold(before[-1])).particles
