"""Scores linking against checked groups: near-duplicate articles, articles on one event, chains of updates.

Comes in: a file of groups (events, chains, neardup lists; each article by its id) and the articles. They go
through the very `add` that users call, into a store that is thrown away; then the store is asked. What each
figure means stands with its record.
"""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from pathlib import Path

from marsad.arabic import fold
from marsad.errors import BadUse
from marsad.evaluation.groups import Groups, Named, Pair, read_groups
from marsad.evaluation.linked import Linked
from marsad.records import Failure
from marsad.store import add, open_store

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copies:
    """Near-duplicates. Recall: listed pairs that are joined (as copies, or as versions of one page).

    Precision: of the joined pairs of named articles those that are right: listed, or following from listed
    pairs (a~b, b~c), or with as many words in common as the least alike listed pair, and not listed as no
    copies. Lists are not complete: `unlisted` says how many rest on their words alone, `strict` is the share
    without these.
    """

    listed: int
    found: int
    joined: int
    right: int
    unlisted: int
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]

    @property
    def recall(self) -> float:
        """Share of the listed pairs that are joined."""
        return self.found / self.listed if self.listed else 1.0

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are right."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def strict(self) -> float:
        """Share of the joined pairs that the file lists, or that follow from those."""
        return (self.joined - self.unlisted) / self.joined if self.joined else 1.0


@dataclass(frozen=True, slots=True)
class GroupScore:
    """One group: its event in the store, who is in it, who is missing, whom it took from elsewhere."""

    name: str
    event: str | None
    articles: int
    joined: tuple[str, ...]
    uncoded: tuple[str, ...]  # articles without a mention that could be the event: the coder's loss
    apart: tuple[str, ...]  # articles whose mention was not joined: the linker's loss
    strangers: tuple[str, ...]  # articles of other groups that are in it


@dataclass(frozen=True, slots=True)
class Events:
    """Same-event groups, pairwise over articles: a pair is joined where both are in the group's event.

    A group's event is the one that holds most of its articles (by their quotes where the file has them);
    ties go to the one with fewest strangers. `between`: pairs of groups that have one and the same event.
    """

    right: int
    wrong: int
    missed: int
    groups: tuple[GroupScore, ...]
    between: tuple[Pair, ...]
    different: int  # pairs of quotes that tell of two events ...
    mixed: int  # ... and were joined

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are of one group."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the groups' pairs that are joined."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Chains:
    """Chains of updates: steps from one article to the next that are linked (or one event), and in order."""

    steps: int
    linked: int
    ordered: int
    missed: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class LinkingScore:
    """All figures of one file."""

    articles: int
    absent: tuple[str, ...]  # named by the groups, but not among the articles
    failures: tuple[Failure, ...]
    copies: Copies
    events: Events
    chains: Chains


def evaluate_linking(groups: Path, stream: Path, whole: bool = False) -> LinkingScore:
    """Add the articles that the groups name (`whole`: all of the file) and score what was linked.

    Raises BadUse where one of the files cannot be used.
    """
    named = read_groups(groups)
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder:
        chosen = stream if whole else _chosen(stream, named.ids, Path(folder, "articles.jsonl"))
        with open_store(Path(folder, "marsad.db")) as store:
            failures = tuple(found for found in add([chosen], store) if isinstance(found, Failure))
            linked = Linked(store)
    return LinkingScore(
        articles=len(linked.text),
        absent=tuple(sorted(named.ids - linked.text.keys())),
        failures=failures,
        copies=_copies(linked, named),
        events=_events(linked, named),
        chains=_chains(linked, named),
    )


def _chosen(stream: Path, ids: Set[str], out: Path) -> Path:
    """The lines of the stream whose article is named, in a file of their own."""
    opened = gzip.open if stream.suffix == ".gz" else open
    try:
        with opened(stream, "rt", encoding="utf-8") as lines, out.open("w", encoding="utf-8") as kept:
            kept.writelines(line for line in lines if _id(line) in ids)
    except (OSError, ValueError, EOFError) as error:
        raise BadUse(
            f"{stream}: expected articles as JSON Lines, found what cannot be read ({error})"
        ) from error
    if not out.stat().st_size:
        raise BadUse(f"{stream}: expected articles that the groups name, found none of them")
    return out


def _id(line: str) -> str | None:
    try:
        record = json.loads(line)
    except ValueError:  # `add` says what is wrong with a line
        return None
    return record.get("id") if isinstance(record, dict) else None


