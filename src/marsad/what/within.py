"""What the article makes certain: the place that a mention leaves to its story (codebook, section 5).

A headline leaves the base to the body, a second sentence to the first. Only what a mention leaves out is
filled, from the likeliest other mention, and the rule that filled it says `inherited`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.arabic import fold, tokens
from marsad.records import EventMention, Found, Place
from marsad.what.lexicon import POSTURE, look
from marsad.what.places import compatible, fuller, generality, home_of, is_own, story_country
from marsad.where import country_named, sends_forces

_MOVEMENTS = ("withdraw", "deploy")
STORY = 200  # mentions on either side that can be of one story; the most in a news article of 600 are 48
FADING = 0.7  # of a vote for each mention in between
LATER = 0.6  # of a vote from further on in the text
COUNTRY = 0.5  # more of a vote for a country: it holds all that the story tells
VAGUE = 0.1  # of a vote for what only its own clause means (land, border, landmark): 2 of 31 were right
_VAGUE = ("land", "border", "site", "building", "relation")
_AT_BASES = ("withdraw", "handover", "deploy")
_MEANT = ("planned", "demanded", "possible", "denied")
_COUNTRYWIDE = ("suspend", "resume", "force_level", "protest")
_TAKING_PART = "level.take_part"
_STOPS = ("suspend", "resume")
_FIGHTING = ("attack", "seize", "protest")


def fill(mentions: Sequence[EventMention], text: str, countries: tuple[str, ...]) -> list[EventMention]:
    """The mentions with the places that their story makes certain; `countries` are the story's (alpha-2)."""
    stated = [_of_the_hit(_inland(_homeless(m), countries), countries) for m in mentions]
    stated = [_whole(_sided(m, countries), stated) for m in stated]
    told = [_filled(stated, index, text, countries) for index in range(len(stated))]
    based = [m for m in told if m.place and m.place.value.kind == "base"]
    return [_in_full(m, based) for m in told] if based else told


def _in_full(mention: EventMention, based: Sequence[EventMention]) -> EventMention:
    """A mention at a base with the base's full name; a town is the base that its event left or was at."""
    place = mention.place
    if place is None or not (place.value.kind == "base" or mention.type in _AT_BASES):
        return mention
    anywhere = place.value.kind == "base"
    bases = [m.place.value for m in based if m.place and (anywhere or m.event == mention.event)]
    full = fuller(place.value, bases)
    if full is place.value:
        return mention
    rule = place.rule if place.rule.startswith("inherited") else f"story:{place.rule}"
    return replace(mention, place=replace(place, value=full, rule=rule))


def around(mentions: Sequence[EventMention], index: int) -> Iterator[tuple[int, EventMention]]:
    """The mentions that can be of one story with the one at `index`, itself too, each with its number."""
    return ((at, mentions[at]) for at in range(max(0, index - STORY), min(len(mentions), index + STORY + 1)))


def _homeless(mention: EventMention) -> EventMention:
    """A movement without the place that was only its party's own country."""
    moving = mention.type in _MOVEMENTS
    own = moving and mention.place is not None and is_own(mention.place.value, codes(mention))
    return replace(mention, place=None) if own else mention


def _inland(mention: EventMention, countries: tuple[str, ...]) -> EventMention:
    """A withdrawal over a border with the country that it leaves."""
    place = mention.place
    if place is None or place.rule != "border" or not mention.frame.startswith("withdraw.cross"):
        return mention
    left = country_named(place.value.country) or story_country(countries, codes(mention))
    return replace(mention, place=Found(left, place.spans, "story:country")) if left else mention


def _of_the_hit(mention: EventMention, countries: tuple[str, ...]) -> EventMention:
    """A base that no table has, in the country of the army that is hit there, if the story is about it."""
    place = mention.place
    if place is None or mention.type != "attack" or place.value.kind != "base" or place.value.id:
        return mention
    homes = {home.country for r in mention.recipients if (home := home_of(r.value.code))}
    at_home = [home for home in homes if home in countries and not sends_forces(home)]
    if len(homes) != 1 or not at_home or place.value.lat is not None:
        return mention
    return replace(mention, place=replace(place, value=replace(place.value, country=at_home[0])))


