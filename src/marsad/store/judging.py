"""A person's word on whether two mentions are one event: it outranks the machine's, and can be undone."""

from __future__ import annotations

from sqlalchemy import Connection, and_, not_, or_, select, update

from marsad.errors import BadUse, NotInStore
from marsad.records import MACHINE, Judgement
from marsad.store.copying import copies_now, repoint
from marsad.store.events import recompute
from marsad.store.locking import one_at_a_time
from marsad.store.opening import Store
from marsad.store.rows import judgement_of, judgement_row
from marsad.store.runs import now
from marsad.store.schema import events, judgements, mentions

WORDS = ("same", "different")


def judge(store: Store, left: str, right: str, judgement: str, who: str) -> Judgement:
    """Say that two mentions, or two events, are the same or different; events follow at once.

    An event stands for the mention that leads it. Raises `NotInStore` for an id that names neither, `BadUse`
    for another word than same and different.
    """
    if judgement not in WORDS:
        raise BadUse(f"judgement {judgement}: expected same or different")
    if not who.strip() or who == MACHINE:
        raise BadUse(f"who {who!r}: expected the name of a person")
    with one_at_a_time(store), store.writing() as connection:
        ends = _mention(connection, left), _mention(connection, right)
        if ends[0] == ends[1]:
            raise BadUse(f"{left} and {right}: expected two mentions, found one and the same")
        row = judgement_row(Judgement("event", *ends, judgement, who, at=now()), human=True, run=None)
        key = connection.execute(judgements.insert().values(row)).inserted_primary_key
        recompute(connection, set(ends))
        _check_followed(connection)
        assert key is not None
        return _judgement(connection, int(key[0]))


def undo(store: Store, id: int) -> Judgement:
    """Take a judgement back, a person's or the machine's; it stays in the store, marked as undone."""
    with one_at_a_time(store), store.writing() as connection:
        found = _judgement(connection, id)
        if found.undone is None:
            connection.execute(update(judgements).where(judgements.c.id == id).values(undone=now()))
            if found.level == "event":
                recompute(connection, {found.left, found.right})
            if found.level == "copy":
                changed = copies_now(connection, {found.left, found.right})
                recompute(connection, repoint(connection, changed))
        return _judgement(connection, id)


def _check_followed(connection: Connection) -> None:
    """Refuse what people's other judgements contradict: one of them must be taken back first."""
    left, right = mentions.alias(), mentions.alias()
    joined = judgements.join(left, judgements.c.left == left.c.id).join(
        right, judgements.c.right == right.c.id
    )
    together = left.c.event == right.c.event
    broken = (
        select(judgements.c.id)
        .select_from(joined)
        .where(
            judgements.c.level == "event",
            judgements.c.human,
            judgements.c.undone.is_(None),
            or_(
                and_(judgements.c.judgement == "same", not_(together)),
                and_(judgements.c.judgement == "different", together),
            ),
        )
    )
    numbers = connection.execute(broken.order_by(judgements.c.id)).scalars().all()
    if numbers:
        told = ", ".join(map(str, numbers))
        raise BadUse(
            f"people's judgements contradict one another (numbers {told}); undo an earlier one first"
        )


def _judgement(connection: Connection, id: int) -> Judgement:
    row = connection.execute(select(judgements).where(judgements.c.id == id)).mappings().first()
    if row is None:
        raise NotInStore(f"{id}: expected the number of a judgement; the store has none of that number")
    return judgement_of(row)


def _mention(connection: Connection, id: str) -> str:
    if connection.execute(select(mentions.c.id).where(mentions.c.id == id)).first():
        return id
    seen: set[str] = set()
    while id not in seen:  # an event that was merged into another is that one now
        seen.add(id)
        asked = select(events.c.lead, events.c.state, events.c.merged_into).where(events.c.id == id)
        row = connection.execute(asked).first()
        if row is not None and row.state == "active":
            return str(row.lead)
        if row is None or row.merged_into is None:
            break
        id = row.merged_into
    raise NotInStore(f"{id}: expected the id of a mention or of an event that is not gone; found none")
