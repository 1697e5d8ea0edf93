"""Runs: which versions of coder and data wrote a row, and when."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sqlalchemy import insert, update

from marsad.store.opening import Store
from marsad.store.schema import runs
from marsad.store.version import coder_version


def start_run(store: Store, command: str) -> int:
    """The number of a new run."""
    row = {"command": command, "coder": coder_version(), "data": data_version(), "started_at": now()}
    with store.writing() as connection:
        key = connection.execute(insert(runs).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def end_run(store: Store, run: int) -> None:
    """The run has done all that it was asked for."""
    with store.writing() as connection:
        connection.execute(update(runs).where(runs.c.id == run).values(ended_at=now()))


@cache
def data_version() -> str:
    """One hash over the checksums of all packaged tables."""
    listed = files("marsad.data").joinpath("checksums.txt").read_bytes()
    return sha256(listed).hexdigest()[:16]


def now() -> datetime:
    """The time, UTC, as stores keep it: whole seconds without a zone."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
