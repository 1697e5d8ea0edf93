"""Whether two spellings are one name (مايلز كاغينز · مايلز كاجينز), by the skeleton of each word.

In: names as written. Out: yes or no, and groups. To be asked of the names of one document: across a whole
collection two people share a skeleton too often.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from marsad.arabic import fold, tokens
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.who.hearing import ARTICLE, ROOT, SILENT, VOWELS, heard_alike, heard_nearly, sounds
from marsad.who.lexicon import small_words

_HAMZA = "ء"
_LEAST_JOINED = 4  # consonants of a name that may be written in one word or in two
_TWICE = re.compile("([وي])\\1")
_UNWRITTEN = str.maketrans("", "", VOWELS)


def same_name(one: str, other: str) -> bool:
    """Whether both may be spellings of one name; titles, articles and the joining of words do not count.

    >>> same_name("العقيد مايلز كاغينز", "مايلز كاجينز"), same_name("حسن", "حسين")
    (True, False)
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if len(mine) == len(theirs):
        return _same_words(mine, theirs)
    whole, parted = "".join(mine), "".join(theirs)
    long = min(len(_written(whole)), len(_written(parted))) >= _LEAST_JOINED
    return long and _same_word(whole, parted)


def join(names: Sequence[str]) -> list[list[str]]:
    """The names in groups that may be one, in their order; a family name stands with the full one.

    A name is compared with the longest of a group alone, so that two people of one family are never joined
    through the family's name.
    """
    groups: list[list[str]] = []
    for name in names:
        home = next((group for group in groups if _akin(name, max(group, key=_length))), None)
        if home is None:
            groups.append([name])
        elif name not in home:
            home.append(name)
    return groups


def _akin(one: str, other: str) -> bool:
    return is_part(one, other) or is_part(other, one)


def _length(name: str) -> int:
    return len(_words(name))


def is_part(short: str, whole: str) -> bool:
    """Whether `short` is the name `whole` or the end of it, in any spelling (كاغينز, مايلز كاجينز)."""
    mine, theirs = _words(short), _words(whole)
    if not mine or len(mine) > len(theirs):
        return same_name(short, whole)
    return _same_words(mine, theirs[-len(mine) :]) or same_name(short, whole)


def _same_words(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words are the same one by one; where all others are, one may be heard otherwise."""
    pairs = enumerate(zip(mine, theirs, strict=True))
    unlike = list(islice((at for at, pair in pairs if not _same_word(*pair)), 2))
    if len(unlike) != 1 or len(mine) == 1:
        return not unlike
    at = unlike[0]
    if any(map(_native, mine[:at] + mine[at + 1 :])) and _arabic(mine[at], theirs[at]):
        return False
    return _near_word(mine[at], theirs[at], family=at == len(mine) - 1)


@lru_cache(maxsize=REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    """The name's words without titles, prefixes joined to the word they belong to."""
    words = [t for t in tokens(name) if t.kind == "word"]
    at = next((i for i, word in enumerate(words) if word.folded not in small_words("title")), 0)
    made: list[str] = []
    prefix = ""
    for word in words[at:]:
        if word.folded in small_words("suffixed") and made and not prefix:
            made[-1] += word.folded
        elif word.folded in small_words("prefixed"):
            prefix += _usual(word.folded)
        else:
            made.append(prefix + _HAMZA * _opens(name[word.start :]) + _usual(word.folded))
            prefix = ""
    return tuple(made + [prefix] * bool(prefix))


def _opens(rest: str) -> bool:
    """Whether a word begins with a hamza that must not be taken for the article's (أليكسي)."""
    return not rest.startswith(ARTICLE) and fold(rest[: len(ARTICLE)]) == ARTICLE


def _usual(word: str) -> str:
    """The spelling that stands for all of a word's: أبو whatever its case; ابن is بن."""
    return next(iter(sounds("case").get(word, ())), word)


@lru_cache(maxsize=REMEMBERED)
def _same_word(one: str, other: str) -> bool:
    if _definite(one) == _definite(other):
        return True
    if not heard_alike(one, other):
        return False
    consonants = _written(one) == _written(other)
    short = consonants and len(_written(one)) < ROOT and _known(one) and _known(other)
    return (consonants or _listed(one) == _listed(other)) and not short and not _arabic(one, other)


def _near_word(one: str, other: str, *, family: bool) -> bool:
    """Whether two foreign words differ in one vowel alone; a family's name needs more consonants for that.

    It tells people apart (ميلر, مولر) where the given name does not (ديفيد, دافيد).
    """
    articled = one.startswith(ARTICLE) and other.startswith(ARTICLE)
    return (
        heard_nearly(one, other, ROOT + family) and not articled and not _native(one) and not _native(other)
    )


@lru_cache(maxsize=REMEMBERED)
def _arabic(one: str, other: str) -> bool:
    """Whether every letter counts: two Arabic names or words (الشاهد, الشهيد) write their long vowels."""
    natives = _native(one) + _native(other)
    articled = one.startswith(ARTICLE) and other.startswith(ARTICLE)
    words = _known(one) and _known(other)
    if natives == 2 or (words and (natives or articled)):
        return True
    return bool(words or natives or articled) and _patterned(one, other)


def _patterned(one: str, other: str) -> bool:
    """Whether both are Arabic patterns of one root (المالكي, المليكي)."""
    patterns = all(_pattern().fullmatch(_definite(word)) for word in (one, other))
    return patterns and _written(one) == _written(other)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A root of three consonants with the vowels, the mim before it and the endings of Arabic nouns."""
    other, endings = f"[^{VOWELS}]", "|".join(sounds("ending"))
    return re.compile(f"م?{other}(?:ا{other}|{other}[{VOWELS}]?){other}(?:{endings})?")


def _known(word: str) -> bool:
    """Whether a dictionary has it."""
    return bool(_bare(word)) and is_word(_bare(word))


def _written(word: str) -> str:
    """The consonants."""
    return _bare(word).translate(_UNWRITTEN)


@lru_cache(maxsize=REMEMBERED)
def _native(word: str) -> bool:
    """Whether the word is an Arabic name: by its letters, or by the table.

    The emphatic ones are slips of the pen in a word too long for an Arabic one (ديبرصيون).
    """
    letters, consonants = set(_bare(word)), len(_written(word))
    emphatic = consonants <= ROOT + 1 and sounds("emphatic").keys() & letters
    return bool(sounds("native").keys() & letters or emphatic) or _listed(word)


def _listed(word: str) -> bool:
    return _bare(word) in _natives() or word in _natives()


def _bare(word: str) -> str:
    """The word without its article and without a final ha or hamza."""
    return _definite(word).removesuffix(SILENT)


def _definite(word: str) -> str:
    """The word without its article and any hamza; a final ha tells a woman's name from a man's."""
    stem = word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1 else word
    for slip, letter in sounds("slip").items():
        stem = stem.replace(slip, letter[0])
    return _single(stem.replace(_HAMZA, ""))


def _single(word: str) -> str:
    """The word with one letter for a long vowel written twice (داوود, داود)."""
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=1)
def _natives() -> frozenset[str]:
    rows = [row for row in read_table("who/given.csv") if row["kind"] == "native"]
    names = {fold(name) for row in rows for name in cell(row["names"])} - sounds("borrowed").keys()
    return frozenset(name.removesuffix(SILENT) for name in names)
