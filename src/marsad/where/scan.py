"""One sentence under reading: its tokens, what each may open, and the text form of what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from marsad.arabic import Sentence, Token, fold, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED, written_offset
from marsad.data import read_table
from marsad.records import Found, Place, Span
from marsad.where.choosing import CAPITAL_NAMES, Context, may_stand_alone
from marsad.where.gazetteer import Row, Words, is_first, names_from
from marsad.where.reasons import ONLY, Judged
from marsad.where.words import CAPITALS, DEFINITES, HEADS, NATIONALITIES, RELATIONS, TRAPS, WORDS

TANWIN = "\u064b"
POINTS = ("site", "near", "town")  # precisions of places that others may lie near
LONGEST = 7  # words of the longest name that we look up
MATCHES = 2  # words of sport in a sentence that tells of a match


@dataclass(frozen=True, slots=True)
class Opening:
    """What a word may open once `cut` letters are off: a name, a head, a relation, a definite noun."""

    stem: str
    cut: int
    lam: bool  # للموصل: the article's alef is not written
    leads: bool  # a preposition was taken off
    conjoined: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A place read from tokens `first` to `last`."""

    place: Place
    first: int
    last: int
    cut: int
    rule: str


@lru_cache(maxsize=REMEMBERED)
def openings(word: str) -> tuple[Opening, ...]:
    """The readings of a folded word that may open a place, the fewest letters off first."""
    return tuple(_openings(word, _opens))


def openings_of_name(word: str) -> Iterator[Opening]:
    """The readings of a folded word that may open a name, however word-like it is."""
    return _openings(word, lambda stem: is_first(stem) or stem == word)


def _openings(word: str, may: Callable[[str], bool]) -> Iterator[Opening]:
    for reading in readings(word):
        stem = reading.stem
        if not reading.pronoun and not reading.definite and not reading.future and may(stem):
            lam = not word.endswith(stem)
            cut = len(word) - len(stem) + lam
            leads = reading.preposition is not None
            yield Opening(stem, cut, lam, leads, reading.conjoined)


NO_OPENING = ("link", "toward", "bordered", "lined", "norm", "river", "stretch", "story", "sea")
RELATED = frozenset().union(*(forms for role, forms in RELATIONS.items() if role not in NO_OPENING))

SITED = frozenset(
    name.split()[0] for role in ("building", "seat", "mission", "plural", "group") for name in WORDS[role]
)


def _opens(stem: str) -> bool:
    listed = stem in HEADS or stem in DEFINITES or stem in RELATED or stem in SITED
    return listed or (is_first(stem) and _may_name(stem))


def _may_name(first: str) -> bool:
    """Whether the name may have more words, or this one is no mere word that some hamlet is named by."""
    return names_from(first).longest > 0 or may_stand_alone(first)


@cache
def _landmarks() -> dict[str, str]:
    named = {row["name"]: row["country"] for row in read_table("where/landmarks.csv")}
    named = {n: c for n, c in named.items() if c not in WORDS["far"]}
    named |= {fold(name): c for c, names in CAPITALS.items() for name in names}
    return {
        name: country
        for name, country in named.items()
        if TRAPS.get(name, "none") == "none" and len(name) > 2
    }


@lru_cache(maxsize=REMEMBERED)
def landmark(word: str) -> str | None:
    """The country of a word that names it or a large town of it, ordinary words left out."""
    named = _landmarks()
    stems = [r.stem for r in readings(word) if not r.pronoun and not r.definite]
    stem = next((s for s in stems if s in named and (s == word or not is_word(word))), None)
    return (
        named[stem]
        if stem and (TRAPS.get(stem) == "none" or not is_word(stem) or stem in CAPITAL_NAMES)
        else None
    )


class Scan:
    """A sentence with its context; `end_of_list` is the last token of the place before (تكريت وبيجي)."""

    def __init__(self, sentence: Sentence, countries: tuple[str, ...]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.context = Context(countries, self._countries_here())
        self.end_of_list = -2
        self._sporting: bool | None = None

    def _countries_here(self) -> frozenset[str]:
        return frozenset(c for t in self.tokens if t.kind == "word" and (c := landmark(t.folded)))

    def passed(self, read: Read) -> None:
        """Remember a place that was read: it may open a list, and namesakes near it are likelier."""
        self.end_of_list = read.last
        lat, lon = read.place.lat, read.place.lon
        if lat is not None and lon is not None and read.place.precision in POINTS:
            self.context = replace(self.context, points=(*self.context.points, (lat, lon)))

    def token(self, at: int) -> Token | None:
        """The token, or None past the end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def folded(self, at: int) -> str:
        """The folded token, or "" past the end."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        """Whether a word stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == "word"

    @property
    def sporting(self) -> bool:
        """Whether the sentence tells of matches, where a town's name is often its team's."""
        if self._sporting is None:
            words = {token.folded for token in self.tokens} & WORDS["sport"]
            self._sporting = len(words) >= MATCHES
        return self._sporting

    def is_all(self) -> bool:
        """Whether the sentence is the whole text."""
        return self.sentence.end - self.sentence.start >= len(self.sentence.text.strip())

    def following(self, at: int) -> Words:
        """The words and numbers after token `at` up to the next mark; a hyphen is no mark (T-4)."""
        return tuple(self.tokens[i].folded for i in self._following(at))

    def next_word(self, at: int) -> str:
        """The first of the words that follow, "" before a mark."""
        token = self.token(at + 1)
        if token is None or token.kind != "mark":
            return token.folded if token else ""
        return next(iter(self.following(at)), "")

    def step(self, at: int, words: int) -> int:
        """The token that is `words` words after token `at`."""
        return self._following(at)[words - 1] if words else at

    def _following(self, at: int) -> list[int]:
        found: list[int] = []
        for i in range(at + 1, min(len(self.tokens), at + LONGEST)):
            if self.tokens[i].kind != "mark":
                found.append(i)
            elif self.tokens[i].folded not in WORDS["hyphen"]:
                break
        return found

    def national(self, at: int) -> str | None:
        """The country of the adjective of nationality at `at`."""
        return NATIONALITIES.get(self.folded(at))

    def is_adverb(self, at: int) -> bool:
        """Whether a tanwin makes the word an adverb (دوماً, روسياً)."""
        return TANWIN in self.sentence.text[self.tokens[at].start : self.tokens[at].end]

    def goes_on(self, at: int, opening: Opening) -> bool:
        """Whether the word goes on a list of places."""
        gap = at - self.end_of_list
        return (gap == 1 and opening.conjoined) or (gap == 2 and self.folded(at - 1) in WORDS["follows"])

    def text(self, first: int, last: int, opening: Opening) -> str:
        """The tokens as the text gives them, the first without its proclitics."""
        start = self.tokens[first].start
        raw = self.sentence.text[start : self.tokens[last].end]
        cut = written_offset(raw, opening.cut)
        return opening.stem[0] + raw[cut:] if opening.lam else raw[cut:]

    def found(self, read: Read) -> Found[Place]:
        """The record of what was read."""
        start, end = self.tokens[read.first].start, self.tokens[read.last].end
        cut = written_offset(self.sentence.text[start:end], read.cut)
        return Found(read.place, (Span(start + cut, end),), read.rule)


def place_of(name: str, row: Row, reasons: Judged = ONLY) -> Place:
    """The place of a gazetteer row under the name that the text gives it."""
    return Place(
        name,
        row.country,
        row.place,
        row.precision,
        row.lat,
        row.lon,
        row.id,
        row.radius_km,
        reasons.why,
        reasons.beaten,
        row.name,
    )
