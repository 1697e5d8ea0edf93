"""Calendar arithmetic: the days of a week, month, year, season; which of several candidates a text means.

Pure functions on `datetime.date`; both ends of a span are included. Hijri months come from `hijridate`, which
knows 1343 to 1500 AH; earlier ones are reckoned, later ones have no span.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from hijridate import Gregorian, Hijri

WEEK = 7
MONTHS = 12
JUST_GONE = 14  # days since a day of a month that a plan still means
SELDOM = 300  # days until it comes again
FIRST_OBSERVED = 1343  # the first Hijri year that `hijridate` knows
EPOCH = date(622, 7, 19)  # 1 Muharram of year 1, in the Gregorian calendar carried back
DECADE, CENTURY = 10, 100  # years
IN_MONTHS = {"month": 1, "year": MONTHS, "decade": MONTHS * DECADE, "century": MONTHS * CENTURY}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # meteorological, three months each


@dataclass(frozen=True, slots=True)
class Days:
    """From `start` to `end`, both included."""

    start: date
    end: date


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or None when the calendar has no such day."""
    try:
        return one(date(year, month, number))
    except ValueError:
        return None


def one(when: date) -> Days:
    """The span of a single day."""
    return Days(when, when)


def month(year: int, number: int) -> Days | None:
    """A whole month; `number` may run past 12 or below 1 into the years beside."""
    year, number = year + (number - 1) // MONTHS, (number - 1) % MONTHS + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Days | None:
    """`count` whole months from month `first` of a year."""
    head, tail = month(year, first), month(year, first + count - 1)
    return Days(head.start, tail.end) if head and tail else None


def years(first: int, last: int) -> Days | None:
    """Whole years, first to last."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31))


def week(when: date) -> Days:
    """The Monday to Sunday week that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return Days(monday, monday + timedelta(days=WEEK - 1))


def shifted(when: date, unit: str, count: int) -> date:
    """The day `count` hours, days, weeks, months, years or decades on, within the month that it falls in."""
    if unit in IN_MONTHS:
        target = month(when.year, when.month + count * IN_MONTHS[unit])
        limit = target or Days(date(MINYEAR, 1, 1), date(MINYEAR, 1, 31))
        return limit.start.replace(day=min(when.day, limit.end.day))
    if unit == "hour":
        days = -(-abs(count) // 24) * (1 if count > 0 else -1)
    else:
        days = count * (WEEK if unit == "week" else 1)
    return when + timedelta(days=days)


def around(when: date, unit: str) -> Days | None:
    """The whole unit (day, week, month, year, decade) that holds a day."""
    if unit == "week":
        return week(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "decade":
        return decade(when.year)
    return years(when.year, when.year) if unit == "year" else one(when)


def decade(year: int) -> Days | None:
    """The ten years that hold a year, from a round one on."""
    first = year - year % DECADE
    return years(first, first + DECADE - 1)


def century(number: int) -> Days | None:
    """A century by its number: the twentieth is 1901 to 2000."""
    return years((number - 1) * CENTURY + 1, number * CENTURY)


def century_of(year: int) -> int:
    """The number of the century that holds a year."""
    return (year - 1) // CENTURY + 1


def hijri_month(year: int, number: int) -> Days | None:
    """A whole month of the Hijri calendar; before 1343 AH by the tables, which may be a day off."""
    if 1 <= year < FIRST_OBSERVED:
        after = (year, number + 1) if number < MONTHS else (year + 1, 1)
        return Days(_tabular(year, number), _tabular(*after) - timedelta(days=1))
    try:
        first = Hijri(year, number, 1)
        start = first.to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Days(date(*start.datetuple()), date(*start.datetuple()) + timedelta(days=first.month_length() - 1))


def _tabular(year: int, number: int) -> date:
    """The first day of a Hijri month by the tables: 11 leap years in 30, months of 30 and 29 days."""
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (number - 1) + 1) // 2
    return EPOCH + timedelta(days=days)


def hijri_day(year: int, number: int, day_number: int) -> Days | None:
    """One day of the Hijri calendar."""
    whole = hijri_month(year, number)
    if whole is None or day_number > (whole.end - whole.start).days + 1:
        return None
    return one(whole.start + timedelta(days=day_number - 1))


def hijri_year(year: int) -> Days | None:
    """A whole year of the Hijri calendar."""
    head, tail = hijri_month(year, 1), hijri_month(year, MONTHS)
    return Days(head.start, tail.end) if head and tail else None


def hijri_year_of(when: date) -> int | None:
    """The Hijri year that holds a day."""
    try:
        return int(Gregorian(when.year, when.month, when.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def nearest(candidates: Iterable[Days | None], published: date, pick: str) -> Days | None:
    """The candidate that the text means.

    `pick` is past (over before publication), future (begins after it), current (the closest), recent (the
    last that began by then) or coming (the first that is not over by then).
    """
    known = sorted((c for c in candidates if c), key=lambda c: c.start)
    if pick == "current":
        return min(known, key=lambda c: abs((c.start - published).days), default=None)
    fits = [c for c in known if _FITS[pick](c, published)]
    if not fits:
        return None
    if pick == "coming" and (gone := _just_gone(known, fits[0], published)):
        return gone
    return fits[-1] if pick in ("past", "recent") else fits[0]


def _just_gone(known: list[Days], coming: Days, published: date) -> Days | None:
    """The day of a month that was a few days ago, where it comes again only next year."""
    if (coming.start - published).days < SELDOM or coming.start != coming.end:
        return None
    return next((c for c in known if 0 < (published - c.end).days <= JUST_GONE), None)


_FITS: dict[str, Callable[[Days, date], bool]] = {
    "past": lambda c, published: c.end < published,
    "recent": lambda c, published: c.start <= published,
    "future": lambda c, published: c.start > published,
    "coming": lambda c, published: c.end >= published,
}
