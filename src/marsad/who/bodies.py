"""Organisations whom no table lists, by the noun that heads their name and the words that complete it.

منظمة أطباء بلا حدود · حزب العدالة والتنمية · البنك المركزي المصري · صحيفة «الغد»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import Hit, Reading, fold, readings
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.who.cores import parted
from marsad.who.lexicon import Word, small_words
from marsad.who.parts import Part
from marsad.who.sentence import NOUNS, Row
from marsad.who.vocabulary import finite, given, ordinary, says, stops

_ARTICLE, _AND, _FOR, _SILENT, _IN = "ال", "و", "لل", "ه", "ب"
_MOST_WORDS = 6
_MOST_QUOTED = 5
_SHORTEST = 3
_NISBAS = ("ي", "يه", "يين", "يون")
_ENDINGS = ("ه", "ات", "ون", "ين")
_PLACES = ("state", "capital")
BODY = "body"  # rule of an organisation that no table lists
ORGAN = "body:definite:organ"  # of one whose state is to be found: the article's own, where it has one
_PARTIES = NOUNS | {"name", "state", "capital", "demonym", "people"}


@dataclass(frozen=True, slots=True)
class _Noun:
    whose: str
    kind: str
    proper: bool  # completed only by a proper name


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
    if head is None or row.tokens[at].kind != "word" or row.hit(at, ("trap",)):
        return None
    reading, noun = head
    if _is_adjective(row, at, reading) or _is_site(row, at, reading):
        return None
    if reading.definite:
        last = None if noun.proper else _described(row, at, reading.stem)
    else:
        last = _completed(row, at, noun.proper, people)
    if last is None:
        return None
    national = _national(row, at, last, noun)
    organ = noun.whose == "state" or national
    whose = (_state(row, at, last) or _seat(row, reading.stem, last)) if organ else ""
    hit: Hit[Word] = Hit(at, at, (), reading)
    name = row.span(hit, last)[1]
    rule = ORGAN if national and not whose else BODY
    return Part(hit, last, whose or name, rule, noun.kind, name=name)


def _is_adjective(row: Row, at: int, reading: Reading) -> bool:
    """Whether it describes the noun before it (المحطة الفضائية)."""
    return (
        reading.definite and reading.stem.endswith(_NISBAS[1]) and _definite(row.folded(at - 1).lstrip(_AND))
    )


def _is_site(row: Row, at: int, reading: Reading) -> bool:
    """Whether a web site's noun is a place here (في موقع, استهدف موقع)."""
    return reading.stem in small_words("site") and not reading.preposition and not _tells(row.folded(at - 1))


def _tells(word: str) -> bool:
    return says(word) or word in small_words("cites") | small_words("tied") | small_words("on_site")


def _national(row: Row, at: int, last: int, noun: _Noun) -> bool:
    """Whether an adjective tells that there is one in each state (المجلس الأعلى, البنك المركزي)."""
    kind = "national" if noun.whose == "state" else "central"
    return any(row.folded(step) in small_words(kind) for step in range(at + 1, last + 1))


@lru_cache(maxsize=REMEMBERED)
def _head(word: str) -> tuple[Reading, _Noun] | None:
    for reading in readings(word):
        if not reading.pronoun and not reading.future and (noun := _nouns().get(reading.stem)):
            return reading, noun
    return None


@lru_cache(maxsize=1)
def _nouns() -> dict[str, _Noun]:
    rows = read_table("who/heads.csv")
    return {
        fold(form): _Noun(row["whose"], row["kind"], row["needs"] == "proper")
        for row in rows
        for form in cell(row["forms"])
    }


def _described(row: Row, at: int, noun: str) -> int | None:
    """The end of a definite noun's name: its adjectives, and what it is for (الهيئة العليا للانتخابات)."""
    last, feminine = at, noun.endswith(_SILENT)
    while last - at < _MOST_WORDS and _adjective(row, last + 1, feminine) and not parted(row, last + 1):
        last += 1
    if last == at:
        return None
    bank = noun in small_words("bank") and row.folded(at + 1) in small_words("central")
    if not bank and all(_generic(row.folded(step)) for step in range(at + 1, last + 1)):
        return None
    return _purpose(row, last)


def _adjective(row: Row, at: int, feminine: bool) -> bool:
    """Whether the word is an adjective with the article and the noun's gender."""
    word = row.folded(at)
    if not _describes(row, at):
        return False
    ends = word.endswith(_SILENT) or word in small_words("feminine_adjective")
    return word not in stops() and ends == feminine


def _describes(row: Row, at: int) -> bool:
    """Whether a definite word can only be an adjective: a nisba, or one of the tables."""
    word = row.folded(at)
    known = word in small_words("adjective") or row.hit(at, ("demonym", "trait")) is not None
    return _definite(word) and (known or word.endswith(_NISBAS))


