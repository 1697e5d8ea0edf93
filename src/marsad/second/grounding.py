"""A proposal held against the article: every word that it quotes stands there, or it is refused.

In: a proposal as parsed JSON. Out: an `EventMention` whose spans are our own count, since models cannot count
characters; raises `Refused`. What is not named by the codebook is refused too; nothing is mended or guessed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from marsad.data import read_table
from marsad.evaluation.cells import BadCell, Cells, day, names, number, optional_word, record, word
from marsad.records import Actor, Article, Entity, EventMention, Found, Place, Quantity, Span, When
from marsad.second import vocabulary
from marsad.second.locating import nearest, occurrences, spread, whole_word

RULE = "second"  # of every value, and the frame, of a proposed mention
UNKNOWN = "unknown"  # kind and precision of a place: the gazetteer is not asked, the proposal says neither
MOST_QUOTED = 60  # words of one proposal: two full lists of parties
MOST_PARTIES = 30  # of one slot; a list of coalition members in one sentence has twenty
TOLD = 80  # characters of quoted words in a reason


class Refused(Exception):
    """The proposal is not taken; the message says why."""


@dataclass(slots=True)
class Ground:
    """An article, and what has been proposed for it so far."""

    article: Article
    taken: list[EventMention] = field(default_factory=list)
    _entities: tuple[Entity, ...] | None = None

    def mention(self, proposal: object, part: Span) -> EventMention:
        """The proposal as a mention, looked for in the part of the text that was asked about first."""
        if not isinstance(proposal, dict):
            raise Refused(f"expected an object, found a {type(proposal).__name__}")
        try:
            found = self._read(proposal, part)
        except BadCell as error:
            raise Refused(_cut(f"{error}")) from None
        if any(replace(found, event=other.event) == other for other in self.taken):
            raise Refused("repeats another proposal")
        self.taken.append(found)
        return found

    def _read(self, cells: Cells, part: Span) -> EventMention:
        kind, factuality = _named(cells, "type"), _named(cells, "factuality")
        said = record(cells, "words") or {}
        self._check(said)
        sentence, trigger = self._anchor(cells, kind, said, part)
        look = _Look(self, said, trigger, kind)
        place = look.place(record(cells, "place"))
        return EventMention(
            type=kind,
            trigger=trigger,
            sentence=sentence,
            frame=RULE,
            actors=look.parties(names(cells, "actors"), "actors"),
            recipients=look.parties(names(cells, "recipients"), "recipients"),
            place=place,
            place_role=_role(cells) if place else None,
            date=look.date(record(cells, "date")),
            quantity=look.quantity(record(cells, "quantity"), "quantity"),
            fatalities=look.quantity(record(cells, "fatalities"), "fatalities"),
            wounded=look.quantity(record(cells, "wounded"), "wounded"),
            factuality=Found(factuality, look.quoted("factuality"), RULE),
            attribution=look.source(optional_word(cells, "attribution")),
            event=optional_word(cells, "event") or "",
        )

    def _check(self, said: Cells) -> None:
        """Every word that is quoted stands in the text, also where no value needs it."""
        quoted = [(slot, text) for slot, value in said.items() for text in _texts(value)]
        if len(quoted) > MOST_QUOTED:
            raise Refused(f"words: expected up to {MOST_QUOTED} quoted, found {len(quoted)}")
        for slot, text in quoted:
            self.find(_cut(slot), text)

    def _anchor(self, cells: Cells, kind: str, said: Cells, part: Span) -> tuple[Span, Span]:
        """The quote and the trigger in it: where no proposal stands yet, and near the other quoted words."""
        quote, trigger = word(cells, "quote"), word(cells, "trigger")
        quotes = self.find("quote", quote, part)
        pairs = [(q, t) for q in quotes for t in occurrences(self.article.text, trigger, q)]
        if not pairs:
            raise Refused(f"trigger: «{_cut(trigger)}» does not stand in the quote")
        words = [(q, t, whole_word(self.article.text, t)) for q, t in pairs]
        exact = [(q, w) for q, t, w in words if w == t]
        whole = exact or [(q, w) for q, _, w in words if w]
        if not whole:
            raise Refused(f"trigger: expected one word of the text, found «{_cut(trigger)}»")
        used = {mention.trigger for mention in self.taken if mention.type == kind}
        best = min(whole, key=lambda both: (both[1] in used, self._away(said, *both), both[1].start))
        return Span(min(span.start for span in best), max(span.end for span in best)), best[1]

    def _away(self, said: Cells, quote: Span, trigger: Span) -> int:
        """How far a trigger is from the arguments' words that the quote holds, each at its nearest."""
        texts = [text for value in said.values() for text in _texts(value)]
        found = [occurrences(self.article.text, text, quote) for text in texts]
        return spread(trigger, [nearest(spans, trigger) for spans in found if spans])

    def find(self, slot: str, words: str, part: Span | None = None) -> list[Span]:
        """Where the words stand: in the part, else anywhere in the text; refuses what stands nowhere."""
        text = self.article.text
        found = occurrences(text, words, part) if part else []
        found = found or occurrences(text, words, Span(0, len(text)))
        if not found:
            raise Refused(f"{slot}: «{_cut(words)}» does not stand in the text")
        return found

    def entities(self) -> tuple[Entity, ...]:
        """What the rooms before find in the article; asked only where a proposal quotes no words."""
        from marsad.entities import find_entities  # here: the command line is to work without the rooms too

        if self._entities is None:
            self._entities = find_entities(self.article)
        return self._entities


