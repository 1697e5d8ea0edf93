"""An event as one flat row: what CSV, HXL and Parquet write, in the order of data/export/columns.csv."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from marsad.data import read_table
from marsad.records import COUNTS, Event
from marsad.same import lead_of
from marsad.store import Told

Cell = str | int | float | bool | date | None
JOIN = "; "  # between several values of one cell


@cache
def columns(format: str) -> tuple[str, ...]:
    """The columns of a format, in their order."""
    return tuple(row["column"] for row in read_table("export/columns.csv") if row["format"] == format)


def event_row(told: Told) -> Mapping[str, Cell]:
    """The cells of an event by column; several values in one cell are parted by semicolons."""
    event, place = told.event, told.event.place
    lead = lead_of(event)
    page = next(telling for telling in told.tellings if telling.claim.id == lead.id)
    row: dict[str, Cell] = {
        "id": event.id,
        "type": event.type,
        "factuality": event.factuality,
        "start": event.start,
        "end": event.end,
        "country": place.country if place else None,
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "precision": place.precision if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "actors": JOIN.join(event.actors),
        "recipients": JOIN.join(event.recipients),
    }
    for slot in COUNTS:
        over = getattr(event, slot)
        row |= {f"{slot}_low": over.low if over else None, f"{slot}_high": over.high if over else None}
    return row | {
        "conflicts": JOIN.join(event.conflicts),
        "mentions": len(event.claims),
        "articles": event.articles,
        "evidence": event.evidence,
        "outlets": JOIN.join(event.outlets),
        "first_published": event.first_published,
        "last_published": event.last_published,
        "attribution": lead.attribution,
        "quote": lead.quote,
        "source": page.url or page.source,
    }


def day_of(event: Event) -> date | None:
    """The day of an event: its date, else when it was first published."""
    return event.start or event.end or event.first_published


def web_address(url: str | None) -> str | None:
    """The address, if it may be followed: what a page says of itself may be a script."""
    return url if url is not None and url.startswith(("http://", "https://")) else None
