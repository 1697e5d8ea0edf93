"""Resolving weeks, months, quarters, seasons, years, decades, and counted units ("three days ago")."""

from __future__ import annotations

from datetime import date, timedelta

from marsad.records import When
from marsad.when import spans
from marsad.when.days import NEAR_YEARS, STEPS, dated, hijri_dated, stated_year
from marsad.when.grammar import Slots
from marsad.when.reference import UNRESOLVED, Reference, absolute, number, relative
from marsad.when.spans import MONTHS, Days

DECEMBER = 12
WEEKEND = timedelta(days=5)  # Saturday and Sunday, as the codebook's week begins on Monday
RESOLVABLE = ("hour", "day", "week", "month", "year")
OLDEST_BARE_DECADE = 1950  # "the thirties" without a century may be anybody's age


def month(slots: Slots, reference: Reference) -> When:
    """March 2020, last March, the end of March: the whole month."""
    return dated(slots, reference, lambda year: spans.month(year, int(slots["m"].value)), "month")


def month_range(slots: Slots, reference: Reference) -> When:
    """From March to May, over the turn of the year where May comes first."""
    first, last = int(slots["a"].value), int(slots["b"].value)
    count = (last - first) % MONTHS + 1
    return dated(slots, reference, lambda year: spans.months(year - (last < first), first, count), "months")


def week_of_month(slots: Slots, reference: Reference) -> When:
    """The second week of March: its days 8 to 14."""
    month_, rank = int(slots["m"].value), int(slots["o"].value)

    def of_year(year: int) -> Days | None:
        head, tail = spans.day(year, month_, 7 * rank - 6), spans.day(year, month_, 7 * rank)
        whole = spans.month(year, month_)
        return Days(head.start, tail.end if tail else whole.end) if head and whole else None

    return dated(slots, reference, of_year, "week")


def fraction(slots: Slots, reference: Reference) -> When:
    """The first quarter of 2020, the second half of last year or of March."""
    parts = int(slots["f"].value)
    rank = number(slots, "o") if slots["o"].kind == "ordinal" else parts  # else "the last"
    if rank is None or rank > parts:
        return UNRESOLVED
    if "m" in slots:
        return dated(
            slots, reference, lambda year: _part_of_month(year, int(slots["m"].value), parts, rank), "days"
        )
    year = stated_year(slots, reference) or (reference.published.year if reference.published else None)
    if year is None or ("ya" in slots and reference.published is None):
        return UNRESOLVED
    length = MONTHS // parts
    days = spans.months(year, length * (rank - 1) + 1, length)
    return (absolute if "y" in slots else relative)(days, "quarter" if parts == 4 else "months")


def _part_of_month(year: int, month_: int, parts: int, rank: int) -> Days | None:
    whole = spans.month(year, month_)
    if whole is None:
        return None
    length = 30 // parts
    end = whole.end if rank == parts else whole.start.replace(day=length * rank)
    return Days(whole.start.replace(day=length * (rank - 1) + 1), end)


def hijri_month(slots: Slots, reference: Reference) -> When:
    """Ramadan, Sha'ban 1441."""
    return hijri_dated(
        slots, reference, lambda year: spans.hijri_month(year, int(slots["hm"].value)), "month"
    )


def hijri_year(slots: Slots, _: Reference) -> When:
    """The year 1441 AH."""
    return absolute(spans.hijri_year(int(slots["hy"].value)), "year")


def _december_of(slots: Slots) -> bool:
    """Whether the phrase says "the end of" a year, which the codebook codes as its December."""
    return "p" in slots and slots["p"].value == "end"


def year(slots: Slots, _: Reference) -> When:
    """2014; the end of 2014 is its December."""
    value = int(slots["y"].value)
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
    return relative(days, name)


def weekend(slots: Slots, reference: Reference) -> When:
    """The end of the week: its Saturday and Sunday."""
    if reference.published is None:
        return UNRESOLVED
    step = STEPS[slots["wa"].value] if "wa" in slots else 0
    days = spans.week(spans.shifted(reference.published, "week", step))
    return relative(Days(days.start + WEEKEND, days.end), "days")