@dataclass(frozen=True, slots=True)
class _Look:
    """Reads the values of one proposal, each with the words that say it."""

    ground: Ground
    said: Cells
    trigger: Span
    type: str

    def parties(self, written: Sequence[str], slot: str) -> tuple[Found[Actor], ...]:
        if len(written) > MOST_PARTIES:
            raise Refused(f"{slot}: expected up to {MOST_PARTIES} parties, found {len(written)}")
        return tuple(self._party(code.strip(), slot, at) for at, code in enumerate(written))

    def _party(self, code: str, slot: str, at: int) -> Found[Actor]:
        known = vocabulary.actor(code, code)
        spans = self.quoted(slot, at)
        if known is None:
            named = self._one(self.ground.find(slot, code))
            return Found(Actor(code, code, "group"), spans or named, RULE)
        spans = spans or self._told(slot, code, lambda value: isinstance(value, Actor) and value.code == code)
        return Found(replace(known, name=self._words(spans[0])), spans, RULE)

    def place(self, cells: Cells | None) -> Found[Place] | None:
        if cells is None or all(value is None for value in cells.values()):
            return None
        name, country = word(cells, "name"), optional_word(cells, "country")
        if country is not None and country not in vocabulary.country_pairs():
            raise Refused(f"place: expected an ISO 3166 alpha-2 country, found {_cut(country)}")
        named = self._one(self.ground.find("place", name))
        found = Place(self._words(named[0]), country, UNKNOWN, UNKNOWN)
        return Found(found, self.quoted("place") or named, RULE)

    def date(self, cells: Cells | None) -> Found[When] | None:
        if cells is None:
            return None
        start, end = (_day(cells, name) for name in ("start", "end"))
        if start is None and end is None:
            return None
        if start and end and end < start:
            raise Refused(f"date: expected the end after the start, found {start} to {end}")
        ends = (start, end)
        spans = self.quoted("date") or self._told(
            "date", f"{start}", lambda value: isinstance(value, When) and (value.start, value.end) == ends
        )
        return Found(When(start, end, "day" if start == end else "days", RULE), spans, RULE)

    def quantity(self, cells: Cells | None, slot: str) -> Found[Quantity] | None:
        if cells is None:
            return None
        ends = tuple(_count(cells, slot, name) for name in ("low", "high"))
        low, high = ends
        if low is None and high is None:
            return None
        if low is not None and high is not None and high < low:
            raise Refused(f"{slot}: expected low up to high, found {low} to {high}")
        spans = self.quoted(slot) or self._told(
            slot, f"{low}", lambda value: isinstance(value, Quantity) and (value.low, value.high) == ends
        )
        return Found(Quantity(low, high), spans, RULE)

    def source(self, name: str | None) -> Found[str] | None:
        """The attribution, which the codebook has as it stands in the text."""
        if not name or not name.strip():
            return None
        named = self._one(self.ground.find("attribution", name))
        return Found(self._words(named[0]), self.quoted("attribution") or named, RULE)

    def quoted(self, slot: str, at: int = 0) -> tuple[Span, ...]:
        """Where the words quoted for a slot stand, nearest to the trigger; nothing where none are quoted."""
        value = self.said.get(slot)
        words = value if isinstance(value, list) else [value]
        text = words[at] if at < len(words) else None
        if text is None or text == "":
            return ()
        if not isinstance(text, str):
            raise Refused(f"words of {slot}: expected a text, found {_cut(repr(text))}")
        return self._one(self.ground.find(slot, text))

    def _told(self, slot: str, value: str, same: Callable[[object], bool]) -> tuple[Span, ...]:
        """Where our own rooms read the value, for a proposal that quotes no words for it."""
        spans = [entity.spans[0] for entity in self.ground.entities() if same(entity.value)]
        if not spans and (self.type, value) in _defaults():
            return (self.trigger,)  # a demonstration has demonstrators
        if not spans:
            raise Refused(f"{slot}: no words are quoted for {_cut(value)}, and the text has none that say so")
        return self._one(spans)

    def _one(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        return (nearest(spans, self.trigger),)

    def _words(self, span: Span) -> str:
        return " ".join(self.ground.article.text[span.start : span.end].split())


def _named(cells: Cells, kind: str) -> str:
    """A name that the codebook has."""
    name, known = word(cells, kind), vocabulary.names(kind)
    if name not in known:
        raise Refused(f"{kind}: expected one of {', '.join(known)}, found {_cut(name)}")
    return name


def _role(cells: Cells) -> str | None:
    role, known = optional_word(cells, "place_role"), vocabulary.names("role")
    if role is not None and role not in known:
        raise Refused(f"place_role: expected one of {', '.join(known)}, found {_cut(role)}")
    return role


def _day(cells: Cells, name: str) -> date | None:
    found = day(cells, name)
    return date.fromisoformat(found) if found else None


def _count(cells: Cells, slot: str, name: str) -> float | None:
    """A count from 0, whole where it can be."""
    found = number(cells, name)
    if found is not None and (not math.isfinite(found) or found < 0):
        raise Refused(f"{slot}: expected a count, found {found}")
    return int(found) if found is not None and found == int(found) else found


def _defaults() -> frozenset[tuple[str, str]]:
    return frozenset((row["type"], row["code"]) for row in read_table("codebook/defaults.csv"))


def _texts(value: object) -> list[str]:
    """The texts of a value of `words`: one, or a list of them; empty ones quote nothing."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str) and text]


def _cut(words: str) -> str:
    line = " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
    return line if len(line) <= TOLD else f"{line[:TOLD]}…"
