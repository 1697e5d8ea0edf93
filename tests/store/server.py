"""A PostgreSQL server of the tests' own: in a folder that goes away, on a socket, without any network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
MISSING = "PostgreSQL's server is not here (Debian: apt-get install postgresql)"
USER = NAME = "postgres"
OTHERS = (  # connections that a killed process may have left
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def binary(name: str) -> str | None:
    """Where a program of PostgreSQL's server lies: Debian keeps them off the PATH."""
    return shutil.which(name) or shutil.which(name, path=os.pathsep.join(map(str, FOLDERS)))


def as_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to be run by root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *command]


@contextmanager
def running() -> Iterator[str]:
    """A server's socket folder; the server ends with it."""
    initdb, postgres = binary("initdb"), binary("postgres")
    assert initdb and postgres, MISSING
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp", ignore_cleanup_errors=True) as folder:
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
            process.send_signal(signal.SIGINT)  # a failed test may have left a connection: do not wait for it
            process.wait(timeout=30)


def wait_for(folder: str) -> None:
    import psycopg

    for _ in range(300):
        try:
            psycopg.connect(host=folder, user=USER, dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError(f"PostgreSQL did not start: {Path(folder, 'log').read_text()}")


def database(server: str) -> tuple[str, str]:
    """The name and URL of an empty database: the same one each time, emptied (anew each took a minute)."""
    import psycopg

    with psycopg.connect(host=server, user=USER, dbname=NAME, autocommit=True) as connection:
        connection.execute(OTHERS)
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return NAME, f"postgresql://{USER}@/{NAME}?host={server}"
