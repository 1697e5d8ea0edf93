"""Who says so: which statement a mention stands in (إسناد; codebook, section 3).

Shapes: a verb of saying, wishing or denying with its subject (قال المتحدث إن); a source phrase (وفق بيان للجيش);
a headline's name before a colon; a quotation that goes on. The outer statement holds what is nested in it, a verb
without a subject goes on with the last source. The names come from `sources`, what was said before from `voices`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.records import Span
from marsad.what.lexicon import Cue
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.sources import LONGEST, Phrase, after, governed, is_reporter, is_speaker, named, phrase_end, subject_of

HEADLINE = 12  # tokens before a headline's colon
QUOTATION = 5  # tokens between quotation marks that are speech and no scare quotes
FINITE = ("past", "present", "passive")
AMBIGUOUS = ("in", "between", "beside", "no_verb")  # words that are verbs of saying only before their subject


@dataclass(frozen=True, slots=True)
class Statement:
    """A source and the tokens [first, last] that it is the source of; `source` None: the last one goes on.

    `fresh`: a clause of its own, which ends what was said before it; else it is part of what is said.
    """

    source: Span | None
    first: int
    last: int
    rule: str
    fresh: bool = True


def find_statements(scene: Scene, triggers: frozenset[int], quoted: bool = False) -> tuple[Statement, ...]:
    """All statements of a sentence, from left to right; `quoted`: it begins inside a quotation."""
    said = [s for at in range(len(scene.tokens)) if (s := _said(scene, at, triggers))]
    phrases = [s for at in range(len(scene.tokens)) if (s := _source_phrase(scene, at, triggers))]
    found = [*_headline(scene), *said, *phrases]
    return tuple(sorted([*found, *_quotations(scene, found, quoted)], key=lambda s: s.first))


def covering(statements: tuple[Statement, ...], at: int) -> Statement | None:
    """The statement that a token stands in: the last fresh one to its left, else the source phrase."""
    around = [s for s in statements if s.first <= at <= s.last]
    chosen: Statement | None = None
    for statement in (s for s in around if s.rule != "phrase"):
        if chosen is None or statement.fresh or chosen.rule == "outlet":
            chosen = statement
    return chosen or next((s for s in around if s.rule == "phrase"), None)


def _headline(scene: Scene) -> Iterator[Statement]:
    """The name before the colon of a headline or teaser, when it is more than a place."""
    colon = next((i for i in range(1, min(HEADLINE, len(scene.tokens) - 1)) if scene.particle(i, "colon")), None)
    if colon is None or scene.finite_between(-1, colon) or scene.particle(0, "in", "from") or governed(scene, 0):
        return
    end = next((i for i in range(1, colon) if _about(scene, i) or scene.particle(i, "in")), colon) - 1
    place = any(p.first == 0 and p.last >= end for p in scene.places) and not _speech_after(scene, colon)
    first = 1 if scene.particle(0, "opening") and colon > 2 else 0
    named = is_speaker(scene, first, end) or (scene.title and not scene.words[first].particles)
    if named and not (place and "sayer" not in scene.words[first].classes) and not _lifeless(scene, first):
        yield Statement(scene.span(0, end), end + 1, len(scene.tokens) - 1, "headline")


def _lifeless(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return "lifeless" in word.classes or bool(word.senses)


def _speech_after(scene: Scene, colon: int) -> bool:
    """Whether what follows the colon is a clause with its own party (سوريا: إسرائيل قصفت)."""
    return any(a.first == colon + 1 and a.found.value.kind == "state" for a in scene.actors)


def _about(scene: Scene, at: int) -> bool:
    return "about" in scene.words[at].classes


def _said(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """A statement that begins at a token, or None."""
    cue = _cue(scene, at)
    if cue is None:
        return _in_paper(scene, at, triggers)
    if at in triggers:
        return None
    if scene.particle(at, "impersonal") and _says_that(scene, at, 3) and not _about(scene, at + 1):
        return Statement(None, at, _scope_end(scene, at), "outlet")
    if cue.kind != "relay" and not _reports(scene, at, triggers):
        return _afterthought(scene, at, cue, triggers)
    if cue.form == "participle" or (cue.form == "word" and scene.tokens[at].folded.endswith(("ا", "ه"))):
        return _participle(scene, at, cue)
    if cue.form == "masdar":
        return _noun(scene, at, cue, triggers)
    return _verb(scene, at, cue, triggers) if cue.form in (*FINITE, "word") else None


def _in_paper(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """جاء في بيان الوزارة أن: the paper's issuer says it."""
    into = at + 2 < len(scene.tokens) and scene.particle(at + 1, "in")
    if "stands" not in scene.words[at].classes or not into or not _issued(scene, at + 2):
        return None
    end = phrase_end(scene, at + 2, triggers)
    if end < at + 2:
        return None
    phrase = _issuer(scene, (at + 2, end), triggers)
    return Statement(named(scene, *phrase), at, _scope_end(scene, at), "paper", _fresh(scene, at))


