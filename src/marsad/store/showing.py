"""One event with all that is kept of it: every mention with its page, the course of its story, its grounds.

An event is asked for by its own id, by that of a mention, or by an article, which may tell of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, or_, select

from marsad.errors import NotInStore
from marsad.records import Claim, Event, Judgement
from marsad.same import summarise
from marsad.store.grounds import Ground, grounds_of
from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.rows import claim_of, judgement_of
from marsad.store.schema import articles, changes, events, judgements, mentions


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of an event with the page that it stands on."""

    claim: Claim
    trigger: tuple[int, int]  # its code points in the quote
    title: str
    source: str
    url: str | None
    version: int
    current: bool
    copy_of: str | None  # the article whose text this one repeats


@dataclass(frozen=True, slots=True)
class Link:
    """What came before an event or after it: how it is linked, and the other event (or itself: `within`)."""

    judgement: Judgement
    human: bool
    event: Event
    within: bool  # whether it links two reports of one event


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as it may be shown."""

    event: Event
    tellings: tuple[Telling, ...]
    before: tuple[Link, ...]
    after: tuple[Link, ...]
    developments: tuple[Link, ...]
    grounds: tuple[Ground, ...] | None = (
        None  # what holds it together and what spoke against; None: not asked
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of an id: merged (`into` is where to look) or gone, and when."""

    id: str
    kind: str
    into: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an id leads to: as what it is known, what became of it on the way, and the events."""

    asked: str
    known_as: str  # event, mention, article
    moved: tuple[Moved, ...]
    events: tuple[Shown, ...]


def show(store: Store, id: str, why: bool = False) -> Answer:
    """The events behind an id: an event's, a mention's, or an article's (its address or record's id too).

    With `why` each has its grounds. Raises `NotInStore` where nothing is known by the id.
    """
    with store.reading() as connection:
        known_as, wanted = _wanted(connection, id)
        moved: list[Moved] = []
        ids = dict.fromkeys(end for one in wanted if (end := _followed(connection, one, moved)))
        shown = tuple(_shown(connection, one, why) for one in ids)
    return Answer(id, known_as, tuple(moved), shown)


def told_by_several(store: Store) -> tuple[str, ...]:
    """The ids of the events that several articles tell of, the earliest first."""
    asked = select(events.c.id).where(events.c.state == "active", events.c.articles > 1)
    with store.reading() as connection:
        return tuple(connection.execute(asked.order_by(events.c.day, events.c.id)).scalars())


def _wanted(connection: Connection, id: str) -> tuple[str, list[str]]:
    if connection.execute(select(events.c.id).where(events.c.id == id)).first():
        return "event", [id]
    found = connection.execute(select(mentions.c.event).where(mentions.c.id == id)).first()
    if found:
        return "mention", [event for event in found if event]
    known = or_(articles.c.id == id, articles.c.given_id == id, articles.c.url == id)
    held = connection.execute(select(articles.c.id).where(known)).scalars().all()
    if not held:
        raise NotInStore(f"{id}: expected the id of an event, mention or article; the store knows no such id")
    asked = select(mentions.c.event).where(mentions.c.article.in_(held), mentions.c.event.is_not(None))
    return "article", list(connection.execute(asked.order_by(mentions.c.start)).scalars())


def _followed(connection: Connection, id: str, moved: list[Moved]) -> str | None:
    """Where an event's id leads; None where it is gone. Adds what became of it to `moved`."""
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        row = connection.execute(select(events).where(events.c.id == id)).mappings().first()
        if row is None:
            return None
        if row["state"] == "active":
            return id
        asked = select(changes.c.at).where(changes.c.thing == id, changes.c.what == "event")
        at = connection.execute(asked.order_by(changes.c.id.desc())).scalars().first()
        moved.append(Moved(id, row["state"], row["merged_into"], at))
        if row["merged_into"] is None:
            return None
        id = row["merged_into"]
    return None


