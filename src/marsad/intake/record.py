"""One JSON record: parsed, and what is wrong with it in plain words."""

from __future__ import annotations

import json

LONGEST_WHOLE = 18  # digits; Python refuses to read numbers of more than 4,300, and no field needs one
TEXTS = ("title", "text")
_KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}


def load_record(data: bytes) -> object:
    """The value of some JSON; raises ValueError with what was found instead."""
    try:
        return json.loads(data, parse_int=_number)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if "\n" in error.doc.strip() else ""
        raise ValueError(f"broken JSON ({error.msg} at {line}character {error.colno})") from error
    except UnicodeDecodeError as error:
        raise ValueError("broken JSON (bytes that are not UTF-8)") from error
    except RecursionError as error:
        raise ValueError("JSON nested too deep") from error


def _number(digits: str) -> int | float:
    return int(digits) if len(digits) <= LONGEST_WHOLE else float(digits)


def fault(record: object) -> tuple[str, str] | None:
    """What was found in place of a record, and what to do; None for a record that can be read."""
    if not isinstance(record, dict):
        return kind(record), "give one object a line"
    for field in TEXTS:
        if not isinstance(record.get(field), str | None):
            return f'{kind(record[field])} in "{field}"', "give it as a text in quotes"
    if all(record.get(field) is None for field in TEXTS):
        return "neither of them as text", "name the fields title and text"
    return None


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    return "null" if value is None else _KINDS.get(type(value), "a number")
