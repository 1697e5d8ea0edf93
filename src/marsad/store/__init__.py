"""The store: pages, articles, mentions, judgements and events, kept in SQLite or PostgreSQL."""

from marsad.store.adding import Added, add
from marsad.store.finding import Listed, find
from marsad.store.grounds import Ground, total
from marsad.store.linking import link
from marsad.store.opening import DEFAULT, Store, open_store
from marsad.store.query import Box, Query
from marsad.store.recoding import again
from marsad.store.showing import Answer, Link, Moved, Shown, Telling, show, told_by_several
from marsad.store.timeline import Month, months

__all__ = [
    "DEFAULT",
    "Added",
    "Answer",
    "Box",
    "Ground",
    "Link",
    "Listed",
    "Month",
    "Moved",
    "Query",
    "Shown",
    "Store",
    "Telling",
    "add",
    "again",
    "find",
    "link",
    "months",
    "open_store",
    "show",
    "told_by_several",
    "total",
]
