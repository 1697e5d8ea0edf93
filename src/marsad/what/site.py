"""Where it happens: the place of a trigger among the places of its sentence (أين وقع; codebook, section 5).

Each place costs by its distance from the trigger and by what speaks against it; the cheapest is taken, none
when all are dear: then the story knows better (within.py). Costs count in tokens of distance, weighed on the
dev set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.records import Actor, Found, Place, Span
from marsad.what.detect import Trigger
from marsad.what.places import generality, is_party, prepositional
from marsad.what.scene import COMMAS, STOPS, Held, Scene

REACH = 30  # tokens between a trigger and its place
DEAR = 30  # a place that costs more is left to the story
OBJECT = -6  # what the trigger takes (إخلاء قاعدة أغاديز)
BEFORE = 9  # Arabic puts the place after its event
OPENING = -10  # but a place that opens the sentence is its event's (وفي حلب، قصف)
HEADING = 16  # a headline's first word is who speaks or what it is about as often as where
OUTSIDE = 8  # another event stands between
COMMA = 3
GENERAL = 1  # for each step of generality: a site before its town, a town before its country
CONTINENT = 10  # more for a part of the world (الشرق الأوسط)
VAST = 900  # kilometres; such a part's radius
WANTED = -6  # إلى for an arrival
WITHIN = 4  # في is no object: near the event it says where it was, further off where something else was
INSIDE = 6  # and of a departure it says from where only when nothing else does
VERB = 6  # a verb of saying, beginning, suffering and the like stands between
PARTY = -1  # a party stands between: the place is where it was hit or moved
NAMED = -10  # a definite noun stands for a place because its clause is about it (دخلوا المدينة)
BACK = 16  # "the attack" was told before, and its place too
CLOSE = 5  # tokens after "the attack" in which a place is its own nevertheless
CHAINED = 14  # the next in a row holds the first or goes on a list: 18% are right, 49% of the others
LANDMARK = 2  # جنوبي الموصل: only near the event
FACED = 6  # in front of what the event is: a town that is named is the place
LAUNCH = 16  # من اليمن for an attack: from where it was launched
TOWARDS = 6  # نحو إسرائيل: where it was headed
STANDS = 16  # a movement is seldom told after the place that it only mentions (في باماكو … بسحب جنودها)
RESUMED = 3  # tokens after a trigger in which a pronoun may take up a place
SHARED = 5  # tokens between the first of two verbs and the object of both
WITNESS = 3  # tokens between a place and the verb that says that it witnessed the event
LEVEL = -9  # a count's place stands before its verb as often (عدد القوات في سوريا يبلغ)
SPEECH_GAP = 2  # tokens between a place and the verb of saying
LAUNCH_GAP = 3  # tokens from what is fired to the place it comes from (إطلاق صاروخين من س)
OCCASION = 3  # tokens between where it was said and a place (خلال مؤتمر صحفي في الدوحة)
SPOKEN = 15  # where somebody spoke (وفي لندن، قال …)
_CONTRARY = {"from": ("to",), "to": ("from",), "at": ()}  # prepositions of the other end of a movement
_LOOSE = (
    "capital",
    "site",
    "building",
)  # rules of words that stand for a state, an office or a mere topic as well
_LAM = "ل"
# frames whose verbal noun owns what is taken, not who takes it
_TAKING = ("seize.invade", "seize.liberate", "seize.overrun", "seize.storm", "seize.enter", "deploy.enter")
_HOLDING = (
    "seize.control",
    "seize.grab",
    "seize.impose",
)  # frames whose noun owns who holds (سيطرة أنقرة على)
# patterns whose object can be the place itself
_OBJECT = ("move", "take", "vacate", "strike", "hit", "give", "receive")
_GIVEN = ("give", "receive")  # of these the pronoun on the noun is the place too (وتسليمها)
_OWNED = ("assault", "blast", "clash", "gather")  # patterns whose noun may own its place (هجمات مقديشو)
_SPEECH = frozenset({"medium", "occasion"})  # classes of words for what is both said and held (مؤتمر، كلمة)
_FIGHTING = ("attack", "seize", "protest")  # types whose event is at what is after على


def find_place(
    scene: Scene, trigger: Trigger, limits: tuple[int, int], actors: tuple[Found[Actor], ...] = ()
) -> Held[Place] | None:
    """The cheapest place for a trigger; `limits`: its own tokens; `actors`: its doers."""
    doers = [actor.spans[0] for actor in actors if actor.spans]
    costs = [
        (sum(_costs(scene, trigger, index, limits)), index)
        for index, held in enumerate(scene.places)
        if abs(held.first - trigger.at) <= REACH
        and not (_does(scene, held, doers) and not _stands_firm(scene, trigger, held))
        and _possible(scene, trigger, held)
    ]
    cost, index = min(costs, default=(DEAR + 1, 0))
    return scene.places[index] if cost <= DEAR else None


def _does(scene: Scene, held: Held[Place], doers: Sequence[Span]) -> bool:
    """Whether the words were read as the doer (قصفت إسرائيل), not as where he is (القوات في العراق)."""
    name = held.found.spans[0]
    inside = held.first > 0 and scene.particle(held.first - 1, "in")
    return any(name.overlaps(doer) and not (inside and doer.start < name.start) for doer in doers)


def _stands_firm(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether the words are a place although read as a doer: شهدت بغداد، هجمات مقديشو، غزو أوكرانيا."""
    if _witness(scene, held):
        return True
    following = range(held.last + 1, min(held.last + 4, len(scene.tokens)))
    aimed = any(scene.particle(i, "on", "against") for i in following)  # هجمات صنعاء على
    if held.first != trigger.at + 1 or trigger.finite or aimed:
        return False
    owned = trigger.frame.pattern in _OWNED and held.found.value.kind != "country"
    taker = any(scene.tokens[i].folded.startswith(_LAM) for i in following[:1])  # غزو روسيا لأوكرانيا
    return owned or (trigger.frame.name in _TAKING and not taker)


