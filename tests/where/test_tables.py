"""The room's tables: the packed ones agree with the source, every base is found by every name it has."""

import csv
import gzip
import importlib.util
import math
import os
from pathlib import Path
from types import ModuleType

import pytest

from marsad.arabic import fold, sentences
from marsad.data import cell, read_table
from marsad.where import find_places
from marsad.where.words import TRAPS

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("MARSAD_SHARED", ROOT.parent / "shared"))
EARTH_KM = 12742


def packer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pack_places", ROOT / "tools/pack_places.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_packed_tables_are_built_from_the_source() -> None:
    pack = packer()
    index = pack.indexed()
    data = ROOT / "src/marsad/data/where"
    assert gzip.decompress((data / "names.csv.gz").read_bytes()).decode("utf-8") == pack.packed(index)
    landmarks = pack.LANDMARKS_HEAD + "".join(pack.landmarks(index))
    assert (data / "landmarks.csv").read_text("utf-8") == landmarks


def test_ids_are_unique() -> None:
    for table in ("bases.csv", "where/extra_places.csv", "where/preferred.csv"):
        ids = [row["id"] for row in read_table(table)]
        assert len(ids) == len(set(ids)), table


def test_no_form_needs_two_kinds_of_evidence() -> None:
    forms = [fold(form) for row in read_table("where/traps.csv") for form in set(cell(row["forms"]))]
    assert [form for form in set(forms) if forms.count(form) > 1 and " " not in form] == []


def test_bases_are_found_by_their_own_names() -> None:
    missed = []
    for row in read_table("bases.csv"):
        (sentence,) = sentences(f"انسحبت القوات من {row['name_ar']} أمس")
        if [f.value.id for f in find_places(sentence, (row["country"],))][:1] != [row["id"]]:
            missed.append(row["name_ar"])
    assert missed == []


def test_extra_places_are_found() -> None:
    missed = []
    for row in read_table("where/extra_places.csv"):
        noun = "حي " if row["kind"] == "neighbourhood" else "بلدة "
        head = noun if TRAPS.get(fold(row["name_ar"])) == "head" else ""
        (sentence,) = sentences(f"وصلت القوات إلى {head}{row['name_ar']}.")
        found = find_places(sentence, (row["country"] or "SY",))
        if [f.value.country for f in found][:1] != [row["country"] or None]:
            missed.append(row["name_ar"])
    assert missed == []


def shared(name: str) -> list[dict[str, str]]:
    path = SHARED / "data/gazetteer/tests" / name
    if not path.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{path} is not on this machine")
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points."""
    turn = math.pi / 180
    square = math.sin((other_lat - lat) * turn / 2) ** 2
    square += math.cos(lat * turn) * math.cos(other_lat * turn) * math.sin((other_lon - lon) * turn / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(square))


@pytest.mark.shared
def test_places_gold() -> None:
    right = 0
    for row in shared("places_gold.tsv"):
        (sentence,) = sentences(f"وصلت القوات إلى {row['name_ar']} أمس")
        found = find_places(sentence, (row["country"],))
        point = (found[0].value.lat, found[0].value.lon) if found else (None, None)
        if point[0] is not None and point[1] is not None:
            away = apart(float(row["lat"]), float(row["lon"]), point[0], point[1])
            right += away <= float(row["tolerance_km"])
    assert right >= 143


@pytest.mark.shared
def test_places_presence() -> None:
    right = 0
    for row in shared("places_presence.tsv"):
        (sentence,) = sentences(f"وصلت القوات إلى {row['name_ar']} أمس")
        found = find_places(sentence, (row["country"],))
        right += bool(found) and found[0].value.country == row["country"]
    assert right >= 660
