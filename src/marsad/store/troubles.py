"""What a database complains of, as one of Marsad's errors: one line, without a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from marsad.errors import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreUnreadable,
)

# What stands in the database's own message, the error, and what it means and what to do.
TROUBLES: tuple[tuple[tuple[str, ...], type[StoreError], str], ...] = (
    (
        ("database or disk is full", "could not extend file", "no space left", "disk i/o error"),
        StoreFull,
        "expected room to write, found the disk full or failing; make room and give the command again: "
        "what was kept stays kept",
    ),
    (
        ("readonly database", "read-only transaction", "permission denied"),
        StoreReadOnly,
        "expected a store that may be written to, found a read-only one; change its permissions or copy it",
    ),
    (
        ("database is locked", "lock timeout", "database table is locked"),
        StoreLocked,
        "expected to write, found it locked by another process for an hour; give the command again",
    ),
    (
        ("malformed", "database corruption", "invalid page in block", "checksum mismatch"),
        StoreDamaged,
        "expected a sound file, found a damaged one; marsad doctor --store says more, a copy may be sound",
    ),
    (
        ("file is not a database", "file is encrypted"),
        StoreUnreadable,
        "expected a store of Marsad, found a file that is no database; name another file",
    ),
    (
        ("password authentication failed", "no password supplied"),
        StoreUnreadable,
        "expected to be let in, found that user or password are refused; check the URL or PGPASSWORD",
    ),
    (
        ("unable to open database file", "connection refused", "could not connect", "connection failed",
         "no such file or directory", "does not exist", "could not translate host", "failed to resolve host",
         "timeout expired", "server closed the connection"),
        StoreUnreadable,
        "expected to open it, found that it cannot be reached; check the name, the server and its state",
    ),
)  # fmt: skip


@contextmanager
def told(where: str) -> Iterator[None]:
    """Raise what the database raises inside as the StoreError that it means."""
    try:
        yield
    except SQLAlchemyError as error:
        raise meant(where, error) from error


def meant(where: str, error: SQLAlchemyError) -> StoreError:
    """The StoreError that an error of the database means."""
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    lowered = said.lower()
    for signs, kind, means in TROUBLES:
        if any(sign in lowered for sign in signs):
            return kind(f"{where}: {means}")
    first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    return StoreError(
        f"{where}: expected the store to answer, found: {first}; marsad doctor --store says more"
    )
