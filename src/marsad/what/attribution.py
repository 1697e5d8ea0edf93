"""Who says so: the source of the statement that a mention stands in (إسناد; codebook, section 3).

Three shapes: a verb of saying with its subject (قال المتحدث إن), a source phrase (وفق بيان للجيش) that covers its
sentence, and a headline's name before a colon. A verb of saying without a subject goes on with the last source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.records import Found, Span
from marsad.what.lexicon import look
from marsad.what.scene import COMMAS, STOPS, Scene

LONGEST = 14  # tokens of a source's name; longer subjects hold a clause that is not the name
QUOTED_NAME = 4  # tokens between quotation marks that still are a name (مجلة "...")


@dataclass(frozen=True, slots=True)
class Statement:
    """A source and the tokens [first, last] that it is the source of; `source` None: the last one goes on."""

    source: Span | None
    first: int
    last: int
    rule: str


def find_statements(scene: Scene, triggers: frozenset[int]) -> tuple[Statement, ...]:
    """All statements of a sentence, source phrases (which cover everything) last."""
    said = [s for at in range(len(scene.tokens)) if (s := _said(scene, at, triggers))]
    phrases = [s for at in range(len(scene.tokens)) if (s := _source_phrase(scene, at, triggers))]
    return (*_headline(scene), *said, *phrases)


def source_of(statements: tuple[Statement, ...], at: int, last: Span | None) -> tuple[Span, str] | None:
    """The source of a trigger: the nearest statement to its left that covers it, else a source phrase."""
    covering = [s for s in statements if s.first <= at <= s.last]
    spoken = [s for s in covering if s.rule != "phrase"]
    chosen = max(spoken, key=lambda s: s.first) if spoken else covering[0] if covering else None
    if chosen is None or chosen.rule == "outlet":
        return None
    before = [s.source for s in statements if s.source and s.rule != "phrase" and s.first < chosen.first]
    source = chosen.source or (before[-1] if before else last)
    return (source, chosen.rule) if source else None


def attribution(scene: Scene, source: tuple[Span, str] | None) -> Found[str] | None:
    """The source as a value with its span."""
    if source is None:
        return None
    span, rule = source
    return Found(scene.sentence.text[span.start : span.end], (span,), f"source:{rule}")


def _headline(scene: Scene) -> Iterator[Statement]:
    """The name before a headline's colon, when it is more than a place."""
    if not scene.title:
        return
    colon = next((i for i in range(1, min(9, len(scene.tokens) - 1)) if scene.particle(i, "colon")), None)
    if colon is None or scene.finite_between(-1, colon) or scene.particle(0, "in", "from"):
        return
    end = next((i for i in range(1, colon) if scene.particle(i, "from", "in")), colon) - 1
    party = any(a.first == 0 and a.found.value.kind != "state" for a in scene.actors)
    place = any(p.first == 0 and p.last == end for p in scene.places)
    if party or not place:
        yield Statement(
            scene.span(0, end), 1 if end < colon - 1 else colon + 1, len(scene.tokens) - 1, "headline"
        )


