"""The places where Arabic puts a party around a trigger: one small reader each (مواضع الفاعل والمفعول).

After a verb, before it, in the idafa, as the demonym on the noun. A reader returns the parties it found,
nothing else; doers.py has those of attacks.
"""

from __future__ import annotations

from collections.abc import Callable

from marsad.records import Actor, Found
from marsad.what.detect import Trigger
from marsad.what.lexicon import FINITE
from marsad.what.movers import MOVERS
from marsad.what.nearby import PARTIES, is_class
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.sharing import relation
from marsad.who import party

NEAR = 6  # tokens between a trigger and the party that is its subject or complement
FAR = 14  # tokens between a verb and the subject before it
DEMONYM_GAP = 3  # tokens between a noun and its demonym (الغارات الجوية المكثفة الأميركية)
SUBJECT_GAP = 2  # tokens between an attack's verb and its subject; farther on stands the object

_AND = "و"
_THAT = "ن"  # أن، إن, not أنها
_LAM, _PURPOSES = "ل", ("training", "control", "support_noun")
_ITS = ("ها", "هم")  # دفاعاتها اعترضت: somebody's own
_UNITED = "UN"
GUESS = "guess"  # rule of a party that the story may know better

Reader = Callable[[Scene, Trigger], tuple[Found[Actor], ...]]


def together(scene: Scene, start: int) -> tuple[Held[Actor], ...]:
    """The party at index `start` of the scene's actors and those joined to it by و."""
    group = [scene.actors[start]]
    for held in scene.actors[start + 1 :]:
        gap = range(group[-1].last + 1, held.first)
        if len(gap) > 2 or not (joined(scene, held) or any(_and(scene, i) for i in gap)):
            break
        if any(scene.mark(i, STOPS) or scene.words[i].senses or scene.words[i].cues for i in gap):
            break
        if any(scene.particle(i, "to", "in", "on") for i in gap):  # of another noun: من س إلى ص وع
            break
        group.append(held)
    return tuple(group)


def _and(scene: Scene, at: int) -> bool:
    """Whether a token is و, or من behind one (مقاتلون إيرانيون ومن حزب الله)."""
    return scene.particle(at, "and") or (
        scene.particle(at, "from") and scene.tokens[at].folded.startswith(_AND)
    )


def joined(scene: Scene, held: Held[Actor]) -> bool:
    """Whether و is written onto the party's first word as a conjunction (the span leaves it out)."""
    token = scene.tokens[held.first]
    return token.folded.startswith("و") and token.start < held.found.start


def read_as(group: tuple[Held[Actor], ...], rule: str) -> tuple[Found[Actor], ...]:
    """The parties as values, the reader's name before the rule that found them."""
    return tuple(Found(held.found.value, held.found.spans, f"{rule}:{held.found.rule}") for held in group)


def _owners(scene: Scene, group: tuple[Held[Actor], ...]) -> tuple[Held[Actor], ...]:
    """For قواتها after "بريطانيا وأستراليا": all whom the pronoun stands for, not only the nearest."""
    pronoun = group[0].found
    if pronoun.rule != "pronoun" or len(pronoun.spans) < 2:
        return group
    owner = next((i for i, h in enumerate(scene.actors) if h.found.spans[0] == pronoun.spans[1]), None)
    return group if owner is None else together(scene, group_start(scene, owner))


