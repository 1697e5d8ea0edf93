"""When and how many: the date, the count of forces and the casualties of a trigger (codebook, sections 6 and 7)."""

from __future__ import annotations

from marsad.records import Found, Quantity, When
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene

CASUALTY_TYPES = ("attack", "protest", "seize")
_COUNTED = ("force", "person", "equipment")


def find_date(scene: Scene, trigger: Trigger, limits: tuple[int, int], future: bool) -> Found[When] | None:
    """The time in the trigger's own stretch of the sentence: after it first, then before it."""
    times = scene.future_times if future else scene.times
    low, high = limits
    near = [t for t in times if low <= t.first <= high and t.found.value.precision != "duration"]
    near = [t for t in near if not _announcing(scene, trigger, t)]
    if not near:
        return None
    return min(near, key=lambda t: _distance(scene, trigger, t)).found


def _distance(scene: Scene, trigger: Trigger, held: Held[When]) -> int:
    crossed = sum(
        scene.mark(i, STOPS) for i in range(min(held.first, trigger.at), max(held.first, trigger.at))
    )
    return abs(held.first - trigger.at) + (10 if held.first < trigger.at else 0) + 30 * crossed


def _announcing(scene: Scene, trigger: Trigger, held: Held[When]) -> bool:
    """Whether the time belongs to a verb of saying before the event (أعلن مسؤول أمس أن …), not to the event."""
    if held.first > trigger.at:
        return False
    said = any(scene.words[i].cue("speech") for i in range(held.first - 1, max(-1, held.first - 14), -1))
    linked = any(scene.particle(i, "that", "opening", "colon") for i in range(held.last + 1, trigger.at))
    return said and (linked or trigger.finite)


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


def find_casualties(
    scene: Scene, trigger: Trigger, limits: tuple[int, int], unit: str
) -> Found[Quantity] | None:
    """The killed (or wounded) in the trigger's stretch: counted as such, or counted after a word of killing."""
    if trigger.frame.type not in CASUALTY_TYPES:
        return None
    low, high = limits
    for held in scene.quantities:
        if low <= held.first <= high and _stated(held) and _casualty(scene, held) == unit:
            return held.found
    return None


def _casualty(scene: Scene, held: Held[Quantity]) -> str | None:
    """killed or wounded, by the counted noun or by the nearest word of killing or wounding around it."""
    if held.found.value.unit in ("killed", "wounded"):
        return held.found.value.unit
    if held.found.value.kind not in (*_COUNTED, None):
        return None
    for i in range(held.first - 1, max(-1, held.first - 5), -1):
        for name in ("killed", "wounded"):
            if name in scene.words[i].classes:
                return name
        if scene.mark(i, STOPS | COMMAS):
            break
    for i in range(held.last + 1, min(len(scene.tokens), held.last + 4)):
        for name in ("killed", "wounded"):
            if name in scene.words[i].classes:
                return name
    return None
