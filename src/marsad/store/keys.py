"""Arabic search keys: no database knows vowels, tatweel, article or suffix, so words are brought down here.

Two keys a text: its words folded (with digits made European), and each without one proclitic and one pronoun
suffix (data/search/). Full stemming is left alone: it loses names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from marsad.arabic import digits_value, fold
from marsad.data import read_table

WORD = re.compile(r"\w+")
LEAST = 3  # letters that must be left of a stem


def words_key(text: str) -> str:
    """The folded words of a text, with a blank between them."""
    return " ".join(_words(text))


def stems_key(text: str) -> str:
    """The stems of a text's words: each of the ways in which one may be cut."""
    return " ".join(stem for word in _words(text) for stem in stems(word))


def stems(word: str) -> tuple[str, ...]:
    """What a folded word may be without what is only joined on: cut in front, and then behind."""
    cut = _cut_front(word)
    return tuple(dict.fromkeys((cut, _cut_back(cut))))


def _words(text: str) -> Iterator[str]:
    for word in WORD.findall(fold(text)):
        value = digits_value(word) if word[0].isdigit() else None
        yield str(value) if value is not None and word.isdigit() else word


def _cut_front(word: str) -> str:
    for front in _affixes("front"):
        if word.startswith(front) and len(word) - len(front) >= LEAST:
            return word[len(front) :]
    return word


def _cut_back(word: str) -> str:
    for back in _affixes("back"):
        if word.endswith(back) and len(word) - len(back) >= LEAST:
            return word[: -len(back)]
    return word


@cache
def _affixes(side: str) -> tuple[str, ...]:
    """The longest first."""
    found = [row["letters"] for row in read_table("search/affixes.csv") if row["side"] == side]
    return tuple(sorted(found, key=lambda letters: (-len(letters), letters)))
