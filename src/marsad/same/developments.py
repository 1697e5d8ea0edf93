"""How the reports of one event develop: a toll that rises or falls, a plan that is carried out, a denial.

Judgements of level course between two of its claims, the earlier left; they stay one event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.records import MACHINE, Event, Judgement, Quantity, Reason
from marsad.same.courses import later
from marsad.same.ranges import excludes, figures_by_day
from marsad.same.standing import DENIED, STEPS
from marsad.same.texts import Told, told

TOLLS = ("fatalities", "wounded")  # numbers that rise as more is known
COUNTS = ("quantity", "munitions")  # numbers that an outlet may correct
AHEAD = ("planned", "demanded", "possible")


def developments(event: Event, copies: Mapping[str, str] | None = None) -> Iterator[Judgement]:
    """What the later reports of an event say otherwise than the earlier ones."""
    if len(event.claims) < 2:
        return
    group = [one for one in told(event.claims, copies or {}) if one.claim.published]
    for slot in (*TOLLS, *COUNTS):
        yield from _numbers(figures_by_day(group, slot), slot)
    yield from _steps(group)
    yield from _denials(group)


def _numbers(given: Sequence[tuple[Told, Quantity]], slot: str) -> Iterator[Judgement]:
    """Each number that excludes the last one before its day, and what became of it."""
    last: list[tuple[Told, Quantity]] = []
    for one, count in _best_of_texts(given):
        before = [pair for pair in last if pair[0].day < one.day]
        news = _key(count) not in {_key(other) for _, other in last}
        last.append((one, count))
        if not (before and news and excludes(_key(before[-1][1]), _key(count))):
            continue
        judgement = _change(before[-1], (one, count), slot)
        if judgement:
            found = f"{slot} {_plain(before[-1][1])}, then {_plain(count)}"
            yield _course(before[-1][0], one, judgement, Reason(slot, found, 0.0))


def _best_of_texts(given: Sequence[tuple[Told, Quantity]]) -> list[tuple[Told, Quantity]]:
    """The highest number of each text, as they were published: what it counts in parts is less."""
    best: dict[str, tuple[Told, Quantity]] = {}
    for one, count in given:
        held = best.get(one.text)
        if held is None or (count.low or 0) > (held[1].low or 0):
            best[one.text] = one, count
    return sorted(best.values(), key=lambda pair: (pair[0].day, pair[0].claim.id))


def _change(earlier: tuple[Told, Quantity], later: tuple[Told, Quantity], slot: str) -> str | None:
    """Tolls rise whoever says so; that a number is lower or another one is news of the same outlet only."""
    own = earlier[0].claim.outlet == later[0].claim.outlet is not None
    rises = (later[1].low or 0) > (earlier[1].low or 0)
    if slot in TOLLS and rises:
        return "rises"
    if not own:
        return None
    return "falls" if slot in TOLLS else "corrected"


def _steps(group: Sequence[Told]) -> Iterator[Judgement]:
    """From the last plan before the first report to that report."""
    done = next((one for one in group if one.claim.factuality == STEPS[0]), None)
    if done is None:
        return
    plans = [one for one in group if one.claim.factuality in AHEAD and one.day < done.day]
    if plans:
        found = f"{plans[-1].claim.factuality}, then {done.claim.factuality}"
        yield _course(plans[-1], done, "carried_out", Reason("factuality", found, 0.0))


def _denials(group: Sequence[Told]) -> Iterator[Judgement]:
    """From the last claim before the first denial to that denial, of another text."""
    denial = next((one for one in group if one.claim.factuality == DENIED), None)
    if denial is None:
        return
    said = [
        one for one in group
        if one.claim.factuality != DENIED and one.day <= denial.day and one.text != denial.text
    ]  # fmt: skip
    if said:
        found = f"{said[-1].claim.factuality}, then denied"
        yield _course(said[-1], denial, DENIED, Reason("factuality", found, 0.0))


def _course(one: Told, other: Told, judgement: str, reason: Reason) -> Judgement:
    days = (other.day - one.day).days
    reasons = (reason, Reason("date", later(days), 0.0))
    return Judgement("course", one.claim.id, other.claim.id, judgement, MACHINE, reasons=reasons)


def _key(count: Quantity) -> tuple[float | None, float | None, str | None]:
    return count.low, count.high, count.unit


def _plain(count: Quantity) -> str:
    low, high = ("" if end is None else f"{end:g}" for end in (count.low, count.high))
    return low if low == high else f"{low}–{high}"
