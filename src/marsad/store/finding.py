"""Events by what is asked of them, the newest first.

The rows of `events` answer; parties and the sentence that stands for an event come with them. "As known on"
a day is answered from the claims themselves: what was not published by then is left out, and ranges and
factuality follow from the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from math import floor
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, exists, func, or_, select

from marsad.arabic import fold
from marsad.errors import NotInStore
from marsad.records import COUNTS, Event
from marsad.same import summarise
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.query import MOST, Box, Query, codes_of
from marsad.store.rows import Row, claim_of, event_row, party_rows
from marsad.store.schema import articles, events, mentions, pages, parties
from marsad.store.searching import matching, newest_match

ROLES = ("actor", "recipient")
PORTION = 200  # events fetched at a time
MATCHES = 4  # matching sentences looked at for each event that is asked for
LASTING = timedelta(days=92)  # an event that lasts longer is found by its first three months
CELLS = 400  # squares that a box may cover and still ask for them one by one


@dataclass(frozen=True, slots=True)
class Listed:
    """An event as lists show it; dates and numbers as the event's sources together give them."""

    id: str
    type: str
    factuality: str
    day: date | None  # what lists are sorted by: its date, else the first publication
    start: date | None
    end: date | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    counts: tuple[tuple[str, float | None, float | None], ...]  # field, low, high, of those that are given
    mentions: int
    articles: int
    evidence: int
    outlets: int
    conflict: bool
    quote: str
    outlet: str | None


def find(store: Store, query: Query | None = None) -> Iterator[Listed]:
    """The events that a query asks for, the newest first; those without any date last.

    With words in the query the newest is the one whose newest matching sentence is.
    """
    asked = query or Query()
    with store.reading() as connection:
        found = _as_known(connection, asked) if asked.as_known_on else _now(connection, asked)
        yield from islice(found, asked.limit)


def _now(connection: Connection, query: Query) -> Iterator[Listed]:
    found = _by_text(connection, query) if query.text else _ordered(connection, query)
    while part := list(islice(found, PORTION)):
        yield from _listed(connection, part)


def _ordered(connection: Connection, query: Query) -> Iterator[RowMapping]:
    """The events' rows, those with a day first; each half is what an index gives in its order."""
    last = _last(connection, query)
    conditions = [_active(narrow=query.box is not None), *_conditions(connection, query)]
    if query.actor and query.recipient:  # the actor's rows are walked through, the recipient is asked of each
        conditions.append(_has(connection, "recipient", query.recipient))
    left = query.limit
    for dated in (True, False):
        if left > 0 and not (dated and last and last[0] is None):
            rows = _half(connection, query, [*conditions, *_after(last, dated)], dated, left)
            left -= len(rows)
            yield from rows


def _half(
    connection: Connection, query: Query, conditions: list[ColumnElement[bool]], dated: bool, limit: int
) -> list[RowMapping]:
    """The newest rows that have a day, or those that have none; of each code of a party, then together."""
    party = ("actor", query.actor) if query.actor else ("recipient", query.recipient)
    if party[1] is None:
        day = events.c.day
        statement = select(events).where(*conditions, day.is_not(None) if dated else day.is_(None))
        ordered = statement.order_by(*([day.desc()] if dated else []), events.c.id)
        return list(connection.execute(ordered.limit(limit)).mappings())
    held: dict[str, RowMapping] = {}
    for code in _codes(connection, party[1]):
        statement = _of_party(query, conditions, party[0], code, dated)
        held |= {row["id"]: row for row in connection.execute(statement.limit(limit)).mappings()}
    return sorted(held.values(), key=lambda row: (-_ordinal(row["day"]), row["id"]))[:limit]


def _of_party(
    query: Query, conditions: list[ColumnElement[bool]], role: str, code: str, dated: bool
) -> Select[Any]:
    """A party's events, the newest first: its rows lie in that order in one index."""
    day = parties.c.day
    bounds: list[ColumnElement[bool]] = [day.is_not(None) if dated else day.is_(None)]
    if query.start:
        bounds.append(day >= query.start - LASTING)
    if query.end:
        bounds.append(day <= query.end)
    joined = parties.join(events, parties.c.event == events.c.id)
    statement = select(events).select_from(joined).where(parties.c.code == code, parties.c.role == role)
    return statement.where(*bounds, *conditions).order_by(*([day.desc()] if dated else []), events.c.id)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _last(connection: Connection, query: Query) -> tuple[date | None, str] | None:
    """Day and id of the event to go on from."""
    if query.after is None:
        return None
    row = connection.execute(select(events.c.day, events.c.id).where(events.c.id == query.after)).first()
    if row is None:
        raise NotInStore(f"{query.after}: expected the id of an event to go on from, found no such event")
    return row.day, row.id


