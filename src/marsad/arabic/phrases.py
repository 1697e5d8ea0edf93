"""Names of several words looked up in a sentence: longest match, the first word's proclitics taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from marsad.arabic.clitics import Reading, readings
from marsad.arabic.fold import fold
from marsad.arabic.tokens import Token, tokens

T = TypeVar("T")
_BEGUN = 1 << 12  # words remembered with their names: those that begin one, which are few and frequent


@dataclass(slots=True)
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    values: list[T] = field(default_factory=list)


class Hit(NamedTuple, Generic[T]):
    """Tokens `first` to `last` (included) spell a name of `values`; `reading` is the first word's."""

    first: int
    last: int
    values: tuple[T, ...]
    reading: Reading


class PhraseBook(Generic[T]):
    """A table of names, each of one or more words, with what each stands for."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._begun = lru_cache(maxsize=_BEGUN)(self._beginning)

    def add(self, name: str, value: T) -> None:
        """Let `name` (any spelling) stand for `value` too."""
        self._begun.cache_clear()
        node = self._root
        for word in _words(name):
            node = node.next.setdefault(word, _Node())
        if value not in node.values:
            node.values.append(value)

    def __contains__(self, name: str) -> bool:
        node: _Node[T] | None = self._root
        for word in _words(name):
            node = node.next.get(word) if node else None
        return bool(node and node.values)

    @property
    def firsts(self) -> frozenset[str]:
        """The folded words that names begin with."""
        return frozenset(self._root.next)

    def at(self, row: Sequence[Token], first: int, pronouns: bool = False) -> Hit[T] | None:
        """The longest name that begins at token `first`; with `pronouns`, its only word may carry one."""
        best: Hit[T] | None = None
        for reading, node in self._begun(row[first].folded):
            if reading.pronoun and not pronouns:
                continue
            hit = self._longest(row, first, node, reading)
            if hit and (best is None or hit.last > best.last):
                best = hit
        return best

    def _beginning(self, word: str) -> tuple[tuple[Reading, _Node[T]], ...]:
        """The readings of a folded word with which a name begins."""
        first = self._root.next
        return tuple((reading, first[reading.stem]) for reading in readings(word) if reading.stem in first)

    def find(self, row: Sequence[Token], pronouns: bool = False) -> list[Hit[T]]:
        """All names in the tokens, from left to right, longest first, not overlapping."""
        found, at = [], 0
        while at < len(row):
            hit = self.at(row, at, pronouns) if row[at].kind == "word" else None
            if hit:
                found.append(hit)
            at = hit.last + 1 if hit else at + 1
        return found

    def _longest(self, row: Sequence[Token], first: int, node: _Node[T], reading: Reading) -> Hit[T] | None:
        best, last = node, first
        if not reading.pronoun:
            for at in range(first + 1, len(row)):
                following = node.next.get(row[at].folded)
                if following is None:
                    break
                node = following
                if node.values:
                    best, last = node, at
        return Hit(first, last, tuple(best.values), reading) if best.values else None


def _words(name: str) -> list[str]:
    """The folded words of a name; most are letters and spaces only, and need no search for tokens."""
    folded = fold(name)
    words = folded.split(" ")
    return words if all(map(str.isalpha, words)) else [token.folded for token in tokens(folded)]
