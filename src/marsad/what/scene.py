"""One sentence laid out for coding: its words, its parties, places, times and counts, its boundaries."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Generic, TypeVar

from marsad.arabic import Sentence, Token
from marsad.howmany import find_quantities
from marsad.records import Actor, Found, Place, Quantity, Span, When
from marsad.what.lexicon import FINITE, Word
from marsad.when import find_times
from marsad.where import find_places
from marsad.who import find_actors

T = TypeVar("T")
STOPS = frozenset(".؛:!?؟\n")
COMMAS = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A value found in the sentence together with its first and last token."""

    found: Found[T]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from its first to its last token, those inside it included (clauses.py).

    `kind`: main, coordinate, complement, relative, adverbial, quotation or parenthesis; `governor`: the
    number of the clause that it hangs on or goes on with; `on`: the token there; `verb`: its own verb.
    """

    kind: str
    first: int
    last: int
    governor: int | None
    on: int | None
    verb: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The clauses of a sentence, and the number of each token's innermost one."""

    clauses: tuple[Clause, ...] = ()
    of: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that the rooms before found in it; `title`: it is the headline."""

    sentence: Sentence
    words: tuple[Word, ...]
    actors: tuple[Held[Actor], ...]
    places: tuple[Held[Place], ...]
    times: tuple[Held[When], ...]
    title: bool
    # found when a reader first asks: half of the sentences with a trigger's form state nothing
    counted: Callable[[], tuple[Held[Quantity], ...]] = tuple
    ahead: Callable[[], tuple[Held[When], ...]] = tuple
    layout: Callable[[], Layout] = Layout

    @property
    def quantities(self) -> tuple[Held[Quantity], ...]:
        """The sentence's counts, from left to right."""
        return self.counted()

    @property
    def future_times(self) -> tuple[Held[When], ...]:
        """Its times as they are meant where something is planned (الخميس: the next one)."""
        return self.ahead()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The sentence's clauses in the order in which they begin; none before `parted`."""
        return self.layout().clauses

    @property
    def of(self) -> tuple[int, ...]:
        """Token → number of the innermost clause that holds it."""
        return self.layout().of

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def particle(self, at: int, *kinds: str) -> bool:
        """Whether token `at` is a particle of one of the kinds."""
        own = self.words[at].particles
        return bool(own) and not own.isdisjoint(kinds)  # three words in four are none

    def mark(self, at: int, marks: frozenset[str]) -> bool:
        """Whether token `at` is one of the marks."""
        return self.sentence.tokens[at].folded in marks

    def finite(self, at: int) -> bool:
        """Whether token `at` may be a finite verb that the tables know (a trigger or a cue)."""
        word = self.words[at]
        if self.particle(at, "was"):  # تكون is no تكوّن
            return False
        return any(s.form in FINITE for s in word.senses) or any(c.form in FINITE for c in word.cues)

    def preposition(self, at: int) -> bool:
        """Whether the token before `at`, or a letter on it, is a preposition that governs it."""
        before = at > 0 and self.particle(
            at - 1, "from", "to", "in", "on", "against", "joint", "support", "between"
        )
        return before or _attached(self.tokens[at].folded)

    def stop_between(self, first: int, last: int) -> bool:
        """Whether a full stop, colon or the like stands between two tokens."""
        low, high = sorted((first, last))
        return any(self.mark(i, STOPS) for i in range(low + 1, high))

    def finite_between(self, first: int, last: int) -> bool:
        """Whether a known finite verb stands between two tokens."""
        low, high = sorted((first, last))
        return any(self.finite(i) for i in range(low + 1, high))

    def text(self, first: int, last: int) -> str:
        """The original words from one token to another."""
        return self.sentence.words(first, last)

    def span(self, first: int, last: int) -> Span:
        """The offsets of those words."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def _attached(word: str) -> bool:
    """Whether ل or ب stands on a word with the article (للقوات، بالقوات): no word of its own begins so."""
    return word.removeprefix("و").startswith(("لل", "بال"))


def hold(sentence: Sentence, found: tuple[Found[T], ...]) -> tuple[Held[T], ...]:
    """The found values with the tokens that their main spans cover."""
    starts = [token.start for token in sentence.tokens]
    return tuple(
        Held(
            item, max(0, bisect_right(starts, item.start) - 1), max(0, bisect_right(starts, item.end - 1) - 1)
        )
        for item in found
    )


def sketch(sentence: Sentence, words: tuple[Word, ...], title: bool) -> Scene:
    """The sentence with its parties and counts: what detection asks for."""
    counted = cache(lambda: hold(sentence, find_quantities(sentence)))
    return Scene(sentence, words, hold(sentence, find_actors(sentence)), (), (), title, counted)


def complete(scene: Scene, published: date | None, countries: tuple[str, ...]) -> Scene:
    """The sketched sentence with its places and times too."""
    sentence = scene.sentence
    times = hold(sentence, find_times(sentence, published))
    ahead = cache(lambda: hold(sentence, find_times(sentence, published, future=True)) if times else ())
    return replace(scene, places=hold(sentence, find_places(sentence, countries)), times=times, ahead=ahead)
