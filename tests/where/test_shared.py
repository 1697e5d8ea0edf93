"""Places of the shared test lists: each name alone, as `marsad read` of one name gives it."""

import csv
import math
import os
from pathlib import Path

import pytest

from marsad.arabic import sentences
from marsad.records import Place
from marsad.where import find_places, setting

SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).parents[3] / "shared"))
EARTH_KM = 12742

pytestmark = pytest.mark.shared


def shared(name: str) -> list[dict[str, str]]:
    path = SHARED / "data/gazetteer/tests" / name
    if not path.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{path} is not on this machine")
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def first(text: str, countries: tuple[str, ...] | None = None) -> Place | None:
    """The first place of a text, by its own countries unless told."""
    told = setting(text) if countries is None else countries
    return next((f.value for s in sentences(text) for f in find_places(s, told)), None)


def is_right(place: Place | None, gold: dict[str, str]) -> bool:
    if place is None or place.lat is None or place.lon is None:
        return False
    turn = math.pi / 180
    lat, lon = float(gold["lat"]), float(gold["lon"])
    square = math.sin((place.lat - lat) * turn / 2) ** 2
    square += math.cos(lat * turn) * math.cos(place.lat * turn) * math.sin((place.lon - lon) * turn / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(square)) <= float(gold["tolerance_km"])


@pytest.mark.parametrize(
    ("frame", "floor"),
    [("{}", 148), ("في {}", 148), ("وصلت القوات إلى {} أمس", 148), ("مدينة {}", 143)],
)
def test_places_gold_without_context(frame: str, floor: int) -> None:
    rows = shared("places_gold.tsv")
    assert sum(is_right(first(frame.format(row["name_ar"])), row) for row in rows) >= floor


def test_places_gold_in_their_country() -> None:
    rows = shared("places_gold.tsv")
    right = sum(is_right(first(f"معارك في {row['name_ar']} أمس", (row["country"],)), row) for row in rows)
    assert right >= 147


def test_variants_lead_to_the_same_point() -> None:
    gold = {row["name_ar"]: row for row in shared("places_gold.tsv")}
    known = [row for row in shared("places_variants.tsv") if row["canonical_ar"] in gold]
    assert sum(is_right(first(row["variant_ar"]), gold[row["canonical_ar"]]) for row in known) >= 46


def test_presence_without_context_and_in_their_country() -> None:
    rows = shared("places_presence.tsv")
    alone = [first(row["name_ar"]) for row in rows]
    told = [first(f"وصلت القوات إلى {row['name_ar']} أمس", (row["country"],)) for row in rows]
    assert sum(p is not None and p.country == r["country"] for p, r in zip(alone, rows, strict=True)) >= 640
    assert sum(p is not None and p.country == r["country"] for p, r in zip(told, rows, strict=True)) >= 680
