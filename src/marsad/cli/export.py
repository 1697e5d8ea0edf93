"""`marsad export`: the events of a store in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.find import (
    Actor,
    After,
    BoxText,
    Country,
    Factuality,
    From,
    Known,
    PlaceName,
    Recipient,
    To,
    Types,
    Words,
    asked,
)
from marsad.cli.storing import Where
from marsad.errors import BadUse
from marsad.export import FORMATS
from marsad.export import export as export_events
from marsad.store import DEFAULT, open_store
from marsad.store.query import MOST


def export(  # noqa: PLR0913 - one parameter an option
    format: Annotated[str | None, typer.Argument(metavar="FORMAT", help="One that --list names.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write here; without it, to stdout.")
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="A byte order mark first, for Excel.")] = False,
    formats: Annotated[bool, typer.Option("--list", help="Name the formats.")] = False,
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
    limit: Annotated[int, typer.Option("--limit", help="How many events at most.")] = MOST,
    after: After = None,
    store: Where = DEFAULT,
) -> int:
    """Write events in another format; the filters are those of find."""
    if formats:
        sys.stdout.writelines(f"{name}\n" for name in FORMATS)
        return 0
    if format is None:
        raise BadUse(f"expected a format: {', '.join(FORMATS)}")
    query = asked(
        type, actor, recipient, place, country, box, start, end, factuality, text, as_known_on, limit, after
    )
    with open_store(store, create=False) as opened:
        export_events(opened, format, out if out is not None else sys.stdout, query, bom)
    return 0
