"""Whether a frame finds what it asks for around its trigger: needs, object, disqualifiers (frames.csv).

Classes are those of classes.csv; `force` and `armed` also hold where a party's name stands, `number` where
forces are counted. Where grammar puts the forces depends on the pattern: subject of غادر, object of سحب.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.arabic import readings
from marsad.what.lexicon import FINITE, POSTURE, Frame, Sense, block_reaches
from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 14  # tokens on either side in which a frame looks for what it needs
FAR_OBJECT = 12  # the same to an object past a subject and a time (أطلقت القوات فجر السبت عشرة صواريخ)
COUNT_REACH = 11  # tokens after a word of force level that can hold the number (ينتشر في منبج نحو 350 جنديا)
NAME_REACH = 3  # tokens to the name of the town that falls (سقوط مدينة الموصل)
OBJECT_REACH = 5  # tokens after the trigger that can be its object
BLOCK_REACH = 2  # tokens after (before) the trigger that can disqualify it, unless its class says otherwise
ARGUMENT_REACH = 5  # tokens after the trigger that can be its subject or object noun (وصول نحو ألف من الجنود)
SUBJECT_REACH = 10  # tokens before a verb that can hold its subject
FAR_ANTECEDENT = 24  # the same to what a verbal noun's pronoun stands for (…التدريبات… إن كان تعليقها سيبدأ)
BEGIN_REACH = 5  # tokens before a verbal noun in which شرع / باشر stands
AND = "و"  # a conjoined word
PRONOUN_HIS = "ه"  # as written; a ta marbuta folds to the same letter
PRONOUN_HER = "ها"  # what a base takes whose name stands sentences before (جرى تسليمها)
OWN = ("ني", "نا", "ك", "كم")  # who speaks and who is spoken to: no forces are moved by them (تزيدنا)
PERSONS = ("هم", "هن")  # pronouns that no base takes
MOVERS = ("move", "stay", "vacate")  # patterns whose forces are the subject
SENDERS = ("send", "expel", "aid")  # patterns whose forces are the object
INTRANSITIVE = ("stay", "gather", "count")  # patterns whose verbs carry no object pronoun
# patterns whose object may stand before a finite verb: it is written like the passive (القواعد ستسلم)
OBJECT_FIRST = ("stop", "strike", "hit", "blast", "fall", "pass", "give")
ARRIVAL = "deploy.arrive"  # the frame of وصل, which numbers do too
HANDS = ("custody", "state_hands")  # what a base comes back to, never what comes back
FAR_PATTERNS = ("launch", "move", "stop", "give", "receive", *SENDERS)
PARTIES = frozenset({"forces", "group", "coalition", "definite"})  # kinds of actor that are armed
OWNERS = PARTIES | {"state", "generic", "mission", "capital"}  # kinds of actor that have forces
_FORCES = frozenset({"force", "troops", "force_named", "force_subject"})  # needs of everyday lemmas
_ARMED = frozenset({"force", "armed"})
_NO_SUBJECT = frozenset({"force", "site", "part", "time", "daytime", "lasting"})  # no other subject
_PLURAL = ("ون", "وا")  # a verb's endings
_PREPOSITIONS = ("from", "to", "in", "on", "against", "joint")
_CONTROL = (
    "begin",
    "light",
    "planned",
    "attempt",
    "happened",
    "denied",
    "demanded",
    "ongoing",
    "avert",
    "undo",
)  # whose subject is that of the verbal noun after it


def holds(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether a word read in that sense states its event; `armed`: the story is about forces anyway."""
    frame = sense.frame
    if not _written(scene, at, sense):
        return False
    if frame.not_before and before(scene, at, _not_before(sense)):
        return False
    if frame.not_object and _disqualified(scene, at, frame):
        return False
    if _personal(scene, at, sense):
        return False
    if frame.name == ARRIVAL and _amounts(scene, at):
        return False
    if frame.object and not _has_object(scene, at, sense, armed):
        return False
    if _everyday(sense) and not (scene.title or _near(scene, at, "force") or _near(scene, at, "military")):
        return False
    return all(_met(scene, at, sense, need, armed) for need in frame.needs)


