"""The article's places as a story: antecedents of "the base", homes, and what lies within what.

A place named only by a definite noun stands for one that the article named before (codebook, section 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import cos, hypot, radians

from marsad.arabic import fold, tokens
from marsad.data import read_table
from marsad.records import EventMention, Found, Place
from marsad.what.scene import Held, Scene
from marsad.where import country_named, resolve_place, sends_forces

_ARTICLE = "ال"
_IN, _FOR = "ب", "ل"  # prepositions written onto the word
DEGREE = 111.0  # kilometres of a degree of latitude
# kilometres within which a place of that precision can hold a more precise one
REACH = {"site": 15.0, "near": 25.0, "town": 25.0, "district": 50.0, "area": 120.0, "province": 150.0}
_GENERAL = {
    "site": 0,
    "near": 1,
    "town": 1,
    "district": 2,
    "unknown": 2,
    "province": 3,
    "area": 3,
    "country": 5,
}


def generality(place: Place) -> int:
    """How general a place is, from 0, a site, to 5, a country."""
    return 5 if place.kind == "country" else _GENERAL.get(place.precision, 2)


def antecedents(
    scene: Scene, said: Sequence[Found[Place]], countries: tuple[str, ...] = ()
) -> tuple[Held[Place], ...]:
    """The sentence's places, "the base" replaced by what the article named before (`said`)."""
    known = list(said)
    held = []
    for item in scene.places:
        found = resolve_place(item.found, known, countries)
        if found is not None:
            held.append(replace(item, found=found))
            if not is_party(scene, item):
                known.append(found)
    return tuple(held)


def said(scene: Scene, told: Sequence[EventMention] = ()) -> list[Found[Place]]:
    """The places that a sentence leaves for later ones to point back to: no parties, no mere landmarks.

    Those of the events that it told come last: "the base" is the one that was left, not the one gone to.
    """
    sites = [m.place.value for m in told if m.place]
    places = [h.found for h in scene.places if h.found.rule != "relation" and not is_party(scene, h)]
    return sorted(places, key=lambda found: found.value in sites)


def is_party(scene: Scene, held: Held[Place]) -> bool:
    """Whether the same words were read as a party and no preposition makes them a place (واشنطن أعلنت)."""
    return any(a.first <= held.first <= a.last for a in scene.actors) and not prepositional(scene, held)


def prepositional(scene: Scene, held: Held[Place], goal: bool = False) -> bool:
    """Whether a preposition of place stands before the place or is written onto it (بالعراق, not بغداد).

    The ل of للعراق is one only for a `goal`; elsewhere it says whose something is.
    """
    token = scene.tokens[held.first]
    offset = held.found.start - token.start
    attached = fold(scene.sentence.text[token.start : token.start + offset]) if offset > 0 else ""
    if _IN in attached or (goal and _FOR in attached):
        return True
    before = held.first - 1
    if before > 0 and "lands" in scene.words[before].classes:  # من أراضي سوريا
        return True
    return before >= 0 and scene.particle(before, "in", "from", "to", "on")


@cache
def _codes() -> dict[str, str]:
    """ISO alpha-2 → alpha-3."""
    return {row["iso2"]: row["iso3"] for row in read_table("demonyms.csv")}


@cache
def _homes() -> dict[str, str]:
    return {alpha3: alpha2 for alpha2, alpha3 in _codes().items()}


def home_of(code: str) -> Place | None:
    """The country of a state's party (SYR, SYR.OPPOSITION)."""
    return country_named(_homes().get(code.split(".")[0]))


def is_own(place: Place, codes: frozenset[str]) -> bool:
    """Whether a country is that of a party whose forces go abroad: its home goes unsaid.

    Where other countries' forces go to, a home that is named is the place, and the party was misread.
    """
    home = place.kind == "country" and _codes().get(place.country or "", "") in codes
    return home and sends_forces(place.country or "")


def story_country(countries: Sequence[str], codes: frozenset[str]) -> Place | None:
    """The country of the story: the most named, one that sends forces last and never a sender's own."""
    for alpha2 in sorted(countries, key=sends_forces):
        place = country_named(alpha2)
        if place and not is_own(place, codes):
            return place
    return None


def same_place(one: Place, other: Place) -> bool:
    """Whether two records name one place, one of them perhaps with fewer words."""
    if one.id is not None and one.id == other.id:
        return True
    mine, theirs = _name_words(one.name), _name_words(other.name)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def fuller(place: Place, told: Sequence[Place]) -> Place:
    """The base that a name stands for, under the fullest name told of it (قاعدة القيارة الجوية)."""
    mine = _name_words(place.name)
    named = [base for base in told if base.kind == "base" and base.country == place.country]
    same = (base for base in named if mine < _name_words(base.name))
    return max(same, key=lambda base: len(base.name), default=place)


@lru_cache(maxsize=1 << 12)
def _name_words(name: str) -> frozenset[str]:
    """A name's words without the article, which comes and goes."""
    return frozenset(t.folded.removeprefix(_ARTICLE) for t in tokens(name) if t.kind != "mark")


def compatible(one: Place, other: Place) -> bool:
    """Whether one may be, or lie in, the other: the same name, its country, or near enough on the map."""
    if same_place(one, other):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if "country" in (one.kind, other.kind):
        return True
    distance = _kilometres(one, other)
    if distance is None:
        return "area" in (one.kind, other.kind)
    return distance <= max(REACH.get(one.precision, 0.0), REACH.get(other.precision, 0.0))


def _kilometres(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * DEGREE
