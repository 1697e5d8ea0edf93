"""Marsad (مرصد): from Arabic news to coded, traceable event mentions, and the events that they tell of.

>>> for found in marsad.read(["page.html"]):  # doctest: +SKIP
...     print(found)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.read import Reading, read

if TYPE_CHECKING:
    from marsad import export
    from marsad.store import Query, add, find, forget, judge, open_store, show, snapshot, undo

__version__ = "0.1.0"
__all__ = [
    "Query",
    "Reading",
    "__version__",
    "add",
    "export",
    "find",
    "forget",
    "judge",
    "open_store",
    "read",
    "show",
    "snapshot",
    "undo",
]
_OF_THE_STORE = ("Query", "add", "find", "forget", "judge", "open_store", "show", "snapshot", "undo")


def __getattr__(name: str) -> object:
    """What needs the store, imported where somebody asks: `read` works without a database's drivers."""
    from importlib import import_module

    if name == "export":  # the room is called as its function is
        return import_module("marsad.export")
    if name in _OF_THE_STORE:
        return getattr(import_module("marsad.store"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
