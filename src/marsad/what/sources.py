"""The name of a source: the noun phrase before or after a verb of saying, when it can speak at all (المصدر).

Comes in: a scene and a verb's token. Goes out: the tokens of the phrase; `saying` decides what it covers.
"""

from __future__ import annotations

from marsad.arabic.clitics import is_word
from marsad.records import Span
from marsad.what.lexicon import look
from marsad.what.scene import COMMAS, STOPS, Scene

LONGEST = 14  # tokens of a source's name; longer subjects hold a clause that is not the name
QUOTED_NAME = 4  # tokens between quotation marks that still are a name (مجلة "...")
APPOSED = 5  # tokens between two commas that still are a name (قائد الجيش، اللواء فلان، قال)
LEAST_PLURAL = 7  # letters from which a definite word in ين is an oblique plural, so no subject
LEAST_NOMINATIVE = 6  # letters from which a word in ون is a plural of persons
SPEAKERS = frozenset({"sayer", "demonstrators"})  # word classes of those who speak
BARE = 3  # words of a name that no role announces (براون، بن لادن)
SEARCH = 12  # tokens after a verb in which its subject stands behind times and places
TANWIN = "\u064b"  # the mark of the indefinite accusative
_AND, _WHAT, _YA = "و", "ما", "ي"
PRONOUNS = ("ه", "ها", "هم")  # endings that make a noun somebody's own; ة is another letter
CARRIERS = ("light", "occur", "begin", "ongoing", "happened")  # kinds of cues whose nouns take an event's
DASHES = frozenset("-–—()[]|/")
FINITE = frozenset({"past", "present", "passive"})  # not the jussive: its short forms look like names
Phrase = tuple[int, int]


def subject_of(scene: Scene, verb: int, triggers: frozenset[int]) -> Phrase | None:
    """The subject of a verb: a party right before it, else the phrase after it, else any phrase before it."""
    before = _before(scene, verb)
    if before and is_speaker(scene, *before):
        return before
    return after(scene, verb, triggers) or (before if before and _bare_name(scene, *before) else None)


def _bare_name(scene: Scene, first: int, last: int) -> bool:
    """Whether the phrase before a verb is a name that opens the sentence (براون يرفض)."""
    short = last - first < BARE and (first == 0 or scene.particle(first - 1, "was", "opening"))
    return short and _may_speak(scene, first, last) and not is_word(scene.tokens[last].folded)


def after(scene: Scene, verb: int, triggers: frozenset[int]) -> Phrase | None:
    """The noun phrase after a verb or preposition; times, places and pronouns between are passed over."""
    first = _skip(scene, verb + 1)
    if first < len(scene.tokens) and _starts_phrase(scene, first):
        end = phrase_end(scene, first, triggers)
        return (first, end) if end >= first and _may_speak(scene, first, end) else None
    found = _postponed(scene, first, triggers)
    return (found, phrase_end(scene, found, triggers)) if found is not None else None


def is_speaker(scene: Scene, first: int, last: int) -> bool:
    """Whether the phrase begins with one who speaks: a role, a body, an outlet, a party or a country."""
    if not _may_speak(scene, first, last):
        return False
    head = first + 1 if scene.particle(first, "opening") and first < last else first
    folded = scene.tokens[head].folded
    if scene.words[head].classes & SPEAKERS or (folded.endswith("ون") and len(folded) >= LEAST_NOMINATIVE):
        return True
    return any(a.first == head for a in scene.actors) or any(p.first == head for p in scene.places)


def named(scene: Scene, first: int, last: int) -> Span:
    """The offsets of a name, without a preposition written onto it (وفقا لوزارة الدفاع)."""
    span, word = scene.span(first, last), scene.tokens[first].folded
    if word[:1] in ("ل", "ب") and "sayer" in scene.words[first].classes and governed(scene, first):
        return Span(span.start + (2 if word.startswith("لل") else 1), span.end)
    return span


