"""From a sentence to lexemes: the words that time phrases are made of, each with a kind and a value.

In: a sentence's tokens. Out: its lexemes in order, what is no time word being of kind `other`. Next:
`grammar.py`, which reads their tags. An attached conjunction or preposition becomes a lexeme of its own
on the same token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic import Hit, PhraseBook, Sentence, Token, fold, read_number, readings, tokens
from marsad.arabic.clitics import SHORTEST_STEM
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

LAST_DAY_NUMBER = 31
YEARS, HIJRI_YEARS = range(1900, 2100), range(1300, 1500)  # numbers that the bare digits make a year of
FEW = 2  # words between a noun and the year that belongs to it (انتخابات الرئاسة 2018)
LONGEST_COUNT = 4  # digits; a longer number counts people or money, never days
_MARKS = {
    "/": "slash",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    ",": "comma",
    "،": "comma",
    "(": "open",
    ")": "close",
}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ROUND = 100  # 2000 has its noun in the genitive, 2003 with tanwin
_DAYS = ("number", "ordinal", "cardinal", "first")
_LEADING = ("in", "during", "since", "until", "before", "after")  # what stands before a year
_PAIRED = ("slash", "dash", "open", "close", "comma")


@dataclass(frozen=True, slots=True)
class Word:
    """What a table says of a form: its kind, its value."""

    kind: str
    value: str


class Lexeme(NamedTuple):
    """A time word on tokens `first` to `last` (included).

    `sure`: with the article; of a month, that it is no other word or stands doubled.
    """

    kind: str
    value: str
    first: int
    last: int
    sure: bool = False

    @property
    def tag(self) -> str:
        """How the grammar sees it: kind.value; or kind.value!; when sure."""
        return f"{self.kind}.{self.value}{'!' if self.sure else ''};"


def _rows() -> Iterator[tuple[str, Word]]:
    for table in ("months", "weekdays", "words", "traps"):
        for row in read_table(f"when/{table}.csv"):
            for form in cell(row["forms"]):
                yield form, Word(row["kind"], row["value"])
    for row in read_table("when/numbers.csv"):
        for kind in ("cardinal", "ordinal"):
            for form in cell(row[kind]):
                yield form, Word(kind, row["value"])


_ALEF = "ا"
_DOUBTFUL = {fold(f) for row in read_table("when/months.csv") for f in cell(row["doubtful"])}
_BOOK: PhraseBook[Word] = PhraseBook()
_LETTERS: dict[str, Word] = {}  # forms of one letter stand alone only ("و 16", "2014 م")
_FIRST: set[str] = set()
_FOLDED_ALIKE: dict[str, str] = {}  # words that folding makes a month of, as written (إب, a town)
_THINGS: set[str] = set()  # what is counted: a year before it is none (2003 جنديا)
_PERSONS: set[str] = set()  # those of them that are people, whom "in 2017" counts too (في 2017 إصابة)
for _form, _word in _rows():
    if _word.kind == "thing":
        _THINGS.add(fold(_form))
        _PERSONS |= {fold(_form)} if _word.value == "person" else set()
        continue
    if _word.kind == "written":
        _FOLDED_ALIKE[fold(_form)] = _form
        continue
    _BOOK.add(_form, _word)
    _head = tokens(_form)[0].folded
    _FIRST.add(_head)
    if len(_head) == 1:
        _LETTERS[_head] = _word
for _row in read_table("units.csv"):
    if _row["kind"] not in ("time", "formation"):
        _forms = {fold(_row["singular"]), fold(_row["singular"]) + _ALEF}
        _THINGS |= _forms
        _PERSONS |= _forms if _row["kind"] in ("force", "person") else set()


@lru_cache(maxsize=REMEMBERED)
def _may_begin(folded: str) -> bool:
    """Whether a form of the tables may begin with this word, clitics taken off."""
    return any(reading.stem in _FIRST for reading in readings(folded) if not reading.pronoun)


def lexemes(sentence: Sentence) -> list[Lexeme]:
    """The lexemes of a sentence's tokens, from left to right; a run of other words is one lexeme."""
    row = sentence.tokens
    found: list[Lexeme] = []
    at = seen = 0
    while at < len(row):
        token = row[at]
        known = token.kind != "word" or token.folded in _LETTERS or _may_begin(token.folded)
        here = _at(row, at) if known and not _written_otherwise(sentence, at) else None
        if here is None and seen == at and token.folded in _THINGS and _counts(found, token.folded):
            here = [Lexeme("thing", "", at, at)]
        at = here[-1].last + 1 if here else at + 1
        if here:
            if seen < here[0].first:
                few = here[0].first - seen <= FEW
                found.append(Lexeme("other", "few" if few else "", seen, here[0].first - 1))
            found += here
            seen = at
    if seen < at:
        found.append(Lexeme("other", "", seen, at - 1))
    return _pair_months(found)


