"""Reading names that stand without a head (الموصل, شمال دارفور, عين الأسد)."""

from __future__ import annotations

from marsad.arabic import readings
from marsad.arabic.clitics import is_word
from marsad.where.choosing import CAPITAL_NAMES, Evidence, believable, choose, may_stand_alone
from marsad.where.gazetteer import Row, Words, names_from
from marsad.where.reasons import judged
from marsad.where.scan import Opening, Read, Scan, place_of
from marsad.where.signs import evidence as evidence_of
from marsad.where.words import CAPITALS, NATIONALITIES, RELATIONS, TRAPS, WORDS

BARE = "bare"  # rule of a capital without a preposition: it may act for its state (نفت كييف)
_CAPITALS = frozenset(form for forms in CAPITALS.values() for form in forms)
MARKED = frozenset(form for form in _CAPITALS if not form.replace(" ", "").isalpha())
FEMININE = ("ات", "ه")  # ends of nouns that an adjective in ة goes with
ACCUSATIVE = "ا"  # of a noun or adjective without the article
NEVER_ALONE = ("head", "never")  # what the name needs
OVERSHADOWS = 10  # times as many people; Tripoli in Lebanon is a fifth of Libya's and stays itself


def read_name(scan: Scan, at: int, opening: Opening, shortest: int = 1) -> Read | None:
    """The longest believable name of at least `shortest` words that the opening begins."""
    names = names_from(opening.stem)
    goes_on = bool(names.longest) and scan.next_word(at) in names.seconds
    if not goes_on and (shortest > 1 or not may_stand_alone(opening.stem)):
        return None
    if shortest == 1 and _is_no_name(scan, at, opening):
        return None
    following = scan.following(at) if goes_on else ()
    for length, rows in names.match(following):
        if length + 1 < shortest:
            break
        name = (opening.stem, *following[:length])
        if TRAPS.get(" ".join(name)) in NEVER_ALONE:
            continue
        last = scan.step(at, length)
        evidence = evidence_of(scan, at, last, opening)
        row = _chosen(rows, name, scan, evidence)
        if row and believable(name, row, scan.context, evidence):
            titled = evidence.leads or scan.folded(at - 1) in RELATIONS["capital"]
            acting = " ".join(name) in CAPITAL_NAMES and not titled
            rule = BARE if acting else "base" if row.place == "base" else "name"
            reasons = judged(row, rows, scan.context, None, evidence.national)
            return Read(place_of(scan.text(at, last, opening), row, reasons), at, last, opening.cut, rule)
    return None


def _is_no_name(scan: Scan, at: int, opening: Opening) -> bool:
    return _is_adjective(scan, at, opening) or scan.is_adverb(at) or _is_phrase(scan, at, opening)


def _is_adjective(scan: Scan, at: int, opening: Opening) -> bool:
    """Whether السعودية and the like only says whose the noun before it is (القوات السعودية, وفدا روسيا)."""
    if opening.cut:
        return False
    word = scan.folded(at - 1)
    if opening.stem.endswith(ACCUSATIVE) and opening.stem[:-1] in NATIONALITIES:
        return word.endswith(ACCUSATIVE) and is_word(word[:-1])
    if not at or opening.stem not in NATIONALITIES or word in WORDS["locative"]:
        return False
    plural = word.endswith(FEMININE) and is_word(word) and word not in WORDS["taking"]  # منشآت سورية
    return plural or any(r.definite for r in readings(word))


def _is_phrase(scan: Scan, at: int, opening: Opening) -> bool:
    """Whether the word is half of a phrase that names no place (حماة الديار, حجر الزاوية)."""
    stem = opening.stem
    return not {f"{stem} {scan.folded(at + 1)}", f"{scan.folded(at - 1)} {stem}"}.isdisjoint(WORDS["phrase"])


def _chosen(rows: tuple[Row, ...], name: Words, scan: Scan, evidence: Evidence) -> Row | None:
    """The likeliest row; a capital far larger than its namesake nearby is still the capital."""
    national = choose(rows, scan.context, None, evidence.national) if evidence.national else None
    row = national or choose(rows, scan.context, None, None)
    of = CAPITAL_NAMES.get(" ".join(name))
    if of and evidence.written in MARKED:  # عمّان is never عُمان
        return choose(rows, scan.context, None, of)
    capital = choose(rows, scan.context, None, of) if of and not national else None
    larger = row and capital and capital.population > OVERSHADOWS * row.population
    return capital if larger else row
