"""`--entities`: whatever an article names, on the terminal and as JSON Lines, with or without mentions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

QUIET = "يعيش في مدينة غاو المالية نحو ثمانين ألف نسمة بحسب إحصاء العام الماضي."


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "quiet.txt"
    file.write_text(QUIET, "utf-8")
    return str(file)


def test_an_article_without_mentions_has_its_entities(page: str, run: Run) -> None:
    code, out, _ = run("read", page, "--entities", "--json", "--published", "2021-06-10")
    [line] = [json.loads(text) for text in out.splitlines()]
    assert code == 0 and line["mentions"] == []
    assert all(line["text"][e["start"] : e["end"]] == e["text"] for e in line["entities"])
    values = {entity["kind"]: entity["value"] for entity in line["entities"]}
    assert (values["place"]["country"], values["time"]["start"]) == ("ML", "2020-01-01")
    assert (values["quantity"]["low"], values["quantity"]["high"]) == (72_000, 88_000)


def test_entities_are_left_out_where_nobody_asks(page: str, run: Run) -> None:
    _, out, _ = run("read", page, "--json", "--all-articles")
    assert "entities" not in json.loads(out)


def test_the_terminal_shows_a_line_each(page: str, run: Run) -> None:
    code, out, _ = run("read", page, "--entities", "--published", "2021-06-10")
    assert code == 0
    assert out.count("إحصاء العام الماضي") == 1, "the sentence stands once"
    [count] = [line for line in out.splitlines() if line.startswith("  quantity")]
    assert "72,000–88,000" in count
    [place] = [line for line in out.splitlines() if line.startswith("  place")]
    assert place.startswith("  place    ML ") and " town 16.2" in place and "غاو" in place


def test_a_page_of_mentions_cannot_show_entities(page: str, run: Run, tmp_path: Path) -> None:
    code, _, err = run("read", page, "--entities", "--html", str(tmp_path / "x.html"))
    assert code == 2 and "--entities: expected --json or the terminal" in err


def test_the_demo_shows_entities_too(run: Run) -> None:
    code, out, _ = run("demo", "--entities", "--json")
    lines = [json.loads(text) for text in out.splitlines()]
    assert code == 0 and all(line["entities"] for line in lines)
    assert {e["kind"] for line in lines for e in line["entities"]} == {"actor", "place", "time", "quantity"}
