"""An event from its claims: what they agree on, and where they differ both values with those who give them.

The same claims give the same event in whatever order they come. Copies of one text are one voice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic import fold
from marsad.records import COUNTS, Claim, Event
from marsad.same.days import dates_conflict, dates_of, span_of
from marsad.same.ranges import range_of
from marsad.same.spots import place_of, places_conflict
from marsad.same.standing import DENIED, standing_of
from marsad.same.texts import Group, Told, told

PART = "."  # IRQ.PARLIAMENT is a part of IRQ
UNNAMED = ("UNKNOWN_GUNMEN", "FOREIGN_FORCES")  # codes that name nobody: after those that do


def summarise(id: str, claims: Sequence[Claim], copies: Mapping[str, str]) -> Event:
    """The event that these claims tell of; `copies` says which article repeats which."""
    group = told(claims, copies)
    start, end = span_of(group)
    ranges = {slot: range_of(group, slot) for slot in COUNTS}
    days = sorted(one.claim.published for one in group if one.claim.published)
    differing = [slot for slot, over in ranges.items() if over is not None and over.conflict]
    return Event(
        id=id,
        type=_type(group),
        claims=tuple(one.claim for one in group),
        factuality=standing_of(group),
        actors=_parties(group, "actors"),
        recipients=_parties(group, "recipients"),
        place=place_of(group),
        start=start,
        end=end,
        dates=dates_of(group),
        quantity=ranges["quantity"],
        munitions=ranges["munitions"],
        fatalities=ranges["fatalities"],
        wounded=ranges["wounded"],
        outlets=tuple(sorted({one.claim.outlet for one in group if one.claim.outlet})),
        articles=len({one.claim.article for one in group}),
        evidence=len({one.text for one in group}),
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        conflicts=(*differing, *_conflicts(group)),
    )


def _type(group: Group) -> str:
    """The type that most texts give it."""
    held: dict[str, list[Told]] = {}
    for one in group:
        held.setdefault(one.claim.type, []).append(one)
    return min(held, key=lambda type: (-len({one.text for one in held[type]}), -len(held[type]), type))


def _parties(group: Group, role: str) -> tuple[str, ...]:
    """Every party in a role, whoever most texts name first; one that has no code goes by its spelling.

    Who names a part names the whole too, so that IRQ stands before IRQ.PARLIAMENT; both are kept, as a
    coalition and its member are.
    """
    texts: dict[str, set[str]] = {}
    spelt: dict[str, set[str]] = {}
    for one in group:
        for code in getattr(one.claim, role):
            key = fold(code)
            spelt.setdefault(key, set()).add(code)
            texts.setdefault(key, set()).add(one.text)
    for key, named in texts.items():
        whole = key.partition(PART)[0]
        if whole != key and whole in texts:
            texts[whole] |= named
    order = sorted(texts, key=lambda key: (key in _UNNAMED, -len(texts[key]), key))
    return tuple(min(spelt[key]) for key in order)


_UNNAMED = frozenset(map(fold, UNNAMED))


def _conflicts(group: Group) -> tuple[str, ...]:
    """What else the texts differ about."""
    said = {one.claim.factuality for one in group}
    differing = {
        "date": dates_conflict(group),
        "place": places_conflict(group),
        "factuality": DENIED in said and len(said) > 1,
    }
    return tuple(name for name, differs in differing.items() if differs)
