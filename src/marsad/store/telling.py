"""Events with all their mentions, many at a time: what exports are made from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from marsad.records import Event
from marsad.store.finding import find
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
            yield from _told(connection, ids)
        if len(ids) < portion.limit:
            return
        left, after = left - len(ids), ids[-1]


def _told(connection: Connection, ids: list[str]) -> Iterator[Told]:
    held = events_of_rows(rows_of(connection, ids))
    spans = dict(
        (row.id, row.evidence)
        for row in connection.execute(
            select(mentions.c.id, mentions.c.evidence).where(mentions.c.event.in_(ids))
        )
    )
    for id in ids:
        if id in held:
            event, rows = held[id]
            tellings = tuple(telling_of(claim, rows[claim.id]) for claim in event.claims)
            yield Told(event, tellings, {claim.id: spans[claim.id] for claim in event.claims})
