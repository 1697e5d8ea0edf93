"""Opening a store: SQLite in one file (WAL: readers beside a writer), or PostgreSQL by its URL.

`reading()` and `writing()` give a connection inside a transaction; `writing()` takes SQLite's write lock at
once, so that two writers wait for each other instead of failing half-way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike, fspath

from sqlalchemy import Connection, Engine, create_engine, event

from marsad.store.schema import metadata

DEFAULT = "marsad.db"
PATIENCE = 60_000  # milliseconds that a writer waits for another one


@dataclass(frozen=True, slots=True)
class Store:
    """An open store."""

    engine: Engine
    where: str  # as it may be shown: without a password

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until it is left."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together, or not at all."""
        with self.engine.connect() as connection:
            transaction = connection.begin()
            if self.engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            with transaction:
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


@contextmanager
def open_store(where: str | PathLike[str] = DEFAULT) -> Iterator[Store]:
    """The store in a file or at a postgresql:// URL, created where there is none."""
    text = fspath(where)
    engine = create_engine(text if "://" in text else f"sqlite:///{text}")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
    metadata.create_all(engine)
    store = Store(engine, engine.url.render_as_string(hide_password=True) if "://" in text else text)
    try:
        yield store
    finally:
        store.close()


def _set_up(connection: object, _record: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={PATIENCE}", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
