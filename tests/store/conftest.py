"""Stores to test with: the same tests on SQLite and on a PostgreSQL server that is started here."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from marsad.store import Store, open_store

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
NUMBER = count(1)
USER = "postgres"


def binary(name: str) -> str | None:
    """Where a program of PostgreSQL's server lies: Debian keeps them off the PATH."""
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(map(str, FOLDERS)))


def as_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to be run by root; Debian's package brings a user for it."""
    return (
        ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command]
        if os.geteuid() == 0
        else command
    )


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server's socket folder; it listens to no network."""
    initdb, postgres = binary("initdb"), binary("postgres")
    if not initdb or not postgres:
        told = "PostgreSQL's server is not here (Debian: apt-get install postgresql)"
        if os.environ.get("MARSAD_CI"):
            pytest.fail(told)
        pytest.skip(told)
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        os.chmod(folder, 0o777)
        data = f"{folder}/data"
        made = [initdb, "-D", data, "-U", USER, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]
        subprocess.run(as_user(made), check=True, capture_output=True, cwd="/")
        options = ["-c", "fsync=off", "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}"]
        with open(f"{folder}/log", "wb") as log:
            process = subprocess.Popen(
                as_user([postgres, "-D", data, *options]), cwd="/", stdout=log, stderr=log
            )
        try:
            wait_for(folder)
            yield folder
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(folder: str) -> None:
    import time

    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(host=folder, user=USER, dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    pytest.fail(f"PostgreSQL did not start: {Path(folder, 'log').read_text()}")


@pytest.fixture
def postgres(server: str) -> Iterator[str]:
    """The URL of an empty database."""
    import psycopg

    name = f"test{next(NUMBER)}"
    with psycopg.connect(host=server, user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield f"postgresql://{USER}@/{name}?host={server}"


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
