"""Quantities in a sentence: numbers, duals and shares with what they count and how exactly they are meant.

In: one tokenised sentence. Out: every count as a `Found[Quantity]`: the number phrase first, then the counted
noun, then whatever else was read. Next room: `what`, which decides whose number it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from marsad.arabic import Number, Sentence, Token, number_word, read_number
from marsad.arabic.fold import REMEMBERED, written_offset
from marsad.arabic.numerals import read_half
from marsad.howmany import names, nouns
from marsad.howmany.bounds import (
    Bound,
    bound_after,
    bound_before,
    percent_after,
    percent_before,
    words_of,
)
from marsad.howmany.change import change_of
from marsad.howmany.counts import DECIMALS, Count, meant, signed
from marsad.howmany.counts import count as count_of
from marsad.howmany.lone import DUALS, OR_ADJECTIVE, PERSONS, alone, dual
from marsad.howmany.ranges import read_range
from marsad.howmany.shares import Share, may_share, read_share, share_of
from marsad.howmany.units import HUMAN_PLURAL, Unit, conjoined, counted, noun, noun_at
from marsad.records import Found, Quantity, Span

_PERCENT = Unit("percent", "percent")
_NEVER_OPEN = {"ordinal", "denominator", "zero"}
_ARMS = ("troops", "paratrooper", "commando", "gunner", "marine")  # units that may name an arm
_INHERIT_REACH = 5  # tokens between "from a soldiers" and "to b"


def find_quantities(sentence: Sentence) -> tuple[Found[Quantity], ...]:
    """Every quantity that the sentence states, from left to right."""
    return tuple(_found(sentence, count) for count in _counts(sentence))


def _counts(sentence: Sentence) -> Iterator[Count]:
    row, free, previous = sentence.tokens, 0, None
    for at in [i for i, token in enumerate(row) if token.kind == "number" or _may_begin(token.folded)]:
        if at < free:
            continue
        count, following = _read(sentence, at, previous)
        if count:
            yield count
            yield from _coordinated(row, count)
            previous = count
        free = max(following, at + 1)


def may_count(token: Token) -> bool:
    """Whether a quantity can begin at this token."""
    return token.kind == "number" or (token.kind == "word" and _may_open(token.folded))


@lru_cache(maxsize=REMEMBERED)
def _may_begin(folded: str) -> bool:
    """Whether a count, a share or a dual that may be an adjective can begin at this word."""
    if _may_open(folded) or may_share(folded):
        return True
    named = noun(folded)
    return named is not None and named.number == OR_ADJECTIVE


@lru_cache(maxsize=REMEMBERED)
def _may_open(folded: str) -> bool:
    """Whether a quantity can begin at this word: the gate that most words of a text do not pass."""
    word = number_word(folded)
    if word:
        return bool(set(word.values) - _NEVER_OPEN)
    named = noun(folded)
    lone = named is not None and named.number == "one" and (named.unit.alone or named.unit.kind in PERSONS)
    return lone or (named is not None and named.number in DUALS)


def _found(sentence: Sentence, count: Count) -> Found[Quantity]:
    tokens = sentence.tokens
    number, *others = [_stretch(tokens, first, last) for first, last in count.stretches]
    number = Span(number.start + _written_onto(sentence, count.stretches[0][0]), number.end)
    return Found(count.quantity, (number, *others), count.rule)


def _stretch(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The span of some tokens, with the bracket closed that they open: أكثر من (100)."""
    opened = any(token.folded == "(" for token in tokens[first : last + 1])
    closed = any(token.folded == ")" for token in tokens[first : last + 1])
    if opened and not closed and last + 1 < len(tokens) and tokens[last + 1].folded == ")":
        last += 1
    return Span(tokens[first].start, tokens[last].end)


def _written_onto(sentence: Sentence, at: int) -> int:
    """How many code points of a token are a conjunction written onto it (وخمسة, ونحو)."""
    token = sentence.tokens[at]
    if token.kind != "word" or not conjoined(token.folded):
        return 0
    return written_offset(sentence.text[token.start : token.end], 1)


def _read(sentence: Sentence, at: int, previous: Count | None) -> tuple[Count | None, int]:
    """The count that begins at token `at`, and where to go on."""
    row = sentence.tokens
    share = read_share(row, at)
    if share:
        return _shared(sentence, share), share.next
    if row[at].kind == "word" and number_word(row[at].folded) is None:
        count = dual(row, at) or alone(row, at)
        return count, count.next if count else at + 1
    number = read_number(row, at)
    if number is None:
        return None, at + 1
    count = _numbered(sentence, number, previous)
    return count, count.next if count else number.last + 1


