"""What is counted (المعدود): the nouns of `data/units.csv` in every form, and those known by their ending."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import Token, fold, number_word, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

_HA, _TA, _ALEF, _YA = "ه", "ت", "ا", "ي"
_ARTICLE = "ال"
_NO_NOUN = ("و", "فال", "بال", "كال", "لل")  # a number counts a bare noun, not "and", "in the"
_SO_THAT, _TO = "لي", "ل"
_UNCHANGED = (_HA, _ALEF, "اء")  # no tanwin alef is written after these
_DUAL, _SOUND = ("ان", "ين"), ("ون", "ين", "و", "ي")
HUMAN_PLURAL = ("ين", "ون")
SHORTEST_NISBA = 5  # letters; shorter words in ya are function words (حتى, التي) or place names
SHORTEST_HUMAN = 6
_COUNTED = ("force", "person", "equipment", "weapon", "formation")  # kinds of which the dual counts


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of data/units.csv."""

    id: str
    kind: str
    alone: bool = False  # the bare noun counts as one (قتيل)


PERSON, DRONE = Unit("person", "person"), Unit("drone", "equipment")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun as written: number one, two, many, two_or_many (مقاتلين), two_of (طائرتي …),
    two_of_or_adjective (صاروخي …) or
    many_of (عسكريي …)."""

    unit: Unit
    number: str
    definite: bool
    joined: bool  # a conjunction before it
    preposition: str | None
    pronoun: bool


def _forms(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every written form of the row's nouns with its number; the first reading of a form wins.

    Plurals stand first: بلدان are rather countries than two.
    """
    sound = row["sound"]
    for plural in map(fold, cell(row["plural"])):
        yield plural, "many"
        yield from ((plural + _ALEF, "many") for _ in range(not plural.endswith((*_UNCHANGED, _YA))))
    for singular in map(fold, cell(row["singular"])):
        feminine = singular.endswith(_HA)
        base = singular[:-1] + _TA if feminine else singular
        yield singular, "one"
        yield from ((singular + _ALEF, "one") for _ in range(not singular.endswith(_UNCHANGED)))
        yield base + _DUAL[0], "two"
        yield base + _DUAL[1], "two_or_many" if sound.startswith("m") else "two"
        if feminine or singular.endswith(_YA):
            yield base + _YA, "many_of" if sound.startswith("m") else "two_of"
        if feminine:
            yield base + _ALEF, "two_of"
        if sound.startswith("m"):
            yield from ((singular + ending, "many") for ending in _SOUND)
        if sound == "mf":
            yield from _feminine(singular)
        if sound == "f":
            yield (singular[:-1] if feminine else singular) + "ات", "many"


def _feminine(masculine: str) -> Iterator[tuple[str, str]]:
    """نازحة, نازحتان, نازحات: women go by the same unit."""
    yield masculine + _HA, "one"
    yield from ((masculine + _TA + ending, "two") for ending in _DUAL)
    yield masculine + "ات", "many"


def _constructs(table: dict[str, tuple[Unit, str]]) -> dict[str, tuple[Unit, str]]:
    """لواءي مشاة, صاروخي كروز: masculine duals in construct, which are written like the adjective.

    Not what is a word by itself: قاضي and محامي, whose tanwin the table holds, and short ones (ابني, فوجي).
    """
    found = {}
    for form, (unit, number) in table.items():
        construct = form.removesuffix(_DUAL[0]) + _YA
        word = construct in table or construct + _ALEF in table or len(construct) < SHORTEST_NISBA
        if number == "two" and form.endswith(_DUAL[0]) and unit.kind in _COUNTED and not word:
            found[construct] = (unit, "two_of_or_adjective")
    return found


def _table() -> dict[str, tuple[Unit, str]]:
    table: dict[str, tuple[Unit, str]] = {}
    for row in read_table("units.csv"):
        unit = Unit(row["id"], row["kind"], row["alone"] == "yes")
        for form, number in _forms(row):
            table.setdefault(form, (unit, number))
    table |= _constructs(table)
    for row in read_table("demonyms.csv"):  # تركيان; its other forms are known by their ending
        for stem in cell(row["adj_stem_ar"]) + cell(row["adj_variants"]):
            table.setdefault(fold(stem) + _DUAL[0], (PERSON, "two"))
    return table


