"""The tables of the room hold together: codes, parents, rules."""

import re

import pytest

from marsad.data import cell, read_table

SLUGS = {
    *(
        "COALITION",
        "ARAB_COALITION",
        "NATO",
        "UN",
        "EU",
        "ISIS",
        "PMF",
        "KATAIB_HEZBOLLAH",
        "HEZBOLLAH",
        "HAMAS",
    ),
    *("HOUTHIS", "SDF", "PKK", "HTS", "TALIBAN", "AL_QAEDA", "AL_SHABAAB", "WAGNER", "IRGC", "STC"),
    *("PROTESTERS", "UNKNOWN_GUNMEN", "FOREIGN_FORCES", "IRQ.PARLIAMENT", "IRQ.KURDISTAN", "SYR.OPPOSITION"),
    *("LBY.GNA", "LBY.LNA", "YEM.GOV", "SDN.RSF"),
}
COUNTRIES = read_table("demonyms.csv")
ACTORS = read_table("actors.csv")
STATES = {row["iso3"] for row in COUNTRIES}


def is_code(code: str) -> bool:
    """A slug of the codebook, a state, "=" or an Arabic name."""
    return code in SLUGS | STATES | {"", "="} or bool(re.fullmatch("[\u0621-\u064a ]+", code))


def test_every_code_is_one_of_the_codebook() -> None:
    assert [row["id"] for row in ACTORS if not is_code(row["code"])] == []
    tables = (("who/nouns.csv", "bare"), ("who/defaults.csv", "code"), ("who/splits.csv", "code"))
    for table, column in tables:
        assert [row for row in read_table(table) if not is_code(row[column])] == [], table


def test_the_check_knows_a_wrong_code() -> None:
    assert not is_code("HUTHIS") and not is_code("YEM.STC")


def test_every_slug_is_some_actor_s_code() -> None:
    crowds = {row["bare"] for row in read_table("who/nouns.csv")}
    assert SLUGS - {row["code"] for row in ACTORS} - crowds == set()


def test_ids_and_names_are_unique_and_parents_exist() -> None:
    ids = [row["id"] for row in ACTORS]
    assert len(ids) == len(set(ids))
    assert {row["parent_id"] for row in ACTORS} - {""} <= set(ids)
    assert {row["country_iso3"] for row in ACTORS} - {""} <= STATES
    isos = [row["iso2"] for row in COUNTRIES]
    assert len(isos) == len(set(isos)) and all(re.fullmatch("[A-Z]{2}", iso) for iso in isos)
    assert {row["gender"] for row in COUNTRIES} == {"m", "f"}


@pytest.mark.parametrize("row", read_table("who/nouns.csv"), ids=lambda row: row["forms"][:20])
def test_every_definite_rule_says_where_to_look(row: dict[str, str]) -> None:
    rules = {rule["rule"]: cell(rule["order"]) for rule in read_table("who/rules.csv")}
    assert not row["definite"] or set(rules[row["definite"]]) <= {
        "head",
        "kind",
        "called",
        "same",
        "country",
        "state",
    }


def test_every_default_belongs_to_a_rule_and_a_country() -> None:
    rules = {row["rule"] for row in read_table("who/rules.csv")}
    isos = {row["iso2"] for row in COUNTRIES} | {"*"}
    rows = read_table("who/defaults.csv")
    assert {row["rule"] for row in rows} <= rules and {row["country"] for row in rows} <= isos
