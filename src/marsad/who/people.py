"""People whom no table lists, by what stands before a name and by how names are made.

المتحدث باسم الجيش العقيد فلان · وزير الدفاع الفرنسي فلان · قال فلان · محمد فلان الفلاني
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.arabic import Hit, Reading, readings
from marsad.who.lexicon import Word, small_words
from marsad.who.phrases import Part
from marsad.who.sentence import NOUNS, Row
from marsad.who.vocabulary import as_written, finite, given, ordinary, says, stops

PERSON = "person"  # rule of a person whom no table lists; ":role" or ":definite:..." where a role tells more
_ARTICLE, _AND = "ال", "و"
_MOST_WORDS = 4  # of a name, prefixes like عبد not counted
_SHORTEST = 3  # letters of a word that is a name only because the dictionary lacks it
_SHORTEST_FAMILY = 5  # letters of a family name with its article
_OFFICE_WORDS = 8  # between an office and who holds it (مدير مكتب منظمة الصحة العالمية في عمان)
_ARABIC = ("ء", "ي")
_FEMININE = "ت"  # the ending of a verb whose subject is no man
_TITLE_SORTS = frozenset({"role", "spokes", "rank"})
_NAMED = frozenset({"given", "both", "strange"})
_SURE = frozenset({"given", "strange", "family", "own"})


@dataclass(frozen=True, slots=True)
class Core:
    """The name itself: tokens `first` to `last`, `taken` letters of the first one being its proclitics."""

    first: int
    last: int
    taken: int
    kinds: tuple[str, ...]


def bare(row: Row, first: int, taken: int) -> Hit[Word]:
    """The hit of a phrase that the book does not hold, from a word after its proclitics."""
    word = row.folded(first)
    return Hit(first, first, (), Reading(tuple(word[:taken]), word[taken:], ""))


def find_people(row: Row, parts: Sequence[Part]) -> list[Part]:
    """The people of a sentence with their roles; `parts` are the parties that the tables found in it."""
    found: list[Part] = []
    free = 0
    for at in range(len(row)):
        if at < free:
            continue
        part = _listed(row, at, parts) or _unlisted(row, at, free, parts)
        if part is not None:
            found.append(part)
            free = part.last + 1
    return found


def _listed(row: Row, at: int, parts: Sequence[Part]) -> Part | None:
    """A person of the table that the parties hold, his name told from his role."""
    hit = row.hit(at, ("name",))
    if hit is None or hit[1].kind != "person":
        return None
    for part in parts:
        if part.kind == "person" and part.id and part.hit.first <= at and part.last == hit[0].last:
            named = replace(part, name=row.words(hit[0].first, hit[0].last))
            own = named if part.code else replace(named, code=hit[1].code, rule="name")
            return _with_title(row, own, 0)
    return None


def _unlisted(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    context = _context(row, at, free, parts)
    core = _core(row, at, context)
    if core is None or not _accepted(core, context):
        return None
    hit = bare(row, core.first, core.taken)
    name = row.span(hit, core.last)[1]
    role = _role(row, core.first, free, parts)
    if role is None:
        return _with_title(row, Part(hit, core.last, "", PERSON, "person", name=name), free)
    return Part(role.hit, core.last, role.code, f"{PERSON}:{_told(role)}", "person", name=name)


def _told(role: Part) -> str:
    """The role's rule where the party that it speaks for is still to be found, else "role"."""
    return role.rule if not role.code and role.rule.startswith(("definite", "pronoun")) else "role"


def _context(row: Row, at: int, free: int, parts: Sequence[Part]) -> str:
    """What makes a name likely here: a title, an office, a verb of saying; "" for nothing."""
    before = row.folded(at - 1)
    if at <= free and free:
        return ""
    stems = {r.stem for r in readings(before)} if before else set()
    pair = f"{row.folded(at - 2)} {before}"
    if stems & small_words("honorific") or pair in small_words("honorific"):
        return "honorific"
    if stems & small_words("titled"):
        return "titled"
    if _role(row, at, free, parts) is not None:
        return "office"
    return "says" if before and says(before) and not before.endswith(_FEMININE) else ""


def _core(row: Row, at: int, context: str) -> Core | None:
    taken = _taken(row, at)
    kinds: list[str] = []
    last, step, prefixed = at - 1, at, False
    while step < len(row) and len(kinds) < _MOST_WORDS:
        kind = _kind(row, step, taken if step == at else 0)
        if kind == "prefix" and not prefixed:
            step, prefixed = step + 1, True
            continue
        if not (kind and prefixed) and not _continues(row, step, kind, kinds, context):
            break
        kinds.append("own" if prefixed and step - at == 1 else kind)
        last, step, prefixed = step, step + 1, False
        if kind in ("family", "common"):
            break
    return Core(at, last, taken, tuple(kinds)) if kinds else None


def _continues(row: Row, at: int, kind: str, kinds: Sequence[str], context: str) -> bool:
    """Whether a word of this kind goes on with the name."""
    if kind in ("", "prefix"):
        return False
    if kinds and row.folded(at).startswith(_AND) and kind == "strange":
        return False
    if kind in _NAMED:
        return True
    if not kinds:
        return context == "honorific" or (context == "titled" and kind == "family")
    if kind == "family":
        return True
    if kind == "common":  # الحكيم after a given name, not after any foreign word
        return kinds[-1] in ("given", "own") or (kinds[-1] == "both" and bool(context))
    return len(kinds) == 1 and kinds[0] == "given" and (bool(context) or _kind(row, at + 1, 0) == "family")