def is_reporter(scene: Scene, at: int) -> bool:
    """Whether a token is the outlet's own reporter, also when the next word is glued to it (مراسلنا)."""
    word = scene.tokens[at].folded
    return scene.particle(at, "reporter") or any(
        "reporter" in look(word[:size]).particles and word[size : size + 2] == "ال" for size in (5, 6, 7)
    )


def phrase_end(scene: Scene, first: int, triggers: frozenset[int]) -> int:
    """The last token of the noun phrase that begins at `first` (first - 1 when there is none)."""
    at = first
    while at < len(scene.tokens) and at - first < LONGEST:
        if scene.mark(at, COMMAS) and at > first:
            apposed = _apposed(scene, at, triggers)
            if apposed is None:
                break
            at = apposed
        elif _ends(scene, at, first, triggers):
            break
        at += 1
    while at > first and scene.tokens[at - 1].kind == "mark" and not _kept(scene, first, at - 1):
        at -= 1
    whole = (a.last for a in scene.actors if a.first == first and a.found.value.kind == "person")
    return max(at - 1, next(whole, 0))  # المتحدث باسم الحلف الذي تقوده واشنطن العقيد فلان


def _kept(scene: Scene, first: int, at: int) -> bool:
    """Whether the mark closes something inside the phrase."""
    bracket = scene.tokens[at].folded == ")" and any(scene.tokens[i].folded == "(" for i in range(first, at))
    return scene.particle(at, "closing") or bracket


def _skip(scene: Scene, at: int) -> int:
    """Past adverbs, times and pronouns with their prepositions (قال له أمس)."""
    while at < len(scene.tokens):
        time = next((t for t in scene.times if t.first <= at <= t.last), None)
        if time:
            at = time.last + 1
        elif "every" in scene.words[at].classes and scene.particle(
            min(at + 1, len(scene.tokens) - 1), "from"
        ):
            at += 2  # كل من لندن وبرلين
        elif scene.particle(at, "adverb", "pronoun") or (scene.mark(at, COMMAS) and _timed(scene, at)):
            at += 1
        else:
            break
    return at


def _timed(scene: Scene, comma: int) -> bool:
    """Whether the comma closes or opens a time (أعلن، أمس الخميس، أن)."""
    return any(t.last == comma - 1 or t.first == comma + 1 for t in scene.times)


def _starts_phrase(scene: Scene, at: int) -> bool:
    """Whether a subject can begin here: no preposition, no mark but a quoted name's, no particle."""
    if scene.particle(
        at, "from", "to", "in", "on", "against", "joint", "beside", "that", "subordinate", "relative"
    ):
        return False
    if scene.particle(at, "opening"):
        return short_quotation(scene, at)
    return scene.tokens[at].kind == "word" and not governed(scene, at) and not _accusative(scene, at)


def _postponed(scene: Scene, at: int, triggers: frozenset[int]) -> int | None:
    """The subject behind a place or medium (قال في مؤتمر صحفي ببغداد المتحدث باسم الجيش)."""
    for i in range(at, min(len(scene.tokens), at + SEARCH)):
        if scene.mark(i, STOPS) or i in triggers or scene.particle(i, "that", "opening", "colon", "relative"):
            return None
        free = not scene.particle(i - 1, "from", "to", "in", "on", "joint", "between") and not governed(
            scene, i
        )
        titled = scene.tokens[i].folded.startswith("ال") or scene.mark(i - 1, COMMAS)
        if free and titled and "sayer" in scene.words[i].classes and not _qualifies(scene, i):
            return i
    return None


def _qualifies(scene: Scene, at: int) -> bool:
    """Whether the word before is a bare noun in the construct (مقر الوزارة): then this is no subject."""
    before = scene.tokens[at - 1].folded
    timed = any(t.last == at - 1 for t in scene.times) or any(p.last == at - 1 for p in scene.places)
    return (
        not timed and scene.tokens[at - 1].kind == "word" and not before.startswith("ال") and len(before) > 3
    )


