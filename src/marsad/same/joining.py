"""Judgements to events: which claims are one.

The likeliest pair is joined first; a join that would bring together what a person holds apart, days that
exclude each other or places out of each other's reach is left out, so that no chain of half-likely pairs
leads from one day to the next. A person's "same" is always followed, a person's "different" never overruled.
The result does not depend on the order in which accounts or judgements come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from marsad.records import Claim, Judgement
from marsad.same.accounts import Account
from marsad.same.comparing import WHO
from marsad.same.precision import EXACT
from marsad.same.traits import EXPLICIT, Traits, apart_km, traits_of

ENOUGH = 1 / 4  # of the accounts of the smaller of two groups must be judged the same as one of the larger
SHORT = 1  # days between first and last of what says the day

Edge = tuple[str, str]


@dataclass(slots=True)
class Group:
    """Atoms that are one event so far, and what bounds it."""

    atoms: list[str]
    first: int | None = None  # the latest first day and the earliest last day of those that say the day
    last: int | None = None
    slack: int = 0
    spots: list[Traits] = field(default_factory=list)


def join(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> list[tuple[Claim, ...]]:
    """The claims of each event, in the order of their first claim's id."""
    standing = [one for one in judgements if one.level == "event" and one.undone is None]
    human = [one for one in standing if one.who != WHO]
    atoms = _atoms(accounts, human)
    of = {claim.id: atom for atom, held in atoms.items() for claim in held.claims}
    joiner = _Joiner(atoms, of)
    for one in human:
        joiner.keep_apart(one) if one.judgement == "different" else None
    for one in sorted(human, key=lambda one: (one.left, one.right)):
        if one.judgement == "same":
            joiner.join(one, forced=True)
    for account in accounts:
        joiner.hold_together(account)
    for one in sorted((one for one in standing if one.who == WHO), key=_likeliest):
        if one.judgement == "same":
            joiner.join(one)
    return joiner.groups()


def _likeliest(judgement: Judgement) -> tuple[float, str, str]:
    return -sum(reason.weight for reason in judgement.reasons), judgement.left, judgement.right


def _atoms(accounts: Sequence[Account], human: Sequence[Judgement]) -> dict[str, Account]:
    """What may be moved as one: an account, or each of its claims where a person holds two of them apart."""
    of = {claim.id: account.id for account in accounts for claim in account.claims}
    torn = {
        of[one.left]
        for one in human
        if one.judgement == "different" and one.left in of and of[one.left] == of.get(one.right)
    }
    held: dict[str, Account] = {}
    for account in accounts:
        if account.id in torn:
            held |= {claim.id: Account(claim.id, (claim,), account.copy_of) for claim in account.claims}
        else:
            held[account.id] = account
    return held


class _Joiner:
    """Groups of atoms, joined one pair at a time."""

    def __init__(self, atoms: dict[str, Account], of: dict[str, str]) -> None:
        self.atoms, self.of = atoms, of
        self.held = {id: _alone(id, account) for id, account in atoms.items()}
        self.group_of = {id: id for id in atoms}
        self.apart: dict[str, set[str]] = {}
        self.links: dict[str, set[str]] = {}

    def keep_apart(self, judgement: Judgement) -> None:
        left, right = self.of.get(judgement.left), self.of.get(judgement.right)
        if left and right and left != right:
            self.apart.setdefault(left, set()).add(right)
            self.apart.setdefault(right, set()).add(left)

    def hold_together(self, account: Account) -> None:
        """The claims of a torn account stay with its first one, but for those that a person took out."""
        first = self.of[account.claims[0].id]
        for claim in account.claims[1:]:
            if self.of[claim.id] != first and not self._held_apart(first, self.of[claim.id]):
                self._unite(first, self.of[claim.id])

    def join(self, judgement: Judgement, forced: bool = False) -> None:
        left, right = self.of.get(judgement.left), self.of.get(judgement.right)
        if left is None or right is None:
            return
        self.links.setdefault(left, set()).add(right)
        self.links.setdefault(right, set()).add(left)
        if self.group_of[left] == self.group_of[right] or self._held_apart(left, right):
            return
        if forced or self._fits(self.held[self.group_of[left]], self.held[self.group_of[right]]):
            self._unite(left, right)

    def groups(self) -> list[tuple[Claim, ...]]:
        joined = (
            sorted(
                (claim for atom in group.atoms for claim in self.atoms[atom].claims),
                key=lambda claim: claim.id,
            )
            for group in self.held.values()
        )
        return sorted(map(tuple, joined), key=lambda claims: claims[0].id)

    def _held_apart(self, left: str, right: str) -> bool:
        """Whether a person holds an atom of the one group apart from one of the other."""
        if not self.apart:
            return False
        one, other = (self.held[self.group_of[atom]].atoms for atom in (left, right))
        return any(self.apart.get(atom, set()) & set(other) for atom in one)

    def _fits(self, one: Group, other: Group) -> bool:
        return _days_fit(one, other) and _spots_fit(one, other) and self._linked_enough(one, other)

    def _linked_enough(self, one: Group, other: Group) -> bool:
        few, many = sorted((one.atoms, other.atoms), key=len)
        if len(few) == 1 and len(many) == 1:
            return True
        large = set(many)
        linked = sum(bool(self.links.get(atom, set()) & large) for atom in few)
        back = sum(bool(self.links.get(atom, set()) & set(few)) for atom in many)
        return linked >= ENOUGH * len(few) and back >= ENOUGH * len(many) / 3

    def _unite(self, left: str, right: str) -> None:
        one, other = self.group_of[left], self.group_of[right]
        if len(self.held[one].atoms) < len(self.held[other].atoms):
            one, other = other, one
        gone = self.held.pop(other)
        kept = self.held[one]
        kept.atoms += gone.atoms
        kept.first = _most(max, kept.first, gone.first)
        kept.last = _most(min, kept.last, gone.last)
        kept.slack = min(kept.slack, gone.slack)
        kept.spots += [spot for spot in gone.spots if spot.place not in {held.place for held in kept.spots}]
        for atom in gone.atoms:
            self.group_of[atom] = one


def _alone(id: str, account: Account) -> Group:
    traits = traits_of(account)
    days = (traits.first, traits.last) if traits.dated == EXPLICIT else (None, None)
    exact = days[0] is not None and days[1] is not None and days[1] - days[0] <= SHORT
    spotted = traits.lat is not None and traits.grain is not None and traits.grain <= EXACT
    return Group(
        [id],
        days[0] if exact else None,
        days[1] if exact else None,
        traits.slack,
        [traits] if spotted else [],
    )


def _most(best: Callable[[Iterable[int]], int], *values: int | None) -> int | None:
    known = [value for value in values if value is not None]
    return best(known) if known else None


def _days_fit(one: Group, other: Group) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return True
    gap = max(one.first, other.first) - min(one.last, other.last)
    return gap <= max(1, min(one.slack, other.slack))


def _spots_fit(one: Group, other: Group) -> bool:
    return all(
        left.place == right.place or apart_km(left, right) <= (left.km or 0) + (right.km or 0)
        for left in one.spots
        for right in other.spots
    )
