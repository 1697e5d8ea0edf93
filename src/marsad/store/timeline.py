"""How many events and mentions a month, type and country have: a roll-up kept in step with the events.

Counting a million events takes a second; the roll-up has some ten thousand rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, tuple_

from marsad.store.parts import parts
from marsad.store.schema import events, timeline

Key = tuple[str, str, str]
Cells = Mapping[str, Any] | RowMapping  # of a row of `events`
NO_DAY = ""  # month of what has no date and stands on a page without one


@dataclass(frozen=True, slots=True)
class Month:
    """One cell: a month (2020-03), a type, a country (ISO 3166 alpha-2, None: not known)."""

    month: str | None
    type: str
    country: str | None
    events: int
    mentions: int


def shift(connection: Connection, before: Iterable[Cells], after: Iterable[Cells]) -> None:
    """Take events as they were out of the roll-up, and put them in as they are."""
    change: Counter[tuple[Key, str]] = Counter()
    for sign, rows in ((-1, before), (1, after)):
        for row in rows:
            if row["state"] == "active":
                change[_key(row), "events"] += sign
                change[_key(row), "mentions"] += sign * row["mentions"]
    keys = sorted({key for (key, _), number in change.items() if number})
    columns = tuple_(timeline.c.month, timeline.c.type, timeline.c.country)
    for part in parts(keys, 200):
        asked = select(timeline).where(columns.in_(part))
        held = {_cell(row): row for row in connection.execute(asked).mappings()}
        connection.execute(delete(timeline).where(columns.in_(part)))
        cells = [_shifted(key, held.get(key), change) for key in part]
        kept = [cell for cell in cells if cell["events"] or cell["mentions"]]
        if kept:
            connection.execute(insert(timeline), kept)


def in_step(connection: Connection) -> bool:
    """Whether the roll-up says what the events say."""
    rows = connection.execute(select(timeline)).mappings()
    held = {_cell(row): (row["events"], row["mentions"]) for row in rows}
    counted: dict[Key, tuple[int, int]] = {}
    for row in connection.execute(select(events).where(events.c.state == "active")).mappings():
        key = _key(row)
        number, told = counted.get(key, (0, 0))
        counted[key] = number + 1, told + row["mentions"]
    return held == counted


def months(connection: Connection, types: tuple[str, ...] = (), country: str | None = None) -> list[Month]:
    """The cells, the earliest month first, of these types (none: all) and this country (None: all)."""
    asked = select(
        timeline.c.month, timeline.c.type, func.sum(timeline.c.events), func.sum(timeline.c.mentions)
    ).group_by(timeline.c.month, timeline.c.type)
    if types:
        asked = asked.where(timeline.c.type.in_(types))
    if country:
        asked = asked.where(timeline.c.country == country)
    rows = connection.execute(asked.order_by(timeline.c.month, timeline.c.type))
    return [Month(month or None, type, country, int(n), int(told)) for month, type, n, told in rows]


def _key(row: Cells) -> Key:
    day = row["day"]
    return f"{day:%Y-%m}" if day else NO_DAY, row["type"], row["country"] or ""


def _cell(row: RowMapping) -> Key:
    return row["month"], row["type"], row["country"]


def _shifted(key: Key, held: RowMapping | None, change: Counter[tuple[Key, str]]) -> dict[str, object]:
    month, type, country = key
    counts = {name: (held[name] if held else 0) + change[key, name] for name in ("events", "mentions")}
    return {"month": month, "type": type, "country": country, **counts}
