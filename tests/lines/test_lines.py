"""Records in, the gold standard's JSON Lines out."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from marsad.lines import article_line, entity_line, json_line, mention_line
from marsad.records import (
    Actor,
    Article,
    Candidate,
    Defect,
    EventMention,
    Found,
    Place,
    Published,
    Quantity,
    Span,
    When,
)

TITLE = "التحالف يسلّم قاعدة القيارة"
BODY = "وانسحبت القوات الفرنسية والأميركية من قاعدة القائم الأسبوع الماضي، بحسب المتحدث، بعد ثلث قواته."
TEXT = f"{TITLE}\n\n{BODY}"
GOLD_KEYS = [
    *("type", "start", "end", "trigger", "sentence", "actors", "recipients", "place", "place_role", "date"),
    *("quantity", "fatalities", "wounded", "factuality", "attribution", "event"),
]


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(value: Any, words: str, rule: str = "rule") -> Found[Any]:
    return Found(value, (span(words),), rule)


ARTICLE = Article(
    id="a1",
    source="pages/a1.html",
    title=TITLE,
    text=TEXT,
    published=Published(date(2020, 3, 28), "json-ld"),
    outlet="وكالة",
    url=None,
    defects=(Defect("share_bar", "شارك", Span(3, 7)), Defect("headline_variant", "عنوان", None)),
    runs=(),
)
MENTION = EventMention(
    type="withdraw",
    trigger=span("وانسحبت"),
    sentence=span(BODY),
    frame="withdraw.leave",
    actors=(
        found(Actor("FRA", "القوات الفرنسية", "forces"), "القوات الفرنسية", "subject"),
        found(Actor("USA", "الأميركية", "forces"), "الأميركية", "conjunct"),
    ),
    recipients=(),
    place=found(Place("قاعدة القائم", "IQ", "base", "site", 34.4, 41.0, "base.qaim"), "قاعدة القائم", "from"),
    place_role="from",
    date=found(When(date(2020, 3, 16), date(2020, 3, 22), "week", "published"), "الأسبوع الماضي", "week"),
    quantity=None,
    fatalities=None,
    wounded=None,
    factuality=Found("happened", (), "past"),
    attribution=found("المتحدث", "المتحدث", "source"),
    event="e1",
)


def line(**changes: Any) -> dict[str, Any]:
    return mention_line(ARTICLE, replace(MENTION, **changes))


def test_a_mention_has_the_keys_of_the_gold_first_and_ours_after() -> None:
    keys = list(line())
    assert keys[: len(GOLD_KEYS)] == GOLD_KEYS
    assert keys[len(GOLD_KEYS) :] == ["frame", "munitions", "spans", "rules", "date_text", "quantity_text"]


def test_a_mention_is_written_as_the_gold_writes_it() -> None:
    written = line()
    assert TEXT[written["start"] : written["end"]] == written["trigger"] == "وانسحبت"
    assert written["sentence"] == [len(TITLE) + 2, len(TEXT)]
    assert (written["actors"], written["recipients"]) == (["FRA", "USA"], [])
    assert (written["place"]["name"], written["place"]["country"]) == ("قاعدة القائم", "IQ")
    assert written["date"] == {"start": "2020-03-16", "end": "2020-03-22"}
    assert (written["quantity"], written["fatalities"], written["wounded"]) == (None, None, None)
    assert (written["factuality"], written["attribution"], written["event"]) == ("happened", "المتحدث", "e1")


def test_every_argument_points_at_its_words_and_its_rule() -> None:
    written = line()
    words = [TEXT[a:b] for spans in written["spans"]["actors"] for a, b in spans]
    assert words == ["القوات الفرنسية", "الأميركية"]
    assert [TEXT[a:b] for a, b in written["spans"]["place"]] == ["قاعدة القائم"]
    assert written["rules"]["actors"] == ["subject", "conjunct"]
    assert (written["rules"]["place"], written["rules"]["factuality"]) == ("from", "past")
    assert set(written["spans"]) == {"actors", "place", "date", "factuality", "attribution"}


def test_a_place_keeps_coordinates_precision_and_id() -> None:
    assert line()["place"] == {
        "name": "قاعدة القائم",
        "country": "IQ",
        "id": "base.qaim",
        "lat": 34.4,
        "lon": 41.0,
        "precision": "site",
    }


@pytest.mark.parametrize(
    ("when", "written"),
    [
        (When(date(2020, 3, 1), date(2020, 3, 31), "month", "absolute"), ("2020-03-01", "2020-03-31")),
        (When(date(2014, 1, 1), None, "year", "absolute"), ("2014-01-01", None)),
        (When(None, None, "unresolved", "unresolved"), None),
    ],
)
def test_a_date_that_cannot_be_resolved_keeps_its_words(
    when: When, written: tuple[str, str | None] | None
) -> None:
    got = line(date=found(when, "الأسبوع الماضي"))
    assert got["date"] == (written and {"start": written[0], "end": written[1]})
    assert got["date_text"] == "الأسبوع الماضي"
    assert [TEXT[a:b] for a, b in got["spans"]["date"]] == ["الأسبوع الماضي"]


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (Quantity(200, 200), {"low": 200, "high": 200}),
        (Quantity(2500, None, "trainer", "person"), {"low": 2500, "high": None, "unit": "trainer"}),
        (Quantity(None, None, None, "force", "قواته"), None),
    ],
)
def test_a_share_without_a_number_keeps_its_words(quantity: Quantity, written: object) -> None:
    got = line(quantity=found(quantity, "ثلث قواته"))
    assert (got["quantity"], got["quantity_text"]) == (written, "ثلث قواته")


def test_what_the_text_does_not_say_is_null() -> None:
    got = line(place=None, place_role=None, date=None, attribution=None, actors=())
    assert [got[key] for key in ("place", "place_role", "date", "date_text", "attribution", "actors")] == [
        *[None] * 5,
        [],
    ]
    assert set(got["spans"]) == set(got["rules"]) == {"factuality"}


def test_an_article_is_one_line_of_readable_json() -> None:
    text = json_line(ARTICLE, (MENTION, MENTION))
    assert "\n" not in text and "القيارة" in text
    assert json.loads(text) == json.loads(json.dumps(article_line(ARTICLE, (MENTION, MENTION))))


def test_an_article_keeps_its_source_date_and_defects() -> None:
    written = article_line(ARTICLE, (MENTION,))
    assert (written["id"], written["source"], written["title"], written["text"]) == (
        "a1",
        "pages/a1.html",
        TITLE,
        TEXT,
    )
    assert (written["published"], written["published_source"]) == ("2020-03-28", "json-ld")
    assert (written["outlet"], written["url"]) == ("وكالة", None)
    assert written["defects"] == [
        {"kind": "share_bar", "text": "شارك", "page": [3, 7]},
        {"kind": "headline_variant", "text": "عنوان", "page": None},
    ]


def test_an_unknown_date_stays_unknown() -> None:
    written = article_line(replace(ARTICLE, published=None), ())
    assert (written["published"], written["published_source"], written["mentions"]) == (None, None, [])


BEATEN = Candidate("wof:2", "القائم", "EG", "town", 30.0, 31.0, 12.0, "country not in the article")
NAMED = (
    (
        found(Actor("FRA", "القوات الفرنسية", "forces"), "القوات الفرنسية", "name"),
        {"code": "FRA", "id": "gov.FRA.army", "name": "القوات الفرنسية", "kind": "forces"},
    ),
    (
        found(
            Place("قاعدة القائم", "IQ", "base", "site", 34.4, 41.0, "base:2", None, "base", (BEATEN,)),
            "قاعدة القائم",
        ),
        {"id": "base:2", "country": "IQ", "lat": 34.4, "precision": "site", "radius_km": None, "why": "base"},
    ),
    (
        found(When(date(2020, 3, 16), date(2020, 3, 22), "week", "published"), "الأسبوع الماضي", "week"),
        {
            "start": "2020-03-16",
            "end": "2020-03-22",
            "precision": "week",
            "basis": "published",
            "bound": None,
        },
    ),
    (
        found(Quantity(None, None, share_of="قواته", share=0.3333), "ثلث", "share"),
        {"low": None, "high": None, "share_of": "قواته", "share": 0.3333, "change": None},
    ),
)


@pytest.mark.parametrize(("entity", "value"), NAMED)
def test_an_entity_has_its_words_and_what_they_stand_for(entity: Any, value: dict[str, object]) -> None:
    written = entity_line(ARTICLE, entity)
    assert TEXT[written["start"] : written["end"]] == written["text"]  # type: ignore[misc]
    told = written["value"]
    assert isinstance(told, dict) and {key: told[key] for key in value} == value
    assert written["rule"] == entity.rule and written["spans"] == [[entity.start, entity.end]]
    json.dumps(written)


def test_the_kinds_of_entities_are_named() -> None:
    kinds = [entity_line(ARTICLE, entity)["kind"] for entity, _ in NAMED]
    assert kinds == ["actor", "place", "time", "quantity"]


def test_a_place_tells_whom_it_beat_and_why() -> None:
    told = entity_line(ARTICLE, NAMED[1][0])["value"]
    assert isinstance(told, dict)
    [candidate] = told["candidates"]
    assert (candidate["id"], candidate["country"], candidate["why"]) == (
        "wof:2",
        "EG",
        "country not in the article",
    )


def test_entities_stand_in_the_line_only_where_asked_for() -> None:
    assert "entities" not in article_line(ARTICLE, (MENTION,))
    assert article_line(ARTICLE, (), ())["entities"] == []
    [entity] = json.loads(json_line(ARTICLE, (), (NAMED[0][0],)))["entities"]
    assert entity["value"]["code"] == "FRA"


def test_a_party_is_told_with_what_it_had_become_by_publication() -> None:
    nusra = found(Actor("جبهة النصرة", "النصرة", "group", "sy.nusra"), "التحالف", "name")
    value = entity_line(ARTICLE, nusra)["value"]
    assert isinstance(value, dict)
    assert (value["name"], value["became"]) == ("جبهة النصرة", "sy.hts")
    earlier = replace(ARTICLE, published=Published(date(2015, 5, 1), "json-ld"))
    value = entity_line(earlier, nusra)["value"]
    assert isinstance(value, dict) and value["became"] is None


def test_a_person_belongs_to_the_office_held_on_the_day() -> None:
    parly = found(Actor("FRA", "بارلي", "person", "per.parly"), "المتحدث", "name")
    value = entity_line(ARTICLE, parly)["value"]
    assert isinstance(value, dict) and value["part_of"][:2] == ["gov.FRA.mod", "gov.FRA"]
