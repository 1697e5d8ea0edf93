"""An article's entities on a terminal: each sentence once, below it a line for each entity that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.arabic import sentence_spans
from marsad.cli.fields import dates, numbers, plain, words
from marsad.read import Reading
from marsad.records import Actor, Article, Entity, Place, Quantity, Span, When
from marsad.who import id_of, name_of

WIDEST = 110  # columns, as the table of mentions
KIND, VALUE = 8, 48


def print_entities(console: Console, reading: Reading) -> None:
    """Print kind, value and words of each entity; nothing where nobody asked for entities."""
    width = min(console.width, WIDEST)
    for sentence, entities in _by_sentence(reading.article, reading.entities or ()):
        console.print(Text(words(reading.article, sentence)), width=width)
        console.print(Padding(_grid(reading.article, entities), (0, 0, 1, 2)), width=width)


def _by_sentence(article: Article, entities: Sequence[Entity]) -> Iterator[tuple[Span, list[Entity]]]:
    for span in sentence_spans(article.text):
        inside = [entity for entity in entities if span.start <= entity.start < span.end]
        if inside:
            yield span, inside


def _grid(article: Article, entities: Sequence[Entity]) -> Table:
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    grid.add_column(width=KIND)
    grid.add_column(width=VALUE, overflow="fold")
    grid.add_column(overflow="fold")
    for entity in entities:
        kind, value = shown(entity)
        grid.add_row(Text(kind, "cyan"), Text(plain(value)), Text(words(article, entity.spans[0])))
    return grid


def shown(entity: Entity) -> tuple[str, str]:
    """An entity's kind and its resolved value as people read it."""
    value = entity.value
    match value:
        case Actor():
            return "actor", _actor(value)
        case Place():
            return "place", _place(value)
        case When():
            return "time", _time(value)
        case Quantity():
            return "quantity", _quantity(value)


def _actor(actor: Actor) -> str:
    """The code, and the table's name where that says more."""
    row = id_of(actor)
    name = (row and name_of(row)) or actor.name
    return actor.code if actor.code == name or not name else f"{actor.code} {name}"


def _place(place: Place) -> str:
    """Country, name, how precise the point is, and the point in degrees (WGS84)."""
    point = f"{place.lat:.3f} {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
    around = f"± {place.radius_km:g} km" if place.radius_km else ""
    name = place.canonical or place.name
    return " ".join(filter(None, (place.country or "", name, place.precision, point, around)))


def _time(when: When) -> str:
    return " ".join(filter(None, (when.duration or dates(when.start, when.end) or "?", when.bound or "")))


def _quantity(count: Quantity) -> str:
    stated = count.low is not None or count.high is not None
    number = numbers(count.low, count.high) if stated else ""
    share = f"{count.share:.0%}" if count.share is not None and not stated else ""
    of = f"of {count.share_of}" if count.share_of else ""
    return " ".join(filter(None, (number, share, count.unit or "", of, count.change or "")))
