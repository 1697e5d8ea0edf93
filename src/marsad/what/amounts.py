"""How many: the count of forces and the casualties of a trigger (codebook, sections 6 and 7)."""

from __future__ import annotations

from marsad.records import Found, Quantity
from marsad.what.casualties import find_casualties as find_casualties
from marsad.what.dates import find_date as find_date
from marsad.what.detect import Trigger
from marsad.what.scene import Held, Scene


def find_quantity(scene: Scene, trigger: Trigger, limits: tuple[int, int]) -> Found[Quantity] | None:
    """The number of forces that the trigger moves or counts, or of people who take part."""
    low, high = limits
    wanted = ("person", "force") if trigger.frame.type == "protest" else ("force",)
    near = [
        q for q in scene.quantities
        if low <= q.first <= high and _stated(q) and (q.found.value.kind in wanted or _moved(trigger, q))
    ]  # fmt: skip
    if not near or trigger.frame.type in ("attack", "seize", "suspend", "resume", "handover"):
        return None
    return min(near, key=lambda q: abs(q.first - trigger.at) + (4 if q.first < trigger.at else 0)).found


def _stated(held: Held[Quantity]) -> bool:
    return held.found.value.low is not None or held.found.value.high is not None


def _moved(trigger: Trigger, held: Held[Quantity]) -> bool:
    """Equipment counts when only equipment moves."""
    return trigger.frame.type in ("withdraw", "deploy") and held.found.value.kind == "equipment"
