"""Who holds the office or rank that a phrase ends with (المتحدث باسم التحالف العقيد فلان)."""

from __future__ import annotations

from dataclasses import replace

from marsad.who.lexicon import Word, small_words
from marsad.who.parts import Part
from marsad.who.sentence import NOUNS, Row

_NAME_WORDS = 2  # of a person we do not know: given name and family name


def with_person(row: Row, part: Part, word: Word) -> Part:
    """The office together with who holds it: a known name, or two words after a rank or spokesman."""
    at = part.last + 1
    at += row.folded(at) in small_words("comma")
    rank = row.modifier(at, ("rank",))
    at = rank[0].last + 1 if rank else at
    known = row.modifier(at, ("name",))
    if known and known[1].kind == "person":
        name = row.words(known[0].first, known[0].last)
        held = _with_own(part, known[1].code)
        return replace(held, last=known[0].last, id=known[1].id, by_adjective=False, name=name)
    if not rank and word.sort != "spokes":
        return part
    last = _name_end(row, at)
    if last is None:
        return part
    return replace(part, last=last, by_adjective=False, name=row.words(at, last))


def _with_own(part: Part, own: str) -> Part:
    """The role with the code of a person of the table: his faction's, where the role only tells the state."""
    if own and part.rule.startswith("definite"):
        return replace(part, code=own, rule="name")
    return replace(part, code=own) if own.startswith(f"{part.code}.") else part


def _name_end(row: Row, at: int) -> int | None:
    taken, stop, joined = 0, small_words("stop"), small_words("joined")
    first = at
    while at < len(row) and taken < _NAME_WORDS:
        if row.tokens[at].kind != "word" or row.folded(at) in stop or row.hit(at, NOUNS):
            break
        taken += row.folded(at) not in joined
        at += 1
    return at - 1 if taken == _NAME_WORDS and at > first else None
