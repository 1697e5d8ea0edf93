"""Taking a judgement back gives the former events their former ids; no id is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from marsad.store import Store, add, find, judge, show, undo
from marsad.store.schema import changes, events, mentions
from tests.store.pages import FIGURES, HANDED, OTHERS, record, write


@pytest.fixture
def three(store: Store, tmp_path: Path) -> Store:
    """An attack that two outlets tell of, another one years later, and a base handed over."""
    path = write(
        tmp_path / "three.jsonl",
        record("n1", "nahr", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES),
        record("w2", "wadi", "عشرة قتلى من الجيش في هجوم على ثكنة غاو", OTHERS),
        record("s3", "sahel", "قتيلان في هجوم", FIGURES.replace("سبعة جنود", "جنديان"), "2024-02-08"),
        record("h4", "nahr", "تسليم قاعدة النهر الجوية", HANDED, "2022-08-18"),
    )
    list(add([path], store))
    return store


def placed(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        return {id: event for id, event in connection.execute(select(mentions.c.id, mentions.c.event))}


def attacks(store: Store) -> list[str]:
    return [one.id for one in find(store) if one.type == "attack"]


def test_an_undone_same_gives_both_events_their_ids_again(three: Store) -> None:
    before = placed(three)
    left, *_, right = before_both = attacks(three)
    done = judge(three, left, right, "same", "نوال")
    assert len(attacks(three)) == len(before_both) - 1
    [[one], [other]] = [[shown.event.id for shown in show(three, id).events] for id in (left, right)]
    assert one == other and one in (left, right)
    undo(three, done.id or 0)
    assert placed(three) == before
    assert show(three, left).moved == show(three, right).moved == ()


def test_an_undone_different_gives_the_event_its_id_again(three: Store) -> None:
    before = placed(three)
    [event] = [one.id for one in find(three) if one.articles == 2]
    claims = {claim.outlet: claim.id for claim in show(three, event).events[0].event.claims}
    done = judge(three, claims["nahr"], claims["wadi"], "different", "نوال")
    parted = placed(three)
    assert event in (parted[claims["nahr"]], parted[claims["wadi"]])
    undo(three, done.id or 0)
    assert placed(three) == before
    other = ({parted[claims["nahr"]], parted[claims["wadi"]]} - {event}).pop()
    assert [moved.into for moved in show(three, other).moved] == [event]


def test_whatever_is_judged_and_undone_every_id_leads_somewhere(three: Store) -> None:
    before, seen = placed(three), set(placed(three).values())
    left, *_, right = attacks(three)
    steps = [judge(three, left, right, "same", "نوال")]
    seen |= set(placed(three).values())
    some = sorted(placed(three))
    for word, ends in (("different", (some[0], some[-1])), ("different", (some[1], some[-2]))):
        if placed(three)[ends[0]] == placed(three)[ends[1]]:
            steps.append(judge(three, *ends, word, "نوال"))
            seen |= set(placed(three).values())
    for step in steps:
        undo(three, step.id or 0)
        seen |= set(placed(three).values())
    assert placed(three) == before
    for id in seen:
        assert show(three, id).events, id
    with three.reading() as connection:
        known = set(connection.execute(select(events.c.id)).scalars())
        told = set(connection.execute(select(changes.c.thing).where(changes.c.what == "event")).scalars())
        active = set(connection.execute(select(events.c.id).where(events.c.state == "active")).scalars())
    assert seen <= known and known - active <= told
    assert active == set(placed(three).values())
