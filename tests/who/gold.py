"""The annotated sentences of gold.csv, and the figures of the room on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from csv import DictReader
from datetime import date
from pathlib import Path
from typing import NamedTuple

from marsad.arabic import sentences
from marsad.records import Actor, Found
from marsad.who import find_names, resolve

GOLD = Path(__file__).with_name("gold.csv")
NO_PARTY = ("place", "demonym", "aside")  # as the room of entities leaves them out


class Item(NamedTuple):
    text: str
    countries: tuple[str, ...]
    published: date | None
    parties: tuple[tuple[int, int, frozenset[str]], ...]


class Figures(NamedTuple):
    gold: int
    found: int
    hits: int  # overlapping
    whole: int  # of the same words
    right: int  # with the same code


def items() -> list[Item]:
    with GOLD.open(encoding="utf-8") as file:
        rows = list(DictReader(line for line in file if not line.startswith("#")))
    return [_item(row) for row in rows]


def _item(row: dict[str, str]) -> Item:
    text, parties, at = "", [], 0
    for match in re.finditer(r"\[([^\]=]+)=([^\]]+)\]", row["text"]):
        text += row["text"][at : match.start()]
        parties.append((len(text), len(text) + len(match[1]), frozenset(match[2].split("+"))))
        text += match[1]
        at = match.end()
    day = date.fromisoformat(row["published"]) if row["published"] else None
    return Item(text + row["text"][at:], (row["countries"],), day, tuple(parties))


def read(item: Item) -> list[Found[Actor]]:
    before: list[Found[Actor]] = []
    for sentence in sentences(item.text):
        for found in find_names(sentence, before):
            known = resolve(found, before, item.countries, item.published)
            if known is not None:
                before.append(known)
    return [found for found in before if found.rule not in NO_PARTY]


def _holds(party: tuple[int, int, frozenset[str]], one: Found[Actor]) -> bool:
    """Whether the find is only a part of an annotated one: the body inside an office."""
    return party[0] < one.start and one.end <= party[1]


def figures(gold: Sequence[Item], wrong: list[str] | None = None) -> Figures:
    told, count = [] if wrong is None else wrong, [0, 0, 0, 0, 0]
    for item in gold:
        found: dict[tuple[int, int], set[str]] = {}
        every = read(item)
        starts = {one.start for one in every}
        for one in every:
            if not any(party[0] in starts and _holds(party, one) for party in item.parties):
                found.setdefault((one.start, one.end), set()).add(one.value.code)
        count[0] += len(item.parties)
        count[1] += len(found)
        free = dict(found)
        for start, end, codes in item.parties:
            span = max(
                (s for s in free if s[0] < end and start < s[1]),
                key=lambda s: min(s[1], end) - max(s[0], start),
                default=None,
            )
            words = item.text[start:end]
            if span is None:
                told.append(f"missed {words} {set(codes)}")
                continue
            count[2] += 1
            count[3] += span == (start, end)
            count[4] += free[span] == codes
            if span != (start, end) or free[span] != codes:
                told.append(f"{words} {set(codes)} read {item.text[span[0] : span[1]]} {free[span]}")
            del free[span]
        told += [f"invented {item.text[s[0] : s[1]]} {codes}" for s, codes in free.items()]
    return Figures(*count)
