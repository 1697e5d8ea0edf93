"""Shares (ثلث قوات التحالف, نصفهم, معظم الجنود): they have no number, only how much of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from marsad.arabic import NumberWord, Token, number_word, readings
from marsad.arabic.fold import REMEMBERED
from marsad.arabic.numerals import forms_of
from marsad.howmany.bounds import bound_before, is_a, words_of
from marsad.howmany.counts import DECIMALS
from marsad.howmany.units import noun, noun_at

_OF, _ARTICLE, _HA = "من", "ال", "ه"
_WHOLES = ("inhabitant",)  # a masculine plural that "a fifth of" often stands before
_THEM = ("هم", "ها", "هن")
_LONGEST = 5  # words of the phrase that is kept


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction from token `first` to `last` of the words `of` (first and last token), if they are said."""

    first: int
    last: int
    of: tuple[int, int] | None
    part: float | None = None  # 0.3333 of the whole; None if the words give no number (معظم)
    tail: int = 0  # letters of a pronoun that stands for what it is of (منهم), 0 for whole words

    @property
    def next(self) -> int:
        """Where reading goes on: what it is of may itself be counted."""
        if self.of is None:
            return self.last + 1
        return self.of[1] + 1 if self.tail else self.of[0]

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The tokens of the share and of what it is of."""
        own = (self.first, self.last)
        return (own, self.of) if self.of and self.of != own else (own,)


def read_share(row: Sequence[Token], at: int) -> Share | None:
    """The share at token `at` with what it is of; None for a number (نصف مليون), a time (نصف ساعة)."""
    if row[at].kind != "word":
        return None
    fraction = _read_fraction(row, at)
    if fraction or not may_share(row[at].folded):
        return fraction
    return _most(row, at) or _fraction_of_them(row, at)


def may_share(folded: str) -> bool:
    """Whether a word can open a share that no number word opens: معظم, غالبيتهم, القسم (الأكبر), نصفهم."""
    if not _OPENERS.search(folded):
        return False
    return is_a("most", folded) or is_a("larger", folded) or _them(folded) is not None


def _openers() -> re.Pattern[str]:
    """What such a word holds, looked for before its readings: no ta marbuta, since pronouns change it."""
    stems = words_of("most") | words_of("larger") | forms_of("fraction")
    return re.compile("|".join(sorted(stem.removesuffix(_HA) for stem in stems)))


_OPENERS = _openers()


def _most(row: Sequence[Token], at: int) -> Share | None:
    """معظم, غالبية and القسم الأكبر من: of a definite whole, or of those that a pronoun stands for."""
    folded = row[at].folded
    if is_a("larger", folded):
        further = at + 2 < len(row) and is_a("larger", row[at + 1].folded) and row[at + 2].folded == _OF
        return share_of(row, at, at + 1) if further else None
    if not is_a("most", folded):
        return None
    pronoun = _pronoun(folded, "most")
    if pronoun:
        return Share(at, at, (at, at), tail=len(pronoun))
    if folded.startswith(_ARTICLE) and not (at + 1 < len(row) and row[at + 1].folded == _OF):
        return None  # الأغلبية البرلمانية
    share = share_of(row, at, at)
    known = share is not None and share.of is not None and _known(row, *share.of)
    return share if known else None


def _pronoun(folded: str, kind: str) -> str:
    """The pronoun written onto a word of the kind."""
    known = words_of(kind)
    return next((r.pronoun for r in readings(folded) if r.stem in known and r.pronoun), "")


def _known(row: Sequence[Token], first: int, last: int) -> bool:
    """Whether the whole is a known one (معظم دول العالم), no adjective (أغلبية ساحقة)."""
    return _closes(row[last]) or noun_at(row, first) is not None


def _read_fraction(row: Sequence[Token], at: int) -> Share | None:
    read, word = _fraction(row, at), number_word(row[at].folded)
    if read is None or word is None:
        return None
    last, part = read
    if word.definite:
        share = _definite_share(row, at) if _led(row, at, word) else None
    else:
        bare = last > at and (last + 1 >= len(row) or number_word(row[last + 1].folded) is None)
        share = share_of(row, at, last) or (Share(at, last, None) if bare else None)
    return share and replace(share, part=round(float(part), DECIMALS))


def _fraction_of_them(row: Sequence[Token], at: int) -> Share | None:
    """نصفهم, ثلثها."""
    them = _them(row[at].folded)
    if them is None:
        return None
    part, pronoun = them
    return Share(at, at, (at, at), round(float(part), DECIMALS), len(pronoun))


@lru_cache(maxsize=REMEMBERED)
def _them(folded: str) -> tuple[Fraction, str] | None:
    """The fraction and the pronoun of نصفهم; خمسها may be "five of them", and ربعه is a man's name."""
    if not folded.endswith(_THEM):
        return None
    for reading in readings(folded):
        word = number_word(reading.stem) if reading.pronoun and not reading.proclitics else None
        if word and "fraction" in word.values and "digit" not in word.values:
            return Fraction(1, word.values["fraction"]), reading.pronoun
    return None


