"""CSV, HXL and Parquet: an event a row."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import duckdb

from marsad.data import read_table
from marsad.export.flat import Cell, columns, event_row
from marsad.store import Told

RISKY = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # a spreadsheet takes what follows for a formula
ESCAPE = "'"
DUCKDB = {"text": "VARCHAR", "date": "DATE", "integer": "BIGINT", "number": "DOUBLE"}


def write_csv(told: Iterable[Told], out: IO[str]) -> None:
    """RFC 4180, one header line; a text that a spreadsheet would run begins with an apostrophe."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns("csv"))
    writer.writerows(_rows(told, "csv"))


def write_hxl(told: Iterable[Told], out: IO[str]) -> None:
    """As CSV, with HXL's hashtags in the second line."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns("hxl"))
    writer.writerow([row["tag"] for row in read_table("export/columns.csv") if row["format"] == "hxl"])
    writer.writerows(_rows(told, "hxl"))


def write_parquet(told: Iterable[Told], out: Path) -> None:
    """One file of typed columns, written by DuckDB."""
    types = {
        row["column"]: DUCKDB[row["type"]]
        for row in read_table("export/columns.csv")
        if row["format"] == "parquet"
    }
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder:
        source = Path(folder, "events.jsonl")
        with source.open("w", encoding="utf-8") as rows:
            for row in map(event_row, told):
                rows.write(json.dumps({name: row[name] for name in types}, default=str) + "\n")
        typed = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
        with duckdb.connect() as connection:
            connection.execute(
                f"COPY (SELECT * FROM read_json({_quoted(source)}, format='newline_delimited', "
                f"columns={{{typed}}})) TO {_quoted(out)} (FORMAT parquet)"
            )


def _quoted(path: Path) -> str:
    """A path as SQL's text."""
    return "'" + str(path).replace("'", "''") + "'"


def _rows(told: Iterable[Told], format: str) -> Iterator[list[Cell]]:
    for row in map(event_row, told):
        yield [safe(row[name]) for name in columns(format)]


def safe(cell: Cell) -> Cell:
    """The cell, with an apostrophe before a text that begins as a formula does; numbers are left alone."""
    return ESCAPE + cell if isinstance(cell, str) and cell.startswith(RISKY) else cell
