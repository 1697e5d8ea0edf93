"""The command line: what stands on stdout, what on stderr, and the exit code."""

from __future__ import annotations

import builtins
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from marsad import __version__
from marsad.cli import entry, output
from marsad.cli.labels import names
from marsad.errors import BadUse, DataMissing
from marsad.read import Reading
from marsad.records import Found, Quantity
from tests.cli.conftest import PAGES
from tests.cli.examples import READING, STRIKE, actor, at
from tests.conftest import Run


def test_read_prints_a_table_under_english_heads(rooms: None, run: Run) -> None:
    code, out, err = run("read", "camp.html")
    lines = [line.split() for line in out.splitlines()]
    assert code == 0
    assert ["type", "date", "actors", "trigger"] in lines
    assert ["factuality", "quantity", "recipients", "place"] in lines
    assert ["killed", "wounded", "says"] in lines
    assert ["withdraw", "2020-03-26", "FRA", "سحبت"] in lines
    assert ["happened", "200", "(soldier)", "from", "معسكر", "النخيل", "(IQ)"] in lines
    assert ["happened", "IRQ", "at", "معسكر", "النخيل", "(IQ)"] in lines
    assert ["3", "killed", "18–22", "wounded"] in lines
    assert ["says", "الناطق", "باسم", "الأركان"] in lines
    assert "published 2020-03-28 (option)" in out and "share_bar, headline_variant" in out
    assert err == "marsad: 1 article read, 5 mentions; 0 without mentions; 0 pages failed\n"


def test_a_sentence_of_two_mentions_stands_once(rooms: None, run: Run) -> None:
    _, out, _ = run("read", "camp.html")
    assert " ".join(out.split()).count("أعلن الناطق باسم الأركان أن باريس سحبت الخميس") == 1


