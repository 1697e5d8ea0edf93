"""Brings a store to the newest revision, or says why it cannot.

A new store is made by the very migrations that an old one goes through. Two processes that open a store at
once are kept apart by the transaction on SQLite (it writes at once) and by an advisory lock on PostgreSQL.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from marsad.errors import StoreTooNew, StoreUnreadable

UPGRADING = 7236728  # PostgreSQL's advisory lock for this


def newest() -> str:
    """The revision that this version of Marsad writes."""
    head = _scripts().get_current_head()
    assert head is not None
    return head


def revision_of(connection: Connection) -> str | None:
    """The revision that a store is at; None for an empty database."""
    return MigrationContext.configure(connection).get_current_revision()


def check(connection: Connection, where: str) -> bool:
    """Whether the store is at the newest revision; raises where it is newer, or no store at all."""
    found = revision_of(connection)
    if found is None and inspect(connection).get_table_names():
        raise StoreUnreadable(
            f"{where}: expected a store of Marsad, found another program's database; name another file"
        )
    if found is not None and found not in _known():
        raise StoreTooNew(
            f"{where}: expected a store of revision {newest()} or older, found {found}; "
            "install a newer Marsad"
        )
    return found == newest()


def upgrade(connection: Connection, where: str) -> None:
    """Bring the store to the newest revision, inside the transaction that the connection is in."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADING})")
    if not check(connection, where):  # another process may have been quicker
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("marsad.store").joinpath("migrations")))
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


@cache
def _known() -> frozenset[str]:
    return frozenset(script.revision for script in _scripts().walk_revisions())
