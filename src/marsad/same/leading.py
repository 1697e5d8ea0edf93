"""Which claim stands for an event in lists and exports."""

from __future__ import annotations

from marsad.records import COUNTS, Claim, Event


def lead_of(event: Event) -> Claim:
    """The claim that says most: one of the event's own factuality, of many fields, in a headline, early."""

    def said(claim: Claim) -> tuple[bool, int, bool, str, str]:
        fields = (claim.actors, claim.place, claim.date, *(getattr(claim, slot) for slot in COUNTS))
        filled = sum(bool(field) for field in fields)
        return claim.factuality != event.factuality, -filled, not claim.title, str(claim.published), claim.id

    return min(event.claims, key=said)
