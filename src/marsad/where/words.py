"""The room's word lists: heads (مدينة), relations (قرب), definite nouns, nationalities, capitals, traps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.arabic import fold
from marsad.data import cell, read_table


@dataclass(frozen=True, slots=True)
class Head:
    """A noun before a name; with `many` (مدينتي) each of the names after it stands alone."""

    word: str
    written: str  # before folding: a hamza in the text that differs makes another word
    kind: str
    precision: str
    strong: bool
    open: bool  # a common noun may name what it heads (ساحة التحرير)
    wants: tuple[str, ...]
    many: bool


def _forms(value: str) -> tuple[str, ...]:
    return tuple(fold(form) for form in cell(value))


def _lists(table: str, column: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_table(table):
        found[row[column]] = found.get(row[column], frozenset()) | frozenset(_forms(row["forms"]))
    return found


def _heads() -> Iterator[tuple[str, Head]]:
    for row in read_table("where/heads.csv"):
        wants = cell(row["wants"])
        for column, many in (("forms", False), ("many", True)):
            for written in cell(row[column]):
                form = fold(written)
                strength = row["strength"]
                named = (strength != "weak", strength == "open")
                yield form, Head(form, written, row["kind"], row["precision"], *named, wants, many)


def _adjectives() -> Iterator[tuple[str, str]]:
    """Masculine, feminine and dual, with and without the article, of every nationality."""
    no_nationality = WORDS["homonym"]
    for row in read_table("demonyms.csv"):
        for stem in _forms(row["adj_stem_ar"]) + _forms(row["adj_variants"]):
            if " " not in stem and stem not in no_nationality:
                for ending in ("", "ه", "تين", "ين", "تان", "ان"):
                    yield stem + ending, row["iso2"]
                    yield "ال" + stem + ending, row["iso2"]


WORDS = _lists("where/words.csv", "role")
RELATIONS = _lists("where/relations.csv", "role")
TRAPS = {form: need for need, forms in _lists("where/traps.csv", "needs").items() for form in forms}
HEADS = dict(_heads())
DEFINITES = {form: kind for kind, forms in _lists("where/definites.csv", "kind").items() for form in forms}
NATIONALITIES = dict(_adjectives())
CAPITALS = {row["country"]: cell(row["forms"]) for row in read_table("where/capitals.csv")}
