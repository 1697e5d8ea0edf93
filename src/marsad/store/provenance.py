"""Where rows come from: the runs, with the pages that each brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from marsad.store.opening import Store
from marsad.store.schema import articles, pages, runs


@dataclass(frozen=True, slots=True)
class Brought:
    """A page that a run brought in, and the article that was read from it."""

    sha256: str
    source: str
    article: str
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """A run: which coder and data, when, and its pages."""

    id: int
    command: str
    coder: str
    data: str
    started_at: datetime
    ended_at: datetime | None
    pages: tuple[Brought, ...]


def provenance(store: Store) -> Iterator[Provenance]:
    """Every run of a store, the earliest first."""
    with store.reading() as connection:
        for run in connection.execute(select(runs).order_by(runs.c.id)).mappings().all():
            asked = (
                select(pages.c.sha256, articles.c.source, articles.c.id, pages.c.fetched_at)
                .select_from(articles.join(pages, articles.c.page == pages.c.sha256))
                .where(articles.c.run == run["id"])
                .order_by(articles.c.id)
            )
            brought = tuple(Brought(*row) for row in connection.execute(asked))
            named = ("id", "command", "coder", "data", "started_at", "ended_at")
            yield Provenance(**{name: run[name] for name in named}, pages=brought)
