"""Written numbers (الأعداد): words, digits or both, read from tokens as a value or, when vague, a range.

In: a sentence's tokens and where to begin. Out: the number and the tokens that spell it. What is counted, how
exactly, and whether it is a count at all (a division's name, a year) is the room `howmany`'s question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from marsad.arabic.clitics import readings
from marsad.arabic.digits import read_digits, whole
from marsad.arabic.fold import REMEMBERED, fold
from marsad.arabic.tokens import Token
from marsad.data import cell, read_table

_FRONT_LETTERS = ("و", "ف", "ب", "ل")  # not ك: كمية (an amount) is no "like a hundred"
_AND, _THE, _FROM = "و", "ال", "من"
_OPEN, _CLOSE = "(", ")"
_LONGEST_DOUBTFUL = 4  # letters of a short number after ب or ل: لست is also "I am not"
FEWEST, MOST = 2, 10  # "hundreds" are at least two and fewer than ten of them


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `first` to `last` (included) spell a number between `low` and `high`."""

    low: int | Fraction
    high: int | Fraction
    first: int
    last: int
    digits: bool  # begins with digits
    definite: bool  # begins with the article
    joined: bool  # begins with a conjunction
    weak: bool  # one word that may mean something else (ألف, واحد, لست): a count only beside its noun
    splits: tuple[int, ...] = ()  # tokens where a further term begins ("بين خمسة وعشرين" may be two numbers)

    @property
    def vague(self) -> bool:
        """Whether the words give a range (مئات, بضعة)."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of the number table, read in a sentence: kind → value, and what is written onto it."""

    values: dict[str, int]
    joined: bool
    preposition: bool
    definite: bool


def _table() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for row in read_table("numbers.csv"):
        for form in cell(row["forms"]):
            table.setdefault(fold(form), {})[row["kind"]] = int(row["value"])
    return table


_WORDS = _table()


def forms_of(kind: str) -> frozenset[str]:
    """The folded words of a kind of the table."""
    return frozenset(form for form, values in _WORDS.items() if kind in values)


@lru_cache(maxsize=REMEMBERED)
def number_word(folded: str) -> NumberWord | None:
    """The number word that a folded token is, proclitics taken off; None for every other word."""
    for reading in readings(folded):
        values = _WORDS.get(reading.stem)
        front = reading.proclitics
        if values is None or reading.pronoun or reading.future or not _plain(front):
            continue
        return NumberWord(values, reading.conjoined, bool(set(front) & {"ب", "ل"}), reading.definite)
    return None


def _plain(front: tuple[str, ...]) -> bool:
    return all(part in _FRONT_LETTERS or len(part) > 1 for part in front)


def read_number(row: Sequence[Token], at: int, end: int | None = None) -> Number | None:
    """The number that begins at token `at` (and stops before token `end`), as long as grammar lets it go.

    >>> from marsad.arabic.tokens import tokens
    >>> number = read_number(tokens("خمسة آلاف ومئتي جندي"), 0)
    >>> number.low, number.last
    (5200, 2)
    """
    return _Reader(row, len(row) if end is None else end).read(at)


def read_half(row: Sequence[Token], at: int, number: Number) -> Number | None:
    """The number with the half (third, quarter) that its noun parts from it: مليوني دولار ونصف المليون.

    >>> from marsad.arabic.tokens import tokens
    >>> row = tokens("ألفي طن ونصف الألف")
    >>> read_half(row, 2, read_number(row, 0)).low
    2500
    """
    return _Reader(row, len(row)).half_after(at, number)


@dataclass(slots=True)
class _Term:
    """A group below a thousand times a scale: tokens up to `last`."""

    value: int | Fraction
    scale: int
    last: int
    splits: list[int]
    grouped: bool = True  # False for a bare or dual scale word (ألف, ألفي)


