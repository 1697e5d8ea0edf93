"""The room's tables hold together: ids, kinds, coordinates in the stated country, names that lead home."""

import math

import pytest

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.where.choosing import Context, choose
from marsad.where.gazetteer import Row, names_from, words_of
from marsad.where.geometry import extents
from marsad.where.words import HEADS

PLACES = ("places.csv.gz", "where/extra_places.csv")
LOCATED = (*PLACES, "bases.csv")
KINDS = {
    *("country", "admin1", "admin2", "admin3", "locality", "neighbourhood", "camp", "compound", "campus"),
    *("airport", "air_base", "army_base", "naval_base", "training_base", "un_base", "radar", "crossing"),
    *("dam", "oilfield", "area", "macroregion", "sea", "strait", "river", "lake", "mountain", "desert"),
    *("canal", "line", "island"),
}
MARGIN = 0.4  # degrees; boxes are rounded, and some places lie off the coast
SAME = 30  # kilometres between the points of two rows of one place
KM = 111.2


@pytest.mark.parametrize("table", [*LOCATED, "where/aliases.csv", "where/preferred.csv"])
def test_ids_are_unique(table: str) -> None:
    ids = [row["id"] for row in read_table(table)]
    assert len(ids) == len(set(ids))
    assert all(ids)


def test_the_two_tables_of_places_share_no_id() -> None:
    one, other = ({row["id"] for row in read_table(table)} for table in PLACES)
    assert not one & other


@pytest.mark.parametrize("table", LOCATED)
def test_kinds_are_known(table: str) -> None:
    assert {row["kind"] for row in read_table(table)} <= KINDS


@pytest.mark.parametrize("table", LOCATED)
def test_points_lie_in_the_stated_country(table: str) -> None:
    outside = [row["id"] for row in read_table(table) if row["lat"] and not _inside(row)]
    assert outside == []


def _inside(row: dict[str, str]) -> bool:
    lat, lon = float(row["lat"]), float(row["lon"])
    if row["country"] not in extents():
        return -90 <= lat <= 90 and -180 <= lon <= 180
    return any(
        south - MARGIN <= lat <= north + MARGIN and west - MARGIN <= lon <= east + MARGIN
        for south, west, north, east in extents()[row["country"]]
    )


def test_every_extra_place_has_a_box_to_be_checked_against() -> None:
    assert {row["country"] for row in read_table("where/extra_places.csv")} - {""} <= set(extents())


def test_extra_places_say_how_exact_they_are() -> None:
    wide = {"area", "macroregion", "sea", "strait", "river", "lake", "mountain", "desert", "canal"}
    for row in read_table("where/extra_places.csv"):
        assert row["source"], row
        assert bool(row["lat"]) == bool(row["lon"]), row
        if row["lat"]:
            assert bool(row["radius_km"]) == (row["kind"] in wide), row


def test_there_are_at_least_1100_extra_places_with_points() -> None:
    assert sum(bool(row["lat"]) for row in read_table("where/extra_places.csv")) >= 1100


@pytest.mark.parametrize("table", ["where/aliases.csv", "where/preferred.csv", "where/ambiguous.csv"])
def test_rows_that_are_pointed_to_exist(table: str) -> None:
    known = {row["id"] for places in PLACES for row in read_table(places)}
    assert {row["id"] for row in read_table(table)} <= known


def test_names_in_tables_of_rows_are_their_own() -> None:
    own = {row["id"]: row["name_ar"] for places in PLACES for row in read_table(places)}
    for row in read_table("where/aliases.csv"):
        assert fold(own[row["id"]]) == fold(row["name_ar"])


@pytest.mark.parametrize("table", ["where/extra_places.csv", "where/aliases.csv"])
def test_every_name_leads_to_its_row_or_is_listed_as_ambiguous(table: str) -> None:
    ambiguous = {(row["id"], fold(row["name"])) for row in read_table("where/ambiguous.csv")}
    lost = [
        (row["id"], name)
        for row in read_table(table)
        for name in (row["name_ar"], *cell(row["variants_ar"]))
        if not _leads(row["id"], name) and (row["id"], fold(name)) not in ambiguous
    ]
    assert lost == []


def _leads(row_id: str, name: str) -> bool:
    first, *rest = words_of(name)
    rows = next((rows for length, rows in names_from(first).match(tuple(rest)) if length == len(rest)), ())
    own = next((row for row in rows if row.id == row_id), None)
    if own is None:
        return False
    chosen = choose(rows, Context((own.country,) if own.country else ()), None, None)
    return chosen is not None and (chosen.id == row_id or _one_place(own, chosen))


def _one_place(one: Row, other: Row) -> bool:
    if one.group == other.group == "country":
        return one.country == other.country
    if None in (one.lat, one.lon, other.lat, other.lon):
        return False
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))  # type: ignore[operator, arg-type]
    return math.hypot(one.lat - other.lat, east) * KM <= SAME  # type: ignore[operator]


def test_what_is_listed_as_ambiguous_is() -> None:
    for row in read_table("where/ambiguous.csv"):
        assert row["why"], row
        assert not _leads(row["id"], row["name"]), row


def test_borders_join_two_countries_once_and_lie_between_them() -> None:
    rows = read_table("where/borders.csv")
    assert len(rows) >= 60
    assert len({frozenset((row["a"], row["b"])) for row in rows}) == len(rows)
    for row in rows:
        for side in (row["a"], row["b"]):
            assert _inside({"lat": row["lat"], "lon": row["lon"], "country": side}), row


def test_countries_are_codes_of_the_box_table_or_the_gazetteer() -> None:
    known = {row["country"] for row in read_table("places.csv.gz")}
    tables = (
        ("where/extents.csv", "country"),
        ("where/landmarks.csv", "country"),
        ("where/capitals.csv", "country"),
    )
    for table, column in tables:
        assert {row[column] for row in read_table(table)} <= known
    assert {c for row in read_table("where/prior.csv") for c in cell(row["countries"])} <= known


def test_heads_want_groups_that_kinds_have() -> None:
    groups = {row["group"] for row in read_table("where/kinds.csv")}
    assert {group for head in HEADS.values() for group in head.wants} <= groups


def test_capitals_have_a_point() -> None:
    for row in read_table("where/capitals.csv"):
        assert any(_capital(name, row["country"]) for name in cell(row["forms"])), row


def _capital(name: str, country: str) -> bool:
    first, *rest = words_of(name)
    found = (rows for length, rows in names_from(first).match(tuple(rest)) if length == len(rest))
    return any(row.country == country and row.lat is not None for rows in found for row in rows)


def test_relations_reach_a_positive_distance() -> None:
    for row in read_table("where/reach.csv"):
        assert float(row["shift_km"]) >= 0 < float(row["radius_km"])
