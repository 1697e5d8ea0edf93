"""`marsad snapshot`: a store as Parquet files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.storing import Where
from marsad.store import DEFAULT, open_store
from marsad.store import snapshot as write_snapshot


def snapshot(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder.")],
    store: Where = DEFAULT,
) -> int:
    """Write a store's tables as Parquet (events and mentions by year), with a manifest."""
    with open_store(store, create=False) as opened:
        written = write_snapshot(opened, folder)
    sys.stdout.writelines(f"{table.rows:>12,} {table.name}\n" for table in written)
    return 0
