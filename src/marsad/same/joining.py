"""Judgements to events: which claims are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from marsad.records import Claim, Judgement
from marsad.same.accounts import Account


def join(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> list[tuple[Claim, ...]]:
    """The claims of each event, whatever the order in which the judgements were made."""
    return [account.claims for account in accounts]