def _shown(connection: Connection, id: str, why: bool) -> Shown:
    rows = rows_of(connection, [id])
    event = _event(id, rows)
    of = {row["id"]: row for row in rows}
    links = list(_links(connection, event))
    return Shown(
        event=event,
        tellings=tuple(telling_of(claim, of[claim.id]) for claim in event.claims),
        before=tuple(link for link, earlier in links if earlier and not link.within),
        after=tuple(link for link, earlier in links if not earlier and not link.within),
        developments=tuple(link for link, _ in links if link.within),
        grounds=grounds_of(connection, event) if why else None,
    )


def rows_of(connection: Connection, ids: Sequence[str]) -> list[RowMapping]:
    """The mentions of events with what is kept of their pages."""
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    named = (articles.c[name] for name in ("title", "source", "url", "version", "current", "copy_of"))
    page = [column.label(f"article_{column.name}") for column in named]
    asked = select(mentions, *page).select_from(joined)
    return [
        row
        for part in parts(ids)
        for row in connection.execute(asked.where(mentions.c.event.in_(part))).mappings()
    ]


def _event(id: str, rows: Sequence[RowMapping]) -> Event:
    copies = {row["article"]: row["article_copy_of"] for row in rows if row["article_copy_of"]}
    return summarise(id, [claim_of(row) for row in rows], copies)


def telling_of(claim: Claim, row: RowMapping) -> Telling:
    """A claim with its page."""
    start = row["start"] - row["quote_start"]
    return Telling(
        claim=claim,
        trigger=(start, row["end"] - row["quote_start"]),
        title=row["article_title"],
        source=row["article_source"],
        url=row["article_url"],
        version=row["article_version"],
        current=row["article_current"],
        copy_of=row["article_copy_of"],
    )


def events_of_rows(rows: Sequence[RowMapping]) -> dict[str, tuple[Event, dict[str, RowMapping]]]:
    """Each event of the mentions, with its rows by the mentions' ids."""
    held: dict[str, list[RowMapping]] = {}
    for row in rows:
        held.setdefault(row["event"], []).append(row)
    return {id: (_event(id, own), {row["id"]: row for row in own}) for id, own in held.items()}


def _links(connection: Connection, event: Event) -> Iterator[tuple[Link, bool]]:
    """Every link with another event or within this one, the earliest first, and whether it leads back."""
    own = [claim.id for claim in event.claims]
    found = {row["id"]: row for row in _courses(connection, own)}
    ends = {end for row in found.values() for end in (row["left"], row["right"])}
    of = _events_of(connection, sorted(ends))
    others = {id: _event(id, rows) for id, rows in _by_event(connection, set(of.values())).items()}
    linked = []
    for row in found.values():
        left, right = of.get(row["left"]), of.get(row["right"])
        if left is None or right is None:
            continue
        other = right if left == event.id else left
        link = Link(judgement_of(row), row["human"], others[other], left == right)
        linked.append((link, other == left))
    yield from sorted(linked, key=lambda pair: (_age(pair[0].event), pair[0].judgement.id or 0))


def _age(event: Event) -> str:
    return str(event.start or event.first_published or "")


def _courses(connection: Connection, own: Sequence[str]) -> Iterator[RowMapping]:
    for part in parts(own):
        ends = or_(judgements.c.left.in_(part), judgements.c.right.in_(part))
        asked = select(judgements).where(judgements.c.level == "course", judgements.c.undone.is_(None), ends)
        yield from connection.execute(asked).mappings()


def _events_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    asked = select(mentions.c.id, mentions.c.event).where(mentions.c.event.is_not(None))
    return {
        id: event
        for part in parts(ids)
        for id, event in connection.execute(asked.where(mentions.c.id.in_(part)))
    }


def _by_event(connection: Connection, ids: set[str]) -> dict[str, list[RowMapping]]:
    held: dict[str, list[RowMapping]] = {}
    for row in rows_of(connection, sorted(ids)):
        held.setdefault(row["event"], []).append(row)
    return held
