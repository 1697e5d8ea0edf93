"""RSS 2.0 and Atom: the newest events, for "what is new at base X" in a feed reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from itertools import islice
from typing import IO
from xml.etree import ElementTree as Xml

from marsad.export.flat import day_of, web_address
from marsad.records import Event
from marsad.same import lead_of
from marsad.store import Told

NEWEST = 100  # events in a feed
ATOM = "http://www.w3.org/2005/Atom"
LONG_AGO = date(1970, 1, 1)  # where nobody knows: a feed must say a date
TITLE = "Marsad"


def write_rss(told: Iterable[Told], out: IO[str]) -> None:
    """RSS 2.0; an item's guid is the event's id for ever."""
    rss = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(rss, "channel")
    for name, text in (("title", TITLE), ("link", "urn:marsad"), ("description", "Events in Arabic news")):
        Xml.SubElement(channel, name).text = text
    for one in islice(told, NEWEST):
        item = Xml.SubElement(channel, "item")
        Xml.SubElement(item, "title").text = headline(one.event)
        Xml.SubElement(item, "link").text = _link(one)
        Xml.SubElement(item, "description").text = clean(lead_of(one.event).quote)
        Xml.SubElement(item, "guid", isPermaLink="false").text = one.event.id
        Xml.SubElement(item, "category").text = one.event.type
        Xml.SubElement(item, "pubDate").text = format_datetime(_moment(one.event), usegmt=True)
    _write(rss, out)


def write_atom(told: Iterable[Told], out: IO[str]) -> None:
    """Atom (RFC 4287)."""
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    entries = list(islice(told, NEWEST))
    newest = max((_moment(one.event) for one in entries), default=_moment(None))
    for name, text in (("id", "urn:marsad"), ("title", TITLE), ("updated", newest.isoformat())):
        Xml.SubElement(feed, f"{{{ATOM}}}{name}").text = text
    author = Xml.SubElement(feed, f"{{{ATOM}}}author")
    Xml.SubElement(author, f"{{{ATOM}}}name").text = TITLE
    for one in entries:
        entry = Xml.SubElement(feed, f"{{{ATOM}}}entry")
        told_by = (("id", f"urn:marsad:{one.event.id}"), ("title", headline(one.event)))
        for name, text in (*told_by, ("updated", _moment(one.event).isoformat())):
            Xml.SubElement(entry, f"{{{ATOM}}}{name}").text = text
        Xml.SubElement(entry, f"{{{ATOM}}}link", href=_link(one))
        Xml.SubElement(entry, f"{{{ATOM}}}category", term=one.event.type)
        Xml.SubElement(entry, f"{{{ATOM}}}summary").text = clean(lead_of(one.event).quote)
    _write(feed, out)


def headline(event: Event) -> str:
    """What, who, where and when in one line."""
    day = day_of(event)
    parts = (event.type, event.factuality, ", ".join(event.actors), event.place.name if event.place else "")
    return clean(" · ".join(part for part in (*parts, day.isoformat() if day else "") if part))


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ")


def _link(told: Told) -> str:
    page = next(telling for telling in told.tellings if telling.claim.id == lead_of(told.event).id)
    return web_address(page.url) or f"urn:marsad:{told.event.id}"


def _moment(event: Event | None) -> datetime:
    day = (event.last_published or day_of(event)) if event else None
    return datetime.combine(day or LONG_AGO, time(), UTC)


def _write(root: Xml.Element, out: IO[str]) -> None:
    Xml.indent(root)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n")
