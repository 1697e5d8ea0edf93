"""The store: pages, articles, mentions, judgements and events, kept in SQLite or PostgreSQL."""

from marsad.store.adding import Added, add
from marsad.store.grounds import Ground, total
from marsad.store.linking import link
from marsad.store.opening import DEFAULT, Store, open_store
from marsad.store.showing import Answer, Link, Moved, Shown, Telling, show, told_by_several

__all__ = [
    "DEFAULT",
    "Added",
    "Answer",
    "Ground",
    "Link",
    "Moved",
    "Shown",
    "Store",
    "Telling",
    "add",
    "link",
    "open_store",
    "show",
    "told_by_several",
    "total",
]
