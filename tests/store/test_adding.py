"""Pages go in once, whatever happens; a changed page is a new version."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from marsad.records import Failure
from marsad.store import Added, Store, add, adding, find, open_store, show
from marsad.store.schema import articles, failures, mentions, pages, sightings
from tests.store.pages import FIGURES, OTHERS, content, record, two_reports, write


def states(found: list[Added | Failure]) -> list[str]:
    return ["failed" if isinstance(one, Failure) else one.state for one in found]


def number(store: Store, table: object) -> int:
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def test_two_reports_of_one_attack_are_one_event_with_both_tolls(store: Store, tmp_path: Path) -> None:
    assert states(list(add([two_reports(tmp_path)], store))) == ["new", "new"]
    attacks = [one for one in find(store) if one.type == "attack" and one.articles == 2]
    assert len(attacks) == 1
    assert ("fatalities", 7.0, 10.0) in attacks[0].counts
    assert attacks[0].conflict
    told = show(store, attacks[0].id).events[0].event.fatalities
    assert told is not None and {figure.outlets for figure in told.figures} == {("nahr",), ("wadi",)}


def test_the_same_page_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = two_reports(tmp_path)
    list(add([path], store))
    before = content(store)
    assert states(list(add([path], store))) == ["known", "known"]
    assert content(store) == before


def test_the_same_bytes_in_another_place_are_seen_and_not_read_again(store: Store, tmp_path: Path) -> None:
    path = two_reports(tmp_path)
    list(add([path], store))
    copy = write(tmp_path / "copy.jsonl", *path.read_text("utf-8").splitlines())
    assert states(list(add([copy], store))) == ["known", "known"]
    assert number(store, sightings) == 4
    assert number(store, articles) == 2


def test_a_changed_page_is_a_new_version_and_the_events_follow_it(store: Store, tmp_path: Path) -> None:
    list(add([two_reports(tmp_path)], store))
    changed = write(
        tmp_path / "later.jsonl", record("w2", "wadi", "ثمانية قتلى في غاو", OTHERS.replace("عشرة", "ثمانية"))
    )
    assert states(list(add([changed], store))) == ["version"]
    attack = next(one for one in find(store) if one.type == "attack" and one.articles == 2)
    assert ("fatalities", 7.0, 8.0) in attack.counts
    with store.reading() as connection:
        versions = connection.execute(
            select(articles.c.version, articles.c.current).where(articles.c.key == "https://wadi.example/w2")
        ).all()
    assert sorted(versions) == [(1, False), (2, True)]


def test_a_bad_page_is_kept_as_a_failure_once_and_the_rest_goes_in(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "mixed.jsonl", "{broken", record("a", "nahr", "مقتل سبعة", FIGURES), '{"title": 3}'
    )
    for _ in range(2):
        found = list(add([path], store))
        assert states(found).count("failed") == 2
    assert number(store, failures) == 2
    assert number(store, pages) == 1


def test_both_databases_hold_the_same(tmp_path: Path, postgres: str) -> None:
    path = two_reports(tmp_path)
    held = []
    for where in (str(tmp_path / "m.db"), postgres):
        with open_store(where) as store:
            list(add([path], store))
            held.append(content(store))
    assert held[0] == held[1]


def test_the_order_of_adding_does_not_matter(store: Store, tmp_path: Path) -> None:
    first, second = two_reports(tmp_path).read_text("utf-8").splitlines()
    list(add([write(tmp_path / "b.jsonl", second)], store))
    list(add([write(tmp_path / "a.jsonl", first)], store))
    attack = next(one for one in find(store) if one.type == "attack")
    assert (attack.articles, attack.outlets) == (2, 2)
    with store.reading() as connection:
        waiting = select(func.count()).select_from(articles).where(articles.c.linked.is_(False))
        assert connection.execute(waiting).scalar_one() == 0
        lost = select(func.count()).select_from(mentions).where(mentions.c.event.is_(None))
        assert connection.execute(lost).scalar_one() == 0


def test_a_page_without_an_article_fails_again_and_is_kept_once(store: Store, tmp_path: Path) -> None:
    page = tmp_path / "english.txt"
    page.write_text("The committee met again on Monday to discuss harbour fees.", "utf-8")
    for _ in range(2):
        assert states(list(add([page], store))) == ["failed"]
    assert number(store, failures) == number(store, pages) == number(store, sightings) == 1
    assert number(store, articles) == 0


def test_a_page_that_a_newer_coder_can_read_goes_in_then(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "one.jsonl", record("n1", "nahr", "مقتل سبعة", FIGURES))
    with monkeypatch.context() as patch:
        told = Failure(str(path), "article", "NoArticle", "expected an article, found none")
        patch.setattr(adding, "read_page", lambda *_: told)
        assert states(list(add([path], store))) == ["failed"]
    assert states(list(add([path], store))) == ["new"]
    assert states(list(add([path], store))) == ["known"]
