"""A number of an event: every source's own figure, the bounds over all of them, and whether they differ.

What a denial denies is no figure, unless the whole event is denied. Two figures of one text never conflict:
it tells of parts, or of what was first said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from marsad.data import read_table
from marsad.records import Figure, Quantity, Range
from marsad.same.texts import Group, Told, ids, outlets

PEOPLE = ("force", "person")  # kinds of units that count persons, whatever they are called
Key = tuple[float | None, float | None, str | None]


def range_of(group: Group, slot: str) -> Range | None:
    """The range of one count (quantity, munitions, fatalities, wounded); None where nobody gives a number."""
    given = [(one, count) for one in group if (count := _count(one, slot)) is not None]
    given = [pair for pair in given if pair[0].claim.factuality != "denied"] or given
    if not given:
        return None
    held: dict[Key, list[Told]] = {}
    for one, count in given:
        held.setdefault((count.low, count.high, count.unit), []).append(one)
    keys = sorted(held, key=_order)
    lows, highs = [key[0] for key in keys], [key[1] for key in keys]
    return Range(
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
        figures=tuple(Figure(*key, ids(held[key]), outlets(held[key])) for key in keys),
        conflict=any(_conflict(one, other, held) for one, other in combinations(keys, 2)),
    )


def excludes(one: Key, other: Key) -> bool:
    """Whether two figures cannot both be right: 14 and 10, not 180–220 and 200, nor 3 rockets and 5 shells.

    >>> excludes((14, 14, None), (10, 10, None)), excludes((180, 220, "soldier"), (200, 200, "member"))
    (True, False)
    """
    return _counts_same(one[2], other[2]) and (_below(one[1], other[0]) or _below(other[1], one[0]))


def _count(one: Told, slot: str) -> Quantity | None:
    count: Quantity | None = getattr(one.claim, slot)
    return None if count is None or (count.low is None and count.high is None) else count


def _order(key: Key) -> tuple[float, float, str]:
    low, high, unit = key
    return -1.0 if low is None else low, float("inf") if high is None else high, unit or ""


def _conflict(one: Key, other: Key, held: dict[Key, list[Told]]) -> bool:
    return excludes(one, other) and len({told.text for key in (one, other) for told in held[key]}) > 1


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low


def _counts_same(unit: str | None, other: str | None) -> bool:
    return None in (unit, other) or _of(unit) == _of(other)


def _of(unit: str | None) -> str | None:
    """What a unit counts: soldiers, members and trainers are all persons."""
    return "person" if unit in _people() else unit


@cache
def _people() -> frozenset[str]:
    return frozenset(row["id"] for row in read_table("units.csv") if row["kind"] in PEOPLE)


def figures_by_day(group: Sequence[Told], slot: str) -> list[tuple[Told, Quantity]]:
    """The claims that give a number and are no denials, as they were published."""
    given = [(one, count) for one in group if (count := _count(one, slot)) is not None]
    return [(one, count) for one, count in given if one.claim.factuality != "denied"]
