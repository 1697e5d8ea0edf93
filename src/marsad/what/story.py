"""What the other mentions of a story say about one whose own words leave its factuality open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import EventMention
from marsad.what.lexicon import POSTURE

STORY = ("planned", "possible", "demanded")  # what a bare noun can take from its story


def agree(mentions: Sequence[EventMention], title_end: int) -> list[EventMention]:
    """A bare noun or a headline's present takes the factuality that the story states elsewhere for its type.

    "The withdrawal" in a story whose verbs all say that it is planned is planned; a plain past ends that.
    """
    return [_agreed(mention, mentions, title_end) for mention in mentions]


def _agreed(mention: EventMention, mentions: Sequence[EventMention], title_end: int) -> EventMention:
    if mention.type not in POSTURE or not _open(mention, title_end):
        return mention
    told = [
        m.factuality for m in mentions
        if m is not mention and m.type == mention.type and not _open(m, title_end) and _same_party(m, mention)
    ]  # fmt: skip
    stated = [found.value for found in told]
    if not stated or "happened" in stated or "ongoing" in stated:
        return mention
    value = max(STORY, key=stated.count)
    if not stated.count(value):
        return mention
    giver = told[stated.index(value)]
    return replace(mention, factuality=replace(giver, rule=f"inherited:{giver.rule}"))


def _open(mention: EventMention, title_end: int) -> bool:
    """Whether only the trigger's form spoke: a noun, or the present tense of a headline."""
    rule = mention.factuality.rule
    return rule == "form:masdar" or (rule == "form:present" and mention.sentence.end <= title_end)


def _same_party(one: EventMention, other: EventMention) -> bool:
    mine, theirs = ({a.value.code for a in m.actors} for m in (one, other))
    return not mine or not theirs or bool(mine & theirs)
