"""How exact a place is: data/same/precision.csv."""

from __future__ import annotations

from functools import cache

from marsad.data import read_table
from marsad.records import Place

EXACT = 3  # the order up to which a place is a point: site, near, town


def order_of(place: Place) -> int:
    """The rank of a place's precision, 1 the most exact."""
    return _rows()[place.precision][0]


def reach_km(place: Place) -> float | None:
    """How far from its point the place may lie; None where it has none that says anything."""
    return place.radius_km if place.radius_km is not None else _rows()[place.precision][1]


@cache
def _rows() -> dict[str, tuple[int, float | None]]:
    return {
        row["precision"]: (int(row["order"]), float(row["km"]) if row["km"] else None)
        for row in read_table("same/precision.csv")
    }
