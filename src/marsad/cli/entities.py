"""An article's entities on a terminal: one line each, in the order of the text."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from marsad.cli.fields import dates, numbers, plain, words
from marsad.read import Reading
from marsad.records import Actor, Entity, Place, Quantity, When

WIDEST = 110  # columns, as the table of mentions
KIND, VALUE = 8, 44


def print_entities(console: Console, reading: Reading) -> None:
    """Print kind, value and words of each entity; nothing where nobody asked for entities."""
    if not reading.entities:
        return
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    grid.add_column(width=KIND)
    grid.add_column(width=VALUE, overflow="fold")
    grid.add_column(overflow="fold")
    for entity in reading.entities:
        kind, value = shown(entity)
        grid.add_row(Text(kind, "cyan"), Text(plain(value)), Text(words(reading.article, entity.spans[0])))
    console.print(grid, width=min(console.width, WIDEST))
    console.print()


def shown(entity: Entity) -> tuple[str, str]:
    """An entity's kind and its resolved value as people read it."""
    value = entity.value
    match value:
        case Actor():
            return "actor", value.code
        case Place():
            return "place", _place(value)
        case When():
            return "time", value.duration or dates(value.start, value.end) or "?"
        case Quantity():
            return "quantity", _quantity(value)


def _place(place: Place) -> str:
    """The country, how precise the point is, and the point in degrees (WGS84)."""
    point = f"{place.lat:.3f} {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
    around = f"± {place.radius_km:g} km" if place.radius_km else ""
    return " ".join(filter(None, (place.country or "", place.precision, point, around)))


def _quantity(count: Quantity) -> str:
    stated = count.low is not None or count.high is not None
    number = numbers(count.low, count.high) if stated else ""
    share = f"{count.share:.0%}" if count.share is not None else ""
    of = f"of {count.share_of}" if count.share_of else ""
    return " ".join(filter(None, (number, share, of, count.unit or "", count.change or "")))
