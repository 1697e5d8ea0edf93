"""Dates as pages write them: "بغداد - 26 آذار/مارس 2020", "2302 (GMT+04:00) - 08/12/08", ISO 8601, English.

A date needs its day, month and year; nothing is ever made from a bare year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from email.utils import parsedate
from functools import cache

from marsad.arabic import fold
from marsad.article.blocks import Block, folded, folded_words
from marsad.data import cell, read_table

LONGEST_VALUE = 60  # characters of a metadata value that is a day and no sentence about one
LONGEST = 16  # words of a line that is a dateline
PLACE = 3  # words beside the date that a dateline may hold, parted from it by a mark
OPENING = 70  # characters of a paragraph in which its dateline stands
FIRST_YEAR, LAST_YEAR = 1990, 2100  # the first Arabic newspaper came on the web in 1995
_PARTED = re.compile(r"[-–—:|/،,()\[\]]")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATOR = r"\s{0,2}[-./]\s{0,2}"


@cache
def _months() -> dict[str, int]:
    arabic = [row for row in read_table("when/months.csv") if row["kind"] == "month"]
    rows = [*arabic, *read_table("page/months.csv")]
    return {fold(name).lower(): int(row["value"]) for row in rows for name in cell(row["forms"])}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The written forms of a day; the named groups are day, month (a number or a name) and year."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    name = rf"(?P<month>{names})\.?(?:\s?[-/(]\s?(?:{names})\)?)?"
    return (
        re.compile(rf"(?<!\d)(?P<year>\d{{4}}){_SEPARATOR}(?P<month>\d\d?){_SEPARATOR}(?P<day>\d\d?)(?!\d)"),
        re.compile(
            rf"(?<!\d)(?P<day>\d\d?)\s?[-/]?\s?(?:\w{{2}}\s)?{name}\s?[-/،,]?\s?(?:\w{{3}}\s)?(?P<year>\d{{4}})(?!\d)"
        ),
        re.compile(rf"\b{name}\s(?P<day>\d\d?)(?:st|nd|rd|th)?\s?[،,]\s?(?P<year>\d{{4}})(?!\d)"),
        re.compile(rf"(?<!\d)(?P<day>\d\d?){_SEPARATOR}(?P<month>\d\d?){_SEPARATOR}(?P<year>\d{{4}})(?!\d)"),
    )


_SHORT_YEAR = re.compile(r"(?<![\d/.-])(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>\d\d)(?![\d/])")


def parse_day(text: str) -> date | None:
    """The day that a metadata value or a field gives (ISO 8601, RFC 2822, or a form of datelines)."""
    if len(text) > LONGEST_VALUE:
        return None
    found = _first_day(folded(text))
    if found:
        return found[0]
    parsed = parsedate(text)
    return _day(parsed[0], parsed[1], parsed[2]) if parsed else None


def _first_day(line: str) -> tuple[date, re.Match[str]] | None:
    for form in _forms():
        for match in form.finditer(line):
            day = _of(match)
            if day:
                return day, match
    return None


def _of(match: re.Match[str]) -> date | None:
    year, month, day = match["year"], match["month"], int(match["day"])
    number = int(month) if month.isdigit() else _months()[month]
    full = int(year) + (2000 if len(year) == 2 else 0)
    if number > 12 >= day:  # month before day, as American pages write it
        number, day = day, number
    return _day(full, number, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def stands_alone(block: Block, place: int = PLACE) -> bool:
    """Whether a line is a dateline and nothing else but `place` words of a place or an outlet."""
    return _whole(block, place) is not None


def published_in(dates: Iterable[Block], opening: Block | None) -> date | None:
    """The day of the first dateline (publication before change), else of the body's opening."""
    found = [day for day in map(_whole, dates) if day]
    first = next((day for day, updated in found if not updated), None)
    if first or not opening:
        return first or (found[0][0] if found else None)
    return _opening(opening.text) or (found[0][0] if found else None)


def _whole(block: Block, place: int = PLACE) -> tuple[date, bool] | None:
    """The day of a line that is a dateline, and whether it tells of a change."""
    if len(block.words) > LONGEST or not any(word[0].isdigit() for word in block.words):
        return None
    line = folded(block.text)
    found = _first_day(line) or _short_year(line)
    if not found:
        return None
    day, match = found
    before, after = line[: match.start()], line[match.end() :]
    known = _words()
    others = [word for word in (*folded_words(before), *folded_words(after)) if _unknown(word)]
    parted = bool(_PARTED.search(before + after))
    if len(others) > (place if parted else 0):
        return None
    return day, any(known.get(word) for word in folded_words(before))


def _unknown(word: str) -> bool:
    return word.isalpha() and word not in _words() and word not in _months()


def _short_year(line: str) -> tuple[date, re.Match[str]] | None:
    """A year of two digits counts only beside a time of day."""
    match = _SHORT_YEAR.search(line)
    day = _of(match) if match and re.search(r"gmt|utc|\d\d?:\d\d", line) else None
    return (day, match) if day and match else None


def _opening(text: str) -> date | None:
    """The day of a paragraph that begins "بغداد - 26 آذار/مارس 2020 - …" or "بغداد (26 مارس 2020) …"."""
    line = folded(text[:OPENING])
    found = _first_day(line)
    if not found:
        return None
    day, match = found
    before, after = line[: match.start()].rstrip(), line[match.end() :].lstrip()
    place = [word for word in _WORD.findall(before) if _unknown(word)]
    marked = not before or before[-1] in "-–—/،,(|:" or not place
    return day if marked and len(place) <= PLACE and after[:1] in tuple("-–—/:|)(") else None


@cache
def _words() -> dict[str, bool]:
    return {
        fold(row["word"]).lower(): row["updated"] == "yes" for row in read_table("page/dateline_words.csv")
    }
