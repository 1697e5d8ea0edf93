"""Opening a store: SQLite in one file (WAL: readers beside a writer), or PostgreSQL by its URL.

`reading()` and `writing()` give a connection inside a transaction; `writing()` takes SQLite's write lock or
an advisory lock of PostgreSQL at once, so that two writers wait for each other instead of failing half-way.
What the databases complain of becomes one of Marsad's own errors (`troubles.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike, fspath
from time import monotonic
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from marsad.errors import BadUse, ExtraMissing, StoreUnreadable
from marsad.store.troubles import told
from marsad.store.upgrading import check, upgrade

DEFAULT = "marsad.db"
PATIENCE = 3600  # seconds that a writer waits for another one: linking 20,000 articles may write for minutes
BUSY = 60_000  # milliseconds that SQLite waits for anything else
MOMENT = 500  # milliseconds of waiting in one go: while SQLite waits, Ctrl-C is not heard
WRITING = 7236729  # PostgreSQL's advisory lock of whoever writes
DRIVER = "postgresql+psycopg"
WRITES = "marsad_writes"
PRAGMAS = (
    "synchronous=NORMAL",
    f"busy_timeout={BUSY}",
    "foreign_keys=ON",
    "cache_size=-65536",  # 64 MB: the indexes of a million mentions stay at hand
)


@dataclass(frozen=True, slots=True)
class Store:
    """An open store."""

    engine: Engine
    where: str  # as it may be shown: without a password

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of SQLite; else it is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until it is left."""
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with told(self.where), self.engine.connect() as plain:
            yield plain.execution_options(**level)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together, or not at all."""
        with told(self.where), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                if not self.is_sqlite:  # rows locked in another order, or a number taken twice, would end one
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


@contextmanager
def open_store(where: str | PathLike[str] = DEFAULT, create: bool = True) -> Iterator[Store]:
    """The store in a file or at a postgresql:// URL, brought to the newest revision.

    Without `create` there must be one. Raises a StoreError where it cannot be used, `ExtraMissing` where the
    driver for PostgreSQL is not installed.
    """
    text = fspath(where)
    store = _remote(text) if "://" in text else _local(text, create)
    try:
        with store.reading() as connection:
            ready = check(connection, store.where)
        if not ready:
            with store.writing() as connection:
                upgrade(connection, store.where)
        yield store
    finally:
        store.close()


def shown(where: str) -> str:
    """A store's name as it may be printed: without a password."""
    scheme, remote, _ = where.partition("://")
    if not remote:
        return where
    try:
        return make_url(where).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return f"{scheme}://…"


def _local(text: str, create: bool) -> Store:
    folder = os.path.dirname(os.path.abspath(text))
    if os.path.isdir(text) or not os.path.isdir(folder):
        found = "a folder" if os.path.isdir(text) else "no folder of that name to put it in"
        raise StoreUnreadable(f"{text}: expected a store's file, found {found}; name another file")
    if not create and not os.path.exists(text):
        raise StoreUnreadable(f"{text}: expected a store, found no such file; marsad add makes one")
    fixed = os.path.exists(text) and not (os.access(text, os.W_OK) and os.access(folder, os.W_OK))
    engine = create_engine(_fixed(text) if fixed else URL.create("sqlite", database=text))
    event.listen(engine, "connect", _set_up_fixed if fixed else _set_up)
    event.listen(engine, "begin", _begin)
    return Store(engine, text)


def _fixed(text: str) -> URL:
    """The address of a file to be read only: without WAL's lock files, unless one of them holds changes."""
    held = os.path.exists(f"{text}-wal") and os.path.getsize(f"{text}-wal") > 0
    query = {"mode": "ro", "uri": "true"} | ({} if held else {"immutable": "1"})
    return URL.create("sqlite", database=f"file:{quote(text)}", query=query)


def _remote(text: str) -> Store:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise BadUse(f"--store {shown(text)}: expected a file or postgresql://user@host/name") from error
    if url.get_backend_name() != "postgresql":
        raise BadUse(f"--store {url.get_backend_name()}://…: expected a file or postgresql://user@host/name")
    try:
        engine = create_engine(url.set(drivername=DRIVER), connect_args={"connect_timeout": 10})
    except ImportError as error:
        raise ExtraMissing("PostgreSQL needs its driver: pip install 'marsad[postgres]'") from error
    return Store(engine, shown(text))


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin when SQLAlchemy says so (`_begin`), not at a write
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    tables = {name for (name,) in cursor.execute("SELECT name FROM sqlite_master")}
    if not tables or "alembic_version" in tables:  # another program's file is left as it is
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()


def _set_up_fixed(connection: Any, _record: object) -> None:
    """A file that may only be read is opened without the lock files that WAL needs."""
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout={MOMENT}")
    try:
        _begin_writing(connection, monotonic() + PATIENCE)
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY}")


def _begin_writing(connection: Connection, until: float) -> None:
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > until:
                raise
