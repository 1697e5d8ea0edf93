"""Accounts: what one article says of one event, all its clauses together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from marsad.records import Claim


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one article that the coder holds for one event, in the order of the text."""

    id: str
    claims: tuple[Claim, ...]
    copy_of: str | None = None  # the article whose text this one repeats

    @property
    def article(self) -> str:
        """The article that gives the account."""
        return self.claims[0].article


def gather(claims: Iterable[Claim], copies: dict[str, str] | None = None) -> tuple[Account, ...]:
    """Claims as accounts, sorted by id; `copies` says which article repeats which."""
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        held.setdefault(claim.account, []).append(claim)
    return tuple(
        Account(
            id,
            tuple(sorted(held[id], key=lambda claim: (claim.start, claim.id))),
            (copies or {}).get(held[id][0].article),
        )
        for id in sorted(held)
    )
