"""Resolving days: dates, days of a month, weekdays, yesterday and tomorrow, feasts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from marsad.records import When
from marsad.when import spans
from marsad.when.grammar import Slots
from marsad.when.reference import UNRESOLVED, Reference, absolute, either, number, relative
from marsad.when.spans import WEEK, Days

NEAR_YEARS = (0, -1, 1, -2, 2)  # enough for every day but 29 February, which then stays unresolved
NEAR = timedelta(days=30)  # of a feast to come
LATE = 1  # days by which a weekday may run ahead of the "today" beside it; it may lag by the rest of a week
STEPS = {"past": -1, "current": 0, "future": 1}


def iso(slots: Slots, _: Reference) -> When:
    """2020-03-26 or 2020/3/26."""
    year, month, day = (int(slots[slot].value) for slot in "ymd")
    return absolute(spans.day(year, month, day), "day")


def numeric(slots: Slots, _: Reference) -> When:
    """12/08/2015: the day first, unless only the month can stand there."""
    year, month, day = (int(slots[slot].value) for slot in "ymd")
    return absolute(spans.day(year, month, day) or spans.day(year, day, month), "day")


def dotted(slots: Slots, _: Reference) -> When:
    """26.3.2020."""
    day, month, year = (int(part) for part in slots["dotted"].value.split("-"))
    return absolute(spans.day(year, month, day), "day")


def stated_year(slots: Slots, reference: Reference) -> int | None:
    """The year that the phrase names itself, as a number or against publication ("of last year")."""
    if "ysame" in slots and reference.named and reference.named.start:
        return reference.named.start.year
    if "ya" in slots or "this" in slots:
        step = STEPS[slots["ya"].value] if "ya" in slots else 0
        return reference.published.year + step if reference.published else None
    return number(slots, "y") or reference.year


def dated(slots: Slots, reference: Reference, of_year: Callable[[int], Days | None], precision: str) -> When:
    """A day or month of the year that the phrase states, else of the year that fits adjective and tense."""
    if "ysame" in slots and (reference.named is None or reference.named.start is None):
        return UNRESOLVED
    year = stated_year(slots, reference)
    if year is not None:
        return either(of_year(year), precision, stated=not {"ya", "this", "ysame"} & set(slots))
    if "ya" in slots or "this" in slots:
        return UNRESOLVED

    def candidates(published: date) -> list[Days | None]:
        every = [of_year(published.year + step) for step in NEAR_YEARS]
        return [c for c in every if c and c.start.weekday() == named] or every

    named = number(slots, "wd")
    pick = "current" if named is not None else reference.pick(slots, "ma")
    return reference.choose(candidates, pick, precision)


def day_month(slots: Slots, reference: Reference) -> When:
    """26 March 2020; the 26th of March; 26 March last."""
    month, day = int(slots["m"].value), int(slots["d"].value)
    return dated(slots, reference, lambda year: spans.day(year, month, day), "day")


def short_date(slots: Slots, reference: Reference) -> When | None:
    """26/3, after a preposition or a weekday; None for what no month can be (a fraction)."""
    return day_month(slots, reference) if int(slots["m"].value) <= spans.MONTHS else None


def month_year(slots: Slots, reference: Reference) -> When | None:
    """3/2020, after a preposition: a month; None for what no month can be."""
    month, year = int(slots["m"].value), int(slots["y"].value)
    return absolute(spans.month(year, month), "month") if month <= spans.MONTHS else None


def day_range(slots: Slots, reference: Reference) -> When:
    """Between the 10th and the 15th of March."""
    month, first, last = (int(slots[slot].value) for slot in "mab")

    def of_year(year: int) -> Days | None:
        head, tail = spans.day(year, month, first), spans.day(year, month, last)
        return Days(head.start, tail.end) if head and tail and head.start <= tail.end else None

    return dated(slots, reference, of_year, "days")


def hijri_dated(
    slots: Slots, reference: Reference, of_year: Callable[[int], Days | None], precision: str
) -> When:
    """A day or month of the Hijri year that is stated, else of the one that fits adjective and tense."""
    year = number(slots, "hy")
    if year is not None:
        return absolute(of_year(year), precision)

    def candidates(published: date) -> list[Days | None]:
        now = spans.hijri_year_of(published)
        return [of_year(now + step) for step in NEAR_YEARS] if now else []

    return reference.choose(candidates, reference.pick(slots, "ma"), precision)


def hijri_day(slots: Slots, reference: Reference) -> When:
    """15 Sha'ban 1441."""
    month, day = int(slots["hm"].value), int(slots["d"].value)
    return hijri_dated(slots, reference, lambda year: spans.hijri_day(year, month, day), "day")


