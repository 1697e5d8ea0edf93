"""Words as they are compared: folded, without the letters joined on in front (data/same/words.csv)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from marsad.arabic import fold, tokens
from marsad.data import read_table

SHORTEST = 3  # letters; a shorter word is mostly a particle
KEPT = 3  # letters that must be left when the letters in front are taken off


def words_in(text: str) -> Iterator[str]:
    """The words of a text that carry something."""
    for token in tokens(text):
        word = token.folded
        if len(word) >= SHORTEST or word.isdigit():
            yield bare(word)


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A folded word without the letters that only join it on."""
    for front in listed_raw("and"):
        if word.startswith(front) and len(word) - len(front) > KEPT:
            word = word[len(front) :]
    for front in listed_raw("front"):
        if word.startswith(front) and len(word) - len(front) >= KEPT:
            return word[len(front) :]
    return word


@cache
def listed(kind: str) -> frozenset[str]:
    """The words of a kind, as `words_in` gives them."""
    return frozenset(bare(word) for word in listed_raw(kind))


@cache
def listed_raw(kind: str) -> tuple[str, ...]:
    """The words of a kind, folded, in the order of the table."""
    return tuple(fold(row["word"]) for row in read_table("same/words.csv") if row["kind"] == kind)


def telling(words: Iterable[str]) -> frozenset[str]:
    """The words that not every report of such an event has."""
    return frozenset(words) - listed("common")


def number_of(text: str) -> int:
    """A word or sentence as a number, for comparing many."""
    return zlib.crc32(text.encode())
