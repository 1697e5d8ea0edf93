"""Reading the packaged tables."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from marsad.errors import DataMissing

HERE = files("marsad.data")


def read_table(name: str) -> list[dict[str, str]]:
    """All rows of `name` (a path below `data/`, .csv or .csv.gz) as column → cell, without comment lines."""
    file = HERE.joinpath(name)
    try:
        raw = file.read_bytes()
        text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataMissing(
            f"data table {name}: expected a readable UTF-8 table, found {error}; reinstall marsad"
        ) from error
    lines = (line for line in io.StringIO(text, newline="") if not line.startswith("#"))
    return list(csv.DictReader(lines))


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
