"""Why an event's mentions are one, on a terminal: each judgement with its reasons, and what spoke against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rich.text import Text

from marsad.cli.fields import plain
from marsad.cli.labels import Label, label
from marsad.data import read_table
from marsad.records import Claim, Event, Reason
from marsad.store import Ground, total

Lines = list[tuple[int, Text]]


def ground_lines(event: Event, grounds: Sequence[Ground], lang: str) -> Iterator[tuple[str, Lines]]:
    """(title, lines) of what joins the event's mentions, and of the likest that were kept apart."""
    joined = [ground for ground in grounds if ground.joins]
    apart = [ground for ground in grounds if not ground.joins]
    one = len({claim.account for claim in event.claims}) == 1
    nothing = [(2, Text(_say("alone" if one else "none", lang)))]
    yield _say("why", lang), [line for ground in joined for line in _lines(ground, lang)] or nothing
    none = [(2, Text(_say("none", lang)))]
    yield _say("against", lang), [line for ground in apart for line in _lines(ground, lang)] or none


def _say(name: str, lang: str) -> str:
    return label("show", name).told(lang)


def _lines(ground: Ground, lang: str) -> Iterator[tuple[int, Text]]:
    """The judgement, its two ends, and each reason with its weight."""
    judgement = ground.judgement
    facts = [label("judgement", judgement.judgement).told(lang)]
    if judgement.score is not None:
        facts.append(f"{_say('score', lang)} {judgement.score:.3f}")
    if judgement.reasons:
        facts.append(f"{_say('sum', lang)} {total(judgement):+.1f}")
    who = f"{_say('human' if ground.human else 'by', lang)} {plain(judgement.who)}"
    facts.append(f"{who} {judgement.at:%Y-%m-%d %H:%M}" if judgement.at else who)
    if ground.other:
        facts.append(f"{_say('in_event', lang)} {ground.other}")
    yield 2, Text(" · ".join(facts), "bold" if ground.human else "")
    yield from ((5, _end(claim)) for claim in (ground.left, ground.right))
    yield from ((5, _reason(reason, lang)) for reason in judgement.reasons)


def _end(claim: Claim) -> Text:
    day = claim.published.isoformat() if claim.published else ""
    return Text(
        " · ".join(filter(None, (claim.id, day, plain(claim.outlet or ""), plain(claim.quote)))), "dim"
    )


def _reason(reason: Reason, lang: str) -> Text:
    words, bars = _levels().get((reason.compared, reason.found), (None, False))
    told = words.told(lang) if words else plain(reason.found)
    barred = f": {_say('bars', lang)}" if bars else ""
    return Text(f"{reason.weight:+5.1f}  {told}{barred}")


@cache
def _levels() -> dict[tuple[str, str], tuple[Label, bool]]:
    """What the levels of a comparison are called, and whether one rules a join out."""
    return {
        (row["comparison"], row["level"]): (Label(row["ar"], row["en"]), bool(row["bars"]))
        for row in read_table("same/levels.csv")
    }
