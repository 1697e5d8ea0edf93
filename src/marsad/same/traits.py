"""What of an account is compared: its traits, computed once, each a plain value that DuckDB can hold.

Where an account gives no day, its article's day bounds it: what a lead story tells without a date happened at
most two days before it was published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.records import Claim, Place, Quantity, When
from marsad.same.accounts import Account
from marsad.same.clues import Clue, clue_of, name_of
from marsad.same.distance import between
from marsad.same.kinds import slack_of, sorts_of
from marsad.same.precision import order_of, reach_km
from marsad.same.words import number_of, telling
from marsad.who import lineage, party, row_of

LEAD = 600  # code points from the start: title and first paragraph
BEFORE = 2  # days before publication in which a lead story's undated event lies
REAL = ("happened", "ongoing")
LOOSE = ("possible", "denied")
STANDINGS = ("real", "announced", "denied")  # where as many say the one as the other, the first
DISTRICT = 4  # order of data/same/precision.csv
EPOCH = date(1970, 1, 1)
EXPLICIT, REPORTED, UNDATED = 2, 1, 0  # how the days are known


@dataclass(frozen=True, slots=True)
class Traits:
    """An account as it is compared; days are counted from 1970-01-01, kilometres are radii."""

    id: str
    article: str
    text: str  # the article whose text it stands in: its own, or the one that it repeats
    types: tuple[str, ...]  # the most frequent first
    sort: str  # posture, violence, protest
    slack: int  # days by which dates of one such event differ
    standing: str  # real, announced (planned, demanded, possible), denied
    actors: tuple[str, ...]
    coded: bool  # whether one of them is known by a code, not by the text's words alone
    kin: tuple[str, ...]  # the actors with what they belong to and who fights beside them
    recipients: tuple[str, ...]
    hostkin: tuple[str, ...]
    manners: tuple[str, ...]  # how the attack may have been made (data/same/manners.csv)
    sums: bool  # it tells of several events at once
    place: str | None
    sure: bool  # a sentence of the account names the place
    names: tuple[int, ...]  # the words of every exact place that its sentences name
    lat: float | None
    lon: float | None
    km: float | None
    grain: int | None  # 1 site ... 7 country, 8 unknown (data/same/precision.csv)
    country: str | None
    first: int | None
    last: int | None
    dated: int
    told: int | None  # the day of publication
    lead: bool
    killed_low: float | None
    killed_high: float | None
    moved_low: float | None
    moved_high: float | None
    words: tuple[int, ...]
    sentences: tuple[int, ...]


def traits_of(account: Account) -> Traits:
    """The traits of an account."""
    claims = account.claims
    clues = [clue_of(claim) for claim in claims]
    spot, sure = _place(claims, clues)
    first, last, dated = _days(claims)
    killed, moved = (_count(claims, slot) for slot in ("fatalities", "quantity"))
    actors, recipients = _named(claims, "actors"), _named(claims, "recipients")
    published, types = claims[0].published, tuple(_ranked(claim.type for claim in claims))
    return Traits(
        id=account.id,
        article=account.article,
        text=account.copy_of or account.article,
        types=types,
        sort=sorts_of(types)[0],
        slack=slack_of(types[0]),
        standing=_standing(claims),
        actors=actors,
        coded=any(code.isascii() for code in actors),
        kin=_kin(actors),
        recipients=recipients,
        hostkin=_kin(recipients),
        manners=_shared(clue.manners for clue in clues),
        sums=clues[0].sums,
        place=(spot.id or fold(spot.name)) if spot else None,
        sure=sure,
        names=_names(claims, clues),
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        km=reach_km(spot) if spot else None,
        grain=_grain(spot) if spot else None,
        country=spot.country if spot else None,
        first=first,
        last=last,
        dated=dated,
        told=_number(published) if published else None,
        lead=_is_lead(claims),
        killed_low=killed[0],
        killed_high=killed[1],
        moved_low=moved[0],
        moved_high=moved[1],
        words=_words(clues),
        sentences=tuple(sorted({number_of(fold(claim.quote)) for claim in claims})),
    )


def apart_km(one: Traits, other: Traits) -> float:
    """Kilometres between two places; 0 where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return between((one.lat, one.lon), (other.lat, other.lon))


def _ranked(values: Iterable[str]) -> list[str]:
    counted = Counter(values)
    return sorted(counted, key=lambda value: (-counted[value], value))


def _standing(claims: tuple[Claim, ...]) -> str:
    """What at least half of the claims say; that it happened, where as many say so as do not."""
    said = Counter(_stands(claim.factuality) for claim in claims)
    return max(STANDINGS, key=lambda standing: said[standing])


