"""How a foreign word in Arabic letters is heard: its consonants as sounds, and the vowels between them.

In: a folded word. Out: its skeletons, and whether two of them may be one word; names.py is next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic import fold
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

ARTICLE = "ال"
VOWELS = "اوي"
SILENT = "ه"
ROOT = 3  # consonants of an Arabic pattern
# A German or Portuguese h after a vowel (كوهلر, كولر).
_MUTE = re.compile(f"(?<=[{VOWELS}]){SILENT}(?=[^{VOWELS}])")
_SHORTEST = 2  # letters that a word keeps when its article is taken off
_READINGS = 8  # of one word; a word with more letters of two sounds has none beyond
_ALIKE = 2  # vowels written alike in a word that stands alone and has one that is not


class Skeleton(NamedTuple):
    """What is heard of a word: its consonants, and after each the vowels written there ("" for none)."""

    sounds: str
    vowels: tuple[str, ...]

    @property
    def consonants(self) -> int:
        """How many there are, those of the article not counted."""
        return len(self.sounds.removeprefix(ARTICLE))


@lru_cache(maxsize=8)
def sounds(kind: str) -> dict[str, tuple[str, ...]]:
    """What is heard for the folded letters of one kind of who/sounds.csv."""
    heard: dict[str, tuple[str, ...]] = {}
    for row in read_table("who/sounds.csv"):
        if row["kind"] == kind:
            for letters in map(fold, cell(row["letters"])):
                heard[letters] = (*heard.get(letters, ()), *map(fold, cell(row["heard"])))
    return heard


def heard_alike(one: str, other: str) -> bool:
    """Whether two words have the same consonants and no vowel of one speaks against the other.

    >>> heard_alike("كاغينز", "كاجنس"), heard_alike("مارتن", "ميرتون")
    (True, False)
    """
    return any(a.sounds == b.sounds and _agree(a, b) for a in _skeletons(one) for b in _skeletons(other))


def heard_nearly(one: str, other: str, least: int) -> bool:
    """Whether one vowel at most is heard otherwise (ديفيد, دافيد), in words of `least` consonants or more.

    With no vowel otherwise a consonant less is enough: a diphthong written or not (جايك, جيك).
    """
    return any(
        a.sounds == b.sounds
        and _meet(a.vowels[-1], b.vowels[-1], "final")
        and (clashes := _clashes(a, b)) <= 1
        and a.consonants >= least - (not clashes)
        for a in _skeletons(one)
        for b in _skeletons(other)
    )


def _agree(one: Skeleton, other: Skeleton) -> bool:
    """Whether no slot has two different vowels: one that is not written agrees with any, but for the last.

    Three consonants with vowels in other slots are two Arabic patterns (سالم, سليم), no two spellings. A long
    word may be heard with one vowel for another (زابوريجيا, زابوروجيا) where two more are written alike.
    """
    pairs = list(zip(one.vowels, other.vowels, strict=True))
    if not _meet(*pairs[-1], "final"):
        return False
    long, clashes = one.consonants > ROOT, _clashes(one, other)
    if clashes:
        return long and clashes == 1 and sum(a == b != "" for a, b in pairs) >= _ALIKE
    if one.consonants < ROOT and any(a and b and a != b for a, b in pairs[:-1]):
        return False
    apart = any(a and not b for a, b in pairs) and any(b and not a for a, b in pairs)
    return long or not apart


def _clashes(one: Skeleton, other: Skeleton) -> int:
    """In how many slots the vowels speak against each other; a short one may be left out, a glide not."""
    pairs = zip(one.vowels[:-1], other.vowels[:-1], strict=True)
    return sum(not _meet(a, b) and len(a + b) != 1 for a, b in pairs)


def _meet(one: str, other: str, kind: str = "glide") -> bool:
    """Whether both may be one vowel: a diphthong is heard as one of its parts (اي, ي), seldom a final one."""
    glides = sounds(kind)
    return one == other or bool({one, *glides.get(one, ())} & {other, *glides.get(other, ())})


@lru_cache(maxsize=REMEMBERED)
def _skeletons(word: str) -> tuple[Skeleton, ...]:
    """The ways to hear a word: with and without its article, each letter of two sounds as either."""
    whole = [word]
    if word.startswith(ARTICLE) and len(word) - len(ARTICLE) >= _SHORTEST:
        rest = word[len(ARTICLE) :]
        whole = [rest] if rest.startswith(VOWELS[0]) else [word, rest]
    found = dict.fromkeys(s for stem in whole for s in _heard(stem))
    return tuple(found)[: 4 * _READINGS]


def _heard(stem: str) -> Iterator[Skeleton]:
    for written, said in sounds("opening").items():
        stem = said[0] + stem.removeprefix(written) if stem.startswith(written) else stem
    for written, said in sounds("closing").items():
        stem = stem.removesuffix(written) + said[0] if stem.endswith(written) else stem
    stem = stem.replace("ء", "")
    blended = stem
    for written, said in sounds("written").items():
        blended = blended.replace(written, said[0])
    for letters in dict.fromkeys((blended, stem, _MUTE.sub("", stem))):
        yield from (Skeleton(*form) for form in _forms(letters))


def _forms(stem: str) -> list[tuple[str, tuple[str, ...]]]:
    forms: list[tuple[str, tuple[str, ...]]] = [("", ())]
    body = stem.removesuffix(SILENT) if len(stem) > _SHORTEST else stem
    for at, letter in enumerate(body):
        if at and letter in VOWELS:
            forms = [(heard, _lengthened(vowels, letter)) for heard, vowels in forms]
            continue
        first = () if at else sounds("first").get(letter, ())
        said = first or sounds("sound").get(letter, (letter,))
        forms = [_with(form, sound) for form in forms for sound in said][:_READINGS]
    return [(heard, _closed(vowels)) for heard, vowels in forms] if body != stem else forms


def _lengthened(vowels: tuple[str, ...], letter: str) -> tuple[str, ...]:
    last = vowels[-1]
    return vowels if last.endswith(letter) else (*vowels[:-1], last + letter)


def _closed(vowels: tuple[str, ...]) -> tuple[str, ...]:
    """A final ha is a vowel after a consonant and silent after a vowel."""
    return vowels if vowels[-1] else (*vowels[:-1], SILENT)


def _with(form: tuple[str, tuple[str, ...]], sound: str) -> tuple[str, tuple[str, ...]]:
    """One more consonant; the same one twice without a vowel between is one."""
    heard, vowels = form
    if heard.endswith(sound) and not vowels[-1]:
        return form
    return heard + sound, (*vowels, "")
