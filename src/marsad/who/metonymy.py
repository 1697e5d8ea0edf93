"""A capital as the government that sits in it (أعلنت باريس, طلبت بغداد من واشنطن), else a place."""

from __future__ import annotations

from functools import lru_cache

from marsad.arabic import readings
from marsad.who.lexicon import small_words
from marsad.who.parts import Part
from marsad.who.sentence import Row
from marsad.who.vocabulary import finite, ordinary, says

_AND, _IN = "و", "ب"
_OF_A_PARTY = ("name", "demonym")
_SILENT, _PLURAL, _HERS = "ه", "ات", "ت"
_OF_VERBS = ("ت", "ست", "است")
_SHORTEST = 3  # letters of nouns that end like her verbs (بيت)
_REACH = 6  # words between a verb and the capital that is asked (دعت الحكومة أمس كلا من طهران)


def acts(row: Row, part: Part) -> bool:
    """Whether the clause makes a party of it: subject of a verb, object of asking, holder of a will."""
    at, last = part.hit.first, part.last
    before, after = row.folded(at - 1), row.folded(last + 1)
    if part.hit.reading.preposition == _IN:
        return False
    if part.hit.reading.preposition:
        return asked_at(row, at) or held(row, at - 1)
    if after and finite(after) and not after.startswith(_AND) and not _governed(row, at):
        return True
    if _plainly(row, at, last):
        return True
    if before and finite(before):
        return says(before) or not _governed(row, at)
    if before in small_words("after_that"):
        return after not in small_words("befalls")
    if part.hit.reading.conjoined or row.hit(at - 1, ("capital",)):
        return _joined(row, at)
    return _addressed(row, at) if before in small_words("towards") else held(row, at - 1)


def _addressed(row: Row, at: int) -> bool:
    """Whether what stands before the preposition is asked of it, or laid upon it."""
    if row.folded(at - 1) in small_words("asks") and _left(row, at):
        return False
    return asked_at(row, at) or (row.folded(at - 1) in small_words("upon") and pressed(row, at))


def _plainly(row: Row, at: int, last: int) -> bool:
    """Whether a source's word, a verb of hers or one who says something to it stands before it."""
    before = row.folded(at - 1)
    told = before in small_words("by_whom") or _like_a_verb(before)
    return told or _done(row, last + 1) or _told(row, at)


def _done(row: Row, at: int) -> bool:
    """Whether a particle of the verb follows, past capitals joined to this one (كانت بغداد وأنقرة قد)."""
    while (joined := row.hit(at, ("capital", "state"))) and joined[0].reading.conjoined:
        at = joined[0].last + 1
    return row.folded(at) in small_words("done")


@lru_cache(maxsize=1 << 12)
def _like_a_verb(word: str) -> bool:
    """Whether a word that no table lists looks like a verb of hers, or its verbal noun (استدارت, تكثيف)."""
    if len(word) <= _SHORTEST or word.endswith((_SILENT, _PLURAL)) or word in small_words("no_deed"):
        return False
    word = word.removeprefix(_AND)
    return word not in small_words("locative") and (word.endswith(_HERS) or word.startswith(_OF_VERBS))


def _told(row: Row, at: int) -> bool:
    """Whether it stands right after who says something (دعا فلان واشنطن إلى الحوار)."""
    named = not ordinary(row.words(at - 1, at - 1) or " ") or row.hit(at - 1, _OF_A_PARTY) is not None
    free = not finite(row.folded(at - 1)) and not _governed(row, at)
    return at > 1 and named and free and any(says(row.folded(step)) for step in range(max(0, at - 4), at - 1))


def asked(row: Row, part: Part) -> bool:
    """Whether somebody asks something of the state or capital (طلب الحلف من فرنسا): it is no place then."""
    at = part.hit.first
    return row.folded(at - 1) in small_words("asks") and asked_at(row, at) and not _left(row, at)


def _left(row: Row, at: int) -> bool:
    """Whether "from" says whence: what is asked is to leave there, or something is only told from there."""
    words = [row.folded(step) for step in range(max(0, at - _REACH), at - 1)]
    if any(r.stem in small_words("leaving") for word in words if word for r in readings(word)):
        return True
    said = [word for word in words if word and says(word)]
    return bool(said) and all(word.removeprefix(_AND) in small_words("announces") for word in said)


def pressed(row: Row, at: int) -> bool:
    """Whether what stands before "on" is laid upon a party (عقوبات على إيران), not on a land (غارات على)."""
    laid = small_words("laid")
    words = (row.folded(step) for step in range(at - 2, max(-1, at - 2 - _REACH), -1))
    return any(says(word) or not laid.isdisjoint(r.stem for r in readings(word)) for word in words if word)


def _governed(row: Row, at: int) -> bool:
    """Whether a preposition or a word of place stands before."""
    before = row.folded(at - 1)
    return before in small_words("towards") | small_words("locative")


def asked_at(row: Row, at: int) -> bool:
    """Whether somebody says, asks or wants something of it in the words before."""
    stop = max(0, at - _REACH)
    if any(row.folded(step) in small_words("motion") for step in range(at - 1, stop - 1, -1)):
        return False  # وصل الوفد إلى أنقرة
    return any(says(row.folded(step)) for step in range(at - 2, stop - 1, -1)) or held(row, at - 2)


def held(row: Row, at: int) -> bool:
    """Whether the word at `at` is what only a government has (قرار باريس, بين بغداد وأنقرة)."""
    word = row.folded(at)
    stems = {r.stem for r in readings(word)} if word else set()
    return bool(stems & small_words("will")) or (bool(word) and word in small_words("between"))


def _joined(row: Row, at: int) -> bool:
    """Whether the party before, to which it is joined, is one by the same test (بغداد وواشنطن)."""
    found = row.hit(at - 1, ("capital", "state"))
    if found is None:
        return False
    hit, word = found
    return word.sort == "state" or acts(row, Part(hit, hit.last, word.code, "name", "capital"))
