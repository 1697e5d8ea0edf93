"""The words of the room as one phrase book: parties by name, countries, demonyms, nouns that head a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import PhraseBook, fold, readings
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table

_FORCES = {"army", "navy", "airforce", "marines", "unit", "police", "mission"}
_BODIES = {"government", "ministry", "parliament", "intel", "embassy", "commission", "court"}
_PERSON = "person"
_ARTICLE = "ال"
_OF_BODY = "body:"  # kinds of small words that name a body
_AS_WRITTEN = "="  # in a code cell: the party's code is its name as in the text


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase of the book is: its sort, and for a party the code, the kind and the row's id."""

    sort: str  # name, state, capital, demonym, people, trap, trait, or a noun class of who/nouns.csv
    code: str = ""  # party's code, demonym's state, noun's bare code; "" = as in the text or none
    rule: str = ""  # noun: definite rule; trait: effect
    kind: str = ""  # name: kind of actor
    id: str | None = None
    article: bool = False  # the phrase as listed is definite


@lru_cache(maxsize=1)
def _lexicon() -> tuple[PhraseBook[Word], frozenset[str]]:
    """All phrases of the room, and the words that they begin with."""
    made: PhraseBook[Word] = PhraseBook()
    for phrase, word in _phrases():
        made.add(phrase, word)
    return made, made.firsts


def book() -> PhraseBook[Word]:
    """All phrases of the room."""
    return _lexicon()[0]


@lru_cache(maxsize=REMEMBERED)
def may_begin(word: str) -> bool:
    """Whether a phrase may begin with this folded word: no for four words in five."""
    firsts = _lexicon()[1]
    return any(reading.stem in firsts for reading in readings(word))


def _phrases() -> Iterator[tuple[str, Word]]:
    nouns = read_table("who/nouns.csv")
    forces = {fold(form) for row in nouns if row["class"] == "force" for form in cell(row["forms"])}
    yield from _party_names(forces)
    yield from _country_words()
    for row in nouns:
        for form in cell(row["forms"]):
            yield form, Word(row["class"], row["bare"], row["definite"], article=_definite(form))
    for row in read_table("who/traits.csv"):
        for form in _trait_forms(row):
            yield form, Word("trait", rule=row["effect"], article=_definite(form))
    for phrase in small_words("trap"):
        yield phrase, Word("trap")


def _definite(phrase: str) -> bool:
    """Whether the phrase as listed is definite: it or its last complement has the article."""
    return any(word.startswith(_ARTICLE) for word in phrase.split())


def _party_names(forces: set[str]) -> Iterator[tuple[str, Word]]:
    for row in _rows().values():
        code, kind = code_of(row["id"]), kind_of(row["kind"])
        for name in _names(row):
            armed = (
                kind == "body" and fold(name).split()[0].removeprefix(_ARTICLE) in forces
            )  # "the forces of the government of ..."
            yield name, Word("name", code, "name", "forces" if armed else kind, row["id"], _definite(name))


def _names(row: dict[str, str]) -> list[str]:
    """The row's names, without those of who/ambiguous.csv."""
    return [name for name in (row["name_ar"], *cell(row["variants_ar"])) if fold(name) not in _ambiguous()]


@lru_cache(maxsize=1)
def _ambiguous() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in read_table("who/ambiguous.csv"))


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, str]]:
    """The rows of both tables by id."""
    people = ({**row, "kind": _PERSON} for row in read_table("people.csv"))
    return {row["id"]: row for row in (*read_table("actors.csv"), *people)}


def code_of(id: str) -> str:
    """The code of a row of actors.csv or people.csv, a person's his party's; "" = the name as in the text."""
    row = _rows()[id]
    code = _code(row, _rows())
    return party_code(row["parent_id"]) if row["kind"] == _PERSON and row["parent_id"] and not code else code


def party_code(id: str) -> str:
    """The code of a row of actors.csv, its Arabic name where it has none."""
    row = _rows()[id]
    return _code(row, _rows()) or row["name_ar"]


def _code(row: dict[str, str], rows: dict[str, dict[str, str]]) -> str:
    """The row's own code, else its parent's, else its country's if it is an organ of a state; else ""."""
    if row["code"]:
        return "" if row["code"] == _AS_WRITTEN else row["code"]
    parent = rows.get(row["parent_id"])
    inherited = _code(parent, rows) if parent else ""
    organ = row["kind"] in _FORCES | _BODIES and row["country_iso3"]
    return inherited or (row["country_iso3"] if organ else "")


def kind_of(kind: str) -> str:
    """The kind of mention (forces, body, coalition, group, person) of a kind of actors.csv."""
    if kind in ("coalition", _PERSON):
        return kind
    if kind in _FORCES:
        return "forces"
    return "body" if kind in _BODIES or kind in ("igo", "ngo", "media") else "group"


def _country_words() -> Iterator[tuple[str, Word]]:
    for row in read_table("demonyms.csv"):
        code = row["iso3"]
        for name in (row["name_ar"], *cell(row["variants_ar"])):
            yield name, Word("state", code, "name", "state")
        for capital in cell(row["capital_metonyms_ar"]):
            yield capital, Word("capital", code, "name", "capital")
        for stem in (row["adj_stem_ar"], *cell(row["adj_variants"])):
            yield from ((form, Word("demonym", code)) for form in demonym_forms(stem))
        for people in cell(row["plural_ar"]):
            yield people, Word("people", code)


def demonym_forms(stem: str) -> Iterator[str]:
    """Every form of a demonym, also of one of two words, with the second word's article and without.

    >>> "كوريون الجنوبيون" in set(demonym_forms("كوري جنوبي"))
    True
    """
    parts = fold(stem).split()
    if not parts:
        return
    for ending in ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا"):
        first, last = parts[0], parts[-1]
        if len(parts) == 1:
            yield first + ending
        elif first.endswith("ي"):
            yield f"{first}{ending} {last}{ending}"
            yield f"{first}{ending} {_ARTICLE}{last}{ending}"
        else:  # an invariable first part (جنوب سوداني)
            yield f"{first} {last}{ending}"
            yield f"{first} {_ARTICLE}{last}{ending}"


def _trait_forms(row: dict[str, str]) -> Iterator[str]:
    for word in cell(row["words"]):
        yield word
        if row["form"] == "made":
            stem = fold(word)
            yield from (stem + ending for ending in ("ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا", "و"))


@lru_cache(maxsize=64)
def small_words(kind: str) -> frozenset[str]:
    """The folded words (for traps: phrases) of one kind of who/words.csv."""
    rows = read_table("who/words.csv")
    return frozenset(fold(word) for row in rows if row["kind"] == kind for word in cell(row["words"]))


@lru_cache(maxsize=1)
def leaders() -> dict[str, str]:
    """The coalition by the state that leads it."""
    return {row["leader"]: row["code"] for row in read_table("who/leaders.csv")}


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    rows = [row for row in read_table("who/words.csv") if row["kind"].startswith(_OF_BODY)]
    return {fold(word): row["kind"].removeprefix(_OF_BODY) for row in rows for word in cell(row["words"])}


def of_body(word: str) -> str:
    """The code of the international body that an adjective stands for (أممي), "" for none."""
    return _bodies().get(word, "")
