"""A store as Parquet files, for whole-table questions: written by DuckDB, put in place when all are whole.

Rows go through JSON lines, which DuckDB reads in bulk (row by row it is a thousand times slower). Mentions
and events lie in one folder a year, so that a reader opens only the years that it asks for.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, Table, select

from marsad.errors import BadUse, StoreError
from marsad.store.opening import Store
from marsad.store.runs import data_version
from marsad.store.schema import articles, changes, events, judgements, mentions, runs, timeline
from marsad.store.upgrading import revision_of
from marsad.store.version import coder_version

TABLES = (events, mentions, articles, judgements, changes, runs, timeline)
YEARS = {
    "events": "day",
    "mentions": "published",
}  # what says the year of tables in folders
TYPES = (
    (Boolean, "BOOLEAN"),
    (DateTime, "TIMESTAMP"),
    (Date, "DATE"),
    (Float, "DOUBLE"),
    (Integer, "BIGINT"),
)
PORTION = 5_000  # rows fetched at a time
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class SnapshotTable:
    """A table as it was written."""

    name: str
    rows: int
    files: dict[str, str]  # path in the folder: sha256


def snapshot(store: Store, folder: Path) -> tuple[SnapshotTable, ...]:
    """Write all tables (but page bytes and search keys) into a new folder, with a manifest.

    Raises BadUse where the folder is there already, StoreError where it cannot be written.
    """
    if folder.exists():
        raise BadUse(f"{folder}: expected the name of a new folder, found that it is there already")
    if not folder.absolute().parent.is_dir():
        raise BadUse(f"{folder}: expected a name in an existing folder")
    try:
        with tempfile.TemporaryDirectory(prefix=".marsad-", dir=folder.absolute().parent) as work:
            made = Path(work, "snapshot")
            made.mkdir()
            written = tuple(_tables(store, made, Path(work, "rows.jsonl")))
            shutil.move(made, folder)
    except OSError as error:
        raise StoreError(f"{folder}: expected to write it, found: {error.strerror or error}") from error
    return written


def _tables(store: Store, folder: Path, rows: Path) -> Iterator[SnapshotTable]:
    written = []
    with store.reading() as connection, duckdb.connect() as duck:
        for table in TABLES:
            count = 0
            with rows.open("w", encoding="utf-8") as out:
                asked = select(*_kept(table)).execution_options(yield_per=PORTION)
                for row in connection.execute(asked).mappings():
                    out.write(json.dumps(dict(row), ensure_ascii=False, default=str) + "\n")
                    count += 1
            _copy(duck, table, rows, folder)
            files = {str(path.relative_to(folder)): _digest(path) for path in _files(folder, table.name)}
            written.append(SnapshotTable(table.name, count, files))
        manifest = {
            "revision": revision_of(connection),
            "coder": coder_version(),
            "data": data_version(),
            "tables": [asdict(one) for one in written],
        }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    yield from written


def _kept(table: Table) -> list[Column[object]]:
    return [column for column in table.c if not isinstance(column.type, LargeBinary)]


def _copy(duck: duckdb.DuckDBPyConnection, table: Table, rows: Path, folder: Path) -> None:
    typed = ", ".join(f"'{column.name}': '{_type(column)}'" for column in _kept(table))
    year = YEARS.get(table.name)
    chosen = f'*, coalesce(year("{year}"), 0) AS year' if year else "*"
    target, how = folder / f"{table.name}.parquet", "FORMAT parquet"
    if year:
        target, how = folder / table.name, "FORMAT parquet, PARTITION_BY (year)"
    duck.execute(
        f"COPY (SELECT {chosen} FROM read_json({_quoted(rows)}, format='newline_delimited', "
        f"columns={{{typed}}})) TO {_quoted(target)} ({how})"
    )


def _type(column: Column[object]) -> str:
    kinds = (
        (Boolean, "BOOLEAN"),
        (DateTime, "TIMESTAMP"),
        (Date, "DATE"),
        (Float, "DOUBLE"),
        (Integer, "BIGINT"),
    )
    return next((name for kind, name in kinds if isinstance(column.type, kind)), "VARCHAR")


def _files(folder: Path, name: str) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*.parquet") if path.relative_to(folder).parts[0].split(".")[0] == name
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
