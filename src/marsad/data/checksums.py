"""What the packaged data should be (checksums.txt) and what it is.

After a change of any file below data/, `python -m marsad.data.checksums` writes the list anew; a test asks.
"""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from marsad.data.tables import HERE, data_files

LIST = "checksums.txt"
KINDS = (".csv", ".csv.gz", ".html", ".css", ".txt", ".jsonl")
TABLES = (".csv", ".csv.gz")
NOT_CHECKED = "not checked"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One packaged file: its digest, its rows if it is a table, and what is wrong with it, if anything is."""

    name: str
    sha256: str | None
    rows: int | None
    problem: str | None


def data_state(below: str = "") -> tuple[DataFile, ...]:
    """Every packaged file (of a folder) held against the list, and those that it names but that are missing.

    A list that is damaged itself stands first; what it does not name is then "not checked".
    """
    (listed, problem), there = _listed(), dict(_files())
    unnamed = NOT_CHECKED if problem else "not in the list"
    names = sorted(name for name in {*listed, *there} if name.startswith(below))
    held = (_held(name, there.get(name), listed.get(name), unnamed) for name in names)
    return (*([DataFile(LIST, None, None, problem)] if problem else ()), *held)


def checksum_lines() -> Iterator[str]:
    """The lines of the list as the files now are, in the format of sha256sum."""
    for name, file in _files():
        yield f"{sha256(file.read_bytes()).hexdigest()}  {name}\n"


def _files() -> Iterator[tuple[str, Traversable]]:
    return ((name, file) for name, file in data_files(KINDS) if name != LIST)


def _listed() -> tuple[dict[str, str], str | None]:
    """Name → digest for every sound line of the list, and what is wrong with the list, if anything is."""
    try:
        lines = HERE.joinpath(LIST).read_bytes().decode("utf-8", "replace").splitlines()
    except OSError as error:
        return {}, "missing" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
    sound = [match for match in map(_LINE.fullmatch, lines) if match]
    problem = "damaged" if not sound or len(sound) < len(lines) else None
    return {match["name"]: match["digest"] for match in sound}, problem


def _held(name: str, file: Traversable | None, listed: str | None, unnamed: str) -> DataFile:
    try:
        raw = file.read_bytes() if file else None
    except OSError as error:
        return DataFile(name, None, None, f"cannot be read: {error.strerror}")
    if raw is None:
        return DataFile(name, None, None, "missing")
    digest, rows = sha256(raw).hexdigest(), _rows(name, raw)
    wrong = unnamed if listed is None else "changed" if listed != digest else None
    if name.endswith(TABLES) and not rows:
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
    except (OSError, EOFError, ValueError, zlib.error, csv.Error):
        return None


def renew() -> None:
    """Write the list anew, as the files now are."""
    Path(str(HERE.joinpath(LIST))).write_text("".join(checksum_lines()), "utf-8")


if __name__ == "__main__":
    renew()
