"""Finding the times of a sentence.

In: a sentence, the publication date if known, whether the clause looks ahead. Out: the times that its words
name, each with its span. Next: `what/`, which gives each mention the time of its clause, and `entities/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from marsad.arabic import Sentence
from marsad.arabic.fold import written_offset
from marsad.records import Found, Span, When
from marsad.when.days import NEAR
from marsad.when.grammar import Grammar, Match
from marsad.when.lexicon import Lexeme, lexemes
from marsad.when.reference import Reference
from marsad.when.resolve import bounded, resolve
from marsad.when.rules import BOUNDS, TIMES
from marsad.when.tense import goes_on, is_untold, looks_ahead, may_be_ahead, stands_alone

_TIMES, _BOUNDS = Grammar(TIMES), Grammar(BOUNDS)
_LAM = "ل"
_WEEK = timedelta(weeks=1)
_BRACKETS = {"(": 1, ")": -1}
_AHEAD_ALONE = ("hence", "opening", "within")  # rules of a time that, without a verb, is still to come
_TO_COME = frozenset({"deadline", "starting", "until"})  # what follows is to come if no verb says otherwise
# Words with a tense of their own: what goes on since Thursday began on the last one, whatever is to come, and
# what starts on Thursday was announced before.
_TENSED = {"since": False, "starting": True}
_DATES = ("iso", "numeric", "dotted", "short_date", "day_month", "hijri_day")  # ends of a range with a dash
_SOON = ("day_range", "holiday")  # rules of times that are near, rather than long over, if no verb says so
_YEARLESS = ("day_month", "day_range", "month")  # rules that take a range's year from its other end


def find_times(
    sentence: Sentence, published: date | None, future: bool | None = False, named: When | None = None
) -> tuple[Found[When], ...]:
    """The times that the sentence names, left to right, never overlapping.

    `future` says that the clause looks ahead: a bare weekday or month is then the next one, not the last one
    up to publication; None leaves that to the clause of each time, and finds times that date no event too.
    `named` is the last time that the article named before ("the same day", "two days before that").
    What would need the publication date stays unresolved without it. Durations ("for six months") are no
    times and are left out.

    >>> from marsad.arabic import sentences
    >>> [when] = find_times(next(sentences("غادرت القوات الخميس")), date(2020, 3, 28))
    >>> when.value.start
    datetime.date(2020, 3, 26)
    """
    return tuple(f for f in _found(sentence, published, future, named) if f.value.basis != "duration")


def find_durations(sentence: Sentence) -> tuple[Found[When], ...]:
    """The lengths of time that the sentence names and no date takes in, left to right.

    >>> from marsad.arabic import sentences
    >>> [length] = find_durations(next(sentences("تدربوا لمدة ستة أشهر")))
    >>> length.value.duration
    'P6M'
    """
    return tuple(f for f in _found(sentence, None, None) if f.value.basis == "duration")


def _found(
    sentence: Sentence, published: date | None, future: bool | None, named: When | None = None
) -> Iterator[Found[When]]:
    row, matches = _read(sentence)
    if not matches:
        return
    reference = Reference(published, bool(future), every=future is None).after(named)
    clauses = _Clauses(sentence, row, matches, reference)
    values = clauses.values()
    for rule, stretch, numbers in _stretches(_reduced(row, matches, values)):
        value = values[numbers[0]]
        if rule and value:
            value = _bounded(rule, [matches[n] for n in numbers], [values[n] for n in numbers], clauses)
        if value:
            span = _span(sentence, stretch[0].first, stretch[-1].last)
            span = Span(span.start + _written_onto(sentence, row, stretch[0].first), span.end)
            yield Found(value, (span,), rule or matches[numbers[0]].rule)


def _span(sentence: Sentence, first: int, last: int) -> Span:
    """The tokens' stretch, with a bracket that it opens closed and none closed that it does not open."""
    row = sentence.tokens
    closed = sum(_BRACKETS.get(row[i].folded, 0) for i in range(first, last + 1))
    if closed > 0 and last + 1 < len(row) and _BRACKETS.get(row[last + 1].folded) == -1:
        last += 1
    elif closed < 0 and _BRACKETS.get(row[last].folded) == -1:
        last -= 1
    return Span(row[first].start, row[last].end)


def _written_onto(sentence: Sentence, row: Sequence[Lexeme], first: int) -> int:
    """How many code points of the token are a conjunction or preposition (والخميس; للخميس hides an alef)."""
    token = sentence.tokens[first]
    letters = sum(lexeme.first == first and lexeme.kind in ("and", "by") for lexeme in row[:-1])
    if not letters or token.folded[letters - 1 : letters + 1] == _LAM * 2:
        return 0
    return written_offset(sentence.text[token.start : token.end], letters)


@lru_cache(maxsize=1)  # the same sentence is asked for the future next
def _read(sentence: Sentence) -> tuple[Sequence[Lexeme], Sequence[Match]]:
    """A sentence's lexemes and the time phrases in them."""
    row = lexemes(sentence)
    return row, [single for match in _TIMES.find(row) for single in _singles(match, row)]


