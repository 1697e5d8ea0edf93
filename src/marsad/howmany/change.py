"""Whether a number is added (200 إضافيين, زيادة بمقدار 200) or what is then reached (ليصل العدد إلى 700)."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic import Token, number_word, readings
from marsad.howmany.bounds import is_a, words_of

DELTA, TOTAL = "delta", "total"
_BY, _PLUS = "ب", "+"
_JOINING = ("force", "person", "equipment", "formation")  # kinds of units of which new ones are added
_MORE_REACH = 3  # tokens from the counted noun to the adjective: 300 جندي أميركي إضافي
_BY_REACH = 8  # tokens from the verb of change to by how much: خفض عدد القوات الأجنبية بنحو 500
_TO_REACH = 14  # tokens from the verb of change to what is reached


def change_of(row: Sequence[Token], first: int, last: int, kind: str | None = None) -> str | None:
    """What the words round a count (tokens `first` to `last`, its bound and noun included) make of it.

    Its unit's kind tells that a percentage needs no ب (تراجعت الصادرات 12%), and a height (ارتفاعه 3 أمتار)
    from a rise.
    """
    if _more(row, last + 1, kind):
        return DELTA
    if first == 0:
        return None
    if row[first - 1].folded in words_of("to"):
        return TOTAL if _reached(row, first - 1) else None
    if _becomes(row, first):
        return TOTAL
    if _height(row[first - 1].folded, kind):
        return None
    return DELTA if _signed(row, first) or _by(row, first, kind == "percent") else None


def _height(folded: str, kind: str | None) -> bool:
    """Whether the word before a number is what it measures: ارتفاع ستة أمتار, البالغ ارتفاعه 12 طابقا."""
    if kind == "distance":
        return is_a("measure", folded)
    return kind != "percent" and any(r.pronoun and r.stem in words_of("measure") for r in readings(folded))


def _signed(row: Sequence[Token], first: int) -> bool:
    """Whether a plus stands right before the number, no sign of a name or a telephone: +200 جندي."""
    sign = row[first - 1]
    parted = first == 1 or row[first - 2].end < sign.start
    return sign.folded == _PLUS and parted and row[first].kind == "number"


def _more(row: Sequence[Token], start: int, kind: str | None) -> bool:
    """Whether an adjective says that they are further ones, before the phrase or its clause ends.

    New soldiers are further ones; new attacks are only new.
    """
    for at in range(start, min(start + _MORE_REACH, len(row))):
        if row[at].kind != "word" or row[at].folded in words_of("stop") or number_word(row[at].folded):
            return False
        if row[at].folded in words_of("not_one"):
            return False  # بدون زيادة
        if row[at].folded in words_of("more"):
            return not _rise(row, at)
        if row[at].folded in words_of("new") and kind in _JOINING:
            return True
    return False


def _rise(row: Sequence[Token], at: int) -> bool:
    """Whether "more" is a noun with what rises after it (سجل 30 لاعبا زيادة في الوزن), or زيادة أو نقصا."""
    after = row[at + 1].folded if at + 1 < len(row) else ""
    return is_a("change", row[at].folded) and (after in words_of("in") or after in words_of("or"))


def _before(row: Sequence[Token], end: int, reach: int) -> range:
    """The tokens of the clause before token `end`, at most `reach`."""
    start = max(0, end - reach)
    commas = [at for at in range(start, end) if row[at].kind == "mark" and row[at].folded in "،,;؛."]
    return range(commas[-1] + 1 if commas else start, end)


def _reached(row: Sequence[Token], at: int) -> bool:
    """Whether a verb of change, or the number that arrives, stands before "to"."""
    before = [row[i].folded for i in _before(row, at, _TO_REACH)]
    if any(is_a("change", word) for word in before):
        return True
    return any(is_a("reach", word) for word in before) and any(is_a("total", word) for word in before)


def _becomes(row: Sequence[Token], first: int) -> bool:
    before = [row[i].folded for i in _before(row, first, _TO_REACH)]
    return any(is_a("become", word) for word in before) and any(is_a("total", word) for word in before)


def _by(row: Sequence[Token], first: int, percent: bool) -> bool:
    """Whether the words before say by how much: بمقدار, ب after a verb of change, or its noun (زيادة 200)."""
    before = row[first - 1].folded
    if is_a("change", before):
        return True
    bare = percent and before not in words_of("stop")
    if not (bare or before == _BY or is_a("by", before) or _with_by(row[first].folded)):
        return False
    return any(is_a("change", row[i].folded) for i in _before(row, first - 1, _BY_REACH))


def _with_by(folded: str) -> bool:
    """Whether ب is written onto the word: بنحو, بمئتي."""
    return any(
        r.preposition == _BY and (number_word(r.stem) or is_a("about", r.stem)) for r in readings(folded)
    )
