"""Numbers that count nothing: names of divisions, resolutions and rifles, dates, clock times, scores."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from marsad.arabic import Number, Token, number_word, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.howmany.bounds import is_a, words_of
from marsad.howmany.units import is_month, noun_at

_ARTICLE, _AND = "ال", "و"
_LIST_MARKS = frozenset({_AND, ",", "،"})
_FRONT = frozenset({"", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "ول", "وب"})
_LINKS = frozenset(":/+_#\\")
_PREPOSITIONS = words_of("stop")
_DASHES = frozenset("-–—‑")
_DATE_JOINTS = frozenset({"/", ",", "،", "(", ")", "من"})
_QUOTES = frozenset('"«“')
_LABEL_ENDS = frozenset(".)-–")
FIRST_YEAR, LAST_YEAR = 1900, 2099
FIRST_HIJRI = 1300
LAST_LABEL, LAST_DAY = 99, 31
_YEAR, _TANWIN, _ROUND = "year", "ا", 100  # 2017 has its noun with tanwin, 2000 without
_PERSONS = ("force", "person")
LONGEST_LETTERS = 2  # of a maker spelled out: سو35


def is_year(number: Number, row: Sequence[Token]) -> bool:
    """Whether the number could be a year: four plain digits, 1300–1499 (Hijri) or 1900–2099."""
    if not number.digits or number.last != number.first or not row[number.first].folded.isdigit():
        return False
    return FIRST_YEAR <= number.low <= LAST_YEAR or FIRST_HIJRI <= number.low < FIRST_HIJRI + 200


def is_dated(number: Number, row: Sequence[Token]) -> bool:
    """Whether the noun after a year-like number is not counted by it (10 مايو 2017 جلسة, عام 1987 مستشفى).

    Whole hundreds may be a number (2000 جندي), and a number of people after a month or preposition alone
    (في آذار 2017 جنديا, في 2017 إصابة); what else follows has its case from the verb (في 2017 هجوما).
    """
    if number.first == 0 or not is_year(number, row) or number.last + 1 >= len(row):
        return False
    before, at = noun_at(row, number.first - 1), number.first - 1
    if before and before.unit.id == _YEAR and before.number == "one" and not before.definite:
        return True
    if number.low % _ROUND == 0:
        return False
    named = noun_at(row, number.last + 1)
    person = named is None or named.unit.kind in _PERSONS
    if _after_month(row, at) or (before and before.unit.id == _YEAR):
        counts = person and row[number.last + 1].folded.endswith(_TANWIN)
        return not counts or _after_day(row, at)
    return not person and is_a("in", row[at].folded)


def is_linked(number: Number, row: Sequence[Token]) -> bool:
    """Whether signs or letters tie the number to its neighbours: 10:30, 26/3, إف-16, G20, 5+1, #غزة_2023."""
    return _tied_before(row, number.first) or _tied_after(row, number.last) or _in_date(number, row)


def _in_date(number: Number, row: Sequence[Token]) -> bool:
    """Whether strokes part numbers, blanks or not: 21 / 10 / 1436."""
    first, last = number.first, number.last
    before = first > 1 and row[first - 1].folded == "/" and _is_number(row, first - 2)
    return before or (last + 1 < len(row) and row[last + 1].folded == "/" and _is_number(row, last + 2))


def _tied_before(row: Sequence[Token], first: int) -> bool:
    if first == 0 or row[first - 1].end != row[first].start or row[first].kind == "word":
        return False
    before = row[first - 1]
    if before.kind == "word":
        return before.folded not in _FRONT and _names(before)
    if before.folded in _LINKS:
        joined = first > 1 and row[first - 2].end == before.start and row[first - 2].kind != "mark"
        joined = joined and row[first - 2].folded not in _FRONT
        return before.folded in "_#" or _is_number(row, first - 2) or (before.folded == "+" and joined)
    tied = first > 1 and row[first - 2].end == before.start
    return before.folded in _DASHES and tied and row[first - 2].kind == "word" and _alone(row, first - 2)


def _names(token: Token) -> bool:
    """Whether the number written onto a word is its name (شاهد136); else a space is missing (مقتل24)."""
    folded = token.folded
    if folded in _PREPOSITIONS:
        return False
    short = len(folded) <= LONGEST_LETTERS
    return short or folded.isascii() or folded in words_of("model") or is_a("designator", folded)


def _alone(row: Sequence[Token], at: int) -> bool:
    """Whether the word before a hyphen is more than letters parted from what follows (لـ-20)."""
    return row[at].folded not in _FRONT


def _tied_after(row: Sequence[Token], last: int) -> bool:
    if last + 1 >= len(row) or row[last + 1].start != row[last].end:
        return False
    after = row[last + 1]
    if after.kind == "word":
        return after.folded.isascii()
    return after.folded in _LINKS and (after.folded in "_+" or _is_number(row, last + 2))


