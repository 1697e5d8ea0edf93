"""`marsad codebook`: the document, a frame at work, all examples, JSON; straight from the tables."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import marsad.data
from marsad.cli import codebook as command
from marsad.codebook import read_book, running, soundness, wording
from marsad.data import checksums, tables
from marsad.what import lexicon
from tests.conftest import Run

PACKAGED = Path(marsad.data.__file__).parent
CACHES = (
    lexicon._triggers, lexicon._words, lexicon.look, running._types,
    wording._meanings, wording._patterns, wording._first_words,
)  # fmt: skip
NEW = "withdraw.test"
LEMMA = "اضمحل"


def forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The packaged tables in a folder where a test may edit them."""
    folder = tmp_path / "data"
    shutil.copytree(PACKAGED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(tables, "HERE", folder)
    monkeypatch.setattr(checksums, "HERE", folder)
    (folder / checksums.LIST).write_text("".join(checksums.checksum_lines()), "utf-8")
    forget()
    yield folder
    monkeypatch.undo()
    forget()


@pytest.fixture(autouse=True)
def listed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the packaged list is current is asked in test_doctor.py alone."""
    if "edited" not in request.fixturenames:
        monkeypatch.setattr(command, "_stale", lambda: ())


def test_the_other_commands_do_not_load_the_rooms() -> None:
    code = "import sys, marsad.cli.app; print('marsad.what' in sys.modules, 'marsad.codebook' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]


def add(folder: Path, table: str, **cells: str) -> None:
    """One more row, as an expert types it."""
    path = folder / "codebook" / f"{table}.csv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, lines[0].split(","), restval="", lineterminator="\n").writerow(cells)


def add_frame(folder: Path, **more: str) -> None:
    cells = {"past": LEMMA, "pattern": "move", "role": "from", "needs": "armed", "not_object": "politics"}
    add(folder, "frames", frame=NEW, type="withdraw", **(cells | more))


def add_examples(folder: Path, actors: str = "FRA") -> None:
    positive = f"{LEMMA} الجيش الفرنسي في مدينة غاو"
    add(
        folder, "examples", frame=NEW, kind="positive", shows="vso", text=positive, trigger=LEMMA,
        actors=actors, place="مدينة غاو", country="ML", role="from", factuality="happened",
    )  # fmt: skip
    negative = f"{LEMMA} الاتفاق النووي بين الدول الكبرى"
    add(folder, "examples", frame=NEW, kind="negative", shows="looks_like", text=negative, trigger=LEMMA)


def test_the_document_goes_to_stdout(run: Run) -> None:
    code, out, err = run("codebook")
    assert (code, err) == (0, "")
    assert out == (Path(__file__).parents[2] / "docs/codebook.md").read_text("utf-8")


def test_all_examples_are_run(run: Run) -> None:
    code, out, err = run("codebook", "--check")
    book = read_book()
    examples = sum(len(entry.examples) for entry in book.entries)
    assert (code, err) == (0, ""), out
    assert out.startswith(f"{len(book.entries)} frames · {examples} examples (") and "· 0 failed ·" in out


@pytest.mark.parametrize(
    ("name", "frames"),
    [
        ("withdraw.retreat", ["withdraw.retreat"]),
        ("انسحب", ["withdraw.retreat"]),
        ("أنسحبوا", ["withdraw.retreat"]),
        ("استأنف", ["resume.resume"]),
    ],
)
def test_a_frame_is_found_by_name_lemma_or_form(run: Run, name: str, frames: list[str]) -> None:
    code, out, _ = run("codebook", "--frame", name, "--json")
    assert code == 0
    assert [json.loads(line)["frame"] for line in out.splitlines()] == frames


def test_a_lemma_of_several_frames_shows_them_all(run: Run) -> None:
    code, out, _ = run("codebook", "--frame", "قصف", "--frame", "غادر")
    heads = [line.split(" · ")[0] for line in out.splitlines() if line[:1] not in ("", " ") and " · " in line]
    assert code == 0 and {"attack.shell", "withdraw.leave"} <= set(heads)


def test_a_frame_shows_fields_forms_codes_and_its_examples_at_work(run: Run) -> None:
    code, out, err = run("codebook", "--frame", "withdraw.retreat")
    assert (code, err) == (0, "")
    for part in ("انسحب ينسحب انسحاب", "past: انسحب انسحبت", "verb: The subject", "asks for", "refuses"):
        assert part in out
    assert "PLOVER RETREAT/withdraw · CAMEO 0874 · ACLED Strategic developments" in out
    assert "ok · withdraw.retreat · vso" in out and "ok · withdraw.retreat · looks_like" in out
    assert "actors        USA   [after:" in out and "place         قاعدة القائم" in out
    assert "not coded" in out


def test_json_has_what_was_coded_and_by_which_rule(run: Run) -> None:
    _, out, _ = run("codebook", "--frame", "withdraw.retreat", "--json")
    frame = json.loads(out)
    first = frame["examples"][0]
    assert first["state"] == "ok" and first["coded"]["actors"] == "USA" and first["differences"] == []
    assert first["rules"]["actors"][0].startswith("after")
    assert frame["crosswalk"]["cameo"] == "0874"


def test_json_alone_lists_the_frames_without_running(run: Run) -> None:
    code, out, _ = run("codebook", "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(lines) == len(read_book().entries)
    assert "state" not in lines[0]["examples"][0]


@pytest.mark.parametrize(("name", "hint"), [("withdraw.retret", "withdraw.retreat"), ("قنديل", "lists all")])
def test_an_unknown_frame_is_wrong_use(run: Run, name: str, hint: str) -> None:
    code, out, err = run("codebook", "--frame", name)
    assert (code, out) == (2, "") and hint in err and len(err.splitlines()) == 1


def test_a_frame_that_was_just_added_works_with_one_command(edited: Path, run: Run) -> None:
    add_frame(edited)
    add_examples(edited)
    code, out, err = run("codebook", "--frame", LEMMA)
    assert code == 0, out + err
    assert f"ok · {NEW} · vso" in out and f"ok · {NEW} · looks_like" in out
    [line] = err.splitlines()
    assert "codebook/frames.csv" in line and "marsad codebook --write" in line


def test_a_new_frame_whose_example_fails_is_told_and_is_exit_1(edited: Path, run: Run) -> None:
    add_frame(edited)
    add_examples(edited, actors="GBR")
    code, out, _ = run("codebook", "--frame", NEW)
    assert code == 1
    assert "FAILS" in out and "! actors        expected GBR, found FRA" in out


def test_a_new_frame_without_examples_is_told(edited: Path, run: Run) -> None:
    add_frame(edited)
    code, _, err = run("codebook", "--frame", NEW)
    assert code == 1 and f"expected a positive example of {NEW}" in err and "negative example" in err


@pytest.mark.parametrize(
    ("cells", "told"), [({"pattern": "muve"}, "pattern: expected one of"), ({"needs": "armd"}, "found armd")]
)
def test_a_slip_in_a_new_row_is_told_in_one_line(
    edited: Path, run: Run, cells: dict[str, str], told: str
) -> None:
    add_frame(edited, **cells)
    add_examples(edited)
    code, _, err = run("codebook", "--frame", NEW)
    assert code == 1 and any(told in line and NEW in line for line in err.splitlines())


@pytest.mark.parametrize(
    ("row", "table"), [(f"{NEW},withdraw,{LEMMA}", "frames"), (f"{NEW},positive,vso", "examples")]
)
def test_a_row_of_too_few_cells_is_told(edited: Path, run: Run, row: str, table: str) -> None:
    add_frame(edited) if table == "examples" else None
    with (edited / "codebook" / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    code, _, err = run("codebook", "--frame", LEMMA)
    assert code == 1 and f"{table}.csv, {NEW}: expected one cell a column" in err


def test_write_renews_document_and_checksums(edited: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    root = edited.parent
    (root / "pyproject.toml").write_text("")
    monkeypatch.setattr(command.marsad, "__file__", str(root / "src/marsad/__init__.py"))
    add_frame(edited)
    add_examples(edited)
    code, out, err = run("codebook", "--write")
    assert (code, out) == (0, "") and "wrote docs/codebook.md" in err
    assert f"### {NEW} · {LEMMA}" in (root / "docs/codebook.md").read_text("utf-8")
    assert [file.name for file in checksums.data_state("codebook/") if file.problem] == []


def test_write_asks_for_a_checkout(edited: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command.marsad, "__file__", str(edited / "src/marsad/__init__.py"))
    code, _, err = run("codebook", "--write")
    assert code == 2 and "expected a checkout" in err


def test_nothing_depends_on_the_soundness_check_being_green(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soundness, "_column", lambda table, name: [])
    code, out, err = run("codebook", "--frame", "withdraw.retreat")
    assert code == 1 and "ok · withdraw.retreat · vso" in out and "expected one of" in err
