"""Which accounts are worth comparing: those that share a block.

A block is a sort of event in a country in three days, or a sentence that two articles share. An account lies
in every block that its days touch, so that two whose days are a day apart still meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from marsad.same.accounts import Account
from marsad.same.kinds import sorts_of
from marsad.same.traits import Traits, traits_of

DAYS = 3  # of a block
LONG = 10  # days; an interval that is longer meets only those that begin as it does


def blocks(account: Account) -> frozenset[int]:
    """The blocks of an account, as signed 64-bit numbers."""
    return blocks_of(traits_of(account))


def blocks_of(traits: Traits) -> frozenset[int]:
    """The blocks of an account that is known by its traits."""
    spans = list(_spans(traits))
    where = [traits.country] if traits.country else [f"by {actor}" for actor in traits.actors]
    found = {
        _number(sort, place, span) for sort in sorts_of(traits.types) for place in where for span in spans
    }
    return frozenset(found | {_number("sentence", str(sentence)) for sentence in traits.sentences})


def _spans(traits: Traits) -> Iterator[str]:
    if traits.first is None or traits.last is None:
        return
    if traits.last - traits.first > LONG:
        yield f"from {traits.first}"
        return
    for span in range((traits.first - 1) // DAYS, (traits.last + 1) // DAYS + 1):
        yield str(span)


def _number(*parts: str) -> int:
    digest = hashlib.blake2b("\n".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
