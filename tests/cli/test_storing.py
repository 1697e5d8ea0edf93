"""`add` and `judge` on the command line: what they say, where, and with which exit code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.store.pages import FIGURES, record, two_reports, write


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "m.db")


def test_add_says_in_one_line_what_it_did(run: Run, tmp_path: Path, where: str) -> None:
    path = str(two_reports(tmp_path))
    code, out, err = run("add", path, "--store", where)
    assert (code, out) == (0, "") and err.startswith(f"marsad: {where}: 2 new, 0 failed; ")
    code, out, err = run("add", path, "--store", where)
    assert (code, out) == (0, "") and "0 new, 2 known, 0 failed; 0 mentions" in err


def test_json_is_a_page_a_line(run: Run, tmp_path: Path, where: str) -> None:
    path = write(tmp_path / "p.jsonl", record("a", "nahr", "مقتل سبعة جنود", FIGURES), "{broken")
    code, out, err = run("add", str(path), "--store", where, "--json")
    kept, failed = map(json.loads, out.splitlines())
    assert code == 1 and kept["state"] == "new" and kept["mentions"] > 0 and kept["article"].startswith("a")
    assert failed["state"] == "failed" and failed["source"].endswith("#2")
    assert len(err.splitlines()) == 2 and "p.jsonl#2" in err and "1 failed" in err


def test_the_default_is_marsad_db_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(two_reports(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert run("add", path)[0] == 0
    assert (tmp_path / "marsad.db").exists()


def test_standard_input_and_a_date(
    run: Run, tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FIGURES.encode())))
    code, out, _ = run("add", "-", "--published", "2022-06-16", "--json", "--store", where)
    assert code == 0 and json.loads(out)["source"] == "-"
    assert "2022-06-15" in run("find", "--store", where)[1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "found none"),
        (("x", "--published", "yesterday"), "2020-03-28"),
        (("x", "--store", "mysql://h/d"), "postgresql://"),
    ],
)
def test_wrong_use_is_code_2(run: Run, where: str, asked: tuple[str, ...], said: str) -> None:
    code, out, err = run("add", *asked, *(() if "--store" in asked else ("--store", where)))
    assert (code, out) == (2, "") and said in err and err.count("\n") == 1


def test_again_codes_only_what_an_older_version_coded(run: Run, tmp_path: Path, where: str) -> None:
    run("add", str(two_reports(tmp_path)), "--store", where)
    code, _, err = run("add", "--again", "--store", where)
    assert code == 0 and "0 new, 0 failed" in err


def test_judge_and_undo(run: Run, tmp_path: Path, where: str) -> None:
    run("add", str(two_reports(tmp_path)), "--store", where)
    event = json.loads(run("find", "--json", "--store", where)[1].splitlines()[0])["id"]
    told = json.loads(run("show", event, "--json", "--store", where)[1])["events"][0]["mentions"]
    left, right = ({one["outlet"]: one["id"] for one in told}[name] for name in ("nahr", "wadi"))
    code, out, _ = run("judge", left, right, "different", "--who", "سلمى", "--store", where)
    assert code == 0 and out.startswith("judgement ") and left in out and "سلمى" in out
    number = out.split()[1].rstrip(":")
    assert len(run("find", "--json", "--store", where)[1].splitlines()) == 2
    code, out, _ = run("judge", "--undo", number, "--json", "--store", where)
    done = json.loads(out)
    assert code == 0 and done["id"] == int(number) and done["undone"]
    after = [json.loads(line)["id"] for line in run("find", "--json", "--store", where)[1].splitlines()]
    assert after == [event]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("m1", "m2"), 2),
        (("m1", "m2", "alike"), 2),
        (("m1", "m2", "same", "--undo", "1"), 2),
        (("m1", "m2", "same"), 1),
        (("--undo", "9"), 1),
    ],
)
def test_what_cannot_be_judged_is_one_line(
    run: Run, tmp_path: Path, where: str, asked: tuple[str, ...], code: int
) -> None:
    run("add", str(two_reports(tmp_path)), "--store", where)
    got, out, err = run("judge", *asked, "--store", where)
    assert (got, out) == (code, "") and err.count("\n") == 1 and "expected" in err
