"""How many pieces an attack fires: rockets, shells, drones, raids; ours, the codebook counts persons only.

Only a number in the trigger's own clause counts («سقوط عشرة صواريخ», «قصف بخمس قذائف», «18 صاروخا تصيب»);
what an attack hits is not fired by it («استهدف ثلاث مسيّرات»), and of those shot down at least as many were.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from marsad.data import read_table
from marsad.records import Found, Quantity
from marsad.what.boundaries import AND
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.sharing import relation

ON_TARGETS = ("hit", "strike", "wreck")  # patterns whose object is hit, not fired
SET_OFF = "attack.bomb"  # its object is what goes off (فجروا عبوتين)
CAUGHT = frozenset({"attack.intercept", "attack.shoot_down", "attack.tackle"})  # their object was fired
WITH_REACH = 3  # tokens from "with" to the number (برشقة من نحو عشرين قذيفة)
SUBJECT_REACH = 6  # tokens from a number to the verb whose subject it is (صاروخين من نوع كذا استهدفا)
ADDED_REACH = 6  # tokens between two numbers of the same pieces (46 صاروخا من طراز كذا، و9 صواريخ)
_WITH = "ب"

FIRED = frozenset(row["id"] for row in read_table("units.csv") if row["fired"])


def find_munitions(scene: Scene, trigger: Trigger, limits: tuple[int, int]) -> Found[Quantity] | None:
    """The pieces that the trigger's attack fires, those of one kind added up; None without a number."""
    if trigger.frame.type != "attack":
        return None
    ours = [held for held in scene.quantities if _ours(scene, trigger, held, limits)]
    if not ours:
        return None
    best = min(ours, key=lambda held: abs(held.first - trigger.at))
    found = _sum(scene, best)
    if trigger.frame.name in CAUGHT and best.first > trigger.at and not _with(scene, best, 1):
        return Found(replace(found.value, high=None), found.spans, "caught")
    return found


def _ours(scene: Scene, trigger: Trigger, held: Held[Quantity], limits: tuple[int, int]) -> bool:
    value = held.found.value
    if value.unit not in FIRED or (value.low is None and value.high is None):
        return False
    if not limits[0] <= held.first <= limits[1] or scene.stop_between(held.first, trigger.at):
        return False
    if held.first <= trigger.at and _subject(scene, trigger, held):
        return trigger.frame.pattern != "wreck"
    how = relation(scene, trigger.at, held.first)
    if how and (trigger.frame.pattern in ON_TARGETS or how != ("above", "coordinate")):
        return False
    aimed = trigger.frame.pattern in ON_TARGETS and trigger.frame.name not in (*CAUGHT, SET_OFF)
    return not aimed or _with(scene, held, WITH_REACH)


def _subject(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> bool:
    """Whether the trigger is the verb of what is counted right before it."""
    gap = range(held.last + 1, trigger.at)
    near = trigger.finite and len(gap) <= SUBJECT_REACH
    return near and not any(scene.mark(at, STOPS | COMMAS) or scene.finite(at) for at in gap)


def _with(scene: Scene, held: Held[Quantity], reach: int) -> bool:
    """Whether "with" stands before a number: بـ5 صواريخ، باستخدام عشر مسيّرات."""
    before = range(max(0, held.first - reach), held.first)
    attached = scene.tokens[held.first].folded.startswith(_WITH)
    words = (scene.tokens[at].folded for at in before)
    return attached or any(w.startswith(_WITH) and (reach > 1 or len(w) == 1) for w in words)


def _sum(scene: Scene, held: Held[Quantity]) -> Found[Quantity]:
    """The number with those of the same pieces that و adds to it."""
    group = [held]
    for one, other in pairwise(scene.quantities[scene.quantities.index(held) :]):
        if one is not group[-1] or not _added(scene, one, other):
            break
        group.append(other)
    if len(group) == 1:
        return held.found
    values = [one.found.value for one in group]
    total = replace(
        held.found.value,
        low=None if any(v.low is None for v in values) else sum(_ends(values, "low")),
        high=None if any(v.high is None for v in values) else sum(_ends(values, "high")),
    )
    return Found(total, tuple(span for one in group for span in one.found.spans), "sum")


def _ends(values: list[Quantity], end: str) -> Iterator[float]:
    yield from (getattr(value, end) for value in values)


def _added(scene: Scene, one: Held[Quantity], other: Held[Quantity]) -> bool:
    gap = range(one.last + 1, other.first)
    joined = scene.tokens[other.first].folded.startswith(AND) or (
        other.first > 0 and scene.particle(other.first - 1, "and")
    )
    alike = other.found.value.unit == one.found.value.unit or _more(scene, other)
    near = joined and alike and len(gap) <= ADDED_REACH
    return near and not any(scene.mark(at, STOPS) or scene.finite(at) for at in gap)


def _more(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether a number counts more of what was counted before (وأربع أخرى)."""
    after = held.last + 1
    return after < len(scene.tokens) and scene.particle(after, "another", "others")