def _sided(mention: EventMention, countries: tuple[str, ...]) -> EventMention:
    """A border with the country on whose side the event is: the actor's own, else the story's first.

    "The border with X" says itself whose it is not.
    """
    place = mention.place
    if place is None or place.rule != "border" or place.value.country is None:
        return mention
    homes = {home.country for code in codes(mention) if (home := home_of(code))}
    sides = [c for c in countries if not sends_forces(c)]
    known = sides.index(place.value.country) if place.value.country in sides else len(sides)
    nearer = [c for c in sides[:known] if c in homes or not _is_beyond(place.value.name)]
    side = next((c for c in nearer if c in homes), next(iter(nearer), place.value.country))
    return replace(mention, place=replace(place, value=replace(place.value, country=side)))


def _is_beyond(name: str) -> bool:
    """Whether a border is named by what lies beyond it (الحدود مع سوريا)."""
    return any("joint" in look(word).particles for word in fold(name).split())


def _whole(mention: EventMention, stated: Sequence[EventMention]) -> EventMention:
    """A country's lands (الأراضي السورية) under the name that the story gives the country elsewhere."""
    place = mention.place
    if place is None or place.rule != "land" or not _is_all(place.value.name):
        return mention
    told = (other.place.value for other in stated if other.place)
    country = next((p for p in told if p.kind == "country" and p.country == place.value.country), None)
    return replace(mention, place=Found(country, place.spans, "story:country")) if country else mention


def _is_all(name: str) -> bool:
    return "territory" in look(fold(name).split()[0]).classes  # المدن السورية are not Syria


def codes(mention: EventMention) -> frozenset[str]:
    """The codes of a mention's actors."""
    return frozenset(actor.value.code for actor in mention.actors)


def _filled(
    stated: Sequence[EventMention], index: int, text: str, countries: tuple[str, ...]
) -> EventMention:
    """A mention with a place of its own, of the story's events, or of the story at last."""
    if stated[index].place is not None:
        return _nearer(stated, index, text)
    return _placed(stated, index, _theirs(stated, index, text, countries))


def _nearer(stated: Sequence[EventMention], index: int, text: str) -> EventMention:
    """ "This attack" with the site that the story gives its event, where its own clause names the country."""
    mention = stated[index]
    wide = mention.place is not None and mention.place.value.kind == "country"
    if mention.type not in _FIGHTING or not wide or not _points_back(mention, text):
        return mention
    for _, other in around(stated, index):
        if _holds(mention, other):
            return replace(mention, place=_inherited(other.place)) if other.place else mention
    return mention


def _points_back(mention: EventMention, text: str) -> bool:
    """Whether a noun is one definite event (الهجوم): the one that the article told before."""
    word = look(fold(text[mention.trigger.start : mention.trigger.end]))
    return any(sense.reading.definite and not sense.plural for sense in word.senses)


def _holds(mention: EventMention, other: EventMention) -> bool:
    """Whether another mention of the event has a place inside the mention's own."""
    if mention.place is None or other.place is None or other.event != mention.event:
        return False
    mine, theirs = mention.place.value, other.place.value
    inside = mine.country == theirs.country and generality(theirs) < generality(mine)
    return other.place.rule not in _VAGUE and inside and compatible(mine, theirs)


def _theirs(
    stated: Sequence[EventMention], index: int, text: str, countries: tuple[str, ...]
) -> tuple[str, ...]:
    """The countries that can be the mention's: of an exercise that is stopped the one of who takes part."""
    mention = stated[index]
    if mention.frame == _TAKING_PART or _grows_abroad(mention, countries):
        return ()
    if mention.type not in _STOPS:
        return countries
    stops = [m for _, m in around(stated, index) if m.type in _STOPS]
    if not any(_is_exercise(m, text) for m in stops):
        return countries
    homes = {home_of(code) for m in stops for code in codes(m)}
    return countries if story_country(countries, frozenset()) in homes else ()


