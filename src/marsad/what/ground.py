"""Whether what is taken is ground: a place or site after the trigger, before its relative, or as its pronoun.

Detection knows words; here the places of the sentence are known too (استعادة تدمر; not استعادة ساعة الجاسوس).
"""

from __future__ import annotations

from marsad.what.detect import Trigger
from marsad.what.nearby import following, is_class, stands_before
from marsad.what.scene import Scene

REACH = 8  # tokens after the trigger in which its ground is named
FAR = 14  # the same after a verb, past its subject
INCURSIONS = ("seize.storm", "seize.penetrate", "seize.overrun")  # what may be told without its ground
BACK = 14  # tokens before a relative's verb, a passive or a pronoun in which its ground is named
ROUTED = 6  # tokens after the trigger to whom it drives out
# what with its article may be told alone (منذ الغزو؛ بعد الاجتياح; not زمن التحرير)
TOLD_BARE = (*INCURSIONS, "seize.invade", "seize.occupy")
TAKING = ("take", "lose")  # patterns whose object is ground
GROUND = ("site", "settlement", "lands", "territory", "control", "lines", "ground")
HERS = "ها"  # the pronoun of a town or a base, which may stand sentences before


def takes_ground(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger of taking has ground as its object; every other trigger has no such question."""
    pattern = trigger.frame.pattern
    if trigger.frame.type != "seize" or pattern not in (*TAKING, "rout"):
        return True
    if pattern == "rout":
        return _routed(scene, trigger)
    return _ahead(scene, trigger) or _back(scene, trigger) or _bare(scene, trigger)


def _is_ground(scene: Scene, at: int) -> bool:
    """Whether a place's name or a word of ground stands there."""
    return any(p.first <= at <= p.last for p in scene.places) or any(is_class(scene, at, c) for c in GROUND)


def _ahead(scene: Scene, trigger: Trigger) -> bool:
    """Whether the ground stands after, also past a subject and a time (سيطرت القوات، السبت، على المحطة)."""
    reach = FAR if trigger.finite else REACH
    for i in following(scene, trigger.at, reach, commas=True):
        if _is_ground(scene, i):
            return True
        if scene.particle(i, "was"):  # استعادت القوات آليات كانت في المخازن
            return False
    return False


def _back(scene: Scene, trigger: Trigger) -> bool:
    """Whether the ground stands before: what a relative or pronoun stands for, or a passive's subject."""
    at, pronoun = trigger.at, trigger.sense.reading.pronoun
    resumed = any("resumptive" in scene.words[i].classes for i in following(scene, at, 6))
    if not (pronoun or resumed or trigger.finite):
        return False
    hers = pronoun == HERS or any(scene.tokens[i].folded.endswith(HERS) for i in following(scene, at, 2))
    return hers or any(_is_ground(scene, i) for i in range(max(0, at - BACK), at))


def _bare(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun stands by itself (بعد التحرير، الغزو الروسي، محاولة اقتحام)."""
    after = trigger.at + 1
    own = trigger.frame.name in (INCURSIONS if not trigger.sense.reading.definite else TOLD_BARE)
    party = any(h.first == after for h in scene.actors) or any(h.first == after for h in scene.times)
    return not trigger.finite and own and (party or after >= len(scene.tokens) or _ends(scene, after))


def _ends(scene: Scene, at: int) -> bool:
    """Whether the phrase ends there: a mark or a particle, no noun of its own."""
    return scene.tokens[at].kind == "mark" or bool(scene.words[at].particles)


def _routed(scene: Scene, trigger: Trigger) -> bool:
    """Whether forces are driven out, or somebody from ground."""
    at = trigger.at
    forces = any(is_class(scene, i, "force") for i in following(scene, at, ROUTED))
    if trigger.sense.reading.pronoun:
        return stands_before(scene, at, "force", True, BACK) and _ahead(scene, trigger)
    return forces or (trigger.finite and stands_before(scene, at, "force", False) and _ahead(scene, trigger))