def _cue(scene: Scene, at: int) -> Cue | None:
    """The cue of a statement at a token; behind a preposition it is no verb (إلى كشف), behind إذا nothing is said."""
    if at and (scene.particle(at - 1, "conditional") and not scene.particle(at - 1, "that")):
        return None
    noun = at > 0 and (scene.particle(at - 1, "from", "to", "in", "on") or "about" in scene.words[at - 1].classes)
    found = (c for c in scene.words[at].cues if c.kind in ("speech", "stance", "judge", "relay"))
    return next((c for c in found if not noun or c.form not in FINITE), None)


def _participle(scene: Scene, at: int, cue: Cue) -> Statement | None:
    """مؤكدا، مشيرا إلى: the sentence's own source goes on."""
    accusative = scene.tokens[at].folded.endswith("ا") or scene.tokens[at].folded.endswith("ه")
    if cue.reading.definite or not accusative or cue.reading.preposition:
        return None
    opening = _opening_speaker(scene, at)
    return Statement(named(scene, *opening) if opening else None, at, _scope_end(scene, at), "goes on", False)


def _opening_speaker(scene: Scene, before: int) -> Phrase | None:
    """The party in whose sentence a participle stands: the first speaker that no preposition governs."""
    for i in range(min(before, 5)):
        if scene.preposition(i) or governed(scene, i):
            continue
        end = phrase_end(scene, i, frozenset())
        if i <= end < before and is_speaker(scene, i, end):
            return i, end
    return None


def _noun(scene: Scene, at: int, cue: Cue, triggers: frozenset[int]) -> Statement | None:
    """إعلان الوزارة أن، اقتراح القائد زيادة: the noun's owner says it."""
    if cue.reading.definite or cue.reading.pronoun or scene.particle(at, "medium"):
        return None
    found = after(scene, at, triggers)
    if found is None or not is_speaker(scene, *found):
        return None
    end = _scope_end(scene, at)
    comma = next((i for i in range(found[1] + 2, end + 1) if scene.mark(i, COMMAS)), end)
    return Statement(named(scene, *found), at, comma, "noun", _fresh(scene, at))


def _verb(scene: Scene, at: int, cue: Cue, triggers: frozenset[int]) -> Statement | None:
    """A verb with its subject; one that relays (نقلت عن) with the one after عن."""
    end = _scope_end(scene, at)
    if cue.kind == "relay":
        relayed = _relayed(scene, at, triggers) or subject_of(scene, at, triggers)
        return Statement(named(scene, *relayed), at, end, "relayed", _fresh(scene, at)) if relayed else None
    if at + 1 < len(scene.tokens) and scene.particle(at + 1, "any"):
        return None  # لم تتبن أي جهة
    subject = subject_of(scene, at, triggers)
    if subject and subject[1] < at and _accused(scene, at):
        return None
    if _needs_speaker(scene, at) and not (subject and is_speaker(scene, *subject) and _follows(scene, at, subject)):
        return None
    if cue.kind == "stance" and (subject is None or not _acts(scene, at, subject)):
        return None
    if subject is None:
        return None if cue.form == "passive" or _object_first(scene, at, triggers) else Statement(None, at, end, "said", _fresh(scene, at))
    if is_reporter(scene, subject[0]):
        return Statement(None, at, end, "outlet")
    first = _quoted_before(scene, at)
    fresh = _fresh(scene, at) or subject[1] < at and _opens_clause(scene, subject[0])
    bare = subject[0] == subject[1] and scene.particle(subject[0], "statement")
    source = None if bare else named(scene, *_issuer(scene, subject, triggers))
    if not _said_openly(scene, at, triggers):
        if cue.kind == "judge":
            return None
        end = _background(scene, at, end, triggers)
    return Statement(source, min(first, at), end, "said", fresh)


def _needs_speaker(scene: Scene, at: int) -> bool:
    """Whether the verb may be another word (بيّن / بين) or is denied (لم تتبن أي جهة): then only a sure subject counts."""
    return scene.particle(at, *AMBIGUOUS) or (at > 0 and scene.particle(at - 1, "negation"))


