"""Rooms measured alone, by hand: what counts as found, as the same span, as resolved right."""

import json
from pathlib import Path

import pytest

from marsad.errors import MarsadError
from marsad.evaluation import evaluate, gold_article, mismatches, report_parts, report_parts_json
from marsad.evaluation.gold import GoldArticle, GoldEntity
from marsad.evaluation.rooms import same_value, score_rooms
from marsad.records import Span

TEXT = "عاد نحو خمسين ضابطا من مالي إلى برلين أمس"


def entity(kind: str, start: int, end: int, **value: object) -> GoldEntity:
    return GoldEntity(kind, Span(start, end), value)


def gold(*entities: GoldEntity) -> GoldArticle:
    return GoldArticle("a", TEXT, None, None, None, (), entities)


def test_each_found_entity_answers_one_gold_entity_of_its_kind() -> None:
    wanted = gold(entity("place", 23, 27, name="مالي", country="ML"), entity("time", 38, 41, precision="day"))
    found = [
        entity("place", 23, 27, name="مالي", country="ML"),
        entity("place", 32, 37, name="برلين", country="DE"),
        entity("actor", 38, 41, code="x"),
    ]
    errors: list = []
    rooms = score_rooms([(wanted, found)], errors)
    where = rooms["where"]
    assert (where.mentions.precision, where.mentions.recall) == (0.5, 1.0)
    assert (where.whole_spans, where.resolved) == (1.0, 1.0)
    assert (rooms["when"].mentions.recall, rooms["who"].mentions.predicted) == (0.0, 1)
    assert len(errors) == 3


def test_a_part_of_the_words_is_found_but_not_the_whole_span() -> None:
    rooms = score_rooms(
        [(gold(entity("quantity", 4, 19, low=45, high=55)), [entity("quantity", 8, 13, low=50, high=50)])]
    )
    assert (rooms["howmany"].mentions.f1, rooms["howmany"].whole_spans) == (1.0, 0.0)


def test_articles_without_coded_entities_are_not_counted() -> None:
    plain = GoldArticle("b", TEXT, None, None, None, ())
    assert score_rooms([(plain, [entity("place", 0, 3)])]) == {}


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("actor", {"code": "FRA"}, {"code": "FRA"}, True),
        ("actor", {"code": "FRA"}, {"code": "DEU"}, False),
        ("actor", {"code": "حركة النجباء"}, {"code": "النجباء"}, True),
        (
            "place",
            {"country": "ML", "lat": 16.27, "lon": -0.05},
            {"country": "ML", "lat": 16.3, "lon": 0.0},
            True,
        ),
        (
            "place",
            {"country": "ML", "lat": 16.27, "lon": -0.05},
            {"country": "ML", "lat": 14.0, "lon": 0.0},
            False,
        ),
        ("place", {"country": "ML", "name": "غاو"}, {"country": "NE", "name": "غاو"}, False),
        ("place", {"country": "ML", "name": "غاو"}, {"country": "ML", "name": "مدينة غاو"}, True),
        ("time", {"start": "2021-01-01", "end": None}, {"start": "2021-01-01", "end": None}, True),
        ("time", {"start": "2021-01-01", "end": None}, {"start": "2021-01-01", "end": "2021-01-01"}, False),
        ("time", {"precision": "duration"}, {"precision": "unresolved"}, False),
        ("quantity", {"low": 45, "high": 55}, {"low": 45, "high": 55}, True),
        ("quantity", {"low": 45, "high": None}, {"low": 45, "high": 45}, False),
        ("quantity", {"share_of": "سكان المدينة"}, {"share_of": "سكان المدينة القديمة"}, True),
        ("quantity", {"share_of": "القوات"}, {"low": 3, "high": 3}, False),
    ],
)
def test_values_agree(kind: str, one: dict[str, object], other: dict[str, object], same: bool) -> None:
    found = GoldEntity(kind, Span(0, 1), other)
    assert same_value(GoldEntity(kind, Span(0, 1), one), found) is same


def test_a_gold_file_of_entities_is_evaluated_end_to_end(tmp_path: Path) -> None:
    line = {
        "id": "a",
        "published": "2021-06-10",
        "text": TEXT,
        "entities": [
            {"kind": "quantity", "start": 4, "end": 19, "value": {"low": 45, "high": 55, "unit": "officer"}},
            {"kind": "time", "start": 38, "end": 41, "value": {"start": "2021-06-08", "end": "2021-06-08"}},
        ],
    }
    path = tmp_path / "parts.jsonl"
    path.write_text(json.dumps(line) + "\n", "utf-8")
    result = evaluate(path)
    assert result.failures == ()
    assert result.score.rooms["howmany"].resolved == 1.0
    assert (result.score.rooms["when"].mentions.f1, result.score.rooms["when"].resolved) == (1.0, 0.0)
    assert "room       howmany" in report_parts(result.score)
    assert json.loads(report_parts_json(result.score))["rooms"]["when"]["resolved"] == 0.0
    told = "\n".join(mismatches(result.mismatches))
    assert "time: wrong" in told and "gold  start 2021-06-08" in told and "found start 2021-06-09" in told


@pytest.mark.parametrize(
    ("entities", "message"),
    [
        ([{"kind": "person", "start": 0, "end": 3}], "entity 1: kind: expected one of actor, place"),
        ([{"kind": "place", "start": 3, "end": 3}], "entity 1: start, end: expected some words"),
        ([{"kind": "place", "start": "x", "end": 3}], "entity 1: start: expected an offset"),
        (None, "entities: expected a list"),
    ],
)
def test_a_bad_entity_is_named(entities: object, message: str) -> None:
    with pytest.raises(MarsadError, match=message):
        gold_article({"id": "a", "text": TEXT, "entities": entities})
