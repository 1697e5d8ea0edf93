"""Folding (طيّ الحروف): spelling variants of one word become one form, with a map back to the original.

One alef, ha for ta marbuta, ya for alef maqsura, no marks, no tatweel, Latin digits. Folded text never leaves
the rooms as a value: every record's offsets point to the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# How many written words each look-up remembers, here and in the rooms. 20,000 articles bring half a million
# different words, most of them once or twice: 2^14 are full after 300 articles, so that memory levels off
# early; with 2^15, which answer for 90 instead of 84 words in 100, coding is no faster and takes twice of it.
REMEMBERED = 1 << 14
LONGEST_WORD = 32  # letters

# Vowel marks, dagger alef, Quranic signs, tatweel, zero-width marks: they carry no letter.
_DROPPED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_LETTERS = str.maketrans(
    "أإآٱىةؤئکگیېۀھہپچڤژ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬",
    "اااايهويككيييههبجفز01234567890123456789.,",
)
# `str.translate` looks every letter up; replacing the common variants one by one and translating only where a
# rare one stands folds an article 6 times as fast (measured on the news stream).
_COMMON = tuple((letter, chr(_LETTERS[ord(letter)])) for letter in "أإآىةؤئ")
_RARE = re.compile(f"[{''.join(map(chr, _LETTERS.keys() - {ord(letter) for letter, _ in _COMMON}))}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its i-th character stood, with one more entry for the end."""

    text: str
    offsets: tuple[int, ...] | range


def fold(text: str) -> str:
    """The folded form of a word, a phrase or a whole text; only short ones are remembered.

    >>> fold("القيّارة"), fold("مئتي"), fold("٢٥٠٠")
    ('القياره', 'ميتي', '2500')
    """
    return fold_word(text) if len(text) <= LONGEST_WORD else fold_anew(text)


def fold_anew(text: str) -> str:
    """As `fold`, nothing remembered: for paragraphs and articles, of which a cache would keep every one."""
    return _spelled(_DROPPED.sub("", text))


fold_word = lru_cache(maxsize=REMEMBERED)(fold_anew)  # for one word after another, as tokens do


def fold_with_offsets(text: str) -> Folded:
    """The folded text together with where each of its characters stood in `text`.

    >>> fold_with_offsets("قوّة").offsets
    (0, 1, 3, 4)
    """
    kept: list[int] = []
    at = 0
    for dropped in _DROPPED.finditer(text):
        kept.extend(range(at, dropped.start()))
        at = dropped.end()
    if not at:  # three sentences in four on the news stream: the map is the identity
        return Folded(_spelled(text), range(len(text) + 1))
    kept.extend(range(at, len(text) + 1))
    return Folded(_spelled(_DROPPED.sub("", text)), tuple(kept))  # `fold` would keep it


def written_offset(text: str, at: int) -> int:
    """Where the character number `at` of the folded text stood in `text`.

    >>> written_offset("قوّة", 2)
    3
    """
    return fold_with_offsets(text).offsets[at] if _DROPPED.search(text) else at


def _spelled(text: str) -> str:
    for letter, plain in _COMMON:
        text = text.replace(letter, plain)
    return text.translate(_LETTERS) if _RARE.search(text) else text
