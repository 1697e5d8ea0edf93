"""Stories: how events follow on one another; linked, never merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.records import Event, Judgement


def courses(events: Sequence[Event]) -> Iterator[Judgement]:
    """Judgements of level course between events, the earlier one left."""
    yield from ()
