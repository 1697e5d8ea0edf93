"""Who says that he did it himself, or is said to have: claims, accusations, announcements (تبن واتهام).

تبنت حركة س الهجوم · نفت س ضلوعها في القصف · أعلنت وزارة الدفاع في س السيطرة على البلدة
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.doers import between
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.slots import NEAR, group_start, party_after, party_before, read_as, together

CULPRIT = "culprit"  # rule of a party that is only accused or denies it
_STATE = 3  # letters of a state's code: its ministries announce what its forces do


def culprit(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who is said to stand behind an attack: مسؤولية س عن الهجوم، ضلوعه في القصف، تبنى س الهجوم."""
    if found := _claimed(scene, trigger):
        return found
    for i in range(trigger.at - 1, max(-1, trigger.at - NEAR - 2), -1):
        if scene.mark(i, STOPS):
            return ()
        if "culprit" in scene.words[i].classes:
            claim = next((k for k in range(i - 1, max(-1, i - 2 * NEAR), -1) if _claims(scene, k)), None)
            if claim is not None and (found := party_after(scene, claim, "claim")):
                return found
            return between(scene, i, trigger.at, CULPRIT) or _last_named(scene, i)
    return ()


def _claims(scene: Scene, at: int) -> bool:
    """Whether a token says that somebody takes an attack upon himself (تبنى, not لم تتبن)."""
    return "claim" in scene.words[at].classes and not (at and scene.particle(at - 1, "negation"))


def _last_named(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """The last party named before a token, whatever it is there (وجهت س الاتهام إلى ص بضلوعها)."""
    near = [h for h in scene.actors if h.last < at and h.found.rule not in ("demonym", "people")]
    return read_as(tuple(near[-1:]), CULPRIT)


def _claimed(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who takes the blow upon himself by a verb whose object it is (تبنت حركة س الهجوم)."""
    for i in range(trigger.at - 1, max(-1, trigger.at - NEAR), -1):
        if scene.mark(i, STOPS | COMMAS) or scene.preposition(i + 1):
            return ()
        if _claims(scene, i):
            return between(scene, i, trigger.at, "claim") or party_before(scene, i, "claim")
    return ()


def announcer(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whose own deed is announced right after his name (أعلنت وزارة الدفاع السورية السيطرة على البلدة)."""
    index = next((i for i, h in enumerate(scene.actors) if h.last == trigger.at - 1), None)
    if trigger.finite or index is None:
        return ()
    start = group_start(scene, index)
    held = scene.actors[start]
    announced = held.first > 0 and scene.particle(held.first - 1, "announce")
    return read_as(together(scene, start), "announced") if announced and _armed(held) else ()


def _armed(held: Held[Actor]) -> bool:
    """Whether a party has forces of its own: a state's body, not a doctors' union."""
    body = held.found.value.kind == "body" and len(held.found.value.code) == _STATE
    return body or held.found.value.kind in ("state", "forces", "group", "coalition")
