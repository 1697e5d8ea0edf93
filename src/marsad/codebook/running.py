"""Examples are run: what the coder makes of each sentence, held against what its rows say is to be coded.

The rows that share a text name everything that is to be coded of it; another mention is a difference too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from marsad.article import bare_article
from marsad.article.reading import TITLE_GAP
from marsad.codebook.example import TITLE, Example, as_text
from marsad.data import read_table
from marsad.records import Article, EventMention, Found, Quantity, When
from marsad.what import code_article

READ_ON = date(2020, 3, 28)  # the examples' publication date, a Saturday: "on Thursday" is 2020-03-26
OPEN = ".."


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was coded otherwise than the example says."""

    field: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example with what was coded of it."""

    example: Example
    article: Article
    mention: EventMention | None  # the one anchored on its trigger in its frame
    others: tuple[EventMention, ...]  # whatever else was coded of the text
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether it is coded as it says, or, for a known gap, still is not."""
        return bool(self.differences) == bool(self.example.gap)

    @property
    def state(self) -> str:
        """ok, gap (known), fails, or closed: a gap that is none any more."""
        if self.example.gap:
            return "gap" if self.differences else "closed"
        return "fails" if self.differences else "ok"


def run(examples: Iterable[Example], book: Iterable[Example]) -> Iterator[Outcome]:
    """The outcome of each example; `book`: all examples, among which those of the same text are found."""
    together: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in book:
        together[example.text, example.standing].append(example)
    for example in examples:
        yield _outcome(example, together[example.text, example.standing])


def _outcome(example: Example, rows: Sequence[Example]) -> Outcome:
    article = article_of(example)
    mentions = code_article(article)
    mention = next((m for m in mentions if _anchored(article, m, example)), None)
    others = tuple(m for m in mentions if m is not mention)
    wrong = (
        _missed(example, article, mention, mentions)
        if example.positive
        else _told(example, article, mentions)
    )
    expected = [row for row in rows if row.positive]
    extra = [
        m for m in others if example.positive and not any(_anchored(article, m, row) for row in expected)
    ]
    unasked = [Difference("coded besides", "", told(article, m)) for m in extra]
    return Outcome(example, article, mention, others, (*wrong, *unasked))


def article_of(example: Example) -> Article:
    """The example's text as an article of its own: a headline, or a body without one."""
    text = f"{example.text}{TITLE_GAP}" if example.standing == TITLE else f"{TITLE_GAP}{example.text}."
    return bare_article(example.frame, text, READ_ON)


def told(article: Article, mention: EventMention) -> str:
    """A mention as `type:trigger`."""
    return f"{mention.type}:{article.text[mention.trigger.start : mention.trigger.end]}"


def _anchored(article: Article, mention: EventMention, example: Example) -> bool:
    """Whether a mention stands on the example's trigger in its frame."""
    word = article.text[mention.trigger.start : mention.trigger.end]
    return word == example.trigger and mention.frame == example.frame


def _missed(
    example: Example, article: Article, mention: EventMention | None, mentions: Sequence[EventMention]
) -> tuple[Difference, ...]:
    """What is wrong with what was coded of a positive example."""
    if mention is None:
        found = " ".join(f"{told(article, m)} ({m.frame})" for m in mentions)
        return (Difference("frame", f"{example.frame} on {example.trigger}", found),)
    coded, expected = values(mention), example.coded()
    pairs = [(name, value, coded[name]) for name, value in expected.items()]
    pairs.append(("type", _types().get(example.frame, ""), mention.type))
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


@cache
def _types() -> dict[str, str]:
    return {row["frame"]: row["type"] for row in read_table("codebook/frames.csv")}


def _told(example: Example, article: Article, mentions: Sequence[EventMention]) -> tuple[Difference, ...]:
    """What was coded on the trigger of a negative example or in its type, which should not have been."""
    kind = example.frame.partition(".")[0]
    wrong = [
        m
        for m in mentions
        if m.frame.partition(".")[0] == kind
        or article.text[m.trigger.start : m.trigger.end] == example.trigger
    ]
    return tuple(Difference("coded", "", told(article, m)) for m in wrong)


def values(mention: EventMention) -> dict[str, str]:
    """What was coded, as the columns of examples.csv write it."""
    place = mention.place.value if mention.place else None
    return {
        "actors": as_text(tuple(found.value.code for found in mention.actors)),
        "recipients": as_text(tuple(found.value.code for found in mention.recipients)),
        "place": place.name if place else "",
        "country": (place.country or "") if place else "",
        "role": (mention.place_role or "") if place else "",
        "date": _dates(mention.date),
        "quantity": _numbers(mention.quantity),
        "fatalities": _numbers(mention.fatalities),
        "wounded": _numbers(mention.wounded),
        "factuality": mention.factuality.value,
        "attribution": mention.attribution.value if mention.attribution else "",
    }


def rules(mention: EventMention) -> dict[str, tuple[str, ...]]:
    """Column → the names of the rules that found its values."""
    single = ("place", "date", "quantity", "fatalities", "wounded", "factuality", "attribution")
    found = {name: (getattr(mention, name),) for name in single if getattr(mention, name)}
    lists = {"actors": mention.actors, "recipients": mention.recipients}
    return {name: tuple(item.rule for item in items) for name, items in chain(lists.items(), found.items())}


def _dates(found: Found[When] | None) -> str:
    when = found.value if found else None
    if when is None or (when.start is None and when.end is None):
        return ""
    start, end = (day.isoformat() if day else OPEN for day in (when.start, when.end))
    return start if start == end else f"{start}/{end}"


def _numbers(found: Found[Quantity] | None) -> str:
    count = found.value if found else None
    if count is None or (count.low is None and count.high is None):
        return ""
    low, high = (f"{end:g}" if end is not None else "" for end in (count.low, count.high))
    return low if low == high else f"{low}-{high}"
