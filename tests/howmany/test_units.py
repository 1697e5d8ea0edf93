"""The table of units: its schema, and the forms that follow from a row."""

import pytest

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.howmany.units import Unit, is_person, noun

KINDS = {"force", "person", "equipment", "weapon", "formation", "time", "distance", "money", "other"}
ROWS = read_table("units.csv")


def test_every_row_has_a_kind_and_a_form() -> None:
    assert {row["kind"] for row in ROWS} == KINDS
    assert [row for row in ROWS if not (row["id"] and (row["singular"] or row["plural"]))] == []
    assert {row["sound"] for row in ROWS} <= {"", "m", "f", "mf"}


def test_an_id_has_one_kind() -> None:
    pairs = {(row["id"], row["kind"]) for row in ROWS}
    assert len(pairs) == len({row["id"] for row in ROWS})


def test_no_noun_stands_in_two_rows() -> None:
    singulars = [form for row in ROWS for form in cell(row["singular"])]
    assert sorted({form for form in singulars if singulars.count(form) > 1}) == []


@pytest.mark.parametrize(
    ("form", "unit", "number"),
    [
        ("جندي", "soldier", "one"),
        ("جنديا", "soldier", "one"),
        ("جنديان", "soldier", "two"),
        ("جنديين", "soldier", "two"),
        ("بجنودها", "soldier", "many"),
        ("مقاتلين", "fighter", "two_or_many"),
        ("مقاتلو", "fighter", "many"),
        ("مقاتلان", "fighter", "two"),
        ("دبابتين", "tank", "two"),
        ("دبابات", "tank", "many"),
        ("الطائرات", "aircraft", "many"),
        ("وقتلى", "killed", "many"),
    ],
)
def test_forms(form: str, unit: str, number: str) -> None:
    found = noun(fold(form))
    assert found is not None
    assert (found.unit.id, found.number) == (unit, number)


def test_an_unknown_word_is_no_noun() -> None:
    assert noun("استقلال") is None


@pytest.mark.parametrize(
    ("word", "person"), [("لبنانيا", True), ("مطلوبين", True), ("قوانين", False), ("تشرين", False)]
)
def test_persons_by_ending(word: str, person: bool) -> None:
    assert is_person(word) is person


def test_a_casualty_counts_alone() -> None:
    found = noun("قتيل")
    assert found is not None
    assert found.unit == Unit("killed", "person", alone=True)
