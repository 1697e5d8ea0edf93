"""A unit by its number: اللواء 33 مدرع · الكتيبة الثالثة · لواء المغاوير · قيادة عمليات ميسان.

In: a sentence's row and where a unit's noun may stand. Out: how far the name goes and the state that an
adjective in it tells. Whose army it is otherwise the phrase says (`phrases`), or the article (`resolving`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import Hit, readings
from marsad.arabic.fold import REMEMBERED
from marsad.who.lexicon import Word, small_words
from marsad.who.sentence import NOUNS, Row

_ARTICLE, _AND, _ALEF = "ال", "و", "ا"
_NISBAS = ("ي", "يه")
_MOST_ARMS = 3  # words that say what a unit fights with (مشاة جبلي)
_LONGEST = 4  # digits of a unit's number


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name up to token `last`; `code` the state of a demonym in it, "" for none."""

    hit: Hit[Word]
    last: int
    code: str


def designated(row: Row, at: int) -> Unit | None:
    """The unit whose noun stands at `at`, where a number or what its men are tells which."""
    kind = _head(row.folded(at))
    found = row.hit(at, NOUNS) if kind else None
    if found is None:
        return None
    hit = found[0]
    armed = _past_arms(row, hit.last + 1)
    armed += _is_nisba(row.folded(armed)) and row.folded(armed + 1) in small_words("unit_ordinal")
    last = _number(row, armed)
    if last is None and kind == "command":
        open_ = hit.last > hit.first and not row.folded(hit.last).startswith(_ARTICLE)
        last = _province(row, hit.last + 1) if open_ else None
    elif last is None and armed > hit.last + 1 and not hit.reading.definite:
        last = armed - 1 if row.folded(armed - 1) in small_words("arm_name") else None
    if last is None:
        return None
    last = _past_arms(row, last + 1) - 1
    nation = row.modifier(last + 1, ("demonym",))
    return Unit(hit, nation[0].last, nation[1].code) if nation else Unit(hit, last, "")


@lru_cache(maxsize=REMEMBERED)
def _head(word: str) -> str:
    """Whether the word heads a unit's name: "unit", "command" (of a province), "" for no."""
    stems = {r.stem for r in readings(word) if not r.pronoun and not r.future}
    if not stems.isdisjoint(small_words("unit_head")):
        return "unit"
    return "" if stems.isdisjoint(small_words("command_head")) else "command"


def _past_arms(row: Row, at: int) -> int:
    """Past what the unit fights with (مدرع, مشاة جبلي, حرس حدود)."""
    for _ in range(_MOST_ARMS):
        pair = f"{row.folded(at)} {row.folded(at + 1)}"
        if pair in small_words("arm"):
            at += 2
        elif row.folded(at) in small_words("arm"):
            at += 1
        else:
            break
    return at


def _is_nisba(word: str) -> bool:
    """Whether it can be an adjective of the unit that no table lists (الفرقة الساحلية الأولى)."""
    return word.startswith(_ARTICLE) and word.endswith(_NISBAS)


def _number(row: Row, at: int) -> int | None:
    """The last token of the number that tells which unit: digits or an ordinal (الثالثة والثلاثون)."""
    at += row.folded(at) in small_words("numbered_as")
    if at >= len(row):
        return None
    token = row.tokens[at]
    if token.kind == "number":
        after = row.folded(at + 1)
        counted = (after.endswith(_ALEF) and after not in small_words("arm")) or after in small_words(
            "counting"
        )
        return at if token.folded.isdigit() and len(token.folded) <= _LONGEST and not counted else None
    if token.folded not in small_words("unit_ordinal"):
        return None
    more = row.folded(at + 1)
    joined = more in small_words("teen") or more.removeprefix(_AND) in small_words("tens")
    return at + joined


def _province(row: Row, at: int) -> int | None:
    """The province whose operations a command leads (قيادة عمليات شرق دجلة), no other word."""
    at += row.folded(at) in small_words("locative")
    if at >= len(row) or row.tokens[at].kind != "word" or row.begins(at):
        return None
    return None if row.folded(at) in small_words("stop") else at
