"""How many: the forces that an event moves or counts, or the people who take part (codebook, section 7).

After its trigger a number counts as long as the clause goes on; before it, only as the subject of its verb.
What is killed, part of a whole (بينهم) or what a number falls to (إلى) is not moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from marsad.records import Found, Quantity
from marsad.what.boundaries import AND, PLURAL, is_verb
from marsad.what.casualties import find_casualties as find_casualties
from marsad.what.casualties import is_toll
from marsad.what.dates import find_date as find_date
from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.sharing import relation

COUNTING = ("protest", "withdraw", "deploy", "force_level")  # types that say how many take part
GROWTH = frozenset(
    {"deploy.increase", "deploy.raise", "deploy.double", "deploy.grow", "deploy.grow2"}
)  # frames of more forces
TOTAL = "total"  # change of a number that is then reached
SUBJECT_REACH = 16  # tokens from a number to the verb whose subject it counts
CROWD_REACH = 22  # tokens from the number of a crowd to the noun of its protest
LEVEL_REACH = 14  # tokens from "the number of" to what it falls or rises to
BARE_REACH = 2  # tokens from a trigger to a number that counts no noun (سحب نحو مئتين)
NUMBERED_REACH = 3  # tokens from "their number" to the number
SHARED_REACH = 6  # tokens between two verbs that share a number (دخلوا أو لا يزالون يدخلون)
_PREFERENCE = {"force": 0, "person": 0, None: 1, "equipment": 2}
THEM = "هم"
_PLURAL_CONSTRUCT = "يي"  # إرهابيي is no dual
_CUTS = ("that", "meanwhile", "clause", "subordinate")


def find_quantity(scene: Scene, trigger: Trigger, limits: tuple[int, int]) -> Found[Quantity] | None:
    """The number of forces that the trigger moves or counts, or of people who take part."""
    if trigger.frame.type not in COUNTING:
        return None
    near = [q for q in scene.quantities if _counts(scene, trigger, q)]
    ours = [q for q in near if _after(scene, trigger, q, limits) or _subject(scene, trigger, q)]
    if not ours:
        return None
    best = min(ours, key=lambda q: (_foreign(scene, trigger, q), *_preference(scene, trigger, q)))
    return _with_others(scene, best)


def _foreign(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> bool:
    """Whether a number is the subject of another clause's verb: the trigger's own come first."""
    return held.last < trigger.at and bool(relation(scene, trigger.at, held.first))


def _preference(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> tuple[bool, int, int]:
    total = held.found.value.change == TOTAL and trigger.frame.type != "force_level"
    return total, _PREFERENCE[held.found.value.kind], _distance(scene, trigger, held)


def _distance(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> int:
    target = trigger.frame.type == "force_level" and _reached(scene, held)
    return abs(held.first - trigger.at) - (30 if target else 0)


def _counts(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> bool:
    """Whether a number may be one of those who move, are counted or take part."""
    value, kind = held.found.value, trigger.frame.type
    if (value.low is None and value.high is None) or is_toll(scene, held):
        return False
    if _part(scene, held) and not (kind == "force_level" and held.last < trigger.at):
        return False
    if held.found.rule == "dual" and scene.tokens[held.last].folded.endswith(_PLURAL_CONSTRUCT):
        return False
    grown = trigger.frame.name in GROWTH and value.change == TOTAL
    if kind != "force_level" and not grown and (_reached(scene, held) or _left_behind(scene, held)):
        return False
    if value.kind == "force":
        return True
    if value.kind in ("person", None):
        nominal = kind == "force_level" and not trigger.finite and value.kind == "person"
        return kind == "protest" or nominal or _stands_for(scene, trigger, held)
    return value.kind == "equipment" and kind in ("withdraw", "deploy")


def _part(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether the number is of some among those counted before (بينهم 5200 أميركي)."""
    return any(scene.particle(i, "among") for i in range(max(0, held.first - 2), held.first))


