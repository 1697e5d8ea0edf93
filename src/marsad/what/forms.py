"""What a trigger's own form says of whether it happened, where no word governs it: tense, purpose, time."""

from __future__ import annotations

from marsad.what.detect import Trigger
from marsad.what.lexicon import POSTURE
from marsad.what.polarity import yet
from marsad.what.scene import COMMAS, STOPS, Scene

MOVES = ("withdraw", "deploy")
ANNOUNCED_REACH = 12  # tokens left of a noun to the verb that announces it
TOLD_REACH = 7  # tokens left of a noun to the verb that says that it took place (شهدت المدينة أمس تسليم)
ASKED_REACH = 6  # tokens from هل to what it asks
_ADJUNCTS = ("to_come", "from", "in", "to", "during")  # what goes on after a comma
AIM_REACH = 4  # tokens from a campaign to the place that it is to take
SENT_REACH = 9  # the same from troops that are sent
UNTIL_REACH = 8  # tokens right of forces that stay in which حتى stands
TIME_REACH = 16  # tokens right of a word in which a time to come can stand
_LAM = "ل"
NOUNS = ("assault", "blast", "clash", "kill", "slay", "wreck")  # patterns of an attack's noun


def is_blow(trigger: Trigger) -> bool:
    """Whether the trigger is an attack's noun by itself (هجوم، الغارات), not one with its object."""
    definite = trigger.sense.form == "masdar" and trigger.sense.reading.definite
    return trigger.frame.pattern in NOUNS or (trigger.frame.type == "attack" and definite)


def by_form(scene: Scene, trigger: Trigger) -> str:
    """What the form itself says: future mark, purpose, present, or the plain fact."""
    form = trigger.sense.form
    told = _purpose(scene, trigger)
    if told is None and (form == "present" or trigger.sense.reading.future):
        told = _present(scene, trigger)
    if told is None and form == "masdar":
        told = _noun(scene, trigger)
    if told is None and _asked(scene, trigger.at):
        return "possible"
    return told or "happened"


def _purpose(scene: Scene, trigger: Trigger) -> str | None:
    """ل on the word: an aim (لسحب), a result (انسحبت، لتنهي وجودا), or its governor's own (تعرض لقصف)."""
    if trigger.sense.reading.preposition != _LAM:
        return None
    result = trigger.sense.form == "present" and trigger.at > 0 and scene.mark(trigger.at - 1, COMMAS)
    if result and not _ahead(scene, trigger.at) and not _open(scene, trigger.at):
        return "happened"
    if trigger.frame.pattern in (*NOUNS, "strike", "hit") or _exchanged(scene, trigger):
        return None
    return "possible" if trigger.frame.type == "seize" and not _aim(scene, trigger.at) else "planned"


def _aim(scene: Scene, at: int) -> bool:
    """Whether what is done already aims at it: a campaign, troops sent (عملية لتحرير، نشر جنودا لاحتلال)."""
    for i in range(max(0, at - SENT_REACH), at):
        types = {s.frame.type for s in scene.words[i].senses}
        if "deploy" in types or (at - i <= AIM_REACH and "attack" in types):
            return True
    return any("campaign" in scene.words[i].classes for i in range(max(0, at - AIM_REACH), at))


def _present(scene: Scene, trigger: Trigger) -> str | None:
    """A future or a present: to come, under a condition, told again and again, or going on."""
    at, pattern = trigger.at, trigger.frame.pattern
    if trigger.sense.reading.future or (at and scene.particle(at - 1, "that")):
        if overtaken(scene, at):
            return "happened"
        return "possible" if at > 1 and scene.particle(at - 2, "before_that") else "planned"
    if _stipulated(scene, at) or (trigger.frame.type in POSTURE and _to_come(scene, at)):
        return "planned"
    if at and "which" in scene.words[at - 1].classes and _ahead(scene, at):
        return "planned"  # سيعود الجنود، ما يقلص عددهم
    if at and scene.particle(at - 1, "until"):
        return "possible"  # ريثما تنسحب
    if trigger.frame.type == "attack" and _goes_on(scene, at):
        return "ongoing"
    if scene.title or pattern not in ("move", "send", "vacate"):
        return None
    return "happened" if _ranked(scene, at) else "ongoing"


def _noun(scene: Scene, trigger: Trigger) -> str | None:
    """A verbal noun whose own time or limit is to come, or whose place is still fought for."""
    at, kind = trigger.at, trigger.frame.type
    if (kind in POSTURE or is_blow(trigger)) and _to_come(scene, at):
        return "planned"
    limit = at > 0 and scene.particle(at - 1, "until") and _goes(scene, at)  # مستمرة حتى تحرير المدينة
    if limit or _lasting(scene, trigger):
        return "planned"
    return "ongoing" if kind == "seize" and _fought_for(scene, at) else None


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a relative's present tells what is done again and again (الصواريخ التي يطلقها)."""
    relative = at > 1 and scene.particle(at - 1, "relative")
    return relative and not scene.title and "ordinal" not in scene.words[at - 2].classes


