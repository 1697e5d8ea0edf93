"""A store in which all attacks are one event: these tests are about showing, not about what is joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import marsad
from marsad.records import Claim
from marsad.same import Account
from marsad.store import Store
from tests.store.showing.pages import written


def join_attacks(accounts: Sequence[Account], judgements: object = ()) -> list[tuple[Claim, ...]]:
    """One group of all attacks, and one of each other account."""
    attacks = tuple(c for account in accounts for c in account.claims if c.type == "attack")
    others = [account.claims for account in accounts if account.claims[0].type != "attack"]
    return [attacks, *others] if attacks else others


@pytest.fixture
def joining(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attacks are joined, whatever is judged; nothing is compared."""
    monkeypatch.setattr("marsad.store.events.join", join_attacks)
    monkeypatch.setattr("marsad.store.events._reached", everything)
    monkeypatch.setattr("marsad.store.linking.compare", lambda *given: iter(()))
    monkeypatch.setattr("marsad.store.linking.blocks", lambda account: frozenset())


def everything(connection: object, touched: object) -> tuple[list[str], list[object]]:
    """All mentions of the store: what a judgement on each pair would reach."""
    from sqlalchemy import Connection, select

    from marsad.store.schema import mentions

    assert isinstance(connection, Connection)
    return sorted(connection.execute(select(mentions.c.id)).scalars()), []


@pytest.fixture
def kept(tmp_path: Path, joining: None) -> Iterator[Store]:
    """Three outlets' pages on one attack, one after the other."""
    with marsad.open_store(tmp_path / "m.db") as store:
        for name in ("ten", "fifteen", "eighteen"):
            list(marsad.add(written(tmp_path, name), store))
        yield store
