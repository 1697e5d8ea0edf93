"""Whether a frame finds what it asks for around its trigger: needs, object, disqualifiers (frames.csv).

`nearby` knows what stands around a word, `movers` where the forces stand, `objects` what is moved or taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic import readings
from marsad.what.lexicon import FINITE, POSTURE, Sense
from marsad.what.movers import (
    MOVERS,
    SENDERS,
    base_next,
    begun,
    counted,
    elliptic,
    finds_forces,
    his,
    leads,
    led,
    noun_next,
    owned,
)
from marsad.what.nearby import before, following, is_class, stands_after, stands_before, stands_near
from marsad.what.objects import (
    amounts,
    disqualified,
    exceeds,
    grows_of,
    has_object,
    left_politically,
    personal,
)
from marsad.what.scene import Scene

PRONOUN_HIS = "ه"  # as written; a ta marbuta folds to the same letter
NEXT = 2  # tokens after a verb that is also a preposition in which its subject stands (عبر آخر رتل الحدود)
WITHIN = "ب"
OWN = ("ني", "نا", "ك", "كم")  # who speaks and who is spoken to: no forces are moved by them (تزيدنا)
PERSONS = ("هم", "هن", "هما")  # pronouns that no base takes
INTRANSITIVE = ("stay", "gather", "count")  # patterns whose verbs carry no object pronoun
GROWTH = "deploy.increase"  # the frame of زاد, which with على tells how many there are
STAYING = "deploy.remain"  # the frame of بقي, which with a noun or على is to be and no place
STAY_REACH = 6  # tokens to the preposition of the place where they stay
SPREAD = ("deploy.spread_out", "deploy.send")  # frames of نشر and إرسال, which with the article publish
ARRIVAL = "deploy.arrive"  # the frame of وصل, which numbers do too
COUNTRY_REACH = 5  # tokens from staying to the country that is stayed in
_FORCES = frozenset({"force", "troops", "force_named", "force_subject"})  # needs of everyday lemmas


def holds(scene: Scene, at: int, sense: Sense, armed: bool) -> bool:
    """Whether a word read in that sense states its event; `armed`: the story is about forces anyway."""
    frame = sense.frame
    if not _written(scene, at, sense) or _refused(scene, at, sense):
        return False
    if frame.object and not has_object(scene, at, sense, armed):
        return False
    if armed and _stays_in(scene, at, sense):
        return True
    if _everyday(sense) and not (scene.title or _armed_here(scene, at)):
        return False
    return all(_met(scene, at, sense, need, armed) for need in frame.needs)


def _armed_here(scene: Scene, at: int) -> bool:
    """Whether forces or something military are told of around the word."""
    return stands_near(scene, at, "force") or stands_near(scene, at, "military")


def _refused(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a word before or an object of another kind says that no event is stated."""
    frame = sense.frame
    if frame.not_before and before(scene, at, _not_before(scene, at, sense)):
        return True
    if frame.not_object and disqualified(scene, at, frame):
        return True
    if frame.name == ARRIVAL and amounts(scene, at):
        return True
    if frame.pattern == "fall" and "hands" in frame.object and _shot(scene, at):
        return True
    if left_politically(scene, at, frame) or (frame.name == STAYING and not _there(scene, at, sense)):
        return True
    if "zone" in frame.not_before and _zone_of(scene, at):
        return True
    above = frame.name == GROWTH and sense.form in FINITE and (exceeds(scene, at) or grows_of(scene, at))
    return above or personal(scene, at, sense)


def _zone_of(scene: Scene, at: int) -> bool:
    """Whether a word that may be a noun is the genitive of a zone (مناطق تمركز المسلحين)."""
    nouns = any(sense.form == "masdar" for sense in scene.words[at].senses)
    return nouns and at > 0 and is_class(scene, at - 1, "zone")


