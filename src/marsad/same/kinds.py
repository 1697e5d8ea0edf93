"""Types of events that tell of one another (data/same/kinds.csv)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from marsad.data import cell, read_table


def sorts_of(types: Iterable[str]) -> tuple[str, ...]:
    """The sorts under which these types are compared."""
    return tuple(dict.fromkeys(_rows()[type][0] for type in types))


def kindred(types: Iterable[str]) -> tuple[str, ...]:
    """The types that may mean one event with one of these."""
    return tuple(sorted({kin for type in types for kin in _rows()[type][1]}))


def slack_of(type: str) -> int:
    """Days by which two reports' dates of one such event may differ."""
    return _rows()[type][2]


@cache
def _rows() -> dict[str, tuple[str, tuple[str, ...], int]]:
    return {
        row["type"]: (row["sort"], cell(row["kindred"]), int(row["slack"]))
        for row in read_table("same/kinds.csv")
    }
