"""Whether two spellings are one name (مايلز كاغينز · مايلز كاجينز), by the skeleton of each word.

In: names as written. Out: yes or no, and groups. To be asked of the names of one document: across a whole
collection two people share a skeleton too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic import fold, tokens
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.who.lexicon import small_words

_ARTICLE = "ال"
_VOWELS = "اوي"
_SILENT = "ه"
_SHORTEST = 2  # letters that a word keeps when its article is taken off
_LEAST_JOINED = 4  # consonants of a name that may be written in one word or in two
_ROOT = 3  # consonants of an Arabic pattern
_READINGS = 8  # of one word; a word with more letters of two sounds has none beyond


class _Skeleton(NamedTuple):
    sounds: str
    vowels: tuple[str, ...]  # one for each consonant: the long vowels written after it


def same_name(one: str, other: str) -> bool:
    """Whether both may be spellings of one name; titles, articles and the joining of words do not count.

    >>> same_name("العقيد مايلز كاغينز", "مايلز كاجينز"), same_name("حسن", "حسين")
    (True, False)
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if len(mine) == len(theirs):
        return all(_same_word(a, b) for a, b in zip(mine, theirs, strict=True))
    whole, parted = "".join(mine), "".join(theirs)
    long = min(len(s.sounds) for s in (*_skeletons(whole), *_skeletons(parted))) >= _LEAST_JOINED
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
    return all(_same_word(a, b) for a, b in zip(mine, theirs[-len(mine) :], strict=True)) or same_name(
        short, whole
    )


@lru_cache(maxsize=REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    """The name's words without titles, prefixes joined to the word they belong to."""
    folded = [t.folded for t in tokens(fold(name)) if t.kind == "word"]
    at = next((i for i, word in enumerate(folded) if word not in small_words("title")), 0)
    made: list[str] = []
    prefix = ""
    for word in folded[at:]:
        if word in small_words("suffixed") and made and not prefix:
            made[-1] += word
        elif word in small_words("prefixed"):
            prefix += _nominative(word)
        else:
            made.append(prefix + word)
            prefix = ""
    return tuple(made + [prefix] * bool(prefix))


def _nominative(word: str) -> str:
    """أبو whatever its case; ابن is بن."""
    return next(iter(_table("case").get(word, ())), word)


@lru_cache(maxsize=REMEMBERED)
def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if _strict(one, other):
        return _bare(one) == _bare(other)
    return any(a.sounds == b.sounds and _agree(a, b) for a in _skeletons(one) for b in _skeletons(other))


def _agree(one: _Skeleton, other: _Skeleton) -> bool:
    """Whether no slot has two different vowels: one that is not written agrees with any, but for the last.

    Three consonants with vowels in other slots are two Arabic patterns (سالم, سليم), no two spellings.
    """
    pairs = list(zip(one.vowels, other.vowels, strict=True))
    if any(a and b and a != b for a, b in pairs) or _ends(one) != _ends(other):
        return False
    apart = any(a and not b for a, b in pairs) and any(b and not a for a, b in pairs)
    return not apart or len(one.sounds.removeprefix(_ARTICLE)) > _ROOT


def _ends(skeleton: _Skeleton) -> str:
    """The final vowel that every spelling writes: a waw or ya."""
    last = skeleton.vowels[-1]
    return "" if last == _VOWELS[0] else last


def _strict(one: str, other: str) -> bool:
    """Whether every letter counts: two Arabic names or words (الشاهد, الشهيد) write their long vowels."""
    natives = _native(one) + _native(other)
    articles = one.startswith(_ARTICLE) and other.startswith(_ARTICLE)
    return natives == 2 or ((natives == 1 or articles) and is_word(_bare(one)) and is_word(_bare(other)))


@lru_cache(maxsize=REMEMBERED)
def _native(word: str) -> bool:
    """Whether the word is an Arabic name: by its letters, or by the table."""
    bare = _bare(word)
    return bool(_table("native").keys() & set(bare)) or bare in _natives() or word in _natives()


def _bare(word: str) -> str:
    """The word without its article and without a final ha or hamza."""
    stem = word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 else word
    return stem.replace("ء", "").removesuffix(_SILENT)


@lru_cache(maxsize=1)
def _natives() -> frozenset[str]:
    rows = [row for row in read_table("who/given.csv") if row["kind"] == "native"]
    return frozenset(fold(name).removesuffix(_SILENT) for row in rows for name in cell(row["names"]))


@lru_cache(maxsize=8)
def _table(kind: str) -> dict[str, tuple[str, ...]]:
    """What is heard for the folded letters of one kind of who/sounds.csv."""
    heard: dict[str, tuple[str, ...]] = {}
    for row in read_table("who/sounds.csv"):
        if row["kind"] == kind:
            for letters in map(fold, cell(row["letters"])):
                heard[letters] = (*heard.get(letters, ()), *map(fold, cell(row["heard"])))
    return heard


@lru_cache(maxsize=REMEMBERED)
def _skeletons(word: str) -> tuple[_Skeleton, ...]:
    """The ways to hear a word: with and without its article, each letter of two sounds as either."""
    whole = [word]
    if word.startswith(_ARTICLE) and len(word) - len(_ARTICLE) >= _SHORTEST:
        rest = word[len(_ARTICLE) :]
        whole = [rest] if rest.startswith(_VOWELS[0]) else [word, rest]
    found = dict.fromkeys(s for stem in whole for s in _heard(stem))
    return tuple(found)[: 2 * _READINGS]


def _heard(stem: str) -> Iterator[_Skeleton]:
    for written, said in _table("written").items():
        stem = stem.replace(written, said[0])
    for written, said in _table("opening").items():
        stem = said[0] + stem.removeprefix(written) if stem.startswith(written) else stem
    stem = stem.replace("ء", "")
    stem = stem.removesuffix(_SILENT) if len(stem) > _SHORTEST else stem
    forms: list[tuple[str, tuple[str, ...]]] = [("", ())]
    for at, letter in enumerate(stem):
        if at and letter in _VOWELS:
            forms = [(sounds, _lengthened(vowels, letter)) for sounds, vowels in forms]
            continue
        first = () if at else _table("first").get(letter, ())
        heard = first or _table("sound").get(letter, (letter,))
        forms = [_with(form, sound) for form in forms for sound in heard][:_READINGS]
    yield from (_Skeleton(*form) for form in forms)


def _lengthened(vowels: tuple[str, ...], letter: str) -> tuple[str, ...]:
    last = vowels[-1]
    return vowels if last.endswith(letter) else (*vowels[:-1], last + letter)


def _with(form: tuple[str, tuple[str, ...]], sound: str) -> tuple[str, tuple[str, ...]]:
    """One more consonant; the same one twice without a vowel between is one."""
    sounds, vowels = form
    if sounds.endswith(sound) and not vowels[-1]:
        return form
    return sounds + sound, (*vowels, "")
