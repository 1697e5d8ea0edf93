"""Near-duplicate articles: the same text, syndicated, cut or lightly edited.

Thirty-two bands of a MinHash signature (`rensa`) propose pairs that were published within three days of each
other; the words in threes that both texts share decide. Beyond three days the same words are mostly a form
filled in anew (executions, congratulations: 0.65 alike with other news).
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
DAYS = 3  # from one to the other
ALIKE = 0.4  # shared shingles of all: a copy
HELD = 0.66  # shared shingles of the shorter text's: a copy too, cut or added to ...
LEAST = 0.3  # ... as long as the longer text is not mostly something else
SHORTEST = 12  # shingles; shorter texts must be the same
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signed:
    """An article's signature and the day of its publication (days from 1970, None: unknown)."""

    id: str
    day: int | None
    signature: bytes
    new: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two texts is the same: of all their shingles, and of the shorter text's."""

    alike: float
    held: float

    @property
    def copy(self) -> bool:
        """Whether the one is a copy of the other."""
        return self.alike >= ALIKE or (self.held >= HELD and self.alike >= LEAST)


def shingles(text: str) -> frozenset[int]:
    """The text's words in threes, folded, as numbers."""
    words = WORD.findall(fold(text))
    runs = zip(*(words[at:] for at in range(WORDS)), strict=False)
    return frozenset(zlib.crc32(" ".join(run).encode()) for run in runs) or frozenset(
        {zlib.crc32(" ".join(words).encode())}
    )


def signature(text: str) -> bytes:
    """The MinHash signature of a text: 64 numbers of 32 bits."""
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update([str(shingle) for shingle in shingles(text)])
    return array("I", minhash.digest()).tobytes()


def likeness(one: frozenset[int], other: frozenset[int]) -> Likeness:
    """How much of two texts, given by their shingles, is the same."""
    shared = len(one & other)
    if min(len(one), len(other)) < SHORTEST and one != other:
        return Likeness(0.0, 0.0)
    return Likeness(shared / len(one | other), shared / min(len(one), len(other)))


def candidates(articles: Iterable[Signed]) -> Iterator[tuple[str, str]]:
    """Pairs, one of them new, that share a band and were published within three days; the lesser id first."""
    dated = sorted((one for one in articles), key=lambda one: (one.day is None, one.day or 0, one.id))
    buckets: defaultdict[bytes, deque[Signed]] = defaultdict(deque)
    for one in dated:
        near: set[Signed] = set()
        for band in _bands(one.signature):
            bucket = buckets[band]
            while bucket and _past(bucket[0], one):
                bucket.popleft()
            near.update(other for other in bucket if one.new or other.new)
            bucket.append(one)
        for other in near:
            yield min(one.id, other.id), max(one.id, other.id)


def _bands(signature: bytes) -> Iterator[bytes]:
    width = ROWS * array("I").itemsize
    for at in range(BANDS):
        yield bytes([at]) + signature[at * width : (at + 1) * width]


def _past(earlier: Signed, one: Signed) -> bool:
    """Whether an article lies too far back; those without a day meet one another only."""
    if one.day is None or earlier.day is None:
        return one.day is not earlier.day
    return one.day - earlier.day > DAYS


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
