"""The courses of stories in the store: renewed for whatever a change touches; what no longer holds is undone.

Links between events follow from the events of one country, links within an event from its claims; people's
judgements stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, insert, or_, select, update

from marsad.records import Judgement, Place
from marsad.same import Step, courses, longest
from marsad.store.ids import event_id
from marsad.store.parts import parts
from marsad.store.rows import judgement_row
from marsad.store.runs import now
from marsad.store.schema import events, judgements, mentions
from marsad.store.schema import parties as party_rows

Key = tuple[str, str, str]  # left, right, judgement


class Stretch(NamedTuple):
    """The days of one country that a change may bear upon: first and last."""

    country: str
    first: date
    last: date


def renew(
    connection: Connection, touched: Set[str], claims: Set[str], within: Iterable[Judgement], run: int | None
) -> None:
    """Bring the courses up to date; `touched` events, their `claims`, and what is found `within` each."""
    edges = list(_edges(connection, touched, claims))
    pulled = touched | {edge["right_event"] for edge in edges if edge["right_event"]}
    across: list[Judgement] = []
    later: set[str] = set()
    for stretch in _stretches(connection, pulled):
        steps = tuple(_steps(connection, stretch))
        after = {step.id for step in steps if stretch.first <= step.when[0]}
        across += courses(steps, after)
        later |= after
    founders = _founders(connection, {end for edge in across for end in (edge.left, edge.right)})
    wanted = {_key(edge): edge for edge in within}
    for edge in across:
        named = replace(edge, left=founders[edge.left], right=founders[edge.right])
        wanted.setdefault(_key(named), named)
    edges += _edges(connection, later - touched, set())
    gone = {edge["id"] for edge in edges if _key_of(edge) not in wanted and _renewed(edge, touched, later)}
    _undo(connection, gone)
    known = {_key_of(edge) for edge in edges}
    _write(connection, [wanted[key] for key in sorted(wanted.keys() - known)], run)


def _key_of(edge: RowMapping) -> Key:
    return edge["left"], edge["right"], edge["judgement"]


def _key(edge: Judgement) -> Key:
    return edge.left, edge.right, edge.judgement


def _edges(connection: Connection, of_events: Set[str], claims: Set[str]) -> Iterator[RowMapping]:
    """Marsad's courses that stand and that have an end in one of the events or claims."""
    one, other = mentions.alias(), mentions.alias()
    joined = judgements.outerjoin(one, one.c.id == judgements.c.left)
    joined = joined.outerjoin(other, other.c.id == judgements.c.right)
    ends = one.c.event.label("left_event"), other.c.event.label("right_event")
    asked = select(judgements, *ends).select_from(joined)
    asked = asked.where(judgements.c.level == "course", judgements.c.undone.is_(None))
    asked = asked.where(judgements.c.human.is_(False))
    held = _claims_of(connection, of_events) | claims
    for part in parts(sorted(held)):
        with_end = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        yield from connection.execute(asked.where(with_end)).mappings()


def _claims_of(connection: Connection, ids: Set[str]) -> set[str]:
    return {
        id
        for part in parts(sorted(ids))
        for id in connection.execute(select(mentions.c.id).where(mentions.c.event.in_(part))).scalars()
    }


def _stretches(connection: Connection, ids: Set[str]) -> Iterator[Stretch]:
    """Where and when events lie that these may be linked with; those that hang together as one."""
    days: dict[str, list[date]] = {}
    asked = select(events.c.country, events.c.start, events.c.first_published)
    for part in parts(sorted(ids)):
        for country, start, told in connection.execute(asked.where(events.c.id.in_(part))):
            if country:
                days.setdefault(country, []).extend(day for day in (start, told) if day)
    for country, found in sorted(days.items()):
        yield from _together(country, sorted(found))


def _together(country: str, days: Sequence[date]) -> Iterator[Stretch]:
    reach = timedelta(longest())
    first = last = days[0] if days else date.min
    for day in days:
        if day > last + 2 * reach:
            yield Stretch(country, first, last)
            first = day
        last = day
    if days:
        yield Stretch(country, first, last)


def _steps(connection: Connection, stretch: Stretch) -> Iterator[Step]:
    """The country's events from the longest time before the stretch to the longest time after it."""
    first, last = _moved(stretch.first, -longest()), _moved(stretch.last, longest())
    rows = connection.execute(select(events).where(_near(stretch.country, first, last))).mappings().all()
    taking = _parties(connection, [row["id"] for row in rows])
    for row in rows:
        told = row["first_published"] or row["start"] or row["end"]
        step = _step(row, told, taking.get(row["id"], {}))
        if step.when[0] <= last:
            yield step


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.min if days < 0 else date.max


def _near(country: str, first: date, last: date) -> ColumnElement[bool]:
    dated = or_(events.c.first_published.between(first, last), events.c.start.between(first, last))
    return (events.c.state == "active") & (events.c.country == country) & dated


def _parties(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    asked = select(party_rows.c.event, party_rows.c.role, party_rows.c.code)
    for part in parts(ids):
        for id, role, code in connection.execute(asked.where(party_rows.c.event.in_(part))):
            found.setdefault(id, {}).setdefault(role, set()).add(code)
    return found


def _step(row: RowMapping, told: date, taking: Mapping[str, Collection[str]]) -> Step:
    place = Place(
        name=row["place_name"] or "",
        country=row["country"],
        kind="",
        precision=row["place_precision"] or "unknown",
        lat=row["lat"],
        lon=row["lon"],
        id=row["place_id"],
        radius_km=row["radius_km"],
    )
    return Step(
        id=row["id"],
        type=row["type"],
        factuality=row["factuality"],
        start=row["start"],
        end=row["end"],
        told=told,
        actors=frozenset(taking.get("actor", ())),
        recipients=frozenset(taking.get("recipient", ())),
        place=place,
        fatalities=(row["fatalities_low"], row["fatalities_high"]),
    )


def _founders(connection: Connection, ids: Set[str]) -> dict[str, str]:
    """For each event the mention that founded it, or else its first one by id."""
    held: dict[str, list[str]] = {}
    asked = select(mentions.c.event, mentions.c.id)
    for part in parts(sorted(ids)):
        for event, id in connection.execute(asked.where(mentions.c.event.in_(part))):
            held.setdefault(event, []).append(id)
    return {event: min(found, key=lambda id: (event_id(id) != event, id)) for event, found in held.items()}


def _renewed(edge: RowMapping, touched: Set[str], later: Set[str]) -> bool:
    """Whether a link was looked at again: its later end was, or one of its ends is in no event any more."""
    left, right = edge["left_event"], edge["right_event"]
    if left == right:
        return left is None or left in touched
    return None in (left, right) or right in touched or right in later


def _undo(connection: Connection, ids: Set[int]) -> None:
    for part in parts(sorted(ids)):
        connection.execute(update(judgements).where(judgements.c.id.in_(part)).values(undone=now()))


def _write(connection: Connection, found: Sequence[Judgement], run: int | None) -> None:
    rows = [judgement_row(replace(edge, at=now()), human=False, run=run) for edge in found]
    if rows:
        connection.execute(insert(judgements), rows)
