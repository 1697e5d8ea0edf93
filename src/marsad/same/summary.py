"""An event from its claims: what they agree on, and where they differ both figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.records import Claim, Event


def summarise(id: str, claims: Sequence[Claim], copies: Mapping[str, str]) -> Event:
    """The event that these claims tell of; `copies` says which article repeats which."""
    first = claims[0]
    days = sorted(claim.published for claim in claims if claim.published)
    outlets = tuple(sorted({claim.outlet for claim in claims if claim.outlet}))
    articles = {claim.article for claim in claims}
    return Event(
        id=id,
        type=first.type,
        claims=tuple(claims),
        factuality=first.factuality,
        actors=first.actors,
        recipients=first.recipients,
        place=first.place,
        start=first.date.start if first.date else None,
        end=first.date.end if first.date else None,
        dates=(),
        quantity=None,
        munitions=None,
        fatalities=None,
        wounded=None,
        outlets=outlets,
        articles=len(articles),
        evidence=len({copies.get(article, article) for article in articles}),
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
    )
