"""Accounts: what one article says of one event, all its clauses together.

The coder's labels are the start. Where claims under one label plainly disagree (days that exclude each other,
bases out of reach, tolls far apart) they are parted: one account that holds two attacks would glue the
reports of both together (grouped articles: precision 0.54 to 0.62, recall 0.47 to 0.50).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from marsad.records import Claim, Place, Quantity, When
from marsad.same.days import overlap
from marsad.same.distance import between
from marsad.same.precision import EXACT, order_of, reach_km

PART = "+"  # before the number of an account's second part, third part ...
FAR = 3  # times as many killed: no two counts of one attack
SHORT = 1  # days from the first to the last of a date that says the day


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
    """Claims that agree, under one id; one that says nothing particular stays with the claim before it."""
    held: list[list[Claim]] = []
    last = 0
    for claim in claims:
        order = [last, *(at for at in range(len(held)) if at != last)] if held else []
        at = next((at for at in order if all(_agree(claim, other) for other in held[at])), None)
        if at is None:
            held.append([])
            at = len(held) - 1
        held[at].append(claim)
        last = at
    for at, told in enumerate(held):
        yield (id if at == 0 else f"{id}{PART}{at + 1}"), told


def _agree(one: Claim, other: Claim) -> bool:
    return (
        _days_agree(one.date, other.date)
        and _places_agree(one.place, other.place)
        and _tolls_agree(one.fatalities, other.fatalities)
    )


def _days_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (_says_day(one) and _says_day(other)):
        return True
    assert one.start and one.end and other.start and other.end
    return (
        overlap(one, other)
        or max(one.start, other.start).toordinal() - min(one.end, other.end).toordinal() <= 1
    )


def _says_day(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days <= SHORT


def _places_agree(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.id == other.id or None in (one.lat, one.lon, other.lat, other.lon):
        return True
    if max(order_of(one), order_of(other)) > EXACT:
        return True
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    near = (reach_km(one) or 0) + (reach_km(other) or 0)
    return between((one.lat, one.lon), (other.lat, other.lon)) <= near


def _tolls_agree(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return True
    few, many = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return many <= FAR * few or many <= FAR
