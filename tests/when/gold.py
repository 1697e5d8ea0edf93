"""The annotated sentences of `gold.csv`: which words are a time, and what it is."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from marsad.arabic import sentences
from marsad.records import Found, When
from marsad.when import find_durations, find_times

_MARKED = re.compile(r"\[([^\]=]*)=([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Item:
    """A text, the date of its article, and (start, end, value as written) of each of its times."""

    text: str
    published: date | None
    times: tuple[tuple[int, int, str], ...]


def items() -> list[Item]:
    """Every row of the table."""
    lines = (Path(__file__).parent / "gold.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [_item(row["text"], row["published"]) for row in rows]


def _item(marked: str, published: str) -> Item:
    text, times, at = "", [], 0
    for mark in _MARKED.finditer(marked):
        text += marked[at : mark.start()]
        times.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return Item(text + marked[at:], date.fromisoformat(published) if published else None, tuple(times))


def found(item: Item) -> tuple[tuple[int, int, str], ...]:
    """The times and durations that the room finds, in the table's terms."""
    every = [
        one
        for sentence in sentences(item.text)
        for one in (*find_times(sentence, item.published, future=None), *find_durations(sentence))
    ]
    return tuple(sorted((one.start, one.end, written(one)) for one in every))


def written(one: Found[When]) -> str:
    """2020-03-26; 2020-03-16..2020-03-22 with nothing for an open end; P6M; "?" where nothing fixes it."""
    when = one.value
    if when.duration or when.basis == "unresolved":
        return when.duration or "?"
    days = str(when.start) if when.start == when.end else f"{when.start or ''}..{when.end or ''}"
    return f"{days} {when.bound}" if when.bound else days
