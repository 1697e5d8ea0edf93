"""The store: pages, articles, mentions, judgements and events, kept in SQLite or PostgreSQL."""

from marsad.store.adding import Added, add
from marsad.store.checking import StoreHealth, check_store
from marsad.store.finding import Listed, find
from marsad.store.forgetting import Forgotten, forget
from marsad.store.grounds import Ground, total
from marsad.store.judging import judge, undo
from marsad.store.linking import link
from marsad.store.opening import DEFAULT, Store, open_store
from marsad.store.provenance import Brought, Provenance, provenance
from marsad.store.query import Box, Query
from marsad.store.recoding import again
from marsad.store.showing import Answer, Link, Moved, Shown, Telling, show, told_by_several
from marsad.store.snapshot import SnapshotTable, snapshot
from marsad.store.telling import Told, tell
from marsad.store.timeline import Month, months

__all__ = [
    "DEFAULT",
    "Added",
    "Answer",
    "Box",
    "Brought",
    "Forgotten",
    "Ground",
    "Link",
    "Listed",
    "Month",
    "Moved",
    "Provenance",
    "Query",
    "Shown",
    "SnapshotTable",
    "Store",
    "StoreHealth",
    "Telling",
    "Told",
    "add",
    "again",
    "check_store",
    "find",
    "forget",
    "judge",
    "link",
    "months",
    "open_store",
    "provenance",
    "show",
    "snapshot",
    "tell",
    "told_by_several",
    "total",
    "undo",
]
