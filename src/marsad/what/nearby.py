"""What stands around a word: words of a class, parties, nations (classes.csv), up to stops and commas.

Classes are those of classes.csv; `force` and `armed` also hold where a party's name stands, `number` where
forces are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.what.scene import COMMAS, STOPS, Scene

REACH = 14  # tokens on either side in which a frame looks for what it needs
BLOCK_REACH = 2  # tokens after (before) the trigger that can disqualify it, unless its class says otherwise
SUBJECT_REACH = 10  # tokens before a verb that can hold its subject
PARTIES = frozenset({"forces", "group", "coalition", "definite"})  # kinds of actor that are armed
_CARRIED = frozenset({"force", "troops"})  # classes whose craft carry forces only where a word says so
_MISSIONS = frozenset({"mission", "mission_noun"})  # classes that an adjective makes civil (عمليات الطحن)
_SITES = ("site", "site_plain", "base_word")
_OF_WAR = frozenset({"warlike", "military"})
OWNERS = PARTIES | {"state", "generic", "mission", "capital"}  # kinds of actor that have forces
_ARMED = frozenset({"force", "armed"})


def is_class(scene: Scene, at: int, name: str) -> bool:
    """Whether a token is of a word class: by the table, as a counted number, or as part of a party's name."""
    if name == "number":
        return any(q.first <= at <= q.last and q.found.value.kind == "force" for q in scene.quantities)
    if name in ("force", "armed") and in_party(scene, at):
        return True
    if name in _SITES and any(a.first < at <= a.last for a in scene.actors if a.found.value.kind == "group"):
        return False  # تنظيم القاعدة is no base
    classes = scene.words[at].classes
    if name == "ceasefire" and name in classes:  # وقف إطلاق النار; not بعد إطلاق النار
        return "truce" in classes or (at > 0 and "truce" in scene.words[at - 1].classes)
    if name in _MISSIONS and name in classes:
        return not (at + 1 < len(scene.tokens) and "civil_kind" in scene.words[at + 1].classes)
    return name in classes and not (name in _CARRIED and "craft" in classes and not _warlike(scene, at))


def _warlike(scene: Scene, at: int) -> bool:
    """Whether craft are those of forces, by a word or a party beside them (سفن حربية; not تجارية)."""
    near = range(max(0, at - 1), min(len(scene.tokens), at + 4))
    return any(not scene.words[i].classes.isdisjoint(_OF_WAR) or in_party(scene, i) for i in near) or any(
        a.first <= at <= a.last or a.first in (at + 1, at + 2) for a in scene.actors
    )


def in_party(scene: Scene, at: int) -> bool:
    """Whether the word is part of the name of a party that is armed."""
    return any(a.first <= at <= a.last and a.found.value.kind in PARTIES for a in scene.actors)


def is_nation(scene: Scene, at: int) -> bool:
    """Whether the word is a nation's people and no word of force (الروس): civilians too, before a verb."""
    word = scene.words[at].classes
    return word.isdisjoint(_ARMED) and any(
        a.first == a.last == at and a.found.value.kind == "forces" for a in scene.actors
    )


def before(scene: Scene, at: int, classes: Sequence[str]) -> bool:
    """Whether one of the two words before is of one of the classes."""
    return any(is_class(scene, i, name) for i in range(max(0, at - BLOCK_REACH), at) for name in classes)


def stands_near(scene: Scene, at: int, need: str) -> bool:
    """Whether a word of the class stands within reach on either side, no strong stop between."""
    for step in (-1, 1):
        for i in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= i < len(scene.tokens) or scene.mark(i, STOPS):
                break
            if is_class(scene, i, need):
                return True
    return False


def following(scene: Scene, at: int, reach: int, commas: bool = False) -> Iterator[int]:
    """The next tokens up to a comma (or over it with `commas`) or stop."""
    for i in range(at + 1, min(len(scene.tokens), at + 1 + reach)):
        if scene.mark(i, STOPS) or (scene.mark(i, COMMAS) and not commas):
            return
        yield i


def stands_after(scene: Scene, at: int, classes: Sequence[str], reach: int, commas: bool = False) -> bool:
    """Whether one of the next words is of one of the classes."""
    return any(is_class(scene, i, name) for i in following(scene, at, reach, commas) for name in classes)


def stands_before(scene: Scene, at: int, name: str, armed: bool, reach: int = SUBJECT_REACH) -> bool:
    """Whether the class (in a story about forces: any party) stands before, no strong stop between."""
    for i in range(at - 1, max(-1, at - 1 - reach), -1):
        if scene.mark(i, STOPS):
            return False
        if (is_class(scene, i, name) and not is_nation(scene, i)) or (armed and mover(scene, i)):
            return True
    return False


def mover(scene: Scene, at: int) -> bool:
    """Whether a party stands there that has forces of its own: no person, office or people."""
    return not is_nation(scene, at) and any(
        a.first <= at <= a.last and a.found.value.kind in OWNERS for a in scene.actors
    )
