"""Where quoted words stand in the text: the same letters, only white space may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from marsad.arabic import tokens
from marsad.records import Span

CLITICS = 4  # letters: a trigger quoted without its clitics (وس … ها) is still that word


def occurrences(text: str, words: str, within: Span) -> list[Span]:
    """Every place in a stretch of the text where the words stand, left to right.

    >>> occurrences("سحب القوات ثم سحب", "سحب", Span(0, 17))
    [Span(start=0, end=3), Span(start=14, end=17)]
    """
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    return [Span(*match.span()) for match in pattern.finditer(text, within.start, within.end)]


def whole_word(text: str, span: Span) -> Span | None:
    """The one word that the span is, or is without its clitics; else None."""
    line = _line(text, span)
    touched = [token.span for token in tokens(text, line.start, line.end) if token.span.overlaps(span)]
    if len(touched) != 1:
        return None
    word = touched[0]
    rest = (word.end - word.start) - (span.end - span.start)
    return word if rest <= CLITICS else None


def nearest(spans: Iterable[Span], near: Span) -> Span:
    """The span closest to another one, the first of equals."""
    return min(spans, key=lambda span: (distance(span, near), span.start))


def distance(one: Span, other: Span) -> int:
    """The characters between two spans; 0 where they touch."""
    return max(0, one.start - other.end, other.start - one.end)


def spread(span: Span, others: Sequence[Span]) -> int:
    """How far a span is from all the others together."""
    return sum(distance(span, other) for other in others)


def _line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)
