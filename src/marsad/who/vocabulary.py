"""Which words may stand in a name that no table lists: unknown to the dictionary, no verb, no small word.

Only names of people and organisations are read with it, for all that an article names; the parties of events
are read from the tables alone.
"""

from __future__ import annotations

from functools import lru_cache

from simplemma import is_known

from marsad.arabic import Reading, fold, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.arabic.verbs import lemma_of
from marsad.data import cell, read_table
from marsad.who.lexicon import small_words

_SHORTEST = 2  # letters of a word; the dictionary cannot be asked for fewer than one
_LEAST = 3  # letters of a stem that counts after clitics were taken off
_FINITE = frozenset({"past", "present", "passive"})
_SAYING = frozenset(
    {"speech", "judge", "stance", "relay", "refuted", "planned", "demanded", "denied", "possible"}
)
# Endings after which the dictionary is asked for the word without them, and with a ta marbuta instead.
_ENDINGS = ("تين", "ات", "ين", "ون", "ان", "يه", "ها", "هم", "ي", "ه", "ا", "ت", "و")
_FIGHTING = frozenset({"attack", "seize"})
_PRONOUNS, _BEFORE_PRONOUNS = ("ها", "هم", "ه", "نا"), ("ات", "ت")
_FOR_THE = "لل"
_TA_MARBUTA, _TANWIN = "ة", "\u064b"
_NAMES = ("no_verb",)  # particles' kinds that list names
_PRESENT = ("ي", "ت", "ن")  # begin the verbs that the future mark is written onto
_SO = "ف"  # begins foreign names far more often than it is written onto a noun


@lru_cache(maxsize=REMEMBERED)
def ordinary(written: str) -> bool:
    """Whether the dictionary knows a written word, with clitics and endings taken off: no for most names."""
    if _TANWIN in written:
        return True
    folded = fold(written)
    whole = len(folded) == len(written)  # nothing was dropped, so letters of both stand under each other
    for reading in readings(folded):
        loose = reading.proclitics[:1] == (_SO,) and not reading.definite
        loose = loose or (reading.future and not reading.stem.startswith(_PRESENT))
        if (len(reading.stem) < _LEAST and reading.proclitics) or loose:
            continue
        if is_word(reading.stem):
            return True
        # One guess at a time: a preposition and an ending taken off leave a word of most foreign names.
        guessed = reading.pronoun or (reading.preposition and not reading.definite)
        if whole and _listed(_stem(written, reading), () if guessed else _ENDINGS):
            return True
    # The alef of the article is not written after ل: للشؤون is ل and الشؤون.
    return whole and written.startswith(_FOR_THE) and _listed(written[len(_FOR_THE) :], _ENDINGS)


def _stem(written: str, reading: Reading) -> str:
    taken = sum(map(len, reading.proclitics))
    return written[taken : len(written) - len(reading.pronoun)] if taken < len(written) else written


def _listed(stem: str, endings: tuple[str, ...]) -> bool:
    """Whether the dictionary has the stem as it is spelt (a folded word loses the seat of its hamza)."""
    if len(stem) < _SHORTEST:
        return False
    if is_known(stem, lang="ar"):
        return True
    return any(_cut(stem, ending) for ending in endings) or (bool(endings) and _of_plural(stem))


def _cut(stem: str, ending: str) -> bool:
    cut = stem.removesuffix(ending)
    known = cut != stem and len(cut) >= _LEAST
    return known and (is_known(cut, lang="ar") or is_known(cut + _TA_MARBUTA, lang="ar"))


def _of_plural(stem: str) -> bool:
    """Whether a plural or a feminine noun carries a pronoun (تحياته, حكومتها)."""
    noun = next((stem.removesuffix(e) for e in _PRONOUNS if stem.endswith(e)), "")
    return any(_cut(noun, ending) for ending in _BEFORE_PRONOUNS)


@lru_cache(maxsize=1)
def stops() -> frozenset[str]:
    """Folded words that no name holds: particles, adverbs, months, numbers."""
    particles = read_table("codebook/particles.csv")
    listed = (fold(word) for row in particles for word in cell(row["words"]) if row["kind"] not in _NAMES)
    return frozenset(listed) | small_words("never") | small_words("stop")


@lru_cache(maxsize=1)
def as_written() -> frozenset[str]:
    """Words as written, unfolded, that folding makes into names (على)."""
    rows = read_table("who/words.csv")
    return frozenset(word for row in rows if row["kind"] == "unfolded" for word in cell(row["words"]))


@lru_cache(maxsize=1)
def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Folded finite forms: of all verbs, of those that say or decide; verbal nouns; forms of fighting."""
    every, saying, deeds, fighting = set(), set(), set(), set()
    tables = ("codebook/cues.csv", "codebook/frames.csv", "who/verbs.csv")
    for row in (row for table in tables for row in read_table(table)):
        lemma = lemma_of(row)
        forms = {form.text for form in lemma.forms() if form.kind in _FINITE}
        every |= forms
        deeds |= {form.text for form in lemma.forms() if form.kind == "masdar"}
        if row.get("kind") in _SAYING:
            saying |= forms
        if row.get("type") in _FIGHTING:
            fighting |= forms
    return frozenset(every), frozenset(saying), frozenset(deeds), frozenset(fighting)


@lru_cache(maxsize=REMEMBERED)
def finite(word: str) -> bool:
    """Whether a folded word, clitics taken off, is a verb of the codebook's tables."""
    return _form(word, _verbs()[0])


@lru_cache(maxsize=REMEMBERED)
def says(word: str) -> bool:
    """Whether a folded word is a verb whose subject says, wants or decides something."""
    return _form(word, _verbs()[1])


@lru_cache(maxsize=REMEMBERED)
def fights(word: str) -> bool:
    """Whether a folded word is a verb of those who attack or take a place."""
    return _form(word, _verbs()[3])


@lru_cache(maxsize=REMEMBERED)
def deed(word: str) -> bool:
    """Whether a folded word, clitics taken off, is the verbal noun of a verb of the tables (انسحاب)."""
    return any(r.stem in _verbs()[2] for r in readings(word))


def _form(word: str, forms: frozenset[str]) -> bool:
    return any(r.stem in forms for r in readings(word) if not r.definite and r.preposition is None)


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """Folded nouns that head the name of an organisation."""
    return frozenset(fold(form) for row in read_table("who/heads.csv") for form in cell(row["forms"]))


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    """Folded given names with what they are; those that are also words of the language are "both"."""
    table: dict[str, str] = {}
    for row in read_table("who/given.csv"):
        kind = "foreign" if row["kind"] == "foreign" else "given"
        for name in map(fold, cell(row["names"])):
            if name not in stops() or name in map(fold, as_written()):
                table[name] = "both" if name in small_words("ambiguous_name") else table.get(name, kind)
    return table


def given(word: str) -> str:
    """Whether a folded word is a given name: "given", "foreign", "both" (also a plain word) or ""."""
    return _given().get(word, "")
