"""Points told by a relation (الجهات والمسافات): so far north of a town, the west of a country, a border.

Whatever is computed here has a radius, and a precision that says it is no site.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from math import cos, hypot, radians

from marsad.data import read_table
from marsad.records import Place
from marsad.where.words import RELATIONS

KM = 111.2  # of a degree of latitude
PART = 0.3  # of a country's height or width: how far from its middle its north or west is
LEAST, SHARE = 5.0, 0.2  # kilometres, and of the distance told: how exact "60 km north-west of X" is
SIDES = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
CLOSE = ("site", "near", "town")  # precisions of landmarks that are nearly a point


@dataclass(frozen=True, slots=True)
class Bearing:
    """A direction as eastward and northward shares; both 0 for the middle or none."""

    east: float
    north: float

    def __str__(self) -> str:
        words = [name for name, (east, north) in SIDES.items() if self.east * east + self.north * north > 0]
        return "-".join(words) or "all"


NOWHERE = Bearing(0, 0)


def bearing(words: Iterable[str]) -> Bearing:
    """The direction that folded words give together (شمال غربي, الشمال الغربي)."""
    told = {side for word in words for side in SIDES if word in RELATIONS[side]}
    east = sum(SIDES[side][0] for side in told)
    north = sum(SIDES[side][1] for side in told)
    length = hypot(east, north)
    return Bearing(east / length, north / length) if length else NOWHERE


@cache
def _reach() -> dict[tuple[str, str], tuple[float, float]]:
    return {
        (row["relation"], row["precision"]): (float(row["shift_km"]), float(row["radius_km"]))
        for row in read_table("where/reach.csv")
    }


Box = tuple[float, float, float, float]  # south, west, north, east in degrees


@cache
def extents() -> dict[str, list[Box]]:
    """Country → its boxes, the mainland's first."""
    boxes: dict[str, list[Box]] = {}
    for row in read_table("where/extents.csv"):
        box = (float(row["south"]), float(row["west"]), float(row["north"]), float(row["east"]))
        boxes.setdefault(row["country"], []).append(box)
    return boxes


@cache
def _borders() -> dict[frozenset[str], tuple[float, float, float]]:
    return {
        frozenset((row["a"], row["b"])): (float(row["lat"]), float(row["lon"]), float(row["radius_km"]))
        for row in read_table("where/borders.csv")
    }


def beside(place: Place, relation: str, side: Bearing = NOWHERE, km: float | None = None) -> Place:
    """What lies by a landmark, `km` kilometres away if told; a landmark without a point gives none."""
    if place.lat is None or place.lon is None or place.kind == "country":
        return place
    shift, radius = _reach().get(
        (relation, "town" if place.precision in CLOSE[1:] else place.precision), (0.0, 20.0)
    )
    if km is not None:
        shift, radius = (km, max(LEAST, SHARE * km)) if side != NOWHERE else (0.0, km)
    lat, lon = moved(place.lat, place.lon, shift, side)
    return replace(
        place,
        precision="near" if place.precision in CLOSE else "area",
        lat=lat,
        lon=lon,
        radius_km=round(radius + (place.radius_km or 0), 1),
        why=_told(place, relation, side, km),
    )


def _told(place: Place, relation: str, side: Bearing, km: float | None) -> str:
    where = f"{side} of" if side != NOWHERE else "from" if km is not None else f"{relation}:"
    far = f"{km:g} km " if km is not None else ""
    return f"{far}{where} {place.canonical or place.name}; {place.why}"


def moved(lat: float, lon: float, km: float, side: Bearing) -> tuple[float, float]:
    """The point `km` kilometres from another in a direction."""
    north, east = side.north * km / KM, side.east * km / (KM * cos(radians(lat)))
    return round(lat + north, 4), round(lon + east, 4)


def part_of(country: str | None, side: Bearing) -> tuple[float, float, float] | None:
    """Latitude, longitude and radius (km) of the side of a country, or of all of it."""
    boxes = extents().get(country or "")
    if boxes is None:
        return None
    south, west, north, east = boxes[0]
    lat, lon = (south + north) / 2, (west + east) / 2
    height, width = (north - south) * KM, (east - west) * KM * cos(radians(lat))
    if side == NOWHERE:
        return round(lat, 3), round(lon, 3), round(hypot(height, width) / 2)
    lat += side.north * PART * (north - south)
    lon += side.east * PART * (east - west)
    return round(lat, 3), round(lon, 3), round(PART * max(height, width))


def line_between(a: str | None, b: str | None) -> tuple[float, float, float] | None:
    """Latitude, longitude and radius (km) of the border of two countries, in either order."""
    return _borders().get(frozenset((a or "", b or "")))


def neighbour(country: str, others: Iterable[str]) -> str | None:
    """The first of the countries that borders on another."""
    return next((other for other in others if line_between(country, other)), None)


def located(place: Place, area: tuple[float, float, float] | None, why: str) -> Place:
    """The place with the point and radius of an area, if it is known."""
    if area is None:
        return place
    lat, lon, radius = area
    return replace(place, lat=lat, lon=lon, radius_km=radius, why=why)


def halfway(one: Place, other: Place) -> Place:
    """The stretch between two places: the first's name, the point halfway, half the distance around it."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return one
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    east = (one.lon - other.lon) * cos(radians(lat))
    half = hypot(one.lat - other.lat, east) * KM / 2
    between = f"between {one.canonical or one.name} and {other.canonical or other.name}"
    return replace(
        one, precision="near", lat=round(lat, 4), lon=round(lon, 4), radius_km=round(half, 1), why=between
    )
