"""Resolving counted units: three days ago, in two weeks, within a month, for six months."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from marsad.records import When
from marsad.when import spans
from marsad.when.grammar import Slots
from marsad.when.reference import UNRESOLVED, Reference, number, relative
from marsad.when.spans import DECADE, MONTHS, Days

HOURS = 24  # of a day: the publication's hour is not known, so that fewer hours lead to no day
RESOLVABLE = ("hour", "day", "night", "week", "month", "year", "decade", "century")
ONE_AND_A_HALF = {"month": ("week", 4, 2), "year": ("month", MONTHS, 6), "decade": ("year", DECADE, 5)}
ISO = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
LONG = {"decade": DECADE, "century": 100}  # years
WHOLE = {  # a unit as a number of smaller ones, of which a half or a quarter can be taken
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("minute", 60),
    "day": ("hour", HOURS),
    "night": ("hour", HOURS),
    "week": ("hour", 7 * HOURS),
    "month": ("day", 30),
    "year": ("month", MONTHS),
    "decade": ("year", DECADE),
    "century": ("year", 100),
}


def amount(slots: Slots) -> tuple[str, int] | None:
    """(unit, count) of a counted unit; None when the words give no more than a limit or a vague number."""
    return None if _limit(slots) else _amount(slots)


def _limit(slots: Slots) -> str | None:
    """more, less or bound, where the words only limit how long it was."""
    said = slots["approx"].value if "approx" in slots else None
    return said if said in ("more", "less", "bound") else None


def _amount(slots: Slots) -> tuple[str, int] | None:
    unit, count = _counted(slots)
    if unit not in RESOLVABLE:
        return None
    if "half" in slots and unit in ONE_AND_A_HALF:
        smaller, each, half = ONE_AND_A_HALF[unit]
        return smaller, each * count + half
    return ("day" if unit == "night" else unit), count


def _counted(slots: Slots) -> tuple[str, int]:
    named = slots.get("u") or slots.get("two") or slots.get("one")
    return (named.value if named else ""), number(slots, "n") or (2 if "two" in slots else 1)


def span(slots: Slots, reference: Reference) -> When:
    """The last two weeks: the 14 days up to publication; the next six months: from publication on."""
    counted = amount(slots)
    if reference.published is None or counted is None:
        return UNRESOLVED
    name, count = counted
    if "ua" in slots and slots["ua"].value == "future":
        return relative(Days(reference.published, spans.shifted(reference.published, name, count)), "days")
    return relative(Days(spans.shifted(reference.published, name, -count), reference.published), "days")


def _distant(slots: Slots, reference: Reference, sign: int) -> When:
    """The unit that lies so many units off: three days ago is a day, three years ago a year."""
    return _distant_by(amount(slots), reference, sign)


def _distant_by(counted: tuple[str, int] | None, reference: Reference, sign: int) -> When:
    if reference.published is None or counted is None:
        return UNRESOLVED
    name, count = counted
    if name == "hour" and count < HOURS:
        return UNRESOLVED
    there = reference.published
    if name in spans.IN_MONTHS:
        there, whole = there.replace(day=1), "month" if name == "month" else "year"
    else:
        whole = "week" if name == "week" else "day"
    return relative(spans.around(spans.shifted(there, name, sign * count), whole), whole)


def ago(slots: Slots, reference: Reference) -> When:
    """Three days ago, about three years ago."""
    return _distant(slots, reference, -1)


def since_ago(slots: Slots, reference: Reference) -> When:
    """For two days: that day, as news says it of a single deed; for three years: from that year on.

    "For more than three years" began about that year, "for less than three" no earlier than that day.
    """
    if _limit(slots) in ("more", "less"):
        return _limited(slots, reference)
    begun = _distant(slots, reference, -1)
    if begun.precision in ("month", "year") or (reference.ongoing and begun.start):
        return replace(begun, end=None, bound="since")
    return begun


def _limited(slots: Slots, reference: Reference) -> When:
    """From about when a time of which only a limit is said began."""
    counted = _amount(slots)
    limit = _distant_by(counted, reference, -1)
    if limit.start is None or counted is None or reference.published is None:
        return limit
    unit, count = counted
    later = _limit(slots) == "less"
    first = spans.shifted(reference.published, unit, -count) if later else limit.start
    return replace(limit, start=first, end=None, bound="since")


def offset(slots: Slots, reference: Reference) -> When:
    """Two days before that, a year after it: counted from the last day or time named before."""
    sign = -1 if (slots.get("x") or slots["x2"]).kind in ("before", "therebefore") else 1
    long = _counted(slots)[0] in spans.IN_MONTHS
    start = reference.named.start if long and reference.named else reference.day
    return _distant(slots, replace(reference, published=start), sign)


def anchored(slots: Slots, reference: Reference) -> When | None:
    """Two days after X, counted from a day that the sentence named before: the day of X.

    The morrow (غداة) of X is publication day where no day was named. Both date X, for who asks for X.
    """
    if reference.every:
        return duration(slots, reference) if slots else None
    counted = amount(slots) if slots else ("day", 1)
    day = reference.day or (None if slots else reference.published)
    if day is None or counted is None or counted[0] != "day":
        return UNRESOLVED
    return relative(spans.one(day - timedelta(days=counted[1])), "day")


def hence(slots: Slots, reference: Reference) -> When | None:
    """In three days, when the clause looks ahead; of what is told it says how long something took."""
    if reference.future:
        return _distant(slots, reference, 1)
    return duration(slots, reference) if reference.every else None


def opening(slots: Slots, reference: Reference) -> When | None:
    """Three days later, opening a sentence that is told: counted from the day named before."""
    if reference.future or not reference.every or reference.day is None:
        return hence(slots, reference)
    return _distant(slots, replace(reference, published=reference.day), 1)


def within(slots: Slots, reference: Reference) -> When | None:
    """Within three months, when the clause looks ahead; otherwise it says how long something took."""
    if not reference.future:
        return duration(slots, reference)
    counted = amount(slots)
    if counted is None or reference.published is None:
        return UNRESOLVED
    return relative(Days(reference.published, spans.shifted(reference.published, *counted)), "days")


def duration(slots: Slots, _: Reference) -> When | None:
    """For six months: a length of time, no date."""
    unit, count = _counted(slots)
    written = _part(unit, slots["f"].value) if "f" in slots else _written(unit, count)
    if "half" in slots:
        written = _and(written, _part(unit, slots["half"].value))
    return When(None, None, "duration", "duration", duration=written)


def _written(unit: str, count: int) -> str:
    return ISO["year"].format(LONG[unit] * count) if unit in LONG else ISO[unit].format(count)


def _part(unit: str, parts: str) -> str:
    """A half or a quarter of a unit in the unit below: half an hour is PT30M."""
    smaller, count = WHOLE[unit]
    return ISO[smaller].format(count // int(parts))


def _and(whole: str, part: str) -> str:
    """Two lengths as one: P1Y and P6M are P1Y6M, P1D and PT12H are P1DT12H."""
    return whole + part.removeprefix("PT" if "T" in whole else "P")
