"""Where it happens: the place of a trigger among the places of its sentence (codebook, section 5)."""

from __future__ import annotations

from functools import cache

from marsad.data import read_table
from marsad.records import Found, Place
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene

REACH = 25  # tokens between a trigger and its place
_RANK = {"base": 0, "settlement": 1, "area": 1, "district": 2, "province": 3, "country": 4}
_CONTRARY = {"from": ("to",), "to": ("from",), "at": ()}  # prepositions of the other end of a movement
_ROLE_PARTICLE = {"from": "from", "to": "to", "at": "in"}


def find_place(scene: Scene, trigger: Trigger, limits: tuple[int, int]) -> Held[Place] | None:
    """The best place for a trigger between two tokens: after it, near, with the role's preposition, specific."""
    low, high = limits
    scored = [
        (_cost(scene, trigger, held), held)
        for held in scene.places
        if low <= held.first <= high
        and abs(held.first - trigger.at) <= REACH
        and _possible(scene, trigger, held)
    ]
    return min(scored, key=lambda item: item[0])[1] if scored else None


def _possible(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """Whether a place can be the event's: not the goal of a withdrawal, not a state or capital named as a party."""
    if scene.stop_between(held.first, trigger.at):
        return False
    if any(scene.particle(held.first - 1, kind) for kind in _CONTRARY[trigger.frame.role] if held.first):
        return False
    if held.found.value.kind != "country" and held.found.rule != "capital" and not _is_party(scene, held):
        return True
    return _prepositional(scene, held.first) or _object(scene, trigger, held)


def _is_party(scene: Scene, held: Held[Place]) -> bool:
    """Whether the same words were read as a party (واشنطن أعلنت)."""
    return any(a.first <= held.first <= a.last for a in scene.actors)


def _prepositional(scene: Scene, at: int) -> bool:
    """Whether a preposition of place stands right before the word or is written onto it (بالعراق)."""
    attached = scene.tokens[at].folded.startswith(("ب", "وب")) and scene.tokens[at].folded[:2] != "با"
    attached = attached or scene.tokens[at].folded.startswith("بال")
    return attached or (at > 0 and scene.particle(at - 1, "in", "from", "to", "on"))


def _object(scene: Scene, trigger: Trigger, held: Held[Place]) -> bool:
    """The place right after the trigger (غادر العراق، دخول بغداد)."""
    return 0 < held.first - trigger.at <= 3 and trigger.frame.pattern in (
        "move",
        "take",
        "vacate",
        "strike",
        "give",
    )


def _cost(scene: Scene, trigger: Trigger, held: Held[Place]) -> tuple[int, int, int]:
    """Smaller is better: landmark or not, then kind and distance together."""
    before = held.first < trigger.at
    distance = abs(held.first - trigger.at)
    between = range(min(held.last, trigger.at) + 1, max(held.first, trigger.at))
    crossed = sum(scene.mark(i, COMMAS | STOPS) for i in between)
    wanted = any(
        scene.particle(i, _ROLE_PARTICLE[trigger.frame.role])
        for i in range(max(0, held.first - 2), held.first)
    )
    landmark = held.found.rule == "relation"
    cost = distance + (8 if before else 0) + 3 * crossed + 5 * _RANK.get(held.found.value.kind, 1)
    return int(landmark), cost - (6 if wanted else 0), held.first


@cache
def _states() -> dict[str, tuple[str, str]]:
    """ISO alpha-2 → (alpha-3, Arabic name)."""
    return {row["iso2"]: (row["iso3"], row["name_ar"]) for row in read_table("demonyms.csv")}


def is_own(place: Place, codes: frozenset[str]) -> bool:
    """Whether a country is the party's own: nobody withdraws from or deploys to a home that the text does not name."""
    return place.kind == "country" and _states().get(place.country or "", ("", ""))[0] in codes


def country_of(countries: tuple[str, ...], codes: frozenset[str]) -> Place | None:
    """The country of the story that is not the party's own, the most named first."""
    for alpha2 in countries:
        alpha3, name = _states().get(alpha2, ("", ""))
        if name and alpha3 not in codes:
            return Place(name, alpha2, "country", "country")
    return None
