"""Numbers in figures (الأرقام): 2500, 2,500, 2.500, 1.5; folded, so its digits are Latin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from marsad.arabic.tokens import Token

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_DECIMAL = re.compile(r"[0-9]+|(?:0|[1-9][0-9]*)[.,](?!00+$)[0-9]+")
_GROUP = 3  # digits between two commas
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})*")
_THREE_DIGITS = re.compile(r"[0-9]{3}")
_COMMA, _POINT = "،", "ر"
_PARTS = (_COMMA, "'", "’")  # what thousands are parted by, besides a space and what a token holds
_LONGEST = 12  # digits; a longer row of digits is a telephone or account number


@lru_cache(maxsize=1 << 14)
def digits_value(digits: str) -> int | Fraction | None:
    """The value of folded digits; a point or comma before each three digits parts thousands.

    >>> digits_value("2.500"), digits_value("1,5"), digits_value("1.2.3")
    (2500, Fraction(3, 2), None)
    """
    if len(digits) > _LONGEST:
        return None
    if _THOUSANDS.fullmatch(digits):
        return int(re.sub("[.,]", "", digits))
    if not _DECIMAL.fullmatch(digits):  # 08,30 and 12,00 are times
        return None
    return whole(Fraction(digits.replace(",", ".")))


def whole(value: int | Fraction) -> int | Fraction:
    """The value as an int where it is one."""
    return int(value) if value == int(value) else value


def read_digits(row: Sequence[Token], at: int, end: int) -> tuple[int | Fraction, int] | None:
    """The number in figures at token `at` and its last token: 17 500, 2،500 and 6ر4 are several tokens."""
    text, last = row[at].folded, at
    while _opens_groups(text) and _grouped(row, last, end):
        step = 1 if row[last + 1].kind == "number" else 2
        text, last = f"{text},{row[last + step].folded}", last + step
    if _decimal(row, last, end):
        text, last = f"{text}.{row[last + 2].folded}", last + 2
    value = digits_value(text)
    return None if value is None else (value, last)


def _decimal(row: Sequence[Token], last: int, end: int) -> bool:
    """Whether ر or an Arabic comma stands for the decimal point (6ر4, 5،7)."""
    if last + 2 >= end or row[last + 2].kind != "number":
        return False
    few = row[last + 1].folded == _COMMA and len(row[last + 2].folded) < _GROUP
    return (few or row[last + 1].folded == _POINT) and row[last + 2].start - row[last].end == 1


def _grouped(row: Sequence[Token], last: int, end: int) -> bool:
    """Whether three further digits follow token `last` after one space, an Arabic comma or an apostrophe."""
    step = last + 2 if last + 1 < end and row[last + 1].folded in _PARTS else last + 1
    if step >= end or not _THREE_DIGITS.fullmatch(row[step].folded):
        return False
    return row[step].start - row[last].end == 1


def _opens_groups(text: str) -> bool:
    """Whether what is read so far is one to three digits, or those and whole groups of three."""
    return bool(_GROUPED.fullmatch(text))
