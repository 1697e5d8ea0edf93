"""Reading heads with the names after them (قاعدة القيارة الجوية, مدينة مأرب), known or not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.arabic import readings
from marsad.arabic.clitics import is_word
from marsad.records import Place
from marsad.where.choosing import ARTICLE, LARGE, choose, is_ordinary, preferred
from marsad.where.gazetteer import Row, base_names_from, names_from
from marsad.where.geometry import NOWHERE, Bearing, bearing, beside, located, part_of
from marsad.where.reasons import judged
from marsad.where.scan import Opening, Read, Scan, place_of
from marsad.where.words import DEFINITES, HEADS, NATIONALITIES, RELATIONS, WORDS, Head

AND, LIKE = "و", "ك"
HAMZA = frozenset(("أ", "إ", "ؤ", "ئ"))  # a writer may leave it out, but not put another one
SIDES = ("north", "south", "east", "west")
CHAIN = 2  # nouns without the article before the one that ends the name


@dataclass(frozen=True, slots=True)
class _Named:
    """The name after a head: its last token, and the row it has in the gazetteer."""

    last: int
    row: Row | None
    rows: tuple[Row, ...] = ()  # among which it was chosen


def head_at(scan: Scan, at: int, opening: Opening) -> tuple[Head, int] | None:
    """The head that the opening begins and its last token (شبه جزيرة has two words)."""
    two = f"{opening.stem} {scan.folded(at + 1)}"
    if two in HEADS:
        return HEADS[two], at + 1
    head = HEADS.get(opening.stem)
    if head and not _same_hamza(scan.text(at, at, opening), head.written):
        return None
    if opening.cut and scan.folded(at).removeprefix(AND).startswith(LIKE):  # كتلة is no تلة, كقاعدة no base
        return None
    return (head, at) if head else None


def _same_hamza(text: str, written: str) -> bool:
    """Whether the hamzas of a word are those of the head: وأدى is no وادي, إحياء no أحياء."""
    letters = [char for char in text if char.isalpha()]
    return not any(char in HAMZA and char != own for char, own in zip(letters, written, strict=False))


def read_head(scan: Scan, at: int, opening: Opening) -> Read | None:
    """The head with its name; a head of several (مدينتي) is left out of the name."""
    found = head_at(scan, at, opening)
    if not found:
        return None
    head, end = found
    named = _name_after(scan, end + 1, head)
    if not named:
        return None
    last = _with_tail(scan, named.last, head)
    if head.many and named.row and named.row.group == "country":
        bare = Place(scan.text(at, named.last, opening), named.row.country, "area", "area")
        place = located(bare, part_of(named.row.country, NOWHERE), f"all of {named.row.country}")
        return Read(place, at, named.last, opening.cut, "head+name")
    if head.many:
        own = Opening(scan.folded(end + 1), 0, False, False, False)
        place = _place(scan.text(end + 1, last, own), head, named, scan, last)
        return Read(place, end + 1, last, 0, "head+name")
    place = _place(scan.text(at, last, opening), head, named, scan, last)
    rule = "base" if named.row and named.row.place == "base" else "head+name"
    return Read(place, at, last, opening.cut, rule)


def _name_after(scan: Scan, at: int, head: Head) -> _Named | None:
    if scan.folded(at) in WORDS["quote"]:
        return _quoted(scan, at, head)
    token = scan.token(at)
    if token is None or token.kind == "mark":
        return None
    if token.folded in DEFINITES and (head.many or not head.open):
        known = _known(scan, at, head) if head.kind == "settlement" and not head.many else None
        return known if known and known.row and scan.context.supports(known.row.country) else None
    national = token.folded in NATIONALITIES
    if national and not token.folded.startswith(ARTICLE):  # قاعدة أميركية has no name; قاعدة الصينية has
        return None
    known = _known(scan, at, head)
    if national or (known and (known.row or not head.open)):
        return known
    if not head.strong or token.kind != "word":
        return None
    return (_common(scan, at) if head.open else None) or known or _unknown(scan, at, head)


def _common(scan: Scan, at: int) -> _Named | None:
    """A common noun with what it is of: ساحة التحرير, مقر هيئة الأركان العامة, مقر اللواء 47."""
    if any(scan.folded(at) in WORDS[role] for role in ("closed", "locative", "battle")):
        return None
    last = at
    while not scan.folded(last).startswith(ARTICLE) and last - at < CHAIN:
        if not _goes_on(scan, last + 1):
            return None
        last += 1
    person = _named_after(scan, last)
    if person > last:
        return _Named(person, None)
    numbered = scan.token(last + 1)
    if numbered is not None and numbered.kind == "number":
        return _Named(last + 1, None)
    if not scan.folded(last).startswith(ARTICLE) or scan.national(last):
        return None
    return _Named(last + (last > at and scan.folded(last + 1) in WORDS["general"]), None)


def _named_after(scan: Scan, last: int) -> int:
    """The last token of a person whom a site is named after (الإمام الصادق, الملك فهد)."""
    if not any(scan.folded(last).startswith(word) for word in WORDS["honour"]):
        return last
    for _ in range(CHAIN):
        word = scan.folded(last + 1)
        if not scan.is_word(last + 1) or not (word.startswith(ARTICLE) or word in WORDS["given"]):
            break
        if not _may_follow(word) or word in WORDS["tail"] or scan.national(last + 1):
            break
        last += 1
    return last


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a word may go on a chain of nouns: not a closed one, nor one that opens anew (للقوات, وقتل)."""
    word = scan.folded(at)
    if not scan.is_word(at) or word in WORDS["closed"]:
        return False
    for reading in readings(word):
        governed = reading.preposition and (reading.definite or reading.stem in HEADS)
        if governed or (reading.conjoined and not is_word(word)):
            return False
    return True


