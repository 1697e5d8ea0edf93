"""Where a sentence's clauses begin and end, and what two of them share (تقسيم الجملة إلى جملها).

One pass over the tokens: conjunctions, أن / إن, relatives, adverbials (بعد، فيما، إذ …), commas, quotation
marks and brackets open and close clauses on a stack; every token belongs to the innermost one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from marsad.arabic.clitics import is_word
from marsad.what.boundaries import AND, ARTICLE, is_verb, shaped_as_verb
from marsad.what.detect import Trigger, reads_as_noun
from marsad.what.lexicon import FINITE
from marsad.what.scene import COMMAS, STOPS, Clause, Scene

MARKED = ("quotation", "parenthesis")  # what only its closing mark ends
EMBEDDED = ("relative", "adverbial")  # what a comma or the verb of its governor ends
QUOTED = 4  # words in quotation marks that are a clause even without a verb, not a name («الدولة الإسلامية»)
ASIDE = 6  # tokens between two commas that may interrupt a clause (، يوم الأحد،)
GAP = 2  # tokens from a helping word to its verb (كانت القوات قد انسحبت)
_OPENERS = ("that", "relative", "subclause", "adverbial", "coordinator")
_BEFORE_VERB = ("negation", "modal", "future", "coordinator", "and", "or")
_JOINING = ("coordinator", "and", "or")
_TELLING = ("speech", "stance", "judge", "relay")
_PHASES = ("begin", "ongoing")  # verbs that another verb completes (بدأت تنسحب)
_TELLING_TOO = ("demanded", "planned", "denied", "possible")  # verbs that take أن as well
_FA, _ACCUSATIVE = "ف", ("ا", "ه")


@dataclass(slots=True)
class _Open:
    """A clause in the making: `inside` which other one, closing as `role` (a relative's coordinate as it)."""

    number: int
    kind: str
    role: str
    first: int
    governor: int | None
    on: int | None
    inside: int | None
    noun: bool = False  # an adverbial of a preposition and a noun (بعد انسحاب القوات)
    verb: int | None = None
    tells: bool = False  # its verb reports (قال)
    takes: bool = False  # its verb or noun takes أن
    words: int = 0


def parted(scene: Scene, triggers: Sequence[Trigger]) -> Scene:
    """The scene with its clauses; `triggers` say which of its words are verbs and which nouns."""
    parting = _Parting(scene, {t.at: t.finite for t in triggers})
    for at in range(len(scene.tokens)):
        parting.step(at)
    return replace(scene, clauses=parting.clauses(), of=tuple(parting.of))


def clause_of(scene: Scene, at: int) -> Clause | None:
    """The innermost clause that holds a token; None in a scene that has not been parted."""
    return scene.clauses[scene.of[at]] if scene.of else None


class _Parting:
    """The pass over a sentence: the stack of clauses that are open, and all that there are."""

    def __init__(self, scene: Scene, triggers: dict[int, bool]) -> None:
        self.scene, self.triggers = scene, triggers
        self.verbs = [self._verb(at) for at in range(len(scene.tokens))]
        self.pairs = self._pairs()
        fixed = (t for t in scene.times if t.found.rule not in ("anchored", "hanging"))
        self.times = {i for t in fixed for i in range(t.first, t.last + 1)}
        self.known: list[_Open] = []
        self.stack: list[_Open] = []
        self.of: list[int] = []
        self.fresh = -1  # the token behind the last comma that may end a clause

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in the order in which they begin."""
        last = [one.first for one in self.known]
        for at, number in enumerate(self.of):
            up: int | None = number
            while up is not None and last[up] < at:
                last[up] = at
                up = self.known[up].inside
        return tuple(Clause(o.kind, o.first, last[o.number], o.governor, o.on, o.verb) for o in self.known)

    def step(self, at: int) -> None:
        """Read one token: what it closes, what it opens, and to which clause it belongs."""
        if not self.stack:
            self._open("main", at)
        if self.scene.tokens[at].kind == "mark":
            self._mark(at)
            return
        opened = bool(self.scene.words[at].particles) and self._particle(at)
        if self.verbs[at]:
            self._finite(at)
        elif not opened:
            self._nominal(at)
        self.of.append(self.stack[-1].number)
        self.stack[-1].words += 1

    # what is a verb, what is between marks

    def _verb(self, at: int) -> bool:
        """Whether a token is a finite verb: as a trigger it has been decided, else by form and neighbours."""
        if at in self.triggers:
            return self.triggers[at]
        scene, word = self.scene, self.scene.words[at]
        if scene.particle(at, "was"):
            return True
        if not is_verb(scene, at):
            return False
        noun = any(s.form not in FINITE for s in word.senses) or any(c.form not in FINITE for c in word.cues)
        return not noun or not reads_as_noun(scene, at)

    def _pairs(self) -> dict[int, int]:
        """Opening mark → closing mark, round what is long enough for a clause."""
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
        inside = range(first + 1, last)
        return {first: last} if len(inside) > QUOTED or any(self.verbs[i] for i in inside) else {}

    # marks

    def _mark(self, at: int) -> None:
        closed = next((o for o in self.stack if o.kind in MARKED and self.pairs.get(o.first) == at), None)
        if at in self.pairs:
            self._open("quotation" if self.scene.particle(at, "opening") else "parenthesis", at)
        self.of.append(closed.number if closed else self.stack[-1].number)
        if closed:
            del self.stack[self.stack.index(closed) :]
        elif self.scene.mark(at, STOPS):
            self._stop(at)
        elif self.scene.mark(at, COMMAS) and not self._aside(at):
            self.fresh = at + 1

    def _stop(self, at: int) -> None:
        """A full stop ends what its quotation or the sentence holds; a colon opens what is said."""
        if self.scene.particle(at, "colon"):
            if at + 1 < len(self.scene.tokens):
                self._open("complement", at + 1, on=self.stack[-1].verb)
            return
        root = next((i for i in range(len(self.stack) - 1, -1, -1) if self.stack[i].kind in MARKED), -1)
        del self.stack[root + 1 :]

    def _aside(self, comma: int) -> bool:
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

    # words

    def _particle(self, at: int) -> bool:
        """Whether a particle opens a clause here."""
        scene = self.scene
        if at in self.times:
            return False
        if scene.particle(at, "subclause"):
            self._adverbial(at, noun=False)
        elif scene.particle(at, "that"):
            self._that(at)
        elif scene.particle(at, "relative"):
            self._relative(at)
        elif scene.particle(at, "adverbial"):
            self._adverbial(at, noun=True)
        elif at == self.fresh and scene.particle(at, "past_negation") and self._predicate_ahead(at):
            self._adverbial(at, noun=False)  # ، ما أدى إلى
        else:
            return False
        return True

    def _that(self, at: int) -> None:
        """أن / إن: what is said; behind بعد part of the adverbial, behind إلا a clause that goes on."""
        scene, top = self.scene, self.stack[-1]
        if top.role == "adverbial" and top.verb is None and at - top.first <= GAP:
            top.noun = False
            return
        if at and scene.particle(at - 1, "but"):
            self._coordinate(at - 1, loose=True)
            return
        said = [o for o in self.stack if o.role == "complement"]
        if said and scene.tokens[at].folded.startswith(AND):
            self._close_above(said[-1])
            self._coordinate(at, loose=False)
            return
        teller = next((o for o in reversed(self.stack) if o.takes), top)
        if all(o.role in EMBEDDED for o in self._above(teller)):
            self._close_above(teller)
        self._open("complement", at, on=self.stack[-1].verb)

    def _relative(self, at: int) -> None:
        fresh = at == self.fresh
        if fresh:
            self._drop("relative")
        self._open("relative", at, on=max(0, at - 1 - fresh))

    def _adverbial(self, at: int, *, noun: bool) -> None:
        """بعد / فيما …: what it hangs on is the clause around it; behind a comma no other embedded one."""
        if at == self.fresh or (not noun and self.scene.particle(at, "meanwhile")):
            self._drop(*EMBEDDED)
        led = at > 0 and self.scene.particle(at - 1, "in", "on", "from") and not self.verbs[at - 1]
        self._open("adverbial", at - led, on=self.stack[-1].verb, noun=noun)

    def _finite(self, at: int) -> None:
        """A finite verb: a new clause behind و, the end of an embedded one, or the verb of its clause."""
        word, start = self.scene.words[at], self._start(at)
        told = {c.kind for c in word.cues if c.form in FINITE}
        tells = not told.isdisjoint(_TELLING)
        if self._joined(start) and self.stack[-1].words > at - start:
            if tells:
                self._to_speaker()
            self._coordinate(start, loose=start == self.fresh)
        elif self.stack[-1].noun or not (self.stack[-1].verb is None or self._completes(at)):
            self._second(start)
        top = self.stack[-1]
        if top.verb is None or self.scene.particle(top.verb, "was"):
            top.verb = at
        top.tells = top.tells or tells
        top.takes = top.takes or tells or not told.isdisjoint(_TELLING_TOO)

    def _start(self, at: int) -> int:
        """Where the words that belong to a verb begin (ولم تنسحب، ثم انسحبت)."""
        while at and self.scene.particle(at - 1, *_BEFORE_VERB):
            at -= 1
        return at

    def _joined(self, at: int) -> bool:
        """Whether a conjunction stands at a token or is written onto it."""
        scene, word, folded = self.scene, self.scene.words[at], self.scene.tokens[at].folded
        if scene.particle(at, *_JOINING):
            return True
        if not folded.startswith((AND, _FA)):
            return False
        if word.particles:
            return True
        known = [s.reading.conjoined for s in word.senses] + [c.reading.conjoined for c in word.cues]
        return any(known) if known else is_word(folded[1:]) and shaped_as_verb(folded[1:])

    def _second(self, at: int) -> None:
        """A verb without a conjunction where its clause has one: what it belongs to."""
        lacking = next((o for o in reversed(self.stack) if o.verb is None and not o.noun), None)
        if lacking is not None and all(o.role in EMBEDDED for o in self._above(lacking)):
            self._close_above(lacking)
        elif at == self.fresh and self.stack[-1].role in EMBEDDED:
            self._drop(*EMBEDDED)
        elif at and self._indefinite(at - 1):
            self._open("relative", at, on=at - 1)

    def _indefinite(self, at: int) -> bool:
        """Whether a token is a noun without the article, which a bare clause may describe (غارات استهدفت)."""
        token, word = self.scene.tokens[at], self.scene.words[at]
        bare = not token.folded.startswith(ARTICLE) and not word.particles
        return token.kind == "word" and bare and not self.verbs[at] and at not in self.times

    def _completes(self, at: int) -> bool:
        """Whether a verb only completes the one before it (كانت القوات تنسحب، بدأت تغادر)."""
        verb = self.stack[-1].verb
        if verb is None:
            return False
        return self.scene.particle(verb, "was") or self.scene.words[verb].cue(*_PHASES) is not None

    def _nominal(self, at: int) -> None:
        """A word behind a comma ends what is embedded; joined verbal nouns and subjects begin their own."""
        scene = self.scene
        if self.triggers.get(at) is False and self._joined(at):
            self._coordinate(at, loose=False)
        elif self._circumstance(at):
            self._to_speaker()
            self._open("adverbial", at, on=self.stack[-1].verb)
            self.stack[-1].tells = self.stack[-1].takes = True
            self.stack[-1].verb = at
        elif at == self.fresh:
            if not scene.tokens[at].folded.startswith(AND) or scene.particle(at, "demonstrative"):
                self._resume()
            elif scene.tokens[at].folded.startswith(AND + ARTICLE) and self._predicate_ahead(at):
                self._coordinate(at, loose=True)

    def _circumstance(self, at: int) -> bool:
        """Whether a participle says what somebody adds (مؤكدا أن)."""
        cues = self.scene.words[at].cues
        told = any(c.kind in _TELLING and c.form == "participle" and not c.reading.definite for c in cues)
        return told and at > 0 and self.scene.tokens[at].folded.endswith(_ACCUSATIVE)

    def _predicate_ahead(self, at: int) -> bool:
        """Whether a verb follows before anything that opens or parts clauses (، والقوات انسحبت)."""
        scene = self.scene
        for i in range(at + 1, len(scene.tokens)):
            if self.verbs[i]:
                return not self._joined(i)
            if scene.mark(i, COMMAS | STOPS) or scene.particle(i, *_OPENERS):
                return False
        return False

    def _resume(self) -> None:
        """Behind a comma the governor goes on; but a finite adverbial at the end does itself."""
        while len(self.stack) > 1 and self.stack[-1].role in EMBEDDED:
            top, under = self.stack[-1], self.stack[-2]
            if top.role == "adverbial" and not top.noun and under.verb is not None:
                return
            self.stack.pop()

    # the stack

    def _open(self, kind: str, at: int, *, on: int | None = None, noun: bool = False) -> None:
        under = self.stack[-1].number if self.stack else None
        self._push(_Open(len(self.known), kind, kind, at, under, on, under, noun))

    def _push(self, one: _Open) -> None:
        self.known.append(one)
        self.stack.append(one)
        for at in range(one.first, len(self.of)):
            self.of[at] = one.number

    def _coordinate(self, at: int, *, loose: bool) -> None:
        """A clause that goes on with the one before it and takes its place; `loose`: with its governor."""
        while len(self.stack) > 1 and (self.stack[-1].noun or (loose and self.stack[-1].role in EMBEDDED)):
            self.stack.pop()
        top = self.stack[-1]
        if top.kind in MARKED:
            self._open("coordinate", at, on=top.verb)
            return
        self.stack.pop()
        self._push(_Open(len(self.known), "coordinate", top.role, at, top.number, top.verb, top.inside))
        self.stack[-1].tells = self.stack[-1].takes = False

    def _drop(self, *roles: str) -> None:
        while len(self.stack) > 1 and self.stack[-1].role in roles:
            self.stack.pop()

    def _above(self, one: _Open) -> list[_Open]:
        return self.stack[self.stack.index(one) + 1 :]

    def _close_above(self, one: _Open) -> None:
        del self.stack[self.stack.index(one) + 1 :]

    def _to_speaker(self) -> None:
        """Close down to the outermost clause of this quotation whose verb reports, else to its root."""
        marked = [i for i, o in enumerate(self.stack) if o.kind in MARKED]
        root = marked[-1] if marked else 0
        teller = next((i for i in range(root, len(self.stack)) if self.stack[i].tells), root)
        del self.stack[teller + 1 :]
