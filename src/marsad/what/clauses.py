"""Where a sentence's clauses begin and end (تقسيم الجملة إلى جملها).

One pass over the tokens: conjunctions, أن / إن, relatives, adverbials (بعد، فيما، إذ …), commas, quotation
marks and brackets open and close clauses on a stack; every token belongs to the innermost one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from marsad.what.boundaries import AND, ARTICLE, feminine
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Clause, Layout, Scene
from marsad.what.turns import TELLING, Turns

MARKED = ("quotation", "parenthesis")  # what only its closing mark ends
EMBEDDED = ("relative", "adverbial")  # what a comma or the verb of its governor ends
DEPTH = 12  # clauses that are open at once; the work stays linear
GAP = 2  # tokens from بعد to أن or ما
_PHASES = ("begin", "ongoing")  # verbs that another verb completes (بدأت تنسحب)
_TAKING = frozenset({"demanded", "planned", "denied", "possible", *TELLING})  # verbs that أن goes with


def parted(scene: Scene, triggers: Sequence[Trigger]) -> Scene:
    """The scene with its clauses; `triggers` say which of its words are verbs and which nouns."""
    return replace(scene, layout=cache(partial(_laid_out, scene, triggers)))


def _laid_out(scene: Scene, triggers: Sequence[Trigger]) -> Layout:
    turns = Turns(scene, triggers)
    parting = _Parting(turns)
    stack = parting.stack
    for at, plain in enumerate(turns.plain):
        if plain and at != parting.fresh and stack.open:  # two words in three
            stack.hold()
        else:
            parting.step(at)
    return Layout(stack.clauses(), tuple(stack.of))


def clause_of(scene: Scene, at: int) -> Clause | None:
    """The innermost clause that holds a token; None in a scene that has not been parted."""
    return scene.clauses[scene.of[at]] if scene.of else None


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
    takes: bool = False  # أن can go with its verb
    words: int = 0


@dataclass(slots=True)
class _Stack:
    """The clauses that are open, innermost last; all that there are; the clause of each token so far."""

    open: list[_Open] = field(default_factory=list)
    known: list[_Open] = field(default_factory=list)
    of: list[int] = field(default_factory=list)

    @property
    def top(self) -> _Open:
        """The innermost clause."""
        return self.open[-1]

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in the order in which they begin."""
        last = [one.first for one in self.known]
        for at, number in enumerate(self.of):
            last[number] = at
        for one in reversed(self.known):  # those inside come after what holds them
            if one.inside is not None:
                last[one.inside] = max(last[one.inside], last[one.number])
        return tuple(Clause(o.kind, o.first, last[o.number], o.governor, o.on, o.verb) for o in self.known)

    def hold(self) -> None:
        """Give the next word to the innermost clause."""
        top = self.open[-1]
        self.of.append(top.number)
        top.words += 1

    def push(self, kind: str, at: int, *, on: int | None = None, noun: bool = False) -> None:
        """Open a clause inside the innermost one, in its place where too many are open."""
        if len(self.open) >= DEPTH:
            self.open.pop()
        under = self.top.number if self.open else None
        self._add(_Open(len(self.known), kind, kind, at, under, on, under, noun))

    def join(self, at: int, *, loose: bool) -> None:
        """Open a coordinate in place of the innermost clause; `loose`: of what embedded ones hang on."""
        while len(self.open) > 1 and (self.top.noun or (loose and self.top.role in EMBEDDED)):
            self.open.pop()
        top = self.top
        if top.kind in MARKED:
            self.push("coordinate", at, on=top.verb)
            return
        self.open.pop()
        self._add(_Open(len(self.known), "coordinate", top.role, at, top.number, top.verb, top.inside))

    def _add(self, one: _Open) -> None:
        self.known.append(one)
        self.open.append(one)
        for at in range(one.first, len(self.of)):
            self.of[at] = one.number

    def drop(self, *roles: str) -> None:
        """Close what stands innermost in one of the roles."""
        while len(self.open) > 1 and self.top.role in roles:
            self.open.pop()

    def back_to(self, one: _Open, *roles: str) -> bool:
        """Close what stands over a clause, if all of it has one of the roles (none given: whatever it is)."""
        at = self.open.index(one)
        fits = not roles or all(o.role in roles for o in self.open[at + 1 :])
        if fits:
            del self.open[at + 1 :]
        return fits

    def to_speaker(self) -> None:
        """Close down to the outermost clause of this quotation whose verb reports, else to its root."""
        root = max((i for i, o in enumerate(self.open) if o.kind in MARKED), default=0)
        teller = next((i for i in range(root, len(self.open)) if self.open[i].tells), root)
        del self.open[teller + 1 :]


