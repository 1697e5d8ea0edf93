"""Paths in, one reading or one failure a page out, whatever a page or a room does."""

from __future__ import annotations

import gc
import sys
import weakref
from pathlib import Path

import pytest

import marsad
from marsad.errors import DataMissing, NotArabic, PageError
from marsad.read import Reading, read
from marsad.records import Failure, Page
from tests.cli.examples import READING
from tests.conftest import Run


def test_the_package_offers_the_verb() -> None:
    assert marsad.read is read and marsad.Reading is Reading


def test_every_page_comes_out_once_and_in_order(rooms: None) -> None:
    found = list(read(["camp.html", "persian.html", "broken/", "bug.html", "camp.html"]))
    kinds = [item.error if isinstance(item, Failure) else item.article.title for item in found]
    title = READING.article.title
    assert kinds == [title, "NotArabic", "RuntimeError", "ZeroDivisionError", title]


def test_one_path_needs_no_list(rooms: None) -> None:
    assert list(read("camp.html")) == [READING]


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("persian.html", "NotArabic", "expected Arabic, found Persian"),
        ("bug.html", "ZeroDivisionError", "unexpected error: division by zero in a clause"),
        ("broken/", "RuntimeError", "unexpected error: a folder that breaks the room"),
    ],
)
def test_a_failure_names_page_error_and_reason_on_one_line(
    rooms: None, path: str, error: str, message: str
) -> None:
    [failure] = read([path])
    assert isinstance(failure, Failure)
    assert (failure.source, failure.error, failure.message) == (path, error, message)


def test_the_traceback_is_kept_for_debugging(rooms: None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG", logger="marsad"):
        list(read(["bug.html"]))
    assert "ZeroDivisionError" in caplog.text and "Traceback" in caplog.text


def test_a_damaged_table_ends_the_run_because_no_page_can_be_read(
    rooms: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(article: object) -> None:
        raise DataMissing("data table frames.csv: damaged")

    monkeypatch.setattr(sys.modules["marsad.what"], "code_article", damaged)
    with pytest.raises(DataMissing, match="frames"):
        list(read(["camp.html"]))


@pytest.mark.parametrize("room", ["who", "article", "howmany"])
def test_the_room_is_the_innermost_one_that_the_error_passed(
    rooms: None, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    """A function that a room owns is one whose globals bear the room's name."""
    owned: dict[str, object] = {"__name__": f"marsad.{room}.find"}
    exec("def find(article): raise KeyError('row')", owned)
    monkeypatch.setattr(sys.modules["marsad.what"], "code_article", owned["find"])
    [failure] = read(["camp.html"])
    assert isinstance(failure, Failure)
    assert (failure.room, failure.error) == (room, "KeyError")


def test_a_room_shared_by_all_is_not_named(rooms: None, monkeypatch: pytest.MonkeyPatch) -> None:
    inner: dict[str, object] = {"__name__": "marsad.arabic.fold"}
    exec("def fold(article): raise ValueError('letter')", inner)
    outer: dict[str, object] = {"__name__": "marsad.when.find", "fold": inner["fold"]}
    exec("def find(article): return fold(article)", outer)
    monkeypatch.setattr(sys.modules["marsad.what"], "code_article", outer["find"])
    [failure] = read(["camp.html"])
    assert isinstance(failure, Failure) and failure.room == "when"


def test_the_publication_date_and_standard_input_reach_the_rooms(
    rooms: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[object] = []

    def read_pages(paths: object, stdin: object = None) -> list[Page]:
        got.append(stdin)
        return [Page("-", b"", "text", "", None)]

    def read_article(page: Page, published: object = None) -> object:
        got.append(published)
        raise PageError(page.source, "enough")

    monkeypatch.setattr(sys.modules["marsad.intake"], "read_pages", read_pages)
    monkeypatch.setattr(sys.modules["marsad.article"], "read_article", read_article)
    list(read(["-"], "day", "stream"))  # type: ignore[arg-type]
    assert got == ["stream", "day"]


def test_only_errors_about_a_page_are_expected() -> None:
    assert issubclass(NotArabic, PageError) and not issubclass(DataMissing, PageError)


def test_a_page_is_never_written_over(rooms: None, run: Run, tmp_path: Path) -> None:
    page, link = tmp_path / "camp.html", tmp_path / "link.html"
    page.write_text("words", "utf-8")
    link.symlink_to(page)
    code, out, err = run("read", str(page), "--html", str(link))
    assert (code, out, page.read_text("utf-8")) == (2, "", "words")
    assert "expected another file than the one that is read" in err and len(err.splitlines()) == 1


class Knot:
    """An object that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_reading_in_a_loop_keeps_no_garbage(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("انسحبت القوات الفرنسية من القاعدة الجوية في نيامي صباح اليوم.\n" * 2, "utf-8")
    list(read(page))
    dropped = weakref.ref(Knot())
    list(read(page))
    gc.collect()
    assert dropped() is None
