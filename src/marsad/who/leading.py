"""Who leads a coalition or group: no party beside it, and it tells which coalition is meant."""

from __future__ import annotations

from dataclasses import replace

from marsad.who.lexicon import Word, leaders, small_words
from marsad.who.parts import Part
from marsad.who.sentence import Row

_AND = "و"
_OWNABLE = frozenset({"force", "fighter", "group"})
_AGREEING = ("ه", "ين", "ون", "ات")  # endings of an adjective of forces and men
_LEADERS = frozenset({"name", "state", "capital", "demonym", "people"})


def led(row: Row, part: Part) -> Part:
    """ "التحالف الذي تقوده السعودية": the leader is no party, and tells which coalition is meant."""
    if part.kind not in ("coalition", "group", "forces", "generic"):
        return part
    if part.kind == "coalition" and row.folded(part.last - 1) in small_words("led"):
        return replace(part, last=_past_allies(row, part.last))
    at = part.last + 1
    at += row.folded(at) in small_words("relative")
    pair = f"{row.folded(at)} {row.folded(at + 1)}"
    length = 2 if pair in small_words("led") else int(row.folded(at) in small_words("led"))
    leader = row.modifier(at + length, _LEADERS) if length else None
    if leader is None:
        return part
    hit, word = leader
    led_by = leaders().get(word.code) if part.rule == "definite:coalition" else None
    part = replace(part, last=_past_allies(row, hit.last), by_adjective=False)
    return replace(part, code=led_by, rule="led") if led_by else part


def _past_allies(row: Row, last: int) -> int:
    """Past states that lead together with the one before (بقيادة السعودية والإمارات)."""
    while (ally := row.hit(last + 1, ("state",))) and ally[0].reading.proclitics == (_AND,):
        last = ally[0].last
    return last


def before_owner(row: Row, noun: Word, at: int) -> bool:
    """Whether an unlisted adjective of forces stands before "belonging to" (قوات محدودة تابعة للنظام)."""
    if noun.sort not in _OWNABLE or not row.folded(at).endswith(_AGREEING) or row.begins(at):
        return False
    owner = row.modifier(at + 1, ("trait",))
    return owner is not None and owner[1].rule == "of"