class _Parting:
    """The pass over a sentence."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.scene, self.stack = turns, turns.scene, _Stack()
        self.fresh = -1  # the token behind the last comma that may end a clause

    def step(self, at: int) -> None:
        """Read one token: what it closes, what it opens, and to which clause it belongs."""
        if not self.stack.open:
            self.stack.push("main", at)
        if self.scene.tokens[at].kind == "mark":
            self._mark(at)
            return
        opened = self._particle(at)
        if self.turns.verbs[at]:
            self._finite(at)
        elif not opened:
            self._nominal(at)
        self.stack.hold()

    def _mark(self, at: int) -> None:
        """A mark belongs to the clause that it ends."""
        stack, pairs = self.stack, self.turns.pairs
        closed = next((o for o in stack.open if o.kind in MARKED and pairs.get(o.first) == at), None)
        if at in pairs:
            kind = "quotation" if self.scene.particle(at, "opening") else "parenthesis"
            stack.push(kind, at, on=stack.top.verb)
        stack.of.append(closed.number if closed else stack.top.number)
        if closed:
            stack.back_to(closed)
            stack.open.pop()
        elif self.scene.mark(at, STOPS):
            self._stop(at)
        elif self.scene.mark(at, COMMAS) and not (len(stack.open) > 1 and self.turns.aside(at)):
            self.fresh = at + 1

    def _stop(self, at: int) -> None:
        """A full stop ends what its quotation or the sentence holds; a colon opens what is said."""
        stack = self.stack
        if self.scene.particle(at, "colon"):
            if at + 1 < len(self.scene.tokens):
                stack.push("complement", at + 1, on=stack.top.verb)
            return
        marked = max((i for i, o in enumerate(stack.open) if o.kind in MARKED), default=-1)
        del stack.open[marked + 1 :]

    def _particle(self, at: int) -> bool:
        """Whether a particle opens a clause here."""
        own, turns = self.scene.words[at].particles, self.turns
        if not own or at in turns.times:  # بعد أيام
            return False
        if "subclause" in own:
            self._adverbial(at, noun=False)
        elif "then" in own:
            self._answer(at)
        elif "that" in own or "that_not" in own:
            self._that(at)
        elif "relative" in own:
            self._relative(at)
        elif "adverbial" in own and turns.leads(at):
            self._adverbial(at, noun=True)
        elif "coordinator" in own and turns.predicate_ahead(at) is not None:
            self._with_subject(at)
        else:
            return "past_negation" in own and self._whatever(at)
        return True

    def _that(self, at: int) -> None:
        """أن / إن: what is said; behind بعد part of the adverbial, behind إلا a clause that goes on."""
        scene, stack, top = self.scene, self.stack, self.stack.top
        if top.role == "adverbial" and top.verb is None and at - top.first <= GAP:
            top.noun = False
            return
        if at and scene.particle(at - 1, "but"):
            stack.join(at - 1, loose=True)
            return
        said = next((o for o in reversed(stack.open) if o.role == "complement"), None)
        if said and scene.tokens[at].folded.startswith(AND):
            stack.back_to(said)
            stack.join(at, loose=False)
            return
        stack.back_to(next((o for o in reversed(stack.open) if o.takes), top), *EMBEDDED)
        stack.push("complement", at, on=stack.top.verb)

    def _whatever(self, at: int) -> bool:
        """ما behind بعد or وفق is part of the adverbial; ، ما أدى إلى and ما لم ينسحب open one."""
        top = self.stack.top
        if top.noun and at - top.first <= GAP:
            top.noun = False
            return True
        counted = any(q.first <= at <= q.last + 1 for q in self.scene.quantities)  # ما لا يقل عن مئة
        unless = self.scene.particle(min(at + 1, len(self.scene.words) - 1), "negation") and not counted
        if unless or (at == self.fresh and self.turns.predicate_ahead(at) is not None):
            self._adverbial(at, noun=False)
            return True
        return False

    def _relative(self, at: int) -> None:
        """الذي …: on the noun before it, over a comma too."""
        fresh = at == self.fresh
        if fresh:
            self.stack.drop("relative")
        self.stack.push("relative", at, on=max(0, at - 1 - fresh))

    def _adverbial(self, at: int, *, noun: bool) -> None:
        """بعد / فيما …: it hangs on the clause around it, behind a comma on no other embedded one."""
        if at == self.fresh or (not noun and self.scene.particle(at, "meanwhile")):
            self.stack.drop(*EMBEDDED)
        if not noun and self.turns.bare_verb(at + 1):
            self.turns.set_verb(at + 1, True)
        led = at > 0 and self.scene.particle(at - 1, "in", "on", "from") and not self.turns.verbs[at - 1]
        self.stack.push("adverbial", at - led, on=self.stack.top.verb, noun=noun)

    def _finite(self, at: int) -> None:
        """A finite verb: a new clause behind و, the end of an embedded one, or the verb of its clause."""
        start, told = self.turns.start(at), self.turns.told(at)
        tells = not told.isdisjoint(TELLING)
        if self._answer(start):
            pass
        elif self.turns.joined(start) and self.stack.top.words > at - start:
            if tells:
                self.stack.to_speaker()
            self.stack.join(start, loose=start == self.fresh or self._of_governor(at))
        elif self.stack.top.noun or not (self.stack.top.verb is None or self._completes()):
            self._second(start)
        top = self.stack.top
        if top.verb is None or self.scene.particle(top.verb, "was"):
            top.verb = at
        top.tells |= tells
        top.takes |= not told.isdisjoint(_TAKING)

    def _of_governor(self, at: int) -> bool:
        """Whether a joined verb agrees with that of the governor, not of the relative clause between."""
        if len(self.stack.open) < 2 or self.stack.top.role != "relative":
            return False
        mine, theirs = self.stack.top.verb, self.stack.open[-2].verb
        if mine is None or theirs is None:
            return False
        return feminine(self.scene, theirs) == feminine(self.scene, at) != feminine(self.scene, mine)

    def _answer(self, at: int) -> bool:
        """Whether ف goes on with the clause that a condition in front hangs on (إذا انسحبت … فسيملأ)."""
        waits = len(self.stack.open) > 1 and self.stack.open[-2].verb is None
        waits = waits and self.stack.top.role == "adverbial" and self.turns.answers(at)
        if waits:
            self.stack.open.pop()
        return waits

    def _second(self, at: int) -> None:
        """A verb without a conjunction where its clause has one: what it belongs to."""
        stack = self.stack
        lacking = next((o for o in reversed(stack.open) if o.verb is None and not o.noun), None)
        if lacking is not None and stack.back_to(lacking, *EMBEDDED):
            return
        if at == self.fresh and stack.top.role in EMBEDDED:
            stack.drop(*EMBEDDED)
        elif at == self.fresh:
            stack.join(at, loose=False)
        elif at and self.turns.indefinite(at - 1):
            stack.push("relative", at, on=at - 1)

    def _completes(self) -> bool:
        """Whether a verb only completes that of its clause (كانت القوات تنسحب، بدأت تغادر)."""
        verb = self.stack.top.verb
        if verb is None:
            return False
        return self.scene.particle(verb, "was") or self.scene.words[verb].cue(*_PHASES) is not None

    def _nominal(self, at: int) -> None:
        """A word behind a comma ends what is embedded; joined verbal nouns and subjects begin their own."""
        turns, stack, folded = self.turns, self.stack, self.scene.tokens[at].folded
        if turns.triggers.get(at) is False and turns.joined(at):
            stack.join(at, loose=False)
        elif turns.circumstance(at):
            stack.to_speaker()
            stack.push("adverbial", at, on=stack.top.verb)
            stack.top.tells, stack.top.takes, stack.top.verb = True, True, at
        elif at == self.fresh:
            if not folded.startswith(AND) or self.scene.particle(at, "demonstrative"):
                self._resume()
            elif folded.startswith(AND + ARTICLE) and turns.predicate_ahead(at) is not None:
                self._with_subject(at)

    def _with_subject(self, at: int) -> None:
        """A clause whose subject stands before its verb (، والقوات انسحبت، لكن الجيش نفى)."""
        verb = self.turns.predicate_ahead(at)
        if verb is not None and not self.turns.told(verb).isdisjoint(TELLING):
            self.stack.to_speaker()
        self.stack.join(at, loose=True)

    def _resume(self) -> None:
        """Behind a comma the governor goes on; but a finite adverbial at the end does itself."""
        stack = self.stack
        while len(stack.open) > 1 and stack.top.role in EMBEDDED:
            if stack.top.role == "adverbial" and not stack.top.noun and stack.open[-2].verb is not None:
                return
            stack.open.pop()