# Numbers -----------------------------------------------------------------------------------------


def _numbered(sentence: Sentence, number: Number, previous: Count | None) -> Count | None:
    row = sentence.tokens
    if names.is_linked(number, row) or names.is_ordinal_tail(number, row):
        return None
    if names.is_parted_name(number, row) or names.is_title(number, row):
        return None
    span = read_range(row, number)
    whole = span.number if span else number
    percent = _percent(sentence, whole)
    if percent:
        return percent
    if span is None and (names.is_dash_pair(number, row) or names.is_monday(number, row)):
        return None
    named = _lone(row, whole) or nouns.counted_by(row, whole) or _inside(row, span.nouns if span else ())
    bound = _bound(row, whole, named)
    named = named or _past_bound(row, whole, bound)
    half = _half_after(row, whole, named)
    if named is None or _no_noun(row, whole, named):
        named = None
        if _years(row, number, whole, bound) or not _barecount_of(row, whole, bound, span is not None):
            return None
        named = _inferred(row, whole, previous)
    rule = "range" if span else "vague" if whole.vague else "exact"
    if half and named:
        count = count_of(row, replace(half, last=whole.last), named, bound, rule)
        return replace(count, next=half.last + 1)
    return signed(row, count_of(row, whole, named, bound, rule))


def _past_bound(row: Sequence[Token], number: Number, bound: Bound | None) -> nouns.Counted | None:
    """عشرون ونيف من القتلى: what is counted stands after the words that follow the number."""
    if bound is None or bound.first != number.last + 1:
        return None
    return nouns.counted_by(row, replace(number, last=bound.last))


def _half_after(row: Sequence[Token], number: Number, named: nouns.Counted | None) -> Number | None:
    """مليوني دولار ونصف المليون: the half of its scale that stands after the noun."""
    if named is None or named.at != number.last + 1:
        return None
    return read_half(row, named.at + 1, number)


def _inside(row: Sequence[Token], places: tuple[int, ...]) -> nouns.Counted | None:
    for at in places:
        unit = counted(row, at)
        if unit:
            return nouns.Counted(unit, at)
    return None


def _lone(row: Sequence[Token], number: Number) -> nouns.Counted | None:
    """The noun before واحد or اثنين: جندي واحد, مدنيين اثنين."""
    found = noun_at(row, number.first - 1)
    if found is None or number.digits or number.last != number.first or number.definite or number.joined:
        return None
    fits = {1: ("one",), 2: DUALS}.get(int(number.low), ())
    return nouns.Counted(found.unit, number.first - 1) if found.number in fits else None


def _bound(row: Sequence[Token], number: Number, named: nouns.Counted | None) -> Bound | None:
    bound = bound_before(row, number.first)
    if bound:
        return bound
    last = max(number.last, named.at or 0) if named else number.last
    bound = bound_after(row, last)
    far = bound is not None and named is None and bound.first > last + 2
    return None if far else bound


def _no_noun(row: Sequence[Token], number: Number, named: nouns.Counted) -> bool:
    """Whether the number is a year or a name, and the noun after it none that it counts."""
    if named.at == number.last + 1 and names.is_dated(number, row):
        return True
    return _plural_after_year(row, number, named) or _arm_of_a_name(row, number, named)


def _plural_after_year(row: Sequence[Token], number: Number, named: nouns.Counted) -> bool:
    """في 2019 قوات …: a count above ten has its noun in the singular, so a plural follows a year."""
    if not names.is_year(number, row) or named.at is None or named.at < number.first:
        return False
    found = noun_at(row, named.at)
    if found is None:
        return row[named.at].folded.endswith(HUMAN_PLURAL)
    return found.number != "one" or found.unit.id == "troops"


def _arm_of_a_name(row: Sequence[Token], number: Number, named: nouns.Counted) -> bool:
    """اللواء 12 مشاة: a mass noun right after a name's number says of which arm it is."""
    return (
        named.unit.id in _ARMS
        and named.at == number.last + 1
        and not number.vague
        and names.is_designator(number, row)
    )


