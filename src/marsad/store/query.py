"""What may be asked of the store: one frozen record for `find` and `export`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.errors import BadUse
from marsad.who import party as named

MOST = 100_000  # events to one answer; more are asked for by `after`


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees, WGS84; one that crosses the date line has its west east of its east."""

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        upright = -90 <= self.south <= self.north <= 90
        if not (upright and -180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise BadUse(
                f"box {self.south},{self.west},{self.north},{self.east}: "
                "expected south,west,north,east in degrees"
            )

    def holds(self, lat: float | None, lon: float | None) -> bool:
        """Whether a point lies in it."""
        if lat is None or lon is None or not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


@dataclass(frozen=True, slots=True)
class Query:
    """Which events; every field narrows, None (or no member) leaves it open."""

    types: tuple[str, ...] = ()
    actor: str | None = None  # a code, or a name in Arabic or English; parts and members count
    recipient: str | None = None
    place: str | None = None  # a name, or an id of the gazetteer
    country: str | None = None  # ISO 3166 alpha-2
    box: Box | None = None
    start: date | None = None  # events of that day or later
    end: date | None = None  # events of that day or earlier
    factuality: str | None = None
    text: str | None = None  # words that all stand in one sentence
    as_known_on: date | None = None  # only what was published by then
    limit: int = 50
    after: str | None = None  # the id of the last event of the answer before

    def __post_init__(self) -> None:
        _refuse("type", set(self.types), types())
        _refuse("factuality", {self.factuality} - {None}, FACTUALITIES)
        if self.country is not None and not (len(self.country) == 2 and self.country.isalpha()):
            raise BadUse(f"country {self.country}: expected two letters (ISO 3166), such as IQ")
        if self.start and self.end and self.start > self.end:
            raise BadUse(f"from {self.start} to {self.end}: expected the earlier day first")
        if not 0 < self.limit <= MOST:
            raise BadUse(f"limit {self.limit}: expected 1 to {MOST}")


FACTUALITIES = frozenset({"happened", "ongoing", "planned", "demanded", "denied", "possible"})


def _refuse(field: str, asked: set[str] | set[str | None], known: frozenset[str]) -> None:
    unknown = sorted(str(name) for name in asked if name not in known)
    if unknown:
        raise BadUse(f"unknown {field} {', '.join(unknown)}; expected one of {', '.join(sorted(known))}")


@cache
def types() -> frozenset[str]:
    """The codebook's types of events."""
    return frozenset(row["type"] for row in read_table("same/kinds.csv"))


def codes_of(party: str) -> frozenset[str]:
    """The codes that a code or a name stands for: itself, and those of the rows that bear the name."""
    return frozenset({party, *_codes_by_name().get(fold(party), ())})


@cache
def _codes_by_name() -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for row in read_table("actors.csv"):
        code = _code(row["id"])
        for name in (row["name_ar"], row["name_en"], *cell(row["variants_ar"])):
            held.setdefault(fold(name), set()).add(code)
    for row in read_table("demonyms.csv"):
        for name in (row["name_ar"], row["name_en"], *cell(row["variants_ar"])):
            held.setdefault(fold(name), set()).add(row["iso3"])
    return {name: frozenset(codes) for name, codes in held.items()}


def _code(id: str) -> str:
    found = named(id)
    return found.code if found else id