def _said(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """A verb of saying at a token, its noun (إعلان مسؤولين أن), or a participle that goes on with the last source."""
    cue = scene.words[at].cue("speech", "relay")
    if cue is None or at in triggers or not _reports(scene, at, triggers):
        return None
    end = _scope_end(scene, at)
    if cue.form == "participle":
        return None if cue.reading.definite else Statement(None, at, end, "goes on")
    if cue.kind == "relay":
        source = _relayed(scene, at, triggers)
        return Statement(source, at, end, "relayed") if source and cue.form in ("past", "present") else None
    if cue.form == "masdar":
        named = _subject_after(scene, at, triggers) if not cue.reading.definite else None
        return Statement(named, at, end, "noun") if named and _says_that(scene, at) else None
    if cue.form not in ("past", "present", "passive"):
        return None
    if at and scene.particle(at - 1, "negation"):
        return None  # لم تتبن أي جهة
    return _spoken(scene, at, end, _subject_before(scene, at) or _subject_after(scene, at, triggers))


def _spoken(scene: Scene, verb: int, end: int, subject: Span | None) -> Statement:
    """A statement by a subject; the outlet's own reporter is no source, a bare البيان goes on with the last one."""
    if subject is None:
        return Statement(None, verb, end, "said")
    first = next(i for i, token in enumerate(scene.tokens) if token.start == subject.start)
    if scene.particle(first, "reporter"):
        return Statement(None, verb, end, "outlet")
    alone = scene.tokens[first].end == subject.end
    return Statement(None if alone and scene.particle(first, "statement") else subject, verb, end, "said")


def _scope_end(scene: Scene, at: int) -> int:
    """Where a statement ends: before فيما / بينما with another clause, or with the sentence."""
    for i in range(at + 2, len(scene.tokens) - 1):
        if scene.particle(i, "meanwhile") and scene.mark(i - 1, COMMAS):
            return i - 1
    return len(scene.tokens) - 1


def _says_that(scene: Scene, at: int) -> bool:
    return any(scene.particle(i, "that") for i in range(at + 1, min(len(scene.tokens), at + 2 + LONGEST)))


def _relayed(scene: Scene, verb: int, triggers: frozenset[int]) -> Span | None:
    """The one after عن: نقلت الوكالة عن مصدر أمني أن."""
    for i in range(verb + 1, min(len(scene.tokens), verb + LONGEST)):
        if scene.particle(i, "from"):
            return _subject_after(scene, i, triggers)
        if scene.mark(i, STOPS):
            return None
    return None


def _reports(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether something said follows: أن, a colon, a quotation, or (for any other verb) an event's word."""
    for i in range(at + 1, min(len(scene.tokens), at + 2 + LONGEST)):
        if scene.particle(i, "that", "colon", "opening") or i in triggers:
            return True
        if scene.mark(i, STOPS):
            return False
    return False


def _subject_after(scene: Scene, verb: int, triggers: frozenset[int]) -> Span | None:
    """The noun phrase after a verb, up to what is said."""
    first = verb + 1
    while first < len(scene.tokens) and scene.particle(first, "adverb"):
        first += 1
    end = _phrase_end(scene, first, triggers)
    return scene.span(first, end) if end >= first and not _with_preposition(scene, first) else None


def _with_preposition(scene: Scene, at: int) -> bool:
    """Whether ب or ل is written onto the word (بإعادة، للأمم): then it is no subject."""
    word = scene.tokens[at].folded
    if word.startswith(("لل", "بال")):
        return True
    rest = look(word[1:])
    return (
        word[:1] in ("ب", "ل") and bool(rest.senses or rest.cues or rest.classes) and not look(word).particles
    )


def _phrase_end(scene: Scene, first: int, triggers: frozenset[int]) -> int:
    """The last token of the noun phrase that begins at `first` (first - 1 when there is none)."""
    at = first
    while at < len(scene.tokens) and at - first < LONGEST and not _ends_name(scene, at, first, triggers):
        at += 1
    while at > first and (scene.tokens[at - 1].kind == "mark" and not scene.particle(at - 1, "closing")):
        at -= 1
    return at - 1


def _ends_name(scene: Scene, at: int, first: int, triggers: frozenset[int]) -> bool:
    """Whether the name of a source cannot hold this token."""
    if (
        at in triggers
        or scene.mark(at, STOPS | COMMAS)
        or scene.particle(at, "that", "relative", "subordinate", "source")
    ):
        return True
    if any(t.first <= at <= t.last for t in scene.times):
        return True
    if scene.particle(at, "opening") and not any(
        scene.particle(i, "closing") for i in range(at + 1, min(len(scene.tokens), at + 2 + QUOTED_NAME))
    ):
        return not scene.particle(at, "closing") or at == first
    if scene.particle(at, "in", "to", "on", "from", "against", "joint"):
        return (
            at == first
            or at + 1 >= len(scene.tokens)
            or scene.particle(at, "on", "to", "joint")
            or scene.particle(at + 1, "medium")
        )
    medium = scene.words[at].particles and scene.particle(at, "medium")
    return at == first and bool(medium and scene.tokens[at].folded.startswith("ل"))


def _subject_before(scene: Scene, verb: int) -> Span | None:
    """The noun phrase before a verb (بغداد تعلن), from the sentence's start or the last boundary."""
    if scene.words[verb].cues and any(c.reading.conjoined for c in scene.words[verb].cues):
        return None
    while verb > 0 and scene.particle(verb - 1, "modal", "was"):
        verb -= 1
    first = verb
    while first > 0 and verb - first < LONGEST and not _opens(scene, first - 1):
        first -= 1
    if first == verb or scene.preposition(first):
        return None
    return scene.span(first, verb - 1)


def _opens(scene: Scene, at: int) -> bool:
    """Whether a noun phrase to the right cannot reach over this token."""
    return (
        scene.mark(at, STOPS | COMMAS)
        or scene.particle(
            at, "that", "relative", "subordinate", "was", "modal", "negation", "conditional", "closing", "and"
        )
        or scene.finite(at)
    )


def _source_phrase(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """وفق / بحسب / نقلا عن and the name after it; it covers the whole sentence."""
    if not scene.particle(at, "source"):
        return None
    first = at + 1
    while first < len(scene.tokens) and (
        scene.particle(first, "from", "negation")
        or scene.words[first].cue("speech")
        or _bare_to(scene, first)
    ):
        first += 1
    if first < len(scene.tokens) and scene.particle(first, "contract"):
        return None  # وفق الاتفاق names no source
    end = _phrase_end(scene, first, triggers)
    if first < len(scene.tokens) and scene.particle(first, "reporter"):
        return Statement(None, 0, len(scene.tokens) - 1, "outlet")
    if end < first:
        return Statement(None, 0, len(scene.tokens) - 1, "phrase")
    return Statement(scene.span(first, end), 0, len(scene.tokens) - 1, "phrase")


def _bare_to(scene: Scene, at: int) -> bool:
    """A pronoun word such as له or لما between وفقا and the name."""
    return len(scene.tokens[at].folded) <= 2
