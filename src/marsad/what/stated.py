"""Whether a story states its attacks and protests, or only speaks of such things (خبر أم إشارة).

«الاغتيال», «الهجمات» stand in trials, memoirs and opinion too, where nobody reports an event. A noun phrase
counts when it states the event as a fact of the story (codebook, section 1); so the signs of a report
(casualties, arms, a place, an hour, a verb in the past) are weighed against those of mere talk (a court, an
argument, a relative clause), sentence by sentence; each further sentence that states an event speaks for the
story. Comes in: mentions with their scenes, one by one. Goes out: those that stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.records import EventMention
from marsad.what.detect import Trigger
from marsad.what.lexicon import look
from marsad.what.scene import Scene

REAL = frozenset({"happened", "ongoing"})
# Points that a story needs: sentences of arabic_event_gsr alone are then found at F1 0.65 for attacks (0.60
# with 4, 0.65 with 6; 0.30 when nothing is weighed) and 0.42 for protests (0.38 with 1, 0.46 with 3; 0.29).
NEEDED = {"attack": 5, "protest": 2}
# Points that suffice for what is planned, denied or possible: such words count against a report themselves.
MEANT = 1
FURTHER = 3  # points for each further sentence that states an event: 0 would cost the dev set 125 attacks
NEAR = 5  # tokens before a trigger in which its light verb stands (تعرضت قافلة الجيش لهجوم)
TOWNS = frozenset({"site", "near", "town", "district"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of data/codebook/signs.csv."""

    ask: str
    what: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the points for its sentence's reporting it; None where that is not asked."""

    mention: EventMention
    points: int | None

    @property
    def real(self) -> bool:
        """Whether it is told as done or under way."""
        return self.mention.factuality.value in REAL


@dataclass(frozen=True, slots=True)
class _Case:
    """A mention in its sentence; `kinds`: how many words of it are of each class, particle and cue kind."""

    scene: Scene
    trigger: Trigger
    mention: EventMention
    kinds: Mapping[str, int]
    armed: bool


def weigh(scene: Scene, trigger: Trigger, mention: EventMention, armed: bool) -> Told:
    """The mention with its points, where it is an attack or a protest; `armed` as for detection."""
    signs = _signs().get(mention.type)
    if not signs:
        return Told(mention, None)
    case = _Case(scene, trigger, mention, _kinds(scene), armed)
    return Told(mention, sum(sign.points for sign in signs if _ASKS[sign.ask](case, sign.what)))


def stated(told: Sequence[Told]) -> list[EventMention]:
    """The mentions without the attacks and protests that the story only speaks of.

    What is told as real needs a report of something real; what is meant only, any, or less.
    """
    further = FURTHER * (len({item.mention.sentence.start for item in told}) - 1)
    most = {(kind, real): _most(told, kind, real) + further for kind in NEEDED for real in (True, False)}
    return [t.mention for t in told if t.points is None or most[t.mention.type, t.real] >= _needed(t)]


def _needed(told: Told) -> int:
    return NEEDED[told.mention.type] if told.real else MEANT


def _most(told: Iterable[Told], kind: str, real: bool) -> int:
    points = [t.points for t in told if t.mention.type == kind and t.points is not None and t.real >= real]
    return max(points, default=0)


@cache
def _signs() -> dict[str, tuple[Sign, ...]]:
    """Type → its signs."""
    rows = read_table("codebook/signs.csv")
    return {
        kind: tuple(Sign(r["ask"], cell(r["what"]), int(r["points"])) for r in rows if r["type"] == kind)
        for kind in NEEDED
    }


@cache
def _asked() -> frozenset[str]:
    """The classes, particles and cue kinds that some sign looks for in a sentence."""
    rows = read_table("codebook/signs.csv")
    return frozenset(chain.from_iterable(cell(r["what"]) for r in rows if r["ask"] in ("sentence", "twice")))


@lru_cache(maxsize=REMEMBERED)
def _of(folded: str) -> frozenset[str]:
    """The classes, particles and cue kinds of a word that some sign looks for."""
    word = look(folded)
    return _asked().intersection((*word.classes, *word.particles, *(cue.kind for cue in word.cues)))


def _kinds(scene: Scene) -> Counter[str]:
    """How many words of the sentence are of each kind that is asked for."""
    kinds: Counter[str] = Counter()
    for token in scene.tokens:
        kinds.update(_of(token.folded))
    return kinds


def _sentence(case: _Case, what: Sequence[str]) -> bool:
    return any(case.kinds.get(kind) for kind in what)


def _twice(case: _Case, what: Sequence[str]) -> bool:
    return sum(case.kinds.get(kind, 0) for kind in what) > 1


def _form(case: _Case, what: Sequence[str]) -> bool:
    return case.trigger.sense.form in what


def _before(case: _Case, what: Sequence[str]) -> bool:
    return case.trigger.at > 0 and case.scene.particle(case.trigger.at - 1, *what)


def _armed(case: _Case, what: Sequence[str]) -> bool:
    return case.armed


def _sides(case: _Case, what: Sequence[str]) -> bool:
    """Whether both who attacked and whom are known, or both who clashed."""
    actors = case.mention.actors
    return len(actors) > 1 or bool(actors and case.mention.recipients)


def _near(case: _Case, what: Sequence[str]) -> bool:
    near = range(max(0, case.trigger.at - NEAR), case.trigger.at)
    words = [case.scene.words[i] for i in near]
    return any(word.cue(*what) or not word.classes.isdisjoint(what) for word in words)


def _definite(case: _Case, what: Sequence[str]) -> bool:
    return not case.trigger.finite and case.trigger.sense.reading.definite


def _owned(case: _Case, what: Sequence[str]) -> bool:
    return not case.trigger.finite and bool(case.trigger.sense.reading.pronoun)


def _counts(case: _Case, what: Sequence[str]) -> bool:
    return len(case.scene.quantities) >= int(what[0])


def _longer(case: _Case, what: Sequence[str]) -> bool:
    return len(case.scene.tokens) > int(what[0])


def _shorter(case: _Case, what: Sequence[str]) -> bool:
    return len(case.scene.tokens) < int(what[0])


def _day(case: _Case, what: Sequence[str]) -> bool:
    date = case.mention.date
    return date is not None and date.value.precision in ("day", "unresolved")


def _country(case: _Case, what: Sequence[str]) -> bool:
    place = case.mention.place
    return place is not None and place.value.precision == "country"


def _town(case: _Case, what: Sequence[str]) -> bool:
    places = (p for p in case.scene.places if p.found.value.precision in TOWNS)
    return any(p.first and case.scene.particle(p.first - 1, "in") for p in places)


def _factuality(case: _Case, what: Sequence[str]) -> bool:
    return case.mention.factuality.value in what


def _title(case: _Case, what: Sequence[str]) -> bool:
    return case.scene.title


def _next(case: _Case, what: Sequence[str]) -> bool:
    after = case.trigger.at + 1
    return after < len(case.scene.words) and not case.scene.words[after].classes.isdisjoint(what)


_ASKS: dict[str, Callable[[_Case, Sequence[str]], bool]] = {
    "sentence": _sentence,
    "twice": _twice,
    "form": _form,
    "before": _before,
    "near": _near,
    "armed": _armed,
    "title": _title,
    "factuality": _factuality,
    "sides": _sides,
    "definite": _definite,
    "pronoun": _owned,
    "counts": _counts,
    "longer": _longer,
    "shorter": _shorter,
    "day": _day,
    "country": _country,
    "town": _town,
    "next": _next,
}
