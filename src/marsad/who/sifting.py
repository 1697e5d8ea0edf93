"""Which of a sentence's phrases are parties there: none that are only counted, located, or somebody's title.

In: the parts of `finding` and `naming`. Out: the parts, some with a rule that leaves them out later. The
event coder does not come here: whose soldiers are counted is a party of its events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from marsad.arabic import fold, number_word, readings
from marsad.arabic.fold import REMEMBERED
from marsad.data import read_table
from marsad.who.bodies import BODY, ORGAN
from marsad.who.clubs import of_sport
from marsad.who.lexicon import small_words
from marsad.who.metonymy import asked_at, held, pressed
from marsad.who.parts import Part
from marsad.who.people import PERSON
from marsad.who.sentence import NOUNS, Row
from marsad.who.vocabulary import deed, fights, finite, ordinary, stops

PLACE, ASIDE = "place", "aside"  # rules that the room of entities leaves out
PEOPLE = "people"  # rule of a nation's people; the kind of them where they are none of its forces
_COUNTABLE = frozenset({"forces", "generic", "adjective", "people"})
_ARMED = frozenset({"force", "fighter", "crowd", "people", "demonym"})
_ADJECTIVES = frozenset({"demonym", "people", "trait"})
_DUALS = ("", "ان", "ين", "ا")
_SILENT, _OPEN, _ALEF = "ه", "ت", "ا"
_ARTICLE, _AND, _FOR, _THEN = "ال", "و", "ل", "ف"
_NISBAS = ("يه", "يا")  # of a definite noun's adjective, of one in the accusative
_PRONOUNS = ("ها", "هم", "نا")
_OF_VERBS = ("ي", "ت", "سي", "است")  # begin verbs of the present, and verbal nouns (تورط, استهداف)
_IN, _OPEN_RULE = "ب", "definite"
_MARKS = ("(", "-", "–", "—", "ـ", ":")
_DATELINE = 3  # tokens before the state in a dateline
_BODIES = ("body", "group", "coalition", "state")
_VISIT = 7  # words back that a verb of visiting may stand
_LEAST = 3  # letters of a word that may be taken for a noun


def sifted(row: Row, parts: Sequence[Part]) -> list[Part]:
    """The parties, left to right: a state with rule `PLACE` where it only says where, soldiers `ASIDE`."""
    kept: list[Part] = []
    titles = -1  # the last token of the titles that follow the person last kept
    for part in sorted(parts, key=_where):
        before = kept[-1] if kept else None
        if before is not None and _is_his_title(row, part, before, max(titles, before.last)):
            kept[-1], titles = _titled(before, part), part.last
        elif before is not None and _holds(row, part, before):
            kept[-1] = replace(part, hit=before.hit, code=before.code or part.code)
        elif before is not None and (_is_organ(row, part, before) or _is_office(part, before)):
            kept[-1] = replace(before, last=part.last, code=part.code or part.name, rule=part.rule, name="")
        elif not _no_party(row, part):
            kept.append(_ruled(row, _people(row, _former(row, part)), before))
    return kept


def _former(row: Row, part: Part) -> Part:
    """Who held an office speaks for nobody but himself (الرئيس السابق فلان)."""
    if part.kind != "person" or not part.name:
        return part
    words = (row.folded(at).removeprefix(_ARTICLE) for at in range(part.hit.first, part.last + 1))
    if small_words("former").isdisjoint(words):
        return part
    return replace(part, code=part.name, rule=PERSON)


def _people(row: Row, part: Part) -> Part:
    """A nation's people are no army (عارض الماليون), where no verb of fighting stands beside them."""
    if part.rule != PEOPLE or fights(row.folded(part.hit.first - 1)) or fights(row.folded(part.last + 1)):
        return part
    return replace(part, kind=PEOPLE)


def _is_organ(row: Row, part: Part, before: Part) -> bool:
    """Whether the body before is one of the party's own (اللجنة المالية بمجلس النواب)."""
    if (
        before.rule not in (BODY, ORGAN)
        or part.kind not in ("body", "forces", "coalition")
        or part.rule == PLACE
    ):
        return False
    if before.code != before.name or before.hit.reading.stem not in small_words("organ"):
        return False
    first, owned = part.hit.first, part.hit.reading.preposition in (_IN, _FOR)
    between = [row.folded(at) for at in range(before.last + 1, first)]
    return (owned and not between) or (len(between) == 1 and between[0] in small_words("belonging"))


def _where(part: Part) -> tuple[int, int]:
    return part.hit.first, -part.last


