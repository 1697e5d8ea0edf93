"""Claims for tests, with what a test does not care about filled in."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.records import Claim, Place, Quantity, When

BASE = Place("قاعدة النورس", "IQ", "base", "site", 35.50, 43.20, "b1")
TOWN = Place("النورس", "IQ", "settlement", "town", 35.53, 43.25, "t1")
COUNTRY = Place("العراق", "IQ", "country", "country", 33.0, 44.0, "IQ")
FAR = Place("قاعدة الجزيرة", "IQ", "base", "site", 31.0, 47.0, "b2")


def claim(id: str, article: str = "", **fields: Any) -> Claim:
    """A claim of an article, one of its own unless named; its outlet is the article unless named."""
    article = article or f"a{id}"
    given = {
        "account": f"{article}/e1", "type": "withdraw", "frame": "withdraw.withdraw", "trigger": "انسحاب",
        "start": 0, "quote": "انسحاب القوات", "factuality": "happened", "outlet": article,
        "published": date(2020, 3, 18), "actors": ("USA",),
    }  # fmt: skip
    return Claim(id=id, article=article, **{**given, **fields})


def count(low: float | None, high: float | None = -1, unit: str | None = None) -> Quantity:
    """A number, or a range; None for an open end."""
    return Quantity(low, low if high == -1 else high, unit)


def day(month: int, start: int, end: int | None = None) -> When:
    """A day of 2020, or several."""
    last = start if end is None else end
    return When(
        date(2020, month, start), date(2020, month, last), "day" if end is None else "days", "absolute"
    )