def _quoted(scan: Scan, at: int, head: Head) -> _Named | None:
    """A name in quotation marks, of up to four tokens."""
    for end in range(at + 2, min(at + 7, len(scan.tokens))):
        if scan.folded(end) in WORDS["quote"]:
            known = _known(scan, at + 1, head)
            if scan.folded(at + 1) in WORDS["noname"]:
                return None
            return (
                _Named(end, known.row, known.rows)
                if known and known.last == end - 1 and head.strong
                else _Named(end, None)
                if head.strong
                else None
            )
    return None


def _known(scan: Scan, at: int, head: Head) -> _Named | None:
    """The longest name of the gazetteer, with or without the article, that fits the head; bases first."""
    first, following = scan.folded(at), scan.following(at)
    stems = (first, first[len(ARTICLE) :] if first.startswith(ARTICLE) else ARTICLE + first)
    if head.kind == "base":
        for stem in stems:
            for length, rows in base_names_from(stem).match(following):
                bases = _of_head(rows, head)
                row = choose(bases, scan.context, head, None)
                if row:
                    return _Named(scan.step(at, length), row, bases)
    for stem in stems:
        for length, rows in names_from(stem).match(following):
            last = scan.step(at, length)
            national = None if head.kind == "base" else scan.national(last + 1)
            row = choose(rows, scan.context, head, national)
            if row and _is_name(scan, at, last) and _fits(row, head, scan) and _at_home(stem, row, scan):
                word = is_ordinary(stem) and not length
                return _Named(last, None) if _is_guess(row, rows, head, word) else _Named(last, row, rows)
    return None


def _at_home(word: str, row: Row, scan: Scan) -> bool:
    """Whether مناطق الجنوب may be the province of that name: only where the article is about its country."""
    sides = any(word in RELATIONS[side] for side in SIDES)
    return not sides or row.country == scan.context.nearest


def _is_guess(row: Row, rows: tuple[Row, ...], head: Head, word: bool) -> bool:
    """Whether a site's name is that of hamlets, one of them a guess (شارع الرشيد, معبر العريضة)."""
    if head.precision != "site" or row.place != "settlement" or row.population or row.curated:
        return False
    several = sum(other.country == row.country for other in rows) > 1
    return row.id not in preferred() and (several or (head.open and word))


def _is_name(scan: Scan, at: int, last: int) -> bool:
    """Whether the words can be all of a name: no common noun, and no أبو or دار at its end."""
    first, end = scan.folded(at), scan.folded(last)
    if at == last and (first in WORDS["noname"] or first in RELATIONS["direction"]):
        return False
    after = scan.token(last + 1)
    return at != last or end not in WORDS["binder"] or after is None or after.kind == "mark"


def _of_head(rows: tuple[Row, ...], head: Head) -> tuple[Row, ...]:
    same = tuple(row for row in rows if row.head == head.word)
    return same or tuple(row for row in rows if row.group == "base")


