"""A source is forgotten: its bytes and words are gone from the store, its ids say so, the events follow."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Table, select

from marsad.records import Failure
from marsad.store import Query, Store, add, check_store, find, forget, judge, open_store, show
from marsad.store.schema import articles, changes, events, failures, mentions, metadata, pages, sightings
from tests.conftest import Run
from tests.store.pages import FIGURES, OTHERS, content, record, two_reports, write

WORDS = "مسلحون على ثكنة"  # stand in FIGURES only


@pytest.fixture
def merged(store: Store, tmp_path: Path) -> Store:
    list(add([two_reports(tmp_path)], store))
    return store


def rows(store: Store, table: Table) -> list[dict[str, object]]:
    with store.reading() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def all_text(store: Store) -> str:
    return repr([rows(store, table) for table in metadata.sorted_tables])


def test_the_other_source_remains_as_if_it_had_been_alone(merged: Store, tmp_path: Path) -> None:
    before = next(one for one in find(merged) if one.articles == 2)
    assert WORDS in all_text(merged)
    gone = forget(merged, "nahr")
    assert len(gone.articles) == 1 and gone.mentions > 0
    assert WORDS not in all_text(merged)
    with open_store(tmp_path / "alone.db") as alone:
        list(add([write(tmp_path / "w.jsonl", record("w2", "wadi", *_other()))], alone))
        assert told(merged) == told(alone)
    assert [one.id for one in show(merged, before.id).events[0].event.claims]  # its id still leads to it
    assert check_store(merged.where).problems == () if merged.is_sqlite else True


def _other() -> tuple[str, str]:
    return "عشرة قتلى من الجيش في هجوم على ثكنة غاو", OTHERS


def told(store: Store) -> list[tuple[object, ...]]:
    return sorted(((one.type, one.day, one.counts, one.outlets) for one in find(store)), key=repr)


def test_ids_of_what_is_gone_are_tombstones(merged: Store) -> None:
    [other] = [row for row in rows(merged, articles) if row["outlet"] == "wadi"]
    lost = {row["id"] for row in rows(merged, mentions) if row["article"] != other["id"]}
    gone = forget(merged, "nahr")
    told = {(row["what"], row["thing"]) for row in rows(merged, changes) if row["kind"] == "forgotten"}
    assert told == {("article", gone.articles[0])} | {("mention", id) for id in lost}
    forget(merged, "wadi")
    assert list(find(merged)) == []
    assert {row["state"] for row in rows(merged, events)} <= {"gone", "merged"}
    for row in rows(merged, events):
        assert show(merged, str(row["id"])).events == ()


def test_what_is_forgotten_does_not_come_back(merged: Store, tmp_path: Path) -> None:
    forget(merged, "nahr")
    before = content(merged)
    states = [one.state for one in add([two_reports(tmp_path)], merged)]  # type: ignore[union-attr]
    assert states == ["forgotten", "known"]
    assert content(merged) == before
    assert list(find(merged, Query(text=WORDS))) == []


@pytest.mark.parametrize("name", ["outlet", "url", "id", "source", "folder", "file"])
def test_a_source_is_named_in_many_ways(merged: Store, name: str, tmp_path: Path) -> None:
    [ours] = [row for row in rows(merged, articles) if row["outlet"] == "nahr"]
    named = {"folder": str(tmp_path), "file": str(tmp_path / "two.jsonl")}
    meant = named.get(name) or str(ours[name])
    dry = forget(merged, meant, dry_run=True)
    assert len(dry.articles) == (2 if name in named else 1) and ours["id"] in dry.articles
    assert content(merged)["mentions"], "a dry run takes nothing out"
    assert forget(merged, meant) == dry
    assert forget(merged, meant).articles == ()


def test_pages_without_an_article_go_with_their_folder(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "english.txt").write_text("The committee met again on Monday to discuss harbour fees.", "utf-8")
    found = list(add([folder], store))
    assert isinstance(found[0], Failure) and rows(store, failures)
    forget(store, str(folder))
    assert rows(store, failures) == rows(store, sightings) == []
    assert [row["bytes"] for row in rows(store, pages)] == [None]


def test_a_persons_judgement_on_what_is_gone_falls_away(merged: Store) -> None:
    claims = show(merged, next(iter(find(merged))).id).events[0].event.claims
    ends = {claim.outlet: claim.id for claim in claims}
    judge(merged, ends["nahr"], ends["wadi"], "different", "سلمى")
    forget(merged, "nahr")
    assert {one.outlets for one in find(merged)} == {1}


def test_nothing_of_it_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    with open_store(path) as store:
        list(add([two_reports(tmp_path)], store))
        forget(store, "nahr")
        held = b"".join(one.read_bytes() for one in tmp_path.glob("m.db*"))
        assert WORDS.encode() not in held and "ثكنه".encode() in held
        assert FIGURES.encode() not in held


def test_the_command_says_what_is_forgotten(run: Run, tmp_path: Path) -> None:
    where = str(tmp_path / "m.db")
    run("add", str(two_reports(tmp_path)), "--store", where)
    code, out, err = run("forget", "nahr", "--dry-run", "--store", where)
    assert code == 0 and len(out.splitlines()) == 1 and "would be forgotten" in err
    code, out, err = run("forget", "nahr", "--store", where)
    assert code == 0 and len(out.splitlines()) == 1 and "1 articles" in err
    code, out, err = run("forget", "nahr", "--store", where)
    assert (code, out) == (1, "") and "nahr" in err
