"""How far apart two points lie."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0  # kilometres from the centre


def between(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (latitude and longitude in degrees), on a sphere.

    >>> round(between((36.35, 43.15), (33.31, 44.37)))
    356
    """
    north, south = radians(one[0]), radians(other[0])
    east = radians(other[1] - one[1])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))
