"""The tables of numbers and of the words round them: kinds that are known, forms with one meaning."""

import pytest

from marsad.arabic import fold, number_word
from marsad.data import cell, read_table
from marsad.howmany.units import noun

NUMBERS, BOUNDS, UNITS = (read_table(f"{name}.csv") for name in ("numbers", "bounds", "units"))
NUMBER_KINDS = {
    *("zero", "one", "digit", "stem", "ten", "tens", "hundred", "hundreds", "scale", "scale_dual", "plural"),
    *("few", "fraction", "fraction_dual", "denominator", "ordinal"),
}
BOUND_KINDS = {
    *("about", "at_least", "at_most", "about_after", "at_least_after", "at_most_after", "between", "percent"),
    *("others", "change", "total", "designator", "model", "part", "stop", "not_one", "year", "year_after"),
    *("to", "from", "or", "until", "out_of", "harm", "more", "by", "reach", "become", "stock", "unmanned"),
    *("verb", "measure", "head", "when", "weekday", "most", "larger", "of_them", "in", "outlet"),
    *("killing", "wounding", "crowd", "new", "among"),
}


def test_every_kind_is_known() -> None:
    assert {row["kind"] for row in NUMBERS} == NUMBER_KINDS
    assert {row["kind"] for row in BOUNDS} == BOUND_KINDS


def test_every_kind_of_bounds_stands_once() -> None:
    kinds = [row["kind"] for row in BOUNDS]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize("row", NUMBERS, ids=[f"{row['kind']} {row['value']}" for row in NUMBERS])
def test_every_number_word_is_read_as_its_value(row: dict[str, str]) -> None:
    for form in cell(row["forms"]):
        word = number_word(fold(form))
        assert word is not None
        assert word.values[row["kind"]] == int(row["value"])


def test_no_form_of_a_number_has_two_values_of_one_kind() -> None:
    pairs = [(row["kind"], fold(form)) for row in NUMBERS for form in cell(row["forms"])]
    assert sorted({pair for pair in pairs if pairs.count(pair) > 1}) == []


def test_no_bound_stands_twice_in_its_row() -> None:
    for row in BOUNDS:
        forms = cell(row["forms"])
        assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_every_noun_resolves_to_the_unit_of_its_row_or_of_an_earlier_one() -> None:
    units = [row["id"] for row in UNITS]
    for at, row in enumerate(UNITS):
        for form in (*cell(row["singular"]), *cell(row["plural"])):
            found = noun(fold(form))
            assert found is not None, form
            assert found.unit.id in units[: at + 1], form


def test_most_nouns_resolve_to_their_own_row() -> None:
    forms = [(row["id"], form) for row in UNITS for form in cell(row["singular"])]
    own = [unit for unit, form in forms if (found := noun(fold(form))) and found.unit.id == unit]
    assert len(own) / len(forms) > 0.99
