"""One mention for each actor where a clause gives each its own number (codebook, section 1).

Comes in: the mention of a trigger. Goes out: that mention, or one for each pair of a party and its number:
«يشارك ألف جندي أميركي و150 أفغانيا», «سحبت فرنسا مئتي جندي وألمانيا ثلاثين», «مئة ألف، منهم 68 ألف أميركي».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.records import Actor, EventMention, Quantity
from marsad.what.boundaries import AND
from marsad.what.detect import Trigger
from marsad.what.scene import Held, Scene
from marsad.what.sharing import beyond
from marsad.what.slots import joined, read_as

COUNTED = ("withdraw", "deploy", "force_level")  # types whose actors each have a number
BESIDE = 2  # tokens from a number to its party (150 جنديا أفغانيا)
FURTHER = 4  # tokens from one pair to the next
_PEOPLE = ("force", "person", None)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A number and its party, from the first token to the last."""

    party: Held[Actor]
    number: Held[Quantity]
    first: int
    last: int


def each(scene: Scene, trigger: Trigger, mention: EventMention) -> Iterator[EventMention]:
    """The mention, parted where each actor has its own number."""
    index = _own_number(scene, mention)
    if mention.type not in COUNTED or index is None or not mention.actors:
        yield mention
        return
    own = _pair(scene, scene.quantities[index])
    others = list(_others(scene, trigger, index, own))
    if others:
        rest = {pair.party.found.value.code for pair in others}
        whole = tuple(actor for actor in mention.actors if actor.value.code not in rest)
        mention = replace(mention, actors=read_as((own.party,), "each") if own else whole)
    yield mention
    for pair in others:
        yield replace(mention, actors=read_as((pair.party,), "each"), quantity=pair.number.found)


def _own_number(scene: Scene, mention: EventMention) -> int | None:
    found = mention.quantity
    spans = [held.found.spans[0] for held in scene.quantities]
    return spans.index(found.spans[0]) if found and found.spans[0] in spans else None


def _pair(scene: Scene, number: Held[Quantity]) -> _Pair | None:
    """A number of people with the party right behind it, or else right before it."""
    value = number.found.value
    if value.kind not in _PEOPLE or value.low is value.high is None:
        return None
    for party in scene.actors:
        if 0 < party.first - number.last <= BESIDE and not joined(scene, party):
            return _Pair(party, number, number.first, party.last)
    for party in scene.actors:
        if 0 < number.first - party.last <= BESIDE and party.found.rule != "demonym":
            return _Pair(party, number, party.first, number.last)
    return None


def _others(scene: Scene, trigger: Trigger, index: int, own: _Pair | None) -> Iterator[_Pair]:
    """The pairs that go on with a number: joined to it by و, or told to be a part of it."""
    last = own.last if own else scene.quantities[index].last
    codes = {own.party.found.value.code} if own else set()
    for number in scene.quantities[index + 1 :]:
        pair = _pair(scene, number)
        if pair is None or pair.party.found.value.code in codes or not 0 < pair.first - last <= FURTHER:
            return
        part = trigger.frame.type == "force_level" and _part(scene, pair.first)
        if not (part or (own and _joined(scene, pair.first))) or beyond(scene, trigger.at, pair.first):
            return
        yield pair
        last, codes = pair.last, codes | {pair.party.found.value.code}


def _part(scene: Scene, at: int) -> bool:
    """Whether a number is that of some of those before (منهم 68 ألف جندي أميركي)."""
    return at > 0 and scene.particle(at - 1, "among")


def _joined(scene: Scene, at: int) -> bool:
    return scene.tokens[at].folded.startswith(AND) or (at > 0 and scene.particle(at - 1, "and"))