def _not_before(sense: Sense) -> Sequence[str]:
    """The classes that disqualify before: a verb is no standing state (مناطق سيطر عليها; not مناطق سيطرة)."""
    if sense.form == "past" and not sense.reading.pronoun:
        return [name for name in sense.frame.not_before if name != "standing"]
    return sense.frame.not_before


def _everyday(sense: Sense) -> bool:
    """Whether a lemma of moving is not by itself one of arms (وصل; not انسحب): its sentence names forces.

    A verbal noun with the pronoun of what is moved (بسحبهم) may leave them to the sentence before.
    """
    back = sense.form not in FINITE and sense.reading.pronoun and sense.frame.pattern == "send"
    return not back and not _FORCES.isdisjoint(sense.frame.needs)


def _written(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether the written word can be that form: يعد is no jussive without لم."""
    if sense.form in FINITE and scene.particle(at, "no_verb"):
        return False
    if sense.form == "past" and scene.particle(at, "beside") and not _subject_next(scene, at):
        return False
    if sense.form == "participle" and sense.frame.pattern == "stay" and sense.reading.definite:
        return False
    if sense.form == "present" and "present_event" in sense.frame.kinds and not _eventive(scene, at, sense):
        return False
    if sense.form == "jussive" and not (at and scene.particle(at - 1, "jussive")):
        return False
    return not sense.reading.pronoun or _takes_pronoun(scene, at, sense)


def _takes_pronoun(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether the pronoun on a word can be its object: وقفة is no وقف + ه, no base is هم."""
    pronoun, frame = sense.reading.pronoun, sense.frame
    if "bare" in frame.kinds or (pronoun in OWN and frame.type in POSTURE and sense.form in FINITE):
        return False
    if pronoun == PRONOUN_HIS:
        written = scene.sentence.text[scene.tokens[at].end - 1] == PRONOUN_HIS
        if not written or (frame.type == "deploy" and (frame.pattern in SENDERS or sense.form != "masdar")):
            return False
    if frame.type == "handover" and pronoun in PERSONS:
        return False
    if "force_subject" in frame.needs and sense.form in FINITE:  # هربتهم: another verb, with an object
        return False
    return not (frame.pattern in INTRANSITIVE and sense.form in FINITE and sense.form != "passive")


def _subject_next(scene: Scene, at: int) -> bool:
    """Whether a word that is also a preposition is the verb: before its forces, a relative before it."""
    if at and scene.particle(at - 1, "modal", "relative"):
        return True
    return _after(scene, at, ("armed",), NAME_REACH)


def _eventive(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a present tense tells an event, not a state: in a headline, as future, after أن or لن."""
    particles = at > 0 and scene.particle(at - 1, "that", "negation", "future")
    return scene.title or sense.reading.future or particles


def is_class(scene: Scene, at: int, name: str) -> bool:
    """Whether a token is of a word class: by the table, as a counted number, or as part of a party's name."""
    if name == "number":
        return any(q.first <= at <= q.last and q.found.value.kind == "force" for q in scene.quantities)
    if name in ("force", "armed") and _in_party(scene, at):
        return True
    return name in scene.words[at].classes


def _in_party(scene: Scene, at: int) -> bool:
    return any(a.first <= at <= a.last and a.found.value.kind in PARTIES for a in scene.actors)


def _is_nation(scene: Scene, at: int) -> bool:
    """Whether the word is a nation's people and no word of force (الروس): civilians too, before a verb."""
    word = scene.words[at].classes
    return word.isdisjoint(_ARMED) and any(
        a.first == a.last == at and a.found.value.kind == "forces" for a in scene.actors
    )


def before(scene: Scene, at: int, classes: Sequence[str]) -> bool:
    """Whether one of the two words before is of one of the classes."""
    return any(is_class(scene, i, name) for i in range(max(0, at - BLOCK_REACH), at) for name in classes)


def _near(scene: Scene, at: int, need: str) -> bool:
    """Whether a word of the class stands within reach on either side, no strong stop between."""
    for step in (-1, 1):
        for i in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= i < len(scene.tokens) or scene.mark(i, STOPS):
                break
            if is_class(scene, i, need):
                return True
    return False


def _following(scene: Scene, at: int, reach: int, commas: bool = False) -> Iterator[int]:
    """The next tokens up to a comma (or over it with `commas`) or stop."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)):
        if scene.mark(i, STOPS) or (scene.mark(i, COMMAS) and not commas):
            return
        yield i


def _after(scene: Scene, at: int, classes: Sequence[str], reach: int, commas: bool = False) -> bool:
    """Whether one of the next words is of one of the classes."""
    return any(is_class(scene, i, name) for i in _following(scene, at, reach, commas) for name in classes)


def _left(scene: Scene, at: int, name: str, armed: bool, reach: int = SUBJECT_REACH) -> bool:
    """Whether the class (in a story about forces: any party) stands before, no strong stop between."""
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        if scene.mark(i, STOPS):
            return False
        if (is_class(scene, i, name) and not _is_nation(scene, i)) or (armed and _mover(scene, i)):
            return True
    return False


def _own_clause(scene: Scene, verb: int) -> int:
    """How far back a verb's subject can stand: up to the أن / إن that opens its clause with another noun."""
    for at in range(verb - 2, max(-1, verb - 1 - SUBJECT_REACH), -1):
        bare = scene.particle(at, "that") and not any(r.pronoun for r in readings(scene.tokens[at].folded))
        if bare and not scene.finite(at + 1) and not scene.words[at + 1].particles:
            return verb - 1 - at
    return SUBJECT_REACH


def _mover(scene: Scene, at: int) -> bool:
    """Whether a party stands there that has forces of its own: no person, office or people."""
    return not _is_nation(scene, at) and any(
        a.first <= at <= a.last and a.found.value.kind in OWNERS for a in scene.actors
    )


def _maybe_passive(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether an active form may be the passive that is written alike (القاذفات التي نُشرت)."""
    return sense.form in FINITE and at > 0 and scene.particle(at - 1, "relative", "modal")


def _has_object(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether the object stands after the trigger, before a passive, or as a pronoun on it."""
    frame, finite = sense.frame, sense.form in FINITE
    reach = FAR_OBJECT if finite and frame.pattern in FAR_PATTERNS else OBJECT_REACH
    if frame.pattern == "fall" or frame.object in (("site_plain",), ("base_word",)):
        reach = NAME_REACH
    if _after(scene, at, frame.object, reach, commas=finite and frame.pattern in ("stop", "give")):
        return True
    pronoun = bool(sense.reading.pronoun)
    fallen = (
        frame.pattern == "fall" and _leads(scene, at, sense) and _noun_next(scene, at)
    )  # سقطت واجهات المحال
    first = finite and frame.pattern in OBJECT_FIRST and not fallen and not _taken(scene, at, frame)
    if _maybe_passive(scene, at, sense) or pronoun or first:
        far = FAR_ANTECEDENT if pronoun and frame.type in POSTURE and not finite else SUBJECT_REACH
        left = any(_left(scene, at, name, False, far) for name in frame.object)
        return left or (armed and "site" in frame.object and sense.reading.pronoun == PRONOUN_HER)
    return False


def _taken(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether the verb has its object after it, so none can stand before (يعيد تموضعه; not ستسلم إلى)."""
    return frame.type in POSTURE and (frame.object[0] in HANDS or _noun_next(scene, at))


def _disqualified(scene: Scene, at: int, frame: Frame) -> bool:
    """Whether the object is of another kind; a party's own name is no object (علق الاتحاد الأوروبي مهمته).

    A union farther off is one to leave (خروج بريطانيا من الاتحاد الأوروبي).
    """
    named = {i for a in scene.actors for i in range(a.first, a.last + 1)}
    subject = {i for a in scene.actors if a.first <= at + 1 for i in range(a.first, a.last + 1)}
    far = SUBJECT_REACH if frame.pattern in SENDERS else BLOCK_REACH  # نشرت الحركة شريطا
    return any(
        is_class(scene, i, name) and not _also(scene, at, i, frame) and not _manned(scene, i, name)
        for name in frame.not_object
        for i in _following(scene, at, far if name == "media" else block_reaches().get(name, BLOCK_REACH))
        if i not in (subject if name == "politics" else named)
    )


def _personal(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a person by name or office is who moves (انسحاب الرئيس ترامب): no forces."""
    mover = sense.frame.pattern == "move" and sense.form not in FINITE and not sense.reading.pronoun
    return mover and any(a.first == at + 1 and a.found.value.kind == "person" for a in scene.actors)


def _amounts(scene: Scene, at: int) -> bool:
    """Whether what is reached is a number (ليصل إلى أكثر من 170 ألفا), which moves nobody."""
    ahead = next((i + 1 for i in _following(scene, at, NAME_REACH) if scene.particle(i, "to")), None)
    return ahead is not None and any(q.first == ahead for q in scene.quantities)


def _manned(scene: Scene, at: int, name: str) -> bool:
    """Whether arms go with men, which is no supply (طائرات أو قوات)."""
    return name == "supply" and _after(scene, at, ("individual", "men"), NAME_REACH, commas=True)


def _also(scene: Scene, at: int, other: int, frame: Frame) -> bool:
    """Whether a disqualifying word is only joined to the object (وقف الهجمات والعمل على …)."""
    folded = scene.tokens[other].folded
    joined = folded.startswith(AND) and any(r.conjoined for r in readings(folded))
    return joined and any(is_class(scene, i, name) for name in frame.object for i in range(at + 1, other))


def _met(scene: Scene, at: int, sense: Sense, need: str, armed: bool) -> bool:
    """Whether the clause holds what the frame needs."""
    if need == "number":
        return _counted(scene, at)
    if need == "force_named":  # lemmas of every-day moving (دخل، غادر): the forces are named
        return _forces(scene, at, sense, "force", False) or _begun(scene, at, sense, armed)
    if need == "force_subject":  # the same without an object (وصل، عاد): another noun after them is who moves
        other = _noun_next(scene, at) or (sense.form not in FINITE and _base_next(scene, at))
        named = not (other and _leads(scene, at, sense)) and _forces(scene, at, sense, "force", False)
        return named or (not other and _begun(scene, at, sense, armed))
    if need in ("force", "troops") and sense.frame.pattern in (*MOVERS, *SENDERS):
        return _forces(scene, at, sense, need, armed) or (armed and _elliptic(sense))
    return _near(scene, at, need) or (armed and need in ("armed", "military"))


def _forces(scene: Scene, at: int, sense: Sense, need: str, armed: bool) -> bool:
    """Whether the forces stand where grammar puts them: after the word, or before a verb as its subject."""
    pattern, finite = sense.frame.pattern, sense.form in FINITE
    late = at + 1 < len(scene.tokens) and scene.particle(at + 1, "to", "in", "from")  # وصلت إلى الميناء قوة
    reach = FAR_OBJECT if finite and (pattern in SENDERS or late) else ARGUMENT_REACH
    if _sent(scene, at, sense, need, reach) or (armed and need == "force" and _party_after(scene, at)):
        return True
    pronoun = bool(sense.reading.pronoun)
    if pronoun or (finite and pattern in MOVERS) or sense.form == "passive":
        reach = SUBJECT_REACH if pronoun else _own_clause(scene, at)
        return _left(scene, at, need, armed, reach) or (armed and pronoun)
    return _maybe_passive(scene, at, sense) and _left(scene, at, need, armed)


def _sent(scene: Scene, at: int, sense: Sense, need: str, reach: int) -> bool:
    """Whether the forces stand after the word; far from a verb of sending, they are no part of a phrase of
    place or purpose (عززت الخطوة الجهود في تدريب الجنود).
    """
    far = sense.frame.pattern in SENDERS and sense.form in FINITE
    return any(
        is_class(scene, i, need) and not (far and i - at > ARGUMENT_REACH and _phrased(scene, i))
        for i in _following(scene, at, reach)
    )


def _phrased(scene: Scene, at: int) -> bool:
    """Whether a preposition governs the word or the noun that it is the genitive of."""
    first = at - 1 if scene.particle(at - 1, *_PREPOSITIONS) else at - 2
    counted = any(h.first <= at - 1 <= h.last for h in scene.quantities)
    return scene.particle(first, *_PREPOSITIONS) and not counted


def _leads(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a verb can stand before its subject: not in the plural, and without an object (ووصل الوفد)."""
    bare = sense.form in FINITE and not sense.reading.pronoun
    return bare and not _plural(scene.tokens[at].folded)


def _noun_next(scene: Scene, at: int) -> bool:
    """Whether a noun follows at once: no preposition, particle, time, count, force, site or state's name."""
    after = at + 1
    if after >= len(scene.tokens) or scene.tokens[after].kind != "word":
        return False
    word, folded = scene.words[after], scene.tokens[after].folded
    led = word.particles or any(r.preposition for r in readings(folded)) or folded.endswith("ا")
    party = any(h.first <= after <= h.last for h in scene.actors)
    count = any(h.first <= after <= h.last for h in scene.quantities)
    return not (led or party or count or word.classes & _NO_SUBJECT)


def _base_next(scene: Scene, at: int) -> bool:
    """Whether a base follows at once that is no party's name: بقاء القاعدة."""
    site = at + 1 < len(scene.tokens) and "site_plain" in scene.words[at + 1].classes
    return site and not _in_party(scene, at + 1)


def _plural(word: str) -> bool:
    """Whether a verb is written in the plural, which only follows its subject."""
    return word.endswith(_PLURAL)


def _begun(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether a verbal noun has the forces as subject of its verb of beginning (شرعت في الوصول)."""
    near = range(max(0, at - BEGIN_REACH), at)
    if any(is_class(scene, i, "civilian") for i in near):  # حثوا اللاجئين على العودة
        return False
    begins = any(scene.words[i].cue(*_CONTROL) for i in near) or (at > 0 and scene.particle(at - 1, "on"))
    return sense.form not in FINITE and begins and _left(scene, at, "force", armed)


def _counted(scene: Scene, at: int) -> bool:
    """Whether a number of forces stands close: within the words after, or right before (جندي ينتشرون)."""
    for held in scene.quantities:
        if held.found.value.kind == "force" and not scene.stop_between(held.first, at):
            if held.first < at:
                if at - held.last <= ARGUMENT_REACH:
                    return True
            elif held.first - at <= COUNT_REACH and not _parted(scene, at, held.first):
                return True
    return False


def _parted(scene: Scene, at: int, number: int) -> bool:
    """Whether a number belongs to another verb, or stands behind a comma and far."""
    far = number - at > OBJECT_REACH and any(scene.mark(i, COMMAS) for i in range(at, number))
    return far or any(
        s.form in FINITE for i in range(at + 1, number) for s in scene.words[i].senses if i > at + 1
    )


def _party_after(scene: Scene, at: int) -> bool:
    """Whether a party that can be forces stands right after the trigger (انسحاب فرنسا، not ترامب)."""
    return any(
        0 < held.first - at <= BLOCK_REACH and held.found.value.kind in (*PARTIES, "state")
        for held in scene.actors
    )


def _elliptic(sense: Sense) -> bool:
    """Whether the word leaves its argument to the story: a noun with a pronoun or the article (الانسحاب)."""
    return sense.form not in FINITE and bool(sense.reading.pronoun or sense.reading.definite)
