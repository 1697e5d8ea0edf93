"""What is new is compared with what is there; events follow from the judgements.

Only one process links at a time (`one_at_a_time`); others may add pages meanwhile. The comparing is done
outside any transaction, then all that follows is written in one, so that a killed run leaves no half event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, or_, select, update

from marsad.records import Claim, Judgement
from marsad.same import Account, blocks, compare, gather, whole
from marsad.store.copying import Copied, copies_among, find_copies, repoint
from marsad.store.events import recompute
from marsad.store.inserting import insert_many
from marsad.store.locking import one_at_a_time
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.rows import claim_of, judgement_row
from marsad.store.runs import now
from marsad.store.schema import articles, judgements, mentions
from marsad.store.schema import blocks as block_rows


@dataclass(frozen=True, slots=True)
class Waiting:
    """The articles that wait, and what their mentions say."""

    articles: tuple[str, ...]
    mentions: frozenset[str]  # all of them, those of superseded versions too
    known: frozenset[str]  # those that were compared before, by another coder or as another version
    claims: tuple[Claim, ...]  # of those that stand: of a current version, found by the newest coder


def link(store: Store, run: int | None = None) -> int:
    """Compare what waits with all that is there; how many accounts were new."""
    with one_at_a_time(store):
        waiting = _waiting(store)
        if not waiting.articles:
            return 0
        copied = find_copies(store, waiting.articles)
        held = copies_among(store, waiting.articles) | copied.changed
        copies = {id: original for id, original in held.items() if original}
        new = gather(waiting.claims, copies)
        keys: dict[str, set[int]] = {}
        for account in new:
            keys.setdefault(whole(account.id), set()).update(blocks(account))
        found = list(compare([*new, *_neighbours(store, keys)], {account.id for account in new}))
        with store.writing() as connection:
            _write(connection, waiting, keys, copied, found, run)
        return len(new)


def _waiting(store: Store) -> Waiting:
    with store.reading() as connection:
        ids = connection.execute(select(articles.c.id).where(articles.c.linked.is_(False))).scalars().all()
        rows = list(_mentions_of(connection, ids))
    claims = [claim_of(row) for row in rows if row["current"] and row["retired"] is None]
    known = frozenset(row["id"] for row in rows if row["event"])
    return Waiting(tuple(ids), frozenset(row["id"] for row in rows), known, tuple(claims))


def _mentions_of(connection: Connection, ids: Sequence[str]) -> Iterator[RowMapping]:
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    asked = select(mentions, articles.c.current).select_from(joined)
    for part in parts(ids):
        yield from connection.execute(asked.where(mentions.c.article.in_(part))).mappings()


def _neighbours(store: Store, keys: Mapping[str, Set[int]]) -> tuple[Account, ...]:
    """The accounts in the store that share a block with a new one."""
    wanted = sorted({block for held in keys.values() for block in held})
    with store.reading() as connection:
        near = {
            account
            for part in parts(wanted)
            for account in connection.execute(
                select(block_rows.c.account).where(block_rows.c.block.in_(part))
            ).scalars()
        } - keys.keys()
        claims = [
            claim_of(row)
            for part in parts(sorted(near))
            for row in connection.execute(
                select(mentions).where(mentions.c.account.in_(part), mentions.c.event.is_not(None))
            ).mappings()
        ]
    return gather(claims, copies_among(store, {claim.article for claim in claims}))


def _write(  # noqa: PLR0913 - all that one link found
    connection: Connection,
    waiting: Waiting,
    keys: Mapping[str, Set[int]],
    copied: Copied,
    found: Sequence[Judgement],
    run: int | None,
) -> None:
    rows = [{"block": block, "account": account} for account, held in keys.items() for block in sorted(held)]
    insert_many(connection, block_rows, rows)
    _undo(connection, waiting.known)
    insert_many(connection, judgements, [judgement_row(edge, human=False, run=run) for edge in found])
    copies = [judgement_row(edge, human=False, run=run) for edge in copied.judgements]
    insert_many(connection, judgements, copies)
    ends = {end for edge in found for end in (edge.left, edge.right)}
    beside = repoint(connection, copied.changed)
    recompute(connection, waiting.mentions | ends | beside, run)
    for part in parts(waiting.articles):
        connection.execute(update(articles).where(articles.c.id.in_(part)).values(linked=True))


def _undo(connection: Connection, known: Set[str]) -> None:
    """What was judged of mentions as they were before is judged anew; people's judgements stand."""
    for part in parts(sorted(known)):
        ends = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        machine = (
            judgements.c.level == "event",
            judgements.c.human.is_(False),
            judgements.c.undone.is_(None),
        )
        connection.execute(update(judgements).where(*machine, ends).values(undone=now()))