def subject_before(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party right before a verb (القوات انسحبت، العراق لن ينشر): then nobody looks further."""
    if not trigger.finite or trigger.sense.reading.conjoined:
        return ()
    for index, held in enumerate(scene.actors):
        gap = range(held.last + 1, trigger.at)
        near = (
            held.last < trigger.at and len(gap) <= 2 and (held.found.rule != "demonym" or _arms(scene, held))
        )
        near = near and not _among(scene, held.first)
        if near and all(_between_subject_and_verb(scene, i) for i in gap):
            start = group_start(scene, index)
            relative = any(
                scene.particle(i, "relative") for i in gap
            )  # in تنظيم X الذي سيطر its preposition is outside
            inside = governed(scene, scene.actors[start].first) and not relative
            return () if inside else read_as(together(scene, start), "subject")
    return ()


def _arms(scene: Scene, held: Held[Actor]) -> bool:
    """Whether a demonym is on weapons or a blow, which act (قصف إسرائيلي استهدف، الدفاعات السورية اعترضت)."""
    near = range(max(0, held.first - DEMONYM_GAP), held.first)
    return any("arms" in scene.words[i].classes for i in near)


def _between_subject_and_verb(scene: Scene, at: int) -> bool:
    verbal = scene.particle(at, "modal", "negation", "future", "was", "relative")
    return verbal or scene.tokens[at].kind != "word"


def after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party right after the trigger: a verb's subject, a verbal noun's genitive or demonym."""
    return party_after(scene, trigger.at, "after")


def halted(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The one who stops something: after the noun unless it is whom he trains (تعليق تدريب القوات)."""
    held = next((h for h in scene.actors if h.first > trigger.at), None)
    gap = range(trigger.at + 1, held.first) if held else range(0)
    trained = not trigger.finite and any("training" in scene.words[i].classes for i in gap)
    return (before if trained else after)(scene, trigger)


def party_after(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    """The party close after a token, when nothing closes the token's own phrase before it."""
    for index, held in enumerate(scene.actors):
        if held.first <= at or held.first - at > NEAR or _of_another(scene, at, held):
            continue
        if blocked(scene, at + 1, held.first) or any(
            scene.particle(i, "among") for i in range(at + 1, held.first)
        ):
            return ()
        return read_as(_owners(scene, together(scene, index)), rule)
    return ()


def _of_another(scene: Scene, at: int, held: Held[Actor]) -> bool:
    """Whether a demonym belongs to another noun than the trigger (تعبر الحدود العراقية)."""
    finite = any(s.form in FINITE for s in scene.words[at].senses)
    noun = any(s.form not in FINITE for s in scene.words[at].senses)
    if held.found.rule != "demonym":
        return False
    arms = held.first - at <= DEMONYM_GAP and is_class(scene, at + 1, "arms")  # دمرت صواريخ أوكرانية
    return held.first - at > DEMONYM_GAP or (finite and not noun and not arms)


def blocked(scene: Scene, first: int, last: int) -> bool:
    """Whether a preposition or boundary keeps the words from `last` away from the trigger's own phrase."""
    if governed(scene, last):
        return True
    return any(_closes(scene, i) for i in range(first, last))


def _closes(scene: Scene, at: int) -> bool:
    """Whether a noun's phrase ends at a token: a stop, a purpose, a preposition (not "in the number of")."""
    if scene.particle(at, "in") and "level" in scene.words[at + 1].classes:
        return False
    if scene.particle(at, "from"):
        return not _partitive(scene, at)
    purpose = any(s.reading.preposition == _LAM for s in scene.words[at].senses) or _purpose(scene, at)
    bound = scene.particle(at, "to", "in", "on", "against", "joint", "relative", "that", "subordinate")
    return bound or purpose or scene.mark(at, STOPS)


def _purpose(scene: Scene, at: int) -> bool:
    """Whether ل stands on a noun of training or guarding: what the forces are for (جنود لتدريب الجيش)."""
    word = scene.tokens[at].folded
    return word.startswith(_LAM) and not scene.words[at].classes.isdisjoint(_PURPOSES)


def _partitive(scene: Scene, at: int) -> bool:
    """Whether من follows a number or a word of quantity (مئات من الجنود، عدد من الدول)."""
    counted = any(q.first <= at - 1 <= q.last or q.first == at + 1 for q in scene.quantities)
    left = at > 0 and any(s.frame.pattern == "count" for s in scene.words[at - 1].senses)  # ما تبقى من القوات
    return counted or left or (at > 0 and "part" in scene.words[at - 1].classes)


def governed(scene: Scene, at: int) -> bool:
    """Whether a preposition is written onto the party's first word or stands right before it."""
    if at > 0 and scene.particle(at - 1, "to", "in", "on", "against", "joint", "support", "source"):
        return True
    if at > 0 and scene.particle(at - 1, "from"):
        return not _partitive(scene, at - 1) and not _asked(scene, at - 1)
    token = scene.tokens[at]
    held = next((h for h in scene.actors if h.first == at), None)
    if held and joined(scene, held) and at and _at_place(scene, at - 1):
        return True
    written = (
        held is not None
        and token.start < held.found.start
        and token.folded.removeprefix("و")[:1] in ("ب", "ل")
    )
    return written or token.folded.startswith(("لل", "بال", "ولل"))


def _at_place(scene: Scene, at: int) -> bool:
    """Whether a token ends a place that a preposition governs (إلى بولندا وألمانيا)."""
    place = next((p for p in scene.places if p.last == at), None)
    return (
        place is not None and scene.preposition(place.first) and not scene.particle(place.first - 1, "from")
    )


def _asked(scene: Scene, at: int) -> bool:
    """Whether من names the one who is asked (طلبت من واشنطن سحب)."""
    return any(scene.words[i].cue("demanded") for i in range(max(0, at - 2), at))


def demander(scene: Scene, index: int) -> bool:
    """Whether the party is the subject of a demand (دعت باريس إلى): it wants the event of others."""
    held = scene.actors[index]
    cue = next((i for i in range(max(0, held.first - 3), held.first) if scene.words[i].cue("demanded")), None)
    if cue is None or scene.particle(held.first - 1, "from"):
        return False
    asker_before = any(h.last == cue - 1 for h in scene.actors)  # الرئيس دعا الحكومة
    return not asker_before and not any(cue < h.first < held.first for h in scene.actors)


def weapon_before(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb's subject is a weapon right before it (صواريخ استهدفت، قصف مدفعي طال)."""
    first = max(0, trigger.at - SUBJECT_GAP - 1)
    verb = next((i for i in range(trigger.at - 1, first - 1, -1) if scene.finite(i)), first - 1)
    near = range(verb + 1, trigger.at)  # of its own clause (أسقطت القوات صاروخا استهدف)
    told = any("arms" in scene.words[i].classes and not scene.tokens[i].folded.endswith(_ITS) for i in near)
    free = not any(h.first in near or h.last in near for h in scene.actors)
    return trigger.finite and told and free and not any(scene.mark(i, STOPS | COMMAS) for i in near)


def late_after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject behind a phrase of place or time (تنتشر في المدينة قوات أميركية)."""
    if not trigger.finite:
        return ()
    for index, held in enumerate(scene.actors):
        if held.first <= trigger.at or held.found.rule in ("demonym", "pronoun"):
            continue
        gap = range(trigger.at + 1, held.first)
        cut = relation(scene, trigger.at, held.first) or any(scene.mark(i, STOPS | COMMAS) for i in gap)
        asked = bool(gap) and bool(scene.words[held.first - 1].cues)  # بناء على طلب الحكومة
        if cut or asked or len(gap) > FAR or governed(scene, held.first):
            return ()
        return read_as(together(scene, index), "after")
    return ()


def before(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject before a verb or of the governing verb; only a guess for "the withdrawal"."""
    guess = not trigger.finite and trigger.sense.reading.definite and not _begun(scene, trigger.at)
    found = party_before(scene, trigger.at, GUESS if guess else "before")
    moves = trigger.finite and trigger.frame.pattern not in (
        "stop",
        "count",
    )  # whose mission ends is the speaker's
    if found and moves and _told_of_another(scene, found[-1], trigger.at):
        return ()
    return () if found and not trigger.finite and _warned(scene, found[-1], trigger.at) else found


def _warned(scene: Scene, found: Found[Actor], at: int) -> bool:
    """Whether a party only warns of what a noun names (حذر القادة من أي تدخل; not حذرت س فرنسا من)."""
    held = next(h for h in scene.actors if h.found.spans[0] == found.spans[0])
    of = next((i for i in range(at - 1, held.last, -1) if scene.particle(i, "from")), None)
    if of is None:
        return False
    cues = [i for i in range(held.last + 1, of) if _warns(scene, i)]
    opened = held.first > 0 and _warns(scene, held.first - 1)
    return bool(cues) or (opened and not any(h.last == held.first - 2 for h in scene.actors))


def _warns(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    return word.cue("stance") is not None and word.cue("possible") is not None


def _begun(scene: Scene, at: int) -> bool:
    """Whether a verb of beginning or going on governs a noun: its subject does it (تواصل القوات الانتشار)."""
    parties = [(h.first, h.last) for h in scene.actors]
    for i in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if scene.words[i].cue("begin", "ongoing", "attempt"):
            return True
        if not (scene.particle(i, "in", "from", "on") or any(a <= i <= b for a, b in parties)):
            return False
    return False


def _told_of_another(scene: Scene, found: Found[Actor], at: int) -> bool:
    """Whether إن and a subject of its own stand between a party and a verb (قال س إن القواعد ستسلم)."""
    held = next(h for h in scene.actors if h.found.spans[0] == found.spans[0])
    for i in range(at - 1, held.last, -1):
        if scene.particle(i, "that"):
            bare = scene.tokens[i].folded.endswith(_THAT)
            return (
                bare
                and at - i > 1
                and scene.tokens[i + 1].kind == "word"
                and not scene.words[i + 1].particles
            )
    return False


def party_before(scene: Scene, at: int, rule: str) -> tuple[Found[Actor], ...]:
    """The nearest party before a token that can be a subject there."""
    for index in range(len(scene.actors) - 1, -1, -1):
        held = scene.actors[index]
        if held.last >= at:
            continue
        if at - held.last > FAR or scene.stop_between(held.last, at):
            return ()
        if any(scene.particle(i, "meanwhile") for i in range(held.last + 1, at)):
            return ()
        start = group_start(scene, index)
        first = scene.actors[start].first
        if held.found.rule == "demonym" or governed(scene, first) or supporting(scene, first):
            continue
        if _among(scene, first):
            continue
        if demander(scene, start) or _outlet(held) or _mediates(held):
            continue
        return read_as(together(scene, start), rule)
    return ()


def _mediates(held: Held[Actor]) -> bool:
    """Whether a person speaks for the United Nations: envoys and their chief ask and mediate."""
    return held.found.value.kind == "person" and held.found.value.code == _UNITED


def _outlet(held: Held[Actor]) -> bool:
    """Whether a party is a paper, channel or agency: it tells and moves nobody."""
    known = party(held.found.value.id) if held.found.value.id else None
    return known is not None and known.kind == "media" and held.found.value.code == held.found.value.name


def _among(scene: Scene, at: int) -> bool:
    """Whether the party is only part of the one before (ومعظمها من الأميركيين)."""
    near = range(max(0, at - SUBJECT_GAP), at)
    some = any(scene.particle(i, "including") for i in near) and scene.particle(at - 1, "from")
    return some or (at > 0 and scene.particle(at - 1, "among"))  # دول منها س


def group_start(scene: Scene, index: int) -> int:
    """The first party of the coordination that the party at `index` belongs to."""
    while index > 0 and (_apposed(scene, index) or scene.actors[index] in together(scene, index - 1)):
        index -= 1
    return index


def _apposed(scene: Scene, index: int) -> bool:
    """Whether a person is named right after his office (الأمين العام للأمم المتحدة فلان)."""
    office, held = scene.actors[index - 1], scene.actors[index]
    named = held.found.value.kind == "person" and office.last + 1 == held.first
    return named and office.found.value.code == held.found.value.code


def supporting(scene: Scene, at: int) -> bool:
    """Whether the party is only the one that supports (بدعم من، بإسناد)."""
    return any(scene.particle(i, "support") for i in range(max(0, at - 3), at))


def partners(scene: Scene, actors: tuple[Found[Actor], ...]) -> tuple[Found[Actor], ...]:
    """Those with whom the doers do it: مع right after them (نفذ الجيش مع قوات التحالف عمليات)."""
    spans = {actor.spans[0] for actor in actors}
    for index, held in enumerate(scene.actors[:-1]):
        other = scene.actors[index + 1]
        if held.found.spans[0] in spans and 0 < other.first - held.last - 1 <= SUBJECT_GAP + 2:
            gap = [i for i in range(held.last + 1, other.first) if not scene.finite(i)]
            with_ = bool(gap) and scene.particle(gap[0], "joint") and scene.tokens[gap[0]].folded != _AND
            if with_ and other.found.value.kind in PARTIES | {"generic"}:
                return read_as(together(scene, index + 1), "partner")
    return ()


def members(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Those who are among the forces that move (بما في ذلك الفرنسيون، معظمهم من الأميركيين)."""
    if trigger.frame.pattern not in (*MOVERS, "send", "count"):
        return ()
    for i in range(trigger.at + 1, len(scene.tokens)):
        if scene.mark(i, STOPS):
            return ()
        if scene.particle(i, "including") and not _only_that(scene, i):
            index = next((k for k, h in enumerate(scene.actors) if 0 < h.first - i <= SUBJECT_GAP + 1), None)
            return () if index is None else read_as(together(scene, index), "member")
        if scene.mark(i - 1, COMMAS) and scene.finite(i):  # another clause: وتنطلق منها
            return ()
    return ()


def _only_that(scene: Scene, at: int) -> bool:
    """Whether ذلك is no part of بما في ذلك (وذلك حسبما)."""
    return scene.particle(at, "demonstrative") and not scene.particle(at - 1, "in")
