"""Stories: how events follow on one another, by the rules of data/same/courses.csv; linked, never merged.

Each event is linked to the nearest one before it on which it may follow, once for each sort of link and type.
The links of a country's events follow from these events alone, in whatever order they became known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.records import MACHINE, Judgement, Place, Reason
from marsad.same.spots import agree, kilometres
from marsad.same.traits import kin_of

LOOKED_AT = 50  # earlier events of one party or place that are looked at, the nearest first
AROUND = 25.0  # kilometres between two sites of one town
RECENT = timedelta(2)  # before publication, in which an undated event lies
EXACT = ("site", "near", "town")
REAL = ("happened", "ongoing")
SAME = "="
ALLIED = frozenset({"COALITION", "ARAB_COALITION", "NATO", "FOREIGN_FORCES"})  # codes that stand for several
Range = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Step:
    """An event as far as its course is concerned."""

    id: str
    type: str
    factuality: str
    start: date | None
    end: date | None
    told: date  # first published
    actors: frozenset[str]
    recipients: frozenset[str]
    place: Place | None
    fatalities: Range = (None, None)

    @property
    def when(self) -> tuple[date, date]:
        """Its place in a story: what is real by its day, what is only said by the day when it was said."""
        real = self.factuality in REAL and self.start is not None and self.start < self.told
        return (self.start if real and self.start else self.told), self.told


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of data/same/courses.csv."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    was: tuple[str, ...]
    now: tuple[str, ...]
    place: str
    parties: str
    days: int
    judgement: str


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            before=cell(row["before"]),
            after=cell(row["after"]),
            was=cell(row["was"]),
            now=cell(row["is"]),
            place=row["place"],
            parties=row["parties"],
            days=int(row["days"]),
            judgement=row["judgement"],
        )
        for row in read_table("same/courses.csv")
    )


@cache
def _rules_for(before: str, was: str, after: str, now: str) -> tuple[Rule, ...]:
    """The rules by which an event of this type and factuality goes on as one of that."""
    return tuple(
        rule
        for rule in _rules()
        if before in rule.before
        and after in ((before,) if rule.after == (SAME,) else rule.after)
        and was in rule.was
        and now in rule.now
    )


def longest() -> int:
    """The most days that may lie between two events that are linked."""
    return max(rule.days for rule in _rules())


def courses(steps: Sequence[Step], wanted: Set[str] | None = None) -> Iterator[Judgement]:
    """Judgements of level course between events' ids, the earlier left, for those of `wanted` (None: all)."""
    ordered = sorted(steps, key=lambda step: (step.when, step.id))
    before: dict[str, list[Step]] = defaultdict(list)
    for step in ordered:
        if wanted is None or step.id in wanted:
            yield from _links(_earlier(step, before), step)
        for key in _keys(step, step.actors | step.recipients):
            before[key].append(step)


def _keys(step: Step, parties: Iterable[str]) -> Iterator[str]:
    """Under which an event is found: parties and the exact place."""
    yield from (f"party {code}" for code in sorted(parties))
    if step.place is not None and step.place.id is not None and step.place.precision in EXACT:
        yield f"place {step.place.id}"


def _earlier(step: Step, before: dict[str, list[Step]]) -> list[Step]:
    """The nearest events before it that share a party or place, the nearest first."""
    found: dict[str, Step] = {}
    for key in _keys(step, {kin for code in step.actors | step.recipients for kin in kin_of(code)}):
        line = before[key]
        end = bisect_left(line, step.when, key=lambda one: one.when)  # of one moment nobody knows the order
        found |= {one.id: one for one in line[max(0, end - LOOKED_AT) : end]}
    return sorted(found.values(), key=lambda one: (one.when, one.id), reverse=True)


def _links(earlier: Sequence[Step], step: Step) -> Iterator[Judgement]:
    """The best link of each sort with each type: of a nearer place, and then the nearest in time."""
    best: dict[tuple[str, str], tuple[float, Judgement]] = {}
    for one in earlier:
        for rule in _rules_for(one.type, one.factuality, step.type, step.factuality):
            judgement = _judgement(rule, one, step) if _fits(rule, one, step) else None
            if judgement is None:
                continue
            near = float(_exact(one, step)) + len(one.actors & step.actors) / 100
            sort = judgement, one.type
            if sort not in best or near > best[sort][0]:
                best[sort] = near, _told(judgement, one, step)
    yield from (found for _, found in best.values())


