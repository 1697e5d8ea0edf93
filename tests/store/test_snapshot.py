"""A snapshot holds what the store holds, and is read by DuckDB and Arrow."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest

from marsad.errors import BadUse
from marsad.store import Store, add, snapshot
from tests.store.pages import two_reports


def test_every_table_is_there_and_whole(store: Store, tmp_path: Path) -> None:
    list(add([two_reports(tmp_path)], store))
    folder = tmp_path / "snap"
    written = {table.name: table.rows for table in snapshot(store, folder)}
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {one["name"]: one["rows"] for one in manifest["tables"]} == written
    assert written["articles"] == 2 and written["mentions"] > 1
    for one in manifest["tables"]:
        for name, digest in one["files"].items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    pattern = str(folder / "mentions/*/*.parquet")
    found = duckdb.execute(
        "SELECT count(*), min(year) FROM read_parquet(?, hive_partitioning=true)", [pattern]
    )
    assert found.fetchone() == (written["mentions"], 2022)
    assert "bytes" not in pyarrow.parquet.read_schema(folder / "articles.parquet").names
    with pytest.raises(BadUse):
        snapshot(store, folder)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".marsad")] == []
