"""Sites without a name of their own: القصر الجمهوري, السفارة الأميركية, المدن, القاعدة 201."""

from __future__ import annotations

from marsad.records import Place
from marsad.where.choosing import ARTICLE
from marsad.where.scan import SITED, Opening, Read, Scan
from marsad.where.words import DEFINITES, WORDS

RULE = "site"  # of a place only where a preposition or the event's verb makes it one

BUILDING = "building"  # rule of a building of state: القصر الجمهوري


def read_site(scan: Scan, at: int, opening: Opening) -> Read | None:
    """A building of state, a mission abroad, a numbered base, or places told only in the plural."""
    stem = opening.stem
    if stem not in SITED:
        return _site(scan, at, at + 1, opening, "base") if _is_numbered(scan, at, opening) else None
    following = scan.folded(at + 1)
    if f"{stem} {following}" in WORDS["building"]:
        return _site(scan, at, at + 1, opening, BUILDING)
    if stem in WORDS["building"]:
        return _site(scan, at, at, opening, BUILDING)
    if f"{stem} {following}" in WORDS["seat"] or stem in WORDS["seat"]:
        return _site(scan, at, at + (stem not in WORDS["seat"]), opening, RULE)
    if stem in WORDS["mission"]:
        return _site(scan, at, at + 1, opening, "site") if scan.national(at + 1) else None
    if _is_numbered(scan, at, opening):
        return _site(scan, at, at + 1, opening, "base")
    return _plural(scan, at, opening)


def _is_numbered(scan: Scan, at: int, opening: Opening) -> bool:
    """القاعدة 201, المعسكر 7: a number that counts nothing is a name."""
    number = scan.token(at + 1)
    if number is None or number.kind != "number" or DEFINITES.get(opening.stem) != "base":
        return False
    after = scan.token(at + 2)
    ends = after is None or after.kind == "mark"
    return ends or _defined(scan.folded(at + 2)) or scan.folded(at + 2) in WORDS["locative"]


def _plural(scan: Scan, at: int, opening: Opening) -> Read | None:
    """المدن by itself; المناطق and the like only with an adjective (المناطق المتنازع عليها)."""
    last = at
    while scan.folded(last + 1) in WORDS["plural_of"]:
        last += 1
    alone = opening.stem in WORDS["plural"] and not _defined(scan.folded(last + 1))
    qualified = last > at and opening.stem in WORDS["plural"] | WORDS["group"]
    return _site(scan, at, last, opening, "area") if alone or qualified else None


def _defined(word: str) -> bool:
    return word.startswith(ARTICLE)


def _site(scan: Scan, at: int, last: int, opening: Opening, kind: str) -> Read:
    name = scan.text(at, last, opening)
    what = "base" if kind == "base" else "area"
    rule, precision = (BUILDING, "site") if kind == BUILDING else (RULE, "unknown")
    return Read(Place(name, scan.context.nearest, what, precision), at, last, opening.cut, rule)