def _ruled(row: Row, part: Part, before: Part | None) -> Part:
    """The part with its rule, or as it is."""
    beside = before if before is not None and before.last + 1 == part.hit.first else None
    land = part.kind == "state" and part.rule == "name"
    land = land or (part.kind == "body" and part.hit.reading.stem in small_words("land"))
    if land and _located(row, part, beside):
        return replace(part, rule=PLACE)
    if part.kind == "body" and _is_building(row, part):
        return replace(part, rule=PLACE)
    if part.kind in _COUNTABLE and _counted(row, part):
        return replace(part, rule=ASIDE)
    return part


def _is_his_title(row: Row, part: Part, before: Part, last: int) -> bool:
    """Whether the office only says who the person named before is (فلان وزير الخارجية)."""
    if part.kind != "person" or part.name or before.kind != "person" or not before.name:
        return False
    at = part.hit.first - (row.folded(part.hit.first - 1) in small_words("comma"))
    reading = part.hit.reading
    plain = not reading.conjoined and not reading.preposition and not reading.pronoun
    return plain and last + 1 == at and row.hit(part.hit.first, ("role", "spokes")) is not None


def _titled(person: Part, office: Part) -> Part:
    """The person with the code of the office named after him, where he had none before."""
    if person.rule != PERSON or person.code:
        return person
    if not office.code and office.rule.startswith(_OPEN_RULE):
        return replace(person, rule=f"{PERSON}:{office.rule}")
    return replace(person, code=office.code, rule=f"{PERSON}:role")


def _no_party(row: Row, part: Part) -> bool:
    """Whether the phrase is no party by itself: "his country", an operation, an adjective of things."""
    first = part.hit.first
    if part.kind == "person" and part.name and _of_facility(row, first):
        return True
    if part.last == first and row.hit(first, ("home",)) is not None and part.rule == "pronoun":
        return part.hit.reading.preposition is not None or row.folded(first - 1) in small_words("locative")
    if part.hit.reading.stem in small_words("no_party") or row.folded(first) in small_words("no_party"):
        return True
    if part.last == first and part.hit.reading.stem in small_words("vague"):
        return True
    if part.last == first and row.folded(first).removeprefix(_AND) in small_words("if_acts"):
        return not finite(row.folded(first - 1)) and not finite(row.folded(first + 1))
    if part.last == first and part.kind == "body" and row.folded(first) in small_words("inner"):
        return _is_noun_before(row.folded(first - 1))
    return part.hit.reading.stem in small_words("striker") and of_sport(row)


def _is_noun_before(word: str) -> bool:
    """Whether the word is a noun that an adjective follows (الشؤون الداخلية, شؤونها الداخلية)."""
    definite = word.lstrip("".join((_AND, _THEN, _IN))).startswith((_ARTICLE, _FOR + _FOR))
    return (definite or word.endswith(_PRONOUNS)) and not finite(word)


def _of_facility(row: Row, at: int) -> bool:
    """Whether a site or prize is called after the person (مطار الملك خالد)."""
    word = row.folded(at - 1)
    return bool(word) and any(r.stem in small_words("facility") for r in readings(word) if not r.definite)


def _is_building(row: Row, part: Part) -> bool:
    """Whether an embassy is where something happens or is taken (أمام السفارة, اقتحم السفارة)."""
    if part.hit.reading.stem not in small_words("building"):
        return False
    before = row.folded(part.hit.first - 1)
    return part.hit.reading.preposition == _IN or before in small_words("beside") | small_words("locative")


def _holds(row: Row, part: Part, before: Part) -> bool:
    """Whether the person holds the office right before his name and titles (العاهل السعودي الملك فلان)."""
    if part.kind != "person" or not part.name or before.kind != "person" or before.name:
        return False
    reading = part.hit.reading
    at = part.hit.first - (row.folded(part.hit.first - 1) in small_words("comma"))
    tied = reading.conjoined or reading.preposition or reading.proclitics == (_AND,)
    return not tied and before.last + 1 == at and row.hit(before.hit.first, ("role", "spokes")) is not None


def _is_office(part: Part, before: Part) -> bool:
    """Whether the body is the one that the office before it is in (الأمين العام لحزب الأمة)."""
    if before.kind != "person" or before.name or not before.rule.startswith(_OPEN_RULE):
        return False
    tied = part.hit.first == before.last + 1 and part.hit.reading.preposition in (_FOR, _IN)
    return tied and part.kind in _BODIES and not part.rule.startswith(_OPEN_RULE)


def _located(row: Row, part: Part, before: Part | None) -> bool:
    """Whether a state is joined to a place, the target of a blow, or what belongs to it is told of."""
    at, reading = part.hit.first, part.hit.reading
    if reading.preposition == _FOR:
        definite = row.folded(at - 1).startswith(_ARTICLE)
        given = held(row, at - 1) or finite(row.folded(at - 1))
        return (definite or not asked_at(row, at)) and not given
    if _in_dateline(row, part) or _is_adjective(row, at) or _visited(row, at):
        return True
    if before is not None:
        return reading.conjoined and before.rule == PLACE
    word = row.folded(at - 1)
    if reading.conjoined and row.hit(at - 1, ("capital",)) is not None:
        return True
    if word in small_words("upon"):
        return not pressed(row, at)
    if word in small_words("between"):
        return any(row.folded(step) in small_words("apart") for step in range(max(0, at - 4), at - 1))
    if word in small_words("undergoes"):
        return True
    return _belongings(row, at)


