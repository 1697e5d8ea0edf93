"""A capital as the government that sits in it (أعلنت باريس, طلبت بغداد من واشنطن), else a place."""

from __future__ import annotations

from marsad.arabic import readings
from marsad.who.lexicon import small_words
from marsad.who.phrases import Part
from marsad.who.sentence import Row
from marsad.who.vocabulary import finite, ordinary, says

_AND, _IN = "و", "ب"
_OF_A_PARTY = ("name", "demonym")
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
    if before in small_words("by_whom") or after in small_words("done") or _told(row, at):
        return True
    if before and finite(before):
        return says(before) or not _governed(row, at)
    if before in small_words("after_that"):
        return after not in small_words("befalls")
    if part.hit.reading.conjoined or row.hit(at - 1, ("capital",)):
        return _joined(row, at)
    return held(row, at - 1) or (before in small_words("towards") and asked_at(row, at))


def _told(row: Row, at: int) -> bool:
    """Whether it stands right after who says something (دعا فلان واشنطن إلى الحوار)."""
    named = not ordinary(row.words(at - 1, at - 1) or " ") or row.hit(at - 1, _OF_A_PARTY) is not None
    free = not finite(row.folded(at - 1)) and not _governed(row, at)
    return at > 1 and named and free and any(says(row.folded(step)) for step in range(max(0, at - 4), at - 1))


def asked(row: Row, part: Part) -> bool:
    """Whether somebody asks something of the state or capital (طلب الحلف من فرنسا): it is no place then."""
    return row.folded(part.hit.first - 1) in small_words("asks") and asked_at(row, part.hit.first)


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
