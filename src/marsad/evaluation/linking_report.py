"""Linking figures as a text for people and as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from marsad.evaluation.linking import LinkingScore

DIGITS = 4


def report_linking(score: LinkingScore) -> str:
    """The figures in lines, then what was missed."""
    return "\n".join(_lines(score))


def report_linking_json(score: LinkingScore) -> str:
    """One JSON object: the figures of each level, with every group, pair and step that went wrong."""
    found = asdict(score)
    for name in ("copies", "events"):
        level = getattr(score, name)
        figures = ("precision", "recall", "f1") if name == "events" else ("precision", "strict", "recall")
        found[name] = {key: round(getattr(level, key), DIGITS) for key in figures} | found[name]
    return json.dumps(found, ensure_ascii=False)


def _lines(score: LinkingScore) -> Iterator[str]:
    copies, events, chains = score.copies, score.events, score.chains
    yield f"{score.articles} articles; {len(score.absent)} of those named are not among them"
    yield (
        f"near-duplicates: recall {copies.recall:.3f} ({copies.found} of {copies.listed} listed pairs), "
        f"precision {copies.precision:.3f} ({copies.right} of {copies.joined} joined pairs; "
        f"{copies.unlisted} of them by their words alone, {copies.strict:.3f} without these)"
    )
    yield (
        f"same event: F1 {events.f1:.3f}, precision {events.precision:.3f}, recall {events.recall:.3f} "
        f"({events.right} pairs joined, {events.wrong} wrong, {events.missed} missed)"
    )
    yield f"groups that share one event: {len(events.between)}"
    if events.different:
        yield f"pairs of two events that were joined: {events.mixed} of {events.different}"
    yield f"chains: {chains.linked} of {chains.steps} steps linked, {chains.ordered} in order"
    for group in events.groups:
        yield f"  {len(group.joined)} of {group.articles}: {group.name}"
        for what, ids in (
            ("nothing coded", group.uncoded),
            ("kept apart", group.apart),
            ("from elsewhere", group.strangers),
        ):
            if ids:
                yield f"      {what}: {', '.join(ids)}"
    for one, other in events.between:
        yield f"  one event for two groups: {one} / {other}"
