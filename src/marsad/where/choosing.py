"""Which of the places with one name is meant, and whether the name names a place here at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log10

from marsad.arabic import fold
from marsad.arabic.clitics import is_word
from marsad.data import cell, read_table
from marsad.where.gazetteer import Row, names_from
from marsad.where.geometry import line_between
from marsad.where.words import CAPITALS, TRAPS, WORDS, Head

ARTICLE = "ال"
LARGE = 50_000  # people; a town that needs no context, unless its name is a word
FAMOUS = 300_000  # people; known anywhere, unless its name is a word
SMALL = 10_000  # people; below it even a name that is no word needs a preposition
RANK = 60  # for the article's first country; each later one counts STEP less
STEP = 12
SEA = 90  # for what no country owns (a sea, a continent): its name is not a namesake's
HERE = 15  # for a country named in the same sentence
PEOPLE = (
    6  # for each zero of the population: a town of 40,000 in the third country beats a first one's hamlet
)
PREFERRED = 40
HAMLET = 3  # a small town of a country far away counts so many times less: Geneva is not in New York
ALONE = 2  # times the prior, where it is all that we have
SEAT = 25
NEAR = 0.8  # degrees of latitude and longitude together
DRIVE, NEARBY = 1.0, 15  # degrees, and points for a place within them of one that was named
FITS = 40  # for the kind that the head asks for
CAPITAL_NAMES = {fold(name): country for country, names in CAPITALS.items() for name in names}
KIND = {
    "country": 60,
    "settlement": 12,
    "base": 12,
    "airport": 12,
    "area": 10,
    "province": 8,
    "district": 4,
    "quarter": 0,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the article and the sentence say about where we are."""

    countries: tuple[str, ...]
    here: frozenset[str] = field(default_factory=frozenset)
    points: tuple[tuple[float, float], ...] = ()  # of the places before it in the sentence

    @property
    def nearest(self) -> str | None:
        """The country of a place that no table knows: the first whose forces do not go everywhere."""
        near = (country for country in self.countries if country not in WORDS["far"])
        return next(near, self.countries[0] if self.countries else None)

    @property
    def told(self) -> str | None:
        """The country of a place that no table has: the only one that its sentence names, else `nearest`."""
        return next(iter(self.here)) if len(self.here) == 1 else self.nearest

    def rank(self, country: str | None) -> float:
        """How well a country fits."""
        if country is None:
            return SEA
        listed = country in self.countries
        rank = max(RANK - STEP * self.countries.index(country), STEP) if listed else 0
        rank = rank // 2 if country in WORDS["far"] else rank
        rank = rank if listed else prior().get(country, 0) * (1 if self.countries else ALONE)
        return rank + (HERE if country in self.here else 0)

    def nearby(self, row: Row) -> float:
        """Points for a row within a day's drive of a place that the sentence named before."""
        if not self.points or row.lat is None or row.lon is None:
            return 0
        lat, lon = row.lat, row.lon
        return NEARBY if any(abs(lat - y) < DRIVE and abs(lon - x) < DRIVE for y, x in self.points) else 0

    def borders(self, row: Row) -> bool:
        """Whether it is a large town across the border of the article's first countries."""
        near = row.population >= LARGE and row.country in prior()
        return near and any(line_between(country, row.country) for country in self.countries[:2])

    def supports(self, country: str | None) -> bool:
        """Whether the country is one of the article's first three, stands in the sentence, or is none.

        A text that names no country, or only such as send their forces everywhere, may be about any that the
        news of conflict is about.
        """
        near = country is None or country in self.countries[:6] or country in self.here
        return near or (country in prior() and all(c in WORDS["far"] for c in self.countries))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What around a name says that it names a place: a preposition before it, or a person's title."""

    leads: bool = False
    person: bool = False
    team: bool = False  # it plays
    pinned: str | None = None  # the country that the text places it in (كونا في وسط مالي)
    outlet: bool = False  # it is read or watched
    stripped: bool = False  # letters were taken off the word to find the name
    attached: bool = False  # among them a preposition
    lam: bool = False  # it is ل and the article (للدورة)
    inside: bool = False  # and the whole word is a word by itself (فرقة, not ف + رقة)
    national: str | None = None  # the country of the adjective after it
    written: str = ""  # with its marks


def choose(rows: tuple[Row, ...], context: Context, head: Head | None, national: str | None) -> Row | None:
    """The likeliest of the rows; an adjective of nationality rules out all others if it rules in any."""
    fitting = [row for row in rows if row.country == national] if national else list(rows)
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    wants = head.wants if head else ()
    seats = seats_among(fitting)
    return max(fitting, key=lambda row: (sum(score(row, context, wants, seats)), row.id))


Score = tuple[float, float, float, float]  # for its country, its kind, its people, its fame and neighbours


def score(row: Row, context: Context, wants: tuple[str, ...], seats: list[Row]) -> Score:
    """What speaks for a row, in points by part; `wants` are the kinds that the head asks for."""
    kind = FITS - 5 * wants.index(row.group) if row.group in wants else 0 if wants else KIND[row.group]
    hamlet = row.country in WORDS["far"] and row.population < LARGE and row.group == "settlement"
    rank = context.rank(row.country) / (HAMLET if hamlet and not row.curated else 1)
    fame = _fame(row, seats) + context.nearby(row)
    return rank, kind, PEOPLE * log10(row.population + 1), fame


