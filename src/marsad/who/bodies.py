"""Organisations whom no table lists, by the noun that heads their name and the words that complete it.

منظمة أطباء بلا حدود · حزب العدالة والتنمية · البنك المركزي المصري · صحيفة «الغد»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import Hit, Reading, fold, readings
from marsad.data import cell, read_table
from marsad.who.lexicon import Word, small_words
from marsad.who.phrases import Part
from marsad.who.sentence import Row
from marsad.who.vocabulary import finite, given, ordinary, stops

_ARTICLE, _AND, _FOR = "ال", "و", "لل"
_MOST_WORDS = 6
_MOST_QUOTED = 5
_SHORTEST = 3
_ENDINGS = ("ه", "ات", "ون", "ين")
_PLACES = ("state", "capital")


@dataclass(frozen=True, slots=True)
class _Noun:
    whose: str
    kind: str


def find_bodies(row: Row, parts: Sequence[Part], people: Sequence[Part]) -> list[Part]:
    """The organisations that a noun of who/heads.csv heads, left to right."""
    found, free = [], 0
    for at in range(len(row)):
        if at >= free and (part := _body_at(row, at, people)):
            found.append(part)
            free = part.last + 1
    return found


def _body_at(row: Row, at: int, people: Sequence[Part]) -> Part | None:
    head = _head(row.folded(at))
    if head is None or row.tokens[at].kind != "word":
        return None
    reading, noun = head
    last = _described(row, at) if reading.definite else _completed(row, at, people)
    if last is None:
        return None
    whose = _state(row, at, last) if noun.whose == "state" else ""
    hit: Hit[Word] = Hit(at, at, (), reading)
    name = row.span(hit, last)[1]
    return Part(hit, last, whose or name, "body", noun.kind, name=name)


@lru_cache(maxsize=1 << 12)
def _head(word: str) -> tuple[Reading, _Noun] | None:
    for reading in readings(word):
        if not reading.pronoun and not reading.future and (noun := _nouns().get(reading.stem)):
            return reading, noun
    return None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, _Noun]:
    rows = read_table("who/heads.csv")
    return {fold(form): _Noun(row["whose"], row["kind"]) for row in rows for form in cell(row["forms"])}


def _described(row: Row, at: int) -> int | None:
    """The end of a definite noun's name: its adjectives, and what it is for (الهيئة العليا للانتخابات)."""
    last = at
    while last - at < _MOST_WORDS and _adjective(row, last + 1) and not _parted(row, last + 1):
        last += 1
    if last == at:
        return None
    if all(_generic(row.folded(step)) for step in range(at + 1, last + 1)):
        return None
    return _purpose(row, last)


def _adjective(row: Row, at: int) -> bool:
    word = row.folded(at)
    return word.startswith(_ARTICLE) and len(word) > _SHORTEST + 1 and word not in stops()


@lru_cache(maxsize=1 << 12)
def _generic(word: str) -> bool:
    stem = word.removeprefix(_ARTICLE)
    shorter = next((stem.removesuffix(e) for e in _ENDINGS if stem.endswith(e)), stem)
    return bool({stem, shorter, shorter + "ي"} & small_words("generic"))


def _purpose(row: Row, last: int) -> int:
    """Past "for ..." with its own words (للصليب الأحمر, لحقوق الإنسان)."""
    word, after = row.folded(last + 1), row.folded(last + 2)
    if word.startswith(_FOR) and ordinary(_written(row, last + 1)):
        last += 1
    elif (
        word[:1] == _FOR[0]
        and _definite(after)
        and any(r.preposition and ordinary(r.stem) for r in readings(word))
    ):
        last += 2
    else:
        return last
    while (
        _definite(row.folded(last + 1)) and row.folded(last + 1) not in stops() and not _parted(row, last + 1)
    ):
        last += 1
    return last


def _definite(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > _SHORTEST + 1


def _completed(row: Row, at: int, people: Sequence[Part]) -> int | None:
    """The end of a construct: a quoted name, definite words, words of no dictionary, a country."""
    quoted = _quoted(row, at + 1)
    if quoted is not None:
        return quoted
    last, named = at, False
    while last - at < _MOST_WORDS and (kind := _complement(row, last + 1, named, people)):
        last += 1
        named = named or kind == "name"
    if not named:
        return None
    return _purpose(row, _without_tail(row, at, last))


def _complement(row: Row, at: int, named: bool, people: Sequence[Part]) -> str:
    """What a word adds: "name", "link" (only with what follows), "" where the name has ended."""
    word = row.folded(at)
    if at >= len(row) or row.tokens[at].kind != "word" or (named and _parted(row, at)):
        return ""
    joined = word.startswith(_AND + _ARTICLE) and named and not row.begins(at)
    if joined:
        return "name"
    if word in stops() or finite(word):
        return ""
    if _definite(word):
        return "" if not named and row.hit(at, ("demonym", "trait")) and not row.folded(at + 1) else "name"
    if row.modifier(at, _PLACES) or any(p.hit.first <= at <= p.last for p in people):
        return "name"
    if row.begins(at) and row.hit(at, ("demonym", "people", "trait")):
        return ""
    if given(word) or not ordinary(_written(row, at)):
        return "name" if len(word) >= _SHORTEST or named else ""
    return "link" if _leads(row, at, named) else ""


def _leads(row: Row, at: int, named: bool) -> bool:
    """Whether an ordinary word without article stands before one that names (نفط البصرة)."""
    after = row.folded(at + 1)
    free = not any(
        r.proclitics and ordinary(r.stem) for r in readings(row.folded(at)) if len(r.stem) >= _SHORTEST
    )
    return not named and free and _definite(after) and after not in stops() and not _parted(row, at + 1)


def _without_tail(row: Row, at: int, last: int) -> int:
    """The name without general adjectives at its end (حزب الأمة السابق)."""
    while last - at > 1 and _definite(row.folded(last)) and _generic(row.folded(last)):
        last -= 1
    return last


def _quoted(row: Row, at: int) -> int | None:
    """The last token of a name in quotation marks that opens before `at`."""
    if at >= len(row) or not _parted(row, at):
        return None
    for last in range(at, min(len(row), at + _MOST_QUOTED)):
        if row.tokens[last].kind != "word":
            return None
        if last + 1 == len(row) or _parted(row, last + 1):
            end = row.tokens[last].end
            return last if set(row.text[end : end + 1]) & small_words("quote") else None
    return None


def _parted(row: Row, at: int) -> bool:
    """Whether a quotation mark stands before the word."""
    if not 0 < at < len(row):
        return False
    return bool(set(row.text[row.tokens[at - 1].end : row.tokens[at].start]) & small_words("quote"))


def _state(row: Row, at: int, last: int) -> str:
    """The state whose organ it is, by a demonym or country among its words."""
    for step in range(at + 1, last + 1):
        found = row.modifier(step, ("demonym", "state"))
        if found and found[0].reading.stem not in small_words("common"):
            return found[1].code
    return ""


def _written(row: Row, at: int) -> str:
    token = row.tokens[at]
    return row.text[token.start : token.end]
