"""Where quoted words stand in the text: the same letters, only white space may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from marsad.arabic import tokens
from marsad.records import Span

MOST = 100  # occurrences that are looked at: no telling words stand in an article more often
WORD = 60  # letters, more than any word has: how far around a span its word is looked for
ROOT = 3  # letters: less is no word without its clitics
CLITICS = 4  # letters: a trigger quoted without its clitics (وس … ها) is still that word


def occurrences(text: str, words: str, within: Span) -> list[Span]:
    """The places in a stretch of the text where the words stand, left to right, up to `MOST`.

    >>> occurrences("سحب القوات ثم سحب", "سحب", Span(0, 17))
    [Span(start=0, end=3), Span(start=14, end=17)]
    """
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    found = pattern.finditer(text, within.start, within.end)
    return [Span(*match.span()) for match in islice(found, MOST)]


def whole_word(text: str, span: Span) -> Span | None:
    """The one word that the span is, or is without its clitics; else None."""
    around = tokens(text, max(0, span.start - WORD), min(len(text), span.end + WORD))
    touched = [token for token in around if token.span.overlaps(span)]
    if len(touched) != 1 or touched[0].kind != "word":
        return None
    word, length = touched[0].span, span.end - span.start
    if word == span or length < ROOT:
        return word if word == span else None
    if word.end - word.start - length <= CLITICS:
        return word
    return span if span.end == word.end else None  # the page lost the space before it


def nearest(spans: Iterable[Span], near: Span) -> Span:
    """The span closest to another one, the first of equals."""
    return min(spans, key=lambda span: (distance(span, near), span.start))


def distance(one: Span, other: Span) -> int:
    """The characters between two spans; 0 where they touch."""
    return max(0, one.start - other.end, other.start - one.end)


def spread(span: Span, others: Sequence[Span]) -> int:
    """How far a span is from all the others together."""
    return sum(distance(span, other) for other in others)
