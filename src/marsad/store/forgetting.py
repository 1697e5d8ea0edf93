"""Takes a source out: its bytes, texts, sentences and spans are gone, what remains is that it was forgotten.

Ids stay: each forgotten article and each event that only it told of is a tombstone in `changes`. The hash of
a forgotten page stays too, so that the same page does not come back by the next `add`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

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
    with one_at_a_time(store), store.writing() as connection:
        found = _meant(connection, source)
        for part in parts(found.articles):
            _empty(connection, part)
    end_run(store, run)
    return found


def _meant(connection: Connection, source: str) -> Forgotten:
    same = or_(*(articles.c[name] == source for name in ("outlet", "url", "id", "given_id", "source")))
    below = articles.c.source.startswith(source.rstrip("/") + "/", autoescape=True)
    line = articles.c.source.startswith(source + "#", autoescape=True)
    asked = select(articles.c.id).where(and_(articles.c.text != "", or_(same, below, line)))
    ids = tuple(connection.execute(asked.order_by(articles.c.id)).scalars())
    count = sum(len(_mentions(connection, part)) for part in parts(ids))
    return Forgotten(ids, count)


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
    told = [{"at": now(), "kind": "forgotten", "what": "article", "thing": id, "into": None} for id in ids]
    connection.execute(insert(changes), told)