def _follows(scene: Scene, at: int, subject: Phrase) -> bool:
    return subject[0] > at or not scene.particle(at, *AMBIGUOUS)


def _said_openly(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether أن, a colon or a quotation follows before any event: else the event is a noun (أعلن مقتل جندي)."""
    for i in range(at + 1, len(scene.tokens)):
        if i in triggers or scene.mark(i, STOPS):
            return scene.particle(i, "colon")
        if scene.particle(i, "that", "colon", "opening"):
            return True
    return False


def _background(scene: Scene, at: int, end: int, triggers: frozenset[int]) -> int:
    """Where the noun that is announced ends and the outlet's own background begins (بعد، الذي، حيث)."""
    told = min((t for t in triggers if at < t <= end), default=end)
    if any(scene.particle(i, "that") for i in range(told, end)):
        return end
    return next((i - 1 for i in range(told + 1, end + 1) if scene.particle(i, "relative", "background")), end)


def _accused(scene: Scene, at: int) -> bool:
    """Whether the one before the verb is accused and does not accuse (إسرائيل اتهمت بشن)."""
    following = at + 1 < len(scene.tokens) and scene.tokens[at + 1].folded.startswith("ب") and governed(scene, at + 1)
    return "accuse" in scene.words[at].classes and following


def _object_first(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether the event itself follows the verb (يعتبر الهجوم): nobody is named who says it."""
    following = at + 2 if at + 1 < len(scene.tokens) and scene.particle(at + 1, "pronoun") else at + 1
    return following in triggers and scene.tokens[following].folded.startswith("ال")


def _acts(scene: Scene, at: int, subject: Phrase) -> bool:
    """Whether the one who wants or denies is a party, and not the one of whom it is wanted (تطالب القوات بالانسحاب)."""
    object_of = subject[0] > at and any(c.reading.conjoined for c in scene.words[at].cues) and at > 0
    opening = at == 0 and subject[0] == 1 and subject[1] - subject[0] < 2
    return (is_speaker(scene, *subject) or opening or subject[0] == 0) and not object_of


def _fresh(scene: Scene, at: int) -> bool:
    """Whether the verb begins a clause of its own: the sentence's first words, behind و, or behind a comma."""
    if any(c.reading.conjoined for c in scene.words[at].cues) and scene.tokens[at].folded[:1] in ("و", "ف"):
        return True
    return _opens_clause(scene, at)


def _opens_clause(scene: Scene, at: int) -> bool:
    while at > 0 and scene.particle(at - 1, "modal", "was", "negation", "adverb"):
        at -= 1
    return (
        at == 0
        or scene.mark(at - 1, STOPS | COMMAS)
        or scene.particle(at - 1, "meanwhile", "closing")
        or scene.particle(at - 1, "subordinate", "was")
        or (at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "concession"))
    )


def _quoted_before(scene: Scene, at: int) -> int:
    """Where the quotation opens that ends right before the verb ("..."، قال فلان); the verb itself without one."""
    close = at - 1
    while close > 0 and (scene.mark(close, COMMAS) or scene.particle(close, "subordinate")):
        close -= 1
    if close <= 0 or not scene.particle(close, "closing"):
        return at
    return next((i for i in range(close - QUOTATION, -1, -1) if scene.particle(i, "opening")), at)


def _scope_end(scene: Scene, at: int) -> int:
    """Where a statement ends: before فيما / بينما with another clause, or with the sentence."""
    for i in range(at + 2, len(scene.tokens) - 1):
        if scene.particle(i, "meanwhile") and scene.mark(i - 1, COMMAS):
            return i - 1
    return len(scene.tokens) - 1


def _says_that(scene: Scene, at: int, reach: int = LONGEST) -> bool:
    return any(scene.particle(i, "that") for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)))


def _relayed(scene: Scene, verb: int, triggers: frozenset[int]) -> Phrase | None:
    """The one after عن: نقلت الوكالة عن مصدر أمني أن."""
    for i in range(verb + 1, min(len(scene.tokens), verb + LONGEST)):
        if _about(scene, i):
            found = after(scene, i, triggers)
            return None if found and _issued(scene, found[0]) else found
        if scene.mark(i, STOPS) or scene.particle(i, "that", "opening"):
            return None
    return None


def _issued(scene: Scene, at: int) -> bool:
    """Whether the word is a paper: whoever relays or issues it is the source."""
    at += scene.particle(at, "opening") and at + 1 < len(scene.tokens)
    return "document" in scene.words[at].classes


