"""ACLED-shaped CSV: ACLED's columns over Marsad's events, for scripts that expect them; no ACLED data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import IO

from marsad.export.crosswalk import REAL, codes_of
from marsad.export.flat import JOIN, Cell, columns, day_of
from marsad.export.tables import safe
from marsad.records import COUNTS, Event, Range
from marsad.same import lead_of
from marsad.store import Told

EXACT = {"site": 1, "near": 1, "town": 1, "district": 2, "area": 2, "province": 3, "country": 3}
DISORDER = {  # ACLED's disorder types by its event types
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Political violence; Demonstrations",
    "Strategic developments": "Strategic developments",
}
WEEK = 7  # days


def write_acled(told: Iterable[Told], out: IO[str]) -> None:
    """A header line, then an event a row; left out: what is only planned, demanded, possible or denied, and
    types that ACLED does not have (force_level)."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns("acled"))
    for one in told:
        row = _row(one.event)
        if row["event_type"] and one.event.factuality in REAL:
            writer.writerow([safe(row.get(name)) for name in columns("acled")])


def _row(event: Event) -> dict[str, Cell]:
    codes, place, day = codes_of(event), event.place, day_of(event)
    killed = event.fatalities
    return {
        "event_id_cnty": event.id,
        "event_date": day,
        "year": day.year if day else None,
        "time_precision": _time_precision(event),
        "disorder_type": DISORDER.get(codes.acled or ""),
        "event_type": codes.acled,
        "sub_event_type": codes.acled_sub,
        "actor1": event.actors[0] if event.actors else None,
        "assoc_actor_1": JOIN.join(event.actors[1:]),
        "actor2": event.recipients[0] if event.recipients else None,
        "assoc_actor_2": JOIN.join(event.recipients[1:]),
        "country": place.country if place else None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": EXACT.get(place.precision) if place else None,
        "source": JOIN.join(event.outlets),
        "notes": _notes(event),
        "fatalities": int(killed.low) if killed and killed.low is not None else None,
        "tags": JOIN.join((f"factuality={event.factuality}", *_differing(event))),
    }


def _differing(event: Event) -> Iterator[str]:
    return (f"differ={name}" for name in event.conflicts)


def _time_precision(event: Event) -> int:
    if event.start is None or event.end is None:
        return 3
    days = (event.end - event.start).days
    return 1 if days == 0 else 2 if days < WEEK else 3


def _notes(event: Event) -> str:
    told = [f"{slot} {_span(over)}" for slot in COUNTS if (over := getattr(event, slot)) is not None]
    return " | ".join((lead_of(event).quote, *told))


def _span(over: Range) -> str:
    low, high = ("?" if end is None else f"{end:g}" for end in (over.low, over.high))
    return low if low == high else f"{low}-{high}"
