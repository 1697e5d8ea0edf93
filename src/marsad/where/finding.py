"""Finding the places of a sentence: each token may open a name, a relation, a head or a definite noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from marsad.arabic import Sentence, fold
from marsad.records import Found, Place
from marsad.where.names import read_name
from marsad.where.relations import read_bank, read_long, read_relation
from marsad.where.scan import RELATED, SITED, Opening, Read, Scan, openings
from marsad.where.sites import read_site
from marsad.where.whole import read_whole
from marsad.where.words import DEFINITES, HEADS, WORDS

IN_TOWN = 10.0  # kilometres around a town's point within which a site in it lies
TELLING = RELATED | SITED | frozenset(DEFINITES) | frozenset(name.split()[0] for name in HEADS)
NEAR = 4  # tokens between a site and the town that it is in


def find_places(sentence: Sentence, countries: tuple[str, ...]) -> tuple[Found[Place], ...]:
    """The places that a sentence names, left to right; `countries` are the article's (`setting`).

    Rules: name, base, head+name, capital, border, land (الأراضي السورية), site (no name: المدن), relation
    (only a landmark: جنوبي الموصل) and definite (المدينة, of kind "definite:settlement": somebody else
    knows the antecedent).
    """
    scan = Scan(sentence, countries)
    whole = read_whole(scan)
    found: list[Read] = [whole] if whole else []
    if whole:
        scan.passed(whole)
    for at, token in enumerate(scan.tokens):
        if at <= scan.end_of_list or token.kind != "word":
            continue
        read = _read(scan, at)
        if read:
            found.append(read)
            scan.passed(read)
    return tuple(scan.found(read) for read in _sited(scan, found))


def _sited(scan: Scan, reads: list[Read]) -> Iterator[Read]:
    """The reads, each site that no table has in the country of the town right after it (مستشفى X في غزة)."""
    for read, after in pairwise([*reads, None]):
        assert read is not None
        guessed = (
            read.rule in ("head+name", "site", "building")
            and read.place.id is None
            and read.place.lat is None
        )
        near = after is not None and after.first - read.last <= NEAR and after.place.id is not None
        country = after.place.country if after and guessed and near else None
        between = range(read.last + 1, after.first) if after else ()
        apart = any(scan.folded(i) in WORDS["follows"] for i in between) or _joined(scan, after)
        yield (
            replace(read, place=_within(read.place, after.place)) if after and country and not apart else read
        )


def _joined(scan: Scan, read: Read | None) -> bool:
    """Whether و is written onto the first word of a place."""
    return read is not None and read.cut > 0 and scan.folded(read.first)[:1] in WORDS["and"]


def _within(site: Place, town: Place) -> Place:
    """A site somewhere in a town: the town's point, told as no more than that."""
    if town.precision != "town" or town.lat is None:
        return replace(site, country=town.country)
    return replace(
        site,
        country=town.country,
        precision="town",
        lat=town.lat,
        lon=town.lon,
        radius_km=IN_TOWN,
        why=f"in {town.canonical or town.name}",
    )


def _read(scan: Scan, at: int) -> Read | None:
    """The first reading of the token that gives a place, long names before heads and relations."""
    for opening in openings(scan.folded(at)):
        read = _told(scan, at, opening) if opening.stem in TELLING else read_long(scan, at, opening)
        read = read or read_name(scan, at, opening)
        if read:
            return read
    return None


def _told(scan: Scan, at: int, opening: Opening) -> Read | None:
    """What a head, a relation, a site or a definite noun tells."""
    read = read_bank(scan, at, opening) or read_long(scan, at, opening)
    read = read or read_relation(scan, at, opening) or read_site(scan, at, opening)
    return read or _definite(scan, at, opening)


def _definite(scan: Scan, at: int, opening: Opening) -> Read | None:
    kind = DEFINITES.get(opening.stem)
    if kind is None or (kind == "base" and _is_network(scan, at)) or not _there(scan, at, opening):
        return None
    if kind == "own" and scan.folded(at + 1) in WORDS["sector"]:  # القطاع الصحي
        return None
    first = scan.context.nearest
    name = scan.text(at, at, opening)
    return Read(Place(name, first, f"definite:{kind}", "unknown"), at, at, opening.cut, "definite")


def _there(scan: Scan, at: int, opening: Opening) -> bool:
    """هناك is a place only at the end of a clause; before a noun it says that something exists."""
    if opening.stem not in WORDS["there"]:
        return True
    after = scan.token(at + 1)
    return at > 0 and (after is None or after.kind == "mark")


def _is_network(scan: Scan, at: int) -> bool:
    """Whether القاعدة is al-Qaeda, or a rule, by the words around it or the rest of the text."""
    if scan.folded(at) not in WORDS["qaeda"] and scan.folded(at)[1:] not in WORDS["qaeda"]:
        return False
    before = {scan.folded(at - 1), scan.folded(at - 2)}
    after = f"{scan.folded(at + 1)} {scan.folded(at + 2)}"
    if before & WORDS["network"] or scan.folded(at + 1) in WORDS["branch"] or after in WORDS["branch"]:
        return True
    sited = scan.folded(at + 1) in WORDS["tail"] or scan.national(at + 1) is not None
    return not sited and _tells_of_network(scan.sentence.text)


@lru_cache(maxsize=4)
def _tells_of_network(text: str) -> bool:
    folded = fold(text)
    return any(phrase in folded for phrase in WORDS["al_qaeda"])