def _counts(found: Sequence[Lexeme], thing: str) -> bool:
    """Whether the year at the end of the row is a number of the thing that follows (2003 جنديا, 2000 جندي).

    After a day and a month it is none but for whole hundreds; after a month alone only people are counted,
    where the form follows from the number (2003 جنديا; not مايو 2003 هجوما), after a preposition only people.
    """
    if not found or found[-1].kind != "year":
        return False
    before = found[-2] if len(found) > 1 else None
    year = before is not None and before.kind == "unit" and before.value == "year"
    if before is not None and year and not before.sure:
        return False  # عام 2000 جندي
    if before is None or int(found[-1].value) % _ROUND == 0:
        return True
    person = thing in _PERSONS
    if year or before.kind == "month":
        full = len(found) > 2 and found[-3].kind in _DAYS
        return person and thing.endswith(_ALEF) and not full
    return person or before.kind not in _LEADING


def _written_otherwise(sentence: Sentence, at: int) -> bool:
    """Whether only folding makes a time word of the token: إب is a town, آب a month."""
    other = _FOLDED_ALIKE.get(sentence.tokens[at].folded)
    return other is not None and sentence.words(at, at) == other


def _at(row: Sequence[Token], at: int) -> list[Lexeme] | None:
    """The lexemes that begin at the token, an attached conjunction first; None for no time word."""
    token = row[at]
    if token.kind == "number":
        return _number(token.folded, at)
    if token.kind == "mark":
        mark = _MARKS.get(token.folded)
        return [Lexeme(mark, "", at, at)] if mark else None
    if token.folded in _LETTERS:
        word = _LETTERS[token.folded]
        return [Lexeme(word.kind, word.value, at, at)]
    hit = _BOOK.at(row, at)
    if hit is None or _by_chance(hit):
        return None
    before = [Lexeme("and", "", at, at)] if hit.reading.conjoined else []
    before += [Lexeme("by", "", at, at)] if hit.reading.preposition else []
    word, sure = hit.values[0], hit.reading.definite
    if word.kind == "month":
        sure = hit.first < hit.last or hit.reading.stem not in _DOUBTFUL
    if word.kind == "thousand":
        year = _year_in_words(row, at)
        return [*before, year] if year else None
    return [*before, Lexeme(word.kind, word.value, at, hit.last, sure)]


def _year_in_words(row: Sequence[Token], at: int) -> Lexeme | None:
    """Two thousand and fourteen: a year, as long as more than its thousand is said."""
    number = read_number(row, at)
    if number is None or number.low != number.high or number.last == at:
        return None
    kind = _kind_of_year(int(number.low))
    return Lexeme(kind, str(number.low), at, number.last) if kind else None


def _kind_of_year(value: int) -> str | None:
    return "year" if value in YEARS else "hyear" if value in HIJRI_YEARS else None


def _by_chance(hit: Hit[Word]) -> bool:
    """Whether the word only looks like a time: الأب is a father and باب a door, neither is the month آب."""
    if hit.values[0].kind in ("month", "hijri", "safar") and hit.reading.definite:
        return True
    return hit.reading.preposition is not None and len(hit.reading.stem) == SHORTEST_STEM


def _number(written: str, at: int) -> list[Lexeme] | None:
    """A number by what it may be in a date: a day, a year, a Hijri year, a count, a whole date."""
    if dotted := _DOTTED.fullmatch(written):
        return [Lexeme("dotted", "-".join(dotted.groups()), at, at)]
    if not written.isdigit() or len(written) > LONGEST_COUNT:
        return None
    value = int(written)
    kind = "number" if 1 <= value <= LAST_DAY_NUMBER else _kind_of_year(value) or "count"
    return [Lexeme(kind, str(value), at, at)]


def _pair_months(row: list[Lexeme]) -> list[Lexeme]:
    """One lexeme for a month under two names: آذار/مارس, أبريل (نيسان), ديسمبر كانون الأول."""
    paired: list[Lexeme] = []
    bracketed = False  # whether the last lexeme is a month whose second name stands in brackets
    for lexeme in row:
        if bracketed and lexeme.kind == "close":
            paired[-1] = paired[-1]._replace(last=lexeme.last)
            bracketed = False
            continue
        paired.append(lexeme)
        at = _same_month(paired) if lexeme.kind == "month" else None
        bracketed = at is not None and any(between.kind == "open" for between in paired[at:])
        if at is not None:
            paired[at:] = [lexeme._replace(first=paired[at].first, sure=True)]
    return paired


def _same_month(row: list[Lexeme]) -> int | None:
    """Where the month at the end of the row stands under its other name just before."""
    for at in (len(row) - 2, len(row) - 3):
        if at >= 0 and row[at].kind == "month":
            joined = all(between.kind in _PAIRED for between in row[at + 1 : -1])
            return at if joined and row[at].value == row[-1].value else None
    return None
