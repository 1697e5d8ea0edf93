"""Shares (ثلث قوات التحالف, ثلاثة أرباع الجنود): they have no number, only what they are shares of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic import Token, number_word, readings
from marsad.howmany.bounds import is_a, words_of
from marsad.howmany.units import noun, noun_at

_OF, _ARTICLE = "من", "ال"
_LONGEST = 5  # words of the phrase that is kept


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction from token `first` to `last` of the words from `of_first` to `of_last`."""

    first: int
    last: int
    of_first: int
    of_last: int


def read_share(row: Sequence[Token], at: int) -> Share | None:
    """The fraction at token `at` with what it is of; None for a number (نصف مليون), a time (نصف ساعة)."""
    last = _fraction_end(row, at)
    return None if last is None else share_of(row, at, last)


def _fraction_end(row: Sequence[Token], at: int) -> int | None:
    word = number_word(row[at].folded) if row[at].kind == "word" else None
    if word is None or word.definite or word.joined or at + 1 >= len(row):
        return None
    following = number_word(row[at + 1].folded)
    if following and "denominator" in following.values and {"digit", "few"} & set(word.values):
        return at + 1
    if not {"fraction", "fraction_dual"} & set(word.values):
        return None
    if {"digit", "ten"} & set(word.values) and not _definite(row[at + 1]):
        return None  # خمس دول are five states; خمس القوات is a fifth of the forces
    return at


def _definite(token: Token) -> bool:
    return token.folded.startswith(_ARTICLE)


def share_of(row: Sequence[Token], first: int, last: int) -> Share | None:
    """The share whose fraction or percentage spans the tokens `first` to `last`."""
    start = last + 2 if last + 1 < len(row) and row[last + 1].folded == _OF else last + 1
    if start >= len(row) or not _noun_like(row[start]) or is_a("part", row[start].folded):
        return None
    measure, word = noun_at(row, start), number_word(row[start].folded)
    timed = measure and measure.unit.kind in ("time", "distance") and not measure.definite
    if timed or (word and "scale" in word.values):
        return None
    return Share(first, last, start, _phrase_end(row, start))


def _phrase_end(row: Sequence[Token], start: int) -> int:
    """Where a noun phrase ends: nouns in construct up to the first definite one, then its adjectives."""
    at, closed = start, _closes(row[start])
    while at + 1 < min(len(row), start + _LONGEST) and _noun_like(row[at + 1]):
        if closed and not _definite(row[at + 1]):
            break
        at += 1
        closed = closed or _closes(row[at])
        if not closed and at - start >= 2:  # a name without article (قوات حلف …) is not followed further
            break
    return at


def _closes(token: Token) -> bool:
    """Whether the word is definite by itself: it has the article or a pronoun (جنودها)."""
    return _definite(token) or any(r.pronoun and noun(r.stem) for r in readings(token.folded))


def _noun_like(token: Token) -> bool:
    return (
        token.kind == "word" and token.folded not in words_of("stop") and not token.folded.startswith("ل" * 2)
    )