def _is_number(row: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(row) and row[at].kind == "number"


def is_dash_pair(number: Number, row: Sequence[Token]) -> bool:
    """Whether a dash joins the number to another one: a score (2-1), a span of years."""
    first, last = number.first, number.last
    after = last + 2 < len(row) and row[last + 1].folded in _DASHES and _scored(row, last + 2)
    before = first > 1 and row[first - 1].folded in _DASHES and _is_number(row, first - 2)
    return after or before


def _scored(row: Sequence[Token], at: int) -> bool:
    """Whether the other number of a score follows: 3-1, 1-صفر."""
    word = number_word(row[at].folded)
    return row[at].kind == "number" or (word is not None and "zero" in word.values)


def is_parted_name(number: Number, row: Sequence[Token]) -> bool:
    """Whether the article on the digits makes an ordinal of a name: دور الـ16 لدوري الأبطال."""
    if not is_parted_ordinal(number, row) or noun_at(row, number.last + 1):
        return False
    return number.first > 1 and is_a("designator", row[number.first - 2].folded)


def is_title(number: Number, row: Sequence[Token]) -> bool:
    """Whether a number and its noun are what an outlet or a show is called: صحيفة 7 أيام."""
    at = number.first - 1 - (number.first > 0 and row[number.first - 1].folded in _QUOTES)
    return number.digits and at >= 0 and row[at].folded in words_of("outlet")


def is_parted_ordinal(number: Number, row: Sequence[Token]) -> bool:
    """Whether the article is written onto digits: المهرجان ال17."""
    at = number.first - 1
    return number.digits and at >= 0 and row[at].folded == _ARTICLE and row[at].end == row[number.first].start


def is_bracketed(number: Number, row: Sequence[Token]) -> bool:
    """Whether a number stands in brackets behind a word that it does not count: the minute of a goal (22)."""
    first, last = number.first, number.last
    if not number.digits or first == 0 or row[first - 1].folded != "(":
        return False
    closed = last + 1 < len(row) and row[last + 1].folded == ")"
    return closed and not (first > 1 and is_a("harm", row[first - 2].folded))


def is_monday(number: Number, row: Sequence[Token]) -> bool:
    """Whether "the two" stands behind no dual: الاثنين is a day of the week."""
    if number.digits or not number.definite or number.high != 2 or number.last != number.first:
        return False
    before = noun_at(row, number.first - 1)
    return before is None or before.number not in ("two", "two_or_many")


def is_ordinal_tail(number: Number, row: Sequence[Token]) -> bool:
    """Whether the number ends an ordinal: (الثاني) عشر, (الحادي) والعشرين."""
    word = number_word(row[number.first - 1].folded) if number.first else None
    if word is None or "ordinal" not in word.values:
        return False
    own = number_word(row[number.first].folded)
    return own is not None and ("ten" in own.values or number.joined)


def is_date(number: Number, row: Sequence[Token], month_before: bool) -> bool:
    """Whether the number is a month's day (26 آذار, 3 من أيار) or, with `month_before`, follows one."""
    after = _past_second_day(row, number.last + 1)
    if after < len(row) and (
        _is_month(row, after) or (row[after].folded == _OF and _is_month(row, after + 1))
    ):
        return number.low <= LAST_DAY
    after += after + 1 < len(row) and row[after].folded == "("
    if after < len(row) and row[after].folded in words_of("year_after"):
        return True
    return month_before and number.low <= LAST_YEAR and _after_month(row, number.first - 1)


def _after_day(row: Sequence[Token], at: int) -> bool:
    """Whether a day stands before the month that ends at token `at`."""
    while at >= 0 and (row[at].folded in _DATE_JOINTS or _month_ends(row, at)):
        at -= 1
    return at >= 0 and (row[at].kind == "number" or number_word(row[at].folded) is not None)


def _after_month(row: Sequence[Token], at: int) -> bool:
    """Whether a month's name ends at token `at` or before the marks there."""
    while at > 0 and row[at].folded in ("/", ",", "،", "("):
        at -= 1
    return at >= 0 and _month_ends(row, at)


_OF = "من"


def _past_second_day(row: Sequence[Token], at: int) -> int:
    """29 و30 أيار: the first day's month stands after the second day."""
    second = at + 1 < len(row) and row[at].folded == _AND and row[at + 1].kind == "number"
    return at + 2 if second else at


def _is_month(row: Sequence[Token], at: int) -> bool:
    return at < len(row) and is_month(row[at].folded)


def _month_ends(row: Sequence[Token], at: int) -> bool:
    """Whether token `at` is a month's name or the second word of one (كانون الثاني)."""
    return _is_month(row, at) or (at > 0 and row[at].folded.startswith(_ARTICLE) and _is_month(row, at - 1))


def is_designator(number: Number, row: Sequence[Token]) -> bool:
    """Whether the words before make the number a name: الفرقة 82, لواء مشاة 11, ميغ 29, القرار (1701)."""
    at = number.first - 1
    while at > 0 and row[at].folded in _LIST_MARKS and row[at - 1].kind == "number":
        at -= 2  # القرارات 1696 و1737 و1747
    while at >= 0 and row[at].folded in ("(", ":", '"', "«", _ARTICLE):
        at -= 1
    if at < 0 or row[at].kind != "word":
        return False
    if row[at].folded.isascii():  # Block 52
        return True
    if is_a("designator", row[at].folded) or row[at].folded in words_of("model"):
        return True
    if is_a("year", row[at].folded) or (number.digits and _follows_definite(row, at)):
        return True
    return (
        number.digits
        and at > 0
        and is_a("designator", row[at - 1].folded)
        and row[at].folded not in _PREPOSITIONS
        and not _goes_on(row[at].folded)
    )


@lru_cache(maxsize=REMEMBERED)
def _goes_on(folded: str) -> bool:
    """Whether a word is joined to what is said before: في مخيم وقتل 12."""
    return not is_word(folded) and any(r.conjoined and is_word(r.stem) for r in readings(folded))


def _follows_definite(row: Sequence[Token], at: int) -> bool:
    """Whether the word has the article: what follows is its number (القناة 12) or a weekday's date."""
    word = row[at].folded.removeprefix("و")
    return word.startswith(_ARTICLE) and word not in _PREPOSITIONS


def is_label(number: Number, row: Sequence[Token]) -> bool:
    """Whether the number opens a list's line: "1- …", "2) …"."""
    after = number.last + 1
    if number.first > 0 or not number.digits or number.low > LAST_LABEL or after >= len(row):
        return False
    return row[after].folded in _LABEL_ENDS
