"""Which mentions tell one event: labels e1, e2 … within an article (هوية الحدث; codebook, sections 1 and 3).

A mention joins the event told before that it fits best: each argument in common speaks for it, each that
differs against. "The attack" (الهجوم) points back. Weights in log-odds, weighed on the dev set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from marsad.arabic import fold, readings
from marsad.records import Actor, EventMention, Found, Place, Quantity, When
from marsad.what.lexicon import FINITE, look
from marsad.what.places import compatible, generality
from marsad.what.within import STORY

PRIOR = {"attack": -2.25, "seize": -1.5}  # an article tells many blows, but mostly one movement of a type
SHARED = {"recipients": 1.0, "place": 0.5, "date": 1.0, "frame": 1.5, "number": 1.75}
# recipients are named too many ways to count
CONTRARY = {"actors": -3.0, "place": -1.0, "date": -3.0, "number": -0.5, "reality": -1.0}
ANOTHER = -1.0  # a word says that it is another one (هجوم آخر)
JOINED = -1.5  # joined by و to a mention of its sentence
DEFINITE = 1.5  # points back
FARTHER = -0.2  # a mention in between
LEADING = 1.0  # the event of the headline
SECOND = 3  # words behind a trigger of which one may say that it is another event
BEHIND = 40  # characters that hold those words


@dataclass(slots=True)
class _Event:
    """The mentions of one event so far."""

    name: str
    mentions: list[EventMention]
    first: int
    last: int


def label(mentions: Sequence[EventMention], text: str) -> list[EventMention]:
    """The mentions with their event's label."""
    events: list[_Event] = []
    labelled = []
    for index, mention in enumerate(mentions):
        event = _best(events[-STORY:], _Told(mention, index, text))
        if event is None:
            event = _Event(f"e{len(events) + 1}", [], index, index)
            events.append(event)
        event.mentions.append(mention)
        del event.mentions[:-STORY]
        event.last = index
        labelled.append(replace(mention, event=event.name))
    return labelled


class _Told:
    """A mention, its number, and what its words say of other mentions."""

    def __init__(self, mention: EventMention, index: int, text: str) -> None:
        self.mention, self.index = mention, index
        word = fold(text[mention.trigger.start : mention.trigger.end])
        self.definite = _definite(word)
        self.joined = any(r.conjoined for r in readings(word))
        behind = fold(text[mention.trigger.end : mention.trigger.end + BEHIND]).split()[:SECOND]
        self.another = any(_another(w) for w in behind)


def _best(events: Sequence[_Event], told: _Told) -> _Event | None:
    """The event that a mention fits best, if any fits."""
    fitting = [(fit, event.last, event) for event in events if (fit := _fit(event, told)) > 0]
    return max(fitting, key=lambda item: item[:2])[2] if fitting else None


def _fit(event: _Event, told: _Told) -> float:
    """How much speaks for a mention being one of an event's; 0 or less: it is none."""
    mention = told.mention
    if event.mentions[0].type != mention.type:
        return 0.0
    fit = PRIOR.get(mention.type, 0.0) + DEFINITE * told.definite + FARTHER * (told.index - event.last - 1)
    fit += LEADING * (event.first == 0)
    beside = event.mentions[-1].sentence == mention.sentence
    fit += ANOTHER * told.another + JOINED * (told.joined and beside)
    for slot, vote in _votes(event, mention):
        if vote is not None:
            fit += (SHARED if vote else CONTRARY).get(slot, 0.0)
    return fit


def _votes(event: _Event, mention: EventMention) -> Iterator[tuple[str, bool | None]]:
    """For each argument: whether the mention shares it, None when one side leaves it out."""
    yield "actors", _sets([_codes(m.actors) for m in event.mentions], _codes(mention.actors))
    yield "recipients", _sets([_codes(m.recipients) for m in event.mentions], _codes(mention.recipients))
    yield "place", _places([m.place.value for m in event.mentions if m.place], mention.place)
    yield "reality", _reality([m.factuality.value for m in event.mentions], mention.factuality.value)
    yield "frame", any(m.frame == mention.frame for m in event.mentions)
    yield "number", _numbers([m.fatalities for m in event.mentions], mention.fatalities)
    yield "number", _numbers([m.quantity for m in event.mentions], mention.quantity)
    yield "date", _dates([m.date.value for m in event.mentions if m.date], mention.date)


def _reality(told: Sequence[str], mine: str) -> bool | None:
    """False where what is only meant comes after what was told as done; it is likely another one."""
    return False if mine in _MEANT and all(value in _DONE for value in told) else None


_MEANT, _DONE = ("planned", "demanded", "possible"), ("happened", "ongoing")


def _codes(found: Sequence[Found[Actor]]) -> frozenset[str]:
    return frozenset(item.value.code or item.value.name for item in found)


def _sets(told: Sequence[frozenset[str]], mine: frozenset[str]) -> bool | None:
    known = [codes for codes in told if codes]
    if not known or not mine:
        return None
    if any(codes & mine for codes in known):
        return True
    sharp = [code for codes in known for code in codes if not _vague(code)]
    return False if sharp and not any(map(_vague, mine)) else None


def _vague(code: str) -> bool:
    """A name that no table knows may stand for any party; so may the bodies that states are in."""
    return not code.isascii() or code in _BODIES


_BODIES = frozenset({"COALITION", "NATO", "UN", "EU", "FOREIGN_FORCES", "PROTESTERS", "UNKNOWN_GUNMEN"})


def _places(told: Sequence[Place], mine: Found[Place] | None) -> bool | None:
    if not told or mine is None:
        return None
    return compatible(_narrowest(told), mine.value)


def _narrowest(places: Sequence[Place]) -> Place:
    return min(places, key=generality)


def _numbers(told: Sequence[Found[Quantity] | None], mine: Found[Quantity] | None) -> bool | None:
    known = [found.value for found in told if found]
    if not known or mine is None:
        return None
    return any(
        (value.low, value.high, value.unit) == (mine.value.low, mine.value.high, mine.value.unit)
        for value in known
    )


def _dates(told: Sequence[When], mine: Found[When] | None) -> bool | None:
    if not told or mine is None or mine.value.start is None:
        return None
    return any(_meet(when, mine.value) for when in told)


def _meet(one: When, other: When) -> bool:
    if one.start is None or other.start is None:
        return True
    return one.start <= (other.end or one.start) and other.start <= (one.end or other.start)


@lru_cache(maxsize=1 << 12)
def _another(word: str) -> bool:
    """Whether a word says that its noun is not the one told before (هجوم آخر، غارة مماثلة)."""
    return not look(word).particles.isdisjoint(("another", "new"))


def _definite(word: str) -> bool:
    """Whether the trigger's word carries the article or a pronoun (الهجوم، انسحابها)."""
    return any(r.definite or r.pronoun for r in readings(word) if not r.future) and not any(
        s.form in FINITE for s in look(word).senses
    )
