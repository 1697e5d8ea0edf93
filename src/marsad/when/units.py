"""Resolving weeks, months, seasons, years, decades, centuries, and those named before."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.records import When
from marsad.when import spans
from marsad.when.days import NEAR_YEARS, STEPS, dated, hijri_dated
from marsad.when.grammar import Slots
from marsad.when.reference import UNRESOLVED, Reference, absolute, either, number, relative
from marsad.when.spans import MONTHS, Days

DECEMBER = 12
TWENTY = timedelta(days=20)
WEEKEND = timedelta(days=5)  # Saturday and Sunday, as the codebook's week begins on Monday
TODAY = 2001  # a year of this century
NEAR_HIJRI = 3  # years: a bare number so near to the Hijri year of publication is one ("in 1440")
BESIDE = {"before": -1, "same": 0, "following": 1}
OLDEST_BARE_DECADE = 1950  # "the thirties" without a century may be anybody's age


def month(slots: Slots, reference: Reference) -> When:
    """March 2020, last March, the end of March: the whole month."""
    return dated(slots, reference, lambda year: spans.month(year, int(slots["m"].value)), "month")


def month_range(slots: Slots, reference: Reference) -> When:
    """From March to May, over the turn of the year where May comes first."""
    first, last = int(slots["a"].value), int(slots["b"].value)
    count = (last - first) % MONTHS + 1
    return dated(slots, reference, lambda year: spans.months(year - (last < first), first, count), "months")


def hijri_month(slots: Slots, reference: Reference) -> When:
    """Ramadan, Sha'ban 1441."""
    return hijri_dated(
        slots, reference, lambda year: spans.hijri_month(year, int(slots["hm"].value)), "month"
    )


def last_ten(slots: Slots, reference: Reference) -> When:
    """The last ten nights of Ramadan: from its 21st to its end."""

    def of_year(year: int) -> Days | None:
        whole = spans.hijri_month(year, int(slots["hm"].value))
        return Days(whole.start + TWENTY, whole.end) if whole else None

    return hijri_dated(slots, reference, of_year, "days")


def hijri_year(slots: Slots, _: Reference) -> When:
    """The year 1441 AH."""
    return absolute(spans.hijri_year(int(slots["hy"].value)), "year")


def hijri_years(slots: Slots, _: Reference) -> When:
    """1436–1437 AH: from the first day of one to the last day of the other."""
    first, last = (spans.hijri_year(int(slots[slot].value)) for slot in "ab")
    return absolute(Days(first.start, last.end) if first and last else None, "years")


def _december_of(slots: Slots) -> bool:
    """Whether the phrase says "the end of" a year, which the codebook codes as its December."""
    return "p" in slots and slots["p"].value == "end"


def year(slots: Slots, reference: Reference) -> When:
    """2014; the end of 2014 is its December."""
    value = int(slots["y"].value)
    now = spans.hijri_year_of(reference.published) if reference.published else None
    if now and abs(value - now) <= NEAR_HIJRI:
        return absolute(spans.hijri_year(value), "year")
    if _december_of(slots):
        return absolute(spans.month(value, DECEMBER), "month")
    return absolute(spans.years(value, value), "year")


def years(slots: Slots, _: Reference) -> When:
    """Between 2003 and 2011: from the first day of one to the last day of the other."""
    return absolute(spans.years(int(slots["a"].value), int(slots["b"].value)), "years")


def unit(slots: Slots, reference: Reference) -> When:
    """Last week, this month, next year, the year before last; "the end of the year" is December."""
    if reference.published is None:
        return UNRESOLVED
    name = slots["u"].value
    step = STEPS[slots["ua"].value] * (2 if "far" in slots else 1) if "ua" in slots else 0
    days = spans.around(spans.shifted(reference.published.replace(day=1), name, step), name)
    if name == "week":
        days = spans.week(spans.shifted(reference.published, name, step))
    if name == "year" and days and _december_of(slots):
        return relative(spans.month(days.start.year, DECEMBER), "month")
    return relative(days, "years" if name == "decade" else name)


