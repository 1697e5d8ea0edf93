"""All that the rooms before find in an article, sentence by sentence, resolved against what it said before.

In: an `Article`. Out: its entities in the order of the text. Next: `lines`, which writes them. The event
coder in `what` does not come here: it looks only at sentences that may state an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.arabic import Sentence, sentences
from marsad.howmany import find_quantities
from marsad.records import Actor, Article, Entity, Found, Place, Quantity, Span, When
from marsad.when import find_durations, find_times
from marsad.where import find_places, resolve_place, setting
from marsad.who import find_names, resolve

NO_PARTY = ("place", "demonym", "aside")  # rules: only where something is, an adjective, a mere number's noun
NO_PLACE = "site"  # rule of a building or region without a name: a place only where an event makes it one
ONE = "single"  # rule of a noun that counts as one without a number
MEASURES_TIME = "time"  # kind of a unit: "six months" is a time, which `when` reads


@dataclass(slots=True)
class _Said:
    """What the article has named so far; grows sentence by sentence."""

    countries: tuple[str, ...]
    published: date | None
    actors: list[Found[Actor]] = field(default_factory=list)
    places: list[Found[Place]] = field(default_factory=list)
    named: When | None = None  # the last time that could be resolved


def find_entities(article: Article) -> tuple[Entity, ...]:
    """The actors, places, times and quantities of an article, left to right; each value is resolved.

    A definite noun or a pronoun has its antecedent's span second; one that stands for nobody is left out.
    """
    published = article.published.value if article.published else None
    said = _Said(setting(article.text), published)
    found = [entity for sentence in sentences(article.text) for entity in _of_sentence(said, sentence)]
    return tuple(sorted(found, key=lambda entity: (entity.start, entity.end)))


def _of_sentence(said: _Said, sentence: Sentence) -> Iterator[Entity]:
    places = tuple(_places(said, sentence))
    actors = tuple(_actors(said, sentence))
    times = (*_times(said, sentence), *find_durations(sentence))
    counts = tuple(_counts(find_quantities(sentence), times, actors))
    yield from (actor for actor in actors if not _inside(actor, places))
    yield from (p for p in places if not (_is_party(p, actors) or _is_count(p, counts)))
    yield from times
    yield from (_whole(count, sentence.text) for count in counts)


def _actors(said: _Said, sentence: Sentence) -> Iterator[Found[Actor]]:
    for found in find_names(sentence, said.actors):
        known = resolve(found, said.actors, said.countries, said.published)
        if known is not None:
            said.actors.append(known)
            if known.rule not in NO_PARTY:
                yield known


def _times(said: _Said, sentence: Sentence) -> Iterator[Found[When]]:
    for found in find_times(sentence, said.published, future=None, named=said.named):
        said.named = found.value if found.value.start else said.named
        yield found


def _places(said: _Said, sentence: Sentence) -> Iterator[Found[Place]]:
    for found in find_places(sentence, said.countries):
        known = resolve_place(found, said.places, said.countries)
        if known is not None and known.rule != NO_PLACE:
            said.places.append(known)
            yield known


def _inside(actor: Found[Actor], places: Sequence[Found[Place]]) -> bool:
    """Whether the party is only part of a place's name (سفارة الولايات المتحدة)."""
    return any(_within(actor, place) and not _within(place, actor) for place in places)


def _is_party(place: Found[Place], actors: Sequence[Found[Actor]]) -> bool:
    """Whether the name is a party's here: part of its name, or a capital that acts (أعلنت باريس).

    A country that acts is both: its name still says where.
    """
    for actor in actors:
        if _within(place, actor):
            kind, whole = actor.value.kind, _within(actor, place)
            if kind == "club" or (kind == "capital" if whole else _names(actor, place)):
                return True
    return False


def _is_count(place: Found[Place], counts: Sequence[Found[Quantity]]) -> bool:
    """Whether the name is a counted noun here (جنديان, a hamlet elsewhere)."""
    return any(count.spans[0] == place.spans[0] for count in counts)


def _names(actor: Found[Actor], place: Found[Place]) -> bool:
    return actor.value.id is not None or place.value.kind == "country"


def _within(one: Found[Actor] | Found[Place], other: Found[Actor] | Found[Place]) -> bool:
    return other.start <= one.start and one.end <= other.end


def _counts(
    counts: Sequence[Found[Quantity]], times: Sequence[Found[When]], actors: Sequence[Found[Actor]]
) -> Iterator[Found[Quantity]]:
    """The counts that are no times (months, the number in "26 March") and no office (قائد الفرقة)."""
    taken = [Span(time.start, time.end) for time in times]
    offices = [Span(actor.start, actor.end) for actor in actors]
    for count in counts:
        spans = taken + offices if count.rule == ONE else taken
        if count.value.kind != MEASURES_TIME and not any(count.spans[0].overlaps(span) for span in spans):
            yield count


def _whole(count: Found[Quantity], text: str) -> Found[Quantity]:
    """The count with its noun in the main span where it stands right after the number (مئتي جندي)."""
    number, *others = count.spans
    if others and number.end <= others[0].start and not text[number.end : others[0].start].strip():
        return replace(count, spans=(Span(number.start, others[0].end), *others[1:]))
    return count
