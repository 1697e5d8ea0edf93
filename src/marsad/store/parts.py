"""Long lists of ids in parts that fit one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
MANY = 500  # values in one IN list: SQLite allows 32,766 variables, but plans get slow long before


def parts(values: Sequence[T], size: int = MANY) -> Iterator[Sequence[T]]:
    """The values in order, `size` at a time."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