def weekend(slots: Slots, reference: Reference) -> When:
    """The end of the week: its Saturday and Sunday; where no week is said, the closest."""
    if reference.published is None:
        return UNRESOLVED

    def ends(published: date) -> list[Days | None]:
        weeks = [spans.week(spans.shifted(published, "week", step)) for step in (-1, 0, 1)]
        return [Days(week.start + WEEKEND, week.end) for week in weeks]

    if "wa" not in slots and "this" not in slots:
        return reference.choose(ends, "coming" if reference.future else "current", "days")
    step = STEPS[slots["wa"].value] if "wa" in slots else 0
    return relative(ends(reference.published)[step + 1], "days")


def season(slots: Slots, reference: Reference) -> When | None:
    """Summer 2014; last summer; winter 2014 begins in December 2014. "This summer" dates no event."""
    if "this" in slots and not reference.every:
        return None
    first = spans.SEASON_STARTS[slots["s"].value]
    if "y" in slots:
        return absolute(spans.months(int(slots["y"].value), first, 3), "months")
    if "of" in slots and reference.published:
        year_ = reference.published.year + STEPS[slots["of"].value]
        return relative(spans.months(year_, first, 3), "months")

    def candidates(published: date) -> list[Days | None]:
        return [spans.months(published.year + step, first, 3) for step in NEAR_YEARS]

    return reference.choose(candidates, slots["ya"].value if "ya" in slots else "current", "months")


def decade(slots: Slots, reference: Reference) -> When | None:
    """The nineties, of the last century unless another one is named."""
    first = number(slots, "d") or number(slots, "bare") or 0
    if "bare" in slots:
        known = first >= OLDEST_BARE_DECADE
        return absolute(spans.decade(first), "years") if known else None
    number_ = _century(slots, reference)
    if number_ is None:
        return UNRESOLVED
    year_ = (number_ - 1) * spans.CENTURY + first % spans.CENTURY
    return either(spans.decade(year_), "years", stated=True)


def tens(slots: Slots, reference: Reference) -> When:
    """The second decade of this century: 2011 to 2020."""
    number_ = _century(slots, reference)
    rank = number(slots, "o") or spans.DECADE  # else "the last"
    if number_ is None or rank > spans.DECADE:
        return UNRESOLVED
    last = (number_ - 1) * spans.CENTURY + rank * spans.DECADE
    return either(spans.years(last - spans.DECADE + 1, last), "years", stated=not {"ca", "now"} & set(slots))


def century(slots: Slots, reference: Reference) -> When:
    """The nineteenth century, the last one."""
    number_ = _century(slots, reference)
    return (
        either(spans.century(number_), "years", stated=not {"ca", "now"} & set(slots))
        if number_
        else UNRESOLVED
    )


def _century(slots: Slots, reference: Reference) -> int | None:
    """The number of the century that is named; without a date "the last" is the twentieth."""
    if not {"ca", "now"} & set(slots):
        return number(slots, "c") or number(slots, "cr")
    now = spans.century_of(reference.published.year) if reference.published else spans.century_of(TODAY)
    return now + (STEPS[slots["ca"].value] if "ca" in slots else 0)


def unresolved(_: Slots, __: Reference) -> When:
    """Words of time that fix no time: in recent days, two days before the vote."""
    return UNRESOLVED


def later(_: Slots, reference: Reference) -> When | None:
    """After some days, within hours: words that fix no time and date no event."""
    return UNRESOLVED if reference.every else None


def same(slots: Slots, reference: Reference) -> When:
    """The same day, that month, the following year: the one of the last time named, or the one beside it."""
    said = slots.get("u") or slots["u2"]
    name = "day" if said.kind != "unit" or said.value == "night" else said.value
    named = reference.named if name in ("month", "year") else None
    start = named.start if named else reference.day
    whole = spans.around(start, name) if start and name != "hour" else None
    if whole is None or (named and named.end and named.end > whole.end):
        return UNRESOLVED
    step = BESIDE[slots["s"].value] if "s" in slots else 0
    return relative(spans.around(spans.shifted(whole.start, name, step), name), name)
