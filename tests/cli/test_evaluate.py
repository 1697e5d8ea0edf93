"""`marsad evaluate`: figures on stdout, differences on demand, predictions into a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from marsad.cli import evaluate as command
from marsad.evaluation import evaluate
from marsad.lines import json_line
from marsad.records import Article
from tests.cli.examples import ARTICLE, DEMAND, HANDOVER, READING, TEXT, WITHDRAWAL
from tests.conftest import Run


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A gold file of one article with three mentions, and a coder that finds two of them and two others."""
    file = tmp_path / "gold.jsonl"
    file.write_text(json_line(ARTICLE, (WITHDRAWAL, HANDOVER, DEMAND)) + "\n", "utf-8")

    def article(*given: object) -> Article:
        assert TEXT in given
        return ARTICLE

    def score(path: Path, stdin: object = None) -> object:
        return evaluate(path, lambda article: READING.mentions[:3] + READING.mentions[3:4], article)

    monkeypatch.setattr(command, "evaluate_gold", score)
    return str(file)


def test_the_figures_are_printed(gold: str, run: Run) -> None:
    code, out, err = run("evaluate", gold)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "articles 1"
    [found] = [line for line in lines if line.startswith("detection  posture")]
    assert "P 0.667  R 0.667  F1 0.667  (gold 3, predicted 3)" in found
    assert "⟦" not in out


def test_the_figures_as_json_are_one_object(gold: str, run: Run) -> None:
    code, out, err = run("evaluate", gold, "--json", "--errors", "1")
    assert code == 0 and json.loads(out)["detection"]["posture"]["f1"] == 0.6667
    assert err.strip().startswith("1/")


@pytest.mark.parametrize(("wanted", "listed"), [("1", 1), ("2", 2), ("99", 3)])
def test_differences_are_listed_up_to_a_number(gold: str, run: Run, wanted: str, listed: int) -> None:
    _, out, _ = run("evaluate", gold, "--errors", wanted)
    assert sum(f"{at}/3 a " in out for at in (1, 2, 3)) == listed


def test_predictions_are_written_in_the_golds_format(gold: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "predicted.jsonl"
    run("evaluate", gold, "--predictions", str(file))
    [line] = [json.loads(text) for text in file.read_text("utf-8").splitlines()]
    assert line["id"] == "a" and line["mentions"][0]["type"] == "withdraw"


@pytest.mark.parametrize("content", [None, "not json\n"])
def test_a_gold_file_that_cannot_be_read_is_one_line_and_code_1(
    run: Run, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "bad.jsonl"
    if content:
        file.write_text(content, "utf-8")
    code, _, err = run("evaluate", str(file))
    assert code == 1 and "bad.jsonl" in err and "Traceback" not in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("spelling", ["gold.jsonl", "./gold.jsonl", "../{here}/gold.jsonl", "link", "hard"])
def test_the_gold_is_never_written_over(
    gold: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("link").symlink_to(gold)
    Path("hard").hardlink_to(gold)
    before = Path(gold).read_bytes()
    code, out, err = run("evaluate", gold, "--predictions", spelling.format(here=tmp_path.name))
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "expected another file than the one that is read" in err
    assert Path(gold).read_bytes() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "expected one article a line, found no articles"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\xff\n" * 500, "found a PNG picture"),
        (b"[1]\n", "line 1: expected one JSON object an article, found list"),
    ],
)
def test_a_file_without_articles_is_one_line_and_no_figures(
    run: Run, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(content)
    code, out, err = run("evaluate", str(file))
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert told in err and err.count("line 1") <= 1 and err.startswith(f"marsad: {file}: ")
