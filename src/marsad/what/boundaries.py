"""The words at which a clause begins: finite verbs, conjunctions, what opens a clause (حدود الجمل)."""

from __future__ import annotations

from functools import lru_cache

from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.what.lexicon import FINITE, look
from marsad.what.scene import STOPS, Scene

PRESENT, FUTURE, PLURAL = "ي", ("سي", "ست"), "وا"  # how unknown verbs begin and end, written folded
FEMININE, PLURAL_NOUN, ARTICLE, AND, SO = "ت", "ات", "ال", "و", "ف"
SHORTEST = 4
INTRODUCERS = ("modal", "negation", "future", "was")
_NO_VERBS = frozenset({"no_verb", *INTRODUCERS, "in", "from", "to", "on", "between", "among", "including"})
_CLAUSE = ("that", "relative", "meanwhile", "clause")


@lru_cache(maxsize=REMEMBERED)
def shaped_as_verb(folded: str) -> bool:
    """Whether a folded word that no table knows has the shape of a finite verb (اجتمعت، يجتمعون، عقدوا)."""
    word = folded.removeprefix(AND)
    word = word[1:] if word.startswith(SO) and word[1:].startswith(FUTURE) else word
    if len(word) < SHORTEST or word.startswith(ARTICLE):
        return False
    if word.endswith(FEMININE):
        return not word.endswith(PLURAL_NOUN) and is_word(word)
    return word.startswith((PRESENT, *FUTURE)) or word.endswith(PLURAL)


@lru_cache(maxsize=REMEMBERED)
def verbal(folded: str) -> bool:
    """Whether a folded word may be a finite verb: by the tables, or else by its shape."""
    word = look(folded)
    if not word.particles.isdisjoint(_NO_VERBS):
        return False
    if word.senses or word.cues:
        return any(s.form in FINITE for s in word.senses) or any(c.form in FINITE for c in word.cues)
    return shaped_as_verb(folded)


def is_verb(scene: Scene, at: int) -> bool:
    """Whether a token may be a finite verb."""
    return verbal(scene.tokens[at].folded)


def opens_clause(scene: Scene, at: int) -> bool:
    """Whether a clause begins right after a token."""
    return scene.mark(at, STOPS) or scene.particle(at, *_CLAUSE)


def feminine(scene: Scene, at: int) -> bool:
    """Whether a verb is written in the feminine (تصيب، أصابت, with a pronoun behind it too)."""
    word = scene.words[at]
    readings = [s.reading for s in word.senses] + [c.reading for c in word.cues]
    stem = readings[0].stem if readings else scene.tokens[at].folded.removeprefix(AND)
    return stem.startswith(FEMININE) or (stem.endswith(FEMININE) and not stem.startswith(PRESENT))
