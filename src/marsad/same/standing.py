"""Whether it happened, as the latest and best sources say; a denial beside a claim stays in the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from marsad.same.texts import Group, Told

STEPS = (
    "happened",
    "ongoing",
    "planned",
    "demanded",
    "possible",
)  # what is further outweighs what was before
DENIED = "denied"


def standing_of(group: Group) -> str:
    """The furthest step that at least half of the texts bear out, from the day on when one first told of it.

    A plan of yesterday does not count against the report of today; denied is what more than half deny.
    """
    said = [(_verdict(claims), min(one.day for one in claims)) for claims in _by_text(group)]
    if 2 * sum(verdict == DENIED for verdict, _ in said) > len(said):
        return DENIED
    claimed = [(verdict, day) for verdict, day in said if verdict != DENIED]
    for at, step in enumerate(STEPS):
        if any(verdict == step for verdict, _ in claimed) and _share(claimed, STEPS[: at + 1]) >= 0.5:
            return step
    return _most(verdict for verdict, _ in said)


def _by_text(group: Group) -> Iterable[list[Told]]:
    held: dict[str, list[Told]] = {}
    for one in group:
        held.setdefault(one.text, []).append(one)
    return held.values()


def _verdict(claims: Iterable[Told]) -> str:
    """What one text says: most of its claims, and of two the further step."""
    return _most(one.claim.factuality for one in claims)


def _most(values: Iterable[str]) -> str:
    count = Counter(values)
    steps = {step: at for at, step in enumerate(STEPS)}
    return min(count, key=lambda value: (-count[value], steps.get(value, len(STEPS)), value))


def _share(said: list[tuple[str, date]], verdicts: tuple[str, ...]) -> float:
    """Which part of the texts says one of these, from the day on when the last of them was first said."""
    days = [day for verdict, day in said if verdict == verdicts[-1]]
    since = [verdict for verdict, day in said if days and day >= min(days)]
    return sum(verdict in verdicts for verdict in since) / len(since) if since else 0.0
