"""What the other mentions of a story say about one whose own words leave its factuality open (بقية الخبر)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import EventMention
from marsad.what.lexicon import POSTURE

STORY = ("planned", "possible", "demanded")  # what a bare noun can take from its story
ANNOUNCED, DONE = "announced", ("happened", "ongoing")
DECIDED = 2  # statements that it takes to move what has a tense or time of its own


def agree(mentions: Sequence[EventMention], title_end: int) -> list[EventMention]:
    """A bare noun or a headline's present takes the factuality that the story states elsewhere for its type.

    "The withdrawal" in a story whose verbs all say that it is planned is planned; a plain past ends that.
    """
    return [_agreed(mention, mentions, title_end) for mention in mentions]


def _agreed(mention: EventMention, mentions: Sequence[EventMention], title_end: int) -> EventMention:
    headline = mention.sentence.end <= title_end
    least = _least(mention, headline)
    if least is None:
        return mention
    told = [
        m.factuality for m in mentions
        if m is not mention and m.type == mention.type and not _open(m, title_end) and _same_party(m, mention)
    ]  # fmt: skip
    if mention.factuality.rule == ANNOUNCED:
        value = next((found.value for found in told if found.value in DONE), None)
    else:
        value = _stated([found.value for found in told], least, headline)
    giver = next((found for found in told if found.value == value), None)
    if giver is None:
        return mention
    return replace(mention, factuality=replace(giver, rule=f"inherited:{giver.rule}"))


def _least(mention: EventMention, headline: bool) -> int | None:
    """How many statements of the story move a mention; None: its own words decide."""
    rule, posture = mention.factuality.rule, mention.type in POSTURE
    if rule == ANNOUNCED:  # what was announced is done where the story tells of it as done
        return 1
    if rule == "form:masdar" or (rule == "form:present" and headline):
        return 1 if posture else None
    aside = rule == "form:told" or (rule == "form:present" and mention.factuality.value == "ongoing")
    return DECIDED if posture and aside else None


def _stated(values: Sequence[str], least: int, headline: bool) -> str | None:
    """What the story's statements say together: one value that no deed speaks against."""
    if "happened" in values:
        return None
    ongoing = values.count("ongoing")
    value = max(STORY if least < DECIDED or headline else STORY[:1], key=values.count)
    if values.count(value) >= max(least, DECIDED * ongoing):
        return value
    return "ongoing" if headline and ongoing and ongoing == len(values) else None


def _open(mention: EventMention, title_end: int) -> bool:
    """Whether only the trigger's form spoke: a noun, or the present tense of a headline."""
    rule = mention.factuality.rule
    return rule == "form:masdar" or (rule == "form:present" and mention.sentence.end <= title_end)


def _same_party(one: EventMention, other: EventMention) -> bool:
    mine, theirs = ({a.value.code for a in m.actors} for m in (one, other))
    return not mine or not theirs or bool(mine & theirs)