@lru_cache(maxsize=1 << 12)
def _generic(word: str, words: str = "generic") -> bool:
    """Whether an adjective with its article names nothing, as the words of that kind."""
    stem = word.removeprefix(_ARTICLE)
    shorter = next((stem.removesuffix(e) for e in _ENDINGS if stem.endswith(e)), stem)
    return bool({stem, shorter, shorter + "ي"} & small_words(words))


def _purpose(row: Row, last: int) -> int:
    """Past "for ..." with its own words (للصليب الأحمر, لحقوق الإنسان)."""
    if row.folded(last + 1).startswith(_FOR) and ordinary(_written(row, last + 1)):
        last += 1
    elif row.folded(last + 1) in small_words("purpose") and _definite(row.folded(last + 2)):
        last += 2
    else:
        return last
    while _describes(row, last + 1) and row.folded(last + 1) not in stops() and not parted(row, last + 1):
        last += 1
    return last


def _definite(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > _SHORTEST


def _completed(row: Row, at: int, proper: bool, people: Sequence[Part]) -> int | None:
    """The end of a construct: a quoted name, definite words, words of no dictionary, a country."""
    quoted = _quoted(row, at + 1)
    if quoted is not None:
        return quoted
    last, named = at, False
    while last - at < _MOST_WORDS and (kind := _complement(row, last + 1, named, people)):
        if proper and not named and _definite(row.folded(last + 1)):
            return None
        last += 1
        named = named or kind == "name"
    return _without_tail(row, at, last) if named else None


def _complement(row: Row, at: int, named: bool, people: Sequence[Part]) -> str:
    """What a word adds: "name", "link" (only with what follows), "" where the name has ended."""
    word = row.folded(at)
    if at >= len(row) or row.tokens[at].kind != "word" or (named and parted(row, at)):
        return ""
    if word.startswith(_AND + _ARTICLE) and named and row.hit(at, _PARTIES) is None:
        rest = word[len(_AND) :]
        return "" if rest in stops() or _head(rest) else "name"
    if word in stops() or finite(word):
        return ""
    if _definite(word):
        return _definite_complement(row, at, named)
    person = any(p.hit.first <= at <= p.last for p in people)
    if person or row.modifier(at, _PLACES):
        return "name" if not named or not person else ""
    if row.begins(at) and row.hit(at, ("demonym", "people", "trait")):
        return ""
    if given(word) or not ordinary(_written(row, at)):
        fresh = not named or not _definite(row.folded(at - 1))  # a person's name after a whole one
        return "name" if fresh and (len(word) >= _SHORTEST or named) else ""
    return "link" if _leads(row, at, named) else ""


def _definite_complement(row: Row, at: int, named: bool) -> str:
    """A word with the article: the first is a noun, what follows describes it and heads nothing."""
    return "name" if not named or (_describes(row, at) and not _head(row.folded(at))) else ""


def _leads(row: Row, at: int, named: bool) -> bool:
    """Whether an ordinary word without article stands before one that names (نفط البصرة)."""
    after = row.folded(at + 1)
    free = not any(
        r.proclitics and ordinary(r.stem) for r in readings(row.folded(at)) if len(r.stem) >= _SHORTEST
    )
    proper = _definite(after) or not ordinary(_written(row, at + 1))
    return not named and free and proper and after not in stops() and not parted(row, at + 1)


def _without_tail(row: Row, at: int, last: int) -> int:
    """The name without general adjectives at its end (حزب الأمة السابق)."""
    while last - at > 1 and _definite(row.folded(last)) and _generic(row.folded(last), "tail"):
        last -= 1
    return last


def _quoted(row: Row, at: int) -> int | None:
    """The last token of a name in quotation marks that opens before `at`."""
    if at >= len(row) or not parted(row, at):
        return None
    for last in range(at, min(len(row), at + _MOST_QUOTED)):
        if row.tokens[last].kind != "word":
            return None
        if last + 1 == len(row) or parted(row, last + 1):
            end = row.tokens[last].end
            return last if set(row.text[end : end + 1]) & small_words("quote") else None
    return None


def _state(row: Row, at: int, last: int) -> str:
    """The state whose organ it is, by a demonym or country among its words."""
    for step in range(at + 1, last + 1):
        found = row.modifier(step, ("demonym", "state"))
        if found and found[0].reading.stem not in small_words("common"):
            return found[1].code
    return ""


def _seat(row: Row, noun: str, last: int) -> str:
    """The state in which the organ is (لجنة الانتخابات في غانا); an office there may be anybody's."""
    if noun in small_words("branch_office"):
        return ""
    found = row.hit(last + 1, ("state",))
    if found is not None and found[0].reading.preposition == _IN:
        return found[1].code
    found = row.modifier(last + 2, ("state",)) if row.folded(last + 1) in small_words("seated") else None
    return found[1].code if found else ""


def _written(row: Row, at: int) -> str:
    return row.words(at, at) or " "
