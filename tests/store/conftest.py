"""Stores to test with: the same tests on SQLite and on a PostgreSQL server that is started here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.store import Store, open_store
from tests.store.server import MISSING, binary, database, running


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server's socket folder; it listens to no network."""
    if not binary("initdb") or not binary("postgres"):
        if os.environ.get("MARSAD_CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with running() as folder:
        yield folder


@pytest.fixture
def postgres(server: str) -> str:
    """The URL of an empty database."""
    return database(server)[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place for a store."""
    if request.param == "sqlite":
        return str(tmp_path / "marsad.db")
    return str(request.getfixturevalue("postgres"))


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(where) as opened:
        yield opened
