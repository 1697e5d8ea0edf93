"""The tables of the room hold together: codes, parents, rules."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from marsad.arabic import fold, sentence_at
from marsad.data import cell, read_table
from marsad.records import Span
from marsad.who import find_actors

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
PEOPLE = {row["id"] for row in read_table("people.csv")}
RELATIONS = read_table("who/relations.csv")
NAMES = read_table("who/names.csv")
BEARERS = read_table("who/bearers.csv")
DEFAULTS = read_table("who/defaults.csv")
STATES = {row["iso3"] for row in COUNTRIES}
IDS = {row["id"] for row in ACTORS}
FORCES = {"army", "navy", "airforce", "marines", "unit", "police", "mission"}
BODIES = {
    "government",
    "ministry",
    "parliament",
    "intel",
    "embassy",
    "commission",
    "court",
    "igo",
    "ngo",
    "media",
}
GROUPS = {"coalition", "armed_group", "militia", "party", "pmc", "group"}
ROLES = {*("MIL", "GOV", "LEG", "SPY", "COP", "JUD", "IGO", "NGO", "MED", "REB", "PRM", "PTY", "CVL", "CRM")}
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def is_code(code: str) -> bool:
    """A slug of the codebook, a state, "=" or an Arabic name."""
    return code in SLUGS | STATES | {"", "="} or bool(re.fullmatch("[\u0621-\u064a0-9 ]+", code))


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
    assert len(ACTORS) == len(IDS) and not IDS & PEOPLE
    assert {row["parent_id"] for row in ACTORS} - {""} <= IDS
    assert {row["country_iso3"] for row in ACTORS} - {""} <= STATES
    isos = [row["iso2"] for row in COUNTRIES]
    assert len(isos) == len(set(isos)) and all(re.fullmatch("[A-Z]{2}", iso) for iso in isos)
    assert {row["gender"] for row in COUNTRIES} == {"m", "f"}


def test_the_actors_are_many_and_their_cells_known() -> None:
    assert len(ACTORS) >= 900 and len(ACTORS) + len(PEOPLE) >= 2000
    assert {row["kind"] for row in ACTORS} == FORCES | BODIES | GROUPS
    assert {row["role"] for row in ACTORS} == ROLES
    assert [row["id"] for row in ACTORS if not row["name_en"] or not row["name_ar"]] == []
    assert [row["id"] for row in ACTORS if not re.fullmatch(r"[a-z]+\.[A-Za-z0-9_.]+", row["id"])] == []
    assert {row["source"] for row in ACTORS} == {"marsad-curated", "generated from demonyms.csv"}


def test_no_name_stands_twice() -> None:
    names = Counter(fold(name) for row in ACTORS for name in (row["name_ar"], *cell(row["variants_ar"])))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_name_finds_its_row() -> None:
    ambiguous = {fold(row["name"]) for row in read_table("who/ambiguous.csv")}
    lost = [
        (row["id"], name)
        for row in ACTORS
        for name in (row["name_ar"], *cell(row["variants_ar"]))
        if fold(name) not in ambiguous
        and [f.value.id for f in find_actors(sentence_at(name, Span(0, len(name))))] != [row["id"]]
    ]
    assert lost == []


def test_no_party_is_above_itself() -> None:
    parents = {row["id"]: row["parent_id"] for row in ACTORS}
    for id in parents:
        seen, above = {id}, parents[id]
        while above:
            assert above not in seen, id
            seen.add(above)
            above = parents[above]


def test_relations_are_between_rows_and_dated() -> None:
    kinds = {"member_of", "part_of", "organ_of", "wing_of", "renamed_to", "merged_into", "led_by"}
    assert {row["relation"] for row in RELATIONS} == kinds and len(RELATIONS) >= 150
    assert {row["child"] for row in RELATIONS} <= IDS
    assert {row["parent"] for row in RELATIONS if row["relation"] != "led_by"} <= IDS
    assert {row["parent"] for row in RELATIONS} <= IDS | PEOPLE
    keys = Counter((row["child"], row["relation"], row["parent"], row["since"]) for row in RELATIONS)
    assert [key for key, count in keys.items() if count > 1] == []


def test_what_became_of_a_party_ends_somewhere() -> None:
    heirs: dict[str, set[str]] = {}
    for row in RELATIONS:
        if row["relation"] in ("renamed_to", "merged_into"):
            assert row["since"] and not row["until"], row
            heirs.setdefault(row["child"], set()).add(row["parent"])
    for id in heirs:
        reached, row_ = set(), {id}
        while row_ := {heir for one in row_ for heir in heirs.get(one, ())} - reached:
            reached |= row_
        assert id not in reached


@pytest.mark.parametrize("table", [RELATIONS, NAMES, DEFAULTS], ids=["relations", "names", "defaults"])
def test_days_are_iso_and_in_order(table: list[dict[str, str]]) -> None:
    for row in table:
        since, until = row["since"], row["until"]
        assert all(not day or DAY.fullmatch(day) for day in (since, until)), row
        assert not (since and until) or since[: len(until)] <= until, row


def test_names_of_a_time_are_names_of_their_row() -> None:
    names = {row["id"]: {fold(n) for n in (row["name_ar"], *cell(row["variants_ar"]))} for row in ACTORS}
    assert [row for row in NAMES if fold(row["name"]) not in names[row["id"]]] == []
    assert all(row["since"] or row["until"] for row in NAMES)


def test_names_of_several_bearers_are_listed_by_another_row() -> None:
    rows = {fold(n): row["id"] for row in ACTORS for n in (row["name_ar"], *cell(row["variants_ar"]))}
    isos = {row["iso2"] for row in COUNTRIES}
    assert {row["id"] for row in BEARERS} <= IDS and {row["country"] for row in BEARERS} <= isos
    assert [row for row in BEARERS if rows.get(fold(row["name"])) == row["id"]] == []
    unlisted = [row["name"] for row in BEARERS if fold(row["name"]) not in rows]
    found = [find_actors(sentence_at(name, Span(0, len(name)))) for name in unlisted]
    assert [[(f.start, f.end, f.rule) for f in its] for its in found] == [
        [(0, len(name), "definite:unit")] for name in unlisted
    ]


def test_a_country_has_one_default_of_a_rule_at_a_time() -> None:
    spans: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in DEFAULTS:
        spans.setdefault((row["rule"], row["country"]), []).append((row["since"], row["until"] or "9999"))
    for key, every in spans.items():
        ordered = sorted(every)
        assert all(one[1] < two[0] for one, two in pairwise(ordered)), key


@pytest.mark.parametrize("row", read_table("who/nouns.csv"), ids=lambda row: row["forms"][:20])
def test_every_definite_rule_says_where_to_look(row: dict[str, str]) -> None:
    rules = {rule["rule"]: cell(rule["order"]) for rule in read_table("who/rules.csv")}
    assert not row["definite"] or set(rules[row["definite"]]) <= {
        "head",
        "kind",
        "near",
        "told",
        "called",
        "same",
        "country",
        "state",
    }


def test_every_default_belongs_to_a_rule_and_a_country() -> None:
    rules = {row["rule"] for row in read_table("who/rules.csv")}
    isos = {row["iso2"] for row in COUNTRIES} | {"*"}
    assert {row["rule"] for row in DEFAULTS} <= rules and {row["country"] for row in DEFAULTS} <= isos
