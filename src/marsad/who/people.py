"""People whom no table lists, by what stands before a name and by how names are made.

المتحدث باسم الجيش العقيد فلان · وزير الدفاع الفرنسي فلان · قال فلان · محمد فلان الفلاني
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from marsad.arabic import Hit, Reading, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.who.cores import TITLED, TOLD, Core, accepted, core_at, likelihood, parted, titles
from marsad.who.lexicon import Word, of_body, small_words
from marsad.who.parts import Part
from marsad.who.sentence import Row
from marsad.who.vocabulary import finite, ordinary, says, stops

PERSON = "person"  # rule of a person whom no table lists; ":role", ":office", ":definite:..." say how he is
OFFICE = "office"  # rule of an office that is read word by word
_BY, _AND, _FOR, _ARTICLE = "ب", "و", "ل", "ال"
_FEMININE = "ت"  # the ending of a verb whose subject is no man
_NISBAS = ("ي", "يه")
_MOST_ADJECTIVES = 2
_SEAT_WORDS = 3  # of a state's or capital's name
_OFFICE_WORDS = 8  # between an office and who holds it (مدير مكتب منظمة الصحة العالمية في عمان)
_TITLE_SORTS = frozenset({"role", "spokes", "rank"})


def bare(row: Row, first: int, taken: int) -> Hit[Word]:
    """The hit of a phrase that the book does not hold, from a word after its proclitics."""
    word = row.folded(first)
    return Hit(first, first, (), Reading(tuple(word[:taken]), word[taken:], ""))


def find_people(row: Row, parts: Sequence[Part]) -> list[Part]:
    """The people of a sentence with their roles; `parts` are the parties that the tables found in it."""
    found: list[Part] = []
    free = 0
    for at in range(len(row)):
        if at >= free and (part := _listed(row, at, free, parts) or _unlisted(row, at, free, parts)):
            found.append(part)
            free = part.last + 1
    return found


def _listed(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    """A person of the table that the parties hold, his name told from his role."""
    hit = row.hit(at, ("name",))
    if hit is None or hit[1].kind != "person" or _longer(row, hit[0]):
        return None
    for part in parts:
        if part.kind == "person" and part.id and part.hit.first <= at and part.last == hit[0].last:
            group = _group_in(row, part, hit[0].first) if not part.code else ""
            named = replace(part, name=row.span(hit[0], hit[0].last)[1], code=part.code or group)
            own = named if named.code else replace(named, code=hit[1].code, rule="name")
            return _in_office(row, own, free, parts) if part.hit.first == at else own
    return None


def _group_in(row: Row, part: Part, stop: int) -> str:
    """The group that a role names before the person's name (زعيم بوكو حرام فلان)."""
    for at in range(part.hit.first + 1, stop):
        found = row.hit(at, ("name",))
        if found and found[1].kind == "group":
            return found[1].code or row.words(found[0].first, found[0].last)
    return ""


def _in_office(row: Row, part: Part, free: int, parts: Sequence[Part]) -> Part:
    """A person of the table with the role before his name, which may tell for whom he speaks."""
    role = _role(row, part.hit.first, free, parts)
    if role is None or role.last >= part.hit.first or part.hit.reading.conjoined:
        return _with_title(row, part, free)
    rule = f"{PERSON}:{OFFICE}" if role.rule == OFFICE else part.rule
    return replace(part, hit=role.hit, code=role.code or part.code, rule=rule)


def _longer(row: Row, hit: Hit[Word]) -> bool:
    """Whether a family name that the table lacks follows: then it is somebody else."""
    core = core_at(row, hit.first, "")
    return core is not None and core.last > hit.last > hit.first and core.kinds[-1] in ("family", "common")


