"""The rooms before the coder, each measured alone: were its mentions found, and what they stand for.

In: the entities that annotators wrote down and those that Marsad found, article by article. Out: a `Room` of
figures a kind. A found entity answers a gold one of its kind that it overlaps, each once, best overlap first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from marsad.evaluation.agreement import same_range
from marsad.evaluation.figures import PLACES, Room, rates
from marsad.evaluation.gold import KINDS, GoldArticle, GoldEntity, GoldRange
from marsad.evaluation.names import same_name
from marsad.records import Span

ROOM_OF = dict(zip(KINDS, ("who", "where", "when", "howmany"), strict=True))
NEAR_KM = 25.0  # two points this near are one place: the tolerance of most towns in the gazetteer's own test
EARTH_KM = 6371.0
_DURATION = "duration"
Cells = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """An entity that was missed (no `found`), invented (no `gold`) or resolved to something else."""

    article: GoldArticle
    gold: GoldEntity | None
    found: GoldEntity | None


@dataclass(frozen=True, slots=True)
class _Tally:
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)


def score_rooms(
    pairs: Iterable[tuple[GoldArticle, Sequence[GoldEntity]]], errors: list[Mismatch] | None = None
) -> dict[str, Room]:
    """The figures of each room, over the articles whose entities were coded; none where none were."""
    tally, told = _Tally(), [] if errors is None else errors
    coded = False
    for article, found in pairs:
        if article.entities is not None:
            coded = True
            for kind in KINDS:
                told += _add(tally, article, kind, [e for e in found if e.kind == kind])
    return {ROOM_OF[kind]: _room(tally, kind) for kind in KINDS} if coded else {}


def _room(tally: _Tally, kind: str) -> Room:
    hits = tally.hits[kind]
    found = rates(hits, tally.found[kind], tally.gold[kind])
    whole, right = (round(c[kind] / max(1, hits), PLACES) for c in (tally.whole, tally.right))
    return Room(found, whole, right)


def _add(tally: _Tally, article: GoldArticle, kind: str, found: Sequence[GoldEntity]) -> list[Mismatch]:
    gold = [entity for entity in article.entities or () if entity.kind == kind]
    paired = _paired(gold, found)
    tally.gold[kind] += len(gold)
    tally.found[kind] += len(found)
    wrong = []
    for i, j in paired.items():
        agrees = same_value(gold[i], found[j])
        tally.hits[kind] += 1
        tally.whole[kind] += gold[i].span == found[j].span
        tally.right[kind] += agrees
        if not agrees:
            wrong.append(Mismatch(article, gold[i], found[j]))
    missed = [Mismatch(article, entity, None) for i, entity in enumerate(gold) if i not in paired]
    used = set(paired.values())
    invented = [Mismatch(article, None, entity) for j, entity in enumerate(found) if j not in used]
    return [*wrong, *missed, *invented]


def _paired(gold: Sequence[GoldEntity], found: Sequence[GoldEntity]) -> dict[int, int]:
    fits = [
        (-_shared(g.span, f.span), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.span.overlaps(f.span)
    ]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


def _shared(one: Span, other: Span) -> float:
    """What two stretches have in common, as a part of what they cover together."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def same_value(gold: GoldEntity, found: GoldEntity) -> bool:
    """Whether both stand for the same thing; a place by its name in the text or in the table."""
    if gold.kind == "place" and same_name(str(gold.value.get("name") or ""), found.text):
        return _same_place({**gold.value, "name": found.value.get("name")}, found.value)
    return _SAME[gold.kind](gold.value, found.value)


def _same_actor(gold: Cells, found: Cells) -> bool:
    return same_name(str(gold.get("code") or ""), str(found.get("code") or ""))


def _same_place(gold: Cells, found: Cells) -> bool:
    """The same country, and the same point where both have one, else the same name."""
    if gold.get("country") and gold["country"] != found.get("country"):
        return False
    points = [_point(cells) for cells in (gold, found)]
    if gold.get("precision") != "country" and points[0] and points[1]:
        radius = found.get("radius_km")
        return _apart(points[0], points[1]) <= max(NEAR_KM, radius if isinstance(radius, float) else 0.0)
    return same_name(str(gold.get("name") or ""), str(found.get("name") or ""))


def _point(cells: Cells) -> tuple[float, float] | None:
    lat, lon = cells.get("lat"), cells.get("lon")
    return (float(lat), float(lon)) if isinstance(lat, int | float) and isinstance(lon, int | float) else None


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points in degrees, on a sphere."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _same_time(gold: Cells, found: Cells) -> bool:
    if (gold.get("precision") == _DURATION) != (found.get("precision") == _DURATION):
        return False
    return all(gold.get(end) == found.get(end) for end in ("start", "end"))


def _same_count(gold: Cells, found: Cells) -> bool:
    """The same range; of shares what they are shares of, and their number only where the gold writes one."""
    of, other = gold.get("share_of"), found.get("share_of")
    if bool(of) != bool(other) or (of and not same_name(str(of), str(other))):
        return False
    range_ = _range(gold)
    return (bool(of) and range_.low is None and range_.high is None) or same_range(range_, _range(found))


def _range(cells: Cells) -> GoldRange:
    low, high = cells.get("low"), cells.get("high")
    return GoldRange(
        low if isinstance(low, int | float) else None, high if isinstance(high, int | float) else None
    )


_SAME: Mapping[str, Callable[[Cells, Cells], bool]] = {
    "actor": _same_actor,
    "place": _same_place,
    "time": _same_time,
    "quantity": _same_count,
}