def _fits(row: Row, head: Head, scan: Scan) -> bool:
    """A village of a country that the article is not about lends its name, not its place."""
    known = row.curated and head.precision != "site"
    near = scan.context.supports(row.country) or row.country is None or known
    if row.group == "country":
        return head.many or head.word in WORDS["of_country"]
    if head.precision == "site" and head.kind == "area" and row.place not in ("area", "base"):
        near = near and "settlement" in head.wants  # a tower is not named after where it stands
        if not near:
            return False
    if not head.strong:
        return row.group in head.wants and (near or row.population >= LARGE)
    large = row.population >= LARGE and head.precision != "site" and head.kind != "area"
    return near or large or row.group in ("province", "base", "airport")


def _unknown(scan: Scan, at: int, head: Head) -> _Named | None:
    """How far a name goes that no table has: binders (أبو, تل) go on, ordinary words end it."""
    first = scan.folded(at)
    if not _nameable(first, head):
        return None
    last = at
    while (
        scan.folded(last) in WORDS["binder"] and scan.is_word(last + 1) and _may_follow(scan.folded(last + 1))
    ):
        last += 1
    last = _with_number(scan, last)
    if last == at and scan.is_word(at + 1) and _foreign(scan.folded(at + 1)):
        last += 1
    return _Named(last, None)


def _may_follow(word: str) -> bool:
    return word not in WORDS["noname"] and word not in WORDS["locative"]


def _nameable(word: str, head: Head) -> bool:
    if (
        word in WORDS["noname"]
        or word in WORDS["locative"]
        or word in RELATIONS["direction"]
        or len(word) < 2
    ):
        return False
    if word in WORDS["binder"] or _foreign(word):
        return True
    towns = head.kind in ("settlement", "base") or (head.precision == "site" and head.kind == "area")
    return word.startswith(ARTICLE) and towns and not head.many


def _foreign(word: str) -> bool:
    """Whether no reading of the word is in the dictionary or our lists: the mark of a name."""
    if word in NATIONALITIES or word in WORDS["noname"] or word in WORDS["locative"]:
        return False
    if any(r.definite and (r.conjoined or r.preposition) for r in readings(word)):  # واللبونة begins anew
        return False
    stems = [r.stem for r in readings(word) if len(r.pronoun) != 1]
    return not any(is_word(s) or s in WORDS["noname"] or s in HEADS for s in stems)


def _with_number(scan: Scan, last: int) -> int:
    """T-4, كي 1, اللواء 15."""
    short = len(scan.folded(last)) <= 3 or scan.folded(last) in WORDS["binder"]
    number = last + 1 + (scan.folded(last + 1) in WORDS["hyphen"])
    token = scan.token(number)
    return number if short and token is not None and token.kind == "number" else last


def _with_tail(scan: Scan, last: int, head: Head) -> int:
    role = "tail" if head.precision == "site" else "part"
    while (scan.folded(last + 1) in WORDS[role] and role != "part") or _part(scan, last, head):
        last += 1
    return last


def _part(scan: Scan, last: int, head: Head) -> bool:
    return head.kind == "area" and scan.folded(last + 1) in WORDS["part"]


def _place(name: str, head: Head, named: _Named, scan: Scan, last: int) -> Place:
    """The row's point where the row is what the head says; else its country, or its town's point."""
    national, row = None if head.kind == "base" else scan.national(last + 1), named.row
    first = scan.context.told
    bare = Place(name, national or (row.country if row else first), head.kind, head.precision)
    if row is None:
        return replace(bare, precision="unknown" if head.precision == "town" else head.precision)
    own = place_of(name, row, judged(row, named.rows, scan.context, head, national))
    own = replace(own, country=bare.country, kind=head.kind if row.group != "country" else "country")
    larger = head.precision == "site" and row.precision == "area"  # سد الفرات is not the river
    if larger:
        return bare
    if row.group in ("base", "airport", "area") and row.group in (head.kind, *head.wants):
        return own
    if head.kind == row.place or (row.group in head.wants and head.precision == row.precision):
        return replace(own, precision=head.precision)
    if head.precision == "site" and row.place == "settlement":
        return replace(bare, precision="town", lat=row.lat, lon=row.lon, why=f"in {row.name}")
    if head.precision in ("province", "district") and row.group != "country":
        return _around(bare, own, "seat", NOWHERE)
    side = bearing([scan.folded(last)])
    return _around(bare, own, "countryside", side) if head.precision == "area" else bare


def _around(bare: Place, own: Place, relation: str, side: Bearing) -> Place:
    """An area named after a place (ريف حلب الشمالي, محافظة الطائف): around it, on the side that is told."""
    area = beside(own, relation, side)
    return replace(bare, lat=area.lat, lon=area.lon, radius_km=area.radius_km, why=area.why)
