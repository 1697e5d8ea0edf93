"""GeoJSON, JSON Lines and PLOVER's JSON: an event an object."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from marsad.export.crosswalk import codes_of
from marsad.export.event_line import told_line
from marsad.export.flat import columns, day_of, event_row
from marsad.same import lead_of
from marsad.store import Told

POINTS = ("site", "near", "town", "district")  # of wider places the middle is no place where it happened
MODES = {"planned": "future", "demanded": "hypothetical", "possible": "hypothetical", "denied": "negation"}


def write_geojson(told: Iterable[Told], out: IO[str]) -> None:
    """One FeatureCollection (RFC 7946), a feature a line; geometry null where no point is known."""
    out.write('{"type": "FeatureCollection", "features": [')
    for number, one in enumerate(told):
        out.write((",\n" if number else "\n") + _dumped(_feature(one)))
    out.write("\n]}\n")


def write_ndjson(told: Iterable[Told], out: IO[str]) -> None:
    """An event a line with its mentions, as `marsad show --json` has them."""
    out.writelines(_dumped(told_line(one.event, one.tellings)) + "\n" for one in told)


def write_plover(told: Iterable[Told], out: IO[str]) -> None:
    """PLOVER's fields; an announced withdrawal stays RETREAT with mode "future" (its manual says both)."""
    out.writelines(_dumped(line) + "\n" for one in told if (line := _plover(one)))


def _feature(told: Told) -> dict[str, object]:
    place = told.event.place
    exact = (
        place is not None and place.precision in POINTS and place.lon is not None and place.lat is not None
    )
    row = event_row(told)
    properties = {name: row[name] for name in columns("csv") if name not in ("lat", "lon")}
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]} if exact and place else None
    return {"type": "Feature", "id": told.event.id, "geometry": geometry, "properties": properties}


def _plover(told: Told) -> dict[str, object] | None:
    event, codes = told.event, codes_of(told.event)
    if codes.plover is None:
        return None
    place, day = event.place, day_of(event)
    return {
        "id": event.id,
        "date": day.isoformat() if day else None,
        "date_end": event.end.isoformat() if event.end else None,
        "type": codes.plover,
        "mode": codes.mode,
        "auxiliary_mode": MODES.get(event.factuality),
        "context": ["military"],
        "source": list(event.actors),
        "target": list(event.recipients),
        "text": lead_of(event).quote,
        "language": "ar",
        "publisher": list(event.outlets),
        "location": {
            "name": place.name,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision,
        }
        if place
        else None,
        "fatalities": [event.fatalities.low, event.fatalities.high] if event.fatalities else None,
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