def _years(row: Sequence[Token], number: Number, whole: Number, bound: Bound | None) -> bool:
    """Whether a bare number or range begins with a year, and no bound says that it counts (نحو 2000)."""
    firm = bound is not None and not bound.years
    return names.is_year(number, row) and whole.high <= names.LAST_YEAR and not firm


def _barecount_of(row: Sequence[Token], number: Number, bound: Bound | None, ranged: bool) -> bool:
    """Whether a number without a noun is a count: nothing makes it a name or another word."""
    if names.is_date(number, row, month_before=True) or names.is_label(number, row):
        return False
    loose = bound is None or bound.years
    if loose and (names.is_parted_ordinal(number, row) or names.is_bracketed(number, row)):
        return False
    if number.weak and number.high == 1:
        return False
    named = names.is_designator(number, row) and not nouns.totals(row, number)
    if bound is None and (named or number.weak or number.low != int(number.low)):
        return False
    return bound is not None or ranged or not number.definite or number.vague


def _inferred(row: Sequence[Token], number: Number, previous: Count | None) -> nouns.Counted | None:
    """The unit of a bare number: others of the same, a total's noun, that of "from a soldiers to b"."""
    unit = previous.unit if previous else None
    known = nouns.others(row, number, unit) or nouns.total(row, number) or nouns.harmed(row, number)
    if known or previous is None or unit is None:
        return known
    if number.first and row[number.first - 1].folded in words_of("among"):
        return nouns.Counted(unit, None)
    if row[number.first - 1].folded in words_of("out_of") and row[number.first - 2].folded == _OF:
        return nouns.Counted(unit, None)
    between = [token.folded for token in row[previous.next : number.first]]
    led = len(between) <= _INHERIT_REACH and any(word in words_of("to") for word in between)
    further = nouns.continues(row, number, unit) or nouns.parallels(row, previous.next, number)
    return nouns.Counted(unit, None) if led or further else None


def _coordinated(row: Sequence[Token], count: Count) -> Iterator[Count]:
    """عشرات القتلى والجرحى: of both together, told of each, since each is asked for."""
    found = noun_at(row, count.next)
    if count.rule != "vague" or found is None or not (found.joined and found.definite):
        return
    if {found.unit.id, count.quantity.unit} != {"killed", "wounded"}:
        return
    unit, at = found.unit, count.next
    quantity = Quantity(count.quantity.low, count.quantity.high, unit.id, unit.kind)
    yield Count(quantity, (count.stretches[0], (at, at)), count.rule, at + 1, unit)


# Shares ------------------------------------------------------------------------------------------


def _percent(sentence: Sentence, number: Number) -> Count | None:
    """A percentage, with what it is of where the text says so: it keeps its number, unlike a fraction."""
    row = sentence.tokens
    sign = percent_after(row, number.last)
    before = percent_before(row, number.first)
    if sign is None and not before:
        return None
    last = number.last if sign is None else sign
    bound = bound_before(row, number.first - before)
    first = min([number.first - before, *([bound.first] if bound else [])])
    low, high, rule = meant(number, bound, "range" if number.vague else "exact", _PERCENT)
    change = change_of(row, first, last, _PERCENT.kind)
    quantity = Quantity(low, high, _PERCENT.id, _PERCENT.kind, change=change)
    share = share_of(row, first, last) if _of_something(row, last + 1) else None
    if share is None or share.of is None:
        return signed(row, Count(quantity, ((first, last),), rule, last + 1, _PERCENT))
    part = None if number.vague else round(float(number.low) / 100, DECIMALS)
    quantity = replace(quantity, share_of=_whole(sentence, share), share=part)
    return Count(quantity, share.stretches, rule, share.next, _PERCENT)


def _of_something(row: Sequence[Token], at: int) -> bool:
    """Whether what a percentage is of follows: من القوات, منهم."""
    return at < len(row) and (row[at].folded == _OF or row[at].folded in words_of("of_them"))


_OF = "من"


def _whole(sentence: Sentence, share: Share) -> str | None:
    """The words of what a share is of, or the pronoun that stands for it."""
    return sentence.words(*share.of)[-share.tail :] if share.of else None


def _shared(sentence: Sentence, share: Share) -> Count:
    row = sentence.tokens
    bound = bound_before(row, share.first)
    first = bound.first if bound else share.first
    change = change_of(row, first, share.last)
    quantity = Quantity(None, None, share_of=_whole(sentence, share), share=share.part, change=change)
    return Count(quantity, replace(share, first=first).stretches, "share", share.next)
