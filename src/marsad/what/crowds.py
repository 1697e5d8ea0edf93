"""Who protests: protesters as such, or a profession or union by its name (المحتجون).

دخل القضاة في إضراب · نظم مزارعو الوادي وقفة · أعلن اتحاد المعلمين إضرابا
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.slots import NEAR, after, before, subject_before

CROWD = "crowd"  # rule of those whom a word of their profession names
_GENITIVES = 2  # words after a profession or union that may belong to its name (معلمو محافظة س)
_WHOLE_PLURAL = ("ون", "ين")  # endings of one that has none
_LAM, _ARTICLE = "ل", "ال"


def crowd(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party that protests, only where it is no state: "thousands of Sudanese" are protesters."""
    if found := professions(scene, trigger):
        return found
    for reader in (subject_before, after, before):
        found = reader(scene, trigger)
        if found and all(f.value.kind in ("generic", "group") for f in found):
            return found
    return ()


def professions(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """A profession or union that is the subject of the word of protest or of the verb that governs it."""
    return _governing(scene, trigger) or _following(scene, trigger)


def _governing(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The profession right after the verb that governs a noun of protest (دخل القضاة في إضراب)."""
    for at in range(trigger.at - 1, max(0, trigger.at - NEAR), -1):
        if _ends(scene, at):
            return ()
        if "folk" in scene.words[at].classes and _enters(scene, at - 1):
            return (_named(scene, at, trigger.at),)
    return ()


def _enters(scene: Scene, at: int) -> bool:
    return "enters" in scene.words[at].classes


def _following(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The profession after the word of protest, behind a number of it (تظاهر مئات من عمال الميناء)."""
    for at in range(trigger.at + 1, min(len(scene.tokens), trigger.at + NEAR)):
        led = scene.preposition(at) and not scene.particle(at - 1, "from")
        led = led or scene.tokens[at].folded.startswith(_LAM)  # تظاهرة لأنصار س
        if _ends(scene, at) or led:
            return ()
        if "folk" in scene.words[at].classes:
            return (_named(scene, at, trigger.at),)
        if not (scene.particle(at, "from") or "part" in scene.words[at].classes or _counts(scene, at)):
            return ()
    return ()


def _counts(scene: Scene, at: int) -> bool:
    return any(q.first <= at <= q.last for q in scene.quantities)


def _ends(scene: Scene, at: int) -> bool:
    return scene.mark(at, STOPS | COMMAS) or scene.particle(at, "that", "relative", "subordinate")


def _named(scene: Scene, at: int, trigger: int) -> Found[Actor]:
    """The profession with what belongs to its name, as the text has it."""
    word = scene.tokens[at].folded
    alone = word.lstrip("ول").startswith(_ARTICLE) or word.endswith(_WHOLE_PLURAL)
    last = at
    while not alone and last < at + _GENITIVES and _genitive(scene, last + 1, trigger):
        last += 1
        if scene.tokens[last].folded.startswith(_ARTICLE):
            break
    name = scene.text(at, last)
    genitive = (scene.span(at + 1, last),) if last > at else ()  # apart: a place in it is where they protest
    return Found(Actor(name, name, "generic"), (scene.span(at, at), *genitive), CROWD)


def _genitive(scene: Scene, at: int, trigger: int) -> bool:
    """Whether a token can be in the idafa of a profession: no verb, particle, mark or time."""
    if at >= len(scene.tokens) or at == trigger or scene.tokens[at].kind != "word":
        return False
    timed = any(t.first <= at <= t.last for t in scene.times)
    return not (timed or scene.words[at].particles or scene.preposition(at) or scene.finite(at))
