"""Against what a phrase is resolved, and how an interval becomes a `When`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from marsad.records import When
from marsad.when.grammar import Slots
from marsad.when.spans import Days, nearest

UNRESOLVED = When(None, None, "unresolved", "unresolved")


@dataclass(frozen=True, slots=True)
class Reference:
    """The publication date, whether the clause looks ahead, and what the sentence itself gave before.

    `year` is the year that the other end of a range named; `day` the last single day named before, `named`
    the last time. `every`: times are wanted that date no event too (a bare feast, "after two days").
    """

    published: date | None
    future: bool = False
    year: int | None = None
    day: date | None = None
    named: When | None = None
    every: bool = False
    ongoing: bool = False  # the clause tells of what still goes on ("they have been fighting for four days")

    def after(self, value: When | None) -> Reference:
        """The reference for what is named after a time."""
        if value is None or value.start is None:
            return self
        return replace(self, day=value.start if value.start == value.end else self.day, named=value)

    def pick(self, slots: Slots, slot: str) -> str:
        """Which of several days is meant: what the adjective says, else what the tense says."""
        said = slots.get(slot)
        return said.value if said else ("coming" if self.future else "recent")

    def choose(self, candidates: Callable[[date], list[Days | None]], pick: str, precision: str) -> When:
        """The candidate meant, given what the publication date offers; unresolved without that date."""
        if self.published is None:
            return UNRESOLVED
        return relative(nearest(candidates(self.published), self.published, pick), precision)


def absolute(days: Days | None, precision: str) -> When:
    """A time that the words alone fix."""
    return When(days.start, days.end, precision, "absolute") if days else UNRESOLVED


def relative(days: Days | None, precision: str) -> When:
    """A time that needed the publication date."""
    return When(days.start, days.end, precision, "published") if days else UNRESOLVED


def either(days: Days | None, precision: str, stated: bool) -> When:
    """A time that the words fix where they state its year, and that otherwise needed the publication date."""
    return (absolute if stated else relative)(days, precision)


def number(slots: Slots, slot: str) -> int | None:
    """The slot's value as a number, if the phrase has it."""
    return int(slots[slot].value) if slot in slots else None