def governed(scene: Scene, at: int) -> bool:
    """Whether ب or ل is written onto the word (بإعادة، للأمم): then it is no subject."""
    word = scene.tokens[at].folded
    if word.removeprefix("و").startswith(("لل", "بال")):
        return True
    rest = look(word[1:])
    known = len(word) > 2 and (bool(rest.senses or rest.cues or rest.classes) or is_word(word[1:]))
    return word[:1] in ("ب", "ل") and known and not look(word).particles and not is_word(word)


def _may_speak(scene: Scene, first: int, last: int) -> bool:
    """Whether its head is no pronoun, verb, bare event, lifeless thing or oblique plural."""
    head = first + 1 if scene.particle(first, "opening") and first < last else first
    word, folded = scene.words[head], scene.tokens[head].folded
    party = any(a.first == head for a in scene.actors) or "sayer" in word.classes
    if (
        scene.tokens[head].kind != "word"
        or len(folded) < 2
        or word.particles
        - {"medium", "statement", "reporter", "conditional", *(("no_cue", "no_verb") if party else ())}
    ):
        return False
    if scene.particle(first, "medium") and "sayer" not in word.classes:
        return False
    oblique = folded.startswith("ال") and folded.endswith("ين") and len(folded) >= LEAST_PLURAL
    if oblique and "sayer" not in word.classes and not any(p.first == head for p in scene.places):
        return False
    return party or not (word.senses or _verbal(scene, head) or "lifeless" in word.classes)


def _verbal(scene: Scene, at: int) -> bool:
    """Whether the word is a finite cue or a verbal noun without the article."""
    return any(
        c.form in FINITE or (c.form == "masdar" and not c.reading.definite) for c in scene.words[at].cues
    )


def _ends(scene: Scene, at: int, first: int, triggers: frozenset[int]) -> bool:
    """Whether the name of a source cannot hold this token."""
    if at in triggers or scene.mark(at, STOPS | COMMAS) or scene.tokens[at].folded in DASHES - {"(", ")"}:
        return True
    if scene.particle(at, "that", "relative", "subordinate", "source", "adverb", "pronoun", "negation"):
        return True
    if any(t.first <= at <= t.last for t in scene.times) or (at > first and _addressed(scene, at)):
        return True
    if scene.particle(at, "opening"):
        if at > first and not any("sayer" in scene.words[i].classes for i in range(first, at)):
            return True  # أعلنت بغداد "النصر": only a role or body has a quoted name
        return not short_quotation(scene, at) and (
            not scene.particle(at, "closing") or not _closes(scene, first, at)
        )
    if at > first and (_object(scene, at, first) or _second_place(scene, at)):
        return True
    if scene.particle(at, "in", "to", "on", "from", "against", "joint", "beside"):
        return not _given_name(scene, at, first) and _preposition_ends(scene, at, first)
    return at > first and (_clause(scene, at) or (at + 1 in triggers and _carries(scene, at)))


def _carries(scene: Scene, at: int) -> bool:
    """Whether the word is a bare noun that carries an event (قرر الاتحاد تنفيذ إضراب، توجيه ضربة)."""
    return any(
        c.kind in CARRIERS and c.form == "masdar" and not c.reading.definite for c in scene.words[at].cues
    )


def _object(scene: Scene, at: int, first: int) -> bool:
    """Whether the word is what the verb says, not who (نفى المصدر المزاعم، أمر الوزير قواته، كذب ما نشر)."""
    if scene.tokens[at].folded == _WHAT:
        return True
    classes = scene.words[at].classes
    own = scene.sentence.text[scene.tokens[at].start : scene.tokens[at].end].endswith(PRONOUNS)
    told = "told" in classes or ("news" in classes and at > first + 1)  # وكالة الأنباء
    return told or ("force" in classes and own and at > first + 1)


