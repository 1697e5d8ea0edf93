"""The dates of the annotated articles are found in their sentences."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from marsad.arabic import sentence_at
from marsad.records import Span
from marsad.when import find_times

SHARED = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared")
FLOOR = 0.93  # 163 of 174 measured; the rest need more than one sentence or more than one phrase


@pytest.mark.shared
def test_most_annotated_dates_are_found() -> None:
    gold = SHARED / "gold" / "dev.jsonl"
    if not gold.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{gold} is not on this machine")
    hits = []
    for article in map(json.loads, gold.read_text("utf-8").splitlines()):
        published = article["published"] and date.fromisoformat(article["published"][:10])
        for mention in article["mentions"]:
            if mention["date"] is None:
                continue
            sentence = sentence_at(article["text"], Span(*mention["sentence"]))
            found = [f.value for ahead in (False, True) for f in find_times(sentence, published, ahead)]
            spans = {(w.start and w.start.isoformat(), w.end and w.end.isoformat()) for w in found}
            hits.append((mention["date"]["start"], mention["date"]["end"]) in spans)
    assert sum(hits) / len(hits) >= FLOOR
