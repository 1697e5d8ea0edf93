"""Reading places told by another: شمال سوريا, جنوبي الموصل, الحدود مع سوريا, العاصمة الأفغانية."""

from __future__ import annotations

from dataclasses import replace

from marsad.records import Place
from marsad.where.choosing import ARTICLE
from marsad.where.distances import distance_after, distance_to, is_unit
from marsad.where.gazetteer import is_curated, names_from, words_of
from marsad.where.geometry import (
    NOWHERE,
    SIDES,
    Bearing,
    bearing,
    beside,
    halfway,
    line_between,
    located,
    neighbour,
    part_of,
)
from marsad.where.heads import read_head
from marsad.where.names import read_name
from marsad.where.reasons import Judged
from marsad.where.scan import RELATED, Opening, Read, Scan, openings, place_of
from marsad.where.words import CAPITALS, HEADS, RELATIONS, WORDS

REACH = 7  # tokens between "على بعد" and the landmark


def read_long(scan: Scan, at: int, opening: Opening) -> Read | None:
    """A name of several words, or a head with its name; of two as long the head's, if it has a row."""
    name = read_name(scan, at, opening, shortest=2)
    headed = read_head(scan, at, opening) if opening.stem in HEADS else None
    if name and headed:
        return headed if headed.last >= name.last and not _better(scan, name, headed) else name
    return headed or name


def _better(scan: Scan, name: Read, headed: Read) -> bool:
    """Whether a name of several words is surer than a head with a name: its row, and the right country.

    A head of several (جزر, جبال) belongs to the name that begins with it, as any does to an analyst's area.
    """
    near = scan.context.supports(name.place.country) and not scan.context.supports(headed.place.country)
    told = name.place.kind == "area" and is_curated(name.place.id or "") and headed.place.kind != "base"
    whole = headed.first > name.first or told
    return name.place.id is not None and (headed.place.id is None or near or whole)


def read_plain(scan: Scan, at: int) -> Read | None:
    """A name with or without a head at a token."""
    if not scan.is_word(at):
        return None
    for opening in openings(scan.folded(at)):
        read = read_long(scan, at, opening) or read_name(scan, at, opening)
        if read:
            return read
    return None


def _landmark(scan: Scan, at: int) -> Read | None:
    """As `read_plain`, or a capital told as one (العاصمة بغداد, العاصمة الليبية)."""
    for opening in openings(scan.folded(at)) if scan.folded(at) in RELATIONS["capital"] else ():
        return _capital(scan, at, opening)
    return read_plain(scan, at)


def read_relation(scan: Scan, at: int, opening: Opening) -> Read | None:
    """What a word of relation opens, by its role."""
    if opening.stem not in RELATED:
        return None
    for role, reader in _READERS.items():
        if opening.stem in RELATIONS[role]:
            read = reader(scan, at, opening)
            if read:
                return read
    return None


def _direction(scan: Scan, at: int, opening: Opening) -> Read | None:
    """North of a town is a relation; that of a country (شمال سوريا, غرب البلاد) an area of its own."""
    end = at
    while scan.folded(end + 1) in RELATIONS["direction"] or scan.folded(end + 1) in WORDS["and"]:
        end += 1
    side = bearing([opening.stem, *(scan.folded(i) for i in range(at + 1, end + 1))])
    if scan.folded(end + 1) in RELATIONS["story"]:
        country = scan.context.nearest
        area = _part(scan.text(at, end + 1, opening), country, side)
        return Read(area, at, end + 1, opening.cut, "name") if country else None
    place = _landmark(scan, end + 1)
    if place is None or (place.place.kind == "country" and place.first != end + 1):
        return None
    if place.place.kind != "country":
        km = distance_to(scan, at - 1) or distance_after(scan, place.last)
        return _by(place, "direction", side, km)
    area = _part_of(place, scan.text(at, place.last, opening), side)
    return Read(area, at, place.last, opening.cut, "name")


def _by(landmark: Read, relation: str, side: Bearing = NOWHERE, km: float | None = None) -> Read:
    return replace(landmark, place=beside(landmark.place, relation, side, km), rule="relation")


def _part(name: str, country: str | None, side: Bearing) -> Place:
    return located(_area(name, country), part_of(country, side), f"{side} of {country}")


def _part_of(country: Read, name: str, side: Bearing) -> Place:
    """A part of a country under the text's name; the gazetteer has only the country's."""
    whole = country.place
    return replace(_part(name, whole.country, side), canonical=whole.canonical or whole.name)


def _area(name: str, country: str | None) -> Place:
    return Place(name, country, "area", "area")


