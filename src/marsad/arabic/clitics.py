"""Splitting what is written onto a word (السوابق واللواحق): و ف ب ل ك ال س before it, pronouns after it.

A folded word has several readings; the whole word comes first, so that whoever looks names up before anything
else never reads كركوك as ك + ركو + ك. `split` chooses one where no table decides, with simplemma as the check
whether the rest is a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from simplemma import is_known

from marsad.arabic.fold import REMEMBERED
from marsad.data import read_table

_ROWS = read_table("clitics.csv")


def _forms(kind: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in _ROWS if row["kind"] == kind)


_CONJUNCTIONS, _PREPOSITIONS, _FUTURE = _forms("conjunction"), _forms("preposition"), _forms("future")
_ARTICLE = _forms("article")[0]
_PRONOUNS = tuple(sorted(_forms("pronoun"), key=len, reverse=True))
_LAM = _ARTICLE[1]
_FIRST_LETTERS = (*_CONJUNCTIONS, *_PREPOSITIONS, *_FUTURE, _ARTICLE)
# Each room asks once for a new word, all within one sentence, and remembers its own answer; later only names
# are looked up again. 2^12 words answer for that; readings are by far the largest thing to keep of a word.
_ASKED = 1 << 12
SHORTEST_STEM = 2  # letters; a shorter rest is never a word that the tables hold


class Reading(NamedTuple):
    """One way to read a folded word: proclitics, stem, the pronoun after it ("" for none).

    A named tuple, for speed: a new word has up to 20 readings.
    """

    proclitics: tuple[str, ...]
    stem: str
    pronoun: str

    @property
    def definite(self) -> bool:
        """Whether the article (ال) was split off."""
        return _ARTICLE in self.proclitics

    @property
    def preposition(self) -> str | None:
        """The attached preposition (ب ل ك), if any."""
        return next((p for p in self.proclitics if p in _PREPOSITIONS), None)

    @property
    def conjoined(self) -> bool:
        """Whether a conjunction (و ف) stands first."""
        return bool(self.proclitics) and self.proclitics[0] in _CONJUNCTIONS

    @property
    def future(self) -> bool:
        """Whether the future mark (س) was split off."""
        return any(p in _FUTURE for p in self.proclitics)


@lru_cache(maxsize=_ASKED)
def readings(word: str) -> tuple[Reading, ...]:
    """Every reading of a folded word: without pronoun first, fewest letters taken off first.

    >>> [(r.proclitics, r.stem) for r in readings("وللقوات")][:4]
    [((), 'وللقوات'), (('و',), 'للقوات'), (('و', 'ل'), 'القوات'), (('و', 'ل'), 'لقوات')]
    """
    fronts = list(_fronts(word))
    bare = [Reading(before, rest, "") for before, rest in fronts]
    joined = [
        Reading(before, stem, pronoun)
        for before, rest in fronts
        if _ARTICLE not in before
        for stem, pronoun in _without_pronoun(rest)
    ]
    return tuple(bare + joined)


def _fronts(word: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every (proclitics, rest), the fewest proclitics first."""
    if not word.startswith(_FIRST_LETTERS):  # half of all words
        if len(word) >= SHORTEST_STEM:
            yield (), word
        return
    level: list[tuple[tuple[str, ...], str]] = [((), word)]
    for step in (_after_conjunction, _after_preposition, _after_article, _after_future):
        level += [(before + taken, rest) for before, word_ in level for taken, rest in step(before, word_)]
    seen: set[tuple[tuple[str, ...], str]] = set()
    for item in sorted(level, key=lambda item: len(item[0])):
        if item not in seen and len(item[1]) >= SHORTEST_STEM:
            seen.add(item)
            yield item


def _after_conjunction(_: tuple[str, ...], word: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if word[:1] in _CONJUNCTIONS:
        yield (word[0],), word[1:]


def _after_preposition(_: tuple[str, ...], word: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if word[:1] in _PREPOSITIONS:
        if word.startswith(_LAM * 2):  # لل is ل + ال with its alef left out
            yield (word[0],), _ARTICLE + word[2:]
        yield (word[0],), word[1:]


def _after_article(_: tuple[str, ...], word: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if word.startswith(_ARTICLE):
        yield (_ARTICLE,), word[len(_ARTICLE) :]


def _after_future(before: tuple[str, ...], word: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if word[:1] in _FUTURE and not set(before) & {_ARTICLE, *_PREPOSITIONS}:
        yield (word[0],), word[1:]


def _without_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """(stem, pronoun); a ta may be a ta marbuta, an alef an alef maqsura, a waw a plural or a hamza."""
    for pronoun in _PRONOUNS if word.endswith(_PRONOUNS) else ():
        stem = word[: -len(pronoun)]
        if not word.endswith(pronoun) or len(stem) < SHORTEST_STEM:
            continue
        if stem[-1] in _RESTORED:  # first: قاعدتها is قاعدة + ها although قاعدت is a verb's form
            yield stem[:-1] + _RESTORED[stem[-1]], pronoun
        if stem.endswith(_SEATED):
            yield stem[:-1] + _HAMZA, pronoun
        yield stem, pronoun


_HAMZA = "ء"
_SEATED = ("اي", "او")  # as folded: what a final hamza is written as before a pronoun (إخلائها, بقاؤهم)
_RESTORED = {"ت": "ه", "ا": "ي", "و": "وا"}


@lru_cache(maxsize=REMEMBERED)
def is_word(stem: str) -> bool:
    """Whether simplemma's Arabic word list knows the stem (with or without a ta marbuta at its end)."""
    return is_known(stem, lang="ar") or (stem.endswith("ه") and is_known(stem[:-1] + "ة", lang="ar"))


def split(word: str, named: Callable[[str], bool] = lambda _: False) -> Reading:
    """The likeliest reading of a folded word; `named` says which stems are names and is asked first.

    >>> split("وبجنودهم", lambda stem: stem == "كركوك").stem
    'جنود'
    """
    every = readings(word)
    for check in (named, is_word):
        for reading in every:
            if check(reading.stem):
                return reading
    return every[0] if every else Reading((), word, "")
