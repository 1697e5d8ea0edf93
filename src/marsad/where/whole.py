"""Lines that are nothing but a name (بلد; في القائم; الموصل، العراق): a place however word-like the name."""

from __future__ import annotations

from marsad.arabic import number_word
from marsad.arabic.clitics import is_word
from marsad.where.choosing import ARTICLE, choose
from marsad.where.gazetteer import Row, names_from
from marsad.where.reasons import judged
from marsad.where.scan import Opening, Read, Scan, landmark, openings_of_name, place_of
from marsad.where.words import DEFINITES, HEADS, NATIONALITIES, TRAPS, WORDS

LONGEST = 12  # tokens of a line that may be only a name and its country


def read_whole(scan: Scan) -> Read | None:
    """The name that a whole line is, once prepositions, marks and a country after it are off."""
    stretch = _stretch(scan) if len(scan.tokens) <= LONGEST else None
    if stretch is None:
        return None
    first, last = stretch
    following = scan.following(first)
    for opening in openings_of_name(scan.folded(first)):
        for stem in (opening.stem, *_with_article(opening)):
            for length, rows in names_from(stem).match(following):
                if scan.step(first, length) == last:
                    return _read(scan, rows, first, last, opening)
    return None


def _stretch(scan: Scan) -> tuple[int, int] | None:
    """The first and last token of what may be the name."""
    first = next((i for i in range(len(scan.tokens)) if not _before(scan, i)), None)
    if first is None or not scan.is_word(first):
        return None
    last = first
    while not _ends(scan, last + 1):
        last += 1
    return (first, last) if _only_country(scan, last + 1) else None


def _with_article(opening: Opening) -> tuple[str, ...]:
    """The stem with the article put on or left out, which for names comes and goes (قامشلي)."""
    if opening.cut or is_word(opening.stem):
        return ()
    bare = opening.stem.removeprefix(ARTICLE)
    return (bare,) if bare != opening.stem else (ARTICLE + bare,)


def _before(scan: Scan, at: int) -> bool:
    token = scan.token(at)
    return token is not None and (token.kind == "mark" or token.folded in WORDS["to"])


def _ends(scan: Scan, at: int) -> bool:
    token = scan.token(at)
    return token is None or (token.kind == "mark" and token.folded not in WORDS["hyphen"])


def _only_country(scan: Scan, at: int) -> bool:
    """Whether nothing follows but marks and the country that the place lies in."""
    rest = [i for i in range(at, len(scan.tokens)) if scan.is_word(i)]
    return not rest or (len(rest) <= 2 and _is_land(scan.folded(rest[-1])))


def _is_land(word: str) -> bool:
    """Whether the word names a country, or a large town that tells the country."""
    own = (rows for _, rows in names_from(word).match(()))
    return landmark(word) is not None or any(row.group == "country" for rows in own for row in rows)


def _read(scan: Scan, rows: tuple[Row, ...], first: int, last: int, opening: Opening) -> Read | None:
    row = choose(rows, scan.context, None, None)
    if row is None or not _may(scan, row, first, last, opening):
        return None
    place = place_of(scan.text(first, last, opening), row, judged(row, rows, scan.context, None, None))
    return Read(place, first, last, opening.cut, "base" if row.place == "base" else "name")


def _may(scan: Scan, row: Row, first: int, last: int, opening: Opening) -> bool:
    """A single word of another kind stays that: a day, a number, a person's name, an adjective."""
    head = HEADS.get(opening.stem)
    if row.group == "country" or last > first:
        return head is None or head.kind == "area" or row.curated or row.group in ("base", "airport", "area")
    word = opening.stem
    other = any(word in WORDS[role] for role in ("closed", "noname", "given", "title", "to"))
    if other or word in DEFINITES or word in NATIONALITIES or TRAPS.get(word) == "never":
        return False
    return not number_word(word) and (scan.is_all() or _known(word, row))


def _known(word: str, row: Row) -> bool:
    """In an article a line of one word (السلام) is a place only if that place is known."""
    return TRAPS.get(word, "head") != "head" or row.curated or row.population > 0
