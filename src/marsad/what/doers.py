"""Who strikes: the doer of an attack's word or noun, one small reader each (الفاعل في الهجمات).

After من قبل, as the subject of a light verb (شنت … غارات) or of the verb that governs a verbal noun, in the
idafa, as the demonym on the noun, with ل on it. The readers of whoever moves stand in slots.py.
"""

from __future__ import annotations

from marsad.records import Actor, Found
from marsad.what.clauses import clause_of
from marsad.what.detect import Trigger
from marsad.what.scene import STOPS, Held, Scene
from marsad.what.slots import (
    FAR,
    NEAR,
    SUBJECT_GAP,
    blocked,
    demander,
    governed,
    group_start,
    party_after,
    party_before,
    read_as,
    together,
    weapon_before,
)  # fmt: skip

GENITIVE_GAP = 4  # tokens between a noun and the party in its idafa or on it (غارات جوية جديدة للتحالف)

_INTENT = ("planned", "possible", "attempt", "begin", "light", "ongoing")  # kinds of verbs whose subject acts

_LAM, _ARTICLE, _ADVERBIAL = "ل", "ال", "ا"
_CONTROL = (
    "happened",
    "begin",
    "light",
    "ongoing",
    "attempt",
)  # kinds of verbs with في or من of their own
_THAT = "ن"
_TAKING = ("take", "rout")
_PREPOSITIONS = ("in", "on", "from", "to", "against", "subordinate")


