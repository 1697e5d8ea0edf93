"""Judgements to events: which claims are one.

The two groups that are the likeliest on the average of all their pairs are joined first, so that no chain of
half-likely pairs leads from one event to the next. A join that would bring together what a person holds
apart, days that exclude each other or places out of each other's reach is left out. A person's "same" is
always followed, a person's "different" never overruled. The order in which accounts or judgements come
changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from marsad.records import MACHINE, Claim, Judgement
from marsad.same.accounts import Account
from marsad.same.precision import EXACT
from marsad.same.traits import EXPLICIT, Traits, apart_km, traits_of

ENOUGH = 2.0  # bits between two groups, on the average of their accounts, from which they are one
UNKNOWN = (
    0.0  # bits of two accounts that no judgement was kept on: they weigh less than a person is asked about
)
SHORT = 1  # days between first and last of what says the day

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bond:
    """What two groups have between them."""

    weight: float  # of all judged pairs
    pairs: int
    same: bool  # whether one of them is held for the same

    def with_(self, other: Bond) -> Bond:
        """Both together."""
        return Bond(self.weight + other.weight, self.pairs + other.pairs, self.same or other.same)


@dataclass(slots=True)
class Group:
    """Atoms that are one event so far, and what bounds it."""

    atoms: list[str]
    first: int | None = None  # the latest first day and the earliest last day of those that say the day
    last: int | None = None
    slack: int = 0
    spots: list[Traits] = field(default_factory=list)
    bonds: dict[str, Bond] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)


def join(accounts: Sequence[Account], judgements: Iterable[Judgement]) -> list[tuple[Claim, ...]]:
    """The claims of each event, in the order of their first claim's id."""
    standing = [one for one in judgements if one.level == "event" and one.undone is None]
    human = [one for one in standing if one.who != MACHINE]
    atoms = _atoms(accounts, human)
    of = {claim.id: atom for atom, held in atoms.items() for claim in held.claims}
    joiner = _Joiner(atoms, of)
    for one in human:
        joiner.keep_apart(one) if one.judgement == "different" else None
    for one in sorted(human, key=lambda one: (one.left, one.right)):
        if one.judgement == "same":
            joiner.force(one)
    for account in accounts:
        joiner.hold_together(account)
    joiner.weigh(one for one in standing if one.who == MACHINE)
    joiner.join()
    return joiner.groups()


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
                self._unite(self.group_of[first], self.group_of[self.of[claim.id]])

    def force(self, judgement: Judgement) -> None:
        """Join what a person says is the same, unless a person says otherwise of others in the two groups."""
        left, right = self.of.get(judgement.left), self.of.get(judgement.right)
        if left is None or right is None or self._held_apart(left, right):
            return
        if self.group_of[left] != self.group_of[right]:
            self._unite(self.group_of[left], self.group_of[right])

    def weigh(self, judgements: Iterable[Judgement]) -> None:
        """What each pair of groups weighs together, and whether a pair of atoms in them is the same."""
        best: dict[Edge, tuple[float, bool]] = {}
        for judged in judgements:
            left, right = self.of.get(judged.left), self.of.get(judged.right)
            if left and right and left != right:
                edge = (min(left, right), max(left, right))
                weight = sum(reason.weight for reason in judged.reasons)
                best[edge] = max(best.get(edge, (weight, False)), (weight, judged.judgement == "same"))
        for (left, right), (weight, same) in best.items():
            one, other = self.group_of[left], self.group_of[right]
            if one != other:
                self._link(one, other, Bond(weight, 1, same))
                self._link(other, one, Bond(weight, 1, same))

    def join(self) -> None:
        """Join the two groups that weigh most on the average of their atoms, as long as two may be one."""
        heap = [
            (-self._mean(one, other), one, other)
            for one, group in self.held.items()
            for other in group.bonds
            if one < other
        ]
        heapify(heap)
        while heap:
            weight, one, other = heappop(heap)
            if not (one in self.held and other in self.held and -weight == self._mean(one, other)):
                continue  # one of them has grown since
            if self._fits(one, other):
                kept = self._unite(one, other)
                for near in self.held[kept].bonds:
                    heappush(heap, (-self._mean(kept, near), min(kept, near), max(kept, near)))

    def groups(self) -> list[tuple[Claim, ...]]:
        joined = (
            sorted(
                (claim for atom in group.atoms for claim in self.atoms[atom].claims),
                key=lambda claim: claim.id,
            )
            for group in self.held.values()
        )
        return sorted(map(tuple, joined), key=lambda claims: claims[0].id)

    def _mean(self, one: str, other: str) -> float:
        """Bits between two groups, on the average; pairs that were not worth keeping weigh nothing."""
        left, right = self.held[one], self.held[other]
        bond = left.bonds[other]
        within = sum(count * right.articles[article] for article, count in left.articles.items())
        pairs = len(left.atoms) * len(right.atoms) - within  # those of one article are not compared
        return round((bond.weight + UNKNOWN * (pairs - bond.pairs)) / pairs, 6)

    def _link(self, one: str, other: str, bond: Bond) -> None:
        held = self.held[one].bonds
        held[other] = held[other].with_(bond) if other in held else bond

    def _held_apart(self, left: str, right: str) -> bool:
        """Whether a person holds an atom of the one group apart from one of the other."""
        if not self.apart:
            return False
        one, other = (self.held[self.group_of[atom]].atoms for atom in (left, right))
        return any(self.apart.get(atom, set()) & set(other) for atom in one)

    def _fits(self, one: str, other: str) -> bool:
        left, right = self.held[one], self.held[other]
        return (
            left.bonds[other].same
            and self._mean(one, other) >= ENOUGH
            and _days_fit(left, right)
            and _spots_fit(left, right)
            and not self._held_apart(left.atoms[0], right.atoms[0])
        )

    def _unite(self, one: str, other: str) -> str:
        """The group that both become; its name does not depend on the order."""
        one, other = min(one, other), max(one, other)
        kept, gone = self.held[one], self.held.pop(other)
        kept.atoms += gone.atoms
        kept.articles += gone.articles
        kept.first = _most(max, kept.first, gone.first)
        kept.last = _most(min, kept.last, gone.last)
        kept.slack = min(kept.slack, gone.slack)
        kept.spots += [spot for spot in gone.spots if spot.place not in {held.place for held in kept.spots}]
        kept.bonds.pop(other, None)
        for near, bond in gone.bonds.items():
            if near != one:
                del self.held[near].bonds[other]
                self._link(one, near, bond)
                self._link(near, one, bond)
        for atom in gone.atoms:
            self.group_of[atom] = one
        return one


def _alone(id: str, account: Account) -> Group:
    traits = traits_of(account)
    days = (traits.first, traits.last) if traits.dated == EXPLICIT else (None, None)
    exact = days[0] is not None and days[1] is not None and days[1] - days[0] <= SHORT
    spotted = traits.sure and traits.lat is not None and traits.grain is not None and traits.grain <= EXACT
    return Group(
        [id],
        days[0] if exact else None,
        days[1] if exact else None,
        traits.slack,
        [traits] if spotted else [],
        articles=Counter([account.article]),
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
