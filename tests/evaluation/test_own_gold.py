"""Our own gold files keep to the codebook: offsets point at their words, names are the codebook's."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.evaluation import TYPES, read_gold
from marsad.records import Failure

FILES = sorted((Path(__file__).parents[2] / "eval").glob("*.jsonl"))
FACTUALITY = {"happened", "ongoing", "planned", "demanded", "denied", "possible"}
LINES = [
    pytest.param(json.loads(line), id=f"{file.stem}-{number}")
    for file in FILES
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_line_is_read(file: Path) -> None:
    failures: list[Failure] = []
    assert list(read_gold(file, failures)) and failures == []


@pytest.mark.parametrize("line", LINES)
def test_offsets_point_at_the_words_they_name(line: dict[str, Any]) -> None:
    for mention in line["mentions"]:
        assert line["text"][mention["start"] : mention["end"]] == mention["trigger"]
        assert " " not in mention["trigger"]
        start, end = mention["sentence"]
        assert start <= mention["start"] < mention["end"] <= end <= len(line["text"])


@pytest.mark.parametrize("line", LINES)
def test_names_are_those_of_the_codebook(line: dict[str, Any]) -> None:
    for mention in line["mentions"]:
        assert mention["type"] in TYPES and mention["factuality"] in FACTUALITY
        assert mention["place_role"] in (("from", "to", "at") if mention["place"] else (None,))
        assert mention["event"].startswith("e")
        for slot in ("date", "quantity"):
            low, high = ("start", "end") if slot == "date" else ("low", "high")
            ends = mention[slot] or {low: 0, high: 0}
            assert ends[low] is not None or ends[high] is not None
            assert None in (ends[low], ends[high]) or ends[low] <= ends[high]


def test_there_is_a_gold_file_of_our_own() -> None:
    assert "demo" in [file.stem for file in FILES]