def agent(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The doer after من قبل / على يد / بيد."""
    for i in range(trigger.at + 1, min(len(scene.tokens), trigger.at + FAR)):
        if scene.mark(i, STOPS):
            return ()
        if _names_agent(scene, i):
            found = party_after(scene, i, "agent")
            if found:
                return found
    return ()


def _names_agent(scene: Scene, at: int) -> bool:
    """من قبل and على يد name the doer, من أيدي the loser; بيد has its preposition on it."""
    if "hands" in scene.words[at].classes:
        return scene.tokens[at].folded.startswith("ب") or scene.particle(at - 1, "on", "in")
    return scene.particle(at, "agent") and scene.particle(at - 1, "from")


def light(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of the light verb near an attack noun: شنت القوات غارات، غارات شنتها القوات."""
    head = _phrase_head(scene, trigger)
    for i in around(trigger.at, FAR, len(scene.tokens)):
        if i > trigger.at + NEAR or scene.stop_between(i, trigger.at):
            continue
        if not _acts(scene, i) or _other_attack(scene, i, trigger.at) or _thwarts(scene, i, trigger.at):
            continue
        if i > trigger.at:
            found = party_after(scene, i, "light") or _pronoun_subject(scene, i, trigger)
        elif not _object_of(scene, i, head):
            continue
        else:
            found = between(scene, i, trigger.at) or party_before(scene, i, "light")
        if found:
            return found
    return ()


def _thwarts(scene: Scene, first: int, last: int) -> bool:
    """Whether what somebody does is against the blow (قامت س بعمل لمنع هذا الهجوم)."""
    return any("thwart" in scene.words[i].classes for i in range(first + 1, last))


def _pronoun_subject(scene: Scene, verb: int, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Who did what the clause on a noun tells without naming him again (هجوم شنه أمس): the party before."""
    carried = any(c.reading.pronoun for c in scene.words[verb].cues)
    after = verb + 1
    named = after < len(scene.tokens) and scene.tokens[after].kind == "word"
    named = named and not (scene.words[after].particles or _passed(scene, after))
    near = verb - trigger.at <= SUBJECT_GAP + 1
    return party_before(scene, trigger.at, "light") if carried and near and not named else ()


def by_force(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The armed party after من on an attack's noun (لقصف من قوات النظام); a state there is a place."""
    if trigger.finite:
        return ()
    for index, held in enumerate(scene.actors):
        if held.first <= trigger.at + 1:
            continue
        gap = range(trigger.at + 1, held.first - 1)
        near = len(gap) <= GENITIVE_GAP - 1 and all(_adjective(scene, i) for i in gap)
        direct = near and scene.particle(held.first - 1, "from")
        armed = held.found.value.kind in ("forces", "group", "coalition", "generic")
        return (
            read_as(together(scene, index), "agent")
            if direct and armed and held.found.rule != "demonym"
            else ()
        )
    return ()


def _acts(scene: Scene, at: int) -> bool:
    """Whether a token is a verb that only says who does what a noun names (شن، بدأ، رد بقصف)."""
    cue = scene.words[at].cue("light", "begin", "ongoing")
    return (cue is not None and cue.form in ("past", "present")) or "responds" in scene.words[at].classes


def _phrase_head(scene: Scene, trigger: Trigger) -> int:
    """Where the trigger's noun phrase begins: سلسلة من الغارات, هذا الهجوم; the noun itself as a rule."""
    at = trigger.at
    while at and not scene.tokens[at - 1].folded.startswith("و"):
        word = scene.words[at - 1]
        counted = scene.particle(at - 1, "from") and at > 1 and "series" in scene.words[at - 2].classes
        if not ("series" in word.classes or scene.particle(at - 1, "demonstrative") or counted):
            break
        at -= 1
    return at


def _object_of(scene: Scene, verb: int, head: int) -> bool:
    """Whether a noun phrase can be the object of a verb before: not in another's idafa, nor behind في / بعد.

    A preposition right after the verb or its subject is the verb's own (قام الجيش بقصف، شرعت في قصف).
    """
    if _in_idafa(scene, head):
        return False
    at = head - 1 if scene.particle(head - 1, *_PREPOSITIONS) else head
    led = at < head or _led(scene, head)
    return not led or all(_passed(scene, i) for i in range(verb + 1, at))


def _led(scene: Scene, at: int) -> bool:
    """Whether ب or ل stands on a noun."""
    word = scene.words[at]
    return any(s.reading.preposition for s in word.senses) or (
        "series" in word.classes and scene.preposition(at)
    )


def _passed(scene: Scene, at: int) -> bool:
    """Whether a token between a verb and its complement is its subject, a time or an adverb."""
    held = [(h.first, h.last) for h in scene.actors] + [(t.first, t.last) for t in scene.times]
    return any(first <= at <= last for first, last in held) or scene.tokens[at].folded.endswith(_ADVERBIAL)


def _in_idafa(scene: Scene, head: int) -> bool:
    """Whether a definite noun stands in the idafa of the word before (تفاصيل الهجوم)."""
    if not head or not scene.tokens[head].folded.startswith(_ARTICLE):
        return False
    word, token = scene.words[head - 1], scene.tokens[head - 1]
    known = word.particles or word.cues or word.senses or _passed(scene, head - 1)
    return token.kind == "word" and not known and not token.folded.lstrip("وبل").startswith(_ARTICLE)


def _other_attack(scene: Scene, first: int, last: int) -> bool:
    """Whether another attack's word stands between, whose light verb it then is."""
    low, high = sorted((first, last))
    return any(s.frame.type == "attack" for i in range(low + 1, high) for s in scene.words[i].senses)


def between(scene: Scene, first: int, last: int, rule: str = "light") -> tuple[Found[Actor], ...]:
    """The first party between two tokens that nothing keeps away from the first."""
    for index, held in enumerate(scene.actors):
        if first < held.first and held.last < last and not blocked(scene, first + 1, held.first):
            return read_as(together(scene, index), rule)
    return ()


def around(at: int, reach: int, size: int) -> list[int]:
    """Token numbers near `at`, nearest first, the left one first."""
    near = [i for d in range(1, reach + 1) for i in (at - d, at + d)]
    return [i for i in near if 0 <= i < size]


def owner(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whom the pronoun on a noun stands for (غاراته، هجومها): the last party before that acts."""
    if not trigger.sense.reading.pronoun or trigger.finite or taken_by(scene, trigger):
        return ()
    return party_before(scene, trigger.at, "owner")


def taken_by(scene: Scene, trigger: Trigger) -> bool:
    """Whether the pronoun on a noun of taking or driving out is its object (طرده من، استعادتها في)."""
    if trigger.frame.pattern not in _TAKING or not trigger.sense.reading.pronoun or trigger.finite:
        return False
    after = trigger.at + 1
    if after >= len(scene.tokens) or scene.tokens[after].kind != "word":
        return True
    return scene.particle(after, "from", "in", "agent", "relative", "subordinate", "after")


def close_after(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject right after a verb (قصفت القوات مواقع); that of a plural verb is behind it."""
    if not trigger.finite or trigger.sense.plural:
        return ()
    if weapon_before(scene, trigger) and not trigger.sense.reading.pronoun:  # الطائرات استهدفت مواقع س
        return ()
    held = next((h for h in scene.actors if h.first > trigger.at), None)
    if held is None:
        return ()
    gap = range(trigger.at + 1, held.first)
    # the object is a pronoun on the verb (استعادته في 2016 القوات): nothing else stands before the subject
    if gap and trigger.sense.reading.pronoun and all(_aside(scene, i) for i in gap):
        free = not governed(scene, held.first)
        return read_as(together(scene, scene.actors.index(held)), "after") if free else ()
    return party_after(scene, trigger.at, "after") if len(gap) < SUBJECT_GAP else ()


def _aside(scene: Scene, at: int) -> bool:
    """Whether a token is of a time, or of the preposition before one."""
    times = [t for t in scene.times if t.first - 1 <= at <= t.last]
    return any(t.first <= at or scene.particle(at, "in") for t in times) or _passed(scene, at)


def possessor(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party with ل behind a noun and its adjectives (انسحاب فوري للقوات، غارات جوية جديدة للتحالف)."""
    index = next((i for i, h in enumerate(scene.actors) if h.first > trigger.at), None)
    if trigger.finite or index is None:
        return ()
    held = scene.actors[index]
    gap = range(trigger.at + 1, held.first)
    attached = scene.tokens[held.first].folded.startswith(_LAM)
    at_target = any(
        scene.particle(i, "on") for i in range(held.last + 1, min(len(scene.tokens), held.last + 3))
    )
    # هجوم لداعش، قصف للجيش على; but زيادة للقوات adds to them
    allied = held.found.value.kind == "coalition" and trigger.frame.type == "attack"  # غارات للتحالف
    direct = not gap and trigger.frame.pattern != "assault" and not at_target and not allied
    if not attached or direct or len(gap) > GENITIVE_GAP:
        return ()
    if any(not (_adjective(scene, i) or _reinforces(scene, i)) for i in gap):
        return ()
    return read_as(together(scene, index), "possessor")


def _reinforces(scene: Scene, at: int) -> bool:
    """Whether a word is of reinforcements that a noun of movement moves (وصول تعزيزات للجيش)."""
    return "reinforcement" in scene.words[at].classes and not scene.words[at].particles


def _adjective(scene: Scene, at: int) -> bool:
    """Whether a word can be an adjective of an indefinite noun: no particle, trigger, mark or site."""
    word = scene.words[at]
    strikes = any(s.frame.type == "attack" and s.reading.conjoined for s in word.senses)  # غارات وقصف لقوات
    other = word.senses and not strikes
    return scene.tokens[at].kind == "word" and not (word.particles or other or "site" in word.classes)


def genitive(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The party in the idafa of a verbal noun or the demonym on a noun (قصف القوات، غارات أميركية)."""
    held = next((h for h in scene.actors if h.first > trigger.at), None)
    if trigger.finite or held is None or held.first - trigger.at > GENITIVE_GAP:
        return ()
    gap = range(trigger.at + 1, held.first)
    parted = any(
        scene.tokens[i].kind == "mark" or "site" in scene.words[i].classes or scene.finite(i) for i in gap
    )
    town = held.found.value.kind == "capital"  # هجمات مقديشو: where, not who
    return () if parted or town else party_after(scene, trigger.at, "after")


def nation(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whose attack it is by the demonym on its noun (غارات جوية إسرائيلية، الغزو التركي)."""
    index = next((i for i, h in enumerate(scene.actors) if h.first > trigger.at), None)
    if trigger.finite or index is None or scene.actors[index].found.rule != "demonym":
        return ()
    gap = range(trigger.at + 1, scene.actors[index].first)
    agreed = len(gap) < GENITIVE_GAP - 1 and all(_adjective(scene, i) for i in gap)
    return read_as(together(scene, index), "nation") if agreed else ()


def purposed(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of the clause whose purpose a noun with ل is (أطلق التحالف عملية لتحرير المدينة)."""
    if trigger.finite or trigger.sense.reading.preposition != _LAM:
        return ()
    clause = clause_of(scene, trigger.at)
    if clause is None or clause.verb is None:
        return ()
    if clause.verb >= trigger.at or scene.words[clause.verb].cue("demanded", "speech", "suffer", "occur"):
        return ()
    held = next((h for h in scene.actors if h.first == clause.verb + 1), None)
    if held is None or held.last >= trigger.at or held.found.rule == "demonym" or governed(scene, held.first):
        return ()
    return read_as(together(scene, scene.actors.index(held)), "governor")


def governor(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject of the verb that governs a bare verbal noun (تهدد تركيا بمهاجمة)."""
    if trigger.finite or not _governed_noun(scene, trigger):
        return ()
    for index in range(len(scene.actors) - 1, -1, -1):
        held = scene.actors[index]
        if held.last >= trigger.at:
            continue
        gap = range(held.last + 1, trigger.at)
        if len(gap) > FAR or any(scene.mark(i, STOPS) or _of_another(scene, i) for i in gap):
            return ()
        if any(x.frame.pattern in ("kill", "slay") for i in gap for x in scene.words[i].senses):
            return ()
        if _governs(scene, held, gap) and not demander(scene, group_start(scene, index)):
            return read_as(together(scene, group_start(scene, index)), "governor")
    return ()


def _of_another(scene: Scene, at: int) -> bool:
    """Whether a clause with a subject of its own begins: أن، الذي, but not أنها for the one before."""
    bare = scene.particle(at, "that") and scene.tokens[at].folded.endswith(_THAT)
    return bare or scene.particle(at, "relative")


def _governed_noun(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verbal noun can hang on a verb before: not on a noun, nor behind بعد; في is some verbs' own.

    (نجح الجيش في قصف، تمكنت القوات من تحرير; not قُتل في غارة)
    """
    head = _phrase_head(scene, trigger)
    if not head or _in_idafa(scene, head) or scene.particle(head - 1, "subordinate"):
        return False
    if "thwart" in scene.words[head - 1].classes:  # كبح هجمات: those of others
        return False
    own = any(scene.words[i].cue(*_CONTROL) for i in range(max(0, head - 2 * FAR), head))
    complement = scene.particle(head - 1, "in", "on", "from")
    if trigger.sense.reading.definite:  # تحاول القوات الاستيلاء: an attempt governs it without one
        tried = any(scene.words[i].cue("attempt") for i in range(max(0, head - NEAR), head))
        return own and (complement or tried)
    return own or not complement


def _governs(scene: Scene, held: Held[Actor], gap: range) -> bool:
    """Whether a party is a subject with a verb right before or after it, not an organ that only speaks."""
    near = [scene.words[i] for i in (*range(max(0, held.first - 3), held.first), *gap)]
    verb = any(word.cues for word in near) and not any(word.cue("suffer", "occur") for word in near)
    verb = verb and not any("opposes" in word.classes for word in near)  # تدين دمشق احتلال
    speaks = held.found.value.kind in ("body", "person")
    means = any(scene.words[i].cue(*_INTENT) for i in gap)  # أكدت الوزارة أنها لا تعتزم شن
    first = range(max(0, held.first - 1), held.first)
    means = means or any(scene.words[i].cue("planned", "attempt") for i in first)  # تعهد الوزير باستعادة
    subject = (not speaks or means) and held.found.rule != "demonym"
    return verb and subject and not governed(scene, held.first)


def behind(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """The subject somewhere before a verb without one after it; who only speaks does not strike."""
    if not trigger.finite or weapon_before(scene, trigger):
        return ()
    found = party_before(scene, trigger.at, "before")
    return () if any(f.value.kind in ("body", "person") for f in found) else found


def missile(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    """Whose missile or drone comes down, by its demonym (سقوط مسيرة إيرانية على البلدة)."""
    at = trigger.at + 1
    held = next((h for h in scene.actors if h.first > trigger.at), None)
    named = held is not None and (held.found.rule == "demonym" or held.first == at)
    if held is None or not named or held.first - trigger.at > GENITIVE_GAP - 1:
        return ()
    return read_as((held,), "missile") if "arms" in scene.words[at].classes else ()