def _reached(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether the number is what a level falls or rises to (إلى ثلاثة آلاف جندي)."""
    return held.first > 0 and scene.particle(held.first - 1, "to")


def _left_behind(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether the number is what a level falls from (من 5200 إلى 3000)."""
    from_there = held.first > 0 and scene.particle(held.first - 1, "from")
    after = [q for q in scene.quantities if 0 < q.first - held.last <= LEVEL_REACH]
    return from_there and any(_reached(scene, q) for q in after)


def _stands_for(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> bool:
    """Whether a number without a noun counts forces named before (وهم ثلاثون، مئات منهم، سحب مئتين)."""
    after = range(held.last + 1, min(len(scene.tokens), held.last + 2))
    if any(scene.particle(i, "among") for i in after) or _numbered(scene, held):
        return True
    return held.found.value.kind is None and 0 < held.first - trigger.at <= BARE_REACH


def _numbered(scene: Scene, held: Held[Quantity]) -> bool:
    before = range(max(0, held.first - NUMBERED_REACH), held.first)
    return any(scene.particle(i, "they") or "level_noun" in scene.words[i].classes for i in before)


def _after(scene: Scene, trigger: Trigger, held: Held[Quantity], limits: tuple[int, int]) -> bool:
    """Whether the number stands behind the trigger in its clause, or behind a verb that shares it."""
    if held.first <= trigger.at:
        return False
    if held.first > limits[1] and not _shares(scene, trigger, held, limits[1] + 1):
        return False
    gap = range(trigger.at + 1, held.first)
    if _numbered(scene, held):
        return not any(_ends(scene, i) for i in gap)
    return not any(_cut(scene, i, trigger) for i in gap)


def _shares(scene: Scene, trigger: Trigger, held: Held[Quantity], at: int) -> bool:
    """Whether the next trigger says more of the same forces: a second verb, their number, a change."""
    if trigger.frame.type == "force_level":  # عدد القوات سيتقلص من 5200 إلى 3000
        far = held.first - trigger.at > LEVEL_REACH
        return not far and (trigger.finite or _reached(scene, held))
    senses = scene.words[at].senses
    if any(s.frame.type == "force_level" for s in senses):  # إرسالها، والبالغ عددها
        near = range(max(at, held.first - NUMBERED_REACH), held.first)
        return held.first - at <= SHARED_REACH and any(scene.particle(i, "they") for i in near)
    same = any(s.frame.type == trigger.frame.type for s in senses)
    joined = any(scene.particle(i, "or", "and") for i in range(trigger.at + 1, at))
    return same and joined and at - trigger.at <= SHARED_REACH


def _cut(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the trigger's clause ends at a token."""
    if _ends(scene, at) or scene.particle(at, "was"):
        return True
    same = any(s.frame.type == trigger.frame.type for s in scene.words[at].senses)
    return is_verb(scene, at) and not same and trigger.frame.type != "force_level"


def _ends(scene: Scene, at: int) -> bool:
    """Whether a clause ends at a token; not where a time begins (خلال الأيام المقبلة)."""
    if any(t.first - 1 <= at <= t.last for t in scene.times):
        return False
    return scene.mark(at, STOPS) or scene.particle(at, *_CUTS)


def _subject(scene: Scene, trigger: Trigger, held: Held[Quantity]) -> bool:
    """Whether the number counts the subject before the trigger's verb or participle (مئتا جندي غادروا)."""
    gap = range(held.last + 1, trigger.at)
    how = relation(scene, trigger.at, held.first)
    if "adverbial" in how or ("complement" in how and not trigger.sense.plural):
        return False  # مئتي جندي على غرار تشيكيا التي سحبت ثلاثين
    if trigger.frame.type == "protest":  # خرج آلاف الطلاب في مسيرة
        ends = (scene.mark(i, STOPS) or scene.particle(i, "that", "meanwhile") for i in gap)
        return held.last < trigger.at <= held.last + CROWD_REACH and not any(ends)
    if trigger.at and scene.particle(trigger.at - 1, "that"):  # جنود من المقرر أن يعودوا
        gap = gap[:-1]
    predicate = trigger.finite or trigger.sense.form == "participle" or trigger.sense.reading.pronoun == THEM
    if not predicate or len(gap) > SUBJECT_REACH or held.last > trigger.at:
        return False
    if trigger.sense.reading.conjoined:  # نزل مئات الجنود … وانتشروا
        plural = scene.tokens[trigger.at].folded.endswith(PLURAL)
        return plural and not any(_ends(scene, i) for i in gap)
    commas = [i for i in gap if scene.mark(i, COMMAS)]
    aside = range(commas[0], commas[-1] + 1) if commas else range(0)
    if len(commas) == 1 and commas[0] != trigger.at - 1:
        return False
    return not any(_parts(scene, trigger, i) for i in gap if i not in aside)


def _parts(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether a token between a subject and its verb makes them strangers; لا يزالون and دخلوا أو do not."""
    if _ends(scene, at):
        return True
    word = scene.words[at]
    same = any(s.frame.type == trigger.frame.type for s in word.senses)
    return is_verb(scene, at) and not same and not word.cue("ongoing", "begin")


def _with_others(scene: Scene, held: Held[Quantity]) -> Found[Quantity]:
    """The number with the others that are added to it (2680 جنديا و596 آخرين)."""
    found = held.found
    for other in _neighbours(scene, held):
        value, more = found.value, other.found.value
        if value.low is None or more.low is None:
            continue
        high = None if value.high is None or more.high is None else value.high + more.high
        total = replace(value, low=value.low + more.low, high=high)
        found = Found(total, (*found.spans, *other.found.spans), "sum")
    return found


def _neighbours(scene: Scene, held: Held[Quantity]) -> Iterator[Held[Quantity]]:
    at = scene.quantities.index(held)
    if _others(scene, held) and at:
        yield scene.quantities[at - 1]
    if at + 1 < len(scene.quantities) and _others(scene, scene.quantities[at + 1]):
        yield scene.quantities[at + 1]


def _others(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether a number goes on with one before it: و596 آخرين."""
    joined = scene.tokens[held.first].folded.startswith(AND) or (
        held.first > 0 and scene.particle(held.first - 1, "and")
    )
    after = held.last + 1
    return (
        joined and after < len(scene.tokens) and scene.particle(after, "others") and not is_toll(scene, held)
    )
