"""`marsad doctor --store` says what is wrong with a store, a line each, with what to do."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update

from marsad.store import Store, add, check_store, forget, open_store
from marsad.store.schema import articles, mentions, pages, runs, search, timeline
from marsad.store.upgrading import newest
from tests.conftest import Run
from tests.store.pages import two_reports


@pytest.fixture
def kept(where: str, tmp_path: Path) -> str:
    with open_store(where) as store:
        list(add([two_reports(tmp_path)], store))
    return where


def first_page(store: Store) -> str:
    with store.reading() as connection:
        return str(connection.execute(select(pages.c.sha256).order_by(pages.c.sha256)).scalars().first())


def spoil(where: str, what: str) -> None:
    with open_store(where) as store:
        page = first_page(store)
        broken = {
            "unpacked": {"bytes": b"no zlib"},
            "expected 1 bytes": {"size": 1},
            "not those that were added": {"bytes": zlib.compress(b"x"), "size": 1},
        }
        with store.writing() as connection:
            if what in broken:
                connection.execute(update(pages).where(pages.c.sha256 == page).values(broken[what]))
            elif what == "belong to an event":
                connection.execute(update(mentions).values(event="e0"))
            elif what == "search keys":
                connection.execute(delete(search))
            else:
                connection.execute(delete(timeline))


PROBLEMS = (
    "unpacked",
    "expected 1 bytes",
    "not those that were added",
    "belong to an event",
    "search keys",
    "timeline",
)


def test_a_sound_store_is_code_0_with_revision_and_counts(kept: str, run: Run) -> None:
    code, out, err = run("doctor", "--store", kept)
    assert (code, err) == (0, "")
    assert f"revision {newest()}" in out and "2 pages" in out and "2 articles" in out
    code, out, _ = run("doctor", "--json", "--store", kept)
    told = json.loads(out)
    assert code == 0 and told["problems"] == [] and told["counts"]["articles"] == 2


@pytest.mark.parametrize("what", PROBLEMS)
def test_what_is_wrong_is_one_line_and_code_1(kept: str, run: Run, what: str) -> None:
    spoil(kept, what)
    code, _, err = run("doctor", "--store", kept)
    told = [line for line in err.splitlines() if what in line]
    assert code == 1 and len(told) == 1, err
    assert "; " in told[0], "it says what to do"
    code, out, _ = run("doctor", "--json", "--store", kept)
    assert code == 1 and any(what in line for line in json.loads(out)["problems"])


def test_rows_that_name_rows_that_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    with open_store(path) as store:
        list(add([two_reports(tmp_path)], store))
        with store.engine.connect() as plain:
            plain.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            plain.execute(text("DELETE FROM pages"))
            plain.commit()
    assert any("rows that are not there" in line for line in check_store(str(path)).problems)


def test_what_is_merely_left_to_do_is_no_problem(kept: str, run: Run) -> None:
    with open_store(kept) as store, store.writing() as connection:
        connection.execute(update(runs).values(ended_at=None))
        connection.execute(update(articles).values(linked=False))
    code, _, err = run("doctor", "--store", kept)
    assert code == 0 and "2 articles have not been compared" in err and "1 runs did not end" in err


def test_a_forgotten_page_is_no_problem(kept: str) -> None:
    with open_store(kept) as store:
        forget(store, "nahr")
    assert check_store(kept).problems == ()


def test_a_store_that_cannot_be_opened_is_a_problem(tmp_path: Path, run: Run) -> None:
    code, out, err = run("doctor", "--store", str(tmp_path / "none.db"))
    assert code == 1 and "no such file" in err and "none.db" in out
