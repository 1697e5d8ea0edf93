"""Sentences and tokens (جمل وكلمات), each with its offsets in the original text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from marsad.arabic.fold import fold_word
from marsad.records import Span

# Characters. None of 75,767 sentences of the news stream is as long (7 have over 2,000). What goes on longer
# without an end is a list or no text, and the rooms, which compare words within a sentence, need a limit.
LONGEST_SENTENCE = 4000
_new = tuple.__new__  # past the named tuple's own, which takes twice as long
_TOKEN = re.compile(
    "(?P<number>[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*)"
    "|(?P<word>(?:[^\\W\\d_]++|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]++)++)"
    "|(?P<mark>\n|[^\\s\\w]|[\\d_])"
)
# A full stop inside a number or an abbreviation of one letter ("د. محمد") does not end a sentence.
# What it begins with stands first, its conditions look back at that: so the search skips from mark to mark.
_SENTENCE_END = re.compile(
    "[\n.!?؟۔…](?:"
    "(?<=\n)"
    "|(?<=[!?؟۔…])[!?؟۔…]*[\"'”»)]*"
    "|(?<=\\.)(?<![0-9٠-٩۰-۹]\\.)(?<![\\s(][^\\W\\d_]\\.)\\.*[\"'”»)]*"
    "|(?<=[0-9٠-٩۰-۹]\\.)(?![0-9٠-٩۰-۹]))"
)


class Token(NamedTuple):
    """A word, a number or a mark; `folded` is its search form.

    A named tuple, since an article has hundreds and a frozen dataclass takes 3 times as long to make.
    """

    start: int
    end: int
    folded: str
    kind: str  # word, number, mark

    @property
    def span(self) -> Span:
        """The token's offsets."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the article's text (whole), the sentence's offsets in it and its tokens."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """The sentence's offsets."""
        return Span(self.start, self.end)

    def words(self, first: int, last: int) -> str:
        """The original text from token number `first` up to and including `last`."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, offsets counted in `text`.

    >>> [t.folded for t in tokens("سحب ٢٬٥٠٠ جندي.")]
    ['سحب', '2,500', 'جندي', '.']
    """
    stop = len(text) if end is None else end
    return tuple(
        [
            _new(Token, (*m.span(), fold_word(m.group()), m.lastgroup or "mark"))
            for m in _TOKEN.finditer(text, start, stop)
        ]
    )


def sentence_spans(text: str) -> Iterator[Span]:
    """The stretches of `text` that are sentences, without the white space around them."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the white space around it; one that is too long for a sentence in pieces."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = start + LONGEST_SENTENCE if cut < 0 else cut
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def sentence_at(text: str, span: Span) -> Sentence:
    """The sentence of `text` at `span`, tokenised."""
    return Sentence(text, span.start, span.end, tokens(text, span.start, span.end))


def sentences(text: str) -> Iterator[Sentence]:
    """All sentences of `text`, tokenised."""
    return (sentence_at(text, span) for span in sentence_spans(text))
