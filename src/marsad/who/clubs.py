"""Sports clubs (الهلال, برشلونة), whose names are words or towns: parties where a sentence tells of sport."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from marsad.arabic import Hit, PhraseBook, fold
from marsad.data import cell, read_table
from marsad.who.lexicon import Word, small_words
from marsad.who.parts import Part
from marsad.who.sentence import Row

CLUB = "club"  # rule and kind of a club; the where room's town of the same words is none
_TOWN = "town"


def find_clubs(row: Row, parts: Sequence[Part], before: Collection[str]) -> list[Part]:
    """The clubs outside the other parts; `before` are the clubs that the article named so far."""
    sport = of_sport(row)
    if not sport and not before:
        return []
    found, free = [], 0
    for at in range(len(row)):
        club = _club_at(row, at, sport, before) if at >= free else None
        if club is not None and not any(_overlap(part, club) for part in parts):
            found.append(club)
            free = club.last + 1
    return found


def of_sport(row: Row) -> bool:
    """Whether a word of sport alone stands in the sentence, or two that may be."""
    words = {token.folded for token in row.tokens}
    return bool(words & small_words("sport")) or len(words & small_words("maybe_sport")) > 1


def _overlap(one: Part, other: Part) -> bool:
    """Whether a named part holds words of the club; a town or group of the same words is none."""
    inside = one.hit.first <= other.last and other.hit.first <= one.last
    same = one.hit.first == other.hit.first and one.last == other.hit.last
    return inside and not (same and one.kind in ("capital", "group", "forces"))


def _club_at(row: Row, at: int, sport: bool, before: Collection[str]) -> Part | None:
    hit = _book().at(row.tokens, at)
    if hit is None or hit.reading.definite:
        return None
    if _TOWN in hit.values and not (sport and _played(row, hit)):
        return None
    nation = row.modifier(hit.last + 1, ("demonym",))
    last = nation[0].last if nation and nation[0].reading.definite else hit.last
    whole: Hit[Word] = Hit(hit.first, hit.last, (), hit.reading)
    name = row.span(whole, hit.last)[1]
    described = row.folded(last + 1) in small_words("adjective")
    told = sport or name in before
    return Part(whole, last, name, CLUB, CLUB, name=name) if told and not described else None


def _played(row: Row, hit: Hit[str]) -> bool:
    """Whether a town's name stands where a side does: after no word of place and no preposition."""
    before = row.folded(hit.first - 1)
    return hit.reading.preposition is None and before not in small_words("locative")


@lru_cache(maxsize=1)
def _book() -> PhraseBook[str]:
    made: PhraseBook[str] = PhraseBook()
    for row in read_table("who/clubs.csv"):
        for name in cell(row["names"]):
            made.add(fold(name), row["kind"])
    return made