def season(slots: Slots, reference: Reference) -> When:
    """Summer 2014; last summer; winter 2014 begins in December 2014."""
    first = spans.SEASON_STARTS[slots["s"].value]
    if "y" in slots:
        return absolute(spans.months(int(slots["y"].value), first, 3), "months")

    def candidates(published: date) -> list[Days | None]:
        return [spans.months(published.year + step, first, 3) for step in NEAR_YEARS]

    return reference.choose(candidates, slots["ya"].value, "months")


def decade(slots: Slots, _: Reference) -> When:
    """The nineties of the last century."""
    first = number(slots, "c") or number(slots, "bare") or 0
    if "bare" in slots and first < OLDEST_BARE_DECADE:
        return UNRESOLVED
    return absolute(spans.years(first, first + 9), "years")


def _amount(slots: Slots) -> tuple[str, int] | None:
    """(unit, count) of a counted unit; None when the words give no more than a limit or a vague number."""
    if "approx" in slots and slots["approx"].value == "bound":
        return None
    named = slots.get("u") or slots.get("two") or slots.get("one")
    if named is None or named.value not in RESOLVABLE:
        return None
    return named.value, number(slots, "n") or (2 if "two" in slots else 1)


def span(slots: Slots, reference: Reference) -> When:
    """The last two weeks: the 14 days up to publication; the next six months: from publication on."""
    amount = _amount(slots)
    if reference.published is None or amount is None:
        return UNRESOLVED
    name, count = amount
    if "ua" in slots and slots["ua"].value == "future":
        return relative(Days(reference.published, spans.shifted(reference.published, name, count)), "days")
    return relative(Days(spans.shifted(reference.published, name, -count), reference.published), "days")


def _distant(slots: Slots, reference: Reference, sign: int) -> When:
    """The unit that lies so many units off: three days ago is a day, three years ago a year."""
    amount = _amount(slots)
    if reference.published is None or amount is None:
        return UNRESOLVED
    name, count = amount
    if name == "hour" and count < 24:  # the publication's hour is not known
        return UNRESOLVED
    if name in ("month", "year"):
        return relative(
            spans.around(spans.shifted(reference.published.replace(day=1), name, sign * count), name), name
        )
    there = spans.shifted(reference.published, name, sign * count)
    return relative(spans.around(there, name), "week" if name == "week" else "day")


def ago(slots: Slots, reference: Reference) -> When:
    """Three days ago, about three years ago."""
    return _distant(slots, reference, -1)


def since_ago(slots: Slots, reference: Reference) -> When:
    """For two days: that day, as news says it of a single deed; for three years: from that year on."""
    begun = _distant(slots, reference, -1)
    if begun.precision in ("month", "year"):
        return When(begun.start, None, begun.precision, begun.basis)
    return begun


def anchored(slots: Slots, reference: Reference) -> When:
    """Two days after X, counted from a day that the sentence named before: the day of X.

    The morrow (غداة) of X is publication day where no day was named.
    """
    amount = _amount(slots) if slots else ("day", 1)
    day = reference.day or (None if slots else reference.published)
    if day is None or amount is None or amount[0] != "day":
        return UNRESOLVED
    return relative(spans.one(day - timedelta(days=amount[1])), "day")


def hence(slots: Slots, reference: Reference) -> When | None:
    """In three days, when the clause looks ahead; in a narrative it counts from another event."""
    return _distant(slots, reference, 1) if reference.future else None


def within(slots: Slots, reference: Reference) -> When | None:
    """Within three months, when the clause looks ahead; otherwise it says how long something took."""
    amount = _amount(slots)
    if not reference.future:
        return None
    if amount is None or reference.published is None:
        return UNRESOLVED
    return relative(Days(reference.published, spans.shifted(reference.published, *amount)), "days")


def unresolved(_: Slots, __: Reference) -> When:
    """Words of time that fix no time: the same day, in recent days, two days before the vote."""
    return UNRESOLVED
