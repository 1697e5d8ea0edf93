"""Which of the places with one name is meant, and whether the name names a place here at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log10

from marsad.arabic import fold
from marsad.arabic.clitics import is_word
from marsad.where.gazetteer import Row
from marsad.where.words import CAPITALS, TRAPS, WORDS, Head

LARGE = 50_000  # people; a town that needs no context, unless its name is a word
SMALL = 10_000  # people; below it even a name that is no word needs a preposition
RANK = 60  # for the article's first country; each later one counts STEP less
STEP = 12
HERE = 15  # for a country named in the same sentence
FITS = 40  # for the kind that the head asks for
CAPITAL_NAMES = frozenset(fold(name) for names in CAPITALS.values() for name in names)
KIND = {"country": 60, "settlement": 12, "base": 12, "area": 10, "province": 8, "district": 4, "quarter": 0}


@dataclass(frozen=True, slots=True)
class Context:
    """What the article and the sentence say about where we are."""

    countries: tuple[str, ...]
    here: frozenset[str] = field(default_factory=frozenset)

    def rank(self, country: str | None) -> float:
        """How well a country fits."""
        if country is None:
            return 0.0
        listed = country in self.countries
        rank = max(RANK - STEP * self.countries.index(country), STEP) if listed else 0
        return rank + (HERE if country in self.here else 0)

    def supports(self, country: str | None) -> bool:
        """Whether the country is one of the article's first three or stands in the sentence."""
        return country in self.countries[:3] or country in self.here


@dataclass(frozen=True, slots=True)
class Evidence:
    """What around a name says that it names a place: a preposition before it, or a person's title."""

    leads: bool = False
    person: bool = False
    stripped: bool = False  # letters were taken off the word to find the name
    inside: bool = False  # and the whole word is a word by itself (فرقة, not ف + رقة)
    national: str | None = None  # the country of the adjective after it


def choose(rows: tuple[Row, ...], context: Context, head: Head | None, national: str | None) -> Row | None:
    """The likeliest of the rows; an adjective of nationality rules out all others if it rules in any."""
    fitting = [row for row in rows if row.country == national] if national else list(rows)
    if not fitting:
        return None
    wants = head.wants if head else ()
    return max(fitting, key=lambda row: (_score(row, context, wants), row.id))


def _score(row: Row, context: Context, wants: tuple[str, ...]) -> float:
    kind = FITS - 5 * wants.index(row.group) if row.group in wants else 0 if wants else KIND[row.group]
    return context.rank(row.country) + kind + 3 * log10(row.population + 1)


def believable(name: tuple[str, ...], row: Row, context: Context, evidence: Evidence) -> bool:
    """Whether a name without a head names a place: the less known and the more word-like, the more it needs."""
    need = TRAPS.get(" ".join(name))
    if need in ("head", "never") or (evidence.person and row.group != "country"):
        return False
    known = context.supports(row.country) or evidence.national is not None
    if need == "locative":
        return known and evidence.leads and not evidence.inside
    if row.group == "country" or " ".join(name) in CAPITAL_NAMES:
        return True
    if len(name) > 1:
        return _several(name, row, known, evidence)
    if need == "none":
        return known or evidence.leads or not evidence.stripped
    return not is_word(name[0]) and _single(name[0], row, known, evidence)


def _several(name: tuple[str, ...], row: Row, known: bool, evidence: Evidence) -> bool:
    if name[0] in WORDS["given"] and name[0] not in WORDS["binder"]:
        return False
    notable = row.population >= SMALL or row.group in ("province", "area", "base")
    if row.country is None or (notable and not evidence.stripped):
        return True
    return known and (evidence.leads or notable or not all(map(is_word, name)))


def _single(word: str, row: Row, known: bool, evidence: Evidence) -> bool:
    """A name that is no word of the dictionary; far away (a village in America) only large towns count."""
    if len(word) < 3 or evidence.inside:
        return False
    if row.country in WORDS["far"]:
        return evidence.leads and not evidence.stripped and row.population >= LARGE
    if row.population >= LARGE or row.group in ("province", "area", "base"):
        return known or (evidence.leads and not evidence.stripped)
    return known and evidence.leads
