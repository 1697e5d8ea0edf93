"""Events in other people's formats, one writer a format; docs/exports.md has every column.

The room has its function's name, so it may be called itself: `marsad.export(store, "csv", "events.csv")`.
"""

import sys
from types import ModuleType
from typing import Any

from marsad.export.exporting import FORMATS, export

__all__ = ["FORMATS", "export"]


class _Room(ModuleType):
    def __call__(self, *args: Any, **kwargs: Any) -> None:
        export(*args, **kwargs)


sys.modules[__name__].__class__ = _Room
