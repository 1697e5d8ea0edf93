"""What the room's grammar hands on: a phrase that names a party, still as tokens."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.arabic import Hit
from marsad.who.lexicon import Word

TOLD_UNIT = "definite:told_unit"  # rule of one that somebody tells of, maybe its own army
UNIT = "definite:unit"  # rule of a numbered unit: the bearer of its name in a country, or its army


@dataclass(frozen=True, slots=True)
class Part:
    """A read phrase: up to token `last`; code "" with rule "name" means the name as in the text."""

    hit: Hit[Word]
    last: int
    code: str
    rule: str
    kind: str
    id: str | None = None
    by_adjective: bool = False  # ends with a demonym, so another may be joined to it
    name: str = ""  # of a person or body without the role before it; "" = as the phrase is written
