"""Words round a number that say how exactly it is meant (نحو, أكثر من, على الأقل), from `data/bounds.csv`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import Token, fold, number_word, readings
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

_COMMAS = ("،", ",")
_GAP, _BARE_YEAR = "*", "!"
_BEFORE = ("about", "at_least", "at_most")
_WIDEST_GAP = 3  # words that a gap may take: لا يقل (عدد القوات الأجنبية) عن
_REACH = 4  # words between a number and the approximation after it: 12 جنديا أميركيا على الأقل
_SKIPPED = frozenset({"ال", "ب", "ل", '"', "«", "“", "'", "("})

_ROWS = read_table("bounds.csv")


@dataclass(frozen=True, slots=True)
class Bound:
    """How a number is meant (about, at_least, at_most) and the tokens, `last` included, that say so."""

    rule: str
    first: int
    last: int
    years: bool = False  # the words may also stand before a year, so they do not make a bare 2020 a count


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    words: tuple[str, ...]
    years: bool


def _forms(kind: str) -> list[str]:
    return [form for row in _ROWS if row["kind"] == kind for form in cell(row["forms"])]


@lru_cache(maxsize=64)
def words_of(kind: str) -> frozenset[str]:
    """The folded forms of a kind of the table."""
    return frozenset(fold(form) for form in _forms(kind))


@lru_cache(maxsize=REMEMBERED)
def is_a(kind: str, folded: str) -> bool:
    """Whether a folded token is a form of the kind, whatever is written onto it."""
    known = words_of(kind)
    return folded in known or any(reading.stem in known for reading in readings(folded))


def _patterns(kinds: dict[str, str], key: int) -> dict[str, list[_Pattern]]:
    """The phrases of several kinds by their first (0) or last (-1) word, longest first."""
    table: dict[str, list[_Pattern]] = {}
    for kind, rule in kinds.items():
        for form in _forms(kind):
            words = tuple(fold(form.removeprefix(_BARE_YEAR)).split())
            table.setdefault(words[key], []).append(_Pattern(rule, words, form.startswith(_BARE_YEAR)))
    for patterns in table.values():
        patterns.sort(key=lambda pattern: -len(pattern.words))
    return table


_BY_LAST = _patterns({kind: kind for kind in _BEFORE}, -1)
_BY_FIRST = _patterns({f"{kind}_after": kind for kind in _BEFORE}, 0)
_TRAILING = {pattern.words for patterns in _BY_FIRST.values() for pattern in patterns}
_PERCENT = _patterns({"percent": "percent"}, 0)
_UNMANNED = _patterns({"unmanned": "unmanned"}, 0)


@lru_cache(maxsize=REMEMBERED)
def _last_words(folded: str) -> tuple[str, ...]:
    """What a token may be as a pattern's last word: itself, its stems, and a gap if it could be counted."""
    stems = dict.fromkeys([folded, *(reading.stem for reading in readings(folded))])
    return tuple(stem for stem in stems if stem in _BY_LAST)


def bound_before(row: Sequence[Token], first: int) -> Bound | None:
    """The bound that ends right before token `first`, quotation marks and the article skipped.

    Before "and five" it belongs to what is counted before: قتيلان على الأقل وخمسة جرحى.
    """
    at = first - 1
    while at >= 0 and row[at].folded in _SKIPPED:
        at -= 1
    if at < 0:
        return None
    candidates = [p for word in _last_words(row[at].folded) for p in _BY_LAST[word]]
    if any(_fills_gap(row[noun].folded) for noun in range(max(0, at - _WIDEST_GAP + 1), at + 1)):
        candidates += _BY_LAST[_GAP]
    best: Bound | None = None
    word = number_word(row[first].folded)
    for pattern in candidates:
        if word and word.joined and pattern.words in _TRAILING:
            continue
        start = _match_back(row, at, pattern.words)
        if start is not None and (best is None or start < best.first):
            best = Bound(pattern.rule, start, at, pattern.years)
    return best


def _match_back(row: Sequence[Token], at: int, words: tuple[str, ...]) -> int | None:
    """Where the pattern begins that ends at token `at`."""
    for place in range(len(words) - 1, -1, -1):
        if words[place] == _GAP:
            return _across_gap(row, at, words[:place])
        if at < 0 or not _same(row[at].folded, words[place], place == 0):
            return None
        at -= 1
    return at + 1


def _across_gap(row: Sequence[Token], at: int, words: tuple[str, ...]) -> int | None:
    """The gap holds a noun such as عدد (or its pronoun form) and what it counts."""
    for width in range(1, _WIDEST_GAP + 1):
        noun = at - width + 1
        if noun >= 0 and _fills_gap(row[noun].folded):
            start = _match_back(row, noun - 1, words)
            if start is not None:
                return start
    return None


@lru_cache(maxsize=REMEMBERED)
def _fills_gap(folded: str) -> bool:
    return is_a("total", folded) or is_a("measure", folded)


def _same(token: str, word: str, clitics: bool) -> bool:
    return token == word or (clitics and any(reading.stem == word for reading in readings(token)))


def bound_after(row: Sequence[Token], last: int) -> Bound | None:
    """The bound in the words after token `last`, before the next mark or number."""
    aside = last + 1 < len(row) and row[last + 1].folded in _COMMAS  # 55 شخصا، على الأقل
    for at in range(last + 1 + aside, min(last + 2 + (aside or _REACH), len(row))):
        if row[at].kind != "word" or number_word(row[at].folded):
            return None
        for pattern in _BY_FIRST.get(row[at].folded, ()):
            end = at + len(pattern.words)
            if tuple(token.folded for token in row[at:end]) == pattern.words:
                return Bound(pattern.rule, at, end - 1)
    return None


def percent_after(row: Sequence[Token], last: int) -> int | None:
    """The last token of "per cent" right after token `last`, as a sign or in words."""
    if last + 1 >= len(row):
        return None
    if row[last + 1].folded in _SIGNS:
        return last + 1
    return _phrase_at(row, last + 1, _PERCENT)


def is_unmanned(row: Sequence[Token], at: int) -> bool:
    """Whether "without a pilot" begins at token `at`."""
    return _phrase_at(row, at, _UNMANNED) is not None


def _phrase_at(row: Sequence[Token], at: int, table: dict[str, list[_Pattern]]) -> int | None:
    """The last token of the table's phrase that begins at token `at`."""
    for pattern in table.get(row[at].folded, ()):
        end = at + len(pattern.words)
        if tuple(token.folded for token in row[at:end]) == pattern.words:
            return end - 1
    return None


_SIGNS = frozenset("%٪")


def percent_before(row: Sequence[Token], first: int) -> bool:
    """Whether a per-cent sign stands right before token `first`."""
    return first > 0 and row[first - 1].folded in _SIGNS and row[first - 1].end == row[first].start
