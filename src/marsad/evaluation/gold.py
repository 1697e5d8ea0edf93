"""Records of the gold standard, and reading them from its JSON Lines file.

Comes in: a file of one article a line (codebook, section 3). Goes out: `GoldArticle`s. A prediction is
written in the same format and so is read into the same records.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar

from marsad.errors import NotText
from marsad.evaluation.cells import (
    BadCell,
    day,
    names,
    number,
    offset,
    optional_word,
    record,
    records,
    word,
)
from marsad.intake.media import HEAD, binary_kind
from marsad.intake.sources import opened
from marsad.records import Failure, Span

log = logging.getLogger(__name__)
T = TypeVar("T")
KINDS = ("actor", "place", "time", "quantity")
_SINGULAR = {"mentions": "mention", "entities": "entity"}


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place by all the names that count as right (the first is the annotator's) and its alpha-2 country."""

    names: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldPeriod:
    """A time as ISO 8601 days, both included; an open end is None."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class GoldRange:
    """A number as a range; an open end is None."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention as the annotators (or a coder) wrote it down."""

    type: str
    trigger: Span
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: GoldPlace | None
    place_role: str | None
    date: GoldPeriod | None
    quantity: GoldRange | None
    fatalities: GoldRange | None
    wounded: GoldRange | None
    factuality: str | None
    attribution: str | None
    event: str | None


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One entity as an annotator wrote it down; `value` holds the cells that its kind asks for."""

    kind: str  # actor, place, time, quantity
    span: Span
    value: Mapping[str, object]
    text: str = ""  # the words of the span, where the line has them


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One line of the gold file; a line of predictions may lack the text."""

    id: str
    text: str | None
    published: str | None  # an ISO day, checked
    outlet: str | None
    url: str | None
    mentions: tuple[GoldMention, ...]
    entities: tuple[GoldEntity, ...] | None = None  # None: the annotators did not code them


def read_gold(
    path: Path, failures: list[Failure] | None = None, stdin: BinaryIO | None = None
) -> Iterator[GoldArticle]:
    """The articles of a gold file; a bad line goes to `failures` (else to the log) and the rest is read on.

    "-" is `stdin`; gzip is unpacked. Raises `SourceUnreadable` when the file cannot be opened, `NotText` for
    a picture or the like, so that it is not told line by line.
    """
    seen: dict[str, int] = {}
    for number_, line in _lines(str(path), stdin):
        try:
            article = gold_article(_parsed(line))
            if article.id in seen:
                raise BadCell(f"expected a new id, found {article.id} of line {seen[article.id]} again")
        except BadCell as error:
            _report(Failure(str(path), "evaluation", "BadLine", f"line {number_}: {error}"), failures)
            continue
        seen[article.id] = number_
        yield article


def gold_article(line: Mapping[str, object]) -> GoldArticle:
    """One line of the gold format as a record; raises `BadCell` naming the key that is wrong.

    A line holds the article's event mentions, its entities, or both.
    """
    only_entities = "entities" in line and "mentions" not in line
    return GoldArticle(
        id=word(line, "id"),
        text=optional_word(line, "text"),
        published=day(line, "published"),
        outlet=optional_word(line, "outlet"),
        url=optional_word(line, "url"),
        mentions=() if only_entities else _each(line, "mentions", gold_mention),
        entities=_each(line, "entities", gold_entity) if "entities" in line else None,
    )


def _each(line: Mapping[str, object], key: str, read: Callable[[Mapping[str, object]], T]) -> tuple[T, ...]:
    """The list under a key, each object as a record; an error says which one it was in."""
    name = _SINGULAR[key]
    return tuple(_within(f"{name} {at}", read, item) for at, item in enumerate(records(line, key), start=1))


def gold_entity(line: Mapping[str, object]) -> GoldEntity:
    """One entity of the gold format as a record; raises `BadCell` naming the key that is wrong."""
    kind = word(line, "kind")
    if kind not in KINDS:
        raise BadCell(f"kind: expected one of {', '.join(KINDS)}, found {kind!r}")
    span = Span(offset(line, "start"), offset(line, "end"))
    if span.start >= span.end:
        raise BadCell(f"start, end: expected some words, found {span.start} to {span.end}")
    return GoldEntity(kind, span, record(line, "value") or {}, optional_word(line, "text") or "")


def gold_mention(line: Mapping[str, object]) -> GoldMention:
    """One mention of the gold format as a record; raises `BadCell` naming the key that is wrong."""
    return GoldMention(
        type=word(line, "type"),
        trigger=Span(offset(line, "start"), offset(line, "end")),
        sentence=_sentence(line),
        actors=names(line, "actors"),
        recipients=names(line, "recipients"),
        place=_place(record(line, "place")),
        place_role=optional_word(line, "place_role"),
        date=_period(record(line, "date")),
        quantity=_range(record(line, "quantity")),
        fatalities=_range(record(line, "fatalities")),
        wounded=_range(record(line, "wounded")),
        factuality=optional_word(line, "factuality"),
        attribution=optional_word(line, "attribution") or None,
        event=optional_word(line, "event"),
    )


def _lines(path: str, stdin: BinaryIO | None) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, numbered from 1; bytes, so that bad encoding spoils only its line."""
    with opened(path, stdin) as file:
        binary = binary_kind(file.peek(HEAD)[:HEAD])
        if binary:
            raise NotText(
                path, f"{path}: expected a gold file of JSON Lines, found {binary}; name another file"
            )
        yield from ((at, line) for at, line in enumerate(file, start=1) if line.strip())


def _parsed(line: bytes) -> Mapping[str, object]:
    try:
        parsed = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # bad UTF-8 and bad JSON are both ValueErrors
        raise BadCell(f"expected JSON in UTF-8, found {error}") from error
    if not isinstance(parsed, dict):
        raise BadCell(f"expected one JSON object an article, found {type(parsed).__name__}")
    return parsed


def _within(where: str, read: Callable[[Mapping[str, object]], T], line: Mapping[str, object]) -> T:
    try:
        return read(line)
    except BadCell as error:
        raise BadCell(f"{where}: {error}") from error


def _report(failure: Failure, failures: list[Failure] | None) -> None:
    if failures is None:
        log.warning("%s: %s", failure.source, failure.message)
    else:
        failures.append(failure)


def _sentence(line: Mapping[str, object]) -> Span:
    """The quote's span; an empty one, which nothing overlaps, where a prediction leaves it out."""
    pair = line.get("sentence") or [0, 0]
    if not isinstance(pair, list) or len(pair) != 2:
        raise BadCell(f"sentence: expected [start, end], found {pair!r}")
    ends = dict(zip(("start", "end"), pair, strict=True))
    return Span(offset(ends, "start"), offset(ends, "end"))


def _place(cells: Mapping[str, object] | None) -> GoldPlace | None:
    if cells is None:
        return None
    written = (optional_word(cells, "name") or "", *names(cells, "names"))
    return GoldPlace(tuple(name for name in written if name), optional_word(cells, "country") or None)


def _period(cells: Mapping[str, object] | None) -> GoldPeriod | None:
    return GoldPeriod(day(cells, "start"), day(cells, "end")) if cells is not None else None


def _range(cells: Mapping[str, object] | None) -> GoldRange | None:
    return GoldRange(number(cells, "low"), number(cells, "high")) if cells is not None else None
