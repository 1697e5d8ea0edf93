"""Linking made-up accounts: does the time grow no faster than n log n?

The density stays the same: ten times as many accounts lie in ten times as many days.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from datetime import date, timedelta
from math import log2
from time import perf_counter

from marsad.records import Claim, Place, When
from marsad.same import compare, gather, join
from store import COUNTRIES, TYPES, Maker

HELP = "link made-up accounts of one density, more and more of them"
PER_DAY = 100
FIRST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Size:
    """One size: accounts, pairs held for one event, events, seconds, and microseconds for n log2 n."""

    accounts: int
    joined: int
    events: int
    seconds: float
    per_n_log_n: float


@dataclass(frozen=True, slots=True)
class LinkingFigures:
    """All sizes of one run."""

    sizes: tuple[Size, ...]

    def lines(self) -> list[str]:
        """One line a size."""
        return [
            f"{one.accounts:>9,} accounts  {one.joined:>9,} joined  {one.events:>9,} events  "
            f"{one.seconds:8.1f} s  {one.per_n_log_n:6.2f} us for each n log2 n"
            for one in self.sizes
        ]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked for."""
    parser.add_argument("--sizes", default="10000,30000,100000,300000,1000000", help="accounts, by commas")


def run(options: argparse.Namespace) -> LinkingFigures:
    """Link each size."""
    return LinkingFigures(tuple(_size(int(number)) for number in options.sizes.split(",")))


def _size(number: int) -> Size:
    maker = Maker(random.Random(3))
    claims = [claim for at in range(number // 2) for claim in _pair(maker, at, max(1, number // PER_DAY))]
    start = perf_counter()
    accounts = gather(claims)
    judgements = [one for one in compare(accounts) if one.judgement == "same"]
    groups = join(accounts, judgements)
    took = perf_counter() - start
    return Size(
        len(accounts),
        len(judgements),
        len(groups),
        round(took, 2),
        round(1e6 * took / (number * log2(number)), 3),
    )


def _pair(maker: Maker, at: int, days: int) -> list[Claim]:
    """Two outlets on one thing."""
    chance = maker.chance
    day = FIRST + timedelta(days=chance.randrange(days))
    country = chance.choice(list(COUNTRIES))
    south, west, north, east = COUNTRIES[country]
    lat, lon = round(chance.uniform(south, north), 3), round(chance.uniform(west, east), 3)
    place = Place(f"p{lat}{lon}", country, "settlement", "town", lat, lon, f"x:{lat}:{lon}")
    actor, type = chance.choices(maker.actors, maker.shares)[0], chance.choice(TYPES)
    words = chance.choices(maker.words, maker.weights, k=20)
    return [
        Claim(
            id=f"m{at:015x}{turn}",
            article=f"a{at:015x}{turn}",
            account=f"a{at:015x}{turn}/e1",
            type=type,
            frame=type,
            trigger=words[0],
            start=0,
            quote=" ".join(chance.sample(words, 16)),
            factuality="happened",
            outlet=f"o{turn}",
            published=day,
            actors=(actor,),
            place=place,
            date=When(day, day, "day", "absolute"),
        )
        for turn in range(2)
    ]
