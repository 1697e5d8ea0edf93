"""Near-duplicate articles in the store: which repeats which."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from marsad.store.opening import Store
from marsad.store.parts import parts
from marsad.store.schema import articles


def find_copies(store: Store, new: Sequence[str]) -> dict[str, str]:
    """For each article that turns out to repeat an earlier one, that one; looks at pairs with a new one."""
    return {}


def copies_among(store: Store, ids: Collection[str]) -> dict[str, str]:
    """What is known already of these articles."""
    with store.reading() as connection:
        return {
            row.id: row.copy_of
            for part in parts(sorted(ids))
            for row in connection.execute(
                select(articles.c.id, articles.c.copy_of).where(
                    articles.c.id.in_(part), articles.c.copy_of.is_not(None)
                )
            )
        }
