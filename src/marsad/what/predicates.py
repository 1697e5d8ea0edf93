"""What follows an event's noun and says whether it happened: adjective, own verb, predicate (الخبر)."""

from __future__ import annotations

from marsad.records import Found
from marsad.what.detect import Trigger
from marsad.what.polarity import conditional, excepted
from marsad.what.scene import COMMAS, STOPS, Scene

PREDICATE_REACH = 10  # tokens right of a noun in which its own verb stands (الهجوم المضاد قد ينفذ)
IF_REACH = 3  # tokens from إن كان to its subject
ADJECTIVES = 3  # tokens from a noun to an adjective of its own (الهجوم المضاد الأوكراني المرتقب)
# what a noun's own verb says: "the battles lasted six days" are over, "the withdrawal has begun" goes on
_UNDER_WAY = {("ongoing", "present"), ("ongoing", "participle"), ("begin", "past"), ("begin", "present")}
_ARTICLE = "ال"
_PERSONS = ("ي", "ت")  # first letters of a third person's present


def qualified(scene: Scene, trigger: Trigger, governed: bool = False) -> Found[str] | None:
    """What follows a noun: المزعوم، المتوقع, or its own verb with قد or س."""
    if trigger.finite:
        return None
    again = _again(scene, trigger)
    if again is not None:
        return Found("ongoing", (scene.tokens[again].span,), "predicate:relative")
    subject = _subject(scene, trigger)
    for at in range(trigger.at + 1, min(len(scene.tokens), trigger.at + 1 + PREDICATE_REACH)):
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "relative", "subordinate", "that", "clause"):
            return None
        found = _adjective(scene, at, trigger)
        if found is None and subject and not governed:
            found = _predicate(scene, at)
        if found and found.rule == "predicate:future" and _whether(scene, trigger.at):
            return None  # إن كان تعليقها سيدخل حيز التنفيذ
        if found:
            return found
    return None


def _whether(scene: Scene, at: int) -> bool:
    """Whether a condition opens right before the noun."""
    return any(conditional(scene, i, at) for i in range(max(0, at - IF_REACH), at))


def _again(scene: Scene, trigger: Trigger) -> int | None:
    """The present behind an attack's noun and الذي that tells it again and again (الغارات التي تشنها)."""
    near = range(trigger.at + 1, min(len(scene.tokens) - 1, trigger.at + 1 + ADJECTIVES))
    at = next((i for i in near if scene.particle(i, "relative")), None)
    blow = trigger.frame.type == "attack" and trigger.sense.reading.definite and not scene.title
    if not blow or at is None or not _own(scene, trigger.at, at):
        return None
    word = scene.words[at + 1]
    present = any(c.form == "present" and c.kind in ("light", "occur") for c in word.cues)
    return at + 1 if present or any(s.form == "present" for s in word.senses) else None


def _subject(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun can be a subject with a verb of its own: no preposition governs it."""
    free = trigger.at == 0 or not scene.particle(trigger.at - 1, "from", "to", "in", "on")
    return trigger.sense.reading.preposition is None and free


def _adjective(scene: Scene, at: int, trigger: Trigger) -> Found[str] | None:
    """An adjective of the noun: المزعوم، المحتمل، المرتقب."""
    cue = scene.words[at].cue("planned", "possible", "ongoing")
    if cue is None or cue.form not in ("participle", "word") or "aim" in scene.words[at].classes:
        return None
    if cue.kind == "ongoing" and trigger.frame.type == "suspend":
        return None  # إنهاء مهمته المستمرة: the mission goes on, not its end
    gap, defined = at - trigger.at, scene.tokens[at].folded.startswith(_ARTICLE)
    if gap == 1 and defined and not (trigger.sense.reading.definite or trigger.sense.reading.pronoun):
        return None  # هجمات المشتبه فيهم
    bare = gap == 1 and not trigger.sense.reading.definite  # هجوم مزعوم
    own = _own(scene, trigger.at, at)
    listed = cue.form == "word" and (bare or (defined and gap <= ADJECTIVES - (not own)))
    if listed or (cue.reading.definite and gap <= ADJECTIVES and (own or gap <= 2)):
        return Found(cue.kind, (scene.tokens[at].span,), f"qualified:{cue.kind}")
    return None


def _own(scene: Scene, noun: int, at: int) -> bool:
    """Whether only words with the article stand between a noun and a token: its adjectives."""
    return all(scene.tokens[i].folded.startswith(_ARTICLE) for i in range(noun + 1, at))


def _predicate(scene: Scene, at: int) -> Found[str] | None:
    """The noun's own verb: قد ينفذ، سيتم، مستمر، ليس مطروحا."""
    span = (scene.tokens[at].span,)
    if (
        scene.particle(at, "modal")
        and at + 1 < len(scene.tokens)
        and scene.tokens[at + 1].folded[:1] in _PERSONS
    ):
        return Found("possible", span, "predicate:modal")
    if scene.particle(at, "copula") and not excepted(scene, at):
        return Found("denied", span, "predicate:negation")
    if any(s.reading.future for s in scene.words[at].senses):
        return Found("planned", span, "predicate:future")
    need = scene.words[at].cue("demanded", "possible")
    if need and need.form == "word" and _closes(scene, at):
        return Found(need.kind, span, f"predicate:{need.kind}")  # بقاء القوات ضروري
    return _under_way(scene, at)


def _under_way(scene: Scene, at: int) -> Found[str] | None:
    """A verb that says how far it has come: تدور، ستبدأ، تم، يستمر."""
    span = (scene.tokens[at].span,)
    if "unfolds" in scene.words[at].classes and scene.words[at].cue("occur") and _states(scene, at):
        return Found("ongoing", span, "predicate:unfolds")
    cue = scene.words[at].cue("ongoing", "begin", "light", "occur")
    if cue and cue.reading.future:
        return Found("planned", span, "predicate:future")
    if cue and (cue.kind, cue.form) == ("occur", "past"):  # التسليم تم
        return Found("happened", span, "predicate:occur")
    if cue and (cue.kind, cue.form) in _UNDER_WAY and not cue.reading.definite:
        return Found("ongoing", span, f"predicate:{cue.kind}")
    return None


def _states(scene: Scene, at: int) -> bool:
    """Whether a present goes on with its subject's clause: no negation before it, no conjunction on it."""
    told = any(c.reading.conjoined or c.reading.future for c in scene.words[at].cues)
    return not (told or scene.particle(at - 1, "negation", "modal", "future") or scene.title)


def _closes(scene: Scene, at: int) -> bool:
    """Whether a bare adjective stands behind a name with the article, so as its predicate."""
    bare = not scene.tokens[at].folded.startswith(_ARTICLE)
    return bare and scene.tokens[at - 1].folded.startswith(_ARTICLE) and scene.words[at].cue("light") is None
