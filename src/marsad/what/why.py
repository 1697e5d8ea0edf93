"""Why a mention is coded as it is: from an article and its mentions to explanations (`read --explain`).

Comes after coding, only where somebody asks: the sentence is laid out anew for its clause and its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.arabic import sentence_spans
from marsad.arabic.tokens import sentence_at
from marsad.records import INHERITED, Article, EventMention, Explanation, Found, Says, Span, Why
from marsad.what.attribution import find_statements
from marsad.what.clauses import clause_of, parted
from marsad.what.detect import Trigger
from marsad.what.lexicon import look
from marsad.what.rules import OF, says
from marsad.what.scene import COMMAS, STOPS, Scene, complete, sketch
from marsad.where import setting


def explain(article: Article, mentions: Sequence[EventMention]) -> tuple[Explanation, ...]:
    """The explanation of each mention, in the mentions' order."""
    story = _Story(article, mentions)
    return tuple(story.explained(mention) for mention in mentions)


class _Story:
    """An article with its mentions, and its sentences laid out as the coder saw them."""

    def __init__(self, article: Article, mentions: Sequence[EventMention]) -> None:
        self._article, self._mentions = article, mentions
        self._sentences = tuple(sentence_spans(article.text))
        self._countries = setting(article.text)
        self._scene = lru_cache(maxsize=1)(self._laid_out)

    def explained(self, mention: EventMention) -> Explanation:
        """Why one mention is coded as it is."""
        scene = self._scene(mention.sentence)
        at = next((i for i, t in enumerate(scene.tokens) if t.span == mention.trigger), None)
        clause = mention.sentence if at is None else _clause(scene, at)
        whys = tuple(self._why(mention, clause, slot, found) for slot, found in values(mention))
        return Explanation(mention, clause, whys, () if at is None else self._voices(scene, at))

    def _laid_out(self, span: Span) -> Scene:
        sentence = sentence_at(self._article.text, span)
        words = tuple(look(token.folded) for token in sentence.tokens)
        published = self._article.published.value if self._article.published else None
        title = span.start < len(self._article.title)
        scene = complete(sketch(sentence, words, title), published, self._countries)
        return parted(scene, list(self._triggers(scene)))

    def _triggers(self, scene: Scene) -> Iterator[Trigger]:
        """The sentence's words that state an event, each in the sense in which it was coded."""
        frames = {mention.trigger: mention.frame for mention in self._mentions}
        for at, token in enumerate(scene.tokens):
            frame = frames.get(token.span)
            yield from (Trigger(at, sense) for sense in scene.words[at].senses if sense.frame.name == frame)

    def _voices(self, scene: Scene, at: int) -> tuple[Found[str], ...]:
        """The sources whose statements cover a token, the outermost first."""
        told = find_statements(scene, frozenset(trigger.at for trigger in self._triggers(scene)))
        return tuple(
            Found(self._article.text[s.source.start : s.source.end], (s.source,), f"source:{s.rule}")
            for s in told if s.source and s.first <= at <= s.last
        )  # fmt: skip

    def _why(self, mention: EventMention, clause: Span, slot: str, found: Found[object]) -> Why:
        sentence = self._around(found.spans[0]) if found.spans else mention.sentence
        told = says(slot, found.rule) or Says(found.rule, found.rule)
        if found.inherited:
            return Why(slot, found, told, INHERITED, sentence, self._giver(mention, slot, found))
        inside = found.spans and clause.overlaps(found.spans[0])
        return Why(slot, found, told, "clause" if inside else "sentence", sentence)

    def _around(self, span: Span) -> Span:
        return next((s for s in self._sentences if s.overlaps(span)), span)

    def _giver(self, mention: EventMention, slot: str, found: Found[object]) -> EventMention | None:
        """The mention that states in its own words what another inherits: of the same event first, near."""
        stating = [other for other in self._mentions if other is not mention and _states(other, slot, found)]
        return min(
            stating,
            key=lambda o: (o.event != mention.event, abs(o.trigger.start - mention.trigger.start)),
            default=None,
        )


def values(mention: EventMention) -> Iterator[tuple[str, Found[object]]]:
    """Each value that a mention has, with its field's name, in the codebook's order."""
    for slot in OF:
        value: Found[object] | tuple[Found[object], ...] | None = getattr(mention, slot)
        found = value if isinstance(value, tuple) else (value,) if value else ()
        yield from ((slot, one) for one in found)


def _states(mention: EventMention, slot: str, found: Found[object]) -> bool:
    """Whether a mention has a value of the same sort from the same words, and not from another's."""
    return any(
        OF[own] == OF[slot] and one.spans[:1] == found.spans[:1] and not one.inherited
        for own, one in values(mention)
    )


def _clause(scene: Scene, at: int) -> Span:
    """The clause that a token stands in, with the clauses inside it."""
    clause = clause_of(scene, at)
    if clause is None:
        return scene.sentence.span
    last = clause.last
    while last > at and scene.mark(last, COMMAS | STOPS):
        last -= 1
    return scene.span(clause.first, last)
