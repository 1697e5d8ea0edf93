"""The tables of the room: no form stands for two things, and the grammar knows every kind."""

import re
from collections import defaultdict

import pytest

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.when.rules import BOUNDS, PARTS, TAGS, TIMES

TABLES = ("months", "weekdays", "words", "traps")
BESIDE_THE_GRAMMAR = {"thing", "written", "thousand", "other"}  # kinds that lexicon.py deals with itself


def rows() -> list[dict[str, str]]:
    return [row for table in TABLES for row in read_table(f"when/{table}.csv")]


def test_a_form_stands_for_one_thing() -> None:
    meant: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows():
        for form in cell(row["forms"]) if row["kind"] not in ("thing", "written") else ():
            meant[fold(form)].add((row["kind"], row["value"]))
    for row in read_table("when/numbers.csv"):
        for kind in ("cardinal", "ordinal"):
            for form in cell(row[kind]):
                meant[fold(form)].add((kind, row["value"]))
    assert {form: kinds for form, kinds in meant.items() if len(kinds) > 1} == {}


def test_the_grammar_names_every_kind() -> None:
    patterns = " ".join([*TAGS.values(), *PARTS.values(), *(rule for _, rule in (*TIMES, *BOUNDS))])
    known = set(re.findall(r"[a-z]+", patterns)) | BESIDE_THE_GRAMMAR
    assert {row["kind"] for row in rows()} - known == set()


def test_twelve_months_of_each_calendar() -> None:
    months = read_table("when/months.csv")
    for kind in ("month", "hijri"):
        assert [int(row["value"]) for row in months if row["kind"] == kind] == list(range(1, 13))
    for row in months:
        assert {*cell(row["doubtful"])} <= {*cell(row["forms"])}


def test_numbers_in_words_are_complete() -> None:
    values = [int(row["value"]) for row in read_table("when/numbers.csv")]
    assert values[:100] == list(range(1, 101))


@pytest.mark.parametrize(
    "kind", ["will", "plan", "told", "lasted", "stop", "relative", "that", "was", "may", "now", "noun"]
)
def test_every_kind_of_tense_word_is_there_once(kind: str) -> None:
    [row] = [row for row in read_table("when/tense.csv") if row["kind"] == kind]
    forms = [fold(form) for form in cell(row["forms"])]
    assert forms and len(set(forms)) >= len(forms) * 0.9
