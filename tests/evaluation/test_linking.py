"""Linking figures: own groups where every figure is known, and floors on checked groups of real articles."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from marsad.errors import BadUse
from marsad.evaluation import evaluate_linking, report_linking, report_linking_json
from tests.conftest import Run
from tests.store.pages import FIGURES, OTHERS, record, write

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).parents[3] / "shared"))
ELSEWHERE = "قُتل ثلاثة جنود في انفجار لغم بعربتهم قرب بلدة الشيخ زويد شمالي سيناء الخميس، وفق مصدر أمني مصري."


def articles(folder: Path) -> Path:
    return write(
        folder / "articles.jsonl",
        record("n1", "nahr", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES),
        record("w2", "wadi", "عشرة قتلى من الجيش في هجوم على ثكنة غاو", OTHERS),
        record("w3", "tilal", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES, day="2022-06-17"),
        record("s4", "sahra", "لغم يقتل ثلاثة جنود في سيناء", ELSEWHERE, day="2022-06-17"),
    )


def groups(folder: Path, **more: object) -> Path:
    listed = {
        "events": [{"name": "Gao", "ids": ["n1", "w2", "w3"]}, {"name": "Sinai", "ids": ["s4"]}],
        "chains": [{"name": "Gao", "ids": ["n1", "w2"]}, {"name": "none", "ids": ["n1", "s4"]}],
        "neardup_cross": [{"a": "n1", "b": "w3"}],
        "different": [["n1", "s4", "other countries", FIGURES[:40], ELSEWHERE[:40]]],
    } | more
    return write(folder / "groups.json", json.dumps(listed, ensure_ascii=False))


def test_every_figure_of_known_groups(tmp_path: Path) -> None:
    found = evaluate_linking(groups(tmp_path), articles(tmp_path))
    assert (found.articles, found.absent, found.failures) == (4, (), ())
    assert (found.copies.recall, found.copies.precision, found.copies.missed) == (1.0, 1.0, ())
    assert (found.events.right, found.events.wrong, found.events.missed, found.events.f1) == (3, 0, 0, 1.0)
    assert found.copies.strict == 1.0
    assert found.events.between == () and (found.events.different, found.events.mixed) == (1, 0)
    assert (found.chains.steps, found.chains.linked, found.chains.ordered) == (2, 1, 1)
    assert found.chains.missed == (("n1", "s4"),)
    assert json.loads(report_linking_json(found))["events"]["f1"] == 1.0
    assert "F1 1.000" in report_linking(found)


def test_what_is_joined_wrongly_or_missed_is_seen(tmp_path: Path) -> None:
    wrong = groups(
        tmp_path,
        events=[{"name": "one", "ids": ["n1", "s4"]}, {"name": "two", "ids": ["w2", "w3"]}],
        neardup_cross=[{"a": "n1", "b": "s4"}, {"a": "w2", "b": "s4"}],
    )
    found = evaluate_linking(wrong, articles(tmp_path))
    assert (found.events.right, found.events.wrong, found.events.missed) == (1, 2, 1)
    assert found.events.f1 < 0.6
    assert found.copies.recall == 0.0 and len(found.copies.missed) == 2
    none = groups(tmp_path, not_neardup=[["n1", "w3"]])
    assert evaluate_linking(none, articles(tmp_path)).copies.precision == 0.0


def test_absent_articles_are_told(tmp_path: Path, run: Run) -> None:
    named = groups(tmp_path, chains=[{"name": "x", "ids": ["n1", "zz"]}])
    code, out, _ = run("evaluate", "--linking", str(named), "--articles", str(articles(tmp_path)), "--json")
    assert code == 1 and json.loads(out)["absent"] == ["zz"]


@pytest.mark.parametrize(
    "asked",
    [
        ("--linking", "groups.json"),
        ("--articles", "articles.jsonl"),
        ("gold.jsonl", "--linking", "groups.json", "--articles", "articles.jsonl"),
        (),
        ("--linking", "none.json", "--articles", "articles.jsonl"),
    ],
)
def test_wrong_use_is_one_line(run: Run, asked: tuple[str, ...]) -> None:
    code, out, err = run("evaluate", *asked)
    assert (code, out) == (2, "") and err.count("\n") == 1


def test_a_file_without_groups_is_refused(tmp_path: Path) -> None:
    for text in ("[]", "{", '{"events": [{"ids": ["a"]}]}'):
        with pytest.raises(BadUse):
            evaluate_linking(write(tmp_path / "bad.json", text), articles(tmp_path))


@pytest.mark.shared
def test_the_floors_on_checked_groups() -> None:
    groups, stream = SHARED / "data/news/linking.json", SHARED / "data/news/stream.jsonl.gz"
    if not groups.exists() and not os.environ.get("MARSAD_CI"):
        pytest.skip("needs ../shared")
    found = evaluate_linking(groups, stream)
    assert found.copies.recall >= 0.97 and found.copies.precision >= 0.99
    assert found.events.f1 >= 0.9 and found.events.wrong == 0 and found.events.between == ()
    assert found.chains.ordered >= 6
