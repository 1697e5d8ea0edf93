"""Number phrases as newsrooms write them: each says its quantities and nothing else."""

from dataclasses import astuple
from pathlib import Path

import pytest

from marsad.arabic import sentences
from marsad.howmany import find_quantities
from marsad.records import Quantity

LINES = (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()
PHRASES = [line.split(" | ") for line in LINES if not line.startswith("#")]
CHANGES = {"+": "delta", "^": "total"}


def expected(line: str) -> list[Quantity]:
    return [] if line == "none" else [quantity(part) for part in line.split(";")]


def quantity(words: str) -> Quantity:
    """A quantity in the notation of phrases.txt; its kind is left open."""
    change = next((CHANGES[mark] for mark in CHANGES if mark in words.split()), None)
    words = " ".join(word for word in words.split() if word not in CHANGES)
    words, _, share = words.partition(" =")
    words, _, of = words.partition(" @")
    number, _, unit = words.partition(" ")
    low, high = ends(number)
    return Quantity(low, high, unit or None, None, of or None, float(share) if share else None, change)


def ends(number: str) -> tuple[float | None, float | None]:
    if number == "null":
        return None, None
    low, dots, high = number.partition("..")
    return (value(low), value(high)) if dots else (value(low), value(low))


def value(digits: str) -> float | None:
    return None if not digits else float(digits) if "." in digits else int(digits)


def found(text: str) -> list[Quantity]:
    """The quantities of a phrase that are no times, kind left out: its unit tells it."""
    every = [item.value for sentence in sentences(text) for item in find_quantities(sentence)]
    return [Quantity(q.low, q.high, q.unit, None, *astuple(q)[4:]) for q in every if q.kind != "time"]


@pytest.mark.parametrize(("text", "line"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_a_phrase_says_its_quantities_and_nothing_else(text: str, line: str) -> None:
    assert found(text) == expected(line)


def test_there_are_phrases_of_every_kind() -> None:
    every = [q for _, line in PHRASES for q in expected(line)]
    assert len(PHRASES) > 400
    assert sum(line == "none" for _, line in PHRASES) > 80
    assert {q.change for q in every} == {None, "delta", "total"}
    assert len({q.unit for q in every}) > 50
