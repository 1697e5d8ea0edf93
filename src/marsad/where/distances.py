"""Distances (60 كيلومترا) before or after a landmark, in kilometres."""

from __future__ import annotations

from marsad.arabic import read_number
from marsad.where.scan import Scan
from marsad.where.words import RELATIONS

KILOMETRES = {"km": 1.0, "metre": 0.001, "mile": 1.609}  # of a unit that a number counts
PAIRS = {"two_km": 2.0, "two_miles": 3.2}  # of a dual
LONGEST = 5  # words of a number before its unit
AFTER = 6  # tokens after a landmark in which its distance is told (شرق X بنحو 30 كيلومترا)
BY = "ب"
FARTHEST = 2000  # kilometres; more is no way of saying where something is


def is_unit(word: str) -> bool:
    """Whether a folded word is a unit of distance."""
    return any(word in RELATIONS[role] for role in (*KILOMETRES, *PAIRS))


def distance_to(scan: Scan, unit: int) -> float | None:
    """The distance that ends with the unit at token `unit`; of a range the middle."""
    word = scan.folded(unit)
    pair = next((km for role, km in PAIRS.items() if word in RELATIONS[role]), None)
    if pair:
        return pair
    times = next((km for role, km in KILOMETRES.items() if word in RELATIONS[role]), None)
    for start in range(max(0, unit - LONGEST), unit) if times else ():
        number = read_number(scan.tokens, start, unit)
        if number and number.last == unit - 1:
            km = float(number.low + number.high) / 2 * (times or 0)
            return round(km, 2) if 0 < km <= FARTHEST else None
    return None


def distance_after(scan: Scan, last: int) -> float | None:
    """The distance told after a landmark that ends at token `last` (شرق الموصل بنحو 30 كيلومترا)."""
    if not scan.folded(last + 1).startswith(BY):
        return None
    units = (i for i in range(last + 2, last + AFTER) if is_unit(scan.folded(i)))
    unit = next(units, None)
    return distance_to(scan, unit) if unit is not None else None
