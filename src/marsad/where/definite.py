"""What "the base", "the city" or "there" stands for: the place that the article named before (القاعدة، هناك).

`find_places` gives such a noun a kind of `definite:` and what it asks for; here it takes the place of its
antecedent, whose words stay with it as second span.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from marsad.arabic import fold
from marsad.data import read_table
from marsad.records import Found, Place
from marsad.where.choosing import ARTICLE, CAPITAL_NAMES, Context, choose
from marsad.where.gazetteer import names_from, words_of
from marsad.where.names import BARE
from marsad.where.reasons import Judged
from marsad.where.relations import read_capital
from marsad.where.scan import place_of
from marsad.where.words import CAPITALS, DEFINITES, RELATIONS

DEFINITE = "definite:"
RULE = "antecedent"


def resolve_place(
    found: Found[Place], before: Sequence[Found[Place]], countries: tuple[str, ...]
) -> Found[Place] | None:
    """A definite noun with its antecedent's place, the antecedent's span second; None when nothing fits.

    `before` are the article's places so far, in their order, resolved where possible; `countries` its
    countries (ISO 3166 alpha-2), the most named first: البلاد is the nearest of them, العاصمة its capital.
    A place that needs no context comes back as it is.
    """
    part = _part_of_country(found.value.name)
    if not part and not found.value.kind.startswith(DEFINITE):
        return found
    kind = found.value.kind.removeprefix(DEFINITE)
    known = [earlier for earlier in reversed(before) if not earlier.value.kind.startswith(DEFINITE)]
    home = found.value.country or Context(countries).nearest
    if part:
        return _part(found, part, country_named(home), known)
    if kind == "country":
        return _of_story(found, country_named(home), known)
    if _head(found.value.name) in _capital_nouns():
        return _capital(found, home, known)
    earlier = next(_candidates(found, kind, known), None)
    usual = None if earlier else _usual(fold(found.value.name), home)
    return _taken(found, earlier.value, earlier) if earlier else _taken(found, usual, None) if usual else None


def _candidates(found: Found[Place], kind: str, known: Sequence[Found[Place]]) -> Iterator[Found[Place]]:
    """The places that a noun may point back to, those named with the same noun first."""
    noun = _head(found.value.name)
    yield from (earlier for earlier in known if _head(earlier.value.name) == noun)
    fitting = [earlier for earlier in known if _fits(earlier.value, kind)]
    yield from sorted(fitting, key=lambda earlier: earlier.rule == BARE)


@lru_cache(maxsize=1 << 8)
def _usual(noun: str, country: str | None) -> Place | None:
    """What a noun stands for in a country when the article named nothing (القطاع in Palestine)."""
    rows = read_table("where/usual.csv")
    name = next((r["name"] for r in rows if fold(r["noun"]) == noun and r["country"] == country), "")
    if not name:
        return None
    first, *rest = words_of(name)
    found = next(rows for length, rows in names_from(first).match(tuple(rest)) if length == len(rest))
    row = choose(found, Context((country or "",)), None, country)
    return place_of(name, row, Judged(f"{noun} of {country}", ())) if row else None


def _fits(place: Place, kind: str) -> bool:
    """Whether a definite noun of a kind may point back to a place."""
    if kind == "any":
        return True
    if kind == "area":
        return place.kind != "country"
    return place.kind == kind or (kind == "site" and (place.kind == "base" or place.precision == "site"))


def _capital(found: Found[Place], home: str | None, known: Sequence[Found[Place]]) -> Found[Place] | None:
    """العاصمة: the capital that the article named last, else that of its country."""
    named = next((earlier for earlier in known if _is_capital(earlier.value)), None)
    if named is not None:
        return _taken(found, named.value, named)
    return _taken(found, read_capital(CAPITALS[home][0], home), None) if home in CAPITALS else None


def _is_capital(place: Place) -> bool:
    words = fold(place.name).split()
    return any(CAPITAL_NAMES.get(" ".join(words[i:])) == place.country for i in range(len(words)))


def _of_story(
    found: Found[Place], country: Place | None, known: Sequence[Found[Place]]
) -> Found[Place] | None:
    """البلاد: the country itself, with the words that named it, if any did."""
    if country is None:
        return None
    earlier = next((e for e in known if _is_country(e.value, country)), None)
    return _taken(found, earlier.value if earlier else country, earlier)


def _is_country(place: Place, country: Place) -> bool:
    return place.kind == "country" and place.country == country.country


@lru_cache(maxsize=1 << 12)
def _part_of_country(name: str) -> str:
    """The words before البلاد (شمالي البلاد), "" where it is not the last of several."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and DEFINITES.get(fold(words[-1])) == "country" else ""


def _part(
    found: Found[Place], part: str, country: Place | None, known: Sequence[Found[Place]]
) -> Found[Place]:
    """شمالي البلاد as the north of the country that it stands for."""
    whole = _of_story(found, country, known)
    if country is None or whole is None:
        return found
    named = replace(found.value, name=f"{part} {country.name}", country=country.country)
    return replace(found, value=named, spans=whole.spans)


def _taken(found: Found[Place], place: Place, earlier: Found[Place] | None) -> Found[Place]:
    """The noun with the place; the second span is that of the name, not of a noun that stood for it too."""
    name = (earlier.spans[-1 if earlier.rule == RULE else 0],) if earlier else ()
    return Found(place, (found.spans[0], *name), RULE)


@lru_cache(maxsize=1 << 12)
def _head(name: str) -> str:
    """The first word of a name without the article."""
    return fold(name).split()[0].removeprefix(ARTICLE)


@cache
def _capital_nouns() -> frozenset[str]:
    return frozenset(noun.removeprefix(ARTICLE) for noun in RELATIONS["capital"])


@cache
def _names() -> dict[str, str]:
    """ISO alpha-2 → Arabic name."""
    return {row["iso2"]: row["name_ar"] for row in read_table("demonyms.csv")}


@lru_cache(maxsize=1 << 8)
def country_named(alpha2: str | None) -> Place | None:
    """A country (ISO 3166 alpha-2) as a place, with the gazetteer's point."""
    name = _names().get(alpha2 or "", "")
    if not name:
        return None
    first, *rest = words_of(name)
    same = (rows for length, rows in names_from(first).match(tuple(rest)) if length == len(rest))
    own = (row for rows in same for row in rows if row.group == "country" and row.country == alpha2)
    row = next(own, None)
    if row is None:
        return Place(name, alpha2, "country", "country")
    return place_of(name, row, Judged(f"the country {alpha2}", ()))
