"""Where it happened: the most exact place that the claims agree on, a base over its town over its country."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from marsad.arabic import fold
from marsad.records import Place
from marsad.same.distance import between
from marsad.same.precision import order_of, reach_km
from marsad.same.texts import Group, Told

ROLES = ("from", "to", "at")
HALF = 0.5  # of the texts that name a place must agree with the one that is taken
Spots = dict[Place, list[Told]]


def place_of(group: Group) -> Place | None:
    """The most exact place with which at least half of the texts that name one agree."""
    spots = _spots(group)
    if len(spots) < 2:
        return next(iter(spots), None)
    texts = {one.text for claims in spots.values() for one in claims}
    borne = {spot: _bearing(spot, spots) for spot in spots}
    enough = [spot for spot in spots if borne[spot] >= HALF * len(texts)] or list(spots)
    return min(enough, key=lambda spot: (order_of(spot), -borne[spot], *_own(spot, spots)))


def places_conflict(group: Group) -> bool:
    """Whether two texts name places in one role (from, to, at) that exclude each other."""
    by_role = (_spots([one for one in group if one.claim.place_role == role]) for role in ROLES)
    return any(
        not agree(one, other) and len({told.text for spot in (one, other) for told in spots[spot]}) > 1
        for spots in by_role
        for one, other in combinations(spots, 2)
    )


def agree(one: Place, other: Place) -> bool:
    """Whether two places may be one: one row, or near enough for how exact they are, or without a point."""
    if one.id is not None and one.id == other.id:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    reach, points = (reach_km(one), reach_km(other)), (one.lat, one.lon, other.lat, other.lon)
    if None in reach or None in points:
        return True
    return kilometres(one, other) <= sum(km for km in reach if km is not None)


def kilometres(one: Place, other: Place) -> float:
    """How far apart two points lie; both must have coordinates."""
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    return between((one.lat, one.lon), (other.lat, other.lon))


def _spots(group: Group) -> Spots:
    """The claims by the place they name: by its row, or else its name."""
    held: dict[tuple[str, ...], list[Told]] = {}
    for one in group:
        place = one.claim.place
        if place is not None:
            name = fold(place.name), place.country or "", place.precision
            held.setdefault((place.id, place.precision) if place.id else name, []).append(one)
    return {_likeliest(held[key]): held[key] for key in sorted(held)}


def _likeliest(claims: Sequence[Told]) -> Place:
    places = [one.claim.place for one in claims if one.claim.place is not None]
    return min(places, key=lambda p: (p.name, str(p.lat), str(p.lon), p.radius_km or 0.0, p.kind))


def _bearing(spot: Place, spots: Spots) -> int:
    return len({one.text for other, claims in spots.items() if agree(spot, other) for one in claims})


def _own(spot: Place, spots: Spots) -> tuple[int, int, str, str]:
    claims = spots[spot]
    return -len({one.text for one in claims}), -len(claims), spot.name, spot.id or ""
