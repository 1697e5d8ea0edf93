"""Pages into the store: read once, kept with all that was read from them; then linked (`linking.py`).

Pages are written a batch at a time; a run that is killed loses the batch it was in, and when it is started
again it passes over what is there. A page is known by its bytes; one whose address is known but whose bytes
are new is a new version of the article.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import asdict, dataclass
from datetime import date
from os import PathLike, fspath
from time import monotonic
from typing import BinaryIO

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from marsad.intake import read_pages
from marsad.read import Reading, read_page
from marsad.records import Article, Failure, Page
from marsad.same import signature
from marsad.store.ids import article_id
from marsad.store.inserting import insert_new
from marsad.store.opening import Store
from marsad.store.rows import Row, mention_rows
from marsad.store.runs import end_run, now, start_run
from marsad.store.schema import articles, failures, mentions, pages, sightings
from marsad.store.searching import index_mentions

BATCH = 64  # pages to a transaction: about 0.7 s of coding
OFTEN = 5.0  # seconds after which a smaller batch is written, so that a slow source loses little
LEVEL = 6  # of zlib: a page of the stream shrinks to 0.43


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one page."""

    source: str
    article: str | None
    state: str  # new, version (of an article that is here), recoded, known (nothing changed), forgotten
    mentions: int


Taken = tuple[Page, Reading | Failure | None]  # None: the page is known


def add(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    store: Store,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Added | Failure]:
    """Read pages and keep them; what is yielded is kept. The same page twice changes nothing."""
    from marsad.store.linking import link

    run = start_run(store, "add")
    batch: list[Taken | Failure] = []
    since = monotonic()
    for taken in _read(paths, store, published, stdin):
        batch.append(taken)
        if len(batch) >= BATCH or monotonic() - since > OFTEN:
            yield from _keep(store, run, batch)
            batch, since = [], monotonic()
    yield from _keep(store, run, batch)
    link(store, run)
    end_run(store, run)


def _read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    store: Store,
    published: date | None,
    stdin: BinaryIO | None,
) -> Iterator[Taken | Failure]:
    """Every page with its reading; one that is known is not read again."""
    for path in [paths] if isinstance(paths, (str, PathLike)) else paths:
        for page in read_pages([fspath(path)], stdin):
            if isinstance(page, Failure):
                yield page
            else:
                yield page, None if _is_known(store, page) else read_page(page, published)


def _is_known(store: Store, page: Page) -> bool:
    with store.reading() as connection:
        return _is_settled(connection, page.sha256)


def _is_settled(connection: Connection, sha256: str) -> bool:
    """Whether a page's article is here, or forgotten; one that could not be read is tried again."""
    read = exists().where(articles.c.page == pages.c.sha256)
    asked = select(pages.c.sha256).where(pages.c.sha256 == sha256, or_(pages.c.bytes.is_(None), read))
    return connection.execute(asked).first() is not None


def _keep(store: Store, run: int, batch: list[Taken | Failure]) -> list[Added | Failure]:
    if not batch:
        return []
    with store.writing() as connection:
        return [_keep_one(connection, run, taken) for taken in batch]


def _keep_one(connection: Connection, run: int, taken: Taken | Failure) -> Added | Failure:
    if isinstance(taken, Failure):
        record_failure(connection, run, taken, None)
        return taken
    page, reading = taken
    new = insert_new(connection, pages, _page_row(page, run))
    if new or _known_as(connection, page) == "known":
        insert_new(connection, sightings, {"page": page.sha256, "source": page.source, "seen_at": now()})
    if isinstance(reading, Failure):
        record_failure(connection, run, reading, page.sha256)
        return reading
    if reading is None or (
        not new and _is_settled(connection, page.sha256)
    ):  # another run may have been quicker
        return Added(page.source, article_id(page.sha256), _known_as(connection, page), 0)
    return _keep_reading(connection, run, page, reading)


def _known_as(connection: Connection, page: Page) -> str:
    kept = connection.execute(select(pages.c.bytes.is_(None)).where(pages.c.sha256 == page.sha256))
    return "forgotten" if kept.scalar_one() else "known"


def _keep_reading(connection: Connection, run: int, page: Page, reading: Reading) -> Added:
    id = article_id(page.sha256)
    version = _next_version(connection, _key(page, reading.article))
    row = _article_row(id, page, reading.article, run) | {"version": version}
    connection.execute(insert(articles).values(row))
    rows = list(mention_rows(id, reading.article, reading.mentions, run))
    keep_mentions(connection, rows, frozenset())
    return Added(page.source, id, "new" if version == 1 else "version", len(rows))


def keep_mentions(connection: Connection, rows: Sequence[Row], known: Set[str]) -> None:
    """Write the mentions of an article with their search keys; those `known` by id are written over."""
    found_again = [row for row in rows if row["id"] in known]
    new = [row for row in rows if row["id"] not in known]
    if new:
        connection.execute(insert(mentions), new)
        index_mentions(connection, new)
    for row in found_again:
        connection.execute(update(mentions).where(mentions.c.id == row["id"]).values(row | {"retired": None}))


def _next_version(connection: Connection, key: str) -> int:
    """The number of the next version of what has this key; the ones before it are no longer current."""
    newest = connection.execute(select(func.max(articles.c.version)).where(articles.c.key == key)).scalar()
    if newest is None:
        return 1
    # Not linked: their mentions leave their events when they are looked at again.
    connection.execute(update(articles).where(articles.c.key == key).values(current=False, linked=False))
    return int(newest) + 1


def _page_row(page: Page, run: int) -> dict[str, object]:
    return {
        "sha256": page.sha256,
        "media": page.media,
        "bytes": zlib.compress(page.data, LEVEL),
        "size": len(page.data),
        "fetched_at": page.fetched_at,
        "added_at": now(),
        "run": run,
    }


def _article_row(id: str, page: Page, article: Article, run: int) -> dict[str, object]:
    published = article.published
    return {
        "id": id,
        "page": page.sha256,
        "given_id": article.id,
        "key": _key(page, article),
        "current": True,
        "source": page.source,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "published": published.value if published else None,
        "published_source": published.source if published else None,
        "defects": json.dumps([asdict(defect) for defect in article.defects], ensure_ascii=False),
        "runs": json.dumps([[run.start, run.page_start, run.length] for run in article.runs]),
        "signature": signature(article.text),
        "linked": False,
        "run": run,
    }


def _key(page: Page, article: Article) -> str:
    """What the versions of an article share: its address, else a record's own id, else the file."""
    if article.url:
        return article.url
    if page.media == "record":  # a line's number says nothing of what stands there tomorrow
        return f"{article.outlet or page.source.partition('#')[0]}#{article.id}"
    return page.source


def record_failure(connection: Connection, run: int, failure: Failure, sha256: str | None) -> None:
    """One row a failure, however often the page is tried."""
    known = select(failures.c.id).where(
        failures.c.source == failure.source, failures.c.message == failure.message
    )
    if connection.execute(known).first() is None:
        row = asdict(failure) | {"run": run, "sha256": sha256, "at": now()}
        connection.execute(insert(failures).values(row))