def _fits(rule: Rule, one: Step, other: Step) -> bool:
    if not 0 <= (other.when[0] - one.when[0]).days <= rule.days:
        return False
    return _placed(rule.place, one, other) and (
        bool(_shared(rule.parties, one, other)) or (rule.parties == "any" and _nobody(one, other))
    )


def _shared(parties: str, one: Step, other: Step) -> frozenset[str]:
    """The parties of the later event that the earlier one names too, themselves or their kin."""
    if parties == "actor":
        return _kindred(one.actors, other.actors)
    return _kindred(one.actors | one.recipients, other.actors | other.recipients)


def _kindred(codes: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Those of the others that the codes name too, or else an alliance and its kin (COALITION and USA)."""
    near = (o for o in others if any(o in kin_of(c) and c in kin_of(o) and ALLIED & {o, c} for c in codes))
    return codes & others or frozenset(near)


def _nobody(one: Step, other: Step) -> bool:
    """Whether one of both names no party, and both the very same exact place."""
    silent = not (one.actors | one.recipients and other.actors | other.recipients)
    same = one.place is not None and other.place is not None and one.place.id == other.place.id
    return silent and same and _exact(one, other)


def _placed(place: str, one: Step, other: Step) -> bool:
    if one.place is None or other.place is None or one.place.country != other.place.country:
        return False
    if place == "site":
        return _exact(one, other)
    return place == "country" or agree(one.place, other.place)


def _exact(one: Step, other: Step) -> bool:
    """Whether both name an exact place, and one and the same or two that are round one town."""
    here, there = one.place, other.place
    if here is None or there is None or here.precision not in EXACT or there.precision not in EXACT:
        return False
    if None in (here.lat, here.lon, there.lat, there.lon):
        return here.id == there.id if here.id or there.id else fold(here.name) == fold(there.name)
    return agree(here, there) or kilometres(here, there) <= AROUND


def _judgement(rule: Rule, one: Step, other: Step) -> str | None:
    """The rule's judgement; of a toll, where both may be of one day: it rises, falls, or is told again."""
    if rule.judgement != "toll":
        return rule.judgement
    (low, high), (least, most) = one.fatalities, other.fatalities
    if None in (low if high is None else high, least if most is None else most) or not _one_day(one, other):
        return None
    dated = None not in (one.start, other.start)
    rises = high is not None and least is not None and high < least
    falls = low is not None and most is not None and most < low
    if rises or falls:
        return ("rises" if rises else "falls") if dated or _exact(one, other) else None
    return "follows" if dated or (low and (low, high) == (least, most)) else None


def _one_day(one: Step, other: Step) -> bool:
    """Whether both may have been on one day; what is told without a day was on that day or shortly before."""
    (first, last), (begin, end) = _days(one), _days(other)
    return first <= end and begin <= last


def _days(step: Step) -> tuple[date, date]:
    if step.start is None:
        return max(step.told, date.min + RECENT) - RECENT, step.told
    return step.start, step.end or step.start


def _told(judgement: str, one: Step, other: Step) -> Judgement:
    parties = sorted(_shared("any", one, other))
    reasons = (
        Reason("type", f"{one.type} ({one.factuality}), then {other.type} ({other.factuality})", 0.0),
        Reason("actors", ", ".join(parties), 0.0),
        Reason("place", _apart(one, other), 0.0),
        Reason("date", later((other.when[0] - one.when[0]).days), 0.0),
    )
    return Judgement("course", one.id, other.id, judgement, MACHINE, reasons=reasons)


def _apart(one: Step, other: Step) -> str:
    if one.place is None or other.place is None or not _exact(one, other):
        return "same country"
    return (
        "same place"
        if one.place.id == other.place.id
        else f"{kilometres(one.place, other.place):.0f} km apart"
    )


def later(days: int) -> str:
    """How long after, in words.

    >>> later(0), later(1), later(12)
    ('the same day', '1 day later', '12 days later')
    """
    return "the same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} later"
