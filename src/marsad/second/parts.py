"""Long articles: the stretches that are asked about one by one, cut between paragraphs, else sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from marsad.arabic import sentence_spans
from marsad.records import Span

PART = 12_000  # characters, about 5,000 tokens of Arabic: small local models take 8,000 with the codebook
MOST = (
    10  # parts; of 19,983 articles of the news stream 52 have more than one, the longest has 33,000 letters
)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def parts(text: str) -> tuple[Span, ...]:
    """The text in stretches of at most `PART` characters, none within a sentence.

    >>> parts("انسحبت القوات.")
    (Span(start=0, end=14),)
    """
    found: list[Span] = []
    for piece in _pieces(text):
        if found and piece.end - found[-1].start <= PART:
            found[-1] = Span(found[-1].start, piece.end)
        else:
            found.append(piece)
    return tuple(found)


def _pieces(text: str) -> Iterator[Span]:
    """Paragraphs; the sentences of one that is too long (a sentence has at most 4,000 characters)."""
    for match in _PARAGRAPH.finditer(text):
        if match.end() - match.start() <= PART:
            yield Span(*match.span())
        else:
            for span in sentence_spans(match.group()):
                yield Span(match.start() + span.start, match.start() + span.end)
