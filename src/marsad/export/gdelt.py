"""GDELT 2: events (61 columns) and mentions (16), tab-separated without a header, as its loaders expect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

from marsad.export.crosswalk import REAL, codes_of
from marsad.export.flat import Cell, columns, day_of
from marsad.same import lead_of
from marsad.store import Telling, Told

OWN_RANGE = 9_000_000_000_000_000_000  # above all numbers of GDELT; 63 bits hold 223,372,036,854,775,807 more
BITS = (
    5  # of the 64 of an id that do not fit: two of a million events share the rest with a chance of 1 in 10^6
)
QUADS = ((5, 1), (8, 2), (14, 3), (20, 4))  # CAMEO's roots up to which a quad class goes
GEO = {"country": 1, "province": 5, "area": 5, "district": 5}
TOWN = 4
LEAD = 600  # code points: headline and first paragraph
ISO3 = 3


def write_events(told: Iterable[Told], out: IO[str]) -> None:
    """An event a line; left out: what is only planned, demanded or denied, and types that CAMEO lacks."""
    for one in told:
        cameo = codes_of(one.event).cameo
        if cameo and one.event.factuality in REAL:
            row = _event(one, cameo)
            out.write(_line(row.get(name) for name in columns("gdelt-events")))


def write_mentions(told: Iterable[Told], out: IO[str]) -> None:
    """A mention a line, for the events that `write_events` writes."""
    for one in told:
        if codes_of(one.event).cameo and one.event.factuality in REAL:
            for row in _mentions(one):
                out.write(_line(row.get(name) for name in columns("gdelt-mentions")))


def number_of(id: str) -> int:
    """The number of an event's id, in a range of its own."""
    return OWN_RANGE + (int(id[1:], 16) >> BITS) % (2**63 - OWN_RANGE)


def _line(cells: Iterator[Cell]) -> str:
    return "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells) + "\n"


def _event(told: Told, cameo: str) -> dict[str, Cell]:
    event, place, day = told.event, told.event.place, day_of(told.event)
    page = next(t for t in told.tellings if t.claim.id == lead_of(event).id)
    return {
        "GlobalEventID": number_of(event.id),
        **_days(day),
        **_actor("Actor1", event.actors),
        **_actor("Actor2", event.recipients),
        "IsRootEvent": int(any(claim.title or claim.start < LEAD for claim in event.claims)),
        "EventCode": cameo,
        "EventBaseCode": cameo[:3],
        "EventRootCode": cameo[:2],
        "QuadClass": next(quad for root, quad in QUADS if int(cameo[:2]) <= root),
        "NumMentions": len(event.claims),
        "NumSources": len(event.outlets),
        "NumArticles": event.articles,
        "ActionGeo_Type": GEO.get(place.precision, TOWN) if place else None,
        "ActionGeo_FullName": place.name if place else None,
        "ActionGeo_CountryCode": place.country if place else None,
        "ActionGeo_Lat": place.lat if place else None,
        "ActionGeo_Long": place.lon if place else None,
        "ActionGeo_FeatureID": place.id if place else None,
        "DATEADDED": _moment(event.last_published),
        "SOURCEURL": page.url or page.source,
    }


def _days(day: date | None) -> dict[str, Cell]:
    if day is None:
        return {}
    return {
        "Day": int(f"{day:%Y%m%d}"),
        "MonthYear": int(f"{day:%Y%m}"),
        "Year": day.year,
        "FractionDate": round(day.year + day.timetuple().tm_yday / 366, 4),
    }


def _actor(name: str, codes: tuple[str, ...]) -> dict[str, Cell]:
    if not codes:
        return {}
    state = codes[0].partition(".")[0]
    iso3 = state if len(state) == ISO3 and state.isascii() and state.isupper() else None
    return {f"{name}Code": codes[0], f"{name}Name": codes[0], f"{name}CountryCode": iso3}


def _moment(day: date | None) -> int | None:
    return int(f"{day:%Y%m%d}000000") if day else None


def _mentions(told: Told) -> Iterator[dict[str, Cell]]:
    event = told.event
    for telling in told.tellings:
        claim = telling.claim
        spans = json.loads(told.evidence[claim.id])["spans"]
        yield {
            "GlobalEventID": number_of(event.id),
            "EventTimeDate": _moment(day_of(event)),
            "MentionTimeDate": _moment(claim.published),
            "MentionType": 1 if telling.url else 6,
            "MentionSourceName": claim.outlet,
            "MentionIdentifier": telling.url or telling.source,
            "SentenceID": 1 if claim.title else 2 + _sentence(told, telling),
            "Actor1CharOffset": _offset(spans.get("actors"), telling),
            "Actor2CharOffset": _offset(spans.get("recipients"), telling),
            "ActionCharOffset": claim.start,
            "InRawText": int(bool(claim.place and claim.place.name in claim.quote)),
            "Confidence": 100 if claim.factuality == event.factuality else 50,
            "Extras": claim.id,
        }


def _sentence(told: Told, telling: Telling) -> int:
    article = telling.claim.article
    starts = sorted({t.claim.start - t.trigger[0] for t in told.tellings if t.claim.article == article})
    return starts.index(telling.claim.start - telling.trigger[0])


def _offset(found: list[list[list[int]]] | None, telling: Telling) -> int:
    """Where the first party's words begin, if they stand in the sentence."""
    first = telling.claim.start - telling.trigger[0]
    inside = [
        span[0]
        for spans in found or ()
        for span in spans
        if first <= span[0] < first + len(telling.claim.quote)
    ]
    return inside[0] if inside else -1
