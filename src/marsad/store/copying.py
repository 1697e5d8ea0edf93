"""Near-duplicate articles in the store: which repeats which.

A judgement of level copy stands between each two that repeat each other; what an article is a copy of follows
from the judgements that stand, whatever the order in which the articles came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import Connection, or_, select, update

from marsad.records import MACHINE, Judgement, Reason
from marsad.same import Likeness, Shingles, Signed, candidates, likeness, originals, shingles
from marsad.same.copies import REACH
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.rows import judgement_of
from marsad.store.schema import articles, judgements, mentions

EPOCH = date(1970, 1, 1).toordinal()
KEPT = 4_000  # texts whose shingles are kept at hand


@dataclass(frozen=True, slots=True)
class Copied:
    """What was found: new judgements, and what each article is a copy of now, where that changed."""

    judgements: tuple[Judgement, ...]
    changed: dict[str, str | None]


def find_copies(store: Store, new: Sequence[str]) -> Copied:
    """Compare new articles with those published within a week; what was judged once is not judged again."""
    with store.reading() as connection:
        signed = {one.id: one for one in _near(connection, set(new))}
        known = {(one.left, one.right) for one in _edges(connection, set(new), undone=True)}
        held = lru_cache(maxsize=KEPT)(lambda id: _shingles(connection, id))
        found = []
        for one, other in sorted(set(candidates(signed.values())) - known):
            like = likeness(held(one), held(other))
            if like.copy(_apart(signed[one], signed[other])):
                found.append(_judged(one, other, like))
        changed = copies_now(connection, set(new), found)
    return Copied(tuple(found), changed)


def repoint(connection: Connection, changed: Mapping[str, str | None]) -> frozenset[str]:
    """Write what articles are copies of now; returns the mentions whose events must be computed anew."""
    for article, original in changed.items():
        connection.execute(update(articles).where(articles.c.id == article).values(copy_of=original))
    asked = select(mentions.c.id)
    return frozenset(
        id
        for part in parts(sorted(changed))
        for id in connection.execute(asked.where(mentions.c.article.in_(part))).scalars()
    )


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
    around = timedelta(days=REACH)
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


def _apart(one: Signed, other: Signed) -> int | None:
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def _judged(one: str, other: str, like: Likeness) -> Judgement:
    shares = (("alike", like.alike), ("held", like.held), ("lead", like.lead))
    reasons = tuple(Reason("text", name, round(share, 4)) for name, share in shares)
    return Judgement("copy", one, other, "same", MACHINE, round(max(like.alike, like.held), 4), reasons)


def _shingles(connection: Connection, id: str) -> Shingles:
    row = connection.execute(select(articles.c.text, articles.c.title).where(articles.c.id == id)).one()
    return shingles(row.text, row.title)


def copies_now(
    connection: Connection, ids: set[str], found: Sequence[Judgement] = ()
) -> dict[str, str | None]:
    """What articles, and all that hang together with them, are copies of now, where that changed.

    `found`: judgements that are not written yet.
    """
    reached = ids | {end for one in found for end in (one.left, one.right)}
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


def _edges(connection: Connection, ids: Collection[str], undone: bool = False) -> Iterator[Judgement]:
    """The standing (`undone`: all) judgements on copies that one of these articles has an end of."""
    for part in parts(sorted(ids)):
        ends = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        asked = select(judgements).where(judgements.c.level == "copy", ends)
        standing = asked if undone else asked.where(judgements.c.undone.is_(None))
        yield from map(judgement_of, connection.execute(standing).mappings())