def _near(scan: Scan, at: int, opening: Opening) -> Read | None:
    start = at + 1 + (scan.folded(at + 1) in RELATIONS["link"])
    place = _landmark(scan, start)
    return _by(place, "edge" if opening.stem in RELATIONS["edge"] else "near") if place else None


def _distance(scan: Scan, at: int, opening: Opening) -> Read | None:
    """على بعد 60 كيلومترا من الموصل, على مسافة قصيرة من الموصل."""
    if scan.folded(at - 1) not in WORDS["locative"]:
        return None
    for link in range(at + 1, at + REACH):
        if is_unit(scan.folded(link)):
            return _measured(scan, link, opening)
        if scan.folded(link) in RELATIONS["link"]:
            place = _landmark(scan, link + 1)
            return _by(place, "near") if place else None
    return None


def _measured(scan: Scan, at: int, opening: Opening) -> Read | None:
    """60 كيلومترا من الموصل, 60 كيلومترا إلى الغرب من الموصل: `at` is the unit."""
    km = distance_to(scan, at)
    if km is None:
        return None
    end = at
    while scan.folded(end + 1) in _AFTER_UNIT:
        end += 1
    side = bearing(scan.folded(i) for i in range(at + 1, end + 1))
    linked = scan.folded(end + 1) in RELATIONS["link"]
    place = _landmark(scan, end + 1 + linked) if linked or side != NOWHERE else None
    return _by(place, "direction", side, km) if place else None


_AFTER_UNIT = frozenset().union(*(RELATIONS[role] for role in ("direction", "toward", "sea", *SIDES)))


def _sided(scan: Scan, at: int, last: int) -> Read | None:
    """إلى الشمال الغربي من الموصل: `last` is the last word of the side."""
    if scan.folded(last + 1) not in RELATIONS["link"]:
        return None
    side = bearing(scan.folded(i) for i in range(at, last + 1))
    place = _landmark(scan, last + 2) if side != NOWHERE else None
    if place is None or place.place.kind == "country":
        return None
    return _by(place, "direction", side, distance_to(scan, at - 2))


def _share(scan: Scan, at: int, opening: Opening) -> Read | None:
    """الجزء الشمالي من قطاع غزة, النصف الشرقي من البلاد."""
    last = at
    while scan.folded(last + 1) in RELATIONS["norm"]:
        last += 1
    side = bearing(scan.folded(i) for i in range(at, last + 1))
    if side == NOWHERE or scan.folded(last + 1) not in RELATIONS["link"]:
        return None
    place = _landmark(scan, last + 2)
    if place is None:
        return None
    if place.place.kind != "country":
        return _by(place, "share", side)
    area = _part_of(place, scan.text(at, place.last, opening), side)
    return Read(area, at, place.last, opening.cut, "name")


def _between(scan: Scan, at: int, opening: Opening) -> Read | None:
    """على الطريق بين بغداد والموصل: the point halfway, under the first one's name."""
    if not {scan.folded(at - 1), scan.folded(at - 2)} & RELATIONS["stretch"]:
        return None
    one = read_plain(scan, at + 1)
    other = _joined(scan, one)
    if one is None or other is None or "country" in (one.place.kind, other.place.kind):
        return None
    return replace(one, place=halfway(one.place, other.place), rule="relation")


def _joined(scan: Scan, one: Read | None) -> Read | None:
    """The place after another with و written onto it."""
    if one is None:
        return None
    kept, scan.end_of_list = scan.end_of_list, one.last
    other = read_plain(scan, one.last + 1)
    scan.end_of_list = kept
    return other if other and other.cut else None


def _border(scan: Scan, at: int, opening: Opening) -> Read | None:
    """الحدود السورية, الحدود العراقية السورية, الحدود مع سوريا, حدود سوريا."""
    last, nations = at, []
    while (national := scan.national(last + 1)) or scan.folded(last + 1) in {
        *RELATIONS["lined"],
        *WORDS["hyphen"],
    }:
        nations += [national] if national else []
        last += 1
    if scan.folded(last + 1) in RELATIONS["bordered"]:
        beyond = read_plain(scan, last + 2)
        return _line_with(scan, at, beyond, nations, opening) if beyond else None
    if not nations:
        beyond = read_plain(scan, at + 1)
        return (
            _line_with(scan, at, beyond, [beyond.place.country or ""], opening)
            if beyond and beyond.place.kind == "country"
            else None
        )
    while scan.folded(last) in WORDS["hyphen"]:
        last -= 1
    country = nations[0] if len(set(nations)) == 1 else None
    others = [*nations[1:], *scan.context.countries]
    line = _line(_area(scan.text(at, last, opening), country), nations[0], others)
    return Read(line, at, last, opening.cut, "border")


