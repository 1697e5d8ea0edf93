"""Who says so: which statement a mention stands in (إسناد; codebook, section 3).

Shapes: a word of saying with its subject (قال المتحدث إن), see `saying`; a source phrase (وفق بيان للجيش);
a headline's name before a colon; a quotation that goes on. The outer statement holds what is
nested in it, a verb without a subject goes on with the last source, which `voices` knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.records import Span
from marsad.what.papers import is_about, is_paper, issuer, relayed
from marsad.what.saying import FINITE, QUOTATION, Statement, said_at
from marsad.what.scene import COMMAS, Scene
from marsad.what.sources import Phrase, after, governed, is_reporter, is_speaker, named, phrase_end

INQUIRY = 5  # tokens from an inquiry to what it is about
LINKS = 3  # words that announce a row of links to other stories
LINK_NAME = 2  # words of a name in a link
LINK = 8  # words of a link, which no mark ends
HEADLINE = 12  # tokens before a headline's colon


def find_statements(scene: Scene, triggers: frozenset[int], quoted: bool = False) -> tuple[Statement, ...]:
    """All statements of a sentence, from left to right; `quoted`: it begins inside a quotation."""
    telling = [at for at, word in enumerate(scene.words) if word.cues or "stands" in word.classes]  # 8 in 100
    said = [s for at in telling if (s := said_at(scene, at, triggers))]
    said += [s for at in telling if at and (s := _afterthought(scene, at, triggers))]
    introduced = [at for at, word in enumerate(scene.words) if "source" in word.particles]
    phrases = [s for at in introduced if (s := _source_phrase(scene, at, triggers))]
    found = [*_headline(scene), *_nested(scene, said), *phrases]
    return tuple(sorted([*found, *_quotations(scene, found, quoted)], key=lambda s: s.first))


def _nested(scene: Scene, said: list[Statement]) -> Iterator[Statement]:
    """The statements, those within another one's quotation as part of it (قالت الوزارة: «البلد يدين …»)."""
    quotes = list(_quoted_spans(scene))
    for statement in said:
        around = next((q for q in quotes if q[0] < statement.first <= q[1]), None)
        within = around and any(s.first < around[0] <= s.last and s.fresh for s in said)
        yield replace(statement, fresh=False) if within else statement


def _quoted_spans(scene: Scene) -> Iterator[Phrase]:
    """The quotations of a sentence, from their opening mark to the closing one."""
    opened: int | None = None
    for i, word in enumerate(scene.words):
        if opened is not None and "closing" in word.particles:
            yield opened, i
            opened = None
        elif opened is None and "opening" in word.particles:
            opened = i
    if opened is not None:
        yield opened, len(scene.tokens) - 1


def covering(statements: tuple[Statement, ...], at: int) -> Statement | None:
    """The statement that a token stands in: the last fresh one to its left, else the source phrase."""
    around = [s for s in statements if s.first <= at <= s.last]
    chosen: Statement | None = None
    for statement in (s for s in around if s.rule != "phrase"):
        if chosen is None or statement.fresh or statement.inner or chosen.rule == "outlet":
            chosen = statement
    phrase = next((s for s in around if s.rule == "phrase"), None)
    yields = chosen is None or chosen.rule == "outlet" or chosen.wish
    return phrase or chosen if yields else chosen


def inquired(scene: Scene, at: int) -> bool:
    """Whether an event is only what an inquiry is about (للتحقيق في الهجوم): known before, told by nobody."""
    about = scene.particle(at - 1, "in", "on", "beside") if at else False
    return about and any("inquiry" in scene.words[i].classes for i in range(max(0, at - INQUIRY), at))


def _headline(scene: Scene) -> Iterator[Statement]:
    """The name before the colon of a headline or teaser, when it is more than a place."""
    colon = next(
        (i for i in range(1, min(HEADLINE, len(scene.tokens) - 1)) if scene.particle(i, "colon")), None
    )
    if (
        colon is None
        or scene.finite_between(-1, colon)
        or scene.particle(0, "in", "from")
        or governed(scene, 0)
    ):
        return
    end = next((i for i in range(1, colon) if is_about(scene, i) or scene.particle(i, "in")), colon) - 1
    place = any(p.first == 0 and p.last >= end for p in scene.places) and not _speech_after(scene, colon)
    about = next((i for i in range(1, colon) if is_about(scene, i)), None)
    if about and is_speaker(scene, about + 1, colon - 1):  # وكالة عن مسؤول:
        yield Statement(scene.span(about + 1, colon - 1), colon, len(scene.tokens) - 1, "headline")
        return
    first = 1 if scene.particle(0, "opening") and colon > 2 else 0
    if "links" in scene.words[0].classes:
        yield from _link(scene, colon)
        return
    known = is_speaker(scene, first, end) or (scene.title and not scene.words[first].particles)
    if known and not (place and "sayer" not in scene.words[first].classes) and not _lifeless(scene, first):
        yield Statement(scene.span(0, end), end + 1, len(scene.tokens) - 1, "headline")


