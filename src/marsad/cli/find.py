"""`marsad find`: the events of a store by what is asked of them."""

from __future__ import annotations

import json as json_format
import sys
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from marsad.cli.fields import numbers, plain
from marsad.cli.storing import Where, day
from marsad.cli.streams import talk
from marsad.cli.table import WIDEST, Terminal
from marsad.errors import BadUse
from marsad.store import DEFAULT, Box, Listed, Query, months, open_store
from marsad.store import find as find_events

Types = Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="May be repeated.")]
Actor = Annotated[str | None, typer.Option("--actor", help="A code or a name; its parts count too.")]
Recipient = Annotated[str | None, typer.Option("--recipient", help="As --actor, of who receives or is hit.")]
PlaceName = Annotated[str | None, typer.Option("--place", help="A name, or an id of the gazetteer.")]
Country = Annotated[str | None, typer.Option("--country", help="Two letters, ISO 3166: IQ.")]
BoxText = Annotated[str | None, typer.Option("--box", metavar="S,W,N,E", help="A rectangle in degrees.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Events of that day or later.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Events of that day or earlier.")]
Factuality = Annotated[str | None, typer.Option("--factuality", help="happened, planned, denied ...")]
Words = Annotated[str | None, typer.Option("--text", help="Arabic words that stand in one sentence.")]
Known = Annotated[
    str | None,
    typer.Option("--as-known-on", metavar="DATE", help="Only what was published by that day counts."),
]
Limit = Annotated[int, typer.Option("--limit", help="How many events at most.")]
After = Annotated[str | None, typer.Option("--after", metavar="ID", help="Go on after this event.")]


def find(  # noqa: PLR0913 - one parameter an option
    type: Types = None,
    actor: Actor = None,
    recipient: Recipient = None,
    place: PlaceName = None,
    country: Country = None,
    box: BoxText = None,
    start: From = None,
    end: To = None,
    factuality: Factuality = None,
    text: Words = None,
    as_known_on: Known = None,
    limit: Limit = 50,
    after: After = None,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Count events a month and type; --type, --country narrow.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Write JSON Lines, one event a line.")] = False,
    store: Where = DEFAULT,
) -> int:
    """Find events, the newest first."""
    query = asked(
        type, actor, recipient, place, country, box, start, end, factuality, text, as_known_on, limit, after
    )
    with open_store(store, create=False) as opened:
        if timeline:
            with opened.reading() as connection:
                _print_months(
                    [asdict(month) for month in months(connection, query.types, query.country)], json
                )
            return 0
        found = list(find_events(opened, query))
    if json:
        sys.stdout.writelines(json_format.dumps(line(one), ensure_ascii=False) + "\n" for one in found)
    else:
        _print(found)
    if len(found) == limit:
        talk(f"there may be more: --limit, or --after {found[-1].id}")
    return 0


def asked(  # noqa: PLR0913 - one parameter an option
    type: list[str] | None,
    actor: str | None,
    recipient: str | None,
    place: str | None,
    country: str | None,
    box: str | None,
    start: str | None,
    end: str | None,
    factuality: str | None,
    text: str | None,
    as_known_on: str | None,
    limit: int,
    after: str | None,
) -> Query:
    """The query that the options of find and export ask for."""
    return Query(
        types=tuple(type or ()),
        actor=actor,
        recipient=recipient,
        place=place,
        country=country,
        box=box_of(box),
        start=day("--from", start),
        end=day("--to", end),
        factuality=factuality,
        text=text,
        as_known_on=day("--as-known-on", as_known_on),
        limit=limit,
        after=after,
    )


def box_of(text: str | None) -> Box | None:
    """The rectangle that an option names: south,west,north,east."""
    if text is None:
        return None
    try:
        south, west, north, east = (float(number) for number in text.split(","))
    except ValueError as error:
        raise BadUse(f"--box {text}: expected south,west,north,east in degrees, as 33,43,34,45") from error
    return Box(south, west, north, east)


def line(event: Listed) -> dict[str, Any]:
    """An event of a list as JSON: dates ISO 8601, a range for every number that is given."""
    told = asdict(event) | {"counts": {name: {"low": low, "high": high} for name, low, high in event.counts}}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def _print(found: list[Listed]) -> None:
    if not found:
        return
    console = Terminal(highlight=False, markup=False, emoji=False)
    table = Table(box=None, pad_edge=False, width=min(console.width, WIDEST))
    for head in ("day", "type", "who", "where", "sources"):
        table.add_column(head, overflow="fold")
    for one in found:
        who = ", ".join(one.actors) + (f" → {', '.join(one.recipients)}" if one.recipients else "")
        counts = "; ".join(f"{name} {numbers(low, high)}" for name, low, high in one.counts)
        told = f"{one.outlets} outlets, {one.evidence} texts" + (" · they differ" if one.conflict else "")
        table.add_row(
            Text(f"{one.day or '?'}\n{one.id}"),
            Text(f"{one.type}\n{one.factuality}"),
            Text(f"{plain(who)}\n{counts}"),
            Text(f"{plain(one.place or '?')}\n{one.country or ''}"),
            Text(told),
        )
    console.print(table)


def _print_months(cells: list[dict[str, Any]], json: bool) -> None:
    if json:
        sys.stdout.writelines(json_format.dumps(cell, ensure_ascii=False) + "\n" for cell in cells)
        return
    for cell in cells:
        month, counts = cell["month"] or "?", f"{cell['events']:>8,} events {cell['mentions']:>9,} mentions"
        sys.stdout.write(f"{month:<8} {cell['type']:<12} {counts}\n")