def _issuer(scene: Scene, phrase: Phrase, triggers: frozenset[int]) -> Phrase:
    """The body that issued a paper (بيان صادر عن الوزارة), else the paper itself."""
    if not _issued(scene, phrase[0]):
        return phrase
    for i in range(phrase[0] + 1, min(len(scene.tokens) - 1, phrase[0] + 4)):
        if scene.tokens[i].folded.startswith("ل") and "sayer" in scene.words[i].classes:
            return i, phrase[1]
        if "issued" in scene.words[i].classes:
            about = i + 1 if _about(scene, i + 1) or scene.particle(i + 1, "from") else i
            return after(scene, about, triggers) or phrase
    return phrase


def _reports(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether something said follows: أن, a colon, a quotation, or (for any other verb) an event's word."""
    for i in range(at + 1, len(scene.tokens)):
        if scene.particle(i, "that", "colon", "opening") or i in triggers:
            return True
        if scene.mark(i, STOPS):
            return False
    return False


def _afterthought(scene: Scene, at: int, cue: Cue, triggers: frozenset[int]) -> Statement | None:
    """كما أفاد مصدر at a sentence's end: the source of what stands before it."""
    if cue.kind != "speech" or cue.form not in FINITE or not at or not scene.particle(at - 1, "subordinate"):
        return None
    found = after(scene, at, triggers)
    return Statement(named(scene, *found), *_phrase_scope(scene, at), "phrase") if found else None


def _source_phrase(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """وفق / بحسب / نقلا عن and the name after it; it covers its part of the sentence."""
    if not scene.particle(at, "source"):
        return None
    scope = _phrase_scope(scene, at)
    first = at + 1
    while first < len(scene.tokens) and _introduces(scene, first):
        relays = scene.words[first].cue("relay")
        relayed = _relayed(scene, first, triggers) if relays else None
        if relayed:
            return Statement(named(scene, *relayed), *scope, "phrase")
        first += 1
    if first >= len(scene.tokens) or scene.particle(first, "contract"):
        return None  # وفق الاتفاق names no source
    if is_reporter(scene, first):
        return Statement(None, *scope, "outlet")
    end = phrase_end(scene, first, triggers)
    if end < first or (end == first and "medium" in scene.words[first].classes):
        return Statement(None, *scope, "phrase")
    phrase = _issuer(scene, (first, end), triggers)
    return None if _lifeless(scene, first) else Statement(named(scene, *phrase), *scope, "phrase")


def _introduces(scene: Scene, at: int) -> bool:
    """Whether the word stands between وفقا and the name: من، ما، ذكرته، لما."""
    said = any(c.form in FINITE for c in scene.words[at].cues if c.kind in ("speech", "relay", "stance"))
    return scene.particle(at, "from", "negation") or said or len(scene.tokens[at].folded) <= 2


def _phrase_scope(scene: Scene, at: int) -> Phrase:
    """What a source phrase covers: its sentence, but not past فيما / بينما."""
    breaks = [i for i in range(1, len(scene.tokens)) if scene.particle(i, "meanwhile") and scene.mark(i - 1, COMMAS)]
    first = max((i for i in breaks if i < at), default=0)
    return first, min((i - 1 for i in breaks if i > at), default=len(scene.tokens) - 1)


def _quotations(scene: Scene, found: list[Statement], quoted: bool) -> Iterator[Statement]:
    """Speech between quotation marks that no other statement covers goes on with the last source."""
    opened: int | None = 0 if quoted else None
    for i in range(len(scene.tokens)):
        if opened is not None and scene.particle(i, "closing"):
            if i - opened > QUOTATION or (quoted and opened == 0):
                yield from _continued(found, opened, i)
            opened = None
        elif opened is None and scene.particle(i, "opening"):
            opened = i
    if opened is not None:
        yield from _continued(found, opened, len(scene.tokens) - 1)


def _continued(found: list[Statement], first: int, last: int) -> Iterator[Statement]:
    if not any(s.first <= first + 1 <= s.last for s in found):
        yield Statement(None, first, last, "quotation")


def resolved(statements: tuple[Statement, ...], chosen: Statement, last: Span | None) -> Span | None:
    """The source of a statement: its own, else the last one before it in the sentence, else the article's last."""
    if chosen.source:
        return chosen.source
    before = [s.source for s in statements if s.source and s.fresh and s.rule != "phrase" and s.first < chosen.first]
    phrases = [s.source for s in statements if s.source and s.rule == "phrase"]
    return before[-1] if before else phrases[0] if phrases else last


