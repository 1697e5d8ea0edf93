"""Pages coded anew from their kept bytes, where coder or tables are newer since.

A mention that is found again keeps its id, and with it what people judged; one that is not found any more
is retired: its row stays, it belongs to no event. A person's judgement on a retired mention passes to the
mention of the same type in the same sentence, if there is one (`events.py`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from marsad.read import Reading, read_page
from marsad.records import Failure, Page
from marsad.store.adding import Added, keep_mentions, record_failure
from marsad.store.linking import link
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.rows import mention_rows
from marsad.store.runs import data_version, end_run, start_run
from marsad.store.schema import articles, mentions, pages, runs
from marsad.store.version import coder_version

BATCH = 64  # pages to a transaction


def again(store: Store) -> Iterator[Added | Failure]:
    """Code every page anew whose mentions another version found; then link what changed."""
    run = start_run(store, "again")
    for part in parts(_outdated(store), BATCH):
        with store.writing() as connection:
            done = [_recode(connection, run, row) for row in _rows(connection, part)]
        yield from done
    link(store, run)
    end_run(store, run)


def _outdated(store: Store) -> list[str]:
    joined = articles.join(runs, articles.c.run == runs.c.id)
    asked = select(articles.c.id).select_from(joined)
    other = (runs.c.coder != coder_version()) | (runs.c.data != data_version())
    with store.reading() as connection:
        outdated = asked.where(articles.c.current, other).order_by(articles.c.id)
        return list(connection.execute(outdated).scalars())


def _rows(connection: Connection, ids: Sequence[str]) -> list[Row[Any]]:
    joined = articles.join(pages, articles.c.page == pages.c.sha256)
    columns = (articles.c.id, articles.c.source, articles.c.published, articles.c.published_source)
    asked = select(*columns, pages.c.sha256, pages.c.media, pages.c.bytes, pages.c.fetched_at)
    return list(connection.execute(asked.select_from(joined).where(articles.c.id.in_(ids))))


def _read_again(row: Row[Any]) -> Reading | Failure:
    try:
        data = zlib.decompress(row.bytes)
    except zlib.error as error:
        told = f"expected the page's bytes, found them damaged ({error}); marsad doctor --store says more"
        return Failure(row.source, "store", "StoreDamaged", told)
    page = Page(row.source, data, row.media, row.sha256, row.fetched_at)
    return read_page(page, row.published if row.published_source == "argument" else None)


def _recode(connection: Connection, run: int, row: Row[Any]) -> Added | Failure:
    reading = _read_again(row)
    if not isinstance(reading, Reading):
        record_failure(connection, run, reading, row.sha256)
        return reading
    found = list(mention_rows(row.id, reading.article, reading.mentions, run))
    known = set(connection.execute(select(mentions.c.id).where(mentions.c.article == row.id)).scalars())
    kept = {one["id"] for one in found}
    for part in parts(sorted(known - kept)):
        connection.execute(update(mentions).where(mentions.c.id.in_(part)).values(retired=run))
    keep_mentions(connection, found, known)
    connection.execute(update(articles).where(articles.c.id == row.id).values(linked=False, run=run))
    return Added(row.source, row.id, "recoded", len(found))
