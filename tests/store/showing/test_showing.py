"""What an id leads to: an event with its mentions and pages, course and grounds; redirects, tombstones."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import marsad
from marsad.errors import NotInStore
from marsad.records import Judgement, Reason
from marsad.same import Account
from marsad.store import Shown, Store
from marsad.store.rows import judgement_row
from marsad.store.runs import now
from marsad.store.schema import articles, blocks, events, judgements, mentions
from tests.store.showing.pages import PAGES, written


def ids(store: Store) -> list[str]:
    """The active events' ids."""
    with store.reading() as connection:
        return list(connection.execute(select(events.c.id).where(events.c.state == "active")).scalars())


def one(store: Store, id: str | None = None, why: bool = False) -> Shown:
    [shown] = marsad.show(store, id or ids(store)[0], why).events
    return shown


def test_every_mention_stands_with_its_page(kept: Store) -> None:
    shown = one(kept)
    assert len(shown.tellings) == len(shown.event.claims) >= 5
    for telling in shown.tellings:
        start, end = telling.trigger
        assert telling.claim.quote[start:end] == telling.claim.trigger
        page = next(page for page in PAGES.values() if page["outlet"] == telling.claim.outlet)
        assert (telling.title, telling.url) == (page["title"], page["url"])
        assert telling.source.endswith(".jsonl#1") and telling.current and telling.copy_of is None


def test_the_ranges_hold_every_source(kept: Store) -> None:
    fired = one(kept).event.munitions
    assert fired and (fired.low, fired.high, fired.conflict) == (10, 18, True)
    assert [(f.low, f.outlets) for f in fired.figures] == [
        (10, (PAGES["ten"]["outlet"],)),
        (15, (PAGES["fifteen"]["outlet"],)),
        (18, (PAGES["eighteen"]["outlet"],)),
    ]
    with kept.reading() as connection:
        row = connection.execute(select(events).where(events.c.state == "active")).mappings().one()
    assert (row["munitions_low"], row["munitions_high"], row["conflict"]) == (10, 18, True)


def test_a_toll_that_rises_is_told_between_its_reports(kept: Store) -> None:
    [link] = one(kept).developments
    assert (link.judgement.judgement, link.within, link.human) == ("rises", True, False)
    assert [reason.found for reason in link.judgement.reasons] == ["fatalities 2, then 3", "1 day later"]


def test_an_event_is_found_by_a_mention_an_article_its_address_and_the_records_own_id(kept: Store) -> None:
    [id] = ids(kept)
    with kept.reading() as connection:
        mention = connection.execute(select(mentions.c.id).limit(1)).scalars().one()
        article = connection.execute(select(articles.c.id).limit(1)).scalars().one()
    asked = {mention: "mention", article: "article", PAGES["ten"]["url"]: "article", "ten": "article"}
    for name, known_as in {id: "event", **asked}.items():
        answer = marsad.show(kept, name)
        assert (answer.asked, answer.known_as) == (name, known_as)
        assert [shown.event.id for shown in answer.events] == [id]


def test_an_id_that_nothing_has_is_refused_in_plain_words(kept: Store) -> None:
    with pytest.raises(NotInStore, match="e404: expected the id of an event, mention or article"):
        marsad.show(kept, "e404")


def test_a_redirect_leads_on_and_says_so_and_a_tombstone_ends(kept: Store) -> None:
    [id] = ids(kept)
    with kept.writing() as connection:
        row = dict(connection.execute(select(events).where(events.c.id == id)).mappings().one())
        old = {**row, "id": "e1", "state": "merged", "merged_into": "e2"}
        older = {**row, "id": "e2", "state": "merged", "merged_into": id}
        gone = {**row, "id": "e3", "state": "gone", "merged_into": None}
        connection.execute(insert(events), [old, older, gone])
    answer = marsad.show(kept, "e1")
    assert [(m.id, m.kind, m.into) for m in answer.moved] == [("e1", "merged", "e2"), ("e2", "merged", id)]
    assert [shown.event.id for shown in answer.events] == [id]
    answer = marsad.show(kept, "e3")
    assert [(m.id, m.kind, m.into) for m in answer.moved] == [("e3", "gone", None)] and answer.events == ()


def test_a_merge_leaves_a_redirect_that_show_follows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.store.showing import conftest

    with marsad.open_store(tmp_path / "m.db") as store:
        for name in ("ten", "eighteen"):
            list(marsad.add(written(tmp_path, name), store))
        apart = ids(store)
        monkeypatch.setattr("marsad.store.events.join", conftest.join_attacks)
        monkeypatch.setattr("marsad.store.events._reached", conftest.everything)
        list(marsad.add(written(tmp_path, "fifteen"), store))
        [left] = ids(store)
        for id in set(apart) - {left}:
            answer = marsad.show(store, id)
            assert [(m.id, m.into) for m in answer.moved] == [(id, left)]
            assert answer.moved[0].at is not None and len(answer.events) == 1


def test_why_shows_the_judgements_that_join_and_the_likest_that_did_not(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = one(kept)
    claims = shown.event.claims
    left, right = claims[0], claims[-1]
    reasons = (Reason("place", "same site", 6.5), Reason("munitions", "exclude each other", -1.5))
    machine = Judgement("event", left.id, right.id, "same", "marsad", 0.97, reasons, now())
    human = Judgement("event", claims[1].id, right.id, "same", "Layla", None, (), now())
    with kept.writing() as connection:
        connection.execute(insert(judgements), [judgement_row(machine, human=False, run=None)])
        connection.execute(insert(judgements), [judgement_row(human, human=True, run=None)])
    grounds = one(kept, why=True).grounds
    assert grounds is not None and [(g.human, g.joins) for g in grounds] == [(True, True), (False, True)]
    assert grounds[1].judgement.reasons == reasons and (grounds[1].left, grounds[1].right) == (left, right)
    assert one(kept).grounds is None


def test_a_neighbour_that_shares_a_block_is_compared_anew(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = one(kept)
    apart = shown.event.claims[-1]
    with kept.writing() as connection:  # its account leaves the event, but shares a block with the others
        connection.execute(
            insert(blocks), [{"block": 7, "account": c} for c in {c.account for c in shown.event.claims}]
        )
        other = insert(events).from_select(
            [column.name for column in events.c],
            select(*[_renamed(column.name) for column in events.c]).where(events.c.id == shown.event.id),
        )
        connection.execute(other)
        moved = update(mentions).where(mentions.c.account == apart.account).values(event="e9")
        connection.execute(moved)

    def explain_all(pairs: list[tuple[Account, Account]]) -> list[Judgement]:
        reason = Reason("date", "days apart", -4.0)
        ends = [(left.claims[0].id, right.claims[0].id) for left, right in pairs]
        return [Judgement("event", *both, "different", "marsad", 0.1, (reason,)) for both in ends]

    monkeypatch.setattr("marsad.store.grounds.explain_all", explain_all)
    grounds = one(kept, shown.event.id, why=True).grounds
    assert grounds is not None
    [ground] = [ground for ground in grounds if not ground.joins]
    assert ground.other == "e9" and ground.judgement.score == 0.1


def _renamed(name: str) -> object:
    from sqlalchemy import literal

    return literal("e9").label("id") if name == "id" else events.c[name]