def _goes(scene: Scene, at: int) -> bool:
    """Whether what lasts until then is not over (مستمرة حتى تحرير المدينة)."""
    lasting = any(c.kind == "ongoing" and c.form != "past" for i in range(at) for c in scene.words[i].cues)
    return lasting or _ahead(scene, at)


def _asked(scene: Scene, at: int) -> bool:
    """Whether it is only asked (هل سيكون هناك هجوم)."""
    return any(scene.particle(i, "question") for i in range(max(0, at - ASKED_REACH), at))


def _fought_for(scene: Scene, at: int) -> bool:
    """Whether a campaign or battle for the place is told (في معركة استعادة المدينة)."""
    told = at > 1 and (scene.particle(at - 2, "in") or bool(scene.words[at - 2].cues))
    return told and "campaign" in scene.words[at - 1].classes


def _ranked(scene: Scene, at: int) -> bool:
    """Whether a present counts what is done (ثالث قاعدة تنسحب منها القوات)."""
    return at > 1 and "ordinal" in scene.words[at - 2].classes


def announced(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody announces that forces are sent or pulled out (أعلنت سحب جنودها): so far a plan."""
    kind, before = trigger.frame.type, scene.words[trigger.at - 1].cue("light") if trigger.at else None
    sent = trigger.sense.form == "masdar" and trigger.frame.pattern == "send" and kind in MOVES
    sent = sent or (
        kind == "protest" and before is not None and before.form == "masdar"
    )  # أعلنت تنظيم مظاهرة
    if not sent or trigger.sense.reading.preposition:
        return False
    for at in range(trigger.at - 1, max(-1, trigger.at - ANNOUNCED_REACH), -1):
        if scene.mark(at, STOPS) or scene.particle(at, "that", "relative") or scene.words[at].senses:
            return False
        if scene.particle(at, "announce") or "declaring" in scene.words[at].classes:
            return not (at and scene.particle(at - 1, "conditional"))  # إذا أعلنت ... فإن: it is told as done
    return False


def told(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun stands for something done (بعد انسحاب، جرى سحب): no story makes a plan of it."""
    if trigger.finite or not trigger.at:
        return False
    if scene.particle(trigger.at - 1, "after") and not yet(scene, trigger.at - 1):
        return True
    for at in range(trigger.at - 1, max(-1, trigger.at - TOLD_REACH), -1):
        if scene.mark(at, STOPS | COMMAS):
            return False
        cue = scene.words[at].cue("occur")
        if cue and cue.form == "past":
            return True
    return False


def overtaken(scene: Scene, at: int) -> bool:
    """Whether قبل أن leads the verb in a sentence without a future: what came later has come too."""
    before = at > 1 and scene.particle(at - 1, "that") and scene.particle(at - 2, "before_that")
    return before and not _ahead(scene, at)


def _open(scene: Scene, at: int) -> bool:
    """Whether the sentence up to a token tells of plans or possibilities (يمكن أن ينسحب، لينتشر غيره)."""
    return any(scene.words[i].cue("planned", "possible", "demanded") for i in range(at))


def _ahead(scene: Scene, at: int) -> bool:
    """Whether a future stands in the sentence up to the trigger."""
    words = scene.words[: at + 1]
    if any(scene.particle(i, "future", "future_negation") for i in range(at)):
        return True
    return any(s.reading.future for w in words for s in w.senses) or any(
        c.reading.future for w in words for c in w.cues
    )


def _exchanged(scene: Scene, trigger: Trigger) -> bool:
    """Whether the ل on a noun is its governor's (تبادل لإطلاق النار، تعرضت لقصف), no purpose."""
    return trigger.at > 0 and scene.particle(trigger.at - 1, "takes_lam")


def _stipulated(scene: Scene, verb: int) -> bool:
    """Whether a present tense tells the terms of an agreement (بموجب الاتفاق تغادر القوات)."""
    near = range(1, verb)
    return any(scene.particle(i - 1, "under") and scene.particle(i, "contract") for i in near)


def _to_come(scene: Scene, at: int) -> bool:
    """Whether a time to come stands after the word in its own clause (بحلول حزيران، خلال الأشهر المقبلة)."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + TIME_REACH)):
        if scene.particle(i, "to_come"):
            return True
        comma = scene.mark(i, COMMAS) and not scene.particle(min(i + 1, len(scene.tokens) - 1), *_ADJUNCTS)
        if comma or scene.mark(i, STOPS) or scene.particle(i, "relative", "that") or scene.finite(i):
            return False
        soon = scene.particle(i, "during") and i + 1 < len(scene.tokens) and scene.title
        if soon and "units_of_time" in scene.words[i + 1].classes:  # وصول القوات خلال ساعات
            return True
    return False


def _lasting(scene: Scene, trigger: Trigger) -> bool:
    """Whether forces are to stay until a time (بقاء القوات حتى نهاية العام)."""
    near = range(trigger.at + 1, min(len(scene.tokens), trigger.at + 1 + UNTIL_REACH))
    return trigger.frame.pattern == "stay" and any(scene.particle(i, "until") for i in near)
