"""What a rule's name says to people (data/codebook/rules.csv): a name is read from the left, row by row."""

from __future__ import annotations

from functools import cache

from marsad.data import cell, read_table
from marsad.records import Says

OF = {
    "actors": "party", "recipients": "party", "place": "place", "date": "date", "quantity": "count",
    "fatalities": "count", "wounded": "count", "munitions": "count", "factuality": "factuality",
    "attribution": "source",
}  # fmt: skip
PART, ALL_THE_REST = ":", "*"


def says(slot: str, rule: str) -> Says | None:
    """What the rule's name says of a field's value, one sentence for each row; None where no row does.

    >>> says("date", "weekday").en
    'A weekday: the nearest one that fits the tense, counted from the publication date.'
    """
    parts, told = rule.split(PART), []
    while parts:
        size, row = _row(OF[slot], parts)
        if row is None:
            return None
        told.append(row)
        del parts[:size]
    return Says(" ".join(row.en for row in told), " ".join(row.ar for row in told))


def _row(of: str, parts: list[str]) -> tuple[int, Says | None]:
    """The longest row that a name's parts begin with, and how many parts it takes."""
    rows = _rows()
    for size in range(len(parts), 0, -1):
        if row := rows.get((of, PART.join(parts[:size]))):
            return size, row
        if size > 1 and (row := rows.get((of, PART.join((*parts[: size - 1], ALL_THE_REST))))):
            return len(parts), row
    return 0, None


@cache
def _rows() -> dict[tuple[str, str], Says]:
    rows = read_table("codebook/rules.csv")
    return {(of, row["rule"]): Says(row["en"], row["ar"]) for row in rows for of in cell(row["of"])}