def _grows_abroad(mention: EventMention, countries: tuple[str, ...]) -> bool:
    """Whether the army of another country than the story's grows as a whole (زيادة عدد أفراد الجيش)."""
    if mention.type != "force_level" or not mention.frame.startswith("deploy"):
        return False
    homes = {home_of(code) for code in codes(mention)}
    return bool(homes) and story_country(countries, frozenset()) not in homes


def _is_exercise(mention: EventMention, text: str) -> bool:
    """Whether a sentence tells of manoeuvres, not of the training of others' forces (مناورات، not تدريب)."""
    sentence = text[mention.sentence.start : mention.sentence.end]
    words = (look(token.folded).classes for token in tokens(sentence))
    return any("drill" in classes and "training" not in classes for classes in words)


def _placed(stated: Sequence[EventMention], index: int, countries: tuple[str, ...]) -> EventMention:
    """A mention without a place with that of the story's events, or of the story at last."""
    mention = stated[index]
    drill = mention.type in _STOPS and not countries  # an exercise: its place is not the story's
    place = None if drill else _of_story(stated, index)
    if place is not None:
        return replace(mention, place=_inherited(place))
    country = _country(mention, countries)
    if country is None:
        return replace(mention, place_role=None)
    return replace(mention, place=Found(country, (mention.trigger,), "inherited:setting"))


def _of_story(stated: Sequence[EventMention], index: int) -> Found[Place] | None:
    """The place that the story's other mentions make likeliest.

    A movement goes on with the first one told; for the rest each mention votes for its place. Missions stop
    and forces are counted in a country.
    """
    mention = stated[index]
    if mention.type in _STOPS:
        same = (o.place for _, o in around(stated, index) if o.event == mention.event and o.place)
        return next((place for place in same if place.rule not in _VAGUE), None)
    if mention.type in _COUNTRYWIDE:
        return None
    own = codes(mention) if mention.type in _MOVEMENTS else frozenset()
    told = [
        (at, other, other.place)
        for at, other in around(stated, index)
        if other.place is not None and _shares(mention, other) and not is_own(other.place.value, own)
    ]
    if mention.type in _MOVEMENTS:
        return _of_movement(mention, told[0][1], told[0][2]) if told else None
    votes: dict[str, float] = {}
    for at, other, place in told:
        name = place.value.name
        votes[name] = votes.get(name, 0.0) + _vote(mention, other, at - index, at == 0) * (
            VAGUE if place.rule in _VAGUE else 1.0
        )
    places = {place.value.name: place for _, _, place in told}
    return places[max(votes, key=lambda name: votes[name])] if votes else None


def _of_movement(mention: EventMention, first: EventMention, place: Found[Place]) -> Found[Place] | None:
    """The first movement's place; its country where that was a border, or where another move is only meant.

    Who has left a base and is to leave further does not leave the same base again.
    """
    meant = mention.factuality.value in _MEANT and first.factuality.value in ("happened", "ongoing")
    another = meant and first.event != mention.event
    if not another and place.rule not in ("border", "land"):
        return place
    country = country_named(place.value.country)
    return Found(country, place.spans, "country") if country else None


def _shares(mention: EventMention, other: EventMention) -> bool:
    """Whether a mention may take another's place: a movement only a movement's."""
    return mention.type not in POSTURE or other.type in POSTURE


def _vote(mention: EventMention, other: EventMention, gap: int, first: bool) -> float:
    """How much another mention's place counts: more in the same sentence or event, less far off."""
    weight = 1.0 + (other.sentence == mention.sentence) + (other.event == mention.event) + first
    weight += COUNTRY * (other.place is not None and other.place.value.kind == "country")
    return weight * FADING ** (abs(gap) - 1) * (LATER if gap > 0 else 1.0)


def _inherited(found: Found[Place]) -> Found[Place]:
    return replace(found, rule=f"inherited:{found.rule}")


def _country(mention: EventMention, countries: tuple[str, ...]) -> Place | None:
    """The story's country: for a movement the first that is not its own, for a hand-over the receiver's."""
    if mention.type in _MOVEMENTS:
        return story_country(countries, codes(mention))
    receivers = [home for r in mention.recipients if (home := home_of(r.value.code))]
    return next(iter(receivers), None) or story_country(countries, frozenset())
