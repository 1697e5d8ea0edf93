"""Articles of the dev set in which nothing is to be coded (sport, economy, health, politics) stay empty."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from marsad.article import bare_article
from marsad.what import code_article

pytestmark = pytest.mark.shared
FEWEST = 15  # articles without events that the set must hold for the test to say anything


def test_nothing_is_coded_in_articles_without_events(shared: Path) -> None:
    lines = (shared / "gold" / "dev.jsonl").read_text("utf-8").splitlines()
    empty = [article for article in map(json.loads, lines) if not article["mentions"]]
    assert len(empty) >= FEWEST
    coded = {a["id"]: code_article(bare_article(a["id"], a["text"], None)) for a in empty}
    assert {id: [m.frame for m in found] for id, found in coded.items() if found} == {}
