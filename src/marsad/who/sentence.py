"""A sentence as the room reads it: quotation marks and hashtag marks left out, every look-up done once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from marsad.arabic import Hit, Sentence, Token
from marsad.arabic.fold import written_offset
from marsad.records import Span
from marsad.who.lexicon import Word, book, may_begin, small_words

NOUNS = frozenset(
    {"force", "fighter", "group", "body", "role", "spokes", "rank", "home", "crowd", "ambiguous"}
)
_WITH_PRONOUN = frozenset({"force", "fighter", "body", "home", "role"})
_LISTED_WHOLE = frozenset({"name", "state", "capital", "trap"})  # their article is part of the name
_THIRD_PERSONS = frozenset({"ها", "ه", "هم", "هما", "هن", "نا"})
_HIS, _NISBA, _PARTICIPLE, _PLURAL = "ه", "ي", "م", "ين"
_ARTICLE, _TA_MARBUTA = "ال", "ة"


class Row:
    """The tokens of a sentence with what the phrase book says at each."""

    def __init__(self, sentence: Sentence) -> None:
        skip = small_words("skip")
        self.text = sentence.text
        self.tokens: list[Token] = [t for t in sentence.tokens if t.folded not in skip]
        self._open = [may_begin(token.folded) for token in self.tokens]
        self._book = book()
        self._hits: dict[int, tuple[Hit[Word], tuple[Word, ...]] | None] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def openings(self) -> Iterator[int]:
        """The tokens at which a phrase of the book may stand, from left to right."""
        return (at for at, may_open in enumerate(self._open) if may_open)

    def begins(self, at: int) -> bool:
        """Whether any phrase of the book stands at `at`, which may lie past the sentence."""
        return at < len(self._open) and self._open[at] and self._look(at) is not None

    def folded(self, at: int) -> str:
        """The folded word at `at`, "" outside the sentence."""
        return self.tokens[at].folded if 0 <= at < len(self.tokens) else ""

    def hit(self, at: int, sorts: Collection[str]) -> tuple[Hit[Word], Word] | None:
        """The longest phrase at token `at` if it is one of `sorts`, with what it is."""
        known = self._look(at)
        if known is None:
            return None
        for word in known[1]:
            if word.sort in sorts:
                return known[0], word
        return None

    def modifier(self, at: int, sorts: Collection[str]) -> tuple[Hit[Word], Word] | None:
        """As `hit`, for a word that carries neither conjunction nor preposition."""
        found = self.hit(at, sorts)
        if found is None or found[0].reading.conjoined or found[0].reading.preposition:
            return None
        return found

    def _look(self, at: int) -> tuple[Hit[Word], tuple[Word, ...]] | None:
        if not (0 <= at < len(self._open) and self._open[at]):
            return None
        if at not in self._hits:
            hit = self._book.at(self.tokens, at, pronouns=True)
            words = tuple(w for w in hit.values if _fits(hit, w)) if hit and self._pronoun(hit) else ()
            self._hits[at] = (hit, words) if hit and words else None
        return self._hits[at]

    def _pronoun(self, hit: Hit[Word]) -> bool:
        """Whether what was read as "his" is no ta marbuta (مسؤولية)."""
        end = self.tokens[hit.last].end
        return hit.reading.pronoun != _HIS or self.text[end - 1 : end] != _TA_MARBUTA

    def start(self, hit: Hit[Word]) -> tuple[int, str]:
        """Where the phrase begins without its proclitics; what to write before it (لل hides an alef)."""
        token = self.tokens[hit.first]
        taken = [p for p in hit.reading.proclitics if p != _ARTICLE]
        hidden = ""
        if taken and not token.folded[len(taken) :].startswith(_ARTICLE):
            whole = hit.reading.definite or hit.reading.stem.startswith(_ARTICLE)
            hidden = _ARTICLE[0] if whole else ""
        written = self.text[token.start : token.end]
        return token.start + (written_offset(written, len(taken)) if taken else 0), hidden

    def words(self, first: int, last: int) -> str:
        """The words from one token to another, without quotation marks."""
        return " ".join(self.text[t.start : t.end] for t in self.tokens[first : last + 1])

    def span(self, hit: Hit[Word], last: int) -> tuple[Span, str]:
        """The span of the phrase from `hit` to token `last`, and its words without quotation marks."""
        start, hidden = self.start(hit)
        end = self._closed(start, self.tokens[last].end)
        name = hidden + self.text[start : self.tokens[hit.first].end]
        return Span(start, end), f"{name} {self.words(hit.first + 1, last)}" if last > hit.first else name

    def _closed(self, start: int, end: int) -> int:
        """The end moved past a quotation mark that closes one opened within (تنظيم «داعش»)."""
        marks = small_words("quote")
        if marks.isdisjoint(self.text[start:end]):  # nearly always
            return end
        opened = sum(c in marks for c in self.text[start:end]) % 2
        return end + (opened and self.text[end : end + 1] in marks)


def _fits(hit: Hit[Word], word: Word) -> bool:
    """Only nouns carry pronouns; a name listed without an article is not meant where one is written."""
    reading = hit.reading
    if reading.pronoun:
        feminine = reading.pronoun == _HIS and _has_feminine(reading.stem)  # مسؤولة is no "his official"
        return word.sort in _WITH_PRONOUN and reading.pronoun in _THIRD_PERSONS and not feminine
    return not (reading.definite and word.sort in _LISTED_WHOLE)


@lru_cache(maxsize=1 << 10)
def _has_feminine(stem: str) -> bool:
    """Whether a ha after the stem is rather a ta marbuta: nisbas and participles, no plural (مقاتلي)."""
    if stem.endswith(_NISBA):
        return stem[:-1] + _PLURAL not in book()
    return stem.startswith(_PARTICIPLE)
