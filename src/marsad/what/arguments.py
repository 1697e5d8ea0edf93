"""Who does it and to whom: actors and recipients of a trigger, by the pattern of its frame (فاعل ومفعول).

`_READERS` says, pattern by pattern, which readers of slots.py, doers.py and targets.py fill which argument,
the surest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.data import read_table
from marsad.records import Actor, Found
from marsad.what.asked import addressed
from marsad.what.claims import announcer, culprit
from marsad.what.crowds import crowd
from marsad.what.detect import Trigger
from marsad.what.doers import (
    agent,
    behind,
    by_force,
    close_after,
    genitive,
    governor,
    light,
    missile,
    nation,
    owner,
    possessor,
    purposed,
)  # fmt: skip
from marsad.what.killing import killed, killer
from marsad.what.losing import holder, invaded, ousted
from marsad.what.owners import driven, mover, own_forces, shared, whose_mission
from marsad.what.scene import Scene
from marsad.what.slots import (
    Reader,
    after,
    before,
    halted,
    late_after,
    members,
    partners,
    subject_before,
)  # fmt: skip
from marsad.what.targets import (
    against,
    all_after,
    giver,
    goal_party,
    killed_party,
    mutual,
    second,
    source_party,
    struck,
    suffered,
    taker,
    victims,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one trigger in its own sentence; empty when the sentence leaves them out."""

    actors: tuple[Found[Actor], ...] = ()
    recipients: tuple[Found[Actor], ...] = ()


def find_parties(scene: Scene, trigger: Trigger) -> Parties:
    """Actors and recipients of a trigger that its sentence names."""
    doers, targets = (
        _READERS.get((trigger.frame.pattern, trigger.finite)) or _READERS[trigger.frame.pattern, None]
    )
    if trigger.frame.type == "attack" and mutual(scene, trigger):
        doers, targets = (all_after,), ()
    if trigger.sense.form == "passive":
        doers, targets = (agent,), (*_PASSIVE_TARGETS, *targets)
    actors = _first(scene, trigger, doers, ())
    if actors:
        actors = _once((*actors, *members(scene, trigger), *partners(scene, actors)))
    by = any(a.rule.startswith("agent") for a in actors)
    if by and trigger.finite and suffered in targets:  # قُصفت … من قبل
        targets = (*_PASSIVE_TARGETS, *targets)
    recipients = _first(scene, trigger, targets, actors)
    return Parties(actors or _default(scene, trigger), _once(recipients))


def _once(found: tuple[Found[Actor], ...]) -> tuple[Found[Actor], ...]:
    """Each party once, where it is named first."""
    return tuple({item.value.code: item for item in reversed(found)}.values())[::-1]


@cache
def _defaults() -> dict[str, Actor]:
    """Type → the actor it has when the text names none (data/codebook/defaults.csv)."""
    return {
        row["type"]: Actor(row["code"], row["name"], row["kind"])
        for row in read_table("codebook/defaults.csv")
    }


def _default(scene: Scene, trigger: Trigger) -> tuple[Found[Actor], ...]:
    actor = _defaults().get(trigger.frame.type)
    return (Found(actor, (scene.tokens[trigger.at].span,), "default"),) if actor else ()


def _first(
    scene: Scene, trigger: Trigger, readers: tuple[Reader, ...], taken: tuple[Found[Actor], ...]
) -> tuple[Found[Actor], ...]:
    """What the first reader that finds a new party finds."""
    spans = {item.spans[0] for item in taken}
    for reader in readers:
        found = tuple(item for item in reader(scene, trigger) if item.spans[0] not in spans)
        if found:
            return found
    return ()


_PASSIVE_TARGETS: tuple[Reader, ...] = (after, before)
_MOVER: tuple[Reader, ...] = (addressed, mover, subject_before, after, possessor, late_after, shared, before)
_ATTACKER: tuple[Reader, ...] = (agent, subject_before, close_after, shared, behind)
_STRIKER: tuple[Reader, ...] = (
    agent,
    nation,
    by_force,
    culprit,
    addressed,
    light,
    genitive,
    possessor,
    owner,
    governor,
    announcer,
    purposed,
)
_HITTER: tuple[Reader, ...] = (
    agent,
    by_force,
    culprit,
    addressed,
    light,
    owner,
    governor,
    announcer,
    purposed,
)
_TAKER: tuple[Reader, ...] = (
    agent,
    nation,
    addressed,
    light,
    genitive,
    possessor,
    owner,
    governor,
    announcer,
    purposed,
)
_HIT: tuple[Reader, ...] = (suffered, against, victims, second, holder)
_LOSER: tuple[Reader, ...] = (source_party, holder, invaded, ousted)
# (pattern, whether the trigger is a finite verb; None: either) -> readers of actors, readers of recipients
_READERS: dict[tuple[str, bool | None], tuple[tuple[Reader, ...], tuple[Reader, ...]]] = {
    ("move", None): (_MOVER, ()),
    ("stay", None): (_MOVER, ()),
    ("vacate", None): (_MOVER, ()),
    ("send", None): (_MOVER, ()),
    ("stop", None): ((addressed, subject_before, halted, whose_mission, possessor, late_after, before), ()),
    ("count", None): (_MOVER, ()),
    ("aid", None): ((addressed, subject_before, own_forces, close_after, before), ()),
    ("expel", None): ((after,), ()),
    ("give", None): (
        (agent, giver, addressed, subject_before, close_after, owner, before),
        (goal_party, taker),
    ),
    ("receive", None): ((source_party,), (subject_before, after, before)),
    ("pass", None): ((source_party,), (goal_party,)),
    ("take", True): ((agent, subject_before, close_after, light, shared, behind), _LOSER),
    ("take", False): (_TAKER, _LOSER),
    ("lose", None): ((agent,), (subject_before, after, before)),
    ("fall", None): ((agent,), (source_party,)),
    ("rout", True): ((subject_before, close_after, shared, behind), (second,)),
    ("rout", False): ((agent, owner, governor), (driven, after, second)),
    ("assault", True): (_ATTACKER, _HIT),
    ("assault", False): (_STRIKER, (suffered, against, victims, holder)),
    ("strike", True): (_ATTACKER, _HIT),
    ("strike", False): (_STRIKER, _HIT),
    ("hit", True): (_ATTACKER, _HIT),
    ("hit", False): (_HITTER, (struck, *_HIT)),
    ("wreck", True): (_ATTACKER, (second,)),
    ("wreck", False): ((agent, owner, governor, announcer), (second,)),
    ("launch", True): ((agent, subject_before, close_after, shared, behind), (against,)),
    ("launch", False): (_STRIKER, (against, suffered)),
    ("blast", None): ((agent, missile), _HIT),
    ("clash", None): ((all_after,), ()),
    ("kill", None): ((agent, shared, killer), (killed,)),
    ("slay", True): (_ATTACKER, (second,)),
    ("slay", False): ((agent, governor), (killed_party,)),
    ("gather", None): ((crowd,), ()),
}
