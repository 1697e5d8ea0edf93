"""Typed cells of a JSON object: each function returns the value of a key or says what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from marsad.errors import MarsadError

Cells = Mapping[str, object]


class BadCell(MarsadError):
    """A line of a gold file does not hold what the codebook says; the message names the key."""


def word(cells: Cells, key: str) -> str:
    """A text that must be there and say something."""
    value = optional_word(cells, key)
    if not value:
        raise BadCell(f"{key}: expected a text, found {cells.get(key)!r}")
    return value


def optional_word(cells: Cells, key: str) -> str | None:
    """A text, or None where the key is null or missing."""
    value = cells.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadCell(f"{key}: expected a text or null, found {value!r}")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadCell(f"{key}: expected a text, found half a character (a lone surrogate)")
    return value


def names(cells: Cells, key: str) -> tuple[str, ...]:
    """A list of texts; empty where the key is null or missing."""
    value = cells.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise BadCell(f"{key}: expected a list of names, found {value!r}")
    return tuple(value)


def offset(cells: Cells, key: str) -> int:
    """A place in the text: a whole number from 0."""
    value = cells.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadCell(f"{key}: expected an offset, found {value!r}")
    return value


def number(cells: Cells, key: str) -> float | None:
    """A number, or None where the range is open."""
    value = cells.get(key)
    if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
        raise BadCell(f"{key}: expected a number or null, found {value!r}")
    return value


def day(cells: Cells, key: str) -> str | None:
    """An ISO 8601 day as it is written, or None."""
    value = optional_word(cells, key)
    if value is None:
        return None
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise BadCell(f"{key}: expected a day like 2020-03-26, found {value!r}") from error
    return value


def record(cells: Cells, key: str) -> Cells | None:
    """An object with keys; None where it is null, missing or empty."""
    value = cells.get(key)
    if value is None or value == {}:
        return None
    if not isinstance(value, dict):
        raise BadCell(f"{key}: expected an object or null, found {value!r}")
    return value


def records(cells: Cells, key: str) -> list[Cells]:
    """A list of objects that must be there."""
    value = cells.get(key)
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadCell(f"{key}: expected a list of objects, found {type(value).__name__}")
    return value
