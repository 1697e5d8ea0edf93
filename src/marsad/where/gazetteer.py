"""The gazetteer: a folded name → the rows that bear it, read from the packed table only when asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from marsad.arabic import fold, tokens
from marsad.data import cell, read_table, read_text
from marsad.where.words import HEADS, WORDS

Words = tuple[str, ...]
_FIELDS = ("id", "country", "kind", "population", "lat", "lon", "name_ar", "radius_km")


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the gazetteer; place, precision and group follow from its kind (where/kinds.csv)."""

    id: str
    country: str | None
    place: str
    precision: str
    group: str
    population: int
    lat: float | None
    lon: float | None
    name: str = ""  # its own in the gazetteer, whatever the text calls it
    head: str = ""  # bases: the folded first word of the name that this row was found by
    radius_km: float | None = None  # of what is no point: a region, a sea

    @property
    def curated(self) -> bool:
        """Whether an analyst entered the place because the news names it."""
        return is_curated(self.id)


def is_curated(row_id: str) -> bool:
    """Whether a row is one of data/where/extra_places.csv."""
    return row_id.startswith("x:")


@dataclass(frozen=True, slots=True)
class Names:
    """All names with one first word: the rest of each name → its rows (packed until asked for)."""

    rows: dict[Words, tuple[Row, ...] | str]
    longest: int  # words in the longest rest
    seconds: frozenset[str]  # the first words of the rests

    def match(self, following: Words) -> Iterator[tuple[int, tuple[Row, ...]]]:
        """The names that the words after the first spell: (words of the rest, rows), longest first."""
        for length in range(min(self.longest, len(following)), -1, -1):
            rows = self.rows.get(following[:length])
            if rows:
                yield length, _unpacked(rows) if isinstance(rows, str) else rows


@cache
def _kinds() -> dict[str, tuple[str, str, str]]:
    return {
        row["kind"]: (row["place"], row["precision"], row["group"]) for row in read_table("where/kinds.csv")
    }


def _row(cells: dict[str, str], head: str = "") -> Row:
    kind = "army_base" if head and cells["kind"] != "airport" else cells["kind"]  # a camp among the bases
    place, precision, group = _kinds().get(kind, _kinds()["area"])
    stated = cells.get("precision")
    return Row(
        cells["id"],
        cells["country"] if cells["country"] not in ("", "XX") else None,
        place,
        precision if stated is None else stated or "unknown",
        group,
        int(float(cells.get("population") or 0)),
        float(cells["lat"]) if cells.get("lat") else None,
        float(cells["lon"]) if cells.get("lon") else None,
        cells["name_ar"],
        head,
        float(cells["radius_km"]) if cells.get("radius_km") else None,
    )


def words_of(name: str) -> Words:
    """The folded words and numbers of a name, without its marks."""
    return tuple(t.folded for t in tokens(fold(name)) if t.kind != "mark")


@cache
def _packed() -> dict[str, str]:
    """First word → its names; split by hand: the packer writes no quotes, and csv takes 3 times as long."""
    lines = read_text("where/names.csv.gz").split("\n")
    return dict(line.split(",", 1) for line in lines if "," in line and not line.startswith("#"))


def _packed_names(first: str) -> Iterator[tuple[str, str]]:
    """The rest of each name with that first word, and its packed rows."""
    names, line = _packed().get(first), 1
    while names:
        for name in names.split("|"):
            rest, _, rows = name.partition("~")
            yield rest, rows
        line += 1
        names = _packed().get(f"{first} {line}")


@cache
def _own() -> dict[str, dict[Words, list[Row]]]:
    """Bases named without a head."""
    index: dict[str, dict[Words, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for words, cells in _base_names():
        if not _is_base_head(words[0]):
            index[words[0]][words[1:]].append(_row(cells, words[0]))
    return index


def _base_names() -> Iterator[tuple[Words, dict[str, str]]]:
    for cells in read_table("bases.csv"):
        for name in (cells["name_ar"], *cell(cells["name_ar_variants"])):
            yield words_of(name), cells


def _is_base_head(word: str) -> bool:
    head = HEADS.get(word)
    return head is not None and head.kind == "base" and not head.many


@cache
def _cores() -> dict[str, Names]:
    """Bases by their names without head and tail: قاعدة القيارة الجوية is found by القيارة after any head."""
    index: dict[str, dict[Words, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for words, cells in _base_names():
        core = words[1:] if _is_base_head(words[0]) else words
        while len(core) > 1 and core[-1] in WORDS["tail"]:
            core = core[:-1]
        row = _row(cells, words[0])
        if core and row not in index[core[0]][core[1:]]:
            index[core[0]][core[1:]].append(row)
    return {
        first: _names({rest: tuple(rows) for rest, rows in names.items()}) for first, names in index.items()
    }


def _names(rows: dict[Words, tuple[Row, ...] | str]) -> Names:
    return Names(rows, max(map(len, rows), default=0), frozenset(rest[0] for rest in rows if rest))


@lru_cache(maxsize=1 << 12)
def _unpacked(rows: str) -> tuple[Row, ...]:
    return tuple(_row(dict(zip(_FIELDS, row.split("/"), strict=True))) for row in rows.split(";"))


@lru_cache(maxsize=1 << 12)
def names_from(first: str) -> Names:
    """The names whose first folded word is `first`."""
    rows: dict[Words, tuple[Row, ...] | str] = {
        tuple(rest.split()): found for rest, found in _packed_names(first)
    }
    for words, own in _own().get(first, {}).items():
        known = rows.get(words, "")
        rows[words] = tuple(own) + (_unpacked(known) if isinstance(known, str) and known else ())
    return _names(rows)


def is_first(word: str) -> bool:
    """Whether some name begins with the folded word."""
    return word in _packed() or word in _own()


def base_names_from(first: str) -> Names:
    """The bases whose name, its head left out, begins with the folded word."""
    return _cores().get(first, _NO_NAMES)


_NO_NAMES = Names({}, 0, frozenset())
