"""`marsad show` as a user meets it: headline, ranges with their sources, mentions, course, grounds, JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import marsad
from marsad.records import Judgement, Reason
from marsad.store.rows import judgement_row
from marsad.store.schema import events, judgements
from tests.conftest import Run
from tests.store.showing.conftest import joining as joining
from tests.store.showing.pages import PAGES, written

WIDE = {"COLUMNS": "110"}
TEN, FIFTEEN, EIGHTEEN = (PAGES[name]["outlet"] for name in ("ten", "fifteen", "eighteen"))


@pytest.fixture
def held(tmp_path: Path, joining: None, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A store with one attack as three outlets tell it: its path, and the event's id."""
    monkeypatch.setenv("COLUMNS", "110")
    path = tmp_path / "m.db"
    with marsad.open_store(path) as store:
        for name in ("ten", "fifteen", "eighteen"):
            list(marsad.add(written(tmp_path, name), store))
        with store.reading() as connection:
            active = select(events.c.id).where(events.c.state == "active")
            return str(path), connection.execute(active).scalars().one()


def test_the_headline_says_what_to_whom_when_and_where(run: Run, held: tuple[str, str]) -> None:
    store, id = held
    code, out, _ = run("show", id, "--store", store)
    first = out.splitlines()[0]
    assert code == 0 and first.startswith(f"{id} · attack · happened · 2020-03-11")
    assert "COALITION" in first and "(IQ)" in first


def test_every_figure_stands_with_its_source_and_the_conflict_is_said(
    run: Run, held: tuple[str, str]
) -> None:
    out = run("show", held[1], "--store", held[0])[1]
    assert f"10: {TEN}; 15: {FIFTEEN}; 18: {EIGHTEEN}" in out
    assert "10–18 rocket · they exclude each other" in out


def test_every_mention_is_quoted_with_its_trigger_marked(run: Run, held: tuple[str, str]) -> None:
    out = run("show", held[1], "--store", held[0])[1]
    with marsad.open_store(held[0]) as store:
        tellings = marsad.show(store, held[1]).events[0].tellings
    for telling in tellings:
        assert f"[{telling.claim.trigger}]" in out and telling.claim.id in out and telling.url in out
    assert "says مصدر عسكري عراقي" in out and "the toll rises: fatalities 2, then 3; 1 day later" in out


def test_arabic_words_for_those_who_read_arabic(run: Run, held: tuple[str, str]) -> None:
    out = run("show", held[1], "--store", held[0], "--lang", "ar")[1]
    assert "هجوم · حدث" in out and "المقذوفات" in out and "happened" not in out


def test_why_says_that_nothing_holds_a_single_report_together(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "one.db")
    with marsad.open_store(path) as store:
        list(marsad.add(written(tmp_path, "ten"), store))
    out = run("show", "ten", "--store", path, "--why")[1]
    assert "what holds its mentions together" in out and "one report only" in out


def test_json_is_one_object_as_the_readme_documents_it(run: Run, held: tuple[str, str]) -> None:
    code, out, _ = run("show", held[1], "--store", held[0], "--json", "--why")
    answer = json.loads(out)
    assert code == 0 and list(answer) == ["asked", "known_as", "moved", "events"]
    [event] = answer["events"]
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    section = readme[readme.index("### An event as JSON") :].partition("\n### ")[0]
    assert [key for key in event if f"`{key}`" not in section] == []
    assert [figure["low"] for figure in event["munitions"]["figures"]] == [10, 15, 18]
    assert event["start"] == "2020-03-11" and len(event["mentions"]) >= 5
    for mention in event["mentions"]:
        start, end = mention["trigger_in_quote"]
        assert mention["quote"][start:end] == mention["trigger"]


def test_redirects_tombstones_and_unknown_ids_are_said_in_one_line(run: Run, held: tuple[str, str]) -> None:
    store, id = held
    code, out, err = run("show", "e404", "--store", store)
    assert (code, out) == (1, "") and err.startswith("marsad: e404: expected the id of an event")
    with marsad.open_store(store) as opened, opened.writing() as connection:
        connection.execute(update(events).where(events.c.id == id).values(state="gone"))
    code, out, _ = run("show", id, "--store", store)
    assert code == 0 and out.strip() == f"{id} is gone: no mention tells of it any more"
    code, out, _ = run("show", id, "--store", store, "--json")
    assert json.loads(out)["moved"][0]["state"] == "gone" and json.loads(out)["events"] == []


def test_an_article_that_tells_of_several_events_shows_them_all(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "two.db")
    with marsad.open_store(path) as store:
        list(marsad.add(written(tmp_path, "fifteen"), store))
        count = len(marsad.show(store, "fifteen").events)
    code, out, err = run("show", "fifteen", "--store", path)
    assert code == 0 and out.count(" · attack · ") >= count > 1
    assert err == f"marsad: fifteen tells of {count} events\n"


def test_a_wrong_language_is_refused(run: Run, held: tuple[str, str]) -> None:
    code, _, err = run("show", held[1], "--store", held[0], "--lang", "fr")
    assert code == 2 and "--lang fr: expected en or ar" in err


def test_why_weighs_each_reason_and_says_who_judged(run: Run, held: tuple[str, str]) -> None:
    store, id = held
    with marsad.open_store(store) as opened:
        claims = marsad.show(opened, id).events[0].event.claims
        reasons = (Reason("place", "same", 5.0), Reason("killed", "other", -1.0))
        machine = Judgement("event", claims[0].id, claims[-1].id, "same", "marsad", 0.97, reasons)
        human = Judgement("event", claims[1].id, claims[-1].id, "same", "ليلى")
        with opened.writing() as connection:
            for judgement, by_hand in ((machine, False), (human, True)):
                connection.execute(insert(judgements), judgement_row(judgement, by_hand, None))
    out = run("show", id, "--store", store, "--why")[1]
    joined = out[out.index("what holds its mentions together") :]
    assert "same · probability 0.970 · sum of weights +4.0 · judged by marsad" in joined
    assert "+5.0  same base or town" in joined and "-1.0  other tolls" in joined
    assert "same · judged by a person ليلى" in joined


def test_a_store_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    code, out, err = run("show", "e1", "--store", str(path))
    assert code != 0 and out == "" and str(path) in err and len(err.splitlines()) == 1
    assert not path.exists()
