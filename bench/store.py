"""A store with made-up mentions: how long it takes to load, how big it gets, how fast it answers.

Two mentions make an event; actors follow Zipf's law, days lie in eleven years, sentences are 26 words of a
list made from syllables. Rows are written through the store's own row functions and tables, in bulk.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert, text

from marsad.records import Claim, Event, Figure, Place, Quantity, Range, When
from marsad.store import Box, Query, Store, find, months, open_store, show
from marsad.store.rows import event_row, party_rows
from marsad.store.schema import articles, events, mentions, pages, parties, runs
from marsad.store.searching import index_mentions
from marsad.store.timeline import shift

HELP = "load made-up mentions into a store and time the kinds of queries"
FIRST, DAYS = date(2014, 1, 1), 4018
PER_EVENT, PER_PORTION = 2, 10_000
COUNTRIES = {
    "IQ": (29, 38, 37, 48),
    "SY": (32, 36, 37, 42),
    "YE": (12, 42, 18, 53),
    "LY": (20, 10, 33, 25),
    "SD": (9, 22, 22, 38),
}
TYPES = ("attack", "withdraw", "deploy", "handover", "seize", "protest", "force_level", "suspend", "resume")
SYLLABLES = (
    "با",
    "تي",
    "جو",
    "حا",
    "دو",
    "را",
    "سي",
    "شو",
    "صا",
    "طي",
    "عو",
    "غا",
    "في",
    "قا",
    "كو",
    "لا",
    "مي",
    "نو",
    "ها",
    "ود",
)
STAMP = datetime(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class StoreFigures:
    """What one database did; milliseconds of the queries as median and 95th percentile."""

    database: str
    mentions: int
    load_s: float
    megabytes: float
    queries: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class AllFigures:
    """The figures of every database of one run."""

    databases: tuple[StoreFigures, ...]

    def lines(self) -> list[str]:
        """One line a figure."""
        told = []
        for one in self.databases:
            told.append(
                f"{one.database}: {one.mentions:,} mentions in {one.load_s:.0f} s, {one.megabytes:,.0f} MB"
            )
            told += [
                f"  {name:<32} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms"
                for name, (p50, p95) in one.queries.items()
            ]
        return told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked for."""
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument(
        "--store", action="append", help="a file or a postgresql:// URL, empty; may be repeated"
    )
    parser.add_argument("--runs", type=int, default=50, help="times that each kind of query is asked")


def run(options: argparse.Namespace) -> AllFigures:
    """Load and ask each store."""
    with tempfile.TemporaryDirectory(prefix="marsad-bench-") as folder:
        places = options.store or [str(Path(folder, "bench.db"))]
        return AllFigures(tuple(_one(where, options.mentions, options.runs) for where in places))


def _one(where: str, number: int, runs: int) -> StoreFigures:
    with open_store(where) as store:
        start = perf_counter()
        load(store, number)
        took = perf_counter() - start
        queries = {name: _timed(store, ask, runs) for name, ask in KINDS.items()}
        return StoreFigures(store.engine.dialect.name, number, took, _megabytes(store), queries)


