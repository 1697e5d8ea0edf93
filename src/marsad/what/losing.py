"""Who loses a place or is hit at it, where the sentence names him only by the place (خسارة الأرض).

He holds it (الذي يسيطر عليه س), he fled from it (بعد انكفاء س), he was fought for it (بعد مواجهات مع س), or
it is his country that a stranger takes (الغزو الأميركي للعراق).
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.scene import STOPS, Held, Scene
from marsad.what.sharing import beyond
from marsad.what.slots import FAR, NEAR, party_after, read_as, together

_LEAVING = ("move", "vacate")  # patterns of those who give a place up
SHORT = 3  # tokens from a word of holding to who holds (يسيطر عليها تنظيم)
_STATE = 3  # letters of a state's code


def holder(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who holds the place that is struck or taken: تسيطر عليه س، الخاضع لسيطرة س، معقل س."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + 2 * FAR)):
        if scene.mark(i, STOPS):
            return ()
        holds = "holds" in scene.words[i].classes or scene.particle(i, "belonging")
        if holds and (found := _holding(scene, i)):
            return () if beyond(scene, trigger.at, i) else found
    return ()


def _holding(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """The party after a word of holding, behind عليها or كل (التي تسيطر عليها المعارضة)."""
    for index, held in enumerate(scene.actors):
        if at < held.first <= at + SHORT and held.found.rule != "demonym":
            gap = range(at + 1, held.first)
            bare = all(_upon_it(scene, i) or scene.tokens[i].kind != "word" for i in gap)
            return read_as(together(scene, index), "holder") if bare else ()
    return ()


def _upon_it(scene: Scene, at: int) -> bool:
    """Whether a token is عليها / عليه; على itself is followed by what is held."""
    return "upon" in scene.words[at].classes and not scene.particle(at, "on")


def ousted(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who gave the place up in the same sentence, or was fought for it (بعد انكفاء س، بعد معارك مع س)."""
    for i, word in enumerate(scene.words):
        if abs(i - trigger.at) > 2 * FAR or not _afterwards(scene, i) or scene.stop_between(i, trigger.at):
            continue
        if any(s.frame.pattern in _LEAVING and s.frame.type == "withdraw" for s in word.senses):
            found = party_after(scene, i, "ousted")
        elif any(s.frame.pattern == "clash" for s in word.senses):
            found = _against(scene, i)
        else:
            continue
        if found:
            return found
    return ()


def _afterwards(scene: Scene, at: int) -> bool:
    """Whether بعد or the like stands right before a token."""
    return any(scene.particle(i, "after", "clause") for i in range(max(0, at - 2), at))


def _against(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    """The party after مع or ضد behind a word of fighting."""
    for i in range(at + 1, min(len(scene.tokens), at + NEAR)):
        if scene.particle(i, "joint", "against"):
            return _right_after(scene, i)
    return ()


def _right_after(scene: Scene, at: int) -> tuple[Found[Actor], ...]:
    index = next((k for k, h in enumerate(scene.actors) if 0 < h.first - at <= SHORT), None)
    return () if index is None else read_as(together(scene, index), "ousted")


def invaded(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The state whose land a stranger takes: غزو العراق، احتلت الأراضي السورية، الغزو التركي لشمال سوريا."""
    for held in scene.actors:
        near = 0 < held.first - trigger.at <= NEAR and not scene.stop_between(trigger.at, held.first)
        if near and _land(scene, held):
            return read_as((held,), "invaded")
    return ()


def _land(scene: Scene, held: Held[Actor]) -> bool:
    """Whether a state's name or demonym means its land."""
    state = len(held.found.value.code) == _STATE
    if held.found.rule == "demonym":
        return state and not scene.words[held.first - 1].classes.isdisjoint(("lands", "site"))
    return state and held.found.value.kind == "state"
