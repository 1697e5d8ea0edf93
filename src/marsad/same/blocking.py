"""Which accounts are worth comparing: those that share a block."""

from __future__ import annotations

from marsad.same.accounts import Account


def blocks(account: Account) -> frozenset[int]:
    """The blocks of an account, as signed 64-bit numbers."""
    return frozenset()
