"""Sentences with an attack or a protest: counted as the set's own labels say, and found well enough."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from marsad.errors import BadUse

BENCH = Path(__file__).parents[2] / "bench"
ROWS = """id,label,text
1,yes,قتل ثلاثة جنود في هجوم انتحاري على حاجز غرب كركوك صباح أمس
2,easy no,ناقش المؤتمر ظاهرة العنف في الملاعب
3,difficult no,هاجم النائب زميله في تصريح تلفزيوني
4,ambiguous,انفجرت سيارة مفخخة في السوق وقتل ستة مدنيين
5,yes,اختطف مجهولون مهندسا من منزله
"""


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    import sentences

    return sentences


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("assault_gsr.csv", "protest_gsr.csv"):
        (tmp_path / name).write_text(ROWS, encoding="utf-8")
    return tmp_path


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, BENCH / "run.py", "sentences", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def test_a_method_is_counted_against_the_labels(bench: ModuleType) -> None:
    found = bench.count([("a", True), ("b", True), ("c", False), ("d", False)], lambda text: text in "ac")
    assert (found.right, found.wrong, found.missed) == (1, 1, 1)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_ambiguous_sentences_are_dropped_and_keywords_find_more(folder: Path) -> None:
    told = json.loads(command(str(folder), "--json").stdout)
    assert told["sentences"] == {"ASSAULT": 4, "PROTEST": 4}
    assert told["marsad"]["ASSAULT"]["right"] == 1
    assert told["keywords"]["ASSAULT"]["wrong"] == 1


def test_the_published_figures_stand_beside(folder: Path) -> None:
    told = command(str(folder)).stdout
    assert "published peer" in told and "0.255" in told and "0.107" in told


def test_a_folder_without_the_files_is_told_in_one_line(tmp_path: Path) -> None:
    done = command(str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "assault_gsr.csv" in done.stderr


def test_a_file_of_other_columns_is_refused(bench: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadUse, match="text and label"):
        bench._rows(tmp_path / "x.csv")


@pytest.mark.shared
def test_attacks_and_protests_of_the_public_set_are_found() -> None:
    shared = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared")
    folder = shared / "data" / "arabic_event_gsr"
    if not folder.is_dir() and not os.environ.get("MARSAD_CI"):
        pytest.skip("../shared is not on this machine")
    told = json.loads(command(str(folder), "--json").stdout)
    assert told["marsad"]["ASSAULT"]["f1"] >= 0.62
    assert told["marsad"]["PROTEST"]["f1"] >= 0.38
