"""What a claim's sentence says of its event beside the values: whether it names the place, how the attack was
made, whether it sums up several.

The coder gives every claim a place; half of the towns stand in another sentence (measured on the stream).
Such a place is likely, one that the sentence names is sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.records import Claim, Place, When
from marsad.same.words import listed, listed_raw, words_in

LONG = 6  # days; what went on for longer is no single attack
RECURRING = ("attack", "protest")  # types of what happens by the day
MANNERS = ("air", "guns", "bomb", "shots")  # those that words.csv has cues of


@dataclass(frozen=True, slots=True)
class Clue:
    """What one claim's sentence says beside the values of the claim."""

    words: frozenset[str]
    stated: bool  # it names the claim's place
    manners: frozenset[str]  # how the attack may have been made; none: it does not say
    sums: bool  # it tells of several events at once: a campaign, the dead of a month


def clue_of(claim: Claim) -> Clue:
    """The clues of a claim."""
    words = frozenset(words_in(claim.quote))
    return Clue(
        words=words,
        stated=claim.place is not None and bool(words & name_of(claim.place)),
        manners=_manners(claim, words),
        sums=_sums(claim, words),
    )


def name_of(place: Place) -> frozenset[str]:
    """The words of a place's name that are its own."""
    words = frozenset(words_in(place.name))
    return words - listed("head") or words


def _manners(claim: Claim, words: frozenset[str]) -> frozenset[str]:
    if claim.type != "attack":
        return frozenset()
    told = _by_frame().get(claim.frame)
    if told is not None:
        return told
    cued = [manner for manner in MANNERS if words & listed(manner)]
    return frozenset(cued) if len(cued) == 1 else frozenset()


def _sums(claim: Claim, words: frozenset[str]) -> bool:
    if claim.type not in RECURRING:
        return False
    several = fold(claim.trigger).endswith(listed_raw("plural"))
    return _lasts(claim.date) or (several and bool(words & listed("series")))


def _lasts(when: When | None) -> bool:
    """Whether it goes on for days, or without an end."""
    if when is None or (when.start is None and when.end is None):
        return False
    if when.start is None or when.end is None:
        return True
    return when.precision != "month" and (when.end - when.start).days > LONG


@cache
def _by_frame() -> dict[str, frozenset[str]]:
    return {row["frame"]: frozenset(cell(row["manners"])) for row in read_table("same/manners.csv")}
