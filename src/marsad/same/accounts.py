"""Accounts: what one article says of one event, all its clauses together.

The coder's labels are the start; where claims under one label plainly disagree they are parted
(`parting.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from marsad.records import Claim
from marsad.same.parting import parted

PART = "+"  # before the number of an account's second part, third part ...


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one article that are held for one event, in the order of the text."""

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
        Account(part, tuple(told), (copies or {}).get(told[0].article))
        for id in sorted(held)
        for part, told in _parts(id, sorted(held[id], key=lambda claim: (claim.start, claim.id)))
    )


def whole(id: str) -> str:
    """The coder's account that an account is a part of."""
    return id.partition(PART)[0]


def _parts(id: str, claims: Sequence[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """The parts of an account under ids of their own; the first keeps the coder's."""
    for at, told in enumerate(parted(claims)):
        yield (id if at == 0 else f"{id}{PART}{at + 1}"), told
