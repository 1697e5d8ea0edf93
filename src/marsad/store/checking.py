"""What is wrong with a store, a line each, with what to do: for `marsad doctor --store`."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from marsad.errors import StoreError
from marsad.store.opening import Store, open_store, shown
from marsad.store.schema import articles, events, failures, judgements, mentions, pages, runs, search
from marsad.store.timeline import in_step
from marsad.store.troubles import meant
from marsad.store.upgrading import revision_of

COUNTED = (pages, articles, mentions, events, judgements, failures)


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """A store as it is: its revision, what it holds, what is wrong, and what is merely left to do."""

    where: str
    revision: str | None
    counts: dict[str, int]
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def check_store(where: str) -> StoreHealth:
    """Look through a whole store; what cannot be opened at all is a problem too, and not raised."""
    try:
        with open_store(where, create=False) as store, store.reading() as connection:
            counts = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in COUNTED
            }
            problems = tuple(_problems(store, connection))
            return StoreHealth(
                store.where, revision_of(connection), counts, problems, tuple(_notes(connection))
            )
    except StoreError as error:
        return StoreHealth(shown(where), None, {}, (str(error),), ())


def _problems(store: Store, connection: Connection) -> Iterator[str]:
    for look in (_file, _pages, _ids, _search, _timeline):
        try:
            yield from look(store, connection)
        except SQLAlchemyError as error:  # a damaged table must not keep the others from being looked at
            yield str(meant(store.where, error))


def _file(store: Store, connection: Connection) -> Iterator[str]:
    if not store.is_sqlite:
        return
    for (found,) in connection.exec_driver_sql("PRAGMA quick_check(5)"):
        if found != "ok":
            yield f"the file is damaged ({found}); restore it from a copy, or add the pages to a new store"
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        yield f"{len(broken)} rows name rows that are not there; restore the file from a copy"


def _pages(_: Store, connection: Connection) -> Iterator[str]:
    asked = select(pages.c.sha256, pages.c.size, pages.c.bytes).where(pages.c.bytes.is_not(None))
    for row in connection.execute(asked.execution_options(yield_per=200)):
        wrong = _blob(row.bytes, row.sha256, row.size)
        if wrong:
            yield f"page {row.sha256[:16]}: {wrong}; restore the store from a copy"


def _blob(blob: bytes, sha256: str, size: int) -> str | None:
    try:
        data = zlib.decompress(blob)
    except zlib.error as error:
        return f"its bytes cannot be unpacked ({error})"
    if len(data) != size:
        return f"expected {size} bytes, found {len(data)}"
    return None if hashlib.sha256(data).hexdigest() == sha256 else "its bytes are not those that were added"


def _ids(_: Store, connection: Connection) -> Iterator[str]:
    lost = (
        select(func.count())
        .select_from(mentions.outerjoin(events, mentions.c.event == events.c.id))
        .where(mentions.c.event.is_not(None), (events.c.id.is_(None)) | (events.c.state != "active"))
    )
    number = connection.execute(lost).scalar_one()
    if number:
        yield f"{number} mentions belong to an event that is not there; restore the store from a copy"


def _search(_: Store, connection: Connection) -> Iterator[str]:
    told = connection.execute(select(func.count()).select_from(mentions)).scalar_one()
    keyed = connection.execute(select(func.count()).select_from(search)).scalar_one()
    if told != keyed:
        yield f"{told} mentions, but {keyed} have search keys; restore the store from a copy"


def _timeline(_: Store, connection: Connection) -> Iterator[str]:
    if not in_step(connection):
        yield "the timeline does not say what the events say; restore the store from a copy"


def _notes(connection: Connection) -> Iterator[str]:
    waiting = connection.execute(
        select(func.count()).select_from(articles).where(articles.c.linked.is_(False))
    ).scalar_one()
    if waiting:
        yield f"{waiting} articles have not been compared yet; the next marsad add does it"
    stopped = connection.execute(
        select(func.count()).select_from(runs).where(runs.c.ended_at.is_(None))
    ).scalar_one()
    if stopped:
        yield f"{stopped} runs did not end (stopped, or still at work); what they kept is kept"
