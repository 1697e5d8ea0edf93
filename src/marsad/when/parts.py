"""Resolving parts of a month or a year: halves and quarters, its second week, its first two months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from marsad.records import When
from marsad.when import spans
from marsad.when.days import NEAR_YEARS, STEPS, dated, hijri_dated, stated_year
from marsad.when.grammar import Slots
from marsad.when.reference import UNRESOLVED, Reference, either, number, relative
from marsad.when.spans import MONTHS, WEEK, Days

QUARTERS = 4
DAY = timedelta(days=1)
THIRTY = 30  # days; a part of a month is one of these, the last part with what is over
Part = Callable[[Days], Days | None]


def _part_of(slots: Slots, reference: Reference, part: Part, precision: str) -> When:
    """The part of the month or year that the phrase names."""

    def of(whole: Days | None) -> Days | None:
        return part(whole) if whole else None

    if "m" in slots:
        month = int(slots["m"].value)
        return dated(slots, reference, lambda year: of(spans.month(year, month)), precision)
    if "hm" in slots:
        hijri = int(slots["hm"].value)
        return hijri_dated(slots, reference, lambda year: of(spans.hijri_month(year, hijri)), precision)
    if "ua" in slots or "tm" in slots:
        if reference.published is None:
            return UNRESOLVED
        step = STEPS[slots["ua"].value] if "ua" in slots else 0
        return relative(
            of(spans.month(reference.published.year, reference.published.month + step)), precision
        )
    year = stated_year(slots, reference) or (reference.published.year if reference.published else None)
    if year is None or ("ya" in slots and reference.published is None):
        return UNRESOLVED
    return either(of(spans.years(year, year)), precision, stated="y" in slots)


def fraction(slots: Slots, reference: Reference) -> When:
    """The first quarter of 2020, the second half of last year or of March."""
    parts = int((slots.get("f") or slots["f2"]).value)
    rank = _rank(slots, parts)
    if rank > parts:
        return UNRESOLVED
    in_month = bool({"m", "hm", "ua", "tm"} & set(slots))
    precision = "days" if in_month else "quarter" if parts == QUARTERS else "months"
    return _part_of(slots, reference, lambda whole: _fraction(whole, parts, rank), precision)


def _rank(slots: Slots, parts: int) -> int:
    said = slots["o"]
    return int(said.value) if said.kind == "ordinal" else parts  # else "the last"


def quarter_alone(slots: Slots, reference: Reference) -> When | None:
    """The second quarter, of the year that fits the tense; too loose to date an event."""
    rank = _rank(slots, QUARTERS)
    if not reference.every or rank > QUARTERS:
        return None

    def candidates(published: date) -> list[Days | None]:
        return [spans.months(published.year + step, 3 * rank - 2, 3) for step in NEAR_YEARS]

    return reference.choose(candidates, reference.pick(slots, ""), "quarter")


def _fraction(whole: Days, parts: int, rank: int) -> Days | None:
    if (whole.end - whole.start).days > THIRTY:
        length = MONTHS // parts
        return spans.months(whole.start.year, length * (rank - 1) + 1, length)
    length = THIRTY // parts
    start = whole.start + (rank - 1) * length * DAY
    return Days(start, whole.end if rank == parts else start + (length - 1) * DAY)


def week_of_month(slots: Slots, reference: Reference) -> When:
    """The second week of March: its days 8 to 14; the last week: its last seven days."""
    said = slots.get("o") or slots["o2"]
    rank = int(said.value) if said.kind == "ordinal" else None

    def week(month: Days) -> Days | None:
        if rank is None:
            return Days(month.end - (WEEK - 1) * DAY, month.end)
        start = month.start + WEEK * (rank - 1) * DAY
        return Days(start, min(start + (WEEK - 1) * DAY, month.end)) if start <= month.end else None

    return _part_of(slots, reference, week, "week")


def first_units(slots: Slots, reference: Reference) -> When:
    """The first six months of 2019, the last three days of February."""
    said, named = slots.get("o") or slots["o2"], slots.get("u") or slots["two"]
    count = number(slots, "n") or 2
    if (said.kind == "ordinal" and said.value != "1") or named.value not in ("day", "week", "month"):
        return UNRESOLVED

    def ends(whole: Days) -> Days:
        if said.kind == "ordinal":
            return Days(whole.start, spans.shifted(whole.start, named.value, count) - DAY)
        return Days(spans.shifted(whole.end + DAY, named.value, -count), whole.end)

    return _part_of(slots, reference, ends, "months" if named.value == "month" else "days")
