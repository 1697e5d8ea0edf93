"""Whose evidence a claim is: copies of one text give the same evidence once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from marsad.records import Claim

LONG_AGO = date.min  # where a page says no date


class Told(NamedTuple):
    """A claim and the article whose text it stands in: its own, or the one that its article repeats."""

    claim: Claim
    text: str

    @property
    def day(self) -> date:
        """When it was published; long ago where nobody knows."""
        return self.claim.published or LONG_AGO


Group = Sequence[Told]


def told(claims: Iterable[Claim], copies: Mapping[str, str]) -> tuple[Told, ...]:
    """The claims, each with its text, as they were published; `copies` says which article repeats which."""
    found = [Told(claim, _first(claim.article, copies)) for claim in claims]
    found.sort(key=lambda one: (one.day, one.claim.article, one.claim.start, one.claim.id))
    return tuple(found)


def _first(article: str, copies: Mapping[str, str]) -> str:
    seen = set()
    while article in copies and article not in seen:
        seen.add(article)
        article = copies[article]
    return article


def support(group: Iterable[Told]) -> int:
    """How many texts say it."""
    return len({one.text for one in group})


def outlets(group: Group) -> tuple[str, ...]:
    """Whose evidence it is: of each text its own outlet, or else the one that repeated it first."""
    held: dict[str, str | None] = {}
    for one in group:
        if one.text not in held or one.claim.article == one.text:
            held[one.text] = one.claim.outlet
    return tuple(sorted({outlet for outlet in held.values() if outlet}))


def ids(group: Iterable[Told]) -> tuple[str, ...]:
    """The ids of its claims, as they were published."""
    return tuple(one.claim.id for one in group)