def _after(last: tuple[date | None, str] | None, dated: bool) -> Iterator[ColumnElement[bool]]:
    if last is None:
        return
    day, id = last
    if dated and day is not None:
        yield events.c.day <= day
        yield or_(events.c.day < day, events.c.id > id)
    elif not dated and day is None:
        yield events.c.id > id


def _by_text(connection: Connection, query: Query) -> Iterator[RowMapping]:
    """The events of matching sentences, those with the newest one first: an order that pages can go on in."""
    asked = query.text or ""
    first = before = _newest_of(connection, query)
    conditions = [_active(narrow=True), *_conditions(connection, query), *_parties(connection, query)]
    seen: set[str] = set()
    while True:
        found = matching(connection, asked, before, MATCHES * query.limit)
        fresh = [event for event in dict.fromkeys(found.events) if event not in seen]
        seen.update(fresh)
        if first is not None:  # an event with a newer match stood on a page before
            newest = newest_match(connection, fresh, asked)
            fresh = [event for event in fresh if newest[event] < first]
        yield from _in_order(connection, fresh, conditions)
        if found.last is None:
            return
        before = found.last


def _newest_of(connection: Connection, query: Query) -> int | None:
    """The number of the sentence to go on from; None for the first page."""
    if _last(connection, query) is None or query.after is None:
        return None
    newest = newest_match(connection, [query.after], query.text or "")
    if not newest:
        raise NotInStore(
            f"{query.after}: expected an event of the page before, found one without these words"
        )
    return newest[query.after]


def _in_order(
    connection: Connection, ids: Sequence[str], conditions: list[ColumnElement[bool]]
) -> Iterator[RowMapping]:
    for part in parts(ids):
        asked = select(events).where(events.c.id.in_(part), *conditions)
        held = {row["id"]: row for row in connection.execute(asked).mappings()}
        yield from (held[id] for id in part if id in held)


def _parties(connection: Connection, query: Query) -> Iterator[ColumnElement[bool]]:
    for role, party in (("actor", query.actor), ("recipient", query.recipient)):
        if party:
            yield _has(connection, role, party)


def _has(connection: Connection, role: str, party: str) -> ColumnElement[bool]:
    """Whether an event has a party in a role."""
    named = and_(parties.c.role == role, parties.c.code.in_(_codes(connection, party)))
    return exists().where(parties.c.event == events.c.id, named).correlate(events)


def _active(narrow: bool) -> ColumnElement[bool]:
    """Whether an event stands; where a box or ids narrow the answer, not by the index over all that do.

    SQLite would walk through that one for the sake of its order (a box in a million mentions: 113 ms for 19).
    """
    return (func.coalesce(events.c.state, "") if narrow else events.c.state) == "active"


def _conditions(connection: Connection, query: Query) -> Iterator[ColumnElement[bool]]:
    if query.types:
        yield events.c.type.in_(query.types)
    if query.factuality:
        yield events.c.factuality == query.factuality
    if query.country:
        yield events.c.country == query.country.upper()
    if query.place:
        yield or_(events.c.place_id == query.place, events.c.place_name.in_(_names(connection, query.place)))
    yield from _days(query)
    if query.box:
        yield from _in_box(query.box)


def _days(query: Query) -> Iterator[ColumnElement[bool]]:
    """Events that touch the days asked for; the plain bound on the first day is what an index can use."""
    if query.start:
        yield events.c.day >= query.start - LASTING
        yield func.coalesce(events.c.end, events.c.day) >= query.start
    if query.end:
        yield events.c.day <= query.end


def _in_box(box: Box) -> Iterator[ColumnElement[bool]]:
    cells = _cells(box)
    if len(cells) <= CELLS:
        yield events.c.cell.in_(cells)
    yield events.c.lat.between(box.south, box.north)
    if box.west <= box.east:
        yield events.c.lon.between(box.west, box.east)
    else:
        yield or_(events.c.lon >= box.west, events.c.lon <= box.east)


def _cells(box: Box) -> list[int]:
    rows = range(floor(box.south + 90), floor(box.north + 90) + 1)
    first, last = floor(box.west + 180), floor(box.east + 180)
    columns = range(first, (last if box.west <= box.east else last + 360) + 1)
    return [row * 360 + column % 360 for row in rows for column in columns]


def _codes(connection: Connection, party: str) -> list[str]:
    """The codes in the store that a party's name or code stands for: its own, and those of its parts."""
    own = sorted(codes_of(party))
    inside = or_(*(and_(parties.c.code > f"{code}.", parties.c.code < f"{code}/") for code in own))
    return [*own, *connection.execute(select(parties.c.code).where(inside).distinct()).scalars()]


