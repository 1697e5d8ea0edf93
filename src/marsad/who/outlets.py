"""Companies and outlets without a noun that tells what they are (نفت فيسبوك, نقلت «الخليج» الإماراتية)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from marsad.arabic import Hit, PhraseBook, Reading, fold
from marsad.data import cell, read_table
from marsad.who.bodies import BODY
from marsad.who.cores import parted
from marsad.who.lexicon import Word, small_words
from marsad.who.parts import Part
from marsad.who.sentence import Row
from marsad.who.vocabulary import finite, stops

_MOST_WORDS = 4  # of an outlet's name in quotation marks
_SPELLINGS = "="
_FEMININE = "ه"


def find_outlets(row: Row, parts: Sequence[Part]) -> list[Part]:
    """The companies and outlets that no other part holds, and outlets quoted as a source."""
    found, free = [], 0
    for at in range(len(row)):
        outlet = (_listed(row, at) or _quoted(row, at)) if at >= free else None
        if outlet is not None and not any(_holds(part, outlet) for part in parts):
            found.append(outlet)
            free = outlet.last + 1
    return found


def _holds(part: Part, outlet: Part) -> bool:
    """Whether the part has more words than the outlet, or others."""
    apart = part.last < outlet.hit.first or outlet.last < part.hit.first
    return not apart and not (outlet.hit.first <= part.hit.first and part.last <= outlet.last)


def _listed(row: Row, at: int) -> Part | None:
    hit = _book().at(row.tokens, at)
    if hit is None or hit.reading.pronoun or hit.reading.definite:
        return None
    whole: Hit[Word] = Hit(hit.first, hit.last, (), hit.reading)
    name = row.span(whole, hit.last)[1]
    return Part(whole, _nation(row, hit.last), name, BODY, BODY, name=name)


def _nation(row: Row, last: int) -> int:
    """Past the adjective that tells where the outlet is of."""
    nation = row.modifier(last + 1, ("demonym",))
    return nation[0].last if nation and nation[0].reading.definite else last


def _quoted(row: Row, at: int) -> Part | None:
    """A short name in quotation marks after a word that names a source, or before a feminine demonym."""
    last = _closing(row, at) if parted(row, at) and row.tokens[at].kind == "word" else None
    if last is None or row.folded(at) in stops() or finite(row.folded(at)):
        return None
    nation = _nation(row, last)
    town = row.folded(at - 1) in small_words("locative")
    outlet = nation > last and row.folded(nation).endswith(_FEMININE) and not town
    if not outlet and not _cited(row, at):
        return None
    hit: Hit[Word] = Hit(at, at, (), Reading((), row.folded(at), ""))
    name = row.words(at, last)
    return Part(hit, nation, name, BODY, BODY, name=name)


def _cited(row: Row, at: int) -> bool:
    before = row.folded(at - 1)
    tied = before in small_words("tied") and row.folded(at - 2) in small_words("cites")
    return tied or before in small_words("cites") | small_words("relays")


def _closing(row: Row, at: int) -> int | None:
    """The last token of the words in the quotation marks that open before `at`, if they are few."""
    for last in range(at, min(len(row), at + _MOST_WORDS)):
        if row.tokens[last].kind != "word":
            return None
        end = row.tokens[last].end
        if row.text[end : end + 1] in small_words("quote"):
            return last
    return None


@lru_cache(maxsize=1)
def _book() -> PhraseBook[bool]:
    made: PhraseBook[bool] = PhraseBook()
    for row in read_table("who/brands.csv"):
        for names in cell(row["names"]):
            for name in names.split(_SPELLINGS):
                made.add(fold(name), True)
    return made
