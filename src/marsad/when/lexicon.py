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

from marsad.arabic import Hit, PhraseBook, Token, readings, tokens
from marsad.arabic.clitics import SHORTEST_STEM
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

LAST_DAY_NUMBER = 31
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
_PAIRED = ("slash", "dash", "open", "close")


@dataclass(frozen=True, slots=True)
class Word:
    """What a table says of a form: its kind, its value."""

    kind: str
    value: str


class Lexeme(NamedTuple):
    """A time word on tokens `first` to `last` (included); `sure`: with the article, or a doubled month."""

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


_BOOK: PhraseBook[Word] = PhraseBook()
_LETTERS: dict[str, Word] = {}  # forms of one letter stand alone only ("و 16", "2014 م")
_FIRST: set[str] = set()
for _form, _word in _rows():
    _BOOK.add(_form, _word)
    _head = tokens(_form)[0].folded
    _FIRST.add(_head)
    if len(_head) == 1:
        _LETTERS[_head] = _word


@lru_cache(maxsize=REMEMBERED)
def _may_begin(folded: str) -> bool:
    """Whether a form of the tables may begin with this word, clitics taken off."""
    return any(reading.stem in _FIRST for reading in readings(folded) if not reading.pronoun)


def lexemes(row: Sequence[Token]) -> list[Lexeme]:
    """The lexemes of a sentence's tokens, from left to right; a run of other words is one lexeme."""
    found: list[Lexeme] = []
    at = seen = 0
    while at < len(row):
        token = row[at]
        known = token.kind != "word" or token.folded in _LETTERS or _may_begin(token.folded)
        here = _at(row, at) if known else None
        at = here[-1].last + 1 if here else at + 1
        if here:
            if seen < here[0].first:
                found.append(Lexeme("other", "", seen, here[0].first - 1))
            found += here
            seen = at
    if seen < at:
        found.append(Lexeme("other", "", seen, at - 1))
    return _pair_months(found)


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
    word = hit.values[0]
    return [*before, Lexeme(word.kind, word.value, at, hit.last, hit.reading.definite)]


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
    kind = "year" if 1900 <= value < 2100 else "hyear" if 1300 <= value < 1500 else "count"
    return [Lexeme("number" if 1 <= value <= LAST_DAY_NUMBER else kind, str(value), at, at)]


def _pair_months(row: list[Lexeme]) -> list[Lexeme]:
    """One lexeme for a month under two names: آذار/مارس, أبريل (نيسان), ديسمبر كانون الأول."""
    paired: list[Lexeme] = []
    for lexeme in row:
        paired.append(lexeme)
        if lexeme.kind == "close" and len(paired) > 1 and paired[-2].sure and paired[-2].kind == "month":
            paired[-2:] = [paired[-2]._replace(last=lexeme.last)]
        if lexeme.kind != "month":
            continue
        before = [i for i in range(max(0, len(paired) - 3), len(paired) - 1) if paired[i].kind == "month"]
        if before and all(between.kind in _PAIRED for between in paired[before[-1] + 1 : -1]):
            first = paired[before[-1]]
            if first.value == lexeme.value:
                paired[before[-1] :] = [lexeme._replace(first=first.first, sure=True)]
    return paired
