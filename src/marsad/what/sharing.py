"""What a trigger's clause shares with another's: the tokens that are its own, coordination (العطف).

Verbs of one type joined by و or أو with nothing between them share subject, place, number and date; other
triggers have the words between the last boundary before them and the next trigger for their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.what.detect import Trigger
from marsad.what.scene import COMMAS, STOPS, Scene

_FOREIGN = frozenset({"adverbial", "coordinate", "complement", "quotation"})
JOINED_GAP = 3  # tokens between two verbs that share subject, place and number (دخلوا أو لا يزالون يدخلون)


def limits(scene: Scene, triggers: Sequence[Trigger], index: int) -> tuple[int, int]:
    """The tokens that are the trigger's own: from the last boundary after the trigger before to the next one.

    Verbs joined by و or أو share theirs (دخلوا أو لا يزالون يدخلون المدينة).
    """
    first = last = index
    while first and _coordinated(scene, triggers[first - 1], triggers[first]):
        first -= 1
    while last + 1 < len(triggers) and _coordinated(scene, triggers[last], triggers[last + 1]):
        last += 1
    low = 0
    if first:
        at, previous = triggers[first].at, triggers[first - 1].at
        low = next((i for i in range(at, previous, -1) if _boundary(scene, i)), at)
    high = triggers[last + 1].at - 1 if last + 1 < len(triggers) else len(scene.tokens) - 1
    return low, high


def _coordinated(scene: Scene, one: Trigger, other: Trigger) -> bool:
    """Whether two verbs of one type are joined with nothing of their own between them."""
    gap = range(one.at + 1, other.at)
    same = one.frame.type == other.frame.type and one.finite and other.finite
    joined = other.sense.reading.conjoined or any(scene.particle(i, "or", "and") for i in gap)
    return same and joined and len(gap) <= JOINED_GAP and not any(scene.mark(i, COMMAS | STOPS) for i in gap)


def _boundary(scene: Scene, at: int) -> bool:
    return scene.mark(at, COMMAS | STOPS) or scene.particle(at, "relative", "subordinate", "that", "and")


def relation(scene: Scene, at: int, other: int) -> tuple[str, ...]:
    """How the clause of token `other` stands to that of `at`: empty for one and the same.

    Else where it stands (`below`: it hangs on it; `above`: it holds it; `apart`), then the kinds between.
    """
    one, two = scene.of[at], scene.of[other]
    if one == two:
        return ()
    mine, theirs = _line(scene, one), _line(scene, two)
    if one in theirs:
        return "below", *(scene.clauses[n].kind for n in theirs[: theirs.index(one)])
    if two in mine:
        return "above", *(scene.clauses[n].kind for n in mine[: mine.index(two)])
    return ("apart",)


def _line(scene: Scene, number: int) -> list[int]:
    """A clause and those that it hangs on, the nearest first."""
    line = [number]
    while (governor := scene.clauses[line[-1]].governor) is not None:
        line.append(governor)
    return line


def beyond(scene: Scene, at: int, other: int) -> bool:
    """Whether a clause of its own begins between a trigger and a token behind it (بينما، إذا، وأعلنت، إن)."""
    how = relation(scene, at, other)
    return "apart" in how or not _FOREIGN.isdisjoint(how[1:] if how[:1] == ("below",) else ())
