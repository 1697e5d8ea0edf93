"""Events as JSON: what `show --json` and `demo --events --json` write; dates are ISO 8601, null: not said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from marsad.records import COUNTS, Claim, Event, Judgement, Place, Quantity, Range, When
from marsad.store import Answer, Ground, Link, Shown, Telling, total

Line = dict[str, object]


def answer_line(answer: Answer) -> Line:
    """What an id leads to: `asked`, `known_as`, `moved` and `events`."""
    return {
        "asked": answer.asked,
        "known_as": answer.known_as,
        "moved": [
            {"id": one.id, "state": one.kind, "into": one.into, "at": _iso(one.at)} for one in answer.moved
        ],
        "events": [shown_line(shown) for shown in answer.events],
    }


def shown_line(shown: Shown) -> Line:
    """An event with its mentions, its course and, where asked for, its grounds."""
    line = {
        **event_line(shown.event),
        "mentions": [_telling(telling) for telling in shown.tellings],
        "before": [_link(link) for link in shown.before],
        "after": [_link(link) for link in shown.after],
        "developments": [_development(link) for link in shown.developments],
    }
    if shown.grounds is not None:
        line["grounds"] = [_ground(ground) for ground in shown.grounds]
    return line


def told_line(event: Event, tellings: Sequence[Telling]) -> Line:
    """An event with its mentions, without its course."""
    return {**event_line(event), "mentions": [_telling(telling) for telling in tellings]}


def event_line(event: Event) -> Line:
    """What an event's claims together tell; every range with its figures, every date with its claims."""
    return {
        "id": event.id,
        "type": event.type,
        "factuality": event.factuality,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "place": _place(event.place),
        "start": _iso(event.start),
        "end": _iso(event.end),
        "dates": [{**_when(when), "claims": list(ids)} for when, ids in event.dates],
        **{slot: _range(getattr(event, slot)) for slot in COUNTS},
        "conflicts": list(event.conflicts),
        "outlets": list(event.outlets),
        "articles": event.articles,
        "evidence": event.evidence,
        "first_published": _iso(event.first_published),
        "last_published": _iso(event.last_published),
    }


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _place(place: Place | None) -> Line | None:
    if place is None:
        return None
    named = ("id", "name", "country", "precision", "lat", "lon", "radius_km")
    return {name: getattr(place, name) for name in named}


def _when(when: When) -> Line:
    return {"start": _iso(when.start), "end": _iso(when.end), "precision": when.precision}


def _range(over: Range | None) -> Line | None:
    if over is None:
        return None
    figures = [
        {"low": f.low, "high": f.high, "unit": f.unit, "claims": list(f.claims), "outlets": list(f.outlets)}
        for f in over.figures
    ]
    return {"low": over.low, "high": over.high, "conflict": over.conflict, "figures": figures}


def _telling(telling: Telling) -> Line:
    claim = telling.claim
    return {
        **_said(claim),
        "trigger": claim.trigger,
        "quote": claim.quote,
        "trigger_in_quote": list(telling.trigger),
        "start": claim.start,
        "frame": claim.frame,
        "title": claim.title,
        "account": claim.account,
        "article": claim.article,
        "article_title": telling.title,
        "outlet": claim.outlet,
        "published": _iso(claim.published),
        "source": telling.source,
        "url": telling.url,
        "version": telling.version,
        "current": telling.current,
        "copy_of": telling.copy_of,
    }


def _said(claim: Claim) -> Line:
    return {
        "id": claim.id,
        "type": claim.type,
        "factuality": claim.factuality,
        "attribution": claim.attribution,
        "actors": list(claim.actors),
        "recipients": list(claim.recipients),
        "place": _place(claim.place),
        "place_role": claim.place_role,
        "date": _when(claim.date) if claim.date else None,
        **{slot: _count(getattr(claim, slot)) for slot in COUNTS},
    }


def _count(count: Quantity | None) -> Line | None:
    return {"low": count.low, "high": count.high, "unit": count.unit} if count else None


def _link(link: Link) -> Line:
    event = link.event
    brief = {key: value for key, value in event_line(event).items() if key in BRIEF}
    return {**_judgement(link.judgement, link.human), "event": brief}


BRIEF: Sequence[str] = ("id", "type", "factuality", "actors", "recipients", "place", "start", "end")


def _development(link: Link) -> Line:
    return _judgement(link.judgement, link.human)


def _ground(ground: Ground) -> Line:
    return {**_judgement(ground.judgement, ground.human), "joins": ground.joins, "other_event": ground.other}


def _judgement(judgement: Judgement, human: bool) -> Line:
    reasons = [{"compared": r.compared, "found": r.found, "weight": r.weight} for r in judgement.reasons]
    return {
        "judgement": judgement.judgement,
        "left": judgement.left,
        "right": judgement.right,
        "score": judgement.score,
        "weight": total(judgement),
        "reasons": reasons,
        "who": judgement.who,
        "human": human,
        "at": _iso(judgement.at),
    }