def load(store: Store, number: int, seed: int = 1) -> None:
    """Fill a store with made-up mentions."""
    maker = Maker(random.Random(seed))
    with store.writing() as connection:
        row = {"command": "bench", "coder": "0", "data": "0", "started_at": STAMP}
        run = connection.execute(insert(runs).values(row)).inserted_primary_key
    assert run is not None
    for first in range(0, number // PER_EVENT, PER_PORTION):
        made = [maker.event(at) for at in range(first, min(first + PER_PORTION, number // PER_EVENT))]
        with store.writing() as connection:
            claims = [claim for event in made for claim in event.claims]
            connection.execute(insert(pages), [_page(claim, run[0]) for claim in claims])
            connection.execute(insert(articles), [_article(claim, run[0]) for claim in claims])
            rows = [_mention(claim, event.id, run[0]) for event in made for claim in event.claims]
            connection.execute(insert(mentions), rows)
            told = [event_row(event) for event in made]
            connection.execute(insert(events), told)
            connection.execute(insert(parties), [party for event in made for party in party_rows(event)])
            shift(connection, [], told)
            index_mentions(connection, rows)
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


class Maker:
    """Makes events with their claims, the same ones for one seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = sorted({"".join(chance.choices(SYLLABLES, k=3)) for _ in range(6000)})
        self.weights = [1 / (rank + 1) for rank in range(len(self.words))]
        self.actors = [f"ACT{number}" for number in range(400)]
        self.shares = [1 / (rank + 1) for rank in range(len(self.actors))]

    def event(self, number: int) -> Event:
        """Event `number`: two articles on one thing of one day."""
        chance = self.chance
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        place, actor = self._place(), chance.choices(self.actors, self.shares)[0]
        type = chance.choice(TYPES)
        low = chance.randrange(5, 900)
        claims = tuple(self._claim(number, at, type, day, place, actor, low) for at in range(PER_EVENT))
        figure = Figure(low, low, "soldier", tuple(claim.id for claim in claims), ("nahr",))
        return Event(
            id=f"e{number:016x}",
            type=type,
            claims=claims,
            factuality="happened",
            actors=(actor,),
            recipients=(),
            place=place,
            start=day,
            end=day,
            dates=(),
            quantity=Range(low, low, (figure,), False),
            munitions=None,
            fatalities=None,
            wounded=None,
            outlets=("nahr", "wadi"),
            articles=PER_EVENT,
            evidence=PER_EVENT,
            first_published=day,
            last_published=day,
        )

    def _place(self) -> Place:
        country = self.chance.choice(list(COUNTRIES))
        south, west, north, east = COUNTRIES[country]
        name = self.chance.choice(self.words)
        lat, lon = self.chance.uniform(south, north), self.chance.uniform(west, east)
        return Place(name, country, "settlement", "town", round(lat, 3), round(lon, 3), f"x:{name}")

    def _claim(  # noqa: PLR0913 - all that two claims share
        self, number: int, at: int, type: str, day: date, place: Place, actor: str, low: int
    ) -> Claim:
        id = f"{number:015x}{at}"
        quote = " ".join(self.chance.choices(self.words, self.weights, k=26))
        return Claim(
            id=f"m{id}",
            article=f"a{id}",
            account=f"a{id}/e1",
            type=type,
            frame=type,
            trigger=quote.split()[0],
            start=0,
            quote=quote,
            factuality="happened",
            outlet="nahr",
            published=day,
            actors=(actor,),
            place=place,
            place_role="at",
            date=When(day, day, "day", "absolute"),
            quantity=Quantity(low, low, "soldier"),
        )


def _page(claim: Claim, run: int) -> dict[str, object]:
    return {"sha256": claim.article, "media": "text", "bytes": b"x", "size": 1, "added_at": STAMP, "run": run}


def _article(claim: Claim, run: int) -> dict[str, object]:
    return {
        "id": claim.article,
        "page": claim.article,
        "given_id": claim.article,
        "key": claim.article,
        "version": 1,
        "current": True,
        "source": claim.article,
        "outlet": claim.outlet,
        "title": "",
        "text": claim.quote,
        "published": claim.published,
        "defects": "[]",
        "runs": "[]",
        "signature": b"",
        "linked": True,
        "run": run,
    }


def _mention(claim: Claim, event: str, run: int) -> dict[str, object]:
    place, count = claim.place, claim.quantity
    assert place is not None and count is not None
    return {
        "id": claim.id,
        "article": claim.article,
        "account": claim.account,
        "event": event,
        "type": claim.type,
        "frame": claim.frame,
        "trigger": claim.trigger,
        "start": 0,
        "end": 5,
        "quote": claim.quote,
        "quote_start": 0,
        "title": False,
        "factuality": claim.factuality,
        "actors": f'["{claim.actors[0]}"]',
        "recipients": "[]",
        "place_id": place.id,
        "place_name": place.name,
        "place_kind": place.kind,
        "place_precision": place.precision,
        "place_role": "at",
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "since": claim.published,
        "until": claim.published,
        "date_precision": "day",
        "date_basis": "absolute",
        "quantity_low": count.low,
        "quantity_high": count.high,
        "quantity_unit": count.unit,
        "outlet": claim.outlet,
        "published": claim.published,
        "evidence": '{"spans": {}, "rules": {}}',
        "run": run,
    }


def _actor_and_month(store: Store, chance: random.Random, maker: Maker) -> Iterator[object]:
    start = FIRST + timedelta(days=chance.randrange(DAYS - 31))
    actor = chance.choices(maker.actors, maker.shares)[0]
    return find(store, Query(actor=actor, start=start, end=start + timedelta(days=30), limit=100))


def _box_and_year(store: Store, chance: random.Random, maker: Maker) -> Iterator[object]:
    south, west, north, east = COUNTRIES[chance.choice(list(COUNTRIES))]
    lat, lon = chance.uniform(south, north - 2), chance.uniform(west, east - 2)
    start = FIRST + timedelta(days=chance.randrange(DAYS - 365))
    box = Box(lat, lon, lat + 2, lon + 2)
    return find(store, Query(box=box, start=start, end=start + timedelta(days=364), limit=500))


def _two_words(store: Store, chance: random.Random, maker: Maker) -> Iterator[object]:
    return find(store, Query(text=" ".join(chance.sample(maker.words[:1500], 2)), limit=50))


def _timeline(store: Store, chance: random.Random, maker: Maker) -> Iterator[object]:
    with store.reading() as connection:
        return iter(months(connection))


def _one_event(store: Store, chance: random.Random, maker: Maker) -> Iterator[object]:
    last = FIRST + timedelta(days=chance.randrange(30, DAYS))
    return iter([show(store, one.id) for one in find(store, Query(end=last, limit=1))])


Ask = Callable[[Store, random.Random, Maker], Iterator[object]]
KINDS: dict[str, Ask] = {
    "actor and month, newest 100": _actor_and_month,
    "box and year, 500": _box_and_year,
    "two words, newest 50": _two_words,
    "months by type, all rows": _timeline,
    "one event, found and shown": _one_event,
}


def _timed(store: Store, ask: Ask, runs: int) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, each question another one; two unmeasured first."""
    chance, maker = random.Random(7), Maker(random.Random(1))
    took = []
    for turn in range(runs + 2):
        start = perf_counter()
        for _ in ask(store, chance, maker):
            pass
        if turn >= 2:
            took.append(1000 * (perf_counter() - start))
    took.sort()
    return round(took[len(took) // 2], 2), round(took[min(len(took) - 1, round(0.95 * len(took)))], 2)


def _megabytes(store: Store) -> float:
    if store.is_sqlite:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return (
            sum(path.stat().st_size for path in Path(store.where).parent.glob(f"{Path(store.where).name}*"))
            / 1e6
        )
    with store.reading() as connection:
        return (
            float(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()) / 1e6
        )