def _there(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a verb of staying says where (ستبقى القوات في القاعدة; not بقيت الحركة جماعة)."""
    if sense.form not in FINITE:
        return True
    return any(
        scene.particle(i, "in")
        or is_class(scene, i, "until")
        or any(r.preposition == WITHIN for r in readings(scene.tokens[i].folded))
        for i in range(at + 1, min(len(scene.tokens), at + 1 + STAY_REACH))
    )


def _shot(scene: Scene, at: int) -> bool:
    """Whether what falls was fired or flew (القذائف التي سقطت على الأحياء): no ground."""
    return any(stands_before(scene, at, name, False) for name in ("missile", "aircraft", "killed"))


def _not_before(scene: Scene, at: int, sense: Sense) -> Sequence[str]:
    """The classes that disqualify before: a verb is no standing state (مناطق سيطر عليها; not مناطق سيطرة)."""
    if sense.form == "past" and not sense.reading.pronoun:
        return [name for name in sense.frame.not_before if name not in ("standing", "zone")]
    if sense.form in FINITE and "zone" in sense.frame.not_before:  # الأماكن التي ستنتشر فيها
        return [name for name in sense.frame.not_before if name != "zone"]
    if "level_change" in sense.frame.not_before and exceeds(scene, at):
        return [name for name in sense.frame.not_before if name != "level_change"]
    return sense.frame.not_before


def _everyday(sense: Sense) -> bool:
    """Whether a lemma of moving is not by itself one of arms (وصل; not انسحب): its sentence names forces.

    A verbal noun with the pronoun of what is moved (بسحبهم) may leave them to the sentence before.
    """
    back = sense.form not in FINITE and sense.reading.pronoun and sense.frame.pattern == "send"
    return not back and not _FORCES.isdisjoint(sense.frame.needs)


def _written(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether the written word can be that form: يعد is no jussive without لم."""
    if scene.particle(at, "no_verb" if sense.form in FINITE else "no_noun"):
        return False
    if sense.form == "past" and scene.particle(at, "beside") and not _subject_next(scene, at):
        return False
    if sense.form == "participle" and sense.frame.pattern == "stay" and sense.reading.definite:
        return False
    if sense.form == "masdar" and sense.plural and sense.frame.pattern == "stay":  # تمركزات العدو
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
    if frame.type in ("handover", "suspend") and pronoun in PERSONS:
        return False
    if "force_subject" in frame.needs and sense.form in FINITE:  # هربتهم: another verb, with an object
        return False
    return not (frame.pattern in INTRANSITIVE and sense.form in FINITE and sense.form != "passive")


def _subject_next(scene: Scene, at: int) -> bool:
    """Whether a word that is also a preposition is the verb: before its forces, a relative before it."""
    if at and scene.particle(at - 1, "modal", "relative"):
        return True
    return stands_after(scene, at, ("armed",), NEXT)


def _again(scene: Scene, at: int) -> bool:
    """Whether forces are told to spread anew or as such (إعادة الانتشار، الانتشار العسكري)."""
    near = scene.words[max(0, at - 1) : at + 2]
    of_state = any(held.first == at + 1 for held in scene.actors)
    return of_state or any("military" in word.classes or "redeploy" in word.classes for word in near)


def _eventive(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether a present tense tells an event, not a state: in a headline, as future, after أن or لن."""
    particles = at > 0 and scene.particle(at - 1, "that", "negation", "future")
    return scene.title or sense.reading.future or particles


def _stays_in(scene: Scene, at: int, sense: Sense) -> bool:
    """Whether staying is told of a country (أقنع حليفه بالبقاء طويلا في سوريا), not of civilians there."""
    if sense.frame.pattern != "stay" or sense.form in FINITE or before(scene, at, ("civilian", "politics")):
        return False
    states = {a.first for a in scene.actors if a.found.value.kind == "state"}
    return any(scene.particle(i, "in") and i + 1 in states for i in following(scene, at, COUNTRY_REACH))


def _met(scene: Scene, at: int, sense: Sense, need: str, armed: bool) -> bool:
    """Whether the clause holds what the frame needs."""
    if need == "number":
        return counted(scene, at)
    if need in ("force_named", "force_subject") and his(scene, at, sense):
        return False
    if need == "force_named":  # lemmas of every-day moving (دخل، غادر): the forces are named
        return finds_forces(scene, at, sense, "force", False) or begun(scene, at, sense, armed)
    if need == "force_subject":  # the same without an object (وصل، عاد): another noun after them is who moves
        moved = sense.form not in FINITE and base_next(scene, at)
        other = moved or (noun_next(scene, at) and not (sense.form in FINITE and led(scene, at)))
        barred = moved or (other and (leads(scene, at, sense) or owned(scene, at, sense)))
        named = not barred and finds_forces(scene, at, sense, "force", False)
        return named or (not other and begun(scene, at, sense, armed))
    if need in ("force", "troops") and sense.frame.pattern in (*MOVERS, *SENDERS):
        bare = sense.frame.pattern == "stay" or (sense.frame.name in SPREAD and sense.reading.definite)
        untold = armed and elliptic(sense) and (not bare or _again(scene, at))
        if sense.frame.pattern in MOVERS and noun_next(scene, at) and owned(scene, at, sense):
            return False  # انتشار البناء
        spread = sense.frame.pattern == "stay" and begun(scene, at, sense, armed)
        return untold or spread or finds_forces(scene, at, sense, need, armed)
    return stands_near(scene, at, need) or (armed and need in ("armed", "military"))
