"""Finding the times of a sentence.

In: a sentence, the publication date if known, whether the clause looks ahead. Out: the times that its words
name, each with its span. Next: `what/`, which gives each mention the time of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from marsad.arabic import Sentence, Token
from marsad.records import Found, Span, When
from marsad.when.grammar import BOUNDS, TIMES, Grammar, Match
from marsad.when.lexicon import Lexeme, lexemes
from marsad.when.reference import Reference
from marsad.when.resolve import bounded, resolve

_TIMES, _BOUNDS = Grammar(TIMES), Grammar(BOUNDS)
_YEARLESS = ("day_month", "day_range", "month")  # rules that take a range's year from its other end


def find_times(sentence: Sentence, published: date | None, future: bool = False) -> tuple[Found[When], ...]:
    """The times that the sentence names, left to right, never overlapping.

    `future` says that the clause looks ahead: a bare weekday or month is then the next one, not the last one
    up to publication. What would need the publication date stays unresolved without it. Durations ("for six
    months") are no times and are left out.

    >>> from marsad.arabic import sentences
    >>> [when] = find_times(next(sentences("غادرت القوات الخميس")), date(2020, 3, 28))
    >>> when.value.start
    datetime.date(2020, 3, 26)
    """
    row, matches = _read(sentence.tokens)
    if not matches:
        return ()
    reference = Reference(published, future)
    values = _values(matches, reference)
    reduced = _reduced(row, matches, values)
    found = []
    for rule, stretch, numbers in _stretches(reduced):
        value = values[numbers[0]]
        if rule and value:
            value = _bounded(rule, [matches[n] for n in numbers], [values[n] for n in numbers], reference)
        if value:
            span = Span(sentence.tokens[stretch[0].first].start, sentence.tokens[stretch[-1].last].end)
            found.append(Found(value, (span,), rule or matches[numbers[0]].rule))
    return tuple(found)


@lru_cache(maxsize=1)  # the same sentence is asked for the future next
def _read(tokens: tuple[Token, ...]) -> tuple[Sequence[Lexeme], Sequence[Match]]:
    """A sentence's lexemes and the time phrases in them."""
    row = lexemes(tokens)
    return row, [single for match in _TIMES.find(row) for single in _singles(match, row)]


def _values(matches: Sequence[Match], reference: Reference) -> list[When | None]:
    """What each match means, each against the last single day named before it too."""
    values: list[When | None] = []
    for match in matches:
        value = resolve(match, reference)
        if value and value.start and value.start == value.end:
            reference = replace(reference, day=value.start)
        values.append(value)
    return values


def _singles(match: Match, row: Sequence[Lexeme]) -> Iterator[Match]:
    """A match as it stands; one that lists years as one match a year."""
    if match.rule != "each_year":
        yield match
        return
    first = match.first
    for lexeme in match.slots.values():
        at = row.index(lexeme)
        yield Match("year", first, at, {"y": lexeme})
        first = at + 2  # past the conjunction


def _reduced(row: Sequence[Lexeme], matches: Sequence[Match], values: Sequence[When | None]) -> list[Lexeme]:
    """The lexemes with every match as one: `time`, `now` (the bare word "today"), `other` if none."""
    reduced: list[Lexeme] = []
    at = 0
    for number, (match, value) in enumerate(zip(matches, values, strict=True)):
        reduced += row[at : match.first]
        now = match.first == match.last and row[match.first].kind == "today"
        kind = "other" if value is None else "now" if now else "time"
        reduced.append(Lexeme(kind, str(number), row[match.first].first, row[match.last].last))
        at = match.last + 1
    return [*reduced, *row[at:]]


def _stretches(reduced: Sequence[Lexeme]) -> Iterator[tuple[str, Sequence[Lexeme], list[int]]]:
    """(rule or "", lexemes, numbers of the times in them) for every time, alone or bounded."""
    at = 0
    for match in (*_BOUNDS.find(reduced), None):
        stop = match.first if match else len(reduced)
        for lexeme in reduced[at:stop]:
            if lexeme.kind in ("time", "now"):
                yield "", [lexeme], [int(lexeme.value)]
        if match and match.rule != "none":
            numbers = [int(lexeme.value) for lexeme in match.slots.values()]
            yield match.rule, reduced[match.first : match.last + 1], numbers
        at = match.last + 1 if match else stop


def _bounded(rule: str, matches: list[Match], values: list[When | None], reference: Reference) -> When:
    first, last = values[0], values[1] if len(values) > 1 else None
    assert first is not None
    if rule == "since":  # what goes on since Thursday began on the last one, whatever is to come
        first = resolve(matches[0], replace(reference, future=False)) or first
    if (
        last
        and last.start
        and matches[0].rule in _YEARLESS
        and not {"y", "ya", "this"} & set(matches[0].slots)
    ):
        first = _in_year_of(last, matches[0], reference) or first
    return bounded(rule, matches[0], first, last)


def _in_year_of(last: When, match: Match, reference: Reference) -> When | None:
    """The first end of a range, which names no year, in the year of the last end or the one before."""
    assert last.start is not None
    for year in (last.start.year, last.start.year - 1):
        value = resolve(match, replace(reference, year=year))
        if value and value.start and value.start <= last.start:
            return replace(value, basis=last.basis)
    return None