def day_of_month(slots: Slots, reference: Reference) -> When:
    """The 15th of this month, of last month."""
    if reference.published is None:
        return UNRESOLVED
    step = STEPS[slots["ma"].value] if "ma" in slots else 0
    there = spans.shifted(reference.published.replace(day=1), "month", step)
    return relative(spans.day(there.year, there.month, int(slots["d"].value)), "day")


def _weekdays_around(weekday: int) -> Callable[[date], list[Days | None]]:
    def candidates(published: date) -> list[Days | None]:
        monday = spans.week(published).start
        return [spans.one(monday + timedelta(days=weekday + WEEK * step)) for step in (-2, -1, 0, 1, 2)]

    return candidates


def weekday(slots: Slots, reference: Reference) -> When:
    """Thursday, Thursday last, the one before last; "yesterday Thursday" is the one about yesterday."""
    candidates = _weekdays_around(int(slots["wd"].value))
    if "r" in slots and reference.published:
        day = reference.published + timedelta(days=int(slots["r"].value) + LATE)
        return relative(spans.nearest(candidates(day), day, "recent"), "day")
    pick = reference.pick(slots, "wa")
    found = reference.choose(candidates, pick, "day")
    if "far" not in slots or found.start is None:
        return found
    day = found.start + timedelta(days=WEEK * STEPS[pick])
    return relative(spans.one(day), "day")


def weekday_in_week(slots: Slots, reference: Reference) -> When:
    """Wednesday of last week."""
    if reference.published is None:
        return UNRESOLVED
    step = STEPS[slots["wa"].value] if "wa" in slots else 0
    monday = spans.week(reference.published).start
    day = monday + timedelta(days=int(slots["wd"].value) + WEEK * step)
    return relative(spans.one(day), "day")


def weekdays(slots: Slots, reference: Reference) -> When:
    """Friday and Saturday; the night from Sunday to Monday: from the first up to the last that fits."""
    last = reference.choose(_weekdays_around(int(slots["b"].value)), reference.pick(slots, "wa"), "days")
    if last.start is None:
        return last
    back = (int(slots["b"].value) - int(slots["a"].value)) % WEEK
    return relative(Days(last.start - timedelta(days=back), last.start), "days")


def relative_day(slots: Slots, reference: Reference) -> When:
    """Yesterday, today, the day after tomorrow."""
    if reference.published is None:
        return UNRESOLVED
    return relative(spans.one(reference.published + timedelta(days=int(slots["r"].value))), "day")


def last_night(slots: Slots, reference: Reference) -> When:
    """Last night: from yesterday to today; the one before it."""
    if reference.published is None:
        return UNRESOLVED
    end = reference.published - timedelta(days=1 if "far" in slots else 0)
    return relative(Days(end - timedelta(days=1), end), "days")


def holiday(slots: Slots, reference: Reference) -> When:
    """A feast by its calendar (h Hijri, g Gregorian), month and day; "the second day of" moves on from it.

    Its eve is the day before, its morrow the day after.
    """
    found = _feast(slots, reference)
    if "v" not in slots or found.start is None:
        return found
    step = timedelta(days=1 if slots["v"].kind == "dayafter" else -1)
    return replace(found, start=found.start + step, end=found.start + step)


def _feast(slots: Slots, reference: Reference) -> When:
    kind, month_, day_ = slots["h"].value.split("-")
    month, day = int(month_), int(day_) + (number(slots, "o") or 1) - 1
    if kind == "h" and "y" in slots:
        return absolute(_hijri_day_in(int(slots["y"].value), month, day), "day")
    if kind == "h":
        return hijri_dated(slots, reference, lambda year: spans.hijri_day(year, month, day), "day")
    return dated(slots, reference, lambda year: spans.day(year, month, day), "day")


def _hijri_day_in(year: int, month: int, day: int) -> Days | None:
    """A day of the Hijri calendar that falls in a Gregorian year."""
    first = (year - 622) * 33 // 32 - 1
    days = (spans.hijri_day(hijri, month, day) for hijri in range(first, first + 4))
    return next((d for d in days if d and d.start.year == year), None)


def holiday_alone(slots: Slots, reference: Reference) -> When | None:
    """A feast without a preposition, which dates no event (congratulations on the feast).

    One that is near is meant before one that is long over.
    """
    if not reference.every:
        return None
    coming = holiday(slots, replace(reference, future=True))
    near = coming.start and reference.published and coming.start - reference.published <= NEAR
    return coming if near else holiday(slots, reference)
