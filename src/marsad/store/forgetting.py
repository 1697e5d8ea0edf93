"""Takes a source out: its bytes, texts, sentences and spans are gone, what remains is that it was forgotten.

Ids stay: each forgotten article and each event that only it told of is a tombstone in `changes`. The hash of
a forgotten page stays too, so that the same page does not come back by the next `add`. In a file of SQLite
what is taken out is overwritten with zeros; PostgreSQL gives its space up at its next VACUUM.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, delete, insert, or_, select, update

from marsad.store.events import recompute
from marsad.store.locking import one_at_a_time
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.runs import end_run, now, start_run
from marsad.store.schema import (
    articles,
    blocks,
    changes,
    failures,
    judgements,
    mentions,
    pages,
    sightings,
)
from marsad.store.searching import unindex

EMPTY = {"title": "", "text": "", "defects": "[]", "runs": "[]", "signature": None, "url": None}


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was taken out, or would be."""

    articles: tuple[str, ...]
    mentions: int


def forget(store: Store, source: str, dry_run: bool = False) -> Forgotten:
    """Forget an outlet, an address, an article's id, or every source that begins with a path."""
    if dry_run:
        with store.reading() as connection:
            return _meant(connection, source)
    run = start_run(store, "forget")
    with one_at_a_time(store), _overwriting(store) as connection:
        found = _meant(connection, source)
        for part in parts(found.articles):
            _empty(connection, part)
        _empty_unread(connection, source)
    end_run(store, run)
    return found


@contextmanager
def _overwriting(store: Store) -> Iterator[Connection]:
    """A connection that leaves nothing of what it deletes in a file of SQLite, nor in the log beside it."""
    with store.writing() as connection:
        if not store.is_sqlite:
            yield connection
            return
        connection.exec_driver_sql("PRAGMA secure_delete=ON")
        yield connection
        connection.exec_driver_sql("INSERT INTO search_keys(search_keys) VALUES ('optimize')")  # written anew
        connection.exec_driver_sql("PRAGMA secure_delete=OFF")
    with store.engine.connect() as plain:  # outside any transaction: all is written back from the log
        plain.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _meant(connection: Connection, source: str) -> Forgotten:
    same = or_(*(articles.c[name] == source for name in ("outlet", "url", "id", "given_id")))
    asked = select(articles.c.id).where(articles.c.text != "", or_(same, _lies_at(articles.c.source, source)))
    ids = tuple(connection.execute(asked.order_by(articles.c.id)).scalars())
    count = sum(len(_mentions(connection, part)) for part in parts(ids))
    return Forgotten(ids, count)


def _lies_at(column: Column[str], source: str) -> ColumnElement[bool]:
    """Whether a source is this file, a line of it, or lies in this folder."""
    below = column.startswith(source.rstrip("/") + "/", autoescape=True)
    return or_(column == source, below, column.startswith(source + "#", autoescape=True))


def _empty_unread(connection: Connection, source: str) -> None:
    """Pages of the source in which no article was found go too, and what was said of them."""
    read = select(articles.c.page)
    seen = select(sightings.c.page).where(_lies_at(sightings.c.source, source))
    unread = connection.execute(seen.where(sightings.c.page.not_in(read))).scalars().all()
    for part in parts(unread):
        connection.execute(update(pages).where(pages.c.sha256.in_(part)).values(bytes=None))
    connection.execute(delete(sightings).where(_lies_at(sightings.c.source, source)))
    connection.execute(delete(failures).where(_lies_at(failures.c.source, source)))


def _mentions(connection: Connection, ids: Sequence[str]) -> list[str]:
    return list(connection.execute(select(mentions.c.id).where(mentions.c.article.in_(ids))).scalars())


def _empty(connection: Connection, ids: Sequence[str]) -> None:
    """The events are computed without the articles before their mentions go."""
    gone = _mentions(connection, ids)
    accounts = select(mentions.c.account).where(mentions.c.article.in_(ids))
    sheets = list(connection.execute(select(articles.c.page).where(articles.c.id.in_(ids))).scalars())
    copied = list(connection.execute(select(articles.c.id).where(articles.c.copy_of.in_(ids))).scalars())
    connection.execute(delete(blocks).where(blocks.c.account.in_(accounts)))
    for ends in (gone, list(ids)):
        for part in parts(ends):
            touching = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
            open_ones = update(judgements).where(touching, judgements.c.undone.is_(None))
            connection.execute(open_ones.values(undone=now()))
    ours, theirs = (update(articles).where(articles.c.id.in_(held)) for held in (ids, copied))
    connection.execute(ours.values(current=False, copy_of=None, **EMPTY))
    connection.execute(theirs.values(copy_of=None, linked=False))
    recompute(connection, set(gone))
    unindex(connection, gone)
    for part in parts(gone):
        connection.execute(delete(mentions).where(mentions.c.id.in_(part)))
    connection.execute(update(pages).where(pages.c.sha256.in_(sheets)).values(bytes=None))
    connection.execute(delete(failures).where(failures.c.sha256.in_(sheets)))
    connection.execute(delete(sightings).where(sightings.c.page.in_(sheets)))
    told = [("article", id) for id in ids] + [("mention", id) for id in gone]
    base = {"at": now(), "kind": "forgotten", "into": None}
    connection.execute(insert(changes), [base | {"what": what, "thing": id} for what, id in told])
