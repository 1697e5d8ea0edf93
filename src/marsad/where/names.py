"""Reading names that stand without a head (الموصل, شمال دارفور, عين الأسد)."""

from __future__ import annotations

from marsad.where.choosing import CAPITAL_NAMES, believable, choose
from marsad.where.gazetteer import names_from
from marsad.where.scan import Opening, Read, Scan, place_of


def read_name(scan: Scan, at: int, opening: Opening, shortest: int = 1) -> Read | None:
    """The longest believable name of at least `shortest` words that the opening begins."""
    following = scan.following(at)
    for length, rows in names_from(opening.stem).match(following):
        if length + 1 < shortest:
            break
        last = scan.step(at, length)
        evidence = scan.evidence(at, last, opening)
        name = (opening.stem, *following[:length])
        national = evidence.national or CAPITAL_NAMES.get(" ".join(name))
        row = choose(rows, scan.context, None, national) or choose(rows, scan.context, None, None)
        if row and believable(name, row, scan.context, evidence):
            rule = "base" if row.group == "base" else "name"
            return Read(place_of(scan.text(at, last, opening), row), at, last, opening.cut, rule)
    return None
