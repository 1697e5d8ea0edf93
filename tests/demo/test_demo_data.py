"""The bundled pages and our own gold: every offset, substring and name is what the codebook allows."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import marsad

ROOT = Path(__file__).parents[2]
PAGES = Path(marsad.__file__).parent / "data" / "demo"
POSTURE = {"withdraw", "deploy", "handover", "suspend", "resume", "force_level"}
TYPES = POSTURE | {"seize", "attack", "protest"}
FACTUALITIES = {"happened", "ongoing", "planned", "demanded", "denied", "possible"}
WITH_LOSSES = {"attack", "protest", "seize"}
WITH_RECIPIENTS = {"handover", "attack", "seize"}


def read_gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ROOT / "eval" / name).read_text("utf-8").splitlines()]


OWN = read_gold("own.jsonl")
SECOND = read_gold("second.jsonl") + read_gold("third.jsonl")
DEMO = read_gold("demo.jsonl")
MENTIONS = [
    pytest.param(article, mention, id=f"{article['id']}-{mention['start']}-{n}")
    for article in OWN + SECOND + DEMO
    for n, mention in enumerate(article["mentions"])
]


@pytest.mark.parametrize(("article", "mention"), MENTIONS)
def test_a_mention_stands_in_its_article(article: dict[str, Any], mention: dict[str, Any]) -> None:
    text = article["text"]
    start, end = mention["sentence"]
    assert text[mention["start"] : mention["end"]] == mention["trigger"]
    assert start <= mention["start"] < mention["end"] <= end <= len(text)
    assert "\n" not in text[start:end]
    around = text[max(0, mention["start"] - 1) : mention["start"]] + text[mention["end"] : mention["end"] + 1]
    assert re.fullmatch(r"[\u0621-\u0652]+", mention["trigger"]), "the trigger is one word"
    assert not re.search(r"[\u0621-\u0652]", around), "the trigger is the whole word"
    assert mention.get("quote", text[start:end]) == text[start:end]


@pytest.mark.parametrize(("article", "mention"), MENTIONS)
def test_a_mention_obeys_the_codebook(article: dict[str, Any], mention: dict[str, Any]) -> None:
    kind = mention["type"]
    assert kind in TYPES
    assert mention["factuality"] in FACTUALITIES
    assert mention["recipients"] == [] or kind in WITH_RECIPIENTS
    assert (mention["fatalities"], mention["wounded"]) == (None, None) or kind in WITH_LOSSES
    assert re.fullmatch(r"e\d+", mention["event"])
    place, role = mention["place"], mention["place_role"]
    assert role in ({"from", "to", "at"} if place else {None})
    if place:
        assert place["country"] is None or re.fullmatch("[A-Z]{2}", place["country"])


@pytest.mark.parametrize(("article", "mention"), MENTIONS)
def test_ranges_and_dates_run_forward(article: dict[str, Any], mention: dict[str, Any]) -> None:
    for slot in ("quantity", "fatalities", "wounded"):
        value = mention[slot]
        if value and None not in (value["low"], value["high"]):
            assert 0 <= value["low"] <= value["high"]
    if mention["date"]:
        ends = [date.fromisoformat(x) for x in (mention["date"]["start"], mention["date"]["end"]) if x]
        assert ends and ends == sorted(ends)


@pytest.mark.parametrize("article", OWN + SECOND + DEMO, ids=lambda a: a["id"])
def test_an_article_is_a_title_an_empty_line_and_a_body(article: dict[str, Any]) -> None:
    title, _, body = article["text"].partition("\n\n")
    assert title and body and "\n" not in title and "\n\n" not in body
    assert article["published"] is None or date.fromisoformat(article["published"])


def test_own_gold_covers_every_type_every_factuality_and_the_look_alikes() -> None:
    mentions = [m for article in OWN for m in article["mentions"]]
    assert {m["type"] for m in mentions} == TYPES
    assert {m["factuality"] for m in mentions} == FACTUALITIES
    assert len(OWN) >= 60
    assert sum(not article["mentions"] for article in OWN) >= 12
    assert max(Counter(article["id"] for article in OWN + SECOND + DEMO).values()) == 1


def decoded(name: str) -> str:
    raw = (PAGES / name).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1256")


def test_every_demo_page_has_its_gold() -> None:
    files = {path.name for path in PAGES.iterdir() if path.suffix in {".html", ".txt", ".jsonl"}}
    assert files == {article["id"].partition("#")[0] for article in DEMO}
    assert len(files) >= 14


@pytest.mark.parametrize("article", DEMO, ids=lambda a: a["id"])
def test_a_demo_page_holds_every_line_of_its_gold_text(article: dict[str, Any]) -> None:
    page = decoded(article["id"].partition("#")[0])
    assert [line for line in article["text"].split("\n") if line and line not in page] == []


def test_one_page_is_windows_1256_without_a_charset() -> None:
    legacy = []
    for path in PAGES.glob("*.html"):
        try:
            path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            legacy.append(path)
    assert len(legacy) == 1
    assert b"charset" not in legacy[0].read_bytes()
