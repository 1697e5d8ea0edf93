"""Whom the article has let speak so far: the source that goes on, and each source by its fullest name.

Sentences without an event are only skimmed: a source is often named a sentence before what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from marsad.arabic import Sentence, fold, sentences, tokens
from marsad.records import EventMention, Found, Span
from marsad.what.attribution import covering, find_statements, inquired, resolved
from marsad.what.lexicon import look
from marsad.what.saying import Statement
from marsad.what.scene import Scene
from marsad.who import find_actors

LONGEST_QUOTATION = 900  # code points; a mark left open further back was never closed
PAIRS = {"«": "»", "“": "”", '"': '"'}
ARTICLE = "ال"
LISTENED = 100  # sources back in which an antecedent is looked for; the most in 500 news articles are 41
ALONE = 2  # words of a source that only points back (المصدر نفسه)


@dataclass(slots=True)
class Voices:
    """The sources of an article up to the sentence read last."""

    text: str
    tellers: Callable[[int, int], Iterator[Sentence]]  # the sentences between two offsets that may tell
    heard: int = 0  # the offset up to which sources are known
    named: list[Span] = field(default_factory=list)
    last: Span | None = None  # the source of the sentence before

    def statements(self, scene: Scene, triggers: frozenset[int]) -> tuple[Statement, ...]:
        """The statements of a sentence, after those of all sentences before it were heard."""
        self._catch_up(scene.sentence.start)
        return find_statements(scene, triggers, self._quoted(scene.sentence.start))

    def source(self, scene: Scene, statements: tuple[Statement, ...], at: int) -> Found[str] | None:
        """The source of what token `at` states, None when the outlet itself reports."""
        chosen = covering(statements, at)
        later = chosen is None and scene.title and scene.sentence.start > 0
        speaker = self._title_speaker() if later else None
        if speaker:  # وزير: البلد آمن.. وسنسحب قواتنا
            chosen = Statement(speaker, 0, at, "headline")
        if chosen is None or chosen.rule == "outlet" or inquired(scene, at):
            return None
        span = resolved(statements, chosen, self.last)
        if span is None:
            return None
        full = self._antecedent(span)
        spans = (span,) if full == span else (span, full)
        here = "" if scene.sentence.span.overlaps(span) else "inherited:"  # who spoke before speaks on
        return Found(self.text[full.start : full.end], spans, f"{here}source:{chosen.rule}")

    def _title_speaker(self) -> Span | None:
        """Who speaks before the colon of the title."""
        opening = next(iter(sentences(self.text[: max(0, self.text.find("\n\n"))])), None)
        if opening is None:
            return None
        words = tuple(look(token.folded) for token in opening.tokens)
        heard = find_statements(Scene(opening, words, (), (), (), False), frozenset())
        return next((s.source for s in heard if s.rule == "headline"), None)

    def remember(self, scene: Scene, statements: tuple[Statement, ...]) -> None:
        """Add a sentence's sources."""
        self.heard = scene.sentence.end
        self._note(statements)

    def _catch_up(self, until: int) -> None:
        for sentence in self.tellers(self.heard, until):
            words = tuple(look(token.folded) for token in sentence.tokens)
            scene = Scene(sentence, words, (), (), (), False)
            self._note(find_statements(scene, frozenset()))
        self.heard = until

    def _note(self, statements: tuple[Statement, ...]) -> None:
        """Keep a sentence's sources; its last statement, else its source phrase, speaks on."""
        phrases = [s for s in statements if s.source and s.rule == "phrase"]
        spoken = [s for s in statements if s.source and s.fresh and s.rule != "phrase"]
        for statement in (*phrases, *(s for s in statements if s not in phrases)):
            if statement.source:
                self.named.append(self._antecedent(statement.source))
        speaking = spoken or phrases
        if speaking and speaking[-1].source:
            self.last = self._antecedent(speaking[-1].source)
        elif any(s.rule == "outlet" for s in statements):  # the outlet's own reporter goes on
            self.last = None

    def _quoted(self, start: int) -> bool:
        """Whether an offset lies in a quotation that its paragraph opened."""
        line = self.text.rfind("\n", 0, start) + 1
        before = self.text[max(line, start - LONGEST_QUOTATION) : start]
        closes = ""
        for mark in before:
            if closes and mark == closes:
                closes = ""
            elif not closes and mark in PAIRS:
                closes = PAIRS[mark]
        return bool(closes) and closes in self.text[start : start + LONGEST_QUOTATION].partition("\n")[0]

    def _antecedent(self, span: Span) -> Span:
        """The earlier source that a lone definite noun stands for (المصدر: مصدر أمني)."""
        words = [t.folded for t in tokens(self.text, span.start, span.end) if t.kind == "word"]
        if not words or len(words) > ALONE:
            return span
        paper = "statement" in look(words[0]).particles  # the last source's own
        if not paper and (not words[0].startswith(ARTICLE) or not all(map(_same, words[1:]))):
            return span
        earlier = next(
            (s for s in self.named[: -1 - LISTENED : -1] if self._heads(s, words[0].removeprefix(ARTICLE))),
            None,
        )
        return earlier or (self.last if self.last and (paper or len(words) == ALONE) else span)

    def _heads(self, span: Span, stem: str) -> bool:
        """Whether an earlier source's first words name that kind (its singular or with the article)."""
        words = [
            t.folded.removeprefix(ARTICLE)
            for t in tokens(self.text, span.start, span.end)
            if t.kind == "word"
        ]
        return len(words) > 1 and stem in words[:2]


def _same(word: str) -> bool:
    """Whether the word says "itself" (نفسه، ذاته)."""
    return "same" in look(word).particles


def in_full(mentions: Sequence[EventMention], voices: Voices) -> list[EventMention]:
    """Sources by their most complete form in the article (المرصد: المرصد السوري لحقوق الإنسان)."""
    heard = [*voices.named, *(m.attribution.spans[-1] for m in mentions if m.attribution)]
    names = {voices.text[span.start : span.end]: span for span in reversed(heard)}  # where it stands first
    content = {name: _content(name) for name in sorted(names)}
    return [
        replace(m, attribution=_completed(m.attribution, content, names)) if m.attribution else m
        for m in mentions
    ]


def _completed(source: Found[str], content: dict[str, frozenset[str]], names: dict[str, Span]) -> Found[str]:
    """A source by its fullest name, with the place where that stands."""
    full = _fullest(source.value, content)
    return source if full == source.value else replace(source, value=full, spans=(*source.spans, names[full]))


def _content(name: str) -> frozenset[str]:
    return frozenset(t.folded.removeprefix(ARTICLE) for t in tokens(name) if t.kind == "word")


def _fullest(name: str, names: dict[str, frozenset[str]]) -> str:
    own = names[name]
    wider = [other for other, words in names.items() if own and own < words and _same_head(name, other)]
    return max(wider, key=lambda other: len(names[other])) if wider else name


def _same_head(name: str, other: str) -> bool:
    """Whether both begin with the same word, or the shorter is the last name of the longer's person."""
    first, second = list(_words(name)), list(_words(other))
    return first[0] == second[0] or (len(first) == 1 and first[0] == second[-1] and not _state(name))


@lru_cache(maxsize=1 << 12)
def _state(name: str) -> bool:
    """Whether the name is a state's or a place's (العراق), which is no person's last name."""
    return any(a.value.kind == "state" for s in sentences(name) for a in find_actors(s))


def _words(name: str) -> Iterator[str]:
    return (t.folded for t in tokens(fold(name)) if t.kind == "word")
