"""Near-duplicate articles in the store: which repeats which.

A judgement of level copy stands between each two that repeat each other; what an article is a copy of follows
from the judgements that stand, whatever the order in which the articles came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import Connection, or_, select

from marsad.records import Judgement, Reason
from marsad.same import Signed, candidates, likeness, originals, shingles
from marsad.same.copies import DAYS
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.rows import judgement_of
from marsad.store.schema import articles, judgements

WHO = "marsad"
EPOCH = date(1970, 1, 1).toordinal()
KEPT = 4_000  # texts whose shingles are kept at hand


@dataclass(frozen=True, slots=True)
class Copied:
    """What was found: new judgements, and what each article is a copy of now, where that changed."""

    judgements: tuple[Judgement, ...]
    changed: dict[str, str | None]


def find_copies(store: Store, new: Sequence[str]) -> Copied:
    """Compare new articles with those published within three days of them."""
    with store.reading() as connection:
        signed = {one.id: one for one in _near(connection, set(new))}
        known = {(one.left, one.right) for one in _edges(connection, set(new))}
        held = lru_cache(maxsize=KEPT)(lambda id: shingles(_text(connection, id)))
        found = tuple(
            judged
            for pair in sorted(set(candidates(signed.values())) - known)
            if (judged := _judged(pair, held(pair[0]), held(pair[1]))) is not None
        )
        changed = _changed(connection, set(new), found)
    return Copied(found, changed)


def copies_among(store: Store, ids: Collection[str]) -> dict[str, str]:
    """What is known already of these articles."""
    with store.reading() as connection:
        return _known(connection, ids)


def _known(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(articles.c.id, articles.c.copy_of).where(articles.c.copy_of.is_not(None))
    return {
        row.id: row.copy_of
        for part in parts(sorted(ids))
        for row in connection.execute(asked.where(articles.c.id.in_(part)))
    }


def _near(connection: Connection, new: set[str]) -> Iterator[Signed]:
    """The new articles, and the others of the days around theirs; superseded versions are left out."""
    columns = (articles.c.id, articles.c.published, articles.c.signature)
    asked = select(*columns).where(articles.c.current)
    days = {
        row.published
        for part in parts(sorted(new))
        for row in connection.execute(asked.where(articles.c.id.in_(part)))
    }
    for start, end in _spans(sorted(day for day in days if day)):
        for row in connection.execute(asked.where(articles.c.published.between(start, end))):
            yield Signed(row.id, _number(row.published), row.signature, row.id in new)
    if None in days:
        for row in connection.execute(asked.where(articles.c.published.is_(None))):
            yield Signed(row.id, None, row.signature, row.id in new)


def _spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """The days with those around them, run together where they touch."""
    around = timedelta(days=DAYS)
    start = end = None
    for day in days:
        if end is not None and start is not None and day - around > end + timedelta(days=1):
            yield start, end
            start = None
        start = start or day - around
        end = day + around
    if start is not None and end is not None:
        yield start, end


def _number(day: date | None) -> int | None:
    return day.toordinal() - EPOCH if day else None


def _judged(pair: tuple[str, str], one: frozenset[int], other: frozenset[int]) -> Judgement | None:
    found = likeness(one, other)
    if not found.copy:
        return None
    reasons = (Reason("text", "alike", round(found.alike, 4)), Reason("text", "held", round(found.held, 4)))
    return Judgement("copy", *pair, "same", WHO, round(max(found.alike, found.held), 4), reasons)


def _text(connection: Connection, id: str) -> str:
    return str(connection.execute(select(articles.c.text).where(articles.c.id == id)).scalar_one())


def _changed(connection: Connection, new: set[str], found: Sequence[Judgement]) -> dict[str, str | None]:
    """What the new articles, and all that hang together with them, are copies of now."""
    reached = new | {end for one in found for end in (one.left, one.right)}
    edges = {(one.left, one.right) for one in found}
    fresh = set(reached)
    while fresh:
        standing = [one for one in _edges(connection, fresh) if one.judgement == "same"]
        edges |= {(one.left, one.right) for one in standing}
        fresh = {end for one in standing for end in (one.left, one.right)} - reached
        reached |= fresh
    days = dict(_days(connection, reached))
    now = originals(((a, b) for a, b in sorted(edges) if a in days and b in days), days)
    before = _known(connection, reached)
    return {id: now.get(id) for id in sorted(days) if now.get(id) != before.get(id)}


def _days(connection: Connection, ids: Collection[str]) -> Iterator[tuple[str, int | None]]:
    asked = select(articles.c.id, articles.c.published).where(articles.c.current)
    for part in parts(sorted(ids)):
        for row in connection.execute(asked.where(articles.c.id.in_(part))):
            yield row.id, _number(row.published)


def _edges(connection: Connection, ids: Collection[str]) -> Iterator[Judgement]:
    """The standing judgements on copies that one of these articles has an end of, a person's "no" too."""
    for part in parts(sorted(ids)):
        ends = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        asked = select(judgements).where(judgements.c.level == "copy", judgements.c.undone.is_(None), ends)
        yield from map(judgement_of, connection.execute(asked).mappings())
