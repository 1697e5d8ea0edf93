"""The killed and the wounded of an attack (codebook, sections 7 and 9).

Each count of the sentence is first read as killed, wounded or neither: by its noun (عشرة قتلى), by the word
of harm that governs it (مقتل عشرة) or by the verb whose subject it is (عشرة جنود قتلوا). Counts joined by و
add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from marsad.howmany.units import noun_at
from marsad.records import Found, Quantity, Span
from marsad.what.boundaries import AND, ARTICLE, opens_clause
from marsad.what.detect import OUTCOMES, Trigger
from marsad.what.scene import COMMAS, STOPS, Held, Scene
from marsad.what.slots import together

CASUALTY_TYPES = ("attack", "protest", "seize")
KILLED, WOUNDED = "killed", "wounded"
_PEOPLE = ("force", "person", None)
_UNITS_OF_HARM = (KILLED, WOUNDED)
GOVERN_REACH = 7  # tokens from a word of harm to the count after it
SUBJECT_REACH = 8  # tokens from a count to the verb of harm after it
TOTAL_REACH = 24  # tokens from "the number of dead" to the number that it rose to
JOIN_REACH = 9  # tokens between two counts that add up
MORE_REACH = 4  # tokens from a count to one more person
LOSS_REACH = 6  # tokens from a negation to the losses that it denies
COMPOUND = 3  # tokens before a trigger that may name the same attack (عملية تبادل إطلاق نار)
NAME_REACH = 2  # tokens from a word of harm to the person that it names
_VERB_ENDS = ("وا", "ا", "ت")


@dataclass(frozen=True, slots=True)
class _Toll:
    """A number of killed or wounded people: the tokens that it stands on."""

    unit: str
    first: int
    last: int
    found: Found[Quantity]


def find_casualties(
    scene: Scene, trigger: Trigger, limits: tuple[int, int], unit: str
) -> Found[Quantity] | None:
    """The killed (or wounded) of the trigger's event: the nearest toll in its part of the sentence."""
    if trigger.frame.type not in CASUALTY_TYPES:
        return None
    tolls, uncounted = list(_tolls(scene, unit)), list(_uncounted(scene, unit))
    if not (tolls or uncounted):
        return None
    low, high = _window(scene, trigger, limits)
    near = [toll for toll in tolls if low <= toll.first <= high]
    near = near or [toll for toll in uncounted if low <= toll.first <= high]
    return min(near, key=lambda toll: abs(toll.first - trigger.at)).found if near else None


