"""Counts without a number word: duals (جنديان, طائرتين) and one person killed or hurt (قتيل, مقتل جندي)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.arabic import Number, NumberWord, Token, number_word
from marsad.arabic.numerals import read_half
from marsad.howmany import nouns
from marsad.howmany.bounds import bound_after, bound_before, is_a, words_of
from marsad.howmany.counts import MEASURED, Count, count
from marsad.howmany.ranges import read_range
from marsad.howmany.units import Noun, noun, noun_at

TWO = ("two", "two_of")
DUALS = (*TWO, "two_or_many")
OR_ADJECTIVE = "two_of_or_adjective"
PERSONS = ("force", "person")
_PARTIES = ("side", "country", "people", "party", "troops")
_TOWNS = ("city", "town", "village", "area", "province", "neighbourhood")
_OF_THEM = ("يه", "يها", "يهم", "يهن")  # طائرتيها; حياة is no حيي with ه
_ARTICLE, _DUAL, _AND = "ال", "ان", "و"
_NISBA = ("يان", "يين")
_AS = "ك"  # كبيرين are big ones, not "like two wells"
_NO_WORD = NumberWord({}, False, False, False)


def dual(row: Sequence[Token], at: int) -> Count | None:
    """جنديان, طائرتين, دبابتي …; مقاتلين is two only before اثنين, which then reads it."""
    found = noun(row[at].folded)
    if found is None or not _counts_two(row, at, found):
        return None
    two = Number(2, 2, at, at, False, False, found.joined, False)
    span = read_range(row, two)
    named = nouns.Counted(found.unit, at)
    if span:
        return count(row, span.number, named, bound_before(row, at), "range")
    if _one_or(row, at, found):
        return count(row, replace(two, low=1, first=at - 2), named, None, "range")
    half = read_half(row, at + 1, two) if found.unit.kind in MEASURED else None
    if half:
        return replace(count(row, replace(half, last=at), named, None, "dual"), next=half.last + 1)
    again = _repeats_two(row, at + 1)
    bound = (None if found.joined else bound_before(row, at)) or bound_after(row, at + again)
    found_two = count(row, two, named, bound, "dual")
    return replace(found_two, next=found_two.next + 1) if again else found_two


def _counts_two(row: Sequence[Token], at: int, found: Noun) -> bool:
    """Whether the dual counts; الطرفان and البلدين are known ones, and a construct needs its noun."""
    if found.preposition == _AS or found.number not in (*TWO, OR_ADJECTIVE):
        return False
    if found.pronoun:
        return found.number == "two_of" and row[at].folded.endswith(_OF_THEM)
    if found.number == "two":
        known = found.definite and (found.unit.id in _PARTIES or _named_so(row, at))
        return not known and not _agrees(row, at, found)
    after = row[at + 1] if at + 1 < len(row) else None
    adjective = found.number == OR_ADJECTIVE and not _heads_phrase(row, at, found)
    return (
        not (found.definite or adjective)
        and after is not None
        and after.kind == "word"
        and after.folded not in words_of("stop")
    )


def _heads_phrase(row: Sequence[Token], at: int, found: Noun) -> bool:
    """Whether no adjective can stand here: first of all, or behind a preposition (على قاربي صيد)."""
    if at == 0 or found.preposition:
        return True
    return row[at - 1].folded in words_of("stop") or row[at - 1].folded in words_of("to")


def _named_so(row: Sequence[Token], at: int) -> bool:
    """Whether a town bears the dual as its name: مدينة القريتين."""
    before = noun_at(row, at - 1)
    return before is not None and before.number == "one" and before.unit.id in _TOWNS


def _agrees(row: Sequence[Token], at: int, found: Noun) -> bool:
    """Whether it is the adjective of a dual right before it, or of two nouns (الغضب والرفض الإيرانيان)."""
    before = row[at - 1] if at else None
    if found.joined or before is None or before.kind != "word":
        return False
    if found.definite and row[at].folded.endswith(_NISBA) and before.folded.startswith(_AND + _ARTICLE):
        return True
    noun_before = noun_at(row, at - 1)
    known = noun_before is not None and noun_before.number == "two" and noun_before.definite
    if not (before.folded.endswith(_DUAL) or known):
        return False
    if found.definite:
        return before.folded.startswith(_ARTICLE)
    return noun_before is not None and noun_before.number == "two" and not noun_before.definite


def _one_or(row: Sequence[Token], at: int, found: Noun) -> bool:
    """جندي أو جنديان."""
    if at < 2 or row[at - 1].folded not in words_of("or"):
        return False
    one = noun_at(row, at - 2)
    return one is not None and one.number == "one" and one.unit == found.unit and not one.definite


def _repeats_two(row: Sequence[Token], at: int) -> bool:
    """Whether token `at` only says again that they are two: جنديين اثنين, طائرتين مسيرتين."""
    again, adjective = number_word(row[at].folded) if at < len(row) else None, noun_at(row, at)
    if again:
        return again.values.get("digit") == 2 and not again.joined
    return adjective is not None and adjective.number == "two" and not adjective.joined


def alone(row: Sequence[Token], at: int) -> Count | None:
    """قتيل, or a person after a word of harm (مقتل جندي): one, if no number stands before it."""
    found = noun(row[at].folded)
    if found is None or found.number != "one" or found.definite or found.pronoun:
        return None
    harmed = not found.joined and at > 0 and is_a("harm", row[at - 1].folded)
    if not (found.unit.alone or (harmed and found.unit.kind in PERSONS)):
        return None
    if at + 1 < len(row) and (number_word(row[at + 1].folded) or _NO_WORD).values.get("one"):
        return None  # جندي واحد is read at واحد
    around = range(max(0, at - 2), at)
    if any(row[i].kind == "number" or row[i].folded in words_of("not_one") for i in around):
        return None
    one = Number(1, 1, at, at, False, False, found.joined, False)
    return count(row, one, nouns.Counted(found.unit, at), bound_after(row, at), "single")