def _witness(scene: Scene, held: Held[Place]) -> bool:
    """Whether a place is the subject of a verb of witnessing (شهدت بغداد هجمات، بغداد قد شهدت)."""
    near = (*range(max(0, held.first - WITNESS), held.first), *range(held.last + 1, held.last + 1 + WITNESS))
    return any(i < len(scene.words) and "witness" in scene.words[i].classes for i in near)


def _possible(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether a place can be the event's: not the goal of a withdrawal, not a state named as a party."""
    before = held.first - 1
    if held.first <= trigger.at <= held.last or _apart(scene, trigger, held) or _holds(trigger, held):
        return False
    if before >= 0 and (scene.particle(before, "led") or _native(scene, before)):
        return False
    if before >= 0 and scene.particle(before, "joint", *_CONTRARY[trigger.frame.role]):
        return _resumed(scene, trigger, held)
    if held.found.value.kind == "country" or held.found.rule in _LOOSE or is_party(scene, held):
        return _stands_as_place(scene, trigger, held)
    return True


def _native(scene: Scene, before: int) -> bool:
    """Whether a place only tells where men come from (المقاتلين المنتمين لمحافظة س)."""
    of = before - scene.particle(before, "from", "to")
    return of >= 0 and scene.particle(of, "native")


def _holds(trigger: Trigger, held: Held[Place]) -> bool:
    """Whether the name right after a noun of holding is who holds (سيطرة أنقرة على عفرين)."""
    return trigger.frame.name in _HOLDING and not trigger.finite and held.first == trigger.at + 1


def _apart(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether a stop parts a place from its event; not the colon of a list or after a headline's place."""
    if not scene.stop_between(held.first, trigger.at):
        return False
    first, last = sorted((held.first, trigger.at))
    stops = [i for i in range(first + 1, last) if scene.mark(i, STOPS)]
    heading = scene.title and held.first == 0 and held.found.value.kind != "country"
    return not ((held.first > trigger.at or heading) and all(scene.particle(i, "colon") for i in stops))


def _resumed(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether a pronoun after the trigger, or on its verb, takes up the place before it (انسحبت منها)."""
    nearer = any(held.first < h.first < trigger.at and h.found.rule != "relation" for h in scene.places)
    party = held.found.value.kind == "country" and is_party(scene, held)
    if held.first > trigger.at or nearer or party or held.found.rule == "relation":
        return False
    after = range(trigger.at + 1, min(trigger.at + 1 + RESUMED, len(scene.tokens)))
    takes = trigger.finite or trigger.frame.pattern in _GIVEN
    taken = takes and trigger.frame.pattern in _OBJECT and trigger.sense.reading.pronoun
    return bool(taken) or any("resumptive" in scene.words[i].classes for i in after)


def _stands_as_place(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether grammar makes a place of a name that may be a party's."""
    before = held.first - 1
    if before >= 0 and scene.particle(before, "between"):  # بين واشنطن وبغداد
        return False
    duty = held.first < trigger.at and trigger.frame.type not in _FIGHTING
    if before >= 0 and duty and scene.particle(before, "on"):  # على أميركا أن تنسحب
        return False
    return (
        prepositional(scene, held, trigger.frame.role == "to")
        or (held.found.rule in ("site", "building") and before >= 0 and scene.particle(before, "beside"))
        or _resumed(scene, trigger, held)
        or _witness(scene, held)
        or _fought_at(scene, trigger, held)
        or _object(scene, trigger, held)
    )


def _fought_at(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether ضد after the trigger names where it is, no group that is called after a place."""
    before = held.first - 1
    group = any(a.first <= held.first <= a.last and a.found.value.kind == "group" for a in scene.actors)
    return (
        trigger.frame.role == "at" and before > trigger.at and scene.particle(before, "against") and not group
    )


def _object(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """The place right after the trigger (غادر العراق، استهداف الرياض، هجمات مقديشو)."""
    gap = held.first - trigger.at
    owned = gap == 1 and not trigger.finite and held.found.value.kind != "country"
    return owned or (trigger.frame.pattern in _OBJECT and (0 < gap <= 3 or _shared(scene, trigger, held)))


def _shared(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether another verb of the trigger's type takes the place for both (دخلوا أو يدخلون المدينة)."""
    between = range(trigger.at + 1, held.first)
    if (
        not trigger.finite
        or not 0 < len(between) <= SHARED
        or any(scene.mark(i, COMMAS | STOPS) for i in between)
    ):
        return False
    return any(s.frame.type == trigger.frame.type for s in scene.words[held.first - 1].senses)


def _costs(scene: Scene, trigger: Trigger, index: int, limits: tuple[int, int]) -> Iterator[int]:
    """What speaks against a place, and what speaks for it."""
    held = scene.places[index]
    low, high = limits
    yield abs(held.first - trigger.at)
    yield GENERAL * generality(held.found.value)
    yield CONTINENT * ((held.found.value.radius_km or 0) >= VAST)
    yield COMMA * sum(scene.mark(i, COMMAS | STOPS) for i in _between(trigger, held))
    if _resumed(scene, trigger, held):
        return
    yield NAMED * (held.found.rule == "antecedent")
    yield OBJECT * _object(scene, trigger, held)
    yield OUTSIDE * (not low <= held.first <= high)
    yield CHAINED * _chained(scene, index)
    yield LANDMARK * (held.found.rule in ("relation", "border"))
    yield FACED * (held.first > 0 and scene.particle(held.first - 1, "beside"))
    yield BACK * _points_back(trigger, held)
    yield from _by_order(scene, trigger, held)
    yield from _by_preposition(scene, trigger, held)


def _between(trigger: Trigger, held: Held[Place]) -> range:
    """The tokens between a trigger and a place."""
    return range(min(held.last, trigger.at) + 1, max(held.first, trigger.at))


def _points_back(trigger: Trigger, held: Held[Place]) -> bool:
    """Whether the event is one told before, and the place not right after it (الهجوم)."""
    noun = trigger.frame.type == "attack" and not trigger.finite and not trigger.sense.plural
    return noun and trigger.sense.reading.definite and not 0 < held.first - trigger.at <= CLOSE


def _by_order(scene: Scene, trigger: Trigger, held: Held[Place]) -> Iterator[int]:
    """What the words between, and which comes first, say."""
    between = _between(trigger, held)
    yield VERB * any(scene.words[i].cues for i in between)
    yield PARTY * any(actor.first in between and actor.found.rule != "demonym" for actor in scene.actors)
    if held.first > trigger.at:
        return
    yield BEFORE
    yield LEVEL * (trigger.frame.type == "force_level" and prepositional(scene, held))
    yield HEADING * (scene.title and held.first == 0)
    yield OPENING * (held.first <= 1 and prepositional(scene, held))
    yield STANDS * (trigger.frame.role != "at" and not _departs(scene, held))
    yield SPOKEN * _spoken(scene, held)


def _by_preposition(scene: Scene, trigger: Trigger, held: Held[Place]) -> Iterator[int]:
    """What the two words before a place say about its role."""
    words = range(max(0, held.first - 2), held.first)
    role = trigger.frame.role
    if role == "to":
        yield WANTED * any(scene.particle(i, "to") for i in words)
    if role == "from":
        yield INSIDE * (held.first > 0 and scene.particle(held.first - 1, "in"))
    if role == "at":
        yield WITHIN * any(scene.particle(i, "in") for i in words)
        yield LAUNCH * any(scene.particle(i, "from") for i in words)
        yield TOWARDS * any(scene.particle(i, "to") for i in words)


def _chained(scene: Scene, index: int) -> bool:
    """Whether a place follows right after another one (الحسكة في سوريا، ياطر وبيت ليف)."""
    if not index:
        return False
    held, previous = scene.places[index], scene.places[index - 1]
    gap = range(previous.last + 1, held.first)
    if any(scene.particle(i, "to", "on", "against") for i in gap):
        return False
    return len(gap) <= 2 and not any(scene.mark(i, STOPS) for i in gap) and not is_party(scene, previous)


def _departs(scene: Scene, held: Held[Place]) -> bool:
    """Whether من or إلى stands before a place."""
    return held.first > 0 and scene.particle(held.first - 1, "from", "to")


def _spoken(scene: Scene, held: Held[Place]) -> bool:
    """Whether a place is where somebody spoke: a verb of saying or أن right after, a speech before."""
    before = range(max(0, held.first - OCCASION), held.first)
    after = range(held.last + 1, min(held.last + 1 + SPEECH_GAP, len(scene.tokens)))
    return (
        any(scene.particle(i, "that") for i in after[:1])
        or any(scene.words[i].classes >= _SPEECH for i in before)
        or any(scene.words[i].cue("speech", "relay", "demanded", "stance") for i in after)
    )


def place_role(scene: Scene, trigger: Trigger, place: Held[Place] | None) -> str:
    """The frame's role of the place; `from` where an attack's only place is where it starts (section 9)."""
    if place is None or trigger.frame.type != "attack" or place.first < 2:
        return trigger.frame.role
    of = place.first - 1 if scene.particle(place.first - 1, "from") else place.first - 2
    headed = of == place.first - 1 or "site" in scene.words[of + 1].classes
    if not headed or not scene.particle(of, "from"):
        return trigger.frame.role
    fired = trigger.frame.pattern == "launch" and 0 < of - trigger.at <= LAUNCH_GAP
    return "from" if fired or "starting" in scene.words[of - 1].classes else trigger.frame.role