def _led(row: Sequence[Token], at: int, word: NumberWord) -> bool:
    """Whether a preposition or a bound leads to a fraction with the article: بالثلث, إلى النصف, نحو الربع."""
    if word.preposition:
        return True
    before = row[at - 1].folded if at else ""
    return before in words_of("to") or is_a("by", before) or bound_before(row, at) is not None


def _definite_share(row: Sequence[Token], at: int) -> Share | None:
    """The fraction with the article, of what follows من; الثلث الأخير and الربع الثاني are parts."""
    after = row[at + 1].folded if at + 1 < len(row) else ""
    if after.startswith(_ARTICLE) or is_a("part", after):
        return None
    return (share_of(row, at, at) if after == _OF else None) or Share(at, at, None)


def _fraction(row: Sequence[Token], at: int) -> tuple[int, Fraction] | None:
    """The last token of the fraction at token `at`, and how much it is."""
    word = number_word(row[at].folded) if row[at].kind == "word" else None
    if word is None or word.joined:
        return None
    if word.definite or at + 1 >= len(row):
        return _lone_fraction(at, word)
    following = number_word(row[at + 1].folded)
    below = following.values.get("denominator") if following else None
    times = word.values.get("digit")
    if below and times:
        return at + 1, Fraction(times, below)
    for kind, count in (("fraction", 1), ("fraction_dual", 2)):
        if kind in word.values and _is_fraction(row, at + 1, set(word.values)):
            return at, Fraction(count, word.values[kind])
    return None


def _lone_fraction(at: int, word: NumberWord) -> tuple[int, Fraction] | None:
    """النصف, الثلثين: only fractions that are no other number (الخمس is also five)."""
    if not word.definite or {"digit", "ten"} & set(word.values):
        return None
    for kind, count in (("fraction", 1), ("fraction_dual", 2)):
        if kind in word.values:
            return at, Fraction(count, word.values[kind])
    return None


def _is_fraction(row: Sequence[Token], at: int, kinds: set[str]) -> bool:
    """خمس دول are five states; خمس القوات, خمس سكان المدينة a fifth: five has no such noun."""
    if not kinds & {"digit", "ten"} or _definite(row[at]):
        return True
    found, word = noun_at(row, at), row[at].folded
    if found is None and is_a("measure", word):
        return True  # خمس قيمة مدخراتهم
    if not (at + 1 < len(row) and _definite(row[at + 1])):
        return False
    if found is None:
        return is_a("total", word) or word.endswith(_HA)
    return found.number == "one" or found.unit.id in _WHOLES


def _definite(token: Token) -> bool:
    return token.folded.startswith(_ARTICLE)


def share_of(row: Sequence[Token], first: int, last: int) -> Share | None:
    """The share whose fraction or percentage spans the tokens `first` to `last`."""
    start = last + 2 if last + 1 < len(row) and row[last + 1].folded == _OF else last + 1
    if start >= len(row):
        return None
    if row[start].folded in words_of("of_them"):
        return Share(first, last, (start, start), tail=len(row[start].folded) - len(_OF))
    return Share(first, last, (start, _phrase_end(row, start))) if _is_whole(row, start) else None


def _is_whole(row: Sequence[Token], at: int) -> bool:
    """Whether a whole can begin at a token: no number, no time (نصف ساعة), no part (النصف الأول)."""
    folded = row[at].folded
    if not _noun_like(row[at]) or is_a("part", folded) or _is_time(folded) or number_word(folded):
        return False
    measure = noun_at(row, at)
    return not (measure and measure.unit.kind in ("time", "distance") and measure.number == "one")


def _is_time(folded: str) -> bool:
    return is_a("when", folded) or is_a("weekday", folded)


def _phrase_end(row: Sequence[Token], start: int) -> int:
    """Where a noun phrase ends: nouns in construct up to the first definite one, then its adjectives."""
    at, closed = start, _closes(row[start])
    while at + 1 < min(len(row), start + _LONGEST) and _noun_like(row[at + 1]):
        further = _definite(row[at + 1]) if closed else at == start or _heads(row[at])
        if not further or _is_time(row[at + 1].folded):
            break
        at += 1
        closed = closed or _closes(row[at])
    return at


def _heads(token: Token) -> bool:
    """Whether a noun inside the phrase has one of its own after it: قوات حلف شمال الأطلسي, سكان مدينة سرت."""
    return noun(token.folded) is not None or is_a("head", token.folded) or is_a("total", token.folded)


def _closes(token: Token) -> bool:
    """Whether the word is definite by itself: it has the article or a pronoun (جنودها)."""
    return _definite(token) or any(r.pronoun and noun(r.stem) for r in readings(token.folded))


def _noun_like(token: Token) -> bool:
    return (
        token.kind == "word" and token.folded not in words_of("stop") and not token.folded.startswith("ل" * 2)
    )
