"""What the commands of the store share: which store, and a day given as an option."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from marsad.errors import BadUse

Where = Annotated[str, typer.Option("--store", help="A file, or a postgresql:// URL.")]


def day(option: str, text: str | None) -> date | None:
    """The day that an option names, as 2020-03-28; raises BadUse for anything else."""
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:  # Python reads 20200328 and 2020-W13-6 too
        raise BadUse(f"{option} {text}: expected a date such as 2020-03-28")
    return found