def _accepted(core: Core, context: str) -> bool:
    kinds = core.kinds
    if len(kinds) > 1:
        first, second = kinds[:2]
        if first in ("given", "own"):
            return True
        return bool(context) or (first == "both" and second in _SURE)
    if context == "honorific":
        return True
    if context == "titled":
        return kinds[0] != "plain"
    return context in ("says", "office") and kinds[0] in ("given", "strange", "own")


def _taken(row: Row, at: int) -> int:
    """How many letters before a given name are proclitics (ولمحمد)."""
    word = row.folded(at)
    if given(word) or len(word) < _SHORTEST:
        return 0
    for reading in readings(word):
        plain = reading.proclitics and not reading.definite and not reading.pronoun and not reading.future
        if plain and (given(reading.stem) == "given" or reading.stem in small_words("opens_name")):
            return sum(map(len, reading.proclitics))
    return 0


def _kind(row: Row, at: int, taken: int) -> str:
    """What a token is to a name: prefix, given, both, strange, family, common, plain, or "" for an end."""
    if at >= len(row) or row.tokens[at].kind != "word":
        return ""
    word = row.folded(at)[taken:]
    if not _ARABIC[0] <= word[:1] <= _ARABIC[1] or (at and _parted(row, at)):
        return ""
    if word in small_words("opens_name" if not at or taken else "inside_name"):
        return "prefix"
    if kind := given(word):
        return _as_written(row, at, kind)
    return _unlisted_kind(row, at, word)


def _as_written(row: Row, at: int, kind: str) -> str:
    """على, which folds to the name Ali, is a preposition."""
    token = row.tokens[at]
    return "" if row.text[token.start : token.end] in as_written() else kind


def _unlisted_kind(row: Row, at: int, word: str) -> str:
    if word in stops() or finite(word) or _of_the_book(row, at):
        return ""
    token = row.tokens[at]
    known = ordinary(row.text[token.start : token.end])
    if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_FAMILY:
        return "common" if known else "family"
    if known or len(word) < _SHORTEST:
        return "plain" if len(word) >= _SHORTEST and _bare_word(word) else ""
    return "strange"


def _bare_word(word: str) -> bool:
    """Whether no preposition or conjunction is written onto an ordinary word."""
    return not any(r.proclitics and ordinary(r.stem) for r in readings(word) if len(r.stem) >= _SHORTEST)


def _of_the_book(row: Row, at: int) -> bool:
    """Whether the tables know the word as anything but a person."""
    if not row.begins(at):
        return False
    found = row.hit(at, NOUNS | {"state", "capital", "demonym", "people", "trait", "trap"})
    return found is not None


def _parted(row: Row, at: int) -> bool:
    """Whether a quotation mark that the row leaves out parts the word from the one before."""
    between = row.text[row.tokens[at - 1].end : row.tokens[at].start]
    return bool(set(between) & small_words("quote"))


def _role(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    """The role that ends before the name: one that the tables read, or an office with its body."""
    over = next((p for p in parts if p.hit.first < at <= p.last and p.hit.first >= free), None)
    if over is not None and _is_role(row, over):
        return over
    start = _titles(row, at, free)
    for end in (start - 1, start - 2 if row.folded(start - 1) in small_words("comma") else start - 1):
        for part in parts:
            if part.last == end and part.hit.first >= free and _is_role(row, part):
                return part
    return _office(row, start, free, parts)


def _titles(row: Row, at: int, free: int) -> int:
    """Where the titles right before the name begin (اللواء الركن فلان)."""
    while at - 1 >= free and {r.stem for r in readings(row.folded(at - 1))} & (
        small_words("honorific") | small_words("titled")
    ):
        at -= 1
    return at


def _is_role(row: Row, part: Part) -> bool:
    return part.kind == "person" and part.id is None and row.hit(part.hit.first, _TITLE_SORTS) is not None


def _office(row: Row, at: int, free: int, parts: Sequence[Part]) -> Part | None:
    """ "مدير مكتب المنظمة في عمان": the office, speaking for the party that its words name."""
    for step in range(at - 1, max(free, at - 1 - _OFFICE_WORDS) - 1, -1):
        word = row.folded(step)
        if row.tokens[step].kind != "word" or finite(word):
            return None
        reading = next((r for r in readings(word) if r.stem in small_words("office") and not r.pronoun), None)
        if reading is not None:
            if step == at - 1:
                return None
            inside = [p for p in parts if step <= p.hit.first and p.last < at and p.kind != "adjective"]
            code = inside[-1].code if inside else ""
            return Part(Hit(step, step, (), reading), at - 1, code, "role", "person")
        if word in stops() and word not in small_words("of"):
            return None
    return None


def _with_title(row: Row, part: Part, free: int) -> Part:
    """The part with the titles before it."""
    start = _titles(row, part.hit.first, free)
    if start == part.hit.first:
        return part
    reading = next(
        r for r in readings(row.folded(start)) if r.stem in small_words("honorific") | small_words("titled")
    )
    return replace(part, hit=Hit(start, start, (), reading))
