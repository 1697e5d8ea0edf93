"""One linker at a time: a lock beside the file, or PostgreSQL's advisory lock; pages are added meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from typing import IO

from marsad.errors import StoreFull, StoreReadOnly
from marsad.store.opening import Store
from marsad.store.troubles import told

LINKING = 7236727  # the advisory lock's number: any that other programs are unlikely to take


@contextmanager
def one_at_a_time(store: Store) -> Iterator[None]:
    """Wait until no other process links, and keep others waiting until this one is done."""
    if store.engine.dialect.name != "sqlite":
        with told(store.where), store.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")  # idle, not in a transaction
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({LINKING})")
            try:
                yield
            finally:
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({LINKING})")
        return
    import fcntl

    with _lock_file(store.where) as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _lock_file(where: str) -> IO[str]:
    try:
        return open(f"{where}.lock", "w")
    except OSError as error:
        kind = StoreFull if error.errno == ENOSPC else StoreReadOnly
        raise kind(
            f"{where}: expected to write a lock beside it, found: {error.strerror}; change that or copy it"
        ) from error
