"""Words of saying, wishing and denying, each with its subject and what it covers (القول).

Comes in: a scene and a token. Goes out: the statement that begins there; `attribution` chooses among them.
"""

from __future__ import annotations

from dataclasses import dataclass

from marsad.records import Span
from marsad.what.lexicon import Cue
from marsad.what.papers import is_about, is_paper, issuer, relayed
from marsad.what.scene import COMMAS, STOPS, Scene
from marsad.what.sources import (
    LEAST_PLURAL,
    LONGEST,
    PRONOUNS,
    Phrase,
    after,
    governed,
    is_reporter,
    is_speaker,
    named,
    phrase_end,
    short_quotation,
    subject_of,
)
from marsad.what.verdicts import ends_party

QUOTATION = 5  # tokens between quotation marks that are speech and no scare quotes
QUOTING = 4  # tokens from an outlet's name to نقلا عن
ANNOUNCED = 8  # tokens from an event's noun to the relative that says who announced it
RESOLVED = 3  # tokens from whose decision it is to what is decided
OPENING = 5  # tokens at a sentence's start in which its speaker stands
FINITE = ("past", "present", "passive")
SAYING = ("speech", "stance", "judge", "relay")  # kinds of cues whose subject is a source
ASKING = frozenset({"asks", "asks_of"})  # classes of verbs that have whom they ask beside their subject
NISBA = ("ي", "يه")  # endings of adjectives of nations, which belong to the name
PREPOSITIONS = ("in", "between", "beside")  # words that are verbs of saying only where a clause begins
AMBIGUOUS = (*PREPOSITIONS, "no_verb")  # words that are verbs of saying only before their subject


@dataclass(frozen=True, slots=True)
class Statement:
    """A source and the tokens [first, last] that it is the source of; `source` None: the last one goes on.

    `fresh`: a clause of its own, which ends what was said before it; else it is part of what is said.
    `inner`: its owner says it also within another one's statement (قال إن قرار البرلمان إخراج القوات).
    """

    source: Span | None
    first: int
    last: int
    rule: str
    fresh: bool = True
    wish: bool = False  # its subject wants or decides, and a source phrase says so
    inner: bool = False