def _is_adjective(row: Row, at: int) -> bool:
    """Whether the state's name is an adjective here (الأراضي السعودية, دبلوماسيا روسيا)."""
    word, name = row.folded(at - 1).removeprefix(_AND), row.folded(at).removeprefix(_AND)
    if name.startswith(_ARTICLE):
        noun = name.endswith(_NISBAS[0]) and word.startswith(_ARTICLE)
    else:
        alone = name == row.folded(at) and name.endswith(_NISBAS[1])
        noun = alone and word.endswith(_ALEF) and len(word) > _LEAST
    return noun and word not in stops() and not finite(word)


def _visited(row: Row, at: int) -> bool:
    """Whether somebody visits it (يزور الوزير قطر)."""
    words = [row.folded(step) for step in range(max(0, at - _VISIT), at - 1)]
    seen = [i for i, word in enumerate(words) if word.removeprefix(_AND) in small_words("visits")]
    return bool(seen) and not any(finite(word) or word in stops() for word in words[seen[-1] + 1 :])


def _in_dateline(row: Row, part: Part) -> bool:
    """Whether a sentence begins with a town, the state and who reports (أتلانتا، الولايات المتحدة (…))."""
    mark = row.folded(part.last + 1) in _MARKS
    return mark and 0 < part.hit.first <= _DATELINE and row.folded(part.hit.first - 1) in small_words("comma")


def _belongings(row: Row, at: int) -> bool:
    """Whether a noun stands before that is nothing a government does (إنتاج فنزويلا, سكان تونس)."""
    word = row.folded(at - 1)
    if at == 0 or row.tokens[at - 1].kind != "word" or len(word) < _LEAST:
        return False
    known = word in stops() or finite(word) or held(row, at - 1) or deed(word)
    known = known or row.hit(at - 1, NOUNS) is not None
    noun = ordinary(row.words(at - 1, at - 1)) and _is_noun(word)
    return noun and not known


@lru_cache(maxsize=REMEMBERED)
def _is_noun(word: str) -> bool:
    """Whether a noun in the construct, none that another definite noun or a verb's ending excludes."""
    acts = word.startswith(_OF_VERBS) and word not in small_words("no_deed")
    return not acts and not any(r.definite for r in readings(word)) and not word.endswith((_OPEN, _ALEF))


def _counted(row: Row, part: Part) -> bool:
    """Whether the phrase is a number's noun, or a single soldier or aircraft, and names no party."""
    first = part.hit.first
    if row.hit(first, _ARMED) is None or not _only_described(row, part):
        return False
    if part.hit.reading.pronoun:
        return False
    if part.hit.reading.preposition or part.hit.reading.conjoined:
        return _single(row, part)
    return _single(row, part) or _numbered(row, first)


def _only_described(row: Row, part: Part) -> bool:
    at = part.hit.last + 1
    while at <= part.last:
        more = row.hit(at, _ADJECTIVES)
        if more is None:
            return False
        at = more[0].last + 1
    return True


def _single(row: Row, part: Part) -> bool:
    return not part.hit.reading.definite and part.hit.reading.stem in _singles()


def _numbered(row: Row, at: int) -> bool:
    """Whether a number, or "number of", stands before, with "of" between where it is none of a few."""
    if at and row.tokens[at - 1].kind == "number":
        return True
    word = row.folded(at - 1)
    if word in small_words("of"):
        at, word = at - 1, row.folded(at - 2)
        return at > 0 and (row.tokens[at - 1].kind == "number" or _counts(word))
    return bool(word) and _counts(word)


@lru_cache(maxsize=REMEMBERED)
def _counts(word: str) -> bool:
    return number_word(word) is not None or any(r.stem in small_words("counting") for r in readings(word))


@lru_cache(maxsize=1)
def _singles() -> frozenset[str]:
    """Nouns of the counted that are one or two by themselves (جندي, طائرتان)."""
    nouns = {fold(row["singular"]) for row in read_table("units.csv") if row["kind"] in _UNITS} - small_words(
        "corps"
    )
    return frozenset(_dual(noun) + ending if ending else noun for noun in nouns for ending in _DUALS)


_UNITS = ("force", "equipment")


def _dual(noun: str) -> str:
    return noun[:-1] + _OPEN if noun.endswith(_SILENT) else noun
