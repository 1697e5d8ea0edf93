"""What the packaged data should be (checksums.txt) and what it is.

After a change of any file below data/, `python -m marsad.data.checksums` writes the list anew; a test asks.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from marsad.data.tables import HERE, data_files

LIST = "checksums.txt"
KINDS = (".csv", ".csv.gz", ".html", ".css", ".txt", ".jsonl")
TABLES = (".csv", ".csv.gz")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One packaged file: its digest, its rows if it is a table, and what is wrong with it, if anything is."""

    name: str
    sha256: str | None
    rows: int | None
    problem: str | None


def data_state() -> tuple[DataFile, ...]:
    """Every packaged file held against the list, with those that the list names and that are not there."""
    listed, there = _listed(), dict(_files())
    return tuple(_held(name, there.get(name), listed.get(name)) for name in sorted({*listed, *there}))


def checksum_lines() -> Iterator[str]:
    """The lines of the list as the files now are, in the format of sha256sum."""
    for name, file in _files():
        yield f"{sha256(file.read_bytes()).hexdigest()}  {name}\n"


def _files() -> Iterator[tuple[str, Traversable]]:
    return ((name, file) for name, file in data_files(KINDS) if name != LIST)


def _listed() -> dict[str, str]:
    file = HERE.joinpath(LIST)
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def _held(name: str, file: Traversable | None, listed: str | None) -> DataFile:
    try:
        raw = file.read_bytes() if file else None
    except OSError as error:
        return DataFile(name, None, None, f"cannot be read: {error.strerror}")
    if raw is None:
        return DataFile(name, None, None, "missing")
    digest, rows = sha256(raw).hexdigest(), _rows(name, raw)
    wrong = "not in the list" if listed is None else "changed" if listed != digest else None
    if name.endswith(TABLES) and rows is None:
        wrong = "damaged"
    return DataFile(name, digest, rows, wrong)


def _rows(name: str, raw: bytes) -> int | None:
    """The rows below a table's head; None for other files and for a table that cannot be read."""
    if not name.endswith(TABLES):
        return None
    try:
        text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
        lines = (line for line in text.splitlines(keepends=True) if not line.startswith("#"))
        return max(0, sum(1 for _ in csv.reader(lines)) - 1)
    except (OSError, EOFError, ValueError, csv.Error):
        return None


if __name__ == "__main__":
    Path(str(HERE.joinpath(LIST))).write_text("".join(checksum_lines()), "utf-8")