def _copies(linked: Linked, groups: Groups) -> Copies:
    listed = {_sorted(pair) for pair in groups.copies if set(pair) <= linked.text.keys()}
    apart = {_sorted(pair) for pair in groups.no_copies if set(pair) <= linked.text.keys()}
    named = sorted({id for pair in listed | apart for id in pair})
    joined = {pair for pair in combinations(named, 2) if linked.repeats(*pair)}
    closed = _closure(listed)
    bar = min((words_alike(linked.text[a], linked.text[b]) for a, b in listed), default=1.0)
    unlisted = {pair for pair in joined if closed.get(pair[0], pair[0]) != closed.get(pair[1], pair[1])}
    unlike = {pair for pair in unlisted if words_alike(linked.text[pair[0]], linked.text[pair[1]]) < bar}
    wrong = unlike | (joined & apart)
    return Copies(
        listed=len(listed),
        found=len(listed & joined),
        joined=len(joined),
        right=len(joined - wrong),
        unlisted=len(unlisted),
        missed=tuple(sorted(listed - joined)),
        wrong=tuple(sorted(wrong)),
    )


def words_alike(one: str, other: str) -> float:
    """The cosine of the word counts of two texts, 0 to 1: another measure than the one that joins copies."""
    first, second = (Counter(WORD.findall(fold(text))) for text in (one, other))
    dot = sum(count * second[word] for word, count in first.items())
    length = sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
    return dot / length if length else 0.0


def _sorted(pair: Pair) -> Pair:
    return min(pair), max(pair)


def _closure(pairs: Iterable[Pair]) -> dict[str, str]:
    """For each article one that stands for all it hangs together with."""
    head: dict[str, str] = {}
    for one, other in sorted(pairs):
        first, second = head.setdefault(one, one), head.setdefault(other, other)
        head = {id: first if top == second else top for id, top in head.items()}
    return head


def _events(linked: Linked, groups: Groups) -> Events:
    everyone = {id for group in groups.events for id in group.ids}
    scores = [_group(linked, group, everyone) for group in groups.events]
    pairs = [len(score.joined) * (len(score.joined) - 1) // 2 for score in scores]
    wanted = [score.articles * (score.articles - 1) // 2 for score in scores]
    mixed = [
        row
        for row in groups.different
        if linked.events_in(row[0], [row[2]]) & linked.events_in(row[1], [row[3]])
    ]
    between = [
        (one.name, other.name)
        for one, other in combinations(scores, 2)
        if one.event is not None and one.event == other.event
    ]
    return Events(
        right=sum(pairs),
        wrong=sum(len(score.joined) * len(score.strangers) for score in scores),
        missed=sum(wanted) - sum(pairs),
        groups=tuple(scores),
        between=tuple(between),
        different=len(groups.different),
        mixed=len(mixed),
    )


def _group(linked: Linked, group: Named, everyone: Set[str]) -> GroupScore:
    told = {id: linked.events_in(id, group.quotes.get(id) if group.quotes else None) for id in group.ids}
    cover = Counter(event for events in told.values() for event in events)
    event = min(
        cover,
        key=lambda event: (-cover[event], len(linked.events[event] & everyone), event),
        default=None,
    )
    inside = linked.events[event] & everyone if event else set()
    return GroupScore(
        name=group.name,
        event=event,
        articles=len(group.ids),
        joined=tuple(id for id in group.ids if id in inside),
        uncoded=tuple(id for id in group.ids if not told[id] and id not in inside),
        apart=tuple(id for id in group.ids if told[id] and id not in inside),
        strangers=tuple(sorted(inside - set(group.ids))),
    )


def _chains(linked: Linked, groups: Groups) -> Chains:
    steps = [pair for chain in groups.chains for pair in pairwise(chain.ids)]
    forward = [_linked(linked, one, other) for one, other in steps]
    backward = [_linked(linked, other, one) for one, other in steps]
    return Chains(
        steps=len(steps),
        linked=sum(a or b for a, b in zip(forward, backward, strict=True)),
        ordered=sum(forward),
        missed=tuple(pair for pair, found in zip(steps, forward, strict=True) if not found),
    )


def _linked(linked: Linked, earlier: str, later: str) -> bool:
    """Whether the two share an event, or a course leads from an event of the one to one of the other."""
    first, second = linked.events_in(earlier), linked.events_in(later)
    return bool(first & second) or any((a, b) in linked.courses for a in first for b in second)
