"""Names that several people or things bear (who/ambiguous.csv), where something tells that a party is meant.

In: a sentence's row and what was found in it. Out: the best known bearer, the first of the table: a person
after a verb of saying (قال الأسد), a group in quotation marks or after it was named in full (قادة فتح).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from marsad.arabic import fold, readings
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.records import Actor, Found
from marsad.who.lexicon import code_of, small_words
from marsad.who.people import bare
from marsad.who.sentence import Row
from marsad.who.vocabulary import says

_PEOPLE = "per."  # begins the ids of people
_MEN = frozenset({"role", "fighter", "force", "group", "spokes"})
_FEMININE = "ت"  # the ending of a verb whose subject is no man


def speakers(row: Row, found: Sequence[Found[Actor]]) -> Iterator[Found[Actor]]:
    """The bearers of ambiguous names right after a verb of saying, where nothing was found yet."""
    for at in range(1, len(row)):
        bearer, verb = _bearers().get(row.folded(at)), row.folded(at - 1)
        if bearer is None or not bearer.startswith(_PEOPLE) or not says(verb) or verb.endswith(_FEMININE):
            continue
        span, name = row.span(bare(row, at, 0), at)
        if not any(span.overlaps(other.spans[0]) for other in found):
            yield Found(Actor(code_of(bearer) or name, name, "person", bearer), (span,), "name")


def worded(row: Row, found: Sequence[Found[Actor]], named: Collection[str]) -> Iterator[Found[Actor]]:
    """The groups whose name is a word: quoted, or beside a verb or men where `named` holds their ids."""
    for at in range(len(row)):
        bearer, taken = _group(row.folded(at))
        if not bearer or not (_quoted(row, at) or (bearer in named and _acts(row, at))):
            continue
        span, name = row.span(bare(row, at, taken), at)
        if not any(span.overlaps(other.spans[0]) for other in found):
            yield Found(Actor(code_of(bearer) or name, name, "group", bearer), (span,), "name")


@lru_cache(maxsize=REMEMBERED)
def _group(word: str) -> tuple[str, int]:
    """The group that a word names, and how many letters of it are proclitics."""
    for reading in readings(word):
        bearer = "" if reading.definite or reading.pronoun else _bearers().get(reading.stem, "")
        if bearer and not bearer.startswith(_PEOPLE):
            return bearer, sum(map(len, reading.proclitics))
    return "", 0


def _quoted(row: Row, at: int) -> bool:
    """Whether the word stands alone in quotation marks."""
    token, marks = row.tokens[at], small_words("quote")
    closed = row.text[token.end : token.end + 1] in marks and row.text[token.start - 1 : token.start] in marks
    return closed and token.start > 0


def _acts(row: Row, at: int) -> bool:
    """Whether a verb of saying or a noun of men or leaders stands beside it."""
    before, after = row.folded(at - 1), row.folded(at + 1)
    return says(before) or says(after) or row.hit(at - 1, _MEN) is not None


@lru_cache(maxsize=1)
def _bearers() -> dict[str, str]:
    """The first bearer of every ambiguous name of one word."""
    rows = [(fold(row["name"]), cell(row["ids"])) for row in read_table("who/ambiguous.csv")]
    return {name: ids[0] for name, ids in rows if ids and len(name.split()) == 1}