def _line(place: Place, country: str | None, others: list[str]) -> Place:
    """The border's point and radius, where one of the others lies beyond it."""
    other = neighbour(country, others) if country else None
    return located(place, line_between(country, other), f"border of {country} and {other}")


def _line_with(scan: Scan, at: int, beyond: Read, nations: list[str], opening: Opening) -> Read:
    """The line seen from this side: the article's country, not the one beyond it."""
    far = (beyond.place.country, *WORDS["far"])
    other = _joined(scan, beyond)  # بين السودان وتشاد
    nations += [other.place.country] if other and other.place.country else []
    sides = [*nations, *(c for c in scan.context.countries if c not in far), None]
    name = scan.text(at, beyond.last, opening)
    line = _line(_area(name, sides[0]), beyond.place.country, [side for side in sides if side])
    return Read(line, at, beyond.last, opening.cut, "border")


def read_bank(scan: Scan, at: int, opening: Opening) -> Read | None:
    """الضفة الغربية لنهر دنيبرو, ضفاف الفرات: the banks of a river, not the West Bank."""
    if opening.stem not in RELATIONS["bank"]:
        return None
    last = at + (scan.folded(at + 1) in RELATIONS["norm"])
    for river in openings(scan.folded(last + 1)):
        if river.stem in RELATIONS["river"] or not opening.stem.startswith(ARTICLE):
            read = read_plain(scan, last + 1)
            if read:
                country = read.place.country or scan.context.nearest
                return Read(
                    _area(scan.text(at, read.last, opening), country), at, read.last, opening.cut, "name"
                )
    return None


def _agrees(noun: str, adjective: str) -> bool:
    """Whether the adjective is the noun's: خفر السواحل الإيطالي tells of no Italian coasts."""
    return adjective.endswith("ه") == (noun not in RELATIONS["male"])


def _land(scan: Scan, at: int, opening: Opening) -> Read | None:
    """الأراضي السورية, الشمال الشرقي السوري, الساحل الغربي لليمن."""
    last = at
    while scan.folded(last + 1) in RELATIONS["norm"]:
        last += 1
    country = scan.national(last + 1)
    side = bearing(scan.folded(i) for i in range(at, last + 1))
    if country and (last > at or _agrees(opening.stem, scan.folded(last + 1))):
        area = _part(scan.text(at, last + 1, opening), country, side)
        return Read(area, at, last + 1, opening.cut, "land")
    sided = _sided(scan, at, last)
    if sided:
        return sided
    if scan.folded(at + 1) in RELATIONS["lined"] and scan.folded(at + 2) in RELATIONS["bordered"]:
        return _border(scan, at, opening)
    place = read_plain(scan, last + 1)
    if place and place.cut and place.place.kind == "country":
        area = _part_of(place, scan.text(at, place.last, opening), side)
        return Read(area, at, place.last, opening.cut, "name")
    return None


def _capital(scan: Scan, at: int, opening: Opening) -> Read | None:
    """العاصمة بغداد, العاصمة اليمنية صنعاء, العاصمة الأفغانية (that is كابل)."""
    country = scan.national(at + 1)
    named = read_plain(scan, at + 1 + (country is not None))
    if named and named.place.kind in ("settlement", "province"):
        if country is not None:
            return named
        name = scan.text(at, named.last, opening)
        return replace(named, place=replace(named.place, name=name), first=at, cut=opening.cut)
    if country not in CAPITALS:
        return None
    name = CAPITALS[country][0]
    found = read_capital(name, country)
    return Read(found, at, at + 1, opening.cut, "capital")


def read_capital(name: str, country: str) -> Place:
    """A capital by its name in data/where/capitals.csv, with the gazetteer's point."""
    first, *rest = words_of(name)
    for length, rows in names_from(first).match(tuple(rest)):
        own = (
            [r for r in rows if r.country == country and r.group == "settlement"]
            if length == len(rest)
            else []
        )
        if own:
            best = max(own, key=lambda row: row.population)
            return place_of(name, best, Judged(f"capital of {country}", ()))
    return Place(name, country, "settlement", "town")


_READERS = {
    "border": _border,
    "land": _land,
    "capital": _capital,
    "direction": _direction,
    "near": _near,
    "edge": _near,
    "distance": _distance,
    "km": _measured,
    "metre": _measured,
    "mile": _measured,
    "two_km": _measured,
    "two_miles": _measured,
    "between": _between,
    "share": _share,
}
