"""One count as read: the quantity, the tokens that say it, and where reading goes on.

In: a number, what it counts and how exactly it is meant. Out: a `Count`, which `find` turns into a record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from marsad.arabic import Number, Token
from marsad.howmany import nouns
from marsad.howmany.bounds import Bound
from marsad.howmany.change import change_of
from marsad.howmany.units import Unit, noun_at
from marsad.records import Quantity

MEASURED = ("percent", "distance", "money", "time")  # kinds of units that have fractions: 2.5 kilometres
DECIMALS = 4
_PLUS, _SIGNS = "+", frozenset("+-−")
_DEGREE_REACH = 6  # tokens from "degrees" to the number of them
_BELOW_ZERO = ("degree", "percent")  # units of which there may be less than none
ABOUT = Fraction(1, 10)  # codebook, section 7: about n is n less or more a tenth


@dataclass(frozen=True, slots=True)
class Count:
    """What was read at one place: the quantity, its token stretches (number first), where reading goes on."""

    quantity: Quantity
    stretches: tuple[tuple[int, int], ...]
    rule: str
    next: int
    unit: Unit | None = None


def count(
    row: Sequence[Token], number: Number, named: nouns.Counted | None, bound: Bound | None, rule: str
) -> Count:
    """The count of a number with its noun and its bound."""
    unit = nouns.refined(row, named).unit if named else None
    low, high, rule = meant(number, bound, rule, unit)
    first = min(number.first, bound.first) if bound else number.first
    stretches = [(first, number.last)]
    last = number.last
    if named and named.at is not None:
        if named.at != number.first:
            stretches.append((named.at, named.at))
        last = max(last, named.at)
    if bound and bound.first > number.last:
        stretches.append((bound.first, bound.last))
    change = (
        None if unit and unit.kind == "time" else change_of(row, first, last, unit.kind if unit else None)
    )
    quantity = Quantity(low, high, unit.id if unit else None, unit.kind if unit else None, change=change)
    return Count(quantity, tuple(stretches), rule, last + 1, unit)


def signed(row: Sequence[Token], counted: Count) -> Count:
    """The count with a sign before its figures: -20 is less than nothing where it is no count (-20 درجة).

    A dash before the words of a line is none.
    """
    first, last = counted.stretches[0]
    parted = first == 1 or (first > 1 and row[first - 2].end < row[first - 1].start)
    sign = row[first - 1].folded if parted and row[first].kind == "number" else ""
    if sign not in _SIGNS or row[first - 1].end != row[first].start:
        return counted
    stretches = ((first - 1, last), *counted.stretches[1:])
    if sign == _PLUS:
        return replace(counted, stretches=stretches)
    value, named = counted.quantity, counted.unit
    below = _degrees(row, first) if named is None else named.id in _BELOW_ZERO
    if not below or value.low is None or value.high is None:
        return counted
    ends = (-value.low, value.high) if counted.rule == "range" else (-value.high, -value.low)
    return replace(counted, stretches=stretches, quantity=replace(value, low=ends[0], high=ends[1]))


def _degrees(row: Sequence[Token], first: int) -> bool:
    """Whether a signed number without a noun stands alone or for degrees named before: الحرارة -12."""
    if first == 1:
        return len(row) == first + 1
    before = [noun_at(row, at) for at in range(max(0, first - _DEGREE_REACH), first)]
    return any(found is not None and found.unit.id == _BELOW_ZERO[0] for found in before)


def meant(
    number: Number, bound: Bound | None, rule: str, unit: Unit | None
) -> tuple[float | None, float | None, str]:
    """Low, high and rule by the codebook's section 7; "about" does not widen what is a range already."""
    widened = bound is not None and bound.rule == "about" and rule == "exact"
    around = ABOUT if widened else Fraction(0)
    low, high = _end(number.low, -around, unit, floor), _end(number.high, around, unit, ceil)
    if bound is None or (bound.rule == "about" and not widened):
        return low, high, rule
    if bound.rule == "at_least":
        return low, None, bound.rule
    if bound.rule == "at_most":
        return None, high, bound.rule
    return low, high, bound.rule


def _end(
    value: int | Fraction, around: Fraction, unit: Unit | None, whole: Callable[[Fraction], int]
) -> float:
    """One end of what is meant; only what is measured has a fraction (2.5 kilometres)."""
    exact, kind = value * (1 + around), unit.kind if unit else None
    if kind in MEASURED or (kind == "other" and value != int(value)):
        return int(exact) if exact == int(exact) else round(float(exact), DECIMALS)
    return round(float(exact)) if around else whole(Fraction(value))
