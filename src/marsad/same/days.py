"""When it happened: every date given with its claims, and the span of the best supported ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from marsad.records import When
from marsad.same.texts import Group, Told, ids

Days = tuple[date, date]
HAPPENED = ("happened", "ongoing")
Dated = dict[When, list[Told]]


def dates_of(group: Group) -> tuple[tuple[When, tuple[str, ...]], ...]:
    """Every date that the claims give, the earliest first, with the ids of these claims."""
    return tuple((when, ids(claims)) for when, claims in _dated(group).items())


def span_of(group: Group) -> tuple[date | None, date | None]:
    """From when to when: the exact dates that most texts bear out, from the first to the last of them.

    Those who say that it happened know better than those who planned it, both better than those who deny it.
    """
    dated = _best_informed(group)
    if not dated:
        return None, None
    exact = [when for when in dated if not any(_inside(other, when) for other in dated)]
    borne = {when: (_bearing(when, dated), len({one.text for one in dated[when]})) for when in exact}
    best = [when for when in exact if borne[when] == max(borne.values())]
    return _earliest(best), _latest(best)


def dates_conflict(group: Group) -> bool:
    """Whether two texts give dates that exclude each other."""
    dated = _best_informed(group)
    pairs = combinations(dated, 2)
    return any(
        not overlap(one, other) and len({told.text for when in (one, other) for told in dated[when]}) > 1
        for one, other in pairs
    )


def overlap(one: When, other: When) -> bool:
    """Whether two times have a day in common; an open end goes on for ever."""
    (start, end), (begin, stop) = _days(one), _days(other)
    return start <= stop and begin <= end


def _best_informed(group: Group) -> Dated:
    """The dates of those who say that it happened, or else of those who do not deny it, or else of all."""
    dated = [one for one in group if _resolved(one)]
    for known in (
        [one for one in dated if one.claim.factuality in HAPPENED],
        [one for one in dated if one.claim.factuality != "denied"],
    ):
        if known:
            return _dated(known)
    return _dated(dated)


def _dated(group: Sequence[Told]) -> Dated:
    """The claims by the date they give; the same days are the same date however they were said."""
    held: dict[tuple[str, str, str], list[Told]] = {}
    for one in group:
        when = one.claim.date
        if when is not None and _resolved(one):
            held.setdefault((str(when.start), str(when.end), when.precision), []).append(one)
    found = {min(_whens(held[key]), key=lambda when: when.basis): held[key] for key in sorted(held)}
    return dict(sorted(found.items(), key=lambda item: _days(item[0])))


def _whens(group: Sequence[Told]) -> list[When]:
    return [one.claim.date for one in group if one.claim.date is not None]


def _resolved(one: Told) -> bool:
    when = one.claim.date
    return when is not None and (when.start is not None or when.end is not None)


def _days(when: When) -> Days:
    return when.start or date.min, when.end or date.max


def _inside(inner: When, outer: When) -> bool:
    (start, end), (begin, stop) = _days(inner), _days(outer)
    return begin <= start and end <= stop and (begin, stop) != (start, end)


def _bearing(when: When, dated: Dated) -> int:
    """How many texts give a date that this one is compatible with."""
    return len({one.text for other, claims in dated.items() if overlap(when, other) for one in claims})


def _earliest(whens: Sequence[When]) -> date | None:
    starts = [when.start for when in whens]
    return None if None in starts else min(start for start in starts if start is not None)


def _latest(whens: Sequence[When]) -> date | None:
    ends = [when.end for when in whens]
    return None if None in ends else max(end for end in ends if end is not None)