def _second_place(scene: Scene, at: int) -> bool:
    """Whether one place stands right behind another: the second is whom the first accuses or asks."""
    behind = any(p.last == at - 1 for p in scene.places) and not scene.tokens[at].folded.startswith(_AND)
    return behind and any(p.first == at and p.found.value.kind != "definite" for p in scene.places)


def _addressed(scene: Scene, at: int) -> bool:
    """Whether the word names to whom somebody speaks (للصحفيين، لوكالة)."""
    folded = scene.tokens[at].folded
    opened = at + 1 < len(scene.tokens) and scene.particle(at + 1, "opening", "that")
    audience = "audience" in scene.words[at].classes or (opened and folded[:2] == "لل")
    return folded.startswith("ل") and audience


def _clause(scene: Scene, at: int) -> bool:
    """Whether a clause begins that the name cannot hold: a known verb, an event's noun, ب or ل before one."""
    if any(a.first <= at <= a.last for a in scene.actors):
        return False
    word = scene.words[at]
    if any(c.form in FINITE for c in word.cues) and not scene.tokens[at].folded.startswith("ال"):
        return True
    bare = [s for s in word.senses if not s.reading.definite or s.reading.preposition]
    if bare and not scene.tokens[at].folded.startswith("ال") and "sayer" not in word.classes:
        return True
    own = any(c.form == "masdar" and c.reading.pronoun for c in word.cues)  # أعلنت الجبهة موافقتها
    told = governed(scene, at) and bool(word.cues)
    return _accusative(scene, at) or ((own or told) and "sayer" not in word.classes)


def _accusative(scene: Scene, at: int) -> bool:
    """Whether the word is an indefinite object or adverb (بيانا، جزءا), which no subject's name holds."""
    token = scene.tokens[at]
    if TANWIN in scene.sentence.text[token.start : token.end]:
        return True
    plain = len(token.folded) > 4 and token.folded.endswith("ا")
    if not plain or any(p.first <= at <= p.last for p in scene.places):
        return False
    if "sayer" in scene.words[at].classes:
        return True
    return not is_word(token.folded) and is_word(token.folded[:-1])


def _given_name(scene: Scene, at: int, first: int) -> bool:
    """Whether a word written like على is the name علي: with ي, right behind a title, before a bare name."""
    token = scene.tokens[at]
    if at != first + 1 or at + 1 >= len(scene.tokens) or not scene.particle(at, "on"):
        return False
    written = scene.sentence.text[token.start : token.end].endswith(_YA)
    return written and scene.tokens[at + 1].kind == "word" and not scene.words[at + 1].particles


def _preposition_ends(scene: Scene, at: int, first: int) -> bool:
    if at == first or at + 1 >= len(scene.tokens) or scene.particle(at, "on", "to", "joint", "beside"):
        return True
    if scene.particle(at + 1, "that") or _second(scene, at, first):
        return True  # حذر القائد من أن، مصادر في الحلف في الخطوة
    if "about" in scene.words[at].classes or "told" in scene.words[at + 1].classes or _asked(scene, at):
        return True
    return "medium" in scene.words[at + 1].classes or any(t.first == at + 1 for t in scene.times)


def _second(scene: Scene, at: int, first: int) -> bool:
    """Whether a second في leads to something else than a place."""
    placed = any(p.first == at + 1 for p in scene.places)
    again = scene.particle(at, "in") and any(scene.particle(i, "in") for i in range(first + 1, at))
    return again and not placed


def _asked(scene: Scene, at: int) -> bool:
    """Whether من names of whom a state asks something (طلب العراق من الحلف), not what a source is of."""
    state = any(a.last == at - 1 and a.found.value.kind == "state" for a in scene.actors)
    return scene.particle(at, "from") and (state or any(p.last == at - 1 for p in scene.places))


def short_quotation(scene: Scene, at: int) -> bool:
    """Whether the quotation that opens here is short enough for a name."""
    return any(
        scene.particle(i, "closing") for i in range(at + 2, min(len(scene.tokens), at + 2 + QUOTED_NAME))
    )