def seats_among(rows: Sequence[Row]) -> list[Row]:
    """The provinces and districts, which are named after their seats."""
    return [row for row in rows if row.group in ("province", "district")]


def _fame(row: Row, seats: list[Row]) -> float:
    """A town inside the district named after it is the one meant, not its hamlet namesakes."""
    if row.curated or row.id in preferred():
        return PREFERRED
    if row.group != "settlement" or row.lat is None or row.lon is None:
        return 0
    near = (
        abs(row.lat - s.lat) + abs(row.lon - s.lon) < NEAR
        for s in seats
        if s.lat is not None and s.lon is not None
    )
    return SEAT if any(near) else 0


@cache
def prior() -> dict[str, int]:
    """How often an article that does not say so is about a country: data/where/prior.csv."""
    rows = read_table("where/prior.csv")
    return {country: int(row["weight"]) for row in rows for country in cell(row["countries"])}


@cache
def preferred() -> frozenset[str]:
    """The rows of the gazetteer that an analyst put before their namesakes: data/where/preferred.csv."""
    return frozenset(row["id"] for row in read_table("where/preferred.csv"))


def believable(name: tuple[str, ...], row: Row, context: Context, evidence: Evidence) -> bool:
    """Whether a name without a head names a place: the more word-like it is, the more it needs."""
    need = TRAPS.get(" ".join(name))
    visited = evidence.leads and " ".join(name) in CAPITAL_NAMES  # زار الوزير بكين
    if need in ("head", "never") or evidence.outlet or (_is_other(evidence, row) and not visited):
        return False
    pinned = evidence.pinned is not None and evidence.pinned == row.country
    known = pinned or context.supports(row.country) or evidence.national is not None
    if need == "locative":
        plain = evidence.attached and not name[0].startswith(ARTICLE)  # بصدد is no place, بالرمادي is one
        loose = plain or evidence.lam
        told = known or row.group == "country" or row.id in preferred() or context.borders(row)
        return told and evidence.leads and not evidence.inside and not loose
    if row.group == "country" or " ".join(name) in CAPITAL_NAMES:
        return True
    if len(name) > 1:
        return _several(name, row, known, evidence)
    if need == "none":
        return known or evidence.leads or not evidence.stripped
    if is_ordinary(name[0]):
        return pinned and evidence.leads and not evidence.inside and _is_notable(row)
    return _single(name[0], row, known, evidence)


def _is_notable(row: Row) -> bool:
    """Whether a place is more than a hamlet: then a word may name it where the text says in which country."""
    return row.population >= SMALL or row.curated or row.id in preferred() or row.group == "district"


def _is_other(evidence: Evidence, row: Row) -> bool:
    """Whether it is a person or a town's team; countries are places there too."""
    return (evidence.person and row.group != "country") or (evidence.team and row.place == "settlement")


@lru_cache(maxsize=1 << 12)
def may_stand_alone(word: str) -> bool:
    """Whether anything around it could make `believable` take the word alone for a place."""
    need = TRAPS.get(word)
    if need is not None or word in CAPITAL_NAMES:
        return need not in ("head", "never")
    own = next((rows for _, rows in names_from(word).match(())), ())
    return not is_ordinary(word) or any(row.group == "country" for row in own)


def is_ordinary(word: str) -> bool:
    """Whether the dictionary has the word, as it is or without the article."""
    return is_word(word) or (word.startswith(ARTICLE) and is_word(word[len(ARTICLE) :]))


def _several(name: tuple[str, ...], row: Row, known: bool, evidence: Evidence) -> bool:
    titled = name[0] in WORDS["title"] and name[1] in WORDS["given"]  # دارة الملك عبدالعزيز
    given = titled or (name[0] in WORDS["given"] and name[0] not in WORDS["binder"])
    if given and not evidence.leads and row.population < FAMOUS:
        return False
    notable = row.population >= SMALL or row.curated or row.group in ("province", "area", "base", "airport")
    if evidence.inside and row.population < LARGE and not row.curated:  # كبير على
        return False
    plain = not evidence.stripped or (row.curated and evidence.attached)
    if row.country is None or (notable and plain) or row.population >= LARGE:
        return True
    return known and (evidence.leads or notable or not all(map(is_word, name)))


def _single(word: str, row: Row, known: bool, evidence: Evidence) -> bool:
    """A name that is no word of the dictionary; what the world knows needs no context, a hamlet does."""
    if len(word) < 3 or evidence.inside:
        return False
    if row.population >= FAMOUS or row.curated:
        return known or not evidence.stripped or evidence.attached
    if row.country in WORDS["far"]:
        return evidence.leads and not evidence.stripped and row.population >= LARGE
    if row.population >= LARGE or row.group in ("province", "area", "base", "airport"):
        return known or (evidence.leads and not evidence.stripped)
    return known and (evidence.leads or (row.population >= SMALL and not evidence.stripped))
