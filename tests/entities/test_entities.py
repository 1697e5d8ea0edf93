"""An article in, everything that it names out: kinds, words and what they stand for."""

from datetime import date

import pytest

from marsad.article import bare_article
from marsad.entities import find_entities
from marsad.lines import entity_line
from marsad.records import Article, Entity

DAY = date(2021, 6, 10)  # a Thursday


def article(text: str) -> Article:
    return bare_article("a", text, DAY)


def shown(text: str) -> list[tuple[str, str, object]]:
    """(kind, words, what they stand for) of each entity."""
    return [_shown(text, entity) for entity in find_entities(article(text))]


def _shown(text: str, entity: Entity) -> tuple[str, str, object]:
    line = entity_line(article(text), entity)
    value = line["value"]
    assert isinstance(value, dict)
    wanted = {
        "actor": value.get("code"),
        "place": value.get("country"),
        "time": value.get("start"),
        "quantity": (value.get("low"), value.get("high")),
    }
    return str(line["kind"]), str(line["text"]), wanted[str(line["kind"])]


def test_a_sentence_without_an_event_has_entities_too() -> None:
    found = shown("زار وزير الخارجية الألماني العاصمة الأردنية عمّان يوم الثلاثاء والتقى نحو أربعين صحفيا.")
    assert ("time", "الثلاثاء", "2021-06-08") in [(k, w.removeprefix("يوم "), v) for k, w, v in found]
    assert ("quantity", "نحو أربعين صحفيا", (36, 44)) in found
    assert ("place", "عمّان", "JO") in found
    assert any(kind == "actor" and value == "DEU" for kind, _, value in found)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("جنديان", ("quantity", "جنديان", (2, 2))),
        ("زهاء ستين مدرعة", ("quantity", "زهاء ستين مدرعة", (54, 66))),
        ("الشهر الماضي", ("time", "الشهر الماضي", "2021-05-01")),
        ("القوات الإيطالية", ("actor", "القوات الإيطالية", "ITA")),
        ("الحسكة", ("place", "الحسكة", "SY")),
    ],
)
def test_a_phrase_is_read_like_an_article(phrase: str, expected: tuple[str, str, object]) -> None:
    assert shown(phrase) == [expected]


def test_its_forces_are_those_of_the_party_named_before() -> None:
    text = "أعلنت إسبانيا تمديد مهمتها التدريبية. وقالت إن قواتها باقية حتى نهاية العام."
    [forces] = [e for e in find_entities(article(text)) if text[e.start : e.end] == "قواتها"]
    line = entity_line(article(text), forces)
    assert isinstance(line["value"], dict) and line["value"]["code"] == "ESP"
    spans = line["spans"]
    assert isinstance(spans, list) and text[slice(*spans[1])] == "إسبانيا"


def test_the_country_stands_for_the_one_named_before() -> None:
    text = "وصل المبعوث إلى تونس مساء أمس. ويغادر البلاد غدا."
    [country] = [e for e in find_entities(article(text)) if text[e.start : e.end] == "البلاد"]
    line = entity_line(article(text), country)
    assert isinstance(line["value"], dict) and line["value"]["country"] == "TN"


def test_a_capital_that_acts_is_an_actor_and_no_place() -> None:
    kinds = {kind for kind, words, _ in shown("أعلنت أنقرة أنها ستواصل عملياتها.") if words == "أنقرة"}
    assert kinds == {"actor"}
    kinds = {kind for kind, words, _ in shown("وصل الوفد إلى أنقرة صباحا.") if words == "أنقرة"}
    assert kinds == {"place"}


def test_a_country_inside_a_missions_name_is_no_place() -> None:
    found = shown("أكدت بعثة الأمم المتحدة للدعم في ليبيا استمرار عملها.")
    assert [kind for kind, _, _ in found] == ["actor"]


def test_months_are_times_and_no_counts() -> None:
    kinds = {kind for kind, _, _ in shown("تستمر المهمة لمدة ستة أشهر.")}
    assert "quantity" not in kinds


def test_offsets_are_code_points_of_the_text_in_its_order() -> None:
    text = "انتشر ١٢٠ جنديا قرب درعا، وعاد ٤٠ منهم إلى دمشق أمس."
    entities = find_entities(article(text))
    assert [e.start for e in entities] == sorted(e.start for e in entities)
    assert all(text[e.start : e.end].strip() == text[e.start : e.end] for e in entities)
