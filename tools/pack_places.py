"""Pack places.csv.gz and where/extra_places.csv by folded name: python tools/pack_places.py (reproducible).

A line of data/where/names.csv.gz is one first word with every name that begins with it.
data/where/landmarks.csv holds the names that tell an article's country. The readable source tables, and
where/aliases.csv with more names of their rows, stay the ones to edit; a test fails when packed ones differ.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from marsad.arabic import fold, tokens
from marsad.data import cell, read_table

WHERE = Path(__file__).parents[1] / "src/marsad/data/where"
SOURCES = """\
# Built by tools/pack_places.py from places.csv.gz; do not edit. Sources: Who's On First,
# GeoNames (CC BY 4.0), Natural Earth, Unicode CLDR, marsad.
# Licence: CC-BY-4.0 as a whole (rows' own licences stand in places.csv.gz).
"""
NAMES_HEAD = (
    SOURCES
    + """\
# first: first word of a folded name; names: "rest of the name~row;row", separated by |
# a row is id/country/kind/population/lat/lon/name/radius in km
first,names
"""
)
LANDMARKS_HEAD = (
    SOURCES
    + """\
# name: a folded name that only one country's large places bear; country: ISO 3166 alpha-2
name,country
"""
)
LANDMARK_POPULATION = 50_000
MEANT = ("where/preferred.csv", "where/extra_places.csv")  # tables of rows that the news means
NAMES_A_LINE = 400  # a first word with more takes several lines: csv refuses cells over 128 KiB
OVERSHADOWS = 10  # times as many people as the largest namesake abroad

COLUMNS = ("id", "country", "kind", "population", "lat", "lon", "name_ar", "radius_km")
SEPARATORS = str.maketrans({mark: " " for mark in '/;~|,"'})

Index = dict[tuple[str, ...], list[dict[str, str]]]


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name; empty for a name with brackets or of one letter."""
    found = tokens(fold(name))
    if any(t.kind == "mark" and t.folded not in "-'" for t in found):
        return ()
    words = tuple(t.folded for t in found if t.kind != "mark")
    return words if sum(map(len, words)) > 1 else ()


def written(value: str) -> str:
    """A cell without the marks that hold the line together."""
    return value.translate(SEPARATORS)


def indexed() -> Index:
    """Every folded name with its rows, those of the extra places among them."""
    index: Index = defaultdict(list)
    further = {row["id"]: cell(row["variants_ar"]) for row in read_table("where/aliases.csv")}
    for row in (*read_table("places.csv.gz"), *read_table("where/extra_places.csv")):
        names = (row["name_ar"], *cell(row["variants_ar"]), *further.get(row["id"], ()))
        for words in {words_of(name) for name in names} - {()}:
            index[words].append(row)
    return index


def packed(index: Index) -> str:
    """The table of all names as text; the second line of a first word has the word and 2, and so on."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for words, rows in sorted(index.items()):
        values = sorted("/".join(written(row.get(c) or "") for c in COLUMNS) for row in rows)
        by_first[words[0]].append(f"{' '.join(words[1:])}~{';'.join(values)}")
    lines = (
        f"{first}{f' {1 + at // NAMES_A_LINE}' if at else ''},{'|'.join(names[at : at + NAMES_A_LINE])}\n"
        for first, names in by_first.items()
        for at in range(0, len(names), NAMES_A_LINE)
    )
    return NAMES_HEAD + "".join(lines)


def people(row: dict[str, str]) -> int:
    """The population; a province without one counts as large."""
    known = int(float(row["population"] or 0))
    return max(known, LANDMARK_POPULATION) if row["kind"] == "admin1" else known


def landmarks(index: Index) -> Iterator[str]:
    """The lines of the table of names that tell a country: large there alone, or meant by the news."""
    meant = {row["id"] for table in MEANT for row in read_table(table)}
    for words, rows in sorted(index.items()):
        largest = max(rows, key=lambda row: (row["id"] in meant, people(row)))
        abroad = max((people(r) for r in rows if r["country"] != largest["country"]), default=0)
        large = people(largest) >= max(LANDMARK_POPULATION, OVERSHADOWS * abroad)
        if (large or largest["id"] in meant) and largest["kind"] != "country" and largest["country"]:
            yield f"{' '.join(words)},{largest['country']}\n"


def main() -> int:
    """Write the packed tables."""
    index = indexed()
    (WHERE / "names.csv.gz").write_bytes(gzip.compress(packed(index).encode("utf-8"), 9, mtime=0))
    (WHERE / "landmarks.csv").write_text(LANDMARKS_HEAD + "".join(landmarks(index)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