def _stands(factuality: str) -> str:
    return "real" if factuality in REAL else "denied" if factuality == "denied" else "announced"


def _is_lead(claims: tuple[Claim, ...]) -> bool:
    return any(claim.title or claim.start < LEAD for claim in claims)


def _named(claims: tuple[Claim, ...], role: str) -> tuple[str, ...]:
    """The parties that at least a third of the claims that name any agree on, the most frequent first."""
    told = [getattr(claim, role) for claim in claims if getattr(claim, role)]
    counted = Counter(code for codes in told for code in dict.fromkeys(codes))  # ties: the first named
    return tuple(code for code, times in counted.most_common() if 3 * times >= len(told))


def _kin(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({kin for code in codes for kin in kin_of(code)}))


@lru_cache(maxsize=1 << 14)
def kin_of(code: str) -> frozenset[str]:
    """A party, the whole it is a part of, what it belongs to, and its allies (data/same/allies.csv)."""
    row = row_of(code, "group")
    above = (party(id) for id in lineage(row)) if row else ()
    held = {code, code.partition(".")[0], *(found.code for found in above if found)}
    return frozenset(held | {ally for one in (code, *held) for ally in _allies().get(one, ())})


@lru_cache(maxsize=1)
def _allies() -> dict[str, frozenset[str]]:
    sides = [cell(row["side"]) for row in read_table("same/allies.csv")]
    return {code: frozenset(c for side in sides if code in side for c in side) for s in sides for code in s}


def _place(claims: tuple[Claim, ...], clues: list[Clue]) -> tuple[Place | None, bool]:
    """The most exact place that at least a third of the claims bear out, and whether a sentence names it.

    Where sentences name places, those that claims only inherit do not count; nor do those of what is only
    possible or denied beside what is planned or happened.
    """
    firm = [claim for claim in claims if claim.factuality not in LOOSE] or claims
    placed = [(claim.place, clue) for claim, clue in zip(claims, clues, strict=True) if claim in firm]
    named = [place for place, clue in placed if clue.stated and place]
    places = named or [place for place, _ in placed if place is not None]
    counted = Counter((place.id or fold(place.name)) for place in places)
    often = [place for place in places if 3 * counted[place.id or fold(place.name)] >= len(places)]
    best = min(
        often or places,
        key=lambda place: (_grain(place), -counted[place.id or fold(place.name)], place.id or place.name),
        default=None,
    )
    return best, bool(named)


def _grain(place: Place) -> int:
    """The order of the place's precision; a base of the tables is a site, even where its point is unknown."""
    return 1 if place.id and place.kind == "base" else order_of(place)


def _names(claims: tuple[Claim, ...], clues: list[Clue]) -> tuple[int, ...]:
    exact = (
        claim.place
        for claim, clue in zip(claims, clues, strict=True)
        if clue.stated and claim.place and (_grain(claim.place) <= DISTRICT or claim.place.kind == "area")
    )
    return tuple(sorted({number_of(word) for place in exact for word in name_of(place)}))


def _shared(manners: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """What all claims that say how allow."""
    told = [held for held in manners if held]
    return tuple(sorted(frozenset.intersection(*told))) if told else ()


def _days(claims: tuple[Claim, ...]) -> tuple[int | None, int | None, int]:
    """The first and last day, and how they are known."""
    told = [claim.date for claim in claims if claim.date and (claim.date.start or claim.date.end)]
    if told:
        counted = Counter((_span(when)) for when in told)
        first, last = min(counted, key=lambda span: (span[1] - span[0], -counted[span], span))
        return first, last, EXPLICIT
    published = claims[0].published
    if published is None:
        return None, None, UNDATED
    day = _number(published)
    return day - BEFORE, day, REPORTED if _is_lead(claims) else UNDATED


def _span(when: When) -> tuple[int, int]:
    start, end = when.start or when.end, when.end or when.start
    assert start is not None and end is not None
    return _number(start), _number(end)


def _number(day: date) -> int:
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The day of a number of days."""
    return EPOCH + timedelta(days=number)


def _count(claims: tuple[Claim, ...], slot: str) -> tuple[float | None, float | None]:
    """The figure that most claims give, the earliest where two are as frequent."""
    told: list[Quantity] = [count for claim in claims if (count := getattr(claim, slot)) is not None]
    if not told:
        return None, None
    counted = Counter((count.low, count.high) for count in told)
    return counted.most_common(1)[0][0]


def _words(clues: list[Clue]) -> tuple[int, ...]:
    return tuple(sorted({number_of(word) for clue in clues for word in telling(clue.words)}))
