"""What an event is in PLOVER, CAMEO and ACLED (data/codebook/crosswalk.csv): by its frame, else its type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.data import cell, read_table
from marsad.records import Event
from marsad.same import lead_of

REAL = ("happened", "ongoing")  # schemes of what took place have no plans, demands and denials


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of other schemes; None where a scheme has no such event."""

    plover: str | None
    mode: str | None
    cameo: str | None
    acled: str | None
    acled_sub: str | None  # the first that the table allows


def codes_of(event: Event) -> Codes:
    """The codes of an event, by the frame of the claim that stands for it."""
    rows = _rows()
    return rows.get(lead_of(event).frame) or rows[event.type]


@cache
def _rows() -> dict[str, Codes]:
    return {
        row["of"]: Codes(
            row["plover"] or None,
            row["mode"] or None,
            row["cameo"] or None,
            row["acled"] or None,
            next(iter(cell(row["acled_sub"])), None),
        )
        for row in read_table("codebook/crosswalk.csv")
    }
