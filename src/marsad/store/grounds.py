"""Why an event's mentions are one: the judgements that join them, and the strongest that kept others out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, or_, select

from marsad.records import Claim, Event, Judgement
from marsad.same import explain_all, gather
from marsad.store.parts import MANY, parts
from marsad.store.rows import claim_of, judgement_of
from marsad.store.schema import articles, blocks, judgements, mentions

STRONGEST = 5  # neighbours that are shown though they were not joined
LOOKED_AT = 200  # accounts that share a block with the event's and are compared anew
COMPARED = 5  # of the event's own accounts, with these


@dataclass(frozen=True, slots=True)
class Ground:
    """A judgement on two mentions, and where they stand."""

    judgement: Judgement
    human: bool
    joins: bool  # whether both ends are in the event
    left: Claim
    right: Claim
    other: str | None  # the event of the end that is not in this one


def grounds_of(connection: Connection, event: Event) -> tuple[Ground, ...]:
    """The judgements that stand on an event's mentions, then its likest neighbours that were not joined."""
    own = {claim.id for claim in event.claims}
    edges = {row["id"]: row for row in _edges(connection, sorted(own))}
    claims = _claims(connection, {end for row in edges.values() for end in (row["left"], row["right"])})
    found = [_ground(judgement_of(row), row["human"], own, claims) for row in edges.values()]
    joined = [ground for ground in found if ground and ground.joins]
    apart = [ground for ground in found if ground and not ground.joins]
    known = {ground.other for ground in apart}
    apart += [ground for ground in _neighbours(connection, event, own) if ground.other not in known]
    human = [ground for ground in apart if ground.human]
    likest = sorted((ground for ground in apart if not ground.human), key=_strength)
    return (*sorted(joined, key=_strength), *human, *likest[:STRONGEST])


def total(judgement: Judgement) -> float:
    """All that speaks for a judgement less what speaks against it: the sum of its reasons' weights."""
    return sum(reason.weight for reason in judgement.reasons)


def _strength(ground: Ground) -> tuple[bool, float, float, int]:
    judgement = ground.judgement
    return not ground.human, -(judgement.score or 0.0), -total(judgement), judgement.id or 0


def _edges(connection: Connection, ids: Sequence[str]) -> Iterator[RowMapping]:
    for part in parts(ids):
        ends = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        asked = select(judgements).where(judgements.c.level == "event", judgements.c.undone.is_(None), ends)
        yield from connection.execute(asked).mappings()


def _claims(connection: Connection, ids: set[str]) -> dict[str, tuple[Claim, str | None]]:
    return {
        row["id"]: (claim_of(row), row["event"])
        for part in parts(sorted(ids))
        for row in connection.execute(select(mentions).where(mentions.c.id.in_(part))).mappings()
    }


def _ground(
    judgement: Judgement, human: bool, own: set[str], claims: Mapping[str, tuple[Claim, str | None]]
) -> Ground | None:
    if judgement.left not in claims or judgement.right not in claims:
        return None
    (left, one), (right, two) = claims[judgement.left], claims[judgement.right]
    joins = judgement.left in own and judgement.right in own
    return Ground(
        judgement, human, joins, left, right, None if joins else two if judgement.left in own else one
    )


def _neighbours(connection: Connection, event: Event, own: set[str]) -> Iterator[Ground]:
    """The likest pair with each event near by, as it is judged today."""
    mine = gather(event.claims, _copies(connection, {claim.article for claim in event.claims}))
    claims = _near(connection, event)
    copies = _copies(connection, {claim.article for claim, _ in claims.values()})
    theirs = gather((claim for claim, _ in claims.values()), copies)
    held = claims | {claim.id: (claim, event.id) for claim in event.claims}
    best: dict[str, Ground] = {}
    pairs = [(one, other) for one in mine[:COMPARED] for other in theirs if one.article != other.article]
    for judgement in explain_all(pairs):
        ground = _ground(judgement, False, own, held)
        if ground is None or ground.other is None:
            continue
        if ground.other not in best or _strength(ground) < _strength(best[ground.other]):
            best[ground.other] = ground
    yield from best.values()


def _near(connection: Connection, event: Event) -> dict[str, tuple[Claim, str | None]]:
    """The claims of other events' accounts that share a block with one of the event's."""
    accounts = sorted({claim.account for claim in event.claims})
    shared = select(blocks.c.block).where(blocks.c.account.in_(accounts[:MANY]))
    asked = select(blocks.c.account).where(
        blocks.c.block.in_(shared), blocks.c.account.not_in(accounts[:MANY])
    )
    near = sorted(set(connection.execute(asked.limit(LOOKED_AT)).scalars()))
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    standing = select(mentions).select_from(joined).where(articles.c.current, mentions.c.event.is_not(None))
    return {
        row["id"]: (claim_of(row), row["event"])
        for part in parts(near)
        for row in connection.execute(standing.where(mentions.c.account.in_(part))).mappings()
        if row["event"] != event.id
    }


def _copies(connection: Connection, ids: set[str]) -> dict[str, str]:
    asked = select(articles.c.id, articles.c.copy_of).where(articles.c.copy_of.is_not(None))
    return {
        id: original
        for part in parts(sorted(ids))
        for id, original in connection.execute(asked.where(articles.c.id.in_(part)))
    }
