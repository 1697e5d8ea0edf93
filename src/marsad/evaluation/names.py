"""Whether two written names mean the same party, place or source, by the scorer's rule, not by the gazetteer.

The folding here is the scorer's own and stays what it is, so that figures of different years can be compared;
the coder's folding (`arabic.fold`) may grow.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from marsad.data import read_table

SHARED_WORDS = 0.5  # two names agree when half the words of the shorter one stand in the other
_TATWEEL = "\u0640"
_SPELLINGS = str.maketrans(
    {
        "\u0623": "\u0627",  # the alefs
        "\u0625": "\u0627",
        "\u0622": "\u0627",
        "\u0671": "\u0627",
        "\u0629": "\u0647",  # ta marbuta
        "\u0649": "\u064a",  # alef maqsura
        "\u0624": "\u0648",  # hamza on waw and ya
        "\u0626": "\u064a",
    }
)


@lru_cache(maxsize=1 << 14)
def same_name(left: str, right: str) -> bool:
    """Whether the names are spelled alike or share half of their telling words.

    >>> same_name("قاعدة القيارة الجوية", "القيارة"), same_name("قاعدة القيارة", "قاعدة القائم")
    (True, False)
    """
    if spelling(left) == spelling(right):
        return True
    one, other = telling_words(left), telling_words(right)
    if not one or not other:
        return False
    return len(one & other) / min(len(one), len(other)) >= SHARED_WORDS


def spelling(name: str) -> str:
    """The name without marks, with one alef, ha for ta marbuta and ya for alef maqsura, in lower case."""
    letters = unicodedata.normalize("NFKC", name)
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c != _TATWEEL)
    return kept.translate(_SPELLINGS).casefold()


def telling_words(name: str) -> frozenset[str]:
    """The words that tell this name from others; all its words where none does."""
    article = _rules("prefix")[-1]
    found = frozenset(_bare(word) for word in re.findall(r"\w+", spelling(name)))
    generic = frozenset(_rules("generic"))
    return frozenset(w for w in found if w not in generic and article + w not in generic) or found


def _bare(word: str) -> str:
    prefix = next((p for p in _rules("prefix") if word.startswith(p)), "")
    return word[len(prefix) :]


@cache
def _rules(kind: str) -> tuple[str, ...]:
    return tuple(row["form"] for row in read_table("scoring.csv") if row["kind"] == kind)
