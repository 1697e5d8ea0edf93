"""Events follow from mentions and judgements: computed anew for whatever a change touches.

An event keeps its id as long as it holds the mention that founded it. One that is joined to
another becomes a redirect, one that loses all its mentions a tombstone; both are told in `changes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, bindparam, delete, insert, or_, select, update

from marsad.records import Claim, Judgement
from marsad.same import developments, gather, join, summarise
from marsad.store.anchoring import anchored
from marsad.store.courses import renew
from marsad.store.ids import event_id
from marsad.store.parts import parts
from marsad.store.rows import claim_of, event_row, judgement_of, party_rows
from marsad.store.runs import now
from marsad.store.schema import articles, changes, events, judgements, mentions, parties
from marsad.store.timeline import shift

Group = tuple[Claim, ...]


def recompute(connection: Connection, touched: Set[str], run: int | None = None) -> None:
    """Compute anew every event that one of these mentions belongs to, or will, and the courses around it."""
    ids, edges = _reached(connection, touched)
    rows = list(_rows(connection, mentions.c.id, ids))
    before = {row["id"]: row["event"] for row in rows if row["event"]}
    standing = [claim_of(row) for row in rows if row["current"] and row["retired"] is None]
    copies = {row["article"]: row["copy_of"] for row in rows if row["copy_of"]}
    groups = join(gather(standing, copies), edges)
    named = _named(connection, groups, before)
    told = _write(connection, named, before, copies)
    _unplace(connection, before.keys() - {claim.id for claim in standing})
    _retire(connection, set(before.values()) - named.keys(), before, named)
    renew(connection, {*before.values(), *named}, set(ids), told, run)


def _reached(connection: Connection, touched: Set[str]) -> tuple[list[str], list[Judgement]]:
    """The mentions that the touched ones hang together with, and the judgements among them."""
    reached: set[str] = set()
    edges: dict[int | None, Judgement] = {}
    fresh = set(touched)
    while fresh:
        reached |= fresh
        held = list(_rows(connection, mentions.c.id, fresh))
        near = {row["id"] for row in _rows(connection, mentions.c.account, {r["account"] for r in held})}
        of_event = {row["event"] for row in held if row["event"]}
        near |= {row["id"] for row in _rows(connection, mentions.c.event, of_event)}
        for edge in anchored(connection, _edges(connection, fresh)):
            edges[edge.id] = edge
            near |= {edge.left, edge.right} if edge.judgement == "same" else set()
        fresh = near - reached
    return sorted(reached), [edges[id] for id in sorted(edges, key=lambda id: id or 0)]


def _rows(connection: Connection, column: Column[Any], values: Collection[str]) -> Iterator[RowMapping]:
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    asked = select(mentions, articles.c.current, articles.c.copy_of).select_from(joined)
    for part in parts(sorted(values)):
        yield from connection.execute(asked.where(column.in_(part))).mappings()


def _edges(connection: Connection, ids: Collection[str]) -> Iterator[Judgement]:
    """The judgements on events that stand and that one of the mentions has an end of."""
    for part in parts(sorted(ids)):
        asked = select(judgements).where(
            judgements.c.level == "event",
            judgements.c.undone.is_(None),
            or_(judgements.c.left.in_(part), judgements.c.right.in_(part)),
        )
        yield from map(judgement_of, connection.execute(asked).mappings())


def _named(connection: Connection, groups: Sequence[Group], before: Mapping[str, str]) -> dict[str, Group]:
    """Each group under its event's id: of those its claims had, the one that its earliest claim founded.

    So an undone merge gives both events their ids again. Where no founder is left the most claims decide; a
    group that had no event gets an id made from its earliest claim.
    """
    shares = sorted(
        (_founded(id, group), -count, id, at)
        for at, group in enumerate(groups)
        for id, count in Counter(before[claim.id] for claim in group if claim.id in before).items()
    )
    named: dict[str, Group] = {}
    done: set[int] = set()
    for *_, id, at in shares:
        if id not in named and at not in done:
            named[id] = groups[at]
            done.add(at)
    taken = named.keys() | _active(connection, groups)
    for at, group in enumerate(groups):
        if at not in done:
            id = next(id for id in _possible(group) if id not in taken and id not in named)
            named[id] = group
    return named


def _founded(id: str, group: Group) -> tuple[bool, tuple[bool, str, str, int]]:
    """How early the claim is that an event is named after; those whose founder is elsewhere come last."""
    ages = [_age(claim) for claim in group if event_id(claim.id) == id]
    return (False, min(ages)) if ages else (True, (True, "", "", 0))


def _possible(group: Group) -> Iterator[str]:
    """Ids that a group may bear, the likeliest first."""
    yield from (event_id(claim.id) for claim in sorted(group, key=_age))
    yield from (event_id(f"{claim.id} {turn}") for turn in range(1, 1000) for claim in group)


def _age(claim: Claim) -> tuple[bool, str, str, int]:
    return claim.published is None, str(claim.published), claim.article, claim.start


def _active(connection: Connection, groups: Sequence[Group]) -> set[str]:
    """The ids that these groups' claims founded and that some event bears now."""
    founded = sorted({event_id(claim.id) for group in groups for claim in group})
    return {
        id
        for part in parts(founded)
        for id in connection.execute(
            select(events.c.id).where(events.c.id.in_(part), events.c.state == "active")
        ).scalars()
    }


def _write(
    connection: Connection, named: Mapping[str, Group], before: Mapping[str, str], copies: Mapping[str, str]
) -> list[Judgement]:
    """Write the events; how their reports develop."""
    developed: list[Judgement] = []
    for part in parts(sorted(named)):
        before_rows = connection.execute(select(events).where(events.c.id.in_(part))).mappings().all()
        connection.execute(delete(parties).where(parties.c.event.in_(part)))
        connection.execute(delete(events).where(events.c.id.in_(part)))
        told = [summarise(id, named[id], copies) for id in part]
        developed += [edge for event in told for edge in developments(event, copies)]
        rows = [event_row(event) for event in told]
        connection.execute(insert(events), rows)
        shift(connection, before_rows, rows)
        held = [row for event in told for row in party_rows(event)]
        if held:
            connection.execute(insert(parties), held)
    moved = [
        {"mention": claim.id, "into": id}
        for id, group in named.items()
        for claim in group
        if before.get(claim.id) != id
    ]
    if moved:
        place = update(mentions).where(mentions.c.id == bindparam("mention")).values(event=bindparam("into"))
        connection.execute(place, moved)
    return developed


def _unplace(connection: Connection, gone: Collection[str]) -> None:
    for part in parts(sorted(gone)):
        connection.execute(update(mentions).where(mentions.c.id.in_(part)).values(event=None))


def _retire(
    connection: Connection, lost: Iterable[str], before: Mapping[str, str], named: Mapping[str, Group]
) -> None:
    """Redirects and tombstones of events that hold nothing any more."""
    now_in = {claim.id: id for id, group in named.items() for claim in group}
    for id in sorted(lost):
        heirs = Counter(now_in[mention] for mention, old in before.items() if old == id and mention in now_in)
        into = heirs.most_common(1)[0][0] if heirs else None
        kind = "merged" if into else "gone"
        gone = connection.execute(select(events).where(events.c.id == id)).mappings().all()
        shift(connection, gone, [])
        connection.execute(delete(parties).where(parties.c.event == id))
        connection.execute(update(events).where(events.c.id == id).values(state=kind, merged_into=into))
        row = {"at": now(), "kind": kind, "what": "event", "thing": id, "into": into}
        connection.execute(insert(changes).values(row))