class _Reader:
    """Reads one number; each method returns None where the words stop being one."""

    def __init__(self, row: Sequence[Token], end: int) -> None:
        self.row = row
        self.end = end

    def read(self, at: int) -> Number | None:
        number = self._read(at)
        again = self._again(number) if number else None
        return replace(number, last=again) if number and again else number

    def _again(self, number: Number) -> int | None:
        """The closing bracket behind the same number in figures or in words: ثلاثين (30) جنديا."""
        start = number.last + 2
        if start >= self.end or self.row[start - 1].folded != _OPEN:
            return None
        same = self._read(start)
        if same is None or same.low != number.low or same.last + 1 >= self.end:
            return None
        return same.last + 1 if self.row[same.last + 1].folded == _CLOSE else None

    def _read(self, at: int) -> Number | None:
        vague = self._few(at) or self._many(at)
        if vague:
            return vague
        term = self._half(at) or self._term(at)
        if term is None:
            return None
        total, last, splits = self._sum(term)
        lone = last == at
        return replace(
            self._number(at, whole(total), whole(total), last),
            weak=lone and self._weak(at),
            splits=tuple(splits),
        )

    def _number(self, at: int, low: int | Fraction, high: int | Fraction, last: int) -> Number:
        token, word = self.row[at], self._word(at)
        digits = token.kind == "number"
        definite = bool(word and word.definite)
        return Number(low, high, at, last, digits, definite, bool(word and word.joined), False)

    def _word(self, at: int) -> NumberWord | None:
        if at >= self.end or self.row[at].kind != "word":
            return None
        return number_word(self.row[at].folded)

    def _value(self, at: int, *kinds: str, bare: bool = False) -> int | None:
        """The value of the word at `at` as one of `kinds`; `bare` refuses anything written before it."""
        word = self._word(at)
        if word is None or (bare and (word.joined or word.preposition)):
            return None
        return next((word.values[kind] for kind in kinds if kind in word.values), None)

    def _weak(self, at: int) -> bool:
        word = self._word(at)
        if word is None:
            return False
        short = word.preposition and len(self.row[at].folded) <= _LONGEST_DOUBTFUL
        return bool({"one", "scale", "zero"} & set(word.values) or short)

    # Vague numbers -------------------------------------------------------------------------------

    def _few(self, at: int) -> Number | None:
        """بضعة, alone or with what it multiplies (بضع مئات, بضعة عشر, بضعة وعشرون)."""
        low = self._value(at, "few")
        if low is None:
            return None
        if self._value(at + 1, "ten", bare=True):
            return self._number(at, 10 + low, 19, at + 1)
        start = self._joined(at + 1)
        tens = None if start is None else self._value(start, "tens")
        if start and tens:
            return self._number(at, tens + low, tens + MOST - 1, start)
        scale = self._value(at + 1, "plural", bare=True)
        if scale:
            return self._number(at, low * scale, MOST * scale - 1, at + 1)
        return self._number(at, low, MOST - 1, at)

    def _many(self, at: int) -> Number | None:
        """عشرات, مئات, آلاف, also multiplied (عشرات الآلاف, مئات آلاف)."""
        scale, last = self._value(at, "plural"), at
        if scale is None:
            return None
        further = self._value(at + 1, "plural", bare=True)
        if further and further > scale:
            scale, last = scale * further, at + 1
        return self._number(at, FEWEST * scale, MOST * scale - 1, last)

    # Exact numbers -------------------------------------------------------------------------------

    def _sum(self, term: _Term) -> tuple[int | Fraction, int, list[int]]:
        """The term and those joined to it by و, each of a smaller scale (or an old-style rising ألف)."""
        total, lowest, highest, splits = term.value * term.scale, term.scale, term.scale, term.splits
        while True:
            start = self._joined(term.last + 1)
            part = None if start is None else self._joined_half(start, term) or self._term(start)
            if start is None or part is None:
                return total, term.last, splits
            falling = lowest > part.scale and part.value * part.scale < lowest
            rising = not part.grouped and highest == 1 and self.row[term.last].kind == "word"
            if not (falling or rising):
                return total, term.last, splits
            total += part.value * part.scale
            splits, term = [*splits, start, *part.splits], part
            lowest, highest = min(lowest, part.scale), max(highest, part.scale)

    def _joined(self, at: int) -> int | None:
        """Where a term joined by و begins: at the word itself, or after a و that stands alone."""
        if at >= self.end:
            return None
        if self.row[at].folded == _AND:
            inner = self._word(at + 1)
            plain = inner is None or not (inner.joined or inner.preposition)
            return at + 1 if plain and at + 1 < self.end else None
        word = self._word(at)
        if word and word.joined and not word.preposition:
            return at
        return at if self._and_one(at) else None

    def _and_one(self, at: int) -> bool:
        """Whether واحد is "and one" (وأحد), as it is before عشر and before وعشرون."""
        token = self.row[at].folded
        if not token.startswith(_AND) or "stem" not in _WORDS.get(token[1:], ()):
            return False
        tens = self._word(at + 1)
        teen = self._value(at + 1, "ten", bare=True)
        return bool(teen or (tens and tens.joined and "tens" in tens.values))

    def _term(self, at: int) -> _Term | None:
        group = self._group(at)
        if group is None:
            return self._bare_scale(at)
        value, last, splits = group
        fraction = self._denominated(value, last)
        if fraction:
            return fraction
        scale = 1
        while True:
            factor = self._value(last + 1, "scale", "plural", bare=True)
            if factor is None or factor < max(scale, 100) or (factor == 100 and scale == 1 and value >= 10):
                return _Term(value, scale, last, splits)
            scale, last = scale * factor, last + 1

    def _bare_scale(self, at: int) -> _Term | None:
        double, single = self._value(at, "scale_dual"), self._value(at, "scale")
        if double is None and single is None:
            return None
        if double is not None and (single is None or self._governs(at + 1)):
            return _Term(2, double, at, [], False)
        scale, last = single or 1, at
        further = self._value(at + 1, "scale", bare=True)
        if further and further >= scale:
            scale, last = scale * further, at + 1
        return _Term(1, scale, last, [], False)

    def _governs(self, at: int) -> bool:
        """Whether a noun follows: ألفا جندي are two thousand, ألفا ومئتين and ألفا من الجنود one and more."""
        if at >= self.end or self.row[at].kind != "word" or self.row[at].folded in (_AND, _FROM):
            return False
        return self._joined(at) is None

    def _half(self, at: int) -> _Term | None:
        """نصف مليون, ثلثي مليون: a fraction of a scale is a number."""
        for kind, times in (("fraction", 1), ("fraction_dual", 2)):
            below, scale = self._value(at, kind), self._value(at + 1, "scale", bare=True)
            if below and scale:
                return _Term(Fraction(times, below), scale, at + 1, [])
        return None

    def _denominated(self, value: int | Fraction, last: int) -> _Term | None:
        """ثلاثة أرباع المليون."""
        below = self._value(last + 1, "denominator", bare=True)
        scale = self._value(last + 2, "scale", bare=True)
        return _Term(Fraction(value) / below, scale, last + 2, []) if below and scale else None

    def _joined_half(self, at: int, before: _Term) -> _Term | None:
        """ثلاثة ملايين ونصف (المليون): half of the scale before it."""
        below = self._value(at, "fraction") if before.scale > 1 else None
        if not below or below > 4:  # only a half, a third, a quarter are written unlike a number
            return None
        again = self._value(at + 1, "scale", bare=True) == before.scale
        return _Term(Fraction(before.scale, below), 1, at + 1 if again else at, [])

    def half_after(self, at: int, number: Number) -> Number | None:
        """Half of the number's own scale, which is named again unless it is one: كيلومترين ونصف."""
        start = self._joined(at)
        below = None if start is None or number.vague else self._value(start, "fraction")
        if start is None or not below or below > 4:
            return None
        scale = self._value(start + 1, "scale", bare=True) or 1
        if number.low % scale or (scale == 1 and (number.low >= MOST or self._goes_on(start + 1))):
            return None
        value = whole(number.low + Fraction(scale, below))
        return replace(number, low=value, high=value, last=start + (scale > 1))

    def _goes_on(self, at: int) -> bool:
        """Whether a noun with the article follows: ونصف السكان is of something else."""
        return at < self.end and self.row[at].folded.startswith(_THE)

    # Below a thousand ----------------------------------------------------------------------------

    def _group(self, at: int) -> tuple[int | Fraction, int, list[int]] | None:
        if at >= self.end:
            return None
        if self.row[at].kind == "number":
            figures = read_digits(self.row, at, self.end)
            return figures and (*figures, [])
        first = self._element(at)
        if first is None:
            return None
        slots, last = first
        splits: list[int] = []
        while True:
            start = self._joined(last + 1)
            further = None if start is None else self._element(start)
            if start is None or further is None or not _fits(slots, further[0]):
                break
            slots = slots | further[0]
            last = further[1]
            splits.append(start)
        if slots.get("stem") and "tens" not in slots:
            return None
        return sum(value for name, value in slots.items() if name != "stem"), last, splits

    def _element(self, at: int) -> tuple[dict[str, int], int] | None:
        """One word below a thousand, or two (ثلاث مئة, خمسة عشر), as the places it fills."""
        hundreds = self._value(at, "hundreds", "hundred")
        if hundreds:
            return {"hundreds": hundreds}, at
        tens = self._value(at, "tens")
        if tens:
            return {"tens": tens}, at
        ten = self._value(at, "ten")
        if ten:
            return {"units": 0, "tens": ten}, at
        return self._unit(at)

    def _unit(self, at: int) -> tuple[dict[str, int], int] | None:
        digit = self._value(at, "digit", "one", "stem", "zero")
        if digit is None:
            return None
        if self._value(at + 1, "ten", bare=True):
            return {"units": digit, "tens": 10}, at + 1
        if digit >= 3 and self._hundred_after(at + 1):
            return {"hundreds": digit * 100}, at + 1
        stem = {"stem": 1} if self._value(at, "digit", "one", "zero") is None else {}
        return {"units": digit, **stem}, at

    def _hundred_after(self, at: int) -> bool:
        return 100 in (self._value(at, "hundred", bare=True), self._value(at, "plural", bare=True))


def _fits(slots: dict[str, int], further: dict[str, int]) -> bool:
    """Whether joined places are free, and units come before tens (خمسة وعشرون, not عشرون وخمسة)."""
    if set(slots) & set(further):
        return False
    return not ("tens" in slots and "units" in further) and not (
        "units" in slots and further.get("tens") == 10
    )
