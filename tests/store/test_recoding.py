"""A newer coder reads the kept pages again: what it finds again keeps its id, the rest is retired."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from marsad.read import Reading
from marsad.records import EventMention, Failure, Found, Place, When
from marsad.store import Store, add, again, check_store, find, judge, recoding, show
from marsad.store.schema import articles, judgements, mentions, pages, runs
from tests.store.pages import content, two_reports

Change = Callable[[tuple[EventMention, ...]], tuple[EventMention, ...]]


@pytest.fixture
def kept(store: Store, tmp_path: Path) -> Store:
    list(add([two_reports(tmp_path)], store))
    return store


def recode(store: Store, monkeypatch: pytest.MonkeyPatch, change: Change) -> list[object]:
    """As if a newer coder found other mentions."""
    read_page = recoding.read_page

    def newer(*given: object) -> Reading | Failure:
        reading = read_page(*given)  # type: ignore[arg-type]
        assert isinstance(reading, Reading)
        return replace(reading, mentions=change(reading.mentions))

    with store.writing() as connection:
        connection.execute(update(runs).values(coder="0.0.1"))
    with monkeypatch.context() as patch:
        patch.setattr(recoding, "read_page", newer)
        return list(again(store))


def standing(store: Store) -> dict[str, str | None]:
    with store.reading() as connection:
        rows = connection.execute(select(mentions.c.id, mentions.c.event, mentions.c.retired))
        return {id: event for id, event, retired in rows if retired is None}


def test_the_same_coder_has_nothing_to_do(kept: Store) -> None:
    before = content(kept)
    assert list(again(kept)) == []
    assert content(kept) == before


def test_the_same_findings_change_nothing_at_all(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(kept)
    assert len(recode(kept, monkeypatch, lambda found: found)) == 2
    after = content(kept)
    for table in ("pages", "articles", "mentions", "events", "parties"):
        assert after[table] == before[table], table


def test_what_is_not_found_any_more_is_retired_and_comes_back_under_its_id(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = standing(kept)
    recode(kept, monkeypatch, lambda found: found[:1])
    after = standing(kept)
    assert len(after) == 2 < len(before) and after.keys() < before.keys()
    assert None not in after.values()
    with kept.reading() as connection:
        gone = connection.execute(select(mentions.c.event).where(mentions.c.retired.is_not(None))).scalars()
        assert set(gone) == {None}
    recode(kept, monkeypatch, lambda found: found)
    assert standing(kept) == before


def test_new_values_reach_the_event(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def planned(found: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
        return tuple(replace(one, factuality=replace(one.factuality, value="planned")) for one in found)

    ids = set(standing(kept))
    assert {one.factuality for one in find(kept)} == {"happened"}
    recode(kept, monkeypatch, planned)
    assert set(standing(kept)) == ids
    assert {one.factuality for one in find(kept)} == {"planned"}
    assert check_store(kept.where).problems == () if kept.is_sqlite else True


def test_what_the_machine_judged_of_old_values_is_judged_anew(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One outlet's attack turns out to be a withdrawal: the two are no longer one event."""

    def other(found: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
        moved = any(one.fatalities and one.fatalities.value.low == 10 for one in found)
        return tuple(replace(one, type="withdraw", fatalities=None) for one in found) if moved else found

    assert [one.outlets for one in find(kept)] == [2]
    recode(kept, monkeypatch, other)
    assert sorted((one.type, one.outlets) for one in find(kept)) == [("attack", 1), ("withdraw", 1)]


def test_values_that_no_longer_agree_part_an_event(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(found: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
        """The same mentions, in one outlet years earlier and in a country far away."""
        if not any(one.fatalities and one.fatalities.value.low == 10 for one in found):
            return found
        return tuple(replace(one, place=_far(one), date=_early(one)) for one in found)

    recode(kept, monkeypatch, elsewhere)
    assert [one.outlets for one in find(kept)] == [1, 1]
    with kept.reading() as connection:
        standing = select(judgements.c.left, judgements.c.right).where(
            judgements.c.level == "event", judgements.c.undone.is_(None), judgements.c.judgement == "same"
        )
        assert connection.execute(standing).all() == []
    recode(kept, monkeypatch, lambda found: found)
    assert [one.outlets for one in find(kept)] == [2]


def _far(mention: EventMention) -> Found[Place] | None:
    aden = Place("عدن", "YE", "settlement", "town", 12.79, 45.03, "aden")
    return replace(mention.place, value=aden) if mention.place else None


def _early(mention: EventMention) -> Found[When] | None:
    day = date(2015, 3, 2)
    return replace(mention.date, value=When(day, day, "day", "absolute")) if mention.date else None


def test_what_a_person_judged_stays(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = show(kept, next(iter(find(kept))).id).events[0].event.claims
    ends = {claim.outlet: claim.id for claim in claims}
    judge(kept, ends["nahr"], ends["wadi"], "different", "سلمى")
    recode(kept, monkeypatch, lambda found: found)
    assert [one.outlets for one in find(kept)] == [1, 1]
    events = standing(kept)
    assert events[ends["nahr"]] != events[ends["wadi"]]


def test_a_damaged_page_is_a_failure_and_the_others_are_coded(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept.writing() as connection:
        page = connection.execute(select(articles.c.page).where(articles.c.outlet == "wadi")).scalar_one()
        connection.execute(update(pages).where(pages.c.sha256 == page).values(bytes=b"damaged"))
    with kept.writing() as connection:
        connection.execute(update(runs).values(coder="0.0.1"))
    before = standing(kept)
    failed, done = sorted(again(kept), key=lambda one: not isinstance(one, Failure))
    assert isinstance(failed, Failure) and "doctor" in failed.message
    assert not isinstance(done, Failure) and done.state == "recoded"
    assert standing(kept) == before
