"""A person's word outranks the machine's, is undone without a trace in the events, and is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from marsad.errors import BadUse, NotInStore
from marsad.store import Store, add, find, judge, show, undo
from marsad.store import again as code_again
from marsad.store.schema import changes, events, mentions, runs
from tests.store.pages import content, record, two_reports, write


@pytest.fixture
def merged(store: Store, tmp_path: Path) -> Store:
    list(add([two_reports(tmp_path)], store))
    return store


def ends(store: Store) -> tuple[str, str]:
    """A mention of each outlet in the merged event."""
    event = next(one for one in find(store) if one.articles == 2)
    claims = show(store, event.id).events[0].event.claims
    return tuple(next(claim.id for claim in claims if claim.outlet == name) for name in ("nahr", "wadi"))  # type: ignore[return-value]


def groups(store: Store) -> list[tuple[str, ...]]:
    held: dict[str, list[str]] = {}
    with store.reading() as connection:
        for id, event in connection.execute(select(mentions.c.id, mentions.c.event)):
            held.setdefault(event, []).append(id)
    return sorted(tuple(sorted(ids)) for ids in held.values())


def test_different_parts_an_event_and_undo_restores_it_under_its_id(merged: Store) -> None:
    before = content(merged)["events"]
    left, right = ends(merged)
    done = judge(merged, left, right, "different", "سلمى")
    held = {id: group for group in groups(merged) for id in group}
    assert right not in held[left]
    undo(merged, done.id or 0)
    active = [row for row in content(merged)["events"] if "active" in row]
    assert active == [row for row in before if "active" in row]


def test_same_joins_and_the_lost_id_leads_on(merged: Store) -> None:
    left, right = ends(merged)
    done = judge(merged, left, right, "different", "سلمى")
    with merged.reading() as connection:
        parted = {id: event for id, event in connection.execute(select(mentions.c.id, mentions.c.event))}
    undo(merged, done.id or 0)
    for id in (parted[left], parted[right]):
        answer = show(merged, id)
        assert [shown.event.articles for shown in answer.events] == [2]
    with merged.reading() as connection:
        told = connection.execute(select(changes.c.kind, changes.c.thing, changes.c.into)).all()
    assert any(kind == "merged" and into for kind, _, into in told)


def test_a_persons_same_joins_what_the_machine_keeps_apart(merged: Store, tmp_path: Path) -> None:
    elsewhere = record("s3", "sahra", "انسحاب", "انسحبت قوات إيطالية من قاعدة في شمال ليبيا الثلاثاء.")
    list(add([write(tmp_path / "third.jsonl", elsewhere)], merged))
    withdrawn, attack = (
        next(one.id for one in find(merged) if one.type == type) for type in ("withdraw", "attack")
    )
    done = judge(merged, withdrawn, attack, "same", "سلمى")
    assert len({show(merged, id).events[0].event.id for id in (withdrawn, attack)}) == 1
    with pytest.raises(BadUse, match="contradict"):
        judge(merged, done.left, done.right, "different", "نبيل")


def test_a_newer_coder_keeps_what_people_judged(merged: Store) -> None:
    left, right = ends(merged)
    judge(merged, left, right, "different", "سلمى")
    before = groups(merged)
    with merged.writing() as connection:
        connection.execute(runs.update().values(data="of another day"))
    assert [one.state for one in code_again(merged)] == ["recoded", "recoded"]  # type: ignore[union-attr]
    assert groups(merged) == before
    assert list(code_again(merged)) == []


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (("m0", "m1", "same", "سلمى"), NotInStore),
        (("m0", "m1", "alike", "سلمى"), BadUse),
        (("m0", "m1", "same", " "), BadUse),
        (("m0", "m1", "same", "marsad"), BadUse),
    ],
)
def test_what_cannot_be_judged(
    merged: Store, asked: tuple[str, str, str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        judge(merged, *asked)
    with pytest.raises(NotInStore):
        undo(merged, 10**9)


def test_no_event_without_mentions_is_active(merged: Store) -> None:
    left, right = ends(merged)
    for _ in range(3):
        undo(merged, judge(merged, left, right, "different", "سلمى").id or 0)
    with merged.reading() as connection:
        active = set(connection.execute(select(events.c.id).where(events.c.state == "active")).scalars())
        held = set(connection.execute(select(mentions.c.event).distinct()).scalars())
    assert active == held
