"""A mention's fields as people read them: the words, the code beside them, and where they were read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from marsad.records import Actor, Article, EventMention, Found, Place, Quantity, Span, When

# A page may hold escape sequences and direction marks; neither may reach a terminal.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

SAID = {"fatalities": ("killed", "victim"), "wounded": ("wounded",)}  # units that the field's name says


@dataclass(frozen=True, slots=True)
class Shown:
    """One value of a field: its words, its code or unit if it has one, and the spans that say it."""

    words: str
    code: str | None
    spans: tuple[Span, ...]
    inherited: bool = False  # the mention leaves it out


def cleaned(text: str) -> str:
    """The text with a space for each control character and direction mark."""
    return _UNSEEN.sub(" ", text)


def plain(text: str) -> str:
    """The text on one line, without control characters and direction marks.

    >>> plain("a\\x1b[2J\\nb")
    'a [2J b'
    """
    return " ".join(cleaned(text).split())


def words(article: Article, span: Span) -> str:
    """The article's words in a span, on one line."""
    return plain(article.text[span.start : span.end])


def fields(article: Article, mention: EventMention) -> dict[str, tuple[Shown, ...]]:
    """Every field that the text states, by the codebook's name, in the codebook's order."""
    quantities = {
        "quantity": mention.quantity,
        "munitions": mention.munitions,
        "fatalities": mention.fatalities,
        "wounded": mention.wounded,
    }
    shown = {
        "trigger": (Shown(words(article, mention.trigger), None, (mention.trigger,)),),
        "actors": tuple(_actor(found) for found in mention.actors),
        "recipients": tuple(_actor(found) for found in mention.recipients),
        "place": (_place(mention.place),) if mention.place else (),
        "date": (_date(article, mention.date),) if mention.date else (),
        **{slot: (_quantity(article, slot, found),) for slot, found in quantities.items() if found},
        "attribution": (_plain(mention.attribution),) if mention.attribution else (),
    }
    return {slot: values for slot, values in shown.items() if values}


def _plain(found: Found[str]) -> Shown:
    return Shown(plain(found.value), None, found.spans, found.inherited)


def _actor(found: Found[Actor]) -> Shown:
    name, code = plain(found.value.name), plain(found.value.code)
    return Shown(name, code if code != name else None, found.spans, found.inherited)


def _place(found: Found[Place]) -> Shown:
    return Shown(plain(found.value.name), found.value.country, found.spans, found.inherited)


def _date(article: Article, found: Found[When]) -> Shown:
    """The dates; for a time that cannot be resolved the text's own words with a question mark."""
    when = found.value
    if when.start is None and when.end is None:
        return Shown(f"{_said(article, found)} ?", None, found.spans)
    return Shown(dates(when.start, when.end), None, found.spans)


def _quantity(article: Article, slot: str, found: Found[Quantity]) -> Shown:
    """The range with its unit, unless the field says it already; for a share the text's own words."""
    count = found.value
    unit = None if count.unit in SAID.get(slot, ()) else count.unit
    if count.low is None and count.high is None:
        return Shown(_said(article, found), None, found.spans)
    return Shown(numbers(count.low, count.high), unit, found.spans)


def _said(article: Article, found: Found[When] | Found[Quantity]) -> str:
    return words(article, found.spans[0]) if found.spans else "…"


def dates(start: date | None, end: date | None) -> str:
    """Both ends in ISO 8601, the second without what it shares with the first.

    >>> dates(date(2020, 3, 16), date(2020, 3, 22)), dates(date(2020, 3, 16), None)
    ('2020-03-16…22', '2020-03-16…')
    """
    left, right = (day.isoformat() if day else "" for day in (start, end))
    if left == right:
        return left
    shared = 8 if left[:8] == right[:8] else 5 if left[:5] == right[:5] else 0
    return f"{left}…{right[shared:]}"


def numbers(low: float | None, high: float | None) -> str:
    """A range of counts.

    >>> numbers(200, 200), numbers(180, 220), numbers(200, None), numbers(None, 50)
    ('200', '180–220', '≥ 200', '≤ 50')
    """
    if low is None:
        return f"≤ {high:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