def _names(connection: Connection, place: str) -> list[str]:
    """The names that the store has for a place, however it is spelled."""
    wanted = _bare(place)
    known = connection.execute(select(events.c.place_name).where(events.c.place_name.is_not(None)).distinct())
    return [name for name in known.scalars() if wanted in (_bare(name), *_bare(name).split())]


def _bare(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold(name).split())


def _listed(connection: Connection, rows: Sequence[RowMapping]) -> Iterator[Listed]:
    ids = [row["id"] for row in rows]
    named = connection.execute(select(parties).where(parties.c.event.in_(ids)).order_by(parties.c.code))
    held: dict[tuple[str, str], list[str]] = {}
    for row in named.mappings():
        held.setdefault((row["event"], row["role"]), []).append(row["code"])
    leads = select(mentions.c.id, mentions.c.quote, mentions.c.outlet)
    told = {
        id: (quote, outlet)
        for id, quote, outlet in connection.execute(
            leads.where(mentions.c.id.in_([row["lead"] for row in rows]))
        )
    }
    for row in rows:
        parted = {role: tuple(held.get((row["id"], role), ())) for role in ROLES}
        yield _one(row, parted["actor"], parted["recipient"], told.get(row["lead"], ("", None)))


def _one(
    row: RowMapping | Row,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    told: tuple[str, str | None],
) -> Listed:
    plain = ("id", "type", "factuality", "day", "start", "end", "country", "lat", "lon")
    counted = ("mentions", "articles", "evidence", "outlets", "conflict")
    return Listed(
        **{name: row[name] for name in (*plain, *counted)},
        place=row["place_name"],
        precision=row["place_precision"],
        actors=actors,
        recipients=recipients,
        counts=tuple(
            (slot, row[f"{slot}_low"], row[f"{slot}_high"])
            for slot in COUNTS
            if row[f"{slot}_low"] is not None or row[f"{slot}_high"] is not None
        ),
        quote=told[0],
        outlet=told[1],
    )


def _as_known(connection: Connection, query: Query) -> Iterator[Listed]:
    """The same question put to the events as they were known on a day."""
    loose = Query(
        text=query.text, actor=query.actor, recipient=query.recipient, after=query.after, limit=MOST
    )
    rows = _by_text(connection, loose) if loose.text else _ordered(connection, loose)
    while part := list(islice(rows, PORTION)):
        for event in _cut(connection, [row["id"] for row in part], query):
            row = event_row(event)
            if _fits(row, query):
                named = party_rows(event)
                actors, recipients = (
                    tuple(party["code"] for party in named if party["role"] == role) for role in ROLES
                )
                lead = next(claim for claim in event.claims if claim.id == row["lead"])
                yield _one(row, actors, recipients, (lead.quote, lead.outlet))


def _cut(connection: Connection, ids: Sequence[str], query: Query) -> Iterator[Event]:
    """Events from the claims that were known by the day."""
    assert query.as_known_on is not None
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    asked = select(mentions, articles.c.copy_of).select_from(joined)
    known = sorted(known_by(connection, ids, query.as_known_on))
    held: dict[str, list[RowMapping]] = {}
    for part in parts(known):
        for row in connection.execute(asked.where(mentions.c.id.in_(part))).mappings():
            held.setdefault(row["event"], []).append(row)
    for id in ids:
        if id in held:
            copies = {row["article"]: row["copy_of"] for row in held[id] if row["copy_of"]}
            yield summarise(id, [claim_of(row) for row in held[id]], copies)


def known_by(connection: Connection, ids: Sequence[str], day: date) -> set[str]:
    """The mentions of events that were published by a day (added by it, where a page has no date)."""
    of_article = mentions.join(articles, mentions.c.article == articles.c.id)
    joined = of_article.join(pages, articles.c.page == pages.c.sha256)
    undated = and_(mentions.c.published.is_(None), pages.c.added_at <= datetime.combine(day, time.max))
    by_then = or_(mentions.c.published <= day, undated)
    asked = select(mentions.c.id).select_from(joined).where(by_then)
    return {
        id
        for part in parts(ids)
        for id in connection.execute(asked.where(mentions.c.event.in_(part))).scalars()
    }


def _fits(row: Row, query: Query) -> bool:
    """Whether an event as it was known answers the question."""
    day, end = row["day"], row["end"] or row["day"]
    place = row["place_name"]
    return all(
        (
            not query.types or row["type"] in query.types,
            not query.factuality or row["factuality"] == query.factuality,
            not query.country or row["country"] == query.country.upper(),
            not query.place
            or row["place_id"] == query.place
            or (place is not None and _bare(query.place) in (_bare(str(place)), *_bare(str(place)).split())),
            not query.box or query.box.holds(row["lat"], row["lon"]),
            not query.start or (end is not None and end >= query.start),
            not query.end or (day is not None and day <= query.end),
        )
    )
