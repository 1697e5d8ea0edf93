"""Reading the packaged tables."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from marsad.errors import DataMissing

HERE = files("marsad.data")
MEND = "reinstall with: pip install --force-reinstall marsad"


def read_table(name: str) -> list[dict[str, str]]:
    """All rows of `name` (a path below `data/`, .csv or .csv.gz) as column → cell, without comment lines."""
    lines = (line for line in io.StringIO(read_text(name), newline="") if not line.startswith("#"))
    try:
        rows = list(csv.DictReader(lines))
    except csv.Error as error:
        raise damaged(name, "a table", str(error)) from error
    if not rows:  # no packaged table is empty: pages would be read as if they said nothing
        raise damaged(name, "a table with rows", "none")
    return rows


def read_text(name: str) -> str:
    """The text of a packaged file; raises `DataMissing` where it cannot be read or is empty."""
    try:
        raw = HERE.joinpath(name).read_bytes()
        text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        found = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise damaged(name, "a readable UTF-8 file", found) from error
    if not text.strip():
        raise damaged(name, "a file that holds something", "an empty one")
    return text


def damaged(name: str, expected: str, found: str) -> DataMissing:
    """The error for a packaged file that is not as it was packaged."""
    return DataMissing(f"data file {name}: expected {expected}, found {found}; {MEND}")


def cell(value: str | None) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by `|`.

    >>> cell("قوات|جنود")
    ('قوات', 'جنود')
    """
    return tuple(part.strip() for part in (value or "").split("|") if part.strip())


def data_files(suffixes: tuple[str, ...] = (".csv", ".csv.gz")) -> Iterator[tuple[str, Traversable]]:
    """Every packaged table (or file of the given kinds) with its path below `data/`, sorted."""

    def walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
        for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if item.is_dir():
                yield from walk(item, f"{prefix}{item.name}/")
            elif item.name.endswith(suffixes):
                yield prefix + item.name, item

    yield from walk(HERE, "")