def _unlisted(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    taken = (p for p in parts if not p.name and p.kind != "adjective")  # تركي may be a man's name
    if any(p.hit.first + (p.kind == "person") <= at <= p.last for p in taken):
        return None
    likely = likelihood(row, at)
    context = _title(row, at, free) if likely else ""
    if likely == "alone":
        context = context or _context(row, at, free, parts)
    elif not context:
        return None
    core = core_at(row, at, "" if context == TOLD else context)
    if core is None or not accepted(core, context):
        return None
    role = None if core.taken else _role(row, core.first, free, parts)
    if role is None:
        hit = bare(row, core.first, core.taken)
        return _with_title(row, Part(hit, core.last, "", PERSON, "person", name=_name(row, core)), free)
    if parted(row, core.first):  # the name of a body, in quotation marks
        return None
    code = role.code or _of_a_body(row, role.hit.first, core.first)
    return Part(role.hit, core.last, code, f"{PERSON}:{_told(role)}", "person", name=_name(row, core))


def _name(row: Row, core: Core) -> str:
    return row.span(bare(row, core.first, core.taken), core.last)[1]


def _told(role: Part) -> str:
    """The role's rule where the party that it speaks for is still to be found, else "role" or "office"."""
    if role.rule == OFFICE:
        return OFFICE
    return role.rule if not role.code and role.rule.startswith(("definite", "pronoun")) else "role"


def _of_a_body(row: Row, first: int, stop: int) -> str:
    """The body that an adjective of the role stands for (المبعوث الأممي)."""
    return next((code for at in range(first, stop) if (code := of_body(row.folded(at)))), "")


def _title(row: Row, at: int, free: int) -> str:
    """Whether a title stands right before: an honorific, one that may stand alone, or "" for none."""
    before = row.folded(at - 1)
    if not before or (free and at <= free):
        return ""
    if f"{row.folded(at - 2)} {before}" in small_words("honorific"):
        return "honorific"
    return _titled(before) or _titled(row.folded(_described(row, at, free) - 1)) or _his(row, at)


def _described(row: Row, at: int, free: int) -> int:
    """Past adjectives between a title and the name (الناشطة الحقوقية فلانة); a role of ours keeps them."""
    first = at
    for _ in range(_MOST_ADJECTIVES):
        word = row.folded(first - 1)
        adjective = word.startswith(_ARTICLE) and word.endswith(_NISBAS) and word not in stops()
        if first - 1 <= free or not adjective:
            break
        first -= 1
    return at if row.hit(first - 1, _TITLE_SORTS) else first


def _his(row: Row, at: int) -> str:
    """Whether somebody's relation stands before (منافسه فلان), maybe described (مهاجمه البرازيلي فلان)."""
    word = row.folded(_described(row, at, 0) - 1)
    return "titled" if word and _of_his(word) else ""


@lru_cache(maxsize=REMEMBERED)
def _of_his(word: str) -> bool:
    return any(r.pronoun and r.stem in small_words("his_office") for r in readings(word))


@lru_cache(maxsize=REMEMBERED)
def _titled(word: str) -> str:
    stems = {r.stem for r in readings(word) if not r.pronoun}
    return next((kind for kind in TITLED if stems & small_words(kind)), "")


def _context(row: Row, at: int, free: int, parts: Sequence[Part]) -> str:
    """What else makes a name likely here: an office, a verb of saying; "" for nothing."""
    before = row.folded(at - 1)
    if not before or (free and at <= free):
        return ""
    role = _role(row, at, free, parts)
    if role is not None:
        return OFFICE if role.rule == OFFICE else "holds"
    if before in small_words("called"):
        return "titled"
    if before in small_words("of_person") or _tells_of(row, at):
        return TOLD
    speaks = says(before) and before not in small_words("no_saying")
    return "says" if speaks else ""


def _tells_of(row: Row, at: int) -> bool:
    """Whether "that" stands before and a verb after: who does it (أن فلان سيمثل)."""
    return row.folded(at - 1) in small_words("after_that") and finite(row.folded(at + 1))


def _role(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    """The role that ends before the name: one that the tables read, or an office with its body."""
    over = next((p for p in parts if free <= p.hit.first < at <= p.last), None)
    if over is not None and _is_role(row, over):
        return over
    start = _titles(row, at, free)
    comma = row.folded(start - 1) in small_words("comma")
    if comma and row.folded(start).startswith(_AND):
        return None
    before = start - 1 - comma
    for end in (start - 1, before, _seat(row, before + 1, free), _past_former(row, before)):
        for part in parts:
            if part.last == end and part.hit.first >= free and _is_role(row, part):
                return part
    return _office(row, start - comma, free, parts)


def _seat(row: Row, at: int, free: int) -> int:
    """The last token before the town or state where the office is (السفير السعودي في أنقرة فلان)."""
    for first in range(at - 1, max(free, at - 1 - _SEAT_WORDS), -1):
        found = row.hit(first, ("capital", "state"))
        if found and found[0].last == at - 1:
            inside = found[0].reading.preposition is not None
            seated = row.folded(first - 1) in small_words("seated")
            return _past_former(row, first - 1 if inside else first - 2) if inside or seated else -1
    return -1


def _past_former(row: Row, end: int) -> int:
    """Back past what tells whether the office is still held (الرئيس الأميركي السابق، فلان)."""
    return end - (row.folded(end).removeprefix(_ARTICLE) in small_words("former") | small_words("tail"))


def _titles(row: Row, at: int, free: int) -> int:
    """Where the titles right before the name begin (اللواء الركن فلان)."""
    first = _described(row, at, free)
    if first < at and _titled(row.folded(first - 1)):
        at = first
    while at - 1 >= free and at and _titled(row.folded(at - 1)):
        at -= 1
    return at


def _is_role(row: Row, part: Part) -> bool:
    """Whether the tables read the phrase as an office, whoever holds it."""
    if part.kind == "person":
        return row.hit(part.hit.first, _TITLE_SORTS) is not None and not _held(row, part)
    return part.kind == "body" and part.rule == "name" and bool(_titled(row.folded(part.hit.first)))


def _held(row: Row, part: Part) -> bool:
    """Whether the phrase ends with the name of a person of the table."""
    hits = (row.hit(at, ("name",)) for at in range(part.hit.first, part.last + 1))
    return any(hit and hit[1].kind == "person" and hit[0].last == part.last for hit in hits)


def _office(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    """ "مدير مكتب المنظمة في عمان": the office, speaking for the party that its words name."""
    if row.folded(at - 1) in small_words("of"):  # a place (مسؤول الحوثيين في ذمار)
        return None
    for step in range(at - 1, max(free, at - 1 - _OFFICE_WORDS) - 1, -1):
        word = row.folded(step)
        reading = _office_word(word)
        if row.tokens[step].kind != "word" or (reading is None and _no_office(word)):
            return None
        if reading is not None:
            if step == at - 1:
                return None
            return _office_of(row, Hit(step, step, (), reading), at - 1, parts)
    return None


def _office_of(row: Row, hit: Hit[Word], last: int, parts: Sequence[Part]) -> Part:
    """The office from its first word: of the party inside it, or what the tables read of its beginning."""
    over = next((p for p in parts if p.hit.first <= hit.first <= p.last and _is_role(row, p)), None)
    if over is not None:
        beyond = row.folded(over.last + 1).startswith(_FOR) and over.rule.startswith("definite")
        return replace(over, last=last, id=None, name="", rule=OFFICE if beyond else over.rule)
    inside = [p for p in parts if hit.first <= p.hit.first and p.last <= last and p.kind != "adjective"]
    if not inside:
        return Part(hit, last, "", OFFICE, "person")
    open_ = not inside[-1].code and inside[-1].rule.startswith("definite")
    return Part(hit, last, inside[-1].code, inside[-1].rule if open_ else OFFICE, "person")


@lru_cache(maxsize=REMEMBERED)
def _office_word(word: str) -> Reading | None:
    """The reading by which a word in the construct, or as listed with its article, heads an office."""
    offices = small_words("office")
    return next((r for r in readings(word) if r.stem in offices and not r.pronoun and not r.definite), None)


@lru_cache(maxsize=REMEMBERED)
def _no_office(word: str) -> bool:
    """Whether an office's name cannot hold the word: a verb, most particles, a noun with ب (بمنافسه)."""
    taken = any(r.preposition == _BY and ordinary(r.stem) for r in readings(word))
    by = taken and not is_word(word) and not word.startswith(_BY + _ARTICLE)
    return finite(word) or by or (word in stops() and word not in small_words("in_office"))


def _with_title(row: Row, part: Part, free: int) -> Part:
    """The part with the titles before it."""
    start = _titles(row, part.hit.first, free)
    if start == part.hit.first:
        return part
    word = row.folded(start)
    reading = next(r for r in readings(word) if r.stem in titles() and not r.pronoun)
    return replace(part, hit=Hit(start, start, (), reading))
