"""The room's tables: the packed ones agree with the source, every base is found by every name it has."""

import gzip
import importlib.util
from pathlib import Path
from types import ModuleType

from marsad.arabic import fold, sentences
from marsad.data import cell, read_table
from marsad.where import find_places
from marsad.where.words import TRAPS

ROOT = Path(__file__).parents[2]


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