def is_toll(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether a number counts people killed or wounded, not forces."""
    unit = held.found.value.unit
    return unit in _UNITS_OF_HARM or (_people(held) and _unit(scene, held) is not None)


def _window(scene: Scene, trigger: Trigger, limits: tuple[int, int]) -> tuple[int, int]:
    """The trigger's stretch, widened to the left up to another attack, cut where another report begins."""
    low, high = limits
    while trigger.frame.type == "attack" and low > 0 and not scene.mark(low - 1, STOPS):
        if _attack(scene, low - 1) and trigger.at - low > COMPOUND:
            break
        low -= 1
    before = (at for at in range(trigger.at - 1, low, -1) if _apart(scene, at))
    after = (at for at in range(trigger.at + 1, high) if _apart(scene, at))
    return next(before, low), next(after, high)


def _apart(scene: Scene, at: int) -> bool:
    """Whether another report begins at a token, and not just the other half of the toll (فيما أصيب عشرة)."""
    if scene.particle(at, "that"):
        return True
    half = scene.particle(at, "meanwhile") and (_harm(scene, at - 1) or _harm(scene, at + 1))
    return scene.particle(at, "apart") and not _timed(scene, at) and not half


def _attack(scene: Scene, at: int) -> bool:
    senses = scene.words[at].senses
    return any(s.frame.type in CASUALTY_TYPES and s.frame.pattern not in OUTCOMES for s in senses)


def _timed(scene: Scene, at: int) -> bool:
    return any(t.first <= at <= t.last for t in scene.times)


def _tolls(scene: Scene, unit: str) -> Iterator[_Toll]:
    """The counted tolls, those joined by و as one."""
    group: list[Held[Quantity]] = []
    for held in scene.quantities:
        if not _people(held) or _part(scene, held) or _title(scene, held):
            continue
        if group and not _joined(scene, group[-1], held):
            yield from _read(scene, unit, group)
            group = []
        group.append(held)
    if group:
        yield from _read(scene, unit, group)


def _title(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether the "count" is the title of a person who goes by name (قائد الفيلق فلان)."""
    return any(a.first <= held.first <= a.last and a.found.value.kind == "person" for a in scene.actors)


def _read(scene: Scene, unit: str, group: list[Held[Quantity]]) -> Iterator[_Toll]:
    """The sum of counts joined by و, if the first or the last of them is read as the unit."""
    if unit in (_unit(scene, group[0]), _unit(scene, group[-1])):
        yield _sum(scene, unit, group)


def _people(held: Held[Quantity]) -> bool:
    value = held.found.value
    return value.kind in _PEOPLE and (value.low is not None or value.high is not None)


def _part(scene: Scene, held: Held[Quantity]) -> bool:
    """Whether the count is of some among those counted before (بينهم سبعة، ثمانية منهم)."""
    before = range(max(0, held.first - 2), held.first)
    after = range(held.last, min(len(scene.tokens), held.last + 2))
    own = _harm(scene, held.first - 1)  # مقتل ثلاثة منهم
    return any(scene.particle(i, "among") for i in (*before, *after)) and not own


def _joined(scene: Scene, one: Held[Quantity], other: Held[Quantity]) -> bool:
    """Whether a count goes on with the one before it: و, and no word of harm, verb or comma between."""
    gap = range(one.last + 1, other.first)
    if len(gap) > JOIN_REACH or other.found.value.unit in _UNITS_OF_HARM:
        return False
    joined = scene.tokens[other.first].folded.startswith(AND) or scene.particle(other.first - 1, "and")
    return joined and not any(
        scene.mark(i, STOPS | COMMAS) or _harm(scene, i) or scene.finite(i) for i in gap
    )


def _sum(scene: Scene, unit: str, group: list[Held[Quantity]]) -> _Toll:
    first, last = group[0], group[-1]
    more = _one_more(scene, last)
    if first is last and not more:
        return _Toll(unit, first.first, first.last, first.found)
    lows, highs = [h.found.value.low for h in group], [h.found.value.high for h in group]
    value = Quantity(
        sum(low for low in lows if low is not None) + more if any(lows) else None,
        None if None in highs else sum(high for high in highs if high is not None) + more,
        first.found.value.unit,
        first.found.value.kind,
    )
    spans = tuple(span for held in group for span in held.found.spans)
    return _Toll(unit, first.first, last.last, Found(value, spans, "sum"))


def _one_more(scene: Scene, held: Held[Quantity]) -> int:
    """One if a single person is added to a count (جنديين أمريكيين وجندي بريطاني)."""
    for at in range(held.last + 1, min(len(scene.tokens), held.last + 1 + MORE_REACH)):
        if scene.mark(at, STOPS | COMMAS) or _harm(scene, at):
            return 0
        if _conjoined(scene, at) and _single(scene, at):
            return 1
    return 0


def _single(scene: Scene, at: int) -> bool:
    """Whether a token is one uncounted person or soldier."""
    found = noun_at(scene.tokens, at)
    return (
        found is not None and found.number == "one" and not found.definite and found.unit.kind in _PEOPLE
        and found.unit.id not in (*_UNITS_OF_HARM, "troops")
    )  # fmt: skip


def _unit(scene: Scene, held: Held[Quantity]) -> str | None:
    """killed, wounded, or None: neither, or both together (185 بين قتيل وجريح)."""
    own = held.found.value.unit
    if own in _UNITS_OF_HARM:
        after = _end(scene, held) + 1
        both = _harm(scene, after) not in (None, own) and _conjoined(scene, after)
        return None if both and not _own_count(scene, after) else own
    return _governor(scene, held) or _predicate(scene, held) or _total(scene, held)


def _end(scene: Scene, held: Held[Quantity]) -> int:
    """The last token of a count, its noun included."""
    end = max(span.end for span in held.found.spans)
    last = held.last
    while last + 1 < len(scene.tokens) and scene.tokens[last + 1].start < end:
        last += 1
    return last


def _harm(scene: Scene, at: int) -> str | None:
    """killed or wounded, if a token is a word of it."""
    if not 0 <= at < len(scene.tokens):
        return None
    word = scene.words[at]
    if WOUNDED in word.classes:
        return WOUNDED
    killing = KILLED in word.classes or any(s.frame.pattern in ("kill", "slay") for s in word.senses)
    return KILLED if killing else None


def _conjoined(scene: Scene, at: int) -> bool:
    return scene.tokens[at].folded.startswith(AND)


def _governor(scene: Scene, held: Held[Quantity]) -> str | None:
    """The word of harm on the left that counts: مقتل نحو عشرة، أصيبت أمس الجمعة أربع نساء."""
    for at in range(held.first - 1, max(-1, held.first - 1 - GOVERN_REACH), -1):
        if _timed(scene, at) or _beside_time(scene, at):
            continue
        harm = _harm(scene, at)
        if harm:
            return None if _both(scene, at, harm) else harm
        if opens_clause(scene, at) or scene.mark(at, COMMAS) or _counted(scene, at, held):
            return None
    return None


def _beside_time(scene: Scene, at: int) -> bool:
    """Whether a token is a comma next to a time (قتل، أمس الجمعة، ثلاثة)."""
    return scene.mark(at, COMMAS) and (_timed(scene, at - 1) or _timed(scene, at + 1))


def _counted(scene: Scene, at: int, held: Held[Quantity]) -> bool:
    return any(q.first <= at <= q.last for q in scene.quantities if q is not held)


def _own_count(scene: Scene, at: int) -> bool:
    """Whether a word of harm has a count of its own: behind it, or shared (عشرات القتلى والجرحى)."""
    start = scene.tokens[at].start
    return any(q.first == at + 1 or any(s.start == start for s in q.found.spans) for q in scene.quantities)


def _both(scene: Scene, at: int, harm: str) -> bool:
    """Whether killed and wounded are counted together: مقتل وإصابة 185."""
    other = _harm(scene, at - 1)
    own = scene.tokens[at - 1].folded.endswith(_VERB_ENDS)  # شخصان قتلا وأصيب عشرة
    return other is not None and other != harm and _conjoined(scene, at) and not own


def _predicate(scene: Scene, held: Held[Quantity]) -> str | None:
    """The verb of harm whose subject the count is: 18 عنصرا من القوات قتلوا."""
    for at in range(held.last + 1, min(len(scene.tokens), held.last + 1 + SUBJECT_REACH)):
        harm = _harm(scene, at)
        if harm and not _conjoined(scene, at):
            return harm if scene.tokens[at].folded.endswith(_VERB_ENDS) else None
        if scene.mark(at, STOPS | COMMAS) or scene.particle(at, "that") or scene.finite(at):
            return None
    return None


def _total(scene: Scene, held: Held[Quantity]) -> str | None:
    """What the number counts that rose to it: عدد الجنود القتلى … إلى 27."""
    if held.first == 0 or not scene.particle(held.first - 1, "to"):
        return None
    for at in range(held.first - 2, max(-1, held.first - TOTAL_REACH), -1):
        if scene.mark(at, STOPS):
            return None
        if "level_noun" in scene.words[at].classes:
            return next((h for i in range(at + 1, at + 5) if (h := _harm(scene, i))), None)
    return None


def _uncounted(scene: Scene, unit: str) -> Iterator[_Toll]:
    """Those who are named or meant (مقتل قائد الفرقة، جرح آخر), none where losses are denied."""
    for at, word in enumerate(scene.words):
        if not (word.senses or word.classes):
            continue
        if _harm(scene, at) == unit and _one_person(scene, at):
            yield _toll(scene, unit, at, _named_together(scene, at), "named")
        elif _lost(scene, at, unit) and _denied(scene, at):
            yield _toll(scene, unit, at, 0, "none")


def _one_person(scene: Scene, at: int) -> bool:
    if scene.words[at].senses and scene.words[at].senses[0].reading.preposition:
        return False  # لاغتيال: nobody was
    after = at + 1 if at + 1 < len(scene.tokens) and not scene.particle(at + 1, "pronoun") else at + 2
    if after < len(scene.tokens) and (scene.particle(after, "another") or _single(scene, after)):
        return True
    if scene.particle(min(after, len(scene.tokens) - 1), "any"):
        return False
    people = (a for a in scene.actors if a.found.value.kind == "person")
    return any(0 < actor.first - at <= NAME_REACH for actor in people)


def _named_together(scene: Scene, at: int) -> int:
    """How many persons a word of harm names, joined by و (مقتل القائد فلان ونائبه فلان): at least one."""
    for index, held in enumerate(scene.actors):
        if held.found.value.kind == "person" and 0 < held.first - at <= NAME_REACH:
            return sum(item.found.value.kind == "person" for item in together(scene, index))
    return 1


def _lost(scene: Scene, at: int, unit: str) -> bool:
    """Whether a token is a bare word of losses: of life, or any (أي خسائر)."""
    if "losses" not in scene.words[at].classes or scene.tokens[at].folded.startswith(ARTICLE):
        return False
    harm = _harm(scene, at)
    return harm == unit or (harm is None and (unit == KILLED or scene.particle(at - 1, "any")))


def _denied(scene: Scene, at: int) -> bool:
    if scene.particle(at - 1, "from") and not scene.finite(at - 2):
        return False  # لا أنباء عن ضحايا
    for i in range(at - 1, max(-1, at - 1 - LOSS_REACH), -1):
        if scene.mark(i, STOPS | COMMAS):
            return False
        if scene.particle(i, "without"):
            return True
    return False


def _toll(scene: Scene, unit: str, at: int, number: int, rule: str) -> _Toll:
    span: tuple[Span, ...] = (scene.tokens[at].span,)
    return _Toll(unit, at, at, Found(Quantity(number, number, unit, "person"), span, rule))
