"""Arabic search keys: no database knows vowels, tatweel, article or suffix, so words are brought down here.

Two keys a text: its words folded (with digits made European), and each without one proclitic and one pronoun
suffix (data/search/). Full stemming is left alone: it loses names.
"""

from __future__ import annotations

import re
from functools import cache

from marsad.arabic import digits_value, fold
from marsad.data import read_table

WORD = re.compile("(?:[^\\W_]|[\u064b-\u0652\u0670\u0640])+")  # vowels and tatweel belong to the word
MARBUTA, OPEN, CLOSED = "ة", "ت", "ه"  # the feminine ending: at a word's end, before a pronoun, and folded
LEAST = 3  # letters that must be left of a stem


def words_key(text: str) -> str:
    """The folded words of a text, with a blank between them."""
    return " ".join(_folded(word) for word in WORD.findall(text))


def stems_key(text: str) -> str:
    """The stems of a text's words: each of the ways in which one may be cut."""
    return " ".join(
        stem for word in WORD.findall(text) for stem in _cuts(_folded(word), word.endswith(MARBUTA))
    )


def stems(word: str) -> tuple[str, ...]:
    """What the word of a question may be as a stem: itself, and without what is only joined on.

    >>> stems("وللقوات")
    ('وللقوات', 'قوات')
    """
    return tuple(dict.fromkeys((word, *_cuts(word, False))))


def _folded(word: str) -> str:
    folded = fold(word)
    value = digits_value(folded) if folded.isdigit() else None
    return folded if value is None else str(value)


def _cuts(word: str, closed: bool) -> tuple[str, ...]:
    """A word cut in front, then behind; a closed one ends in its own letter, which folding made a pronoun's.

    Before a pronoun a feminine ending is written open (قاعدتها): it is closed again.
    """
    front = _cut_front(word)
    back = front if closed else _cut_back(front)
    opened = (back[:-1] + CLOSED,) if back != front and back.endswith(OPEN) else ()
    return tuple(dict.fromkeys((front, back, *opened)))


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