def said_at(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """The statement that begins at a token, or None."""
    cue = _cue(scene, at)
    if cue is None:
        return _in_paper(scene, at, triggers) or _resolve(scene, at, triggers)
    if at in triggers:
        return None
    if scene.particle(at, "impersonal") and _says_that(scene, at, 3) and not is_about(scene, at + 1):
        return Statement(None, at, len(scene.tokens) - 1, "outlet")
    back = _announced_before(scene, at, triggers) is not None
    if cue.kind != "relay" and not back and not _reports(scene, at, triggers):
        return None
    if cue.form == "participle" or (cue.form == "word" and scene.tokens[at].folded.endswith(("ا", "ه"))):
        return _participle(scene, at, cue)
    if cue.form == "masdar":
        return _noun(scene, at, cue, triggers)
    return _verb(scene, at, cue, triggers) if cue.form in (*FINITE, "word") else None


def _resolve(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """A noun of deciding or wanting with its owner before the event (قرار الرئيس إرسال جنود)."""
    cue = (
        scene.words[at].cue("planned", "demanded", "possible")
        if "resolve" in scene.words[at].classes
        else None
    )
    if cue is None or cue.reading.definite or cue.reading.pronoun:
        return None
    found = after(scene, at, triggers)
    if found is None or not is_speaker(scene, *found):
        return None
    near = range(found[1] + 1, found[1] + 1 + RESOLVED)
    event = next((i for i in near if i in triggers), None)
    if event is None or _its_own(scene, found[1]):
        return None
    return Statement(named(scene, *found), at, event, "noun", False, inner=_announces(scene, at))


def _its_own(scene: Scene, at: int) -> bool:
    """Whether a name ends in a pronoun: it stands for who speaks anyway (استعداد بلاده)."""
    return scene.sentence.text[scene.tokens[at].start : scene.tokens[at].end].endswith(PRONOUNS)


def _announces(scene: Scene, at: int) -> bool:
    """Whether a clause opens with the noun (إن قرار البرلمان، بعد إعلان الوزارة): its owner says it."""
    welcomed = scene.tokens[at].folded.startswith("ب") and governed(scene, at)  # رحب بقرار الحكومة إرسال
    return welcomed or (at > 0 and scene.particle(at - 1, "that", "subordinate", "joint"))


def _in_paper(scene: Scene, at: int, triggers: frozenset[int]) -> Statement | None:
    """جاء في بيان الوزارة أن: the paper's issuer says it."""
    into = at + 2 < len(scene.tokens) and scene.particle(at + 1, "in")
    if "stands" not in scene.words[at].classes or not into or not is_paper(scene, at + 2):
        return None
    end = phrase_end(scene, at + 2, triggers)
    if end < at + 2:
        return None
    phrase = issuer(scene, (at + 2, end), triggers)
    return Statement(named(scene, *phrase), at, len(scene.tokens) - 1, "paper", _fresh(scene, at))


def _cue(scene: Scene, at: int) -> Cue | None:
    """The cue at a token; behind a preposition it is no verb (إلى كشف), behind إذا nothing is said."""
    if at and (scene.particle(at - 1, "conditional") and not scene.particle(at - 1, "that")):
        return None
    noun = at > 0 and (
        scene.particle(at - 1, "from", "to", "in", "on") or "about" in scene.words[at - 1].classes
    )
    found = (c for c in scene.words[at].cues if c.kind in SAYING and c.form != "jussive")
    return next((c for c in found if not noun or c.form not in FINITE), None)


def _participle(scene: Scene, at: int, cue: Cue) -> Statement | None:
    """مؤكدا، مشيرا إلى: the sentence's own source goes on."""
    accusative = scene.tokens[at].folded.endswith(("ا", "ه", "ين"))
    if cue.reading.definite or not accusative or cue.reading.preposition:
        return None
    told = any(c.kind in SAYING and c.form in FINITE for i in range(at) for c in scene.words[i].cues)
    opening = None if told else _opening_speaker(scene, at)
    return Statement(named(scene, *opening) if opening else None, at, len(scene.tokens) - 1, "goes on", False)


def _opening_speaker(scene: Scene, before: int) -> Phrase | None:
    """The party in whose sentence a participle stands: the first speaker that no preposition governs."""
    for i in range(min(before, OPENING)):
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
    end = len(scene.tokens) - 1
    comma = next((i for i in range(found[1] + 2, end + 1) if scene.mark(i, COMMAS)), end)
    return Statement(named(scene, *found), at, comma, "noun", _fresh(scene, at), inner=_announces(scene, at))


def _verb(scene: Scene, at: int, cue: Cue, triggers: frozenset[int]) -> Statement | None:
    """A verb with its subject; one that relays (نقلت عن) with the one after عن."""
    if cue.kind == "relay":
        source = relayed(scene, at, triggers) or subject_of(scene, at, triggers)
        return _by(scene, source, at, "relayed") if source else None
    if scene.particle(at, *PREPOSITIONS) and not (_fresh(scene, at) and _said_openly(scene, at, triggers)):
        return None  # الاتفاق بين بغداد وواشنطن على خروج
    if at + 1 < len(scene.tokens) and scene.particle(at + 1, "any"):
        return None  # لم تتبن أي جهة
    subject = _relative_subject(scene, at, triggers)
    if subject is None:
        goes_on = _goes_on(scene, at, cue, triggers)
        return Statement(None, at, len(scene.tokens) - 1, "said", _fresh(scene, at)) if goes_on else None
    if not _believable(scene, at, cue, subject):
        return None
    of_noun = _announced_before(scene, at, triggers)
    if of_noun is not None and subject[0] > at:  # سحب القوات الذي أعلنه الرئيس
        return Statement(named(scene, *subject), of_noun, at, "said")
    if is_reporter(scene, subject[0]):
        return Statement(None, at, len(scene.tokens) - 1, "outlet")
    return _spoken(scene, at, cue, subject, triggers)


def _announced_before(scene: Scene, at: int, triggers: frozenset[int]) -> int | None:
    """The event's noun that a relative verb of saying with a pronoun refers back to (السحب الذي أعلنته)."""
    pronoun = any(c.reading.pronoun for c in scene.words[at].cues)
    if not (at and pronoun and scene.particle(at - 1, "relative")):
        return None
    near = range(at - 2, max(-1, at - 2 - ANNOUNCED), -1)
    nouns = (i for i in near if any(s.form not in FINITE for s in scene.words[i].senses))
    return next((i for i in nouns if i in triggers), None)


def _relative_subject(scene: Scene, at: int, triggers: frozenset[int]) -> Phrase | None:
    """The subject of a verb; who accuses behind التي is whom التي refers to (واشنطن، التي تتهم طهران)."""
    subject = subject_of(scene, at, triggers)
    behind = at > 0 and scene.particle(at - 1, "relative") and "accuse" in scene.words[at].classes
    accused = behind and subject is not None and subject[0] > at
    if subject and subject[0] > at and scene.words[at].classes & ASKING:
        return subject[0], _before_asked(scene, at, *subject)
    return None if accused else subject


def _before_asked(scene: Scene, verb: int, first: int, last: int) -> int:
    """Where a subject ends before who is asked, what is warned of (دعت كابل الحلف إلى، حذر دبلوماسيون من)."""
    parties = {h.first for h in scene.actors if h.found.value.kind != "person"} | {
        h.first for h in scene.places
    }
    for at in range(first + 1, last + 1):
        if scene.particle(at, "from") and "asks_of" in scene.words[verb].classes:
            return at - 1
        folded, before = scene.tokens[at].folded, scene.tokens[at - 1].folded
        closed = before.startswith("ال") or ends_party(scene, at - 1)
        own = scene.sentence.text[scene.tokens[at].start : scene.tokens[at].end].endswith(PRONOUNS)  # أتباعه
        plural = folded.startswith("ال") and folded.endswith("ين") and len(folded) >= LEAST_PLURAL
        other = own or ((at in parties or plural) and not folded.endswith(NISBA))
        if closed and other and "asks" in scene.words[verb].classes:
            return at - 1
    return last


def _by(scene: Scene, source: Phrase, at: int, rule: str) -> Statement:
    return Statement(named(scene, *source), at, len(scene.tokens) - 1, rule, _fresh(scene, at))


def _spoken(scene: Scene, at: int, cue: Cue, subject: Phrase, triggers: frozenset[int]) -> Statement | None:
    """A statement by its subject: all that is said in a clause, or only the noun that is announced."""
    end = len(scene.tokens) - 1
    if not _said_openly(scene, at, triggers):
        if cue.kind == "judge" or (cue.kind == "speech" and _denied(scene, at)):
            heard = named(scene, *issuer(scene, subject, triggers))  # لا ترى مصادر فيه انسحابا، وتقول إن
            return Statement(heard, at, at, "said", _fresh(scene, at)) if at not in triggers else None
        end = _background(scene, at, end, triggers)
    fresh = _fresh(scene, at) or (subject[1] < at and _opens_clause(scene, subject[0]))
    told = _quoting(scene, subject[1] + 1, triggers) or issuer(scene, subject, triggers)
    source = named(scene, *told)
    end = next((i - 2 for i in range(at + 2, end) if _aside(scene, i)), end)
    wish = cue.kind == "stance" and not _says_that(scene, at, LONGEST)
    return Statement(source, min(_quoted_before(scene, at), at), end, "said", fresh, wish)


def _quoting(scene: Scene, first: int, triggers: frozenset[int]) -> Phrase | None:
    """Whom an outlet quotes before what it tells (كشفت صحيفة نقلا عن ضابط أن)."""
    for i in range(first, min(len(scene.tokens) - 1, first + QUOTING)):
        if scene.particle(i, "that", "colon") or i in triggers:
            return None
        if scene.particle(i, "source") and is_about(scene, i + 1):
            return after(scene, i + 1, triggers)
    return None


def _aside(scene: Scene, at: int) -> bool:
    """Whether the outlet explains what was meant (في إشارة إلى)."""
    return scene.particle(at, "aside") and scene.particle(at - 1, "in")


def _goes_on(scene: Scene, at: int, cue: Cue, triggers: frozenset[int]) -> bool:
    """Whether a verb without a subject goes on with the last source (وأضاف أن، ونفى أن)."""
    that = at + 1 < len(scene.tokens) and scene.particle(at + 1, "that", "opening", "colon")
    if cue.form == "passive" or _object_first(scene, at, triggers):
        return False
    if scene.particle(at, *AMBIGUOUS) or _denied(scene, at):
        return that
    conjoined = any(c.reading.conjoined for c in scene.words[at].cues)
    wishes_on = conjoined if at else that or (conjoined and _asks_many(scene, at))
    return cue.kind != "stance" or wishes_on


def _asks_many(scene: Scene, at: int) -> bool:
    """Whether those whom a verb asks follow it, and no subject (ودعا الأوروبيين إلى)."""
    folded = scene.tokens[min(at + 1, len(scene.tokens) - 1)].folded
    return "asks" in scene.words[at].classes and folded.startswith("ال") and folded.endswith("ين")


def _believable(scene: Scene, at: int, cue: Cue, subject: Phrase) -> bool:
    """Whether the subject can be the source; denials and words that may be no verb ask for a sure one."""
    if subject[1] < at and _accused(scene, at):
        return False
    pronoun = any(c.reading.pronoun for c in scene.words[at].cues)
    if pronoun and subject[0] > at and not _definite(scene, subject[0]):
        return False  # اعتبرتها قوة احتلال
    ambiguous = scene.particle(at, *AMBIGUOUS)
    if (ambiguous and subject[0] < at) or (
        (ambiguous or _denied(scene, at)) and not is_speaker(scene, *subject)
    ):
        return False
    return cue.kind != "stance" or _acts(scene, at, subject)


def _definite(scene: Scene, at: int) -> bool:
    """Whether a name begins that needs no article, or one with it."""
    named_one = scene.tokens[at].folded.startswith("ال") or "sayer" not in scene.words[at].classes
    following = at + 1 < len(scene.tokens) and scene.tokens[at + 1].folded.startswith("ال")
    return named_one or following


def _denied(scene: Scene, at: int) -> bool:
    return at > 0 and scene.particle(at - 1, "negation")


def _said_openly(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether أن, a colon or a quotation comes before any event; else the event is a noun (أعلن مقتل)."""
    for i in range(at + 1, len(scene.tokens)):
        if i in triggers or scene.mark(i, STOPS):
            return scene.particle(i, "colon")
        quoted = scene.particle(i, "opening") and not short_quotation(scene, i)
        if quoted or scene.particle(i, "that", "colon"):
            return True
    return False


def _background(scene: Scene, at: int, end: int, triggers: frozenset[int]) -> int:
    """Where the noun that is announced ends and the outlet's own background begins (بعد، الذي، حيث)."""
    told = min((t for t in triggers if at < t <= end), default=end)
    apart = next((i for i in range(at + 2, told) if _meanwhile(scene, i)), None)
    if apart:
        return apart - 1 - scene.particle(apart - 1, "in")
    if any(scene.particle(i, "that") for i in range(told, end)):
        return end
    return next((i - 1 for i in range(told + 1, end + 1) if scene.particle(i, "relative", "background")), end)


def _meanwhile(scene: Scene, at: int) -> bool:
    """Whether another clause begins behind a comma (دعت اللجنة إلى إغلاق الميناء، فيما خرجت مسيرات)."""
    if "a_time" in scene.words[at].classes and scene.particle(at - 1, "in"):  # ، في وقت قتل جندي
        return at > 1 and scene.mark(at - 2, COMMAS)
    return scene.particle(at, "meanwhile") and scene.mark(at - 1, COMMAS)


def _accused(scene: Scene, at: int) -> bool:
    """Whether the one before the verb is accused and does not accuse (إسرائيل اتهمت بشن)."""
    following = (
        at + 1 < len(scene.tokens) and scene.tokens[at + 1].folded.startswith("ب") and governed(scene, at + 1)
    )
    return "accuse" in scene.words[at].classes and following


def _object_first(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether the event itself follows the verb (يعتبر الهجوم): nobody is named who says it."""
    following = at + 2 if at + 1 < len(scene.tokens) and scene.particle(at + 1, "pronoun") else at + 1
    return following in triggers and scene.tokens[following].folded.startswith("ال")


def _acts(scene: Scene, at: int, subject: Phrase) -> bool:
    """Whether the one who wants it is a party, not the one of whom it is wanted (طالب القوات)."""
    object_of = subject[0] > at and any(c.reading.conjoined for c in scene.words[at].cues) and at > 0
    opening = at == 0 and subject[0] == 1 and subject[1] - subject[0] < 2
    return (is_speaker(scene, *subject) or opening or subject[0] == 0) and not object_of


def _fresh(scene: Scene, at: int) -> bool:
    """Whether the verb begins a clause of its own: first in the sentence, behind و or a comma."""
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
    """Where the quotation opens that ends right before the verb ("..."، قال فلان), or the verb itself."""
    close = at - 1
    while close > 0 and (scene.mark(close, COMMAS) or scene.particle(close, "subordinate")):
        close -= 1
    if close <= 0 or not scene.particle(close, "closing"):
        return at
    return next((i for i in range(close - QUOTATION, -1, -1) if scene.particle(i, "opening")), at)


def _says_that(scene: Scene, at: int, reach: int = LONGEST) -> bool:
    return any(scene.particle(i, "that") for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)))


def _reports(scene: Scene, at: int, triggers: frozenset[int]) -> bool:
    """Whether something said follows: أن, a colon, a quotation, or (for any other verb) an event's word."""
    for i in range(at + 1, len(scene.tokens)):
        if scene.particle(i, "that", "colon", "opening") or i in triggers:
            return True
        if scene.mark(i, STOPS):
            return False
    return False
