"""Why one row was taken and not another that bears the name too: told from the points of `choosing`."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.records import Candidate
from marsad.where.choosing import Context, Score, score, seats_among
from marsad.where.gazetteer import Row
from marsad.where.words import Head

MOST = 5  # candidates told; some names are borne by eighty villages
CLOSE = 0.1  # degrees between the points that two sources give one place
ALONE = "no other place has the name"
ALIKE = "nothing tells them apart"
NATIONAL = "the adjective names another country"
ADMINISTRATIVE = "administrative area without the word"


@dataclass(frozen=True, slots=True)
class Judged:
    """What decided for a row, and what against each of the others."""

    why: str
    beaten: tuple[Candidate, ...]


def judged(
    chosen: Row, rows: tuple[Row, ...], context: Context, head: Head | None, national: str | None
) -> Judged:
    """The reasons for `chosen` among `rows`, the others likeliest first."""
    if len(rows) == 1:
        return ONLY
    wants = head.wants if head else ()
    seats = seats_among(rows)
    points = {id(row): score(row, context, wants, seats) for row in rows}
    own = points.get(id(chosen)) or score(chosen, context, wants, seats)
    others = [row for row in rows if row.id != chosen.id and not _same(row, chosen)]
    others.sort(key=lambda row: -sum(points[id(row)]))
    if not others:
        return ONLY
    beaten = tuple(
        _candidate(row, points[id(row)], _against(row, own, points[id(row)], context, national))
        for row in others[:MOST]
    )
    return Judged(_for(own, points[id(others[0])], context, national, chosen), beaten)


def _same(row: Row, chosen: Row) -> bool:
    """Whether two sources have the one place."""
    if row.group != chosen.group or row.country != chosen.country or row.lat is None or chosen.lat is None:
        return False
    assert row.lon is not None and chosen.lon is not None
    return abs(row.lat - chosen.lat) < CLOSE and abs(row.lon - chosen.lon) < CLOSE


ONLY = Judged(ALONE, ())
_LOSES = (
    "country not in the article",
    "another kind of place",
    "smaller",
    "seldom meant, or far from the others",
)
_WINS = ("country of the article", "kind of place", "larger", "usually meant, or near the others")
_PRIOR = ("country seldom meant", "country usually meant")  # where the article names none


def _against(row: Row, own: Score, other: Score, context: Context, national: str | None) -> str:
    if national and row.country != national:
        return NATIONAL
    part = _widest(own, other)
    if part is None:
        return ALIKE
    if part == 0:
        told = "country less prominent in the article" if row.country in context.countries else _LOSES[0]
        return told if context.countries else _PRIOR[0]
    administrative = part == 1 and row.group in ("province", "district")
    return ADMINISTRATIVE if administrative else _LOSES[part]


def _for(own: Score, other: Score, context: Context, national: str | None, chosen: Row) -> str:
    if national and chosen.country == national:
        return "country of the adjective"
    part = _widest(own, other)
    if part is None:
        return ALIKE
    return _PRIOR[1] if part == 0 and not context.countries else _WINS[part]


def _widest(own: Score, other: Score) -> int | None:
    """The part in which the first leads most."""
    leads = (
        own[0] - other[0],
        own[1] - other[1],
        own[2] - other[2],
        own[3] - other[3],
    )  # twice as fast as zip
    widest = max(leads)
    return leads.index(widest) if widest > 0 else None


def _candidate(row: Row, points: Score, why: str) -> Candidate:
    return Candidate(
        row.id, row.name, row.country, row.precision, row.lat, row.lon, round(sum(points), 1), why
    )
