"""The page that the first issue starts from, end to end: one article, its defects named, its facts coded."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from marsad import Reading, read
from marsad.records import EventMention, Failure

PAGE = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared") / "seed" / "page.txt"
PUBLISHED = date(2020, 3, 28)
THURSDAY = (date(2020, 3, 26), date(2020, 3, 26))
LAST_WEEK = (date(2020, 3, 16), date(2020, 3, 22))
TRUNK = "القيارة"  # the base, however the page writes the rest of its name
SECONDS = 1.0  # after start-up; 0.03 measured

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def reading() -> Reading:
    if not PAGE.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{PAGE} is not on this machine")
    [found] = read(PAGE, PUBLISHED)
    assert not isinstance(found, Failure), found
    return found


def facts(m: EventMention) -> dict[str, object]:
    """A mention's coded fields by name; ranges as pairs, parties as sorted codes joined by a blank."""
    counts = {"quantity": m.quantity, "killed": m.fatalities}
    return {
        "type": m.type,
        "actors": " ".join(sorted(a.value.code for a in m.actors)),
        "recipients": " ".join(sorted(r.value.code for r in m.recipients)),
        "place": m.place.value.name if m.place else "",
        "country": m.place.value.country if m.place else None,
        "date": (m.date.value.start, m.date.value.end) if m.date else None,
        "factuality": m.factuality.value,
        "attribution": m.attribution.value if m.attribution else "",
    } | {name: (found.value.low, found.value.high) if found else None for name, found in counts.items()}


def stated(reading: Reading, fact: dict[str, object]) -> bool:
    """Whether some mention states the fact: equal in every field named, places and sources in part."""
    told = [facts(mention) for mention in reading.mentions]
    return any(all(_same(name, value, one[name]) for name, value in fact.items()) for one in told)


def _same(name: str, wanted: object, found: object) -> bool:
    if name in ("place", "attribution") and wanted:
        return str(wanted) in str(found)
    return found in wanted if isinstance(wanted, set) else found == wanted


COALITION = {"actors": "COALITION"}
FACTS: dict[str, dict[str, object]] = {
    "the coalition withdrew from Qayyarah": {
        **COALITION, "type": "withdraw", "place": TRUNK, "country": "IQ", "date": None,
        "factuality": "happened",
    },
    "as announced on Thursday": {
        **COALITION, "type": "withdraw", "place": TRUNK, "date": THURSDAY, "factuality": "happened",
    },
    "and handed it to Iraqi forces": {
        **COALITION, "type": "handover", "recipients": "IRQ", "place": TRUNK, "factuality": "happened",
    },
    "on Thursday, the base and not the town beside it": {
        "type": "handover", "place": TRUNK, "date": THURSDAY,
    },
    "hundreds of its soldiers are leaving Iraq": {
        **COALITION, "type": "withdraw", "place": "العراق", "quantity": (200, 999), "factuality": "ongoing",
    },
    "it will withdraw its forces": {**COALITION, "type": "withdraw", "factuality": "planned"},
    "last week foreign forces left al-Qaim": {
        "type": "withdraw", "actors": "FOREIGN_FORCES FRA USA", "place": "القائم", "country": "IQ",
        "date": LAST_WEEK, "factuality": "happened",
    },
    "Britain and Australia withdrew trainers": {
        "type": "withdraw", "actors": "AUS GBR", "place": "العراق", "factuality": "happened",
    },
    "France will withdraw 200": {
        "type": "withdraw", "actors": "FRA", "place": "العراق", "quantity": (200, 200),
        "factuality": "planned",
    },
    "the Czechs withdrew about 30": {
        "type": "withdraw", "actors": "CZE", "place": "العراق", "quantity": (27, 33),
        "factuality": "happened",
    },
    "2,500 trainers have left the country": {
        **COALITION, "type": "withdraw", "place": "العراق", "quantity": (2500, 2500),
        "factuality": "happened",
    },
    "or are leaving": {
        **COALITION, "type": "withdraw", "place": "العراق", "quantity": (2500, 2500),
        "factuality": "ongoing",
    },
    "training is suspended": {
        **COALITION, "type": "suspend", "country": "IQ", "factuality": {"happened", "ongoing"},
    },
    "parliament voted for 5,200 US soldiers to leave": {
        "type": "withdraw", "actors": "USA", "place": "العراق", "quantity": (5200, 5200),
        "factuality": "demanded",
    },
    "a US air strike near Baghdad airport": {
        "type": "attack", "actors": "USA", "place": "مطار بغداد", "country": "IQ", "factuality": "happened",
        "killed": (2, 2),
    },
    "the coalition's spokesman said that it was handed over, by name": {
        "type": "handover", "attribution": "كاغينز",
    },
    "a third of the country, no base, was taken years ago": {
        "type": "seize", "actors": "ISIS", "place": "العراق",
    },
}  # fmt: skip
KNOWN_GAPS: dict[str, dict[str, object]] = {
    "attribution: who proclaimed a victory is no source of what was taken before": {
        "type": "seize", "attribution": "",
    },
}  # fmt: skip


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS.keys())
def test_a_fact_of_the_page_is_coded(reading: Reading, fact: dict[str, object]) -> None:
    assert stated(reading, fact), [facts(mention) for mention in reading.mentions]


@pytest.mark.parametrize("fact", KNOWN_GAPS.values(), ids=KNOWN_GAPS.keys())
def test_a_known_gap_is_still_one(reading: Reading, fact: dict[str, object]) -> None:
    assert not stated(reading, fact)


def test_it_is_one_article_with_its_defects_named(reading: Reading) -> None:
    article = reading.article
    assert TRUNK in article.title
    assert article.text.count("5200") == 1  # the body once
    kinds = {defect.kind for defect in article.defects}
    assert {"headline_variant", "repeated_body", "share_bar", "stray_keyword"} <= kinds
    [variant] = [defect.text for defect in article.defects if defect.kind == "headline_variant"]
    assert TRUNK not in variant
    assert "facebook" not in article.text


def test_the_stray_keyword_is_reported_and_not_read(reading: Reading) -> None:
    [keyword] = {defect.text for defect in reading.article.defects if defect.kind == "stray_keyword"}
    lines = reading.article.text.splitlines()
    assert len(keyword.split()) == 2
    assert not any(line.rstrip(" .").endswith(keyword) for line in lines)


def test_nothing_is_coded_twice(reading: Reading) -> None:
    triggers = [mention.trigger for mention in reading.mentions]
    assert len(set(triggers)) == len(triggers)


def test_every_value_points_to_its_words_on_the_page(reading: Reading) -> None:
    page = PAGE.read_text("utf-8")
    text = reading.article.text
    words = [m.trigger for m in reading.mentions] + [a.spans[0] for m in reading.mentions for a in m.actors]
    for span in words:
        start = reading.article.to_page(span.start)
        assert page[start : start + span.end - span.start] == text[span.start : span.end]


def test_without_a_date_of_publication_relative_days_stay_open(reading: Reading) -> None:
    [found] = read(PAGE)
    assert isinstance(found, Reading)
    dates = [m.date.value for m in found.mentions if m.date]
    assert dates
    assert {(when.start, when.end, when.basis) for when in dates} == {(None, None, "unresolved")}


def test_it_reads_within_a_second(reading: Reading) -> None:
    started = time.perf_counter()
    list(read(PAGE, PUBLISHED))
    assert time.perf_counter() - started < SECONDS