def _link(scene: Scene, colon: int) -> Iterator[Statement]:
    """Who speaks in the first of a row of links to other stories (روابط ذات علاقة الوزير: سنسحب القوات)."""
    place = any(p.first == LINKS for p in scene.places)
    if LINKS < colon <= LINKS + LINK_NAME and is_speaker(scene, LINKS, colon - 1) and not place:
        last = next(
            (i for i in range(colon + 1, len(scene.tokens)) if scene.particle(i, "colon")), colon + LINK
        )
        yield Statement(scene.span(LINKS, colon - 1), colon, min(last, colon + LINK), "headline")


def _lifeless(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return "lifeless" in word.classes or bool(word.senses)


def _speech_after(scene: Scene, colon: int) -> bool:
    """Whether what follows the colon is a clause with its own party (سوريا: إسرائيل قصفت)."""
    return any(a.first == colon + 1 and a.found.value.kind == "state" for a in scene.actors)


def _afterthought(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """كما أفاد مصدر at a sentence's end: the source of what stands before it."""
    cue = scene.words[at].cue("speech")
    as_said = scene.particle(at - 1, "subordinate") or (at > 1 and _on_what(scene, at - 2))  # على ما أفاد
    if cue is None or cue.form not in FINITE or not as_said:
        return None
    if any(scene.particle(i, "that", "opening") or i in triggers for i in range(at + 1, len(scene.tokens))):
        return None
    found = after(scene, at, triggers)
    return Statement(named(scene, *found), *_phrase_scope(scene, at), "phrase") if found else None


def _on_what(scene: Scene, at: int) -> bool:
    """Whether على ما stands at a token."""
    return scene.particle(at, "on") and scene.particle(at + 1, "past_negation")


def _source_phrase(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """وفق / بحسب / نقلا عن and the name after it; it covers its part of the sentence."""
    scope = _phrase_scope(scene, at)
    first = at + 1
    while first < len(scene.tokens) and _introduces(scene, first):
        source = relayed(scene, first, triggers) if scene.words[first].cue("relay") else None
        if source:
            return Statement(named(scene, *source), *scope, "phrase")
        first += 1
    if first >= len(scene.tokens) or scene.particle(first, "contract"):
        return None  # وفق الاتفاق names no source
    if is_reporter(scene, first):
        return Statement(None, *scope, "outlet")
    return _named_phrase(scene, first, scope, triggers)


def _named_phrase(scene: Scene, first: int, scope: Phrase, triggers: frozenset[int]) -> Statement | None:
    """The source phrase with the name that begins at a token; lifeless words speak for whom they are of."""
    end = phrase_end(scene, first, triggers)
    if end < first or (end == first and "medium" in scene.words[first].classes):
        return Statement(None, *scope, "phrase")
    if _lifeless(scene, first):
        first += 1  # أرقام البنتاغون
        if first > end or is_paper(scene, first) or not is_speaker(scene, first, end):
            return None
    return Statement(named(scene, *issuer(scene, (first, end), triggers)), *scope, "phrase")


def _introduces(scene: Scene, at: int) -> bool:
    """Whether the word stands between وفقا and the name: من، ما، ذكرته، لما."""
    said = any(c.form in FINITE for c in scene.words[at].cues if c.kind in ("speech", "relay", "stance"))
    return scene.particle(at, "from", "negation") or said or len(scene.tokens[at].folded) <= 2


def _phrase_scope(scene: Scene, at: int) -> Phrase:
    """What a source phrase covers: its sentence, but not past فيما / بينما."""
    breaks = [
        i for i in range(1, len(scene.tokens)) if scene.particle(i, "meanwhile") and scene.mark(i - 1, COMMAS)
    ]
    first = max((i for i in breaks if i < at), default=0)
    return first, min((i - 1 for i in breaks if i > at), default=len(scene.tokens) - 1)


def _quotations(scene: Scene, found: list[Statement], quoted: bool) -> Iterator[Statement]:
    """Speech between quotation marks that no other statement covers goes on with the last source."""
    opened: int | None = 0 if quoted else None
    for i, word in enumerate(scene.words):
        if opened is not None and "closing" in word.particles:
            if i - opened > QUOTATION or (quoted and opened == 0):
                yield from _continued(found, opened, i)
            opened = None
        elif opened is None and "opening" in word.particles:
            opened = i
    if opened is not None:
        yield from _continued(found, opened, len(scene.tokens) - 1)


def _continued(found: list[Statement], first: int, last: int) -> Iterator[Statement]:
    if not any(s.first <= first + 1 <= s.last for s in found):
        yield Statement(None, first, last, "quotation")


def resolved(statements: tuple[Statement, ...], chosen: Statement, last: Span | None) -> Span | None:
    """Its own source, else the last one before it in the sentence, else the article's last."""
    if chosen.source:
        return chosen.source
    before = [
        s.source for s in statements if s.source and s.fresh and s.rule != "phrase" and s.first < chosen.first
    ]
    phrases = [s.source for s in statements if s.source and s.rule == "phrase"]
    nested = [s.source for s in statements if s.source and s.rule == "said" and s.first < chosen.first]
    return (
        before[-1]
        if before
        else phrases[0]
        if phrases
        else nested[-1]
        if nested and chosen.rule == "said"
        else last
    )
