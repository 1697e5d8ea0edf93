"""Near-duplicate articles: the same text, syndicated, cut or lightly edited.

Thirty-two bands of a MinHash signature (`rensa`) propose pairs; the words in threes that both texts share
decide, and for texts that are not mostly the same where they are shared. A copy keeps its original's lead; a
follow-up repeats the background under a lead of its own, a form is filled in with other names.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rensa import RMinHash

from marsad.arabic import fold

BANDS = 32
ROWS = 2  # to a band: of pairs that are 0.4 alike 996 in 1,000 share one, of pairs that are 0.3 alike 951
SEED = 2020  # signatures of one seed only may be compared; a change needs new signatures in every store
WORDS = 3  # to a shingle
LEAD = 50  # words of the body that lead it
DAYS = 3  # from one to the other; further apart the same words are mostly a form (executions: 0.65 alike) ...
SAME = 0.8  # ... unless nearly all of them are the same ...
REACH = 7  # ... within these days: in the whole stream no two texts further apart are that much alike
ALIKE = 0.57  # shared shingles of all: a copy whatever its lead
LEAST = 0.3  # less is none: the longer text is mostly something else
CUT = ((0.65, 0.6), (0.4, 0.7))  # between the two: shared of either lead, and of the shorter text
SHORTEST = 12  # shingles; shorter texts must be the same
FULL = 64  # articles in a bucket, the earliest; the stream has 31 at most, a page's furniture thousands
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signed:
    """An article's signature and the day of its publication (days from 1970, None: unknown)."""

    id: str
    day: int | None
    signature: bytes
    new: bool


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text's words in threes, folded, as numbers: all of them, and those of its lead."""

    all: frozenset[int]
    lead: frozenset[int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two texts is the same: of all, of the shorter, of either lead (the lesser)."""

    alike: float
    held: float
    lead: float

    def copy(self, apart: int | None = None) -> bool:
        """Whether the one is a copy of the other; `apart`: days between them, None where unknown."""
        if apart is not None and apart > DAYS:
            return apart <= REACH and self.alike >= SAME
        cut = any(self.lead >= lead and self.held >= held for lead, held in CUT)
        return self.alike >= ALIKE or (self.alike >= LEAST and cut)


def shingles(text: str, title: str = "") -> Shingles:
    """The shingles of an article's text, which begins with its title."""
    lead = WORD.findall(fold(text.removeprefix(title)[: LEAD * 16]))[:LEAD]
    return Shingles(_shingles(WORD.findall(fold(text))), _shingles(lead))


def _shingles(words: list[str]) -> frozenset[int]:
    runs = zip(*(words[at:] for at in range(WORDS)), strict=False)
    return frozenset(zlib.crc32(" ".join(run).encode()) for run in runs) or frozenset(
        {zlib.crc32(" ".join(words).encode())}
    )


def signature(text: str) -> bytes:
    """The MinHash signature of a text: 64 numbers of 32 bits."""
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update([str(shingle) for shingle in _shingles(WORD.findall(fold(text)))])
    return array("I", minhash.digest()).tobytes()


def likeness(one: Shingles, other: Shingles) -> Likeness:
    """How much of two texts is the same."""
    shared, shorter = len(one.all & other.all), min(len(one.all), len(other.all))
    if shorter < SHORTEST and one.all != other.all:
        return Likeness(0.0, 0.0, 0.0)
    leads = (len(a.lead & b.all) / len(a.lead) for a, b in ((one, other), (other, one)))
    return Likeness(shared / len(one.all | other.all), shared / shorter, min(leads))


def candidates(articles: Iterable[Signed]) -> Iterator[tuple[str, str]]:
    """Pairs, one of them new, that share a band and were published within a week; the lesser id first.

    A band that very many share is a page's furniture: the earliest 64 of a week stand for all, so that the
    pairs of an article stay bounded. Among identical texts these are enough to find the original.
    """
    dated = sorted(articles, key=lambda one: (one.day is None, one.day or 0, one.id))
    wanted = {band for one in dated if one.new for band in _bands(one.signature)}
    buckets: defaultdict[bytes, deque[Signed]] = defaultdict(deque)
    for one in dated:
        near: set[str] = set()
        for band in _bands(one.signature):
            if band in wanted:
                near.update(other.id for other in _met(buckets[band], one) if one.new or other.new)
        for id in near:
            yield min(one.id, id), max(one.id, id)


def _met(bucket: deque[Signed], one: Signed) -> list[Signed]:
    """Those in a bucket that an article meets; it goes in itself where there is room."""
    while bucket and _past(bucket[0], one):
        bucket.popleft()
    met = list(bucket)
    if len(bucket) < FULL:
        bucket.append(one)
    return met


def _bands(signature: bytes) -> Iterator[bytes]:
    width = ROWS * array("I").itemsize
    for at in range(BANDS):
        yield bytes([at]) + signature[at * width : (at + 1) * width]


def _past(earlier: Signed, one: Signed) -> bool:
    """Whether an article lies too far back; those without a day meet one another only."""
    if one.day is None or earlier.day is None:
        return one.day is not earlier.day
    return one.day - earlier.day > REACH


def originals(pairs: Iterable[tuple[str, str]], days: Mapping[str, int | None]) -> dict[str, str]:
    """For each copy the article that it repeats: the earliest original that it is like itself.

    Likeness is not handed on: along a chain of a day's reports the last has little in common with the first
    (in the whole stream 24 of 157 joined pairs were such).
    """
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)

    def age(id: str) -> tuple[bool, int, str]:
        day = days.get(id)
        return day is None, day or 0, id

    found: dict[str, str] = {}
    for id in sorted(near, key=age):
        first = min(
            (other for other in near[id] if age(other) < age(id) and other not in found),
            key=age,
            default=None,
        )
        if first is not None:
            found[id] = first
    return found