_NOUNS = _table()
_PARTICLES = frozenset(fold(form) for row in read_table("bounds.csv") for form in cell(row["forms"]))
_OPENING = frozenset(particle.removeprefix("!").split()[0] for particle in _PARTICLES)  # of a phrase: أكثر من


@lru_cache(maxsize=REMEMBERED)
def noun(folded: str) -> Noun | None:
    """The table's noun that a folded token is, whatever is written onto it."""
    for reading in readings(folded):
        found = _NOUNS.get(reading.stem)
        if found and not reading.future:
            unit, number = found
            pronoun = bool(reading.pronoun)
            return Noun(unit, number, reading.definite, reading.conjoined, reading.preposition, pronoun)
    return None


@lru_cache(maxsize=REMEMBERED)
def conjoined(folded: str) -> bool:
    """Whether a conjunction is written onto a word that opens a count: وخمسة, والجرحى, ونحو."""
    word, named = number_word(folded), noun(folded)
    if word or named:
        return word.joined if word else bool(named and named.joined)
    return any(reading.conjoined and reading.stem in _OPENING for reading in readings(folded))


def is_particle(folded: str) -> bool:
    """Whether a folded token is one of the words of data/bounds.csv, so no counted noun."""
    return folded in _PARTICLES


def noun_at(row: Sequence[Token], at: int) -> Noun | None:
    """The table's noun at token `at`, None past the end."""
    return noun(row[at].folded) if 0 <= at < len(row) and row[at].kind == "word" else None


def counted(row: Sequence[Token], at: int, definite: bool = False) -> Unit | None:
    """The unit of the noun right after a number; only a vague number counts a definite noun (آلاف الجنود)."""
    found = noun_at(row, at)
    if found is None:
        return _by_ending(row, at, definite)
    if found.joined or found.preposition or (found.pronoun and not definite):
        return None
    return found.unit if definite or not found.definite else None


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    """The first word of every month's name; one that is a counted noun (شهر صفر) does not tell."""
    firsts = {fold(form).split()[0] for row in read_table("when/months.csv") for form in cell(row["forms"])}
    return frozenset(word for word in firsts if word not in _NOUNS)


def is_month(folded: str) -> bool:
    """Whether a folded token is a month's name or begins one."""
    return folded in _months()


@lru_cache(maxsize=1 << 14)
def is_person(folded: str) -> bool:
    """Whether a noun after a number is a person by its ending: nisba (لبنانيا), sound plural (مطلوبين)."""
    if len(folded) < SHORTEST_NISBA or folded in _PARTICLES or is_month(folded) or number_word(folded):
        return False
    if folded.startswith(_NO_NOUN) or (folded[0] in _TO and is_word(folded[1:])):  # لدوري
        return False
    if folded.endswith((_YA + _ALEF, _YA)):
        return True
    broken = len(folded) == SHORTEST_HUMAN and folded[2] == _ALEF  # قوانين, عناوين: no persons
    verb = folded.startswith(_SO_THAT) and folded.endswith(HUMAN_PLURAL[1])  # ليكون
    return folded.endswith(HUMAN_PLURAL) and not (broken or verb)


def is_definite_person(folded: str) -> bool:
    """Whether a word is a sound plural of persons with the article: الكنديين."""
    return folded.startswith(_ARTICLE) and folded.endswith(HUMAN_PLURAL) and is_person(folded[2:])


def _by_ending(row: Sequence[Token], at: int, definite: bool) -> Unit | None:
    if not 0 <= at < len(row) or row[at].kind != "word":
        return None
    word = row[at].folded
    if word.startswith(_ARTICLE):
        return PERSON if definite and is_definite_person(word) else None
    return PERSON if is_person(word) else None
