"""The article's text as HTML, its words marked for every field that they say.

Spans of several mentions overlap as they like, so the text is cut at every end of every span; each piece
carries all the fields and mentions that it belongs to, and the anchor of each span that begins with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from marsad.cli.fields import fields
from marsad.cli.labels import label
from marsad.records import Article, EventMention, Span

# The innermost meaning is shown as the ground colour: a trigger inside a name must stay visible.
PRECEDENCE = (
    "trigger",
    "quantity",
    "munitions",
    "fatalities",
    "wounded",
    "date",
    "place",
    "actors",
    "recipients",
    "attribution",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One span that says one field of one mention."""

    span: Span
    slot: str
    mention: str  # the mention's name on the page, such as a1m3
    anchor: str  # the span's own name on the page


def anchor(mention: str, slot: str, at: int = 0) -> str:
    """The name on the page of the first words that say a field's value.

    >>> anchor("a1m3", "actors", 1)
    'a1m3-actors-1'
    """
    return f"{mention}-{slot}-{at}"


def marks(article: Article, mentions: Sequence[tuple[str, EventMention]]) -> list[Mark]:
    """All marks of the article's mentions, each mention given with its name on the page."""
    found = []
    for name, mention in mentions:
        for slot, values in fields(article, mention).items():
            for at, value in enumerate(values):
                for nth, span in enumerate(value.spans):
                    found.append(Mark(span, slot, name, anchor(name, slot, at) if nth == 0 else ""))
    return [mark for mark in found if 0 <= mark.span.start < mark.span.end <= len(article.text)]


def marked(text: str, part: Span, found: Sequence[Mark]) -> str:
    """A part of the text (a title, a paragraph) as HTML with its marks."""
    inside = [mark for mark in found if mark.span.overlaps(part)]
    ends = {end for mark in inside for end in (mark.span.start, mark.span.end) if part.start < end < part.end}
    cuts = sorted({part.start, part.end} | ends)
    covering = _by_cut(cuts, inside)
    pieces = (Span(start, end) for start, end in pairwise(cuts))
    return "".join(
        _piece(escape(text[piece.start : piece.end]), piece, covering[piece.start]) for piece in pieces
    )


def _by_cut(cuts: Sequence[int], inside: Sequence[Mark]) -> dict[int, list[Mark]]:
    """Which marks cover the piece that begins at each cut."""
    place = {cut: at for at, cut in enumerate(cuts)}
    covering: dict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        first = place[max(mark.span.start, cuts[0])]
        last = place[min(mark.span.end, cuts[-1])]
        for cut in cuts[first:last]:
            covering[cut].append(mark)
    return covering


def _piece(words: str, piece: Span, here: Sequence[Mark]) -> str:
    """A piece within its marks: the first field as its ground, the second as a line under it."""
    if not here:
        return words
    slots = sorted({mark.slot for mark in here}, key=PRECEDENCE.index)
    names = list(dict.fromkeys(mark.mention for mark in here))
    classes = " ".join([f"s-{slots[0]}", *(f"u-{slot}" for slot in slots[1:2]), *names])
    labels = [label("field", slot) for slot in slots]
    title = escape("; ".join(f"{both.ar} ({both.en})" for both in labels))
    html = f'<a class="{classes}" href="#{names[0]}-card" title="{title}">{words}</a>'
    for mark in here:
        if mark.anchor and mark.span.start == piece.start:
            html = f'<span id="{mark.anchor}">{html}</span>'
    triggers = [mark.mention for mark in here if mark.slot == "trigger" and mark.span.end == piece.end]
    return html + "".join(f'<sup class="{name}">{name.rpartition("m")[2]}</sup>' for name in triggers)
