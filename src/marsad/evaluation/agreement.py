"""How far a predicted mention agrees with a gold one, slot by slot, by the codebook's rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from marsad.evaluation.gold import GoldMention, GoldPlace, GoldRange
from marsad.evaluation.names import same_name

SLOTS = ("actors", "recipients", "place", "date", "quantity", "fatalities", "wounded", "attribution")
CORE = ("actors", "recipients", "place", "date", "quantity")  # what an exact record must have right
TOLERANCE = 0.1  # numbers within a tenth of the larger one are the same
TRIGGER_HIT, SENTENCE_HIT = 100, 1  # a shared trigger outweighs any agreement of slots


def values(mention: GoldMention, slot: str) -> tuple[object, ...]:
    """The values of a slot: none, one, or for parties as many as are named."""
    value = getattr(mention, slot)
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def agreeing(slot: str, gold: GoldMention, predicted: GoldMention) -> int:
    """How many values of a slot are right; each predicted value serves once."""
    same, left = _COMPARE.get(slot, same_name), list(values(predicted, slot))
    hits = 0
    for value in values(gold, slot):
        at = next((i for i, other in enumerate(left) if same(value, other)), None)
        if at is not None:
            del left[at]
            hits += 1
    return hits


def right(slot: str, gold: GoldMention, predicted: GoldMention) -> bool:
    """Whether a slot holds all of the gold's values and no other."""
    return agreeing(slot, gold, predicted) == len(values(gold, slot)) == len(values(predicted, slot))


def exact(gold: GoldMention, predicted: GoldMention) -> bool:
    """Whether factuality and all core slots are right."""
    return gold.factuality == predicted.factuality and all(right(slot, gold, predicted) for slot in CORE)


def affinity(gold: GoldMention, predicted: GoldMention) -> int:
    """How well two mentions fit; 0 when they cannot be one: another type, or another clause."""
    if gold.type != predicted.type:
        return 0
    if gold.trigger.overlaps(predicted.trigger):
        base = TRIGGER_HIT
    elif gold.sentence.overlaps(predicted.trigger):
        base = SENTENCE_HIT
    else:
        return 0
    alike = sum(agreeing(slot, gold, predicted) for slot in SLOTS)
    return base + alike + (gold.factuality == predicted.factuality)


def same_place(one: GoldPlace, other: GoldPlace) -> bool:
    """Whether no country speaks against it and any name of one is a name of the other."""
    if one.country and other.country and one.country != other.country:
        return False
    return any(same_name(left, right_) for left in one.names for right_ in other.names)


def same_range(one: GoldRange, other: GoldRange) -> bool:
    """Whether both ends agree within the tolerance; an open end agrees only with an open one."""
    return _close(one.low, other.low) and _close(one.high, other.high)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def _same_period(one: object, other: object) -> bool:
    return one == other


_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "place": same_place,
    "date": _same_period,
    "quantity": same_range,
    "fatalities": same_range,
    "wounded": same_range,
}
