"""All parties of one sentence, from left to right.

A longer phrase swallows a shorter one; joined adjectives are parties too (القوات الفرنسية والأميركية).
A country after a word of place has the rule "place", so that nobody takes it for a party; a capital is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.arabic import Hit, Sentence, readings
from marsad.records import Actor, Found
from marsad.who.lexicon import Word, small_words
from marsad.who.parts import TOLD_UNIT, UNIT, Part
from marsad.who.phrases import party_at
from marsad.who.sentence import NOUNS, Row
from marsad.who.vocabulary import deed

_IN, _NISBA = "ب", "ي"
_CONJUNCTIONS = ("و", "ف")
_PLURALS = ("ون", "ين", "ات")
_ARTICLE = "ال"
_FEMININE, _FEMININE_NOUNS = "يه", ("ه", "ات")
_SHORTEST = 3
_BEFORE = 2  # words before forces that may tell that they are moved
_SORTS = NOUNS | {"name", "state", "capital", "demonym", "people", "trap"}


def find_actors(sentence: Sentence) -> tuple[Found[Actor], ...]:
    """The parties named in the sentence, left to right.

    A definite one ("الجيش", rule "definite:army") and one known by its pronoun ("قواتها", rule "pronoun")
    have the code "" until `resolve` finds whom they stand for.
    """
    row = Row(sentence)
    return tuple(found_of(row, part) for part in parts_of(row))


def parts_of(row: Row) -> list[Part]:
    """The phrases that name the parties, left to right."""
    found, free = [], 0
    for at in row.openings():
        if at < free or not row.begins(at):
            continue
        for part in _parts(row, at):
            found.append(part)
            free = part.last + 1
        if trap := row.hit(at, ("trap",)):
            free = trap[0].last + 1
    return found


def _parts(row: Row, at: int) -> Iterator[Part]:
    part = _one(row, at)
    if part is None:
        return
    yield part
    if part.by_adjective:
        yield from _joined(row, part)


def _one(row: Row, at: int) -> Part | None:
    found = row.hit(at, _SORTS)
    if found is None or found[1].sort == "trap":
        return None
    hit, word = found
    if word.sort in NOUNS:
        if word.sort == "ambiguous" and _is_a_site(row, hit):
            return None
        if _describes(row, hit, word) or _is_power(row, hit):
            return None
        return _sent(row, hit) or _seated(row, party_at(row, at))
    if word.sort in ("demonym", "people"):
        return _adjective(row, hit, word)
    if word.sort == "state" and _is_adjective(row, hit):
        return Part(hit, hit.last, word.code, "demonym", "adjective")
    part = party_at(row, at)
    return _placed(row, part) if part and word.sort in ("state", "capital") else part


def _is_adjective(row: Row, hit: Hit[Word]) -> bool:
    """Whether a state written with a ta marbuta describes the noun before (شركات تركية, امرأة سورية)."""
    name, before = row.folded(hit.first), row.folded(hit.first - 1)
    if hit.reading.proclitics or hit.last > hit.first or name.startswith(_ARTICLE):
        return False
    noun = before.endswith(_FEMININE_NOUNS) and len(before) > _SHORTEST and not before.startswith(_ARTICLE)
    noun = noun and before not in small_words("asset")
    return name.endswith(_FEMININE) and noun and not _after_place_word(row, hit.first) and not deed(before)


def _is_a_site(row: Row, hit: Hit[Word]) -> bool:
    """القاعدة after a word of place or with an adjective is the base."""
    described = row.folded(hit.last + 1).startswith(_ARTICLE) and not row.begins(hit.last + 1)
    national = row.modifier(hit.last + 1, ("demonym", "trait")) is not None
    return described or national or _after_place_word(row, hit.first)


def _describes(row: Row, hit: Hit[Word], word: Word) -> bool:
    """Whether what could be a man is an adjective: "الوجود العسكري الأميركي", "نزاع مسلح"."""
    reading, before = hit.reading, row.folded(hit.first - 1)
    if (
        word.sort not in ("force", "fighter", "role")
        or hit.last > hit.first
        or reading.conjoined
        or reading.preposition
    ):
        return False
    trait = row.hit(hit.first, ("trait",)) is not None or reading.stem.endswith(_NISBA)
    definite = reading.definite and before.lstrip("".join((*_CONJUNCTIONS, _IN))).startswith(_ARTICLE)
    return trait and (definite or before in small_words("abstract"))


def _is_power(row: Row, hit: Hit[Word]) -> bool:
    """Whether "power" is what somebody comes to (توليه السلطة), not who holds it."""
    power = row.folded(hit.first) in small_words("if_acts") and row.folded(hit.first - 1) in small_words(
        "power"
    )
    return power and row.modifier(hit.last + 1, ("demonym", "trait")) is None


def _placed(row: Row, part: Part) -> Part | None:
    """A country or capital after a word of place: the country stays, marked; the capital is no party."""
    if part.hit.reading.preposition != _IN and not _after_place_word(row, part.hit.first):
        return part
    if part.kind == "capital":
        return None
    return Part(part.hit, part.last, part.code, "place", part.kind)


def _sent(row: Row, hit: Hit[Word]) -> Part | None:
    """Forces that two states or more have sent (قوات من نيجيريا والنيجر), where nobody moves them out."""
    state = (
        row.modifier(hit.last + 2, ("state",)) if row.folded(hit.last + 1) in small_words("from") else None
    )
    men = row.hit(hit.first, ("force",))
    if state is None or men is None or hit.reading.definite or hit.reading.pronoun:
        return None
    joined = row.hit(state[0].last + 1, ("state",))
    words = (row.folded(at) for at in range(max(0, hit.first - _BEFORE), hit.first))
    moved = any(r.stem in small_words("leaving") for word in words if word for r in readings(word))
    if joined is None or not joined[0].reading.conjoined or moved:
        return None
    return Part(hit, state[0].last, state[1].code, "forces", "forces", by_adjective=True)


def _seated(row: Row, part: Part | None) -> Part | None:
    """A unit, or with rule "place" what only tells where (داخل مقر اللواء 47)."""
    if (
        part is None
        or part.rule not in (UNIT, TOLD_UNIT)
        or row.folded(part.hit.first - 1) not in small_words("seat")
    ):
        return part
    at = part.hit.first - 1
    return replace(part, rule="place") if _after_place_word(row, at) else part


def _after_place_word(row: Row, at: int) -> bool:
    before, places = row.folded(at - 1), small_words("locative")
    if f"{row.folded(at - 2)} {before}" in places:
        return True
    return before in places or (before[:1] in _CONJUNCTIONS and before[1:] in places)


def _adjective(row: Row, hit: Hit[Word], word: Word) -> Part | None:
    """A demonym that no noun of ours governs: an adjective, or people when it stands as a noun."""
    common = small_words("common")
    if hit.reading.stem in common:
        return None
    if row.hit(hit.first, ("people",)) and not _governed(row, hit):
        return Part(hit, hit.last, word.code, "people", "forces")
    return Part(hit, hit.last, word.code, "demonym", "adjective")


def _governed(row: Row, hit: Hit[Word]) -> bool:
    """Whether the word before may be the noun that this plural describes."""
    if hit.reading.conjoined or hit.reading.preposition or hit.first == 0:
        return False
    if row.hit(hit.first - 1, ("people",)):
        return False
    before = row.folded(hit.first - 1)
    stripped = before[1:] if before[:1] in (*_CONJUNCTIONS, _IN) else before
    return before.endswith(_PLURALS) or (hit.reading.definite and stripped.startswith(_ARTICLE))


def _joined(row: Row, part: Part) -> Iterator[Part]:
    """Demonyms joined to the phrase's own: each is another party of the same kind."""
    at, sorts = part.last + 1, ("demonym",)
    if row.hit(part.last, ("state",)) is not None:
        sorts = ("state",)
    while more := _next_joined(row, at, sorts):
        hit, word = more
        yield Part(hit, hit.last, word.code, "forces", part.kind)
        at = hit.last + 1


def _next_joined(row: Row, at: int, sorts: tuple[str, ...]) -> tuple[Hit[Word], Word] | None:
    found = row.hit(at, sorts)
    if found:
        return found if found[0].reading.conjoined else None
    if row.folded(at) in small_words("link") | small_words("or") | small_words("other"):
        return row.modifier(at + 1, sorts)
    return None


def found_of(row: Row, part: Part) -> Found[Actor]:
    """The phrase as a find: its span and words, its code or, where it has none of its own, its name."""
    span, name = row.span(part.hit, part.last)
    code = name if not part.code and part.rule == "name" else part.code
    return Found(Actor(code, name, part.kind, part.id), (span,), part.rule)
