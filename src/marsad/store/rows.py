"""Records to rows of the tables, and back; the one place that knows both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import RowMapping

from marsad.lines import mention_line
from marsad.records import (
    COUNTS,
    Article,
    Claim,
    Event,
    EventMention,
    Found,
    Judgement,
    Place,
    Quantity,
    Range,
    Reason,
    When,
)
from marsad.same import lead_of
from marsad.store.ids import account_id, cell_of, mention_ids
from marsad.store.runs import now

Row = dict[str, Any]
UNITS = ("quantity", "munitions")  # what is counted may differ; the dead and wounded are persons


def mention_rows(id: str, article: Article, mentions: tuple[EventMention, ...], run: int) -> Iterator[Row]:
    """The rows of an article's mentions; `id` is the article's permanent one."""
    for name, mention in zip(mention_ids(id, mentions), mentions, strict=True):
        yield {
            "id": name,
            "article": id,
            "account": account_id(id, mention.event),
            "type": mention.type,
            "frame": mention.frame,
            "trigger": article.text[mention.trigger.start : mention.trigger.end],
            "start": mention.trigger.start,
            "end": mention.trigger.end,
            "quote": article.text[mention.sentence.start : mention.sentence.end],
            "quote_start": mention.sentence.start,
            "title": mention.sentence.end <= len(article.title),
            "factuality": mention.factuality.value,
            "attribution": mention.attribution.value if mention.attribution else None,
            "actors": _listed(found.value.code for found in mention.actors),
            "recipients": _listed(found.value.code for found in mention.recipients),
            **_place(mention.place, mention.place_role),
            **_time(mention.date),
            **_counts(mention),
            "outlet": article.outlet,
            "published": article.published.value if article.published else None,
            "evidence": json.dumps(mention_line(article, mention), ensure_ascii=False),
            "run": run,
        }


def _listed(codes: Iterator[str]) -> str:
    return json.dumps(list(codes), ensure_ascii=False)


def _place(found: Found[Place] | None, role: str | None) -> Row:
    place = found.value if found else None
    return {
        "place_id": place and place.id,
        "place_name": place and (place.canonical or place.name),
        "place_kind": place and place.kind,
        "place_precision": place and place.precision,
        "place_role": role if place else None,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "radius_km": place and place.radius_km,
    }


def _time(found: Found[When] | None) -> Row:
    when = found.value if found else None
    return {
        "since": when and when.start,
        "until": when and when.end,
        "date_precision": when and when.precision,
        "date_basis": when and when.basis,
    }


def _counts(mention: EventMention) -> Row:
    row: Row = {}
    for slot in COUNTS:
        found: Found[Quantity] | None = getattr(mention, slot)
        count = found.value if found else None
        row |= {f"{slot}_low": count and count.low, f"{slot}_high": count and count.high}
        if slot in UNITS:
            row[f"{slot}_unit"] = count and count.unit
    return row


def claim_of(row: RowMapping) -> Claim:
    """The claim that a row of `mentions` holds."""
    return Claim(
        id=row["id"],
        article=row["article"],
        account=row["account"],
        type=row["type"],
        frame=row["frame"],
        trigger=row["trigger"],
        start=row["start"],
        quote=row["quote"],
        factuality=row["factuality"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        actors=tuple(json.loads(row["actors"])),
        recipients=tuple(json.loads(row["recipients"])),
        place=_placed(row),
        place_role=row["place_role"],
        date=_dated(row),
        attribution=row["attribution"],
        quantity=_counted(row, "quantity"),
        munitions=_counted(row, "munitions"),
        fatalities=_counted(row, "fatalities"),
        wounded=_counted(row, "wounded"),
    )


def _placed(row: RowMapping) -> Place | None:
    if row["place_name"] is None:
        return None
    return Place(
        name=row["place_name"],
        country=row["country"],
        kind=row["place_kind"],
        precision=row["place_precision"],
        lat=row["lat"],
        lon=row["lon"],
        id=row["place_id"],
        radius_km=row["radius_km"],
    )


def _dated(row: RowMapping) -> When | None:
    if row["date_basis"] is None:
        return None
    return When(row["since"], row["until"], row["date_precision"], row["date_basis"])


def _counted(row: RowMapping, slot: str) -> Quantity | None:
    low, high = row[f"{slot}_low"], row[f"{slot}_high"]
    if low is None and high is None:
        return None
    return Quantity(_whole(low), _whole(high), row[f"{slot}_unit"] if slot in UNITS else None)


def _whole(end: float | None) -> float | None:
    """15 for 15.0, as the coder gives it: columns hold floats."""
    return int(end) if end is not None and float(end).is_integer() else end


def judgement_row(judgement: Judgement, human: bool, run: int | None) -> Row:
    """The row of a judgement, without its id, which the store gives."""
    return {
        "level": judgement.level,
        "left": judgement.left,
        "right": judgement.right,
        "judgement": judgement.judgement,
        "score": judgement.score,
        "reasons": json.dumps(
            [[reason.compared, reason.found, reason.weight] for reason in judgement.reasons],
            ensure_ascii=False,
        ),
        "who": judgement.who,
        "human": human,
        "at": judgement.at or now(),
        "undone": judgement.undone,
        "run": run,
    }


def judgement_of(row: RowMapping) -> Judgement:
    """The judgement that a row holds."""
    return Judgement(
        **{name: row[name] for name in ("level", "left", "right", "judgement", "who", "score", "at")},
        reasons=tuple(Reason(*reason) for reason in json.loads(row["reasons"])),
        undone=row["undone"],
        id=row["id"],
    )


def event_row(event: Event) -> Row:
    """The row of an active event."""
    place = event.place
    return {
        "id": event.id,
        "state": "active",
        "merged_into": None,
        "type": event.type,
        "factuality": event.factuality,
        "start": event.start,
        "end": event.end,
        "day": event.start or event.end or event.first_published,
        "place_id": place and place.id,
        "place_name": place and place.name,
        "place_precision": place and place.precision,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "radius_km": place and place.radius_km,
        "cell": cell_of(place.lat, place.lon) if place else None,
        **{f"{slot}_{end}": _bound(event, slot, end) for slot in COUNTS for end in ("low", "high")},
        "mentions": len(event.claims),
        "articles": event.articles,
        "evidence": event.evidence,
        "outlets": len(event.outlets),
        "conflict": bool(event.conflicts),
        "lead": lead_of(event).id,
        "first_published": event.first_published,
        "last_published": event.last_published,
        "updated_at": now(),
    }


def _bound(event: Event, slot: str, end: str) -> float | None:
    over: Range | None = getattr(event, slot)
    bound: float | None = getattr(over, end) if over else None
    return bound


def party_rows(event: Event) -> list[Row]:
    """Who takes part in an event, a row each."""
    day = event.start or event.end or event.first_published
    roles = (("actor", event.actors), ("recipient", event.recipients))
    return [
        {"event": event.id, "role": role, "code": code, "day": day}
        for role, codes in roles
        for code in dict.fromkeys(codes)
    ]
