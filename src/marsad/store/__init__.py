"""The store: pages, articles, mentions, judgements and events, kept in SQLite or PostgreSQL."""

from marsad.store.adding import Added, add
from marsad.store.linking import link
from marsad.store.opening import DEFAULT, Store, open_store

__all__ = ["DEFAULT", "Added", "Store", "add", "link", "open_store"]
