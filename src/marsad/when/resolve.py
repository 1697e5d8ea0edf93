"""From a match to a `When`: one function for each rule of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from marsad.records import When
from marsad.when import amounts, days, parts, units
from marsad.when.grammar import Match, Slots
from marsad.when.reference import UNRESOLVED, Reference
from marsad.when.spans import WEEK

_RESOLVERS: dict[str, Callable[[Slots, Reference], When | None]] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "dotted": days.dotted,
    "short_date": days.short_date,
    "month_year": days.month_year,
    "day_range": days.day_range,
    "day_month": days.day_month,
    "hijri_day": days.hijri_day,
    "day_of_month": days.day_of_month,
    "weekday": days.weekday,
    "weekday_in_week": days.weekday_in_week,
    "weekdays": days.weekdays,
    "night": days.weekdays,
    "last_night": days.last_night,
    "relative_day": days.relative_day,
    "holiday": days.holiday,
    "holiday_alone": days.holiday_alone,
    "month": units.month,
    "month_range": units.month_range,
    "month_alone": units.month,
    "week_of_month": parts.week_of_month,
    "fraction": parts.fraction,
    "quarter_alone": parts.quarter_alone,
    "first_units": parts.first_units,
    "hijri_month": units.hijri_month,
    "last_ten": units.last_ten,
    "hijri_years": units.hijri_years,
    "hijri_year": units.hijri_year,
    "year": units.year,
    "years": units.years,
    "unit": units.unit,
    "weekend": units.weekend,
    "season": units.season,
    "decade": units.decade,
    "tens": units.tens,
    "century": units.century,
    "span": amounts.span,
    "ago": amounts.ago,
    "since_ago": amounts.since_ago,
    "hence": amounts.hence,
    "opening": amounts.opening,
    "within": amounts.within,
    "offset": amounts.offset,
    "duration": amounts.duration,
    "same": units.same,
    "later": units.later,
    "vague": units.unresolved,
    "hanging": units.unresolved,
    "anchored": amounts.anchored,
}


def resolve(match: Match, reference: Reference) -> When | None:
    """What the match means against the reference; None when it is no time.

    A day that the calendar lacks, as the day before 0001-01-01 (a page may state any date), is unresolved.
    """
    resolver = _RESOLVERS.get(match.rule)
    try:
        return resolver(match.slots, reference) if resolver else None
    except OverflowError:
        return UNRESOLVED


def bounded(rule: str, match: Match, first: When, last: When | None) -> When:
    """The interval that a word before a time makes of it: since, until, before, after, from one to another.

    Before the end or the middle of a month lies within that month: only a whole one is left out.
    """
    if first.start is None or first.end is None:
        return UNRESOLVED
    try:
        if last is not None:
            return _between(first, last)
        start, end = _ends(rule, "p" in match.slots, first.start, first.end)
    except OverflowError:
        return UNRESOLVED
    return When(start, end, first.precision, first.basis, rule)


def _ends(rule: str, within: bool, start: date, end: date) -> tuple[date | None, date | None]:
    match rule:
        case "by":
            return start, end
        case "since":
            return start, None
        case "until":
            return None, end
        case "before":
            return None, end if within else start - timedelta(days=1)
        case _:  # after
            return start if within else end + timedelta(days=1), None


def _between(first: When, last: When) -> When:
    """From the first's start to the last's end; two weekdays in the wrong order lie a week apart."""
    start, end = first.start, last.end
    if start is None or end is None:
        return UNRESOLVED
    if end < start and first.precision == last.precision == "day":
        end += timedelta(days=WEEK)
    if end < start:
        return UNRESOLVED
    basis = "absolute" if first.basis == last.basis == "absolute" else "published"
    return When(start, end, _SEVERAL.get(first.precision, first.precision), basis)


_SEVERAL = {"day": "days", "week": "days", "month": "months", "quarter": "months", "year": "years"}
