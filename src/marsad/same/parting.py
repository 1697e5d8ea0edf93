"""Claims that one label of the coder holds, parted where they plainly tell of several events.

An account that holds two attacks would glue the reports of both together. Claims are parted by days that
exclude each other, places that their sentences name, tolls far apart, ways in which the attack was made; one
that says nothing particular stays with the claim before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.records import Claim, Place, Quantity, When
from marsad.same.clues import Clue, clue_of, name_of
from marsad.same.days import overlap
from marsad.same.distance import between
from marsad.same.precision import EXACT, order_of, reach_km

MANY = 1.5  # times as many killed: no two counts of one attack in one article ...
COARSE = 5  # the order of a province (data/same/precision.csv)
FEW = 3  # ... unless both are small
SHORT = 1  # days from the first to the last of a date that says the day

Clued = tuple[Claim, Clue]


def parted(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims in parts that agree: each goes where it has most in common, else to the last one."""
    held: list[list[Clued]] = []
    last = 0
    for clued in ((claim, clue_of(claim)) for claim in claims):
        fitting = [at for at, part in enumerate(held) if all(_agree(clued, other) for other in part)]
        at = max(fitting, key=lambda at: (_in_common(clued, held[at]), at == last, at), default=len(held))
        if at == len(held):
            held.append([])
        held[at].append(clued)
        last = at
    return [[claim for claim, _ in part] for part in held]


def _in_common(one: Clued, part: Sequence[Clued]) -> int:
    """How much that is particular a claim and a part both say."""
    claim, clue = one
    place = any(clue.stated and other.stated and _one_name(claim.place, told.place) for told, other in part)
    day = any(claim.date is not None and claim.date == told.date for told, _ in part)
    toll = any(claim.fatalities is not None and claim.fatalities == told.fatalities for told, _ in part)
    return 2 * place + day + toll


def _one_name(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or max(order_of(one), order_of(other)) >= COARSE:
        return False
    return one.id == other.id if one.id and other.id else bool(name_of(one) & name_of(other))


def _agree(one: Clued, other: Clued) -> bool:
    (claim, clue), (told, heard) = one, other
    return (
        clue.sums == heard.sums
        and not (clue.manners and heard.manners and clue.manners.isdisjoint(heard.manners))
        and _days_agree(claim.date, told.date)
        and _tolls_agree(claim.fatalities, told.fatalities)
        and (not (clue.stated and heard.stated) or _places_agree(claim.place, told.place))
    )


def _days_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (_says_day(one) and _says_day(other)):
        return True
    assert one.start and one.end and other.start and other.end
    return overlap(one, other) or (max(one.start, other.start) - min(one.end, other.end)).days <= 1


def _says_day(when: When) -> bool:
    return when.start is not None and when.end is not None and (when.end - when.start).days <= SHORT


def _places_agree(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or max(order_of(one), order_of(other)) > EXACT:
        return True
    if one.id == other.id and one.id is not None:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return bool(name_of(one) & name_of(other))
    near = (reach_km(one) or 0) + (reach_km(other) or 0)
    return between((one.lat, one.lon), (other.lat, other.lon)) <= near


def _tolls_agree(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return True
    few, many = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return many <= MANY * few or many <= FEW
