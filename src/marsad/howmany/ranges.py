"""Two numbers that are one range (بين 10 و15, من 10 إلى 15, 10-15, 10 أو 15 أو 18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.arabic import Number, Token, number_word, read_number
from marsad.howmany.bounds import bound_before, is_a, percent_after, words_of
from marsad.howmany.names import is_year
from marsad.howmany.nouns import counted_by
from marsad.howmany.units import Unit, counted, noun_at

_MA, _AND, _THE, _BY = "ما", "و", "ال", "ب"
_DASHES = frozenset("-–—‑~")
_SCALES = (10**12, 10**9, 10**6, 10**3)
_BETWEEN_REACH = 4  # tokens between the two numbers of "between": a noun with adjectives
_CHANGE_REACH = 14  # tokens before "from a to b" where a verb of change is looked for


@dataclass(frozen=True, slots=True)
class Range:
    """A range and the where counted nouns stand inside it."""

    number: Number
    nouns: tuple[int, ...] = ()  # where a counted noun was passed between the two numbers


def read_range(row: Sequence[Token], number: Number) -> Range | None:
    """The range that begins with `number`, or None if it stands for itself."""
    before = number.first - 1
    before -= before > 0 and row[before].folded == _THE  # بين الـ200 والـ300
    opener = row[before].folded if before >= 0 else ""
    if is_a("between", opener):
        return _between(row, number, before)
    return _from_to(row, number, opener) or _or(row, number) or _dash(row, number)


def _between(row: Sequence[Token], number: Number, opener: int) -> Range | None:
    first = opener - 1 if opener and is_a_ma(row[opener - 1].folded) else opener
    partner = _partner(row, number.last, joined=True)
    if partner is None and number.splits:
        split = number.splits[-1]
        left, right = read_number(row, number.first, split), read_number(row, split)
        if left and right and left.low < right.low:
            return Range(replace(_span(row, left, right), first=first))
    if partner is None:
        return None
    return Range(replace(_span(row, number, partner), first=first), _nouns(row, number, partner))


def is_a_ma(folded: str) -> bool:
    """Whether the token is ما, with or without و before it."""
    return folded.removeprefix(_AND) == _MA


def _nouns(row: Sequence[Token], left: Number, right: Number) -> tuple[int, ...]:
    return tuple(at for at in range(left.last + 1, right.first) if noun_at(row, at))


def _partner(row: Sequence[Token], last: int, joined: bool) -> Number | None:
    """The second number: after إلى, or (if `joined`) after و; a noun may stand before it."""
    for at in range(last + 1, min(last + 1 + _BETWEEN_REACH, len(row) - 1)):
        token = row[at]
        if token.folded in words_of("to") or (not joined and token.folded in words_of("until")):
            return read_number(row, _past_about(row, at + 1))
        if joined and token.folded in (_AND, _AND + _THE):
            return read_number(row, at + 1)
        word = number_word(token.folded) if joined else None
        if word and word.joined:
            return read_number(row, at)
        if token.kind != "word":
            return None
    return None


def _past_about(row: Sequence[Token], at: int) -> int:
    """The token after an approximation or a parted article."""
    while at + 1 < len(row) and (row[at].folded in words_of("about") or row[at].folded == _THE):
        at += 1
    return at


def _from_to(row: Sequence[Token], number: Number, opener: str) -> Range | None:
    """`from a to b` is a range unless something changes so; `a to b` needs its noun at the end."""
    partner = _partner(row, number.last, joined=False)
    if partner is None or partner.low <= number.low or is_year(number, row):
        return None
    nouns = _nouns(row, number, partner)
    if partner.first - number.last > 2 and not nouns:
        return None
    between = {token.folded for token in row[number.last + 1 : partner.first]}
    if opener not in words_of("from") and between & words_of("until"):
        return None
    led = opener in words_of("from") or opener == _BY or _with_by(row[number.first].folded)
    if _changes(row, number.first) or (not led and (nouns or not _ends(row, partner))):
        return None
    first = number.first - 1 if opener in words_of("from") else number.first
    return Range(replace(_span(row, number, partner), first=first), nouns)


def _with_by(folded: str) -> bool:
    """Whether ب is written onto the number: تقدر أعدادهم بألفين إلى ثلاثة آلاف."""
    word = number_word(folded)
    return word is not None and word.preposition and folded.removeprefix(_AND).startswith(_BY)


def _changes(row: Sequence[Token], first: int) -> bool:
    return any(is_a("change", row[at].folded) for at in range(max(0, first - _CHANGE_REACH), first))


def _ends(row: Sequence[Token], number: Number) -> bool:
    return counted_by(row, number) is not None


def _or(row: Sequence[Token], number: Number) -> Range | None:
    """10 أو 15 أو 18 صاروخا, also with the noun after the first."""
    span, nouns = number, list[int]()
    while True:
        at = span.last + 1
        if counted(row, at):
            nouns.append(at)
            at += 1
        if at + 1 >= len(row) or row[at].folded not in words_of("or"):
            break
        partner = read_number(row, at + 1)
        if partner is None or (nouns and _measures_anew(row, partner, counted(row, at - 1))):
            break
        span = _span(row, span, partner)
    return Range(span, tuple(at for at in nouns if at < span.last)) if span is not number else None


def _measures_anew(row: Sequence[Token], partner: Number, unit: Unit | None) -> bool:
    """Whether the second number counts something else: 9 سنتات أو 0.1 بالمئة."""
    other = counted(row, partner.last + 1)
    return percent_after(row, partner.last) is not None or (other is not None and other != unit)


def _dash(row: Sequence[Token], number: Number) -> Range | None:
    """200-300 جندي: only with a noun or an approximation, else it is a score or a span of years."""
    at = number.last + 1
    if not number.digits or at + 1 >= len(row) or row[at].folded not in _DASHES:
        return None
    partner = read_number(row, at + 1)
    if partner is None or not partner.digits:
        return None
    span = _span(row, number, partner)
    said = _ends(row, partner) or bound_before(row, number.first) or percent_after(row, partner.last)
    if span.low >= span.high or not said:
        return None
    return Range(span)


def _span(row: Sequence[Token], left: Number, right: Number) -> Number:
    """Both numbers as one; the first shares the scale of the second (بين خمسة وستة آلاف)."""
    low, high = left.low, right.high
    scale = _scale(row, right)
    if left.high < 1000 and scale and left.high * scale <= right.low and left.last + 3 > right.first:
        low = low * scale
    return replace(left, low=min(low, right.low), high=max(high, left.high), last=right.last, weak=False)


def _scale(row: Sequence[Token], number: Number) -> int | None:
    """The scale word that the number ends with, if it multiplies something (ستة آلاف, 80 ألف)."""
    word = number_word(row[number.last].folded)
    if word is None or number.last == number.first or not {"scale", "plural"} & set(word.values):
        return None
    return next(
        (scale for scale in _SCALES if word.values.get("scale", word.values.get("plural")) == scale), None
    )
