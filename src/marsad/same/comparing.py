"""Pairs of accounts, scored: may they tell of one event, and why.

Splink scores each pair that shares a block, on DuckDB, by the levels of data/same/levels.csv: what is found
of type, parties, place, date, figures and words, each with its weight. Base, actor and date decide: their
weights must carry a join; text only proposes (it cannot tell one base's hand-over from another's).
A score depends on its two accounts alone, so that the order in which pages are added changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from marsad.records import MACHINE, Judgement, Reason
from marsad.same.accounts import Account
from marsad.same.blocking import blocks_of
from marsad.same.kinds import sorts_of
from marsad.same.levels import Level
from marsad.same.scoring import Scored, score
from marsad.same.traits import Traits, traits_of

JOINED = 6  # bits in all from which two accounts are held for one event ...
POSTURE = 4.2  # ... and of forces that move or stay: a state does it once, attacks come by the day
DECIDING = 3.2  # bits of them that base, actor and date must give
PROPOSED = 2.0  # bits from which a person may be asked
MOVING = "posture"  # sort of data/same/kinds.csv
SENTENCE = ("text", "sentence")  # one sentence in two articles tells of one event


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair's levels, and what follows."""

    left: Account
    right: Account
    levels: tuple[Level, ...]
    probability: float

    @property
    def total(self) -> float:
        """All weights together, in bits."""
        return sum(level.weight for level in self.levels)

    @property
    def _enough(self) -> float:
        moving = sorts_of(claim.type for claim in self.left.claims)[0] == MOVING
        return POSTURE if moving else JOINED

    @property
    def judgement(self) -> str:
        """Same, different, or unsure."""
        if any(level.bars for level in self.levels):
            return "different"
        if any((level.comparison, level.name) == SENTENCE for level in self.levels):
            return "same"
        deciding = sum(level.weight for level in self.levels if level.decides)
        if self.total >= self._enough and deciding >= DECIDING:
            return "same"
        return "unsure" if self.total >= PROPOSED and deciding > 0 else "different"


def compare(accounts: Sequence[Account], new: Set[str] | None = None) -> Iterator[Judgement]:
    """Judgements on pairs that share a block, at least one of them of `new` (None: all are new).

    Yields those that are held for one event and those that a person may be asked about (unsure), by ids.
    """
    by_id = {account.id: account for account in accounts}
    traits = {id: traits_of(account) for id, account in by_id.items()}
    held = ((one, blocks_of(one), new is None or one.id in new) for one in traits.values())
    for scored in score(held, PROPOSED):
        weighed = _weighed(by_id, scored)
        if weighed.judgement in ("same", "unsure"):
            yield _judged(weighed, traits)


def explain(left: Account, right: Account) -> Judgement:
    """The judgement on two accounts, whether or not they share a block."""
    return explain_all([(left, right)])[0]


def explain_all(pairs: Iterable[tuple[Account, Account]]) -> list[Judgement]:
    """The judgement on each pair, in order; much quicker than one by one."""
    listed = list(pairs)
    by_id = {account.id: account for pair in listed for account in pair}
    traits = {id: traits_of(account) for id, account in by_id.items()}
    wanted = {frozenset((one.id, other.id)): at for at, (one, other) in enumerate(listed)}
    found: dict[int, Judgement] = {}
    held = ((one, frozenset({0}), True) for one in traits.values())
    for scored in score(held):
        at = wanted.get(frozenset((scored.left, scored.right)))
        if at is not None:
            found[at] = _judged(_weighed(by_id, scored), traits)
    return [found[at] for at in sorted(found)]


def _weighed(accounts: dict[str, Account], scored: Scored) -> Weighed:
    return Weighed(accounts[scored.left], accounts[scored.right], scored.levels, scored.probability)


def _judged(weighed: Weighed, traits: dict[str, Traits]) -> Judgement:
    """The earlier account stands left; an account is named by its first mention."""
    ends = sorted((weighed.left, weighed.right), key=lambda one: (traits[one.id].told or 0, one.id))
    left, right = (account.claims[0].id for account in ends)
    reasons = tuple(Reason(level.comparison, level.name, level.weight) for level in weighed.levels)
    return Judgement("event", left, right, weighed.judgement, MACHINE, round(weighed.probability, 6), reasons)
