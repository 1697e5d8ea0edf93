"""Events with all their mentions, many at a time: what exports are made from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from marsad.records import Event
from marsad.store.finding import find, known_by
from marsad.store.opening import Store
from marsad.store.query import MOST, Query
from marsad.store.schema import mentions
from marsad.store.showing import Telling, events_of_rows, rows_of, telling_of

PORTION = 200  # events at a time, so that memory does not grow with their number


@dataclass(frozen=True, slots=True)
class Told:
    """An event and its mentions with their pages; `evidence`: each mention's line of JSON, by its id."""

    event: Event
    tellings: tuple[Telling, ...]
    evidence: dict[str, str]


def tell(store: Store, query: Query | None = None) -> Iterator[Told]:
    """Every active event that a query asks for, the newest first, a portion at a time."""
    asked = query or Query(limit=MOST)
    left = asked.limit if asked.limit < MOST else sys.maxsize  # the most that may be asked for: all
    after = asked.after
    while left > 0:
        portion = replace(asked, limit=min(PORTION, left), after=after)
        ids = [listed.id for listed in find(store, portion)]
        with store.reading() as connection:
            yield from _told(connection, ids, asked.as_known_on)
        if len(ids) < portion.limit:
            return
        left, after = left - len(ids), ids[-1]


def _told(connection: Connection, ids: list[str], day: date | None) -> Iterator[Told]:
    """The events in the order of their ids; with a day, from what was known by it."""
    rows = rows_of(connection, ids)
    if day is not None:
        known = known_by(connection, ids, day)
        rows = [row for row in rows if row["id"] in known]
    held = events_of_rows(rows)
    spans = dict(
        (row.id, row.evidence)
        for row in connection.execute(
            select(mentions.c.id, mentions.c.evidence).where(mentions.c.event.in_(ids))
        )
    )
    for id in ids:
        if id in held:
            event, own = held[id]
            tellings = tuple(telling_of(claim, own[claim.id]) for claim in event.claims)
            yield Told(event, tellings, {claim.id: spans[claim.id] for claim in event.claims})