def _closes(scene: Scene, first: int, at: int) -> bool:
    """Whether a straight mark closes a quotation that the phrase opened."""
    return sum(scene.particle(i, "opening", "closing") for i in range(first, at)) % 2 == 1


def _apposed(scene: Scene, comma: int, triggers: frozenset[int]) -> int | None:
    """The last token of a name between this comma and the next (، اللواء فلان الفلاني،)."""
    for i in range(comma + 1, min(len(scene.tokens), comma + 2 + APPOSED)):
        if scene.mark(i, COMMAS) or scene.particle(i, "that"):
            return i - 1 if i > comma + 1 else None
        if _ends(scene, i, comma + 1, triggers) or scene.particle(i, "and", "was", "modal"):
            return None
        if scene.tokens[i].kind != "word":
            return None
    return None


def _before(scene: Scene, verb: int) -> Phrase | None:
    """The noun phrase before a verb (بغداد تعلن، وكانت الوزارة قد أعلنت), from the last boundary."""
    if any(c.reading.conjoined for c in scene.words[verb].cues):
        return None
    last = verb - 1
    while last >= 0 and scene.particle(last, "modal", "was", "relative", "negation"):
        last -= 1
    relative = any(scene.particle(i, "relative") for i in range(last + 1, verb))
    if relative and any(c.reading.pronoun for c in scene.words[verb].cues):
        return None  # الذي أعلنته واشنطن
    apart = last >= 0 and scene.mark(last, COMMAS)
    last -= apart
    first = last + 1
    while first > 0 and last - first < LONGEST and not _opens(scene, first - 1, last):
        first -= 1
    if first > last or (scene.preposition(first) and not relative):
        return None
    if first and not relative and scene.words[first - 1].cue("speech") and _is_verb(scene, first - 1):
        return None  # قالت البعثة في بيان أعلن الرئيسان
    inside = any(scene.mark(i, COMMAS) for i in range(first, last)) or scene.particle(verb - 1, "modal")
    return (
        None
        if apart and not inside and not relative and not (first and scene.particle(first - 1, "was"))
        else (first, last)
    )


def _opens(scene: Scene, at: int, last: int) -> bool:
    """Whether a noun phrase to the right cannot reach over this token."""
    if scene.mark(at, COMMAS):
        return not _name_after(scene, at, last)
    if scene.particle(at, "closing", "opening"):
        return not _short_name_quoted(scene, at, last)
    return (
        scene.mark(at, STOPS)
        or scene.tokens[at].folded in DASHES - {"(", ")"}
        or scene.particle(at, "that", "relative", "subordinate", "was", "modal", "conditional", "and")
        or scene.particle(at, "negation", "source", "beside")
        or "about" in scene.words[at].classes
        or _is_verb(scene, at)
    )


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether the tables know the word as a verb and as nothing else."""
    forms = {s.form for s in scene.words[at].senses} | {c.form for c in scene.words[at].cues}
    return bool(forms) and forms <= FINITE and not scene.particle(at, "no_verb")


def _name_after(scene: Scene, comma: int, last: int) -> bool:
    """Whether what follows the comma is a name in apposition and the role before it may still come."""
    short = last - comma <= APPOSED and comma > 1 and not scene.tokens[comma + 1].folded.startswith("و")
    return short and all(
        scene.tokens[i].kind == "word" and not scene.words[i].particles for i in range(comma + 1, last + 1)
    )


def _short_name_quoted(scene: Scene, at: int, last: int) -> bool:
    """Whether the mark belongs to a short quoted name inside the phrase."""
    right = [i for i in range(at + 1, last + 1) if scene.particle(i, "opening", "closing")]
    if right:
        return right[0] - at <= QUOTED_NAME + 1
    left = [i for i in range(max(0, at - QUOTED_NAME - 1), at) if scene.particle(i, "opening", "closing")]
    return bool(left) and all(scene.tokens[i].kind == "word" for i in range(left[-1] + 1, at))
