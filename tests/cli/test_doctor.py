"""What is installed, whether the data is what was packaged, what is missing."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

import marsad.data
from marsad.cli import doctor, html
from marsad.data import checksums, data_files, tables
from marsad.errors import DataMissing
from tests.conftest import Run

PACKAGED = Path(marsad.data.__file__).parent


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The packaged data in a folder that a test may damage."""
    folder = tmp_path / "data"
    shutil.copytree(PACKAGED, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(tables, "HERE", folder)
    monkeypatch.setattr(checksums, "HERE", folder)
    (folder / checksums.LIST).write_text("".join(checksums.checksum_lines()), "utf-8")
    return folder


def test_the_packaged_list_is_current() -> None:
    listed = (PACKAGED / checksums.LIST).read_text("utf-8")
    assert listed == "".join(checksums.checksum_lines()), "run: python -m marsad.data.checksums"


def test_every_table_template_and_example_page_is_listed() -> None:
    names = {file.name for file in checksums.data_state()}
    assert {name for name, _ in data_files()} < names
    assert {"report/page.html", "report/style.css", "places.csv.gz"} < names
    assert not any(name.endswith((".py", ".pyc")) or name == checksums.LIST for name in names)


def test_digest_and_rows_are_the_files_own(copied: Path) -> None:
    [places] = [file for file in checksums.data_state() if file.name == "places.csv.gz"]
    raw = (copied / "places.csv.gz").read_bytes()
    assert places.sha256 == sha256(raw).hexdigest()
    assert places.rows == len(tables.read_table("places.csv.gz")) and places.problem is None
    assert len(gzip.decompress(raw)) > len(raw)


def spoil(folder: Path, what: str) -> None:
    file = folder / "labels.csv"
    match what:
        case "missing":
            file.unlink()
        case "changed":
            file.write_text(file.read_text("utf-8") + "type,new,x,x\n", "utf-8")
        case "damaged":
            file.write_bytes(b"\xff\xfe\x00")
        case "not in the list":
            (folder / "more.csv").write_text("a,b\n1,2\n", "utf-8")


@pytest.mark.parametrize("what", ["missing", "changed", "damaged", "not in the list"])
def test_what_is_wrong_is_one_line_and_code_1(copied: Path, run: Run, what: str) -> None:
    spoil(copied, what)
    code, out, err = run("doctor")
    name = "more.csv" if what == "not in the list" else "labels.csv"
    [told] = [line for line in err.splitlines() if name in line]
    assert code == 1 and what in told and "reinstall" in told
    assert what in out


def test_a_cut_archive_is_damaged(copied: Path, run: Run) -> None:
    file = copied / "places.csv.gz"
    file.write_bytes(file.read_bytes()[:5000])
    code, _, err = run("doctor")
    assert code == 1 and "places.csv.gz: damaged" in err


def test_a_sound_installation_is_code_0_with_versions(copied: Path, run: Run) -> None:
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    for words in (marsad.__version__, version("trafilatura"), "pyahocorasick", "labels.csv", "ok"):
        assert words in out
    assert "pytest" not in out  # the test extra is not asked for


def test_json_holds_the_same(copied: Path, run: Run) -> None:
    code, out, _ = run("doctor", "--json")
    health = json.loads(out)
    assert code == 0 and health["problems"] == [] and health["dependencies"]["rich"] == version("rich")
    assert {"name", "sha256", "rows", "problem"} == set(health["data"][0])


def test_a_missing_dependency_is_told(copied: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "requires", lambda name: ["rich>=14", 'pytest>=9; extra == "test"', "nowhere>=1"]
    )
    code, out, err = run("doctor")
    assert code == 1 and "nowhere" in out
    assert err == (
        "marsad: dependency nowhere is missing; reinstall with: pip install --force-reinstall marsad\n"
    )


@pytest.mark.parametrize("content", [b"", b"# head\nkind,name,ar,en\n", b"garbage\n"])
def test_a_table_without_rows_is_refused(copied: Path, run: Run, content: bytes) -> None:
    (copied / "labels.csv").write_bytes(content)
    with pytest.raises(
        DataMissing, match=r"labels\.csv: expected a .* found .*; reinstall with: pip install"
    ):
        tables.read_table("labels.csv")
    code, out, err = run("doctor")
    assert code == 1 and "labels.csv: damaged; reinstall" in err and "damaged" in out


def test_reading_with_an_emptied_table_is_one_line_and_code_1(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch, copied: Path
) -> None:
    def code_article(article: object) -> object:
        return tables.read_table("codebook/frames.csv")

    monkeypatch.setattr(sys.modules["marsad.what"], "code_article", code_article)
    (copied / "codebook/frames.csv").write_bytes(b"")
    code, out, err = run("read", "camp.html")
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith("marsad: data file codebook/frames.csv: expected") and "reinstall" in err


@pytest.mark.parametrize("content", [None, b"", b"garbage\n", b"\xff\xfe\x00"])
def test_a_damaged_list_is_told_and_the_rest_is_printed(
    copied: Path, run: Run, content: bytes | None
) -> None:
    file = copied / checksums.LIST
    file.unlink() if content is None else file.write_bytes(content)
    code, out, err = run("doctor")
    what = "missing" if content is None else "damaged"
    assert (code, err) == (
        1,
        f"marsad: data file checksums.txt: {what}; reinstall with: pip install --force-reinstall marsad\n",
    )
    assert "labels.csv" in out and "not checked" in out and version("trafilatura") in out


def test_the_sound_lines_of_a_damaged_list_are_held(copied: Path, run: Run) -> None:
    file = copied / checksums.LIST
    file.write_text("garbage\n" + file.read_text("utf-8"), "utf-8")
    spoil(copied, "changed")
    code, out, err = run("doctor")
    assert code == 1 and "checksums.txt: damaged" in err and "labels.csv: changed" in err and "ok" in out


@pytest.mark.parametrize("content", [None, b"", b"$nothing", b"\xff", b"<p>$"])
def test_a_damaged_template_is_one_line_to_reinstall(
    copied: Path, rooms: None, run: Run, tmp_path: Path, content: bytes | None
) -> None:
    html._template.cache_clear()
    file = copied / "report/page.html"
    file.unlink() if content is None else file.write_bytes(content)
    code, _, err = run("read", "camp.html", "--html", str(tmp_path / "out.html"))
    html._template.cache_clear()
    told = err.splitlines()[0]
    assert (
        code == 1 and told.startswith("marsad: data file report/page.html: expected") and "reinstall" in told
    )
    assert not (tmp_path / "out.html").exists() and "page written" not in err
