"""The names that a proposal may use, from the very tables that the rule coder and the pages read."""

from __future__ import annotations

from functools import cache

from marsad.data import cell, read_table
from marsad.records import Actor
from marsad.who import party, row_of
from marsad.who.lexicon import kind_of

NOBODY = "generic"  # kind of a party that no row stands for: protesters, unknown gunmen


@cache
def names(kind: str) -> tuple[str, ...]:
    """The names of a kind (type, factuality, role) in the order of labels.csv.

    >>> names("role")
    ('from', 'to', 'at')
    """
    return tuple(row["name"] for row in read_table("labels.csv") if row["kind"] == kind)


@cache
def codes() -> dict[str, str]:
    """The codebook's codes that are no country's, each with what it stands for, in English where told."""
    written = [row["code"] for table in ("actors.csv", "codebook/defaults.csv") for row in read_table(table)]
    written += [code for row in read_table("who/nouns.csv") for code in cell(row["bare"])]
    found = {code for code in written if code.isascii() and code[:1].isupper()} - countries()
    return {code: _meaning(code) for code in sorted(found)}


@cache
def countries() -> frozenset[str]:
    """The alpha-3 codes of states."""
    return frozenset(row["iso3"] for row in read_table("demonyms.csv"))


@cache
def country_pairs() -> frozenset[str]:
    """The alpha-2 codes of states."""
    return frozenset(row["iso2"] for row in read_table("demonyms.csv"))


@cache
def units() -> frozenset[str]:
    """The ids of what can be counted."""
    return frozenset(row["id"] for row in read_table("units.csv"))


@cache
def triggers(kind: str) -> tuple[str, ...]:
    """Words that name an event of a type: the frames' verbal nouns, verbs where they have none."""
    rows = [row for row in read_table("codebook/frames.csv") if row["type"] == kind]
    words = (word for row in rows for word in _lemmas(row))
    return tuple(dict.fromkeys(words))


@cache
def governors(factuality: str) -> tuple[str, ...]:
    """Verbs that make what they govern so: the cues of that kind."""
    rows = [row for row in read_table("codebook/cues.csv") if row["kind"] == factuality]
    return tuple(dict.fromkeys(word for row in rows for word in cell(row["past"])[:1]))


def actor(code: str, name: str) -> Actor | None:
    """The party of a code under a name; None for what is no code of the codebook.

    >>> actor("FRA", "باريس").kind, actor("PMF", "الحشد").id, actor("XYZ", "")
    ('state', 'iq.pmf', None)
    """
    if code in countries():
        return Actor(code, name, "state", row_of(code, "state"))
    if code not in codes():
        return None
    row = row_of(code, "")
    found = party(row) if row else None
    return Actor(code, name, kind_of(found.kind) if found else NOBODY, row)


def _lemmas(row: dict[str, str]) -> tuple[str, ...]:
    return (cell(row["masdar"]) or cell(row["past"]) or cell(row["nouns"]))[:1]


def _meaning(code: str) -> str:
    row = row_of(code, "")
    found = party(row) if row else None
    return found.name_en if found else code.replace("_", " ").lower()
