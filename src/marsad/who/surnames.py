"""Names that several people or things bear (who/ambiguous.csv), where a verb of saying tells of a person.

In: a sentence's row and what was found in it. Out: the best known bearer, the first of the table (قال الأسد).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.records import Actor, Found
from marsad.who.lexicon import code_of
from marsad.who.people import bare
from marsad.who.sentence import Row
from marsad.who.vocabulary import says

_FEMININE = "ت"  # the ending of a verb whose subject is no man


def speakers(row: Row, found: Sequence[Found[Actor]]) -> Iterator[Found[Actor]]:
    """The bearers of ambiguous names right after a verb of saying, where nothing was found yet."""
    for at in range(1, len(row)):
        bearer, verb = _bearers().get(row.folded(at)), row.folded(at - 1)
        if bearer is None or not says(verb) or verb.endswith(_FEMININE):
            continue
        span, name = row.span(bare(row, at, 0), at)
        if not any(span.overlaps(other.spans[0]) for other in found):
            yield Found(Actor(code_of(bearer) or name, name, "person", bearer), (span,), "name")


@lru_cache(maxsize=1)
def _bearers() -> dict[str, str]:
    """The first bearer of every ambiguous name of one word."""
    rows = [(fold(row["name"]), cell(row["ids"])) for row in read_table("who/ambiguous.csv")]
    return {name: ids[0] for name, ids in rows if ids and len(name.split()) == 1}