@pytest.mark.parametrize("columns", [30, 40, 59, 60, 61, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run("read", "camp.html")
    assert max(map(len, out.splitlines())) <= min(columns, 110)


@pytest.mark.parametrize("columns", [30, 40, 59, 60, 61, 80])
def test_no_column_breaks_a_word(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run("read", "camp.html")
    words = out.split()
    for word in ("withdraw", "handover", "happened", "demanded", "2020-03-26", "2020-03-16…22", "النخيل"):
        assert word in words
    assert ("factuality" in words) is (columns >= 60)


def test_where_it_is_narrow_each_field_has_its_line(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    _, out, _ = run("read", "camp.html")
    lines = [line.rstrip() for line in out.splitlines()]
    at_ = lines.index("  handover happened وسلمته")
    assert lines[at_ + 1 : at_ + 6] == [
        "    date 2020-03-26",
        "    actors FRA",
        "    recipients IRQ",
        "    at معسكر النخيل (IQ)",
        "    says الناطق باسم الأركان",
    ]
    assert "    3 killed" in lines and "    18–22 wounded" in lines


def test_codes_break_after_the_comma_and_a_unit_is_not_said_twice(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = tuple(actor(code, code, at("طائرات")) for code in ("KATAIB_HEZBOLLAH", "SYR", "FOREIGN_FORCES"))
    none = Found(Quantity(0, 0, "killed", "person"), (at("ثلاثة جنود"),), "killed")
    guards = Found(Quantity(5, 5, "guard", "force"), (at("نحو عشرين"),), "wounded")
    strike = replace(STRIKE, actors=who, fatalities=none, wounded=guards)
    monkeypatch.setitem(PAGES, "evil", Reading(replace(READING.article), (strike,)))
    _, out, _ = run("read", "evil")
    assert not [line for line in out.splitlines() if line.strip().startswith(",")]
    columns = [line[31:47].rstrip() for line in out.splitlines()]
    assert columns[columns.index("KATAIB_HEZBOLLAH") + 1 :][:2] == ["SYR,", "FOREIGN_FORCES"]
    assert " 0 killed" in out and "5 (guard)" in out and "(killed)" not in out


def test_a_page_cannot_send_the_terminal_its_own_orders(rooms: None, run: Run, evil: str) -> None:
    _, out, err = run("read", evil)
    assert "\x1b" not in out + err and "\u202e" not in out + err


@pytest.fixture
def evil(monkeypatch: pytest.MonkeyPatch) -> str:
    title = "\x1b[2Jعنوان\u202e"
    article = replace(READING.article, title=title, outlet="\x1b]0;x\x07", source="a\x1b.html")
    monkeypatch.setitem(PAGES, "evil", replace(READING, article=article))
    return "evil"


def test_json_lines_are_one_article_a_line(rooms: None, run: Run) -> None:
    code, out, _ = run("read", "camp.html", "rain.html", "--json", "--all-articles")
    first, second = map(json.loads, out.splitlines())
    assert code == 0 and second["mentions"] == []
    assert [mention["type"] for mention in first["mentions"]] == [
        "withdraw",
        "withdraw",
        "handover",
        "attack",
        "withdraw",
    ]


def test_articles_without_mentions_are_counted_and_shown_on_demand(rooms: None, run: Run) -> None:
    _, out, err = run("read", "rain.html", "camp.html")
    assert "أمطار" not in out and "2 articles read, 5 mentions; 1 without mentions" in err
    _, out, _ = run("read", "rain.html", "--all-articles")
    assert "أمطار" in out


def test_only_the_types_asked_for(rooms: None, run: Run) -> None:
    _, out, err = run("read", "camp.html", "--json", "--type", "attack", "--type", "handover")
    assert [mention["type"] for mention in json.loads(out)["mentions"]] == ["handover", "attack"]
    assert "2 mentions" in err


def test_a_bad_page_is_one_line_and_the_rest_is_read(rooms: None, run: Run) -> None:
    code, out, err = run("read", "persian.html", "bug.html", "camp.html", "--json")
    assert code == 1 and len(out.splitlines()) == 1
    persian, bug, sums = err.splitlines()
    assert persian == "marsad: persian.html: expected Arabic, found Persian (read: NotArabic)"
    assert bug.startswith("marsad: bug.html: unexpected error: division by zero in a clause")
    assert sums.endswith("2 pages failed")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["read"], "Missing argument"),
        (["read", "camp.html", "--published", "28/3/2020"], "expected a date such as 2020-03-28"),
        (["read", "camp.html", "--published", "20200328"], "expected a date such as 2020-03-28"),
        (["read", "camp.html", "--published", "2020-W13-6"], "expected a date such as 2020-03-28"),
        (["read", "camp.html", "--type", "retreat"], "the types are withdraw, deploy, handover"),
        (
            ["read", "camp.html", "--html", "no/such/folder/page.html"],
            "expected a file in an existing folder",
        ),
        (["read", "camp.html", "--html", "."], "expected a file in an existing folder"),
        (["read", "camp.html", "--colour"], "No such option"),
        (["reed", "camp.html"], "No such command"),
        (["evaluate"], "expected a gold file"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(rooms: None, run: Run, args: list[str], told: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert told in err and len(err.splitlines()) == 1 and err.startswith("marsad: ")


def test_the_types_are_the_nine_of_the_codebook() -> None:
    from marsad.evaluation import TYPES

    assert names("type") == TYPES or set(names("type")) == set(TYPES)
    assert len(names("factuality")) == 6


def test_version_and_help(run: Run) -> None:
    assert run("--version")[1] == f"marsad {__version__}\n"
    code, out, _ = run("--help")
    assert code == 0 and all(command in out for command in ("read", "demo", "evaluate", "doctor"))


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "marsad: interrupted"),
        (BadUse("this makes no sense"), 2, "marsad: this makes no sense"),
        (DataMissing("data table x.csv: damaged"), 1, "marsad: data table x.csv: damaged"),
        (PermissionError(13, "Permission denied", "out.html"), 1, "cannot read or write"),
        (RuntimeError("two\nlines"), 1, "unexpected error: RuntimeError: two lines"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_whatever_goes_wrong_is_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    def fail(args: object) -> int:
        raise error

    monkeypatch.setattr(entry, "_run", fail)
    monkeypatch.setattr(entry.os, "dup2", lambda *ends: None)  # stdout of the tests stays open
    got, out, err = run("doctor")
    assert (got, out) == (code, "")
    assert told in err and len(err.splitlines()) == (1 if told else 0)


def test_interrupted_while_reading(rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(article: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["marsad.what"], "code_article", stop)
    code, _, err = run("read", "camp.html")
    assert code == 130 and "Traceback" not in err


def test_a_missing_dependency_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_rich(name: str, *rest: object) -> object:
        if name.split(".")[0] == "typer":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_rich)
    code, out, err = run("doctor")
    assert (code, out) == (1, "")
    assert (
        err
        == "marsad: a dependency is missing (No module named 'typer'); reinstall with: pip install marsad\n"
    )


@pytest.mark.parametrize(("pages", "drawn"), [(3, False), (4, True)])
def test_more_than_a_few_pages_get_a_bar_on_a_terminal(
    rooms: None, run: Run, monkeypatch: pytest.MonkeyPatch, pages: int, drawn: bool
) -> None:
    bars: list[int] = []
    monkeypatch.setattr(output.Progress, "start", lambda bar: bars.append(1))
    monkeypatch.setattr(sys.stderr.__class__, "isatty", lambda stream: stream is sys.stderr)
    run("read", *["camp.html"] * pages, "--json")
    assert bool(bars) is drawn


def test_no_bar_where_stderr_is_no_terminal(rooms: None, run: Run) -> None:
    _, _, err = run("read", *["camp.html"] * 9, "--json")
    assert err.count("\n") == 1


def test_the_page_takes_the_place_of_the_table(rooms: None, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    code, out, err = run("read", "camp.html", "persian.html", "--html", str(file))
    page = file.read_text("utf-8")
    assert (code, out) == (1, "") and f"page written to {file}" in err
    assert 'dir="rtl" lang="ar"' in page or 'lang="ar" dir="rtl"' in page
    assert "expected Arabic, found Persian" in page


def test_colours_stay_out_of_a_pipe(rooms: None, run: Run) -> None:
    assert "\x1b" not in run("read", "camp.html")[1]
    assert not Console().is_terminal
