"""A page's text as blocks (فقرات): lines or paragraphs, each of which knows where it stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from marsad.arabic.fold import fold_anew
from marsad.records import Span

_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
# Whole-page text that lost its line breaks keeps them as wide gaps. In 2,337 such pages a gap of two spaces
# follows a sentence's end in 2% of cases, one of six or more in 41%; where between them to cut is our choice.
_GAP = re.compile(r"\s{4,}|(?<=[.!?؟\"”»])\s{3,}|\t+")
_WORD = re.compile(r"\w+")
_FINISHED = re.compile("[.!?؟۔…][\"'”»)\\]\\s\u200e\u200f\u202a-\u202e]*$")
LONG = 20  # words: no headline, caption or menu entry is as long
SHORT_SENTENCE = 5  # words of the shortest line that counts as prose when it ends as a sentence does


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its text, the page spans that make it (joined by spaces), and its folded words."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, page: str, spans: Iterable[Span]) -> Block:
        """The block that stands at these places of the page's text."""
        kept = tuple(spans)
        text = " ".join(page[span.start : span.end] for span in kept)
        return cls(text, kept, folded_words(text))

    @property
    def span(self) -> Span:
        """From the block's first to its last character on the page."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FINISHED.search(self.text))

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph, not like a headline or a menu entry."""
        return len(self.words) >= LONG or (len(self.words) >= SHORT_SENTENCE and self.finished)

    def without(self, page: str, gaps: Iterable[Span]) -> Block | None:
        """The block without these stretches (offsets in the block's text), or None if nothing is left."""
        kept = [(span.start, span.end) for span in self.spans]
        for gap in gaps:
            hole = self.page_span(gap)
            pieces = [(a, min(b, hole.start)) for a, b in kept] + [(max(a, hole.end), b) for a, b in kept]
            kept = sorted((a, b) for a, b in pieces if a < b)
        trimmed = [span for a, b in kept for span in trim(page, a, b)]
        return Block.of(page, trimmed) if trimmed else None

    def page_span(self, part: Span) -> Span:
        """Where a stretch of the block's text stands on the page."""
        return Span(self._page(part.start), self._page(part.end - 1) + 1)

    def _page(self, offset: int) -> int:
        for span in self.spans:
            length = span.end - span.start
            if offset < length:
                return span.start + max(offset, 0)
            offset -= length + 1
        return self.spans[-1].end - 1


def folded_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded, in lower case."""
    return tuple(_WORD.findall(folded(text)))


def folded(text: str) -> str:
    """The text folded, in lower case; nothing remembered."""
    return fold_anew(text).lower()


def trim(page: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the white space around it, if anything is left."""
    piece = page[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def blocks_of(page: str, start: int = 0) -> list[Block]:
    """The paragraphs of plain text from `start` on; lines that a fixed width broke are joined again."""
    lines = [
        span for match in _LINE.finditer(page, start) for span in _pieces(page, match.start(), match.end())
    ]
    return [Block.of(page, group) for group in _unwrapped(page, lines)]


def _pieces(page: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for gap in _GAP.finditer(page, start, end):
        yield from trim(page, at, gap.start())
        at = gap.end()
    yield from trim(page, at, end)


WIDEST, NARROWEST = 120, 50  # characters: text saved at a fixed width is set at 60 to 100
FEWEST = 4  # full lines before a width is believed


def _unwrapped(page: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Lines grouped to paragraphs: a line goes on if the next one's first word would not have fitted."""
    width = max((span.end - span.start for span in lines), default=0)
    broken = {i for i in range(len(lines) - 1) if _goes_on(page, lines[i], lines[i + 1], width)}
    neighbours = sum(_adjacent(page, a, b) for a, b in pairwise(lines))
    fixed = NARROWEST <= width <= WIDEST and len(broken) >= FEWEST and 2 * len(broken) > neighbours
    group: list[Span] = []
    for i, span in enumerate(lines):
        group.append(span)
        if not (fixed and i in broken):
            yield group
            group = []


def _adjacent(page: str, line: Span, following: Span) -> bool:
    """Whether only one line break stands between the two."""
    return page.count("\n", line.end, following.start) == 1


def _goes_on(page: str, line: Span, following: Span, width: int) -> bool:
    if not _adjacent(page, line, following):
        return False
    first = page[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first) > width
