"""Who kills and who is killed: قتل is written alike in the active and the passive (قتل الجيش … / قتل جنود …).

The verb is active where a whole force is its subject and somebody is counted after it, in the feminine before
men (فقتلت 26 مسلحا), and after a subject or أنه with its object behind.
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.scene import STOPS, Held, Scene
from marsad.what.slots import NEAR, SUBJECT_GAP, party_before, read_as, subject_before, together
from marsad.what.targets import killed_party, second

OBJECT = 4  # tokens after an active verb in which whom it kills stands
_FEMININE = "ت"
_WHOLE = ("state", "forces", "group", "coalition", "body")


def killer(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of a verb of killing that is active."""
    whole = _whole_after(scene, trigger)
    if whole is not None:
        return read_as(together(scene, whole), "after")
    if not _active(scene, trigger):
        return ()
    found = subject_before(scene, trigger) or party_before(scene, trigger.at, "before")
    return found if all(f.value.kind in _WHOLE for f in found) else ()


def killed(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whom a word of killing names: after it, the object of an active verb, the subject before a plural."""
    if _whole_after(scene, trigger) is not None:
        return second(scene, trigger)
    found = killed_party(scene, trigger)
    if found or not trigger.finite or _active(scene, trigger):
        return found
    return tuple(f for f in subject_before(scene, trigger) if _countable(scene, f))


def _whole_after(scene: Scene, trigger: Trigger) -> int | None:
    """The scene's number of a whole force right after the verb, when its object follows."""
    index = next((i for i, h in enumerate(scene.actors) if h.first > trigger.at), None)
    if not trigger.finite or trigger.sense.form == "passive" or index is None:
        return None
    held = scene.actors[index]
    if held.first - trigger.at > 1 or not _whole(scene, held):
        return None
    return index if _object_after(scene, held.last, NEAR) else None


def _whole(scene: Scene, held: Held[Actor]) -> bool:
    """Whether a party is a force or state, not some men of it."""
    single = "individual" in scene.words[held.first].classes
    return held.found.value.kind in _WHOLE and held.found.rule != "demonym" and not single


def _object_after(scene: Scene, at: int, reach: int) -> bool:
    """Whether somebody is counted or named after a token, before a stop."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)):
        if scene.mark(i, STOPS) or scene.particle(i, "in", "relative", "subordinate", "agent"):
            return False
        counted = any(q.first == i for q in scene.quantities)
        if counted or "individual" in scene.words[i].classes or any(h.first == i for h in scene.actors):
            return True
    return False


def _active(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of killing has its subject before it and its object after it."""
    if not trigger.finite or trigger.sense.form == "passive" or trigger.sense.plural:
        return False
    if not _object_after(scene, trigger.at, OBJECT):
        return False
    feminine = scene.tokens[trigger.at].folded.endswith(_FEMININE)
    that = trigger.at > 0 and scene.particle(trigger.at - 1, "that")
    return feminine or that or bool(subject_before(scene, trigger))


def _countable(scene: Scene, found: Found[Actor]) -> bool:
    """Whether a party is some men of a force (جنود أوغنديون قتلوا), not a people or a body."""
    held = next((h for h in scene.actors if h.found.spans[0] == found.spans[0]), None)
    return held is not None and any(
        "individual" in scene.words[i].classes for i in range(max(0, held.first - SUBJECT_GAP), held.last + 1)
    )
