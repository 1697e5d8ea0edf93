"""What is asked before anything is analysed: an article's words, and whether a sentence can state an event.

Both look at single words only, which the lexicon remembers; the parties and counts that detection needs
cost twenty times as much to find.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from marsad.arabic import Sentence, sentence_at, sentence_spans
from marsad.arabic.fold import REMEMBERED, fold_anew
from marsad.howmany import may_count
from marsad.what.lexicon import Sense, Word, look, word_classes

_WORD = re.compile(r"[^\W\d_]+")
# Invisible signs that `fold` drops but a token ends at: where one stands, words and tokens may differ.
_PARTING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
_STORY = ("armed", "military", "force", "troops")  # needs that a story about forces may meet by itself
_NUMBER = frozenset({"number"})
_PARTY = ("force", "armed")  # classes that the name of a party is of too


class Outline:
    """An article's words, sentence by sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = tuple(sentence_spans(text))
        self._starts = [span.start for span in self._spans]
        self._parting = _PARTING.search(text) is not None
        self._rows = [_WORD.findall(fold_anew(text[s.start : s.end])) for s in self._spans]
        counts = Counter(chain.from_iterable(self._rows))
        self._known = {word: look(word) for word in counts}
        self._triggers = frozenset(text for text, word in self._known.items() if word.senses)
        self._telling = frozenset(filter(_tells, counts))
        self._classes = [(word.classes, counts[text]) for text, word in self._known.items() if word.classes]

    def states(self) -> bool:
        """Whether any word is a trigger's form."""
        return bool(self._triggers)

    def count(self, *classes: str) -> int:
        """How many words are of one of the classes, repetitions counted."""
        return sum(number for own, number in self._classes if not own.isdisjoint(classes))

    def sentences(self, armed: bool) -> Iterator[Sentence]:
        """The sentences whose words may state an event; the others are not even parted into tokens."""
        for span, row in zip(self._spans, self._rows, strict=True):
            if self._parting or (not self._triggers.isdisjoint(row) and self._may_state(row, armed)):
                yield sentence_at(self._text, span)

    def _may_state(self, row: Sequence[str], armed: bool) -> bool:
        """Whether a sentence could state an event if it held a number, which is asked of its tokens."""
        words = [self._known[word] for word in row]
        return _finds([sense for word in words for sense in word.senses], words, _NUMBER, armed)

    def tellers(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences from one offset to another in which somebody may say something."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        for span, row in zip(self._spans[first:last], self._rows[first:last], strict=True):
            if self._parting or not self._telling.isdisjoint(row):
                yield sentence_at(self._text, span)


@lru_cache(maxsize=REMEMBERED)
def _tells(text: str) -> bool:
    return may_tell(look(text))


def may_tell(word: Word) -> bool:
    """Whether a word is one of saying or leads to a source."""
    told = word.cue("speech", "stance", "judge", "relay") or "stands" in word.classes
    return bool(told) or "source" in word.particles


def may_state(sentence: Sentence, words: Sequence[Word], armed: bool) -> bool:
    """Whether a frame that a word evokes could find the words that it asks for; `armed` as for detection.

    Never no where detection says yes: what a party, a pronoun or the story may supply counts as there.
    """
    senses = [sense for word in words for sense in word.senses]
    if not senses:
        return False
    asked = any("number" in (*sense.frame.needs, *sense.frame.object) for sense in senses)
    counted = asked and any(map(may_count, sentence.tokens))
    return _finds(senses, words, _NUMBER if counted else frozenset(), armed)


def _finds(senses: Sequence[Sense], words: Sequence[Word], also: frozenset[str], armed: bool) -> bool:
    """Whether one of the senses finds its classes among the words, those of `also` taken for granted."""
    present = also.union(*(word.classes for word in words if word.classes))
    return any(_possible(sense, present, armed) for sense in senses)


def _possible(sense: Sense, present: frozenset[str], armed: bool) -> bool:
    def there(name: str) -> bool:
        return name in present or (name != "number" and (name in _PARTY or name not in word_classes()))

    frame = sense.frame
    if frame.object and not sense.reading.pronoun and not any(map(there, frame.object)):
        return False
    return all((armed and need in _STORY) or there(need) for need in frame.needs)
