"""Which noun a number counts (التمييز): after it, after من, before it, or known from the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic import Number, Token
from marsad.howmany.bounds import is_a, words_of
from marsad.howmany.units import PERSON, Unit, counted, noun_at

_OF, _ARTICLE = "من", "ال"
_CLOSING = frozenset(')"»”')
_MANY = ("many", "two_or_many")
_PARTITIVE = (
    "force",
    "person",
    "equipment",
    "weapon",
)  # "200 من قاعدة" is from a base, "200 من الجنود" counts
_TOTAL_REACH = 12  # tokens before a bare number where "the number of (noun)" is looked for
_OTHERS_OF = ("force", "person")
_CASUALTIES = ("killed", "wounded")


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit and the token that names it (None where only the sentence tells)."""

    unit: Unit
    at: int | None


def counted_by(row: Sequence[Token], number: Number) -> Counted | None:
    """The noun that stands with the number."""
    start = number.last + 1
    if start < len(row) and row[start].folded in _CLOSING:
        start += 1
    unit = counted(row, start, number.vague or number.definite)
    if unit:
        return Counted(unit, start)
    if start < len(row) and row[start].folded == _OF:
        return _partitive(row, start + 1)
    return before(row, number)


def _partitive(row: Sequence[Token], start: int) -> Counted | None:
    """Of whom: the noun after من, or the one after a noun that grades it (من كبار الضباط)."""
    for at in (start, start + 1):
        found = noun_at(row, at)
        if found and found.unit.kind in _PARTITIVE and (found.number in _MANY or found.unit.id == "troops"):
            return Counted(found.unit, at)
    plural = counted(row, start, definite=True)
    return Counted(PERSON, start) if plural is PERSON else None


def before(row: Sequence[Token], number: Number) -> Counted | None:
    """The definite plural before a definite number: الجنود الثلاثة, الساعات الـ24."""
    at = number.first - 1
    parted = at >= 0 and row[at].folded == _ARTICLE
    found = noun_at(row, at - 1 if parted else at)
    if found is None or not (parted or number.definite) or not found.definite or found.number == "one":
        return None
    return Counted(found.unit, at - 1 if parted else at)


def others(row: Sequence[Token], number: Number, previous: Unit | None) -> Counted | None:
    """آخرين: more of what was counted before; casualties before them tell only that they are persons."""
    at = number.last + 1
    if at >= len(row) or row[at].folded not in words_of("others"):
        return None
    known = previous is not None and previous.kind in _OTHERS_OF and previous.id not in _CASUALTIES
    return Counted(previous if known and previous else PERSON, at)


def total(row: Sequence[Token], number: Number) -> Counted | None:
    """The noun after عدد, حصيلة, قوام before a number that has no noun of its own (عدد الجرحى إلى 34)."""
    for at in range(number.first - 2, max(-1, number.first - 2 - _TOTAL_REACH), -1):
        if is_a("total", row[at].folded):
            found = noun_at(row, at + 1)
            return Counted(found.unit, at + 1) if found and found.number != "one" else None
        if row[at].kind == "mark" and row[at].folded in "،,.;؛":
            return None
    return None


def totals(row: Sequence[Token], number: Number) -> bool:
    """Whether the words right before the number are the noun that it totals: عدد الشرطة 500."""
    at = number.first - 2
    return at >= 0 and row[at + 1].kind == "word" and is_a("total", row[at].folded)
