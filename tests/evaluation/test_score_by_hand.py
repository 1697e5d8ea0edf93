"""The scoring rules on small cases whose figures can be counted on the fingers."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from marsad.evaluation import Difference, GoldArticle, GoldMention, gold_article, gold_mention, report, score
from marsad.evaluation.agreement import affinity, agreeing, right
from marsad.evaluation.names import same_name, spelling, telling_words
from marsad.evaluation.scoring import pairs

BASE: Mapping[str, object] = {
    "type": "withdraw",
    "start": 10,
    "end": 15,
    "sentence": [0, 60],
    "actors": ["USA"],
    "recipients": [],
    "place": {"name": "قاعدة القيارة", "country": "IQ"},
    "place_role": "from",
    "date": {"start": "2020-03-26", "end": "2020-03-26"},
    "quantity": {"low": 100, "high": 100},
    "factuality": "happened",
    "attribution": None,
    "event": "e1",
}


def mention(**changes: object) -> GoldMention:
    return gold_mention({**BASE, **changes})


def article(*mentions: GoldMention, id_: str = "a") -> GoldArticle:
    return replace(gold_article({"id": id_, "text": "x" * 99, "mentions": []}), mentions=mentions)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("قاعدة القيّارة", "القياره", True),
        ("قاعدة القيارة الجوية", "قاعدة القائم", False),
        ("مدينة الموصل", "الموصل", True),
        ("الرقة", "الرقّه", True),
        ("قاعدة عسكرية", "قاعدة جوية", True),  # only generic words: then all are compared, and half agree
        ("وزير الدفاع الفرنسي فلورانس بارلي", "فلورانس بارلي", True),
        ("USA", "usa", True),
        ("", "الموصل", False),
    ],
)
def test_names_are_the_same_when_half_the_telling_words_are(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_spelling_and_telling_words() -> None:
    assert spelling("القيّـارة") == "القياره"
    assert telling_words("قاعدة القيارة الجوية في العراق") == {"قياره", "عراق"}
    assert telling_words("القاعدة الجوية") == {"قاعده", "جويه"}


@pytest.mark.parametrize(
    ("slot", "value", "hit"),
    [
        ("place", {"name": "القيارة", "country": None}, 1),
        ("place", {"name": "القيارة", "country": "SY"}, 0),
        ("place", {"name": "K1", "names": ["قاعدة القيارة"], "country": "IQ"}, 1),
        ("date", {"start": "2020-03-26", "end": "2020-03-27"}, 0),
        ("date", {"start": "2020-03-26", "end": None}, 0),
        ("date", {"start": "2020-03-26", "end": "2020-03-26"}, 1),
        ("quantity", {"low": 91, "high": 110}, 1),
        ("quantity", {"low": 89, "high": 100}, 0),
        ("quantity", {"low": 100, "high": None}, 0),
        ("quantity", None, 0),
        ("actors", ["FRA", "USA"], 1),
        ("actors", ["FRA"], 0),
    ],
)
def test_a_slot_agrees_by_its_own_rule(slot: str, value: object, hit: int) -> None:
    predicted = mention(**{slot: value})
    assert agreeing(slot, mention(), predicted) == hit
    assert right(slot, mention(), predicted) is (hit == 1 and value != ["FRA", "USA"])


def test_open_ends_agree_with_open_ends_only() -> None:
    gold = mention(quantity={"low": 30, "high": None})
    assert agreeing("quantity", gold, mention(quantity={"low": 31, "high": None})) == 1
    assert agreeing("quantity", gold, mention(quantity={"low": 31, "high": 31})) == 0


def test_a_predicted_value_serves_once() -> None:
    assert agreeing("actors", mention(actors=["USA", "USA"]), mention(actors=["USA"])) == 1


@pytest.mark.parametrize(
    ("changes", "fit"),
    [
        ({}, 100 + 4 + 1),
        ({"start": 14, "end": 20}, 100 + 4 + 1),
        ({"start": 15, "end": 20}, 1 + 4 + 1),
        ({"start": 60, "end": 65}, 0),
        ({"type": "deploy"}, 0),
        ({"actors": [], "factuality": "denied"}, 100 + 3),
    ],
)
def test_mentions_fit_by_trigger_or_else_by_sentence(changes: dict[str, object], fit: int) -> None:
    assert affinity(mention(), mention(**changes)) == fit


def test_pairs_are_one_to_one_and_the_best_fit_goes_first() -> None:
    gold = [mention(), mention(start=30, end=35)]
    predicted = [mention(start=31, end=36), mention(start=40, end=45), mention(start=50, end=55)]
    assert pairs(gold, predicted) == [(1, 0), (0, 1)]


def test_figures_count_types_slots_and_exact_records() -> None:
    gold = [article(mention(), mention(start=30, end=35, type="attack"))]
    predicted = {"a": [mention(actors=["FRA"]), mention(start=70, end=75), mention(type="travel")]}
    errors: list[Difference] = []
    found = score(gold, predicted, errors)
    withdraw, attack = found.detection["withdraw"], found.detection["attack"]
    assert (withdraw.precision, withdraw.recall, withdraw.f1) == (0.5, 1.0, 0.6667)
    assert (attack.gold, attack.predicted, attack.f1) == (1, 0, 0.0)
    assert found.arguments["actors"].f1 == 0.0
    assert (found.arguments["place"].gold, found.arguments["place"].f1) == (2, 0.5)
    assert (found.exact["all"].f1, found.factuality_accuracy) == (0.0, 1.0)
    assert [error.kind for error in errors] == ["fields", "missed", "spurious"]


def test_an_article_without_prediction_counts_as_one_without_mentions() -> None:
    found = score([article(mention()), article(mention(), id_="b")], {"b": [mention()]})
    assert (found.articles, found.detection["all"].recall, found.exact["posture"].f1) == (2, 0.5, 0.6667)


def test_events_put_together_are_scored_by_b_cubed() -> None:
    """Gold: two and one; predicted: all three together: precision 5/9, recall 1, F1 5/7."""
    spans = [(0, 5), (10, 15), (20, 25)]
    gold = [mention(start=a, end=b, event=e) for (a, b), e in zip(spans, ("e1", "e1", "e2"), strict=True)]
    merged = [mention(start=a, end=b, event="e9") for a, b in spans]
    assert score([article(*gold)], {"a": merged}).coreference_b3 == round(5 / 7, 4)
    alone = [mention(start=a, end=b, event=None) for a, b in spans]
    assert score([article(*gold)], {"a": alone}).coreference_b3 == 0.8


def test_the_report_prints_rows_in_the_scorers_columns() -> None:
    text = report(score([article(mention())], {"a": [mention()]})).splitlines()
    assert text[0] == "articles 1"
    assert text[1] == "detection  all          P 1.000  R 1.000  F1 1.000  (gold 1, predicted 1)"
    assert text[-1] == "factuality accuracy 1.000   coreference B3 1.000"