@dataclass(frozen=True, slots=True)
class _Clauses:
    """The times of a sentence, each resolved in the tense of its clause."""

    sentence: Sentence
    row: Sequence[Lexeme]
    matches: Sequence[Match]
    reference: Reference

    def values(self) -> list[When | None]:
        """What each match means, each against the times named before it too."""
        values: list[When | None] = []
        reference = self.reference
        for match in self.matches:
            soon = self.near(match, reference) if match.rule in _SOON else None
            value = soon or resolve(match, self.of(match, reference))
            reference = reference.after(value)
            values.append(value)
        return values

    def near(self, match: Match, reference: Reference) -> When | None:
        """What the match means if it is soon to come and no verb tells the tense."""
        published = reference.published
        if published is None or not reference.every or not is_untold(self.sentence, self._stretch(match)):
            return None
        coming = resolve(match, replace(reference, future=True))
        soon = coming is not None and coming.start is not None and coming.start - published <= NEAR
        return coming if soon else None

    def of(self, match: Match, reference: Reference) -> Reference:
        """The reference in the tense of the match's clause."""
        if not reference.every:
            return reference
        if match.rule == "since_ago":
            reference = replace(reference, ongoing=goes_on(self.sentence, self._stretch(match)))
        return replace(reference, future=self._ahead(match))

    def _stretch(self, match: Match) -> Span:
        first, last = self.row[match.first].first, self.row[match.last].last
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[last].end)

    def _ahead(self, match: Match) -> bool:
        span = self._stretch(match)
        if match.rule in _AHEAD_ALONE and stands_alone(self.sentence, span):
            return match.rule != "within" or "w" in match.slots
        before = {lexeme.kind for lexeme in self.row[max(match.first - 2, 0) : match.first]}
        return (looks_ahead if before.isdisjoint(_TO_COME) else may_be_ahead)(self.sentence, span)


def _singles(match: Match, row: Sequence[Lexeme]) -> Iterator[Match]:
    """A match as it stands; one that lists years as one match a year, a length without the word before it."""
    if match.rule == "duration" and row[match.first].kind == "lasting":
        match = replace(match, first=row.index(match.slots["one"]))
    if match.rule != "each_year":
        yield match
        return
    first = match.first
    for at in range(match.first, match.last + 1):
        if row[at].kind == "year":
            yield Match("year", first, at, {"y": row[at]})
        if row[at].kind in ("year", "and", "comma"):
            first = at + 1


def _reduced(row: Sequence[Lexeme], matches: Sequence[Match], values: Sequence[When | None]) -> list[Lexeme]:
    """The lexemes with every match as one: `time`, `now` (the bare word "today"), `other` if none."""
    reduced: list[Lexeme] = []
    at = 0
    for number, (match, value) in enumerate(zip(matches, values, strict=True)):
        reduced += row[at : match.first]
        now = match.first == match.last and row[match.first].kind == "today"
        length = value is not None and value.basis == "duration"
        kind = "other" if value is None else "length" if length else "now" if now else "time"
        first, last = row[match.first].first, row[match.last].last
        reduced.append(Lexeme(kind, str(number), first, last, match.rule in _DATES))
        at = match.last + 1
    return [*reduced, *row[at:]]


def _stretches(reduced: Sequence[Lexeme]) -> Iterator[tuple[str, Sequence[Lexeme], list[int]]]:
    """(rule or "", lexemes, numbers of the times in them) for every time, alone or bounded."""
    at = 0
    for match in (*_BOUNDS.find(reduced), None):
        stop = match.first if match else len(reduced)
        for lexeme in reduced[at:stop]:
            if lexeme.kind in ("time", "now", "length"):
                yield "", [lexeme], [int(lexeme.value)]
        if match and match.rule != "none":
            numbers = [int(lexeme.value) for lexeme in match.slots.values()]
            yield match.rule, reduced[match.first : match.last + 1], numbers
        at = match.last + 1 if match else stop


def _bounded(rule: str, matches: list[Match], values: list[When | None], clauses: _Clauses) -> When:
    """What the words before one time or two make of them."""
    first, last = values[0], values[1] if len(values) > 1 else None
    assert first is not None
    if last is not None:
        if not any(_dated(match) for match in matches):
            first = clauses.near(matches[0], clauses.reference) or first
        first, last = _same_years(matches, first, last, clauses)
        if all(match.rule == "weekday" for match in matches):
            last = _next_after(first, last)
    elif rule == "since" or (rule == "starting" and not clauses.reference.every):
        first = resolve(matches[0], replace(clauses.reference, future=_TENSED[rule])) or first
        if rule == "starting" and first.precision != "day":
            return first  # a deed that begins in March is one of March
    return bounded("since" if rule == "starting" else rule, matches[0], first, last)


def _next_after(first: When, last: When) -> When:
    """The weekday that ends a range is the first such day after the one that begins it."""
    if first.start is None or last.end is None or last.start is None:
        return last
    weeks = (last.end - first.start) // _WEEK
    return (
        replace(last, start=last.start - weeks * _WEEK, end=last.end - weeks * _WEEK) if weeks > 0 else last
    )


def _same_years(matches: list[Match], first: When, last: When, clauses: _Clauses) -> tuple[When, When]:
    """The ends of a range, one that names no year in the year of the other or the one beside it."""
    if first.start is None or last.start is None or _dated(matches[0]):
        return first, last
    if _dated(matches[1]):
        year = last.start.year
        return _in_year(matches[0], clauses, (year, year - 1), last, False) or first, last
    year = first.start.year
    return first, _in_year(matches[1], clauses, (year, year + 1), first, True) or last


def _dated(match: Match) -> bool:
    """Whether the phrase says of which year it is."""
    return bool({"y", "ya", "this", "ma"} & set(match.slots)) or match.rule not in _YEARLESS


def _in_year(match: Match, clauses: _Clauses, years: Iterable[int], other: When, after: bool) -> When | None:
    """One end of a range, which names no year, in the first year that keeps it on its side of the other."""
    for year in years:
        value = resolve(match, replace(clauses.reference, year=year))
        if value and value.start and other.start and (value.start >= other.start) == after:
            return replace(value, basis=other.basis)
    return None
