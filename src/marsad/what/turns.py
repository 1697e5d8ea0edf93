"""What each word of a sentence does to its clauses: verbs, what joins them, quotation, asides (مفاصل الجملة).

The facts that `clauses` asks for on its way over the sentence; nothing here knows which clauses are open.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.what.boundaries import AND, ARTICLE, SO, shaped_as_verb, verbal
from marsad.what.detect import Trigger, reads_as_noun
from marsad.what.lexicon import FINITE, Word, look
from marsad.what.scene import COMMAS, STOPS, Scene

VERB, EITHER, TURN, PLAIN = "verb", "either", "turn", "plain"
ASIDE = 6  # tokens between two commas that may interrupt a clause (، يوم الأحد،)
TELLING = ("speech", "stance", "judge", "relay")  # cues of verbs that report
_OPENERS = ("that", "relative", "subclause", "adverbial", "coordinator")
_TURNING = frozenset({*_OPENERS, "then", "that_not", "past_negation"})
_BEFORE_VERB = ("negation", "modal", "future", "coordinator", "and", "or")
_JOINING = ("coordinator", "and", "or")
_NO_VERB = frozenset({"no_verb"})
_NOUNS = ("force", "site", "armed")  # القوة is no ألقوه
_ADDING = (*TELLING, "denied", "demanded")
_ACCUSATIVE = ("ا", "ه", "ين")


def _adds(word: Word) -> bool:
    """Whether a word may be a participle of saying or asking (مؤكدا أن، مطالبين بسحب)."""
    return any(c.kind in _ADDING and c.form == "participle" and not c.reading.definite for c in word.cues)


@lru_cache(maxsize=REMEMBERED)
def _bearing(folded: str) -> str:
    """What a word can be for a clause: a verb, either verb or noun, a turn (a particle), or plain."""
    word = look(folded)
    if "was" in word.particles:
        return VERB
    if verbal(folded) and word.classes.isdisjoint(_NOUNS):
        forms = {s.form for s in word.senses} | {c.form for c in word.cues}
        return VERB if forms <= FINITE else EITHER
    return TURN if _adds(word) or not word.particles.isdisjoint(_TURNING) else PLAIN


class Turns:
    """The turns of one sentence; `triggers` say which of its words are verbs and which nouns."""

    def __init__(self, scene: Scene, triggers: Sequence[Trigger]) -> None:
        self.scene, self.triggers = scene, {t.at: t.finite for t in triggers}
        fixed = (t for t in scene.times if t.found.rule not in ("anchored", "hanging"))
        self.times = {i for t in fixed for i in range(t.first, t.last + 1)}
        bearings = [_bearing(t.folded) if t.kind != "mark" else TURN for t in scene.tokens]
        self.verbs = [bearing == VERB for bearing in bearings]
        self.plain = [bearing != TURN for bearing in bearings]  # neither opens nor closes anything there
        for at, bearing in enumerate(bearings):
            if bearing in (VERB, EITHER):
                self.set_verb(at, at not in self.times and self._verb(at, bearing))  # فجر الجمعة
        for at, finite in self.triggers.items():
            self.set_verb(at, finite)
            self.plain[at] = False
        self.pairs = self._pairs()

    def _verb(self, at: int, bearing: str) -> bool:
        return bearing == VERB or not reads_as_noun(self.scene, at)

    def set_verb(self, at: int, finite: bool) -> None:
        """Say of a token whether it is a finite verb."""
        self.verbs[at], self.plain[at] = finite, not finite

    def _pairs(self) -> dict[int, int]:
        """Opening mark → closing mark, round what has a verb: no name («الدولة الإسلامية»)."""
        pairs: dict[int, int] = {}
        quote, bracket = None, None
        for at, token in enumerate(self.scene.tokens):
            if token.kind != "mark":
                continue
            if token.folded == "(":
                bracket = at
            elif token.folded == ")" and bracket is not None:
                pairs |= self._pair(bracket, at)
                bracket = None
            elif quote is not None and self.scene.particle(at, "closing"):
                pairs |= self._pair(quote, at)
                quote = None
            elif quote is None and self.scene.particle(at, "opening"):
                quote = at
        return pairs

    def _pair(self, first: int, last: int) -> dict[int, int]:
        return {first: last} if any(self.verbs[i] for i in range(first + 1, last)) else {}

    def aside(self, comma: int) -> bool:
        """Whether a comma stands on either side of a short phrase that only interrupts (، يوم الأحد،)."""
        return self._phrase(comma, 1) or self._phrase(comma, -1)

    def _phrase(self, comma: int, step: int) -> bool:
        scene = self.scene
        for i in range(comma + step, comma + step * (ASIDE + 1), step):
            if not 0 < i < len(scene.tokens) or scene.mark(i, STOPS) or self.verbs[i]:
                return False
            if scene.mark(i, COMMAS):
                return abs(i - comma) > 1 and not scene.tokens[min(i, comma) + 1].folded.startswith(AND)
            if i not in self.times and scene.particle(i, *_OPENERS):
                return False
        return False

    def bare_verb(self, at: int) -> bool:
        """Whether a word that no table knows is a verb because of the conjunction before it (إذا خرق)."""
        scene = self.scene
        if at >= len(self.verbs) or scene.tokens[at].kind != "word" or at in self.triggers:
            return False
        word, party = scene.words[at], any(h.first <= at <= h.last for h in scene.actors)
        bare = not (word.particles or word.senses or word.cues or party)
        if at + 1 < len(self.verbs) and self.verbs[at + 1]:  # لأن راداراتها تعطلت
            return False
        return bare and not scene.tokens[at].folded.startswith(ARTICLE)

    def start(self, at: int) -> int:
        """Where the words that belong to a verb begin (ولم تنسحب، ثم انسحبت)."""
        while at and self.scene.particle(at - 1, *_BEFORE_VERB):
            at -= 1
        return at

    def joined(self, at: int) -> bool:
        """Whether a conjunction stands at a token or is written onto it."""
        scene, word, folded = self.scene, self.scene.words[at], self.scene.tokens[at].folded
        if scene.particle(at, *_JOINING):
            return True
        if not folded.startswith((AND, SO)):
            return False
        if word.particles:
            return True
        known = [s.reading.conjoined for s in word.senses] + [c.reading.conjoined for c in word.cues]
        return any(known) if known else is_word(folded[1:]) and shaped_as_verb(folded[1:])

    def indefinite(self, at: int) -> bool:
        """Whether a token is a noun without the article, which a bare clause may describe (غارات استهدفت)."""
        token, word = self.scene.tokens[at], self.scene.words[at]
        bare = not token.folded.startswith(ARTICLE) and word.particles <= _NO_VERB
        return token.kind == "word" and bare and not self.verbs[at] and at not in self.times

    def circumstance(self, at: int) -> bool:
        """Whether a participle says what somebody adds or asks for (مؤكدا أن، مطالبين بسحب)."""
        told = at > 0 and _adds(self.scene.words[at])
        return told and self.scene.tokens[at].folded.endswith(_ACCUSATIVE)

    def predicate_ahead(self, at: int) -> int | None:
        """The verb that follows before anything that opens or parts clauses, if one does."""
        scene = self.scene
        for i in range(at + 1, len(scene.tokens)):
            if self.verbs[i]:
                return None if self.joined(i) else i
            if scene.mark(i, COMMAS | STOPS) or scene.particle(i, *_OPENERS):
                return None
        return None

    def told(self, at: int) -> set[str]:
        """What a finite verb governs as the tables know it (speech, planned …)."""
        return {c.kind for c in self.scene.words[at].cues if c.form in FINITE}

    def leads(self, at: int) -> bool:
        """Whether no time and no agent follows a preposition (خلال الأيام المقبلة، من قبل س)."""
        agent = at > 0 and self.scene.particle(at, "agent") and self.scene.particle(at - 1, "from")
        return at + 1 not in self.times and not agent

    def answers(self, at: int) -> bool:
        """Whether ف answers a condition here (إذا … فسيملأ، فإن)."""
        return self.scene.particle(at, "then") or self.scene.tokens[at].folded.startswith(SO)
