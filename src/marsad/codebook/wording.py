"""What a frame asks for and refuses, in English words (data/codebook/meanings.csv, patterns.csv)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from marsad.data import cell, read_table
from marsad.what.lexicon import Frame

FIRST = 4  # words that stand for a class which meanings.csv does not explain
PATTERN_PARTS = ("verb", "noun", "passive", "prepositions")


@cache
def _meanings() -> dict[tuple[str, str], str]:
    return {(row["kind"], row["name"]): row["words"] for row in read_table("codebook/meanings.csv")}


@cache
def _first_words() -> dict[str, str]:
    """Class → its first words, as the table writes them."""
    return {row["class"]: "، ".join(cell(row["words"])[:FIRST]) for row in read_table("codebook/classes.csv")}


@cache
def _patterns() -> dict[str, dict[str, str]]:
    return {row["pattern"]: row for row in read_table("codebook/patterns.csv")}


def meaning(kind: str, name: str) -> str:
    """What a name of the tables means; the name itself where nothing explains it."""
    return _meanings().get((kind, name)) or name.replace("_", " ")


def class_words(name: str) -> str:
    """What a word class or need means; its first words where meanings.csv has no row for it."""
    known = _meanings().get(("need", name)) or _meanings().get(("class", name))
    return known or f"{_first_words().get(name, name)} …"


def pattern_line(name: str) -> str:
    """The pattern's construction in Arabic, one line."""
    return _patterns().get(name, {}).get("arabic", name)


def pattern_parts(name: str) -> dict[str, str]:
    """How the arguments of a pattern attach: around the verb, the noun, the passive, by prepositions."""
    row = _patterns().get(name, {})
    return {part: row[part] for part in PATTERN_PARTS if row.get(part, "-") != "-"}


def asks(frame: Frame) -> tuple[str, ...]:
    """What must stand near the trigger, one phrase each."""
    needs = [class_words(need) for need in frame.needs]
    near = [f"close behind it (or as a passive's subject): {_any(frame.object)}"] if frame.object else []
    return (*needs, *near)


def refuses(frame: Frame) -> tuple[str, ...]:
    """What disqualifies the trigger, one phrase each."""
    after = [f"close behind it: {_any(frame.not_object)}"] if frame.not_object else []
    before = [f"right before it: {_any(frame.not_before)}"] if frame.not_before else []
    return (*after, *before)


def counted_forms(frame: Frame) -> str:
    """Which forms count; empty when all do."""
    known = [name for kind, name in _meanings() if kind == "form"]  # in the table's order
    return "; ".join(meaning("form", kind) for kind in sorted(frame.kinds, key=(*known, *frame.kinds).index))


def _any(names: Iterable[str]) -> str:
    return " — or ".join(class_words(name) for name in names)
