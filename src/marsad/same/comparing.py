"""Pairs of accounts, scored: may they tell of one event, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from marsad.records import Judgement
from marsad.same.accounts import Account


def compare(accounts: Sequence[Account], new: Set[str] | None = None) -> Iterator[Judgement]:
    """Judgements on pairs that share a block, at least one of them of `new` (None: all are new)."""
    yield from ()


def explain(left: Account, right: Account) -> Judgement | None:
    """How one pair compares, whatever comes out; None where the two are never compared."""
    return None
