"""Alembic's way in: the connection comes from `upgrading.py`, inside the transaction that it holds."""

from __future__ import annotations

from alembic import context

from marsad.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by writing it anew
)
context.run_migrations()
