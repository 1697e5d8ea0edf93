"""Files of checked groups: articles on one event, chains of updates, near-duplicates."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.errors import BadUse

NEARDUPS = ("neardup", "neardup_cross", "neardup_same_outlet")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A group: the articles on one event, and where given the words of each that state it."""

    name: str
    ids: tuple[str, ...]
    quotes: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Groups:
    """A file of groups."""

    events: tuple[Named, ...]
    chains: tuple[Named, ...]
    copies: tuple[Pair, ...]
    no_copies: tuple[Pair, ...]  # pairs that look alike and are none
    different: tuple[tuple[str, str, str, str], ...]  # two articles, and a quote of each: two events

    @property
    def ids(self) -> frozenset[str]:
        """Every article that the file names."""
        named = {id for group in (*self.events, *self.chains) for id in group.ids}
        return frozenset(named | {id for pair in self.copies for id in pair} | self._apart())

    def _apart(self) -> set[str]:
        return {id for row in (*self.different, *self.no_copies) for id in row[:2]}


def read_groups(path: Path) -> Groups:
    """The groups of a file; raises BadUse where it holds none."""
    try:
        data = json.loads(path.read_text("utf-8"))
        return Groups(
            events=tuple(map(_named, data.get("events", ()))),
            chains=tuple(map(_named, data.get("chains", ()))),
            copies=tuple((pair["a"], pair["b"]) for key in NEARDUPS for pair in data.get(key, ())),
            no_copies=tuple((pair[0], pair[1]) for pair in data.get("not_neardup", ())),
            different=tuple((row[0], row[1], row[3], row[4]) for row in data.get("different", ())),
        )
    except OSError as error:
        raise BadUse(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        wanted = "expected a JSON object with events, chains and neardup lists"
        raise BadUse(f"{path}: {wanted}, found something else ({error})") from error


def _named(row: dict[str, Any]) -> Named:
    quotes = {id: tuple(told) for id, told in row.get("quotes", {}).items()}
    return Named(row["name"], tuple(dict.fromkeys(row["ids"])), quotes)
