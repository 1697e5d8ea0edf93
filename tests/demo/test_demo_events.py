"""The demo's events: what several bundled pages tell of, each figure and date with the page that gives it.

What is expected is read from the pages by themselves: nothing here knows a number.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import marsad
from marsad import Reading
from marsad.records import EventMention, Found, Quantity
from tests.conftest import Run

PAGES = Path(marsad.__file__).parent / "data" / "demo"
Event = dict[str, Any]


def page(start: str) -> Reading:
    """The reading of the bundled page whose name begins so."""
    [path] = [path for path in PAGES.iterdir() if path.name.startswith(start)]
    [found] = marsad.read(path)
    assert isinstance(found, Reading)
    return found


def given(reading: Reading, slot: str, wanted: Callable[[EventMention], bool]) -> set[tuple[Any, Any]]:
    """The ranges that a page's mentions give in a field."""
    counts: list[Found[Quantity] | None] = [getattr(m, slot) for m in reading.mentions if wanted(m)]
    return {(count.value.low, count.value.high) for count in counts if count}


@pytest.fixture(scope="module")
def events() -> list[Event]:
    import subprocess
    import sys

    command = [sys.executable, "-c", "from marsad.cli import main; main()", "demo", "--events", "--json"]
    ran = subprocess.run(command, capture_output=True, check=True)
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def of_pages(events: list[Event], type: str, *starts: str) -> Event:
    """The one event of a type that all of these pages tell of."""
    [event] = [
        event for event in events
        if event["type"] == type
        and all(any(m["source"].startswith(f"demo/{start}") for m in event["mentions"]) for start in starts)
    ]  # fmt: skip
    return event


def figures(event: Event, slot: str) -> dict[tuple[Any, Any], set[str]]:
    """(low, high) → the sources of the claims that give it."""
    source = {mention["id"]: mention["source"] for mention in event["mentions"]}
    return {(f["low"], f["high"]): {source[id] for id in f["claims"]} for f in event[slot]["figures"]}


def test_the_rockets_of_one_attack_are_a_range_with_its_sources(events: list[Event]) -> None:
    starts = ("04", "05", "06")
    event = of_pages(events, "attack", *starts)
    found = figures(event, "munitions")
    said = {start: given(page(start), "munitions", lambda m: m.type == "attack") for start in starts}
    assert len(set().union(*said.values())) == 3 and set(found) == set().union(*said.values())
    for start, counts in said.items():
        for count in counts:
            assert any(source.startswith(f"demo/{start}") for source in found[count])
    over = event["munitions"]
    assert (over["low"], over["high"]) == (min(low for low, _ in found), max(high for _, high in found))
    assert over["conflict"] and "munitions" in event["conflicts"]
    assert all(figure["outlets"] for figure in over["figures"])


def test_two_counts_of_one_withdrawal_stand_as_two_claims(events: list[Event]) -> None:
    def french(mention: EventMention) -> bool:
        return mention.type == "withdraw" and "FRA" in [actor.value.code for actor in mention.actors]

    event = of_pages(events, "withdraw", "08", "09")
    found = figures(event, "quantity")
    sources = set().union(*found.values())
    assert {source[5:7] for source in sources} >= {"08", "09"}
    ours = given(page("09"), "quantity", french)
    assert ours and ours <= set(found)
    others = [count for count, source in found.items() if any(one.startswith("demo/08") for one in source)]
    assert others and not ours & set(others)
    assert event["quantity"]["conflict"] and "quantity" in event["conflicts"]


def test_two_days_of_one_hand_over_are_both_kept(events: list[Event]) -> None:
    event = of_pages(events, "handover", "02", "03")
    days = {
        (m.date.value.start, m.date.value.end)
        for start in ("02", "03")
        for m in page(start).mentions
        if m.type == "handover" and m.date and m.place and m.date.value.precision == "day"
    }
    kept = {(when["start"], when["end"]) for when in event["dates"]}
    assert len(kept) == 2 and kept <= {(str(start), str(end)) for start, end in days}
    assert (event["start"], event["end"]) == (min(start for start, _ in kept), max(end for _, end in kept))
    assert "date" in event["conflicts"]


def test_every_source_of_the_events_is_a_bundled_page(events: list[Event]) -> None:
    names = {path.name for path in PAGES.iterdir()}
    sources = {m["source"].partition("#")[0] for event in events for m in event["mentions"]}
    assert {source.removeprefix("demo/") for source in sources} <= names


def test_the_demo_shows_the_events_after_the_readings(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "demo.db"
    code, out, err = run("demo", "--store", str(file))
    readings, _, told = out.partition("What the pages tell together")
    assert code == 0 and len(readings) > 5000 and "they exclude each other" in told
    assert f"marsad show ID --store {file}" in err
    [id] = {line.split()[0] for line in told.splitlines() if "attack · happened" in line}
    assert run("show", id, "--store", str(file))[0] == 0


def test_json_without_events_stays_what_it_was(run: Run) -> None:
    out = run("demo", "--json")[1]
    assert all("mentions" in json.loads(line) and "text" in json.loads(line) for line in out.splitlines())
    assert "What the pages" not in out
