"""The JSON Lines format: one article a line, its mentions as the gold writes them, and where each was read.

Comes in: an `Article`, its `EventMention`s and, where asked for, its entities. Goes out: plain dicts, the one
place where Marsad makes them, because they are the file format. The gold's keys come first and mean what the
codebook says; the keys after them (`frame`, `munitions`, `spans`, `rules`, `date_text`, `quantity_text`) are
ours, and scorers do not look at them. Where asked for, `explained` says of each value what its rule says, and
whether and from where it was inherited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from marsad.records import (
    Actor,
    Article,
    Candidate,
    Defect,
    Entity,
    EventMention,
    Explanation,
    Found,
    Place,
    Quantity,
    Span,
    When,
    Why,
)
from marsad.who import became, belongs, id_of, name_of

SLOTS = (
    "actors",
    "recipients",
    "place",
    "date",
    "quantity",
    "fatalities",
    "wounded",
    "munitions",
    "factuality",
    "attribution",
)
Value = Found[Any] | tuple[Found[Any], ...] | None


def json_line(
    article: Article,
    mentions: Sequence[EventMention],
    entities: Sequence[Entity] | None = None,
    explanations: Sequence[Explanation] | None = None,
) -> str:
    """One article with its mentions as one line of JSON, Arabic left readable, without the line's end."""
    return json.dumps(article_line(article, mentions, entities, explanations), ensure_ascii=False)


def article_line(
    article: Article,
    mentions: Sequence[EventMention],
    entities: Sequence[Entity] | None = None,
    explanations: Sequence[Explanation] | None = None,
) -> dict[str, object]:
    """One article with its mentions in the format of the gold standard, and its entities where given.

    `explanations` are those of the mentions, in their order.
    """
    published = article.published
    named = {} if entities is None else {"entities": [entity_line(article, entity) for entity in entities]}
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "published": published.value.isoformat() if published else None,
        "published_source": published.source if published else None,
        "url": article.url,
        "title": article.title,
        "text": article.text,
        "mentions": [
            {**mention_line(article, mention), **explained}
            for mention, explained in zip(mentions, _explained(article, mentions, explanations), strict=True)
        ],
        **named,
        "defects": [_defect(defect) for defect in article.defects],
    }


def mention_line(article: Article, mention: EventMention) -> dict[str, object]:
    """One mention in the format of the gold standard; offsets are code points of `article.text`."""
    return {
        "type": mention.type,
        "start": mention.trigger.start,
        "end": mention.trigger.end,
        "trigger": _words(article, mention.trigger),
        "sentence": _pair(mention.sentence),
        "actors": _codes(mention.actors),
        "recipients": _codes(mention.recipients),
        "place": _place(mention.place),
        "place_role": mention.place_role,
        "date": _date(mention.date),
        "quantity": _range(mention.quantity),
        "fatalities": _range(mention.fatalities),
        "wounded": _range(mention.wounded),
        "factuality": mention.factuality.value,
        "attribution": mention.attribution.value if mention.attribution else None,
        "event": mention.event,
        "frame": mention.frame,
        "munitions": _range(mention.munitions),
        **_evidence(mention),
        "date_text": _text(article, mention.date),
        "quantity_text": _text(article, mention.quantity),
    }


def entity_line(article: Article, entity: Entity) -> dict[str, object]:
    """One entity: its kind, its main span and words, what they stand for, and by which rule.

    `spans` holds the antecedent's span second where the value was read there ("its forces").
    """
    kind, value = _named(entity.value, article.published.value if article.published else None)
    return {
        "kind": kind,
        "start": entity.start,
        "end": entity.end,
        "text": _words(article, entity.spans[0]),
        "value": value,
        "rule": entity.rule,
        "spans": _pairs(entity.spans),
    }


def _named(value: Actor | Place | When | Quantity, day: date | None) -> tuple[str, dict[str, object]]:
    match value:
        case Actor():
            return "actor", _party(value, day)
        case Place():
            return "place", _located(value)
        case When():
            return "time", {**_ends(value), **_cells(value, "precision", "basis", "bound", "duration")}
        case Quantity():
            return "quantity", _cells(value, "low", "high", "unit", "share_of", "share", "change")


def _party(actor: Actor, day: date | None) -> dict[str, object]:
    """A party under its table's name; on the day of publication: what it belonged to, what it had become."""
    row = id_of(actor)
    heir = became(row, day) if row else None
    return {
        "code": actor.code or None,
        "id": row,
        "name": (row and name_of(row, day)) or actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "part_of": list(belongs(row, day)) if row else [],
        "became": heir if heir != row else None,
    }


def _located(place: Place) -> dict[str, object]:
    """A place with the precision of its point, and the places of the same name that it was preferred to."""
    return {
        "id": place.id,
        "name": place.canonical or place.name,
        **_cells(place, "country", "lat", "lon", "precision", "kind", "radius_km", "why"),
        "candidates": [_candidate(beaten) for beaten in place.beaten],
    }


def _candidate(beaten: Candidate) -> dict[str, object]:
    return _cells(beaten, "id", "name", "country", "lat", "lon", "precision", "score", "why")


def _cells(record: object, *names: str) -> dict[str, object]:
    return {name: getattr(record, name) for name in names}


def _evidence(mention: EventMention) -> Mapping[str, object]:
    """Where each argument was read and by which rule; a list of values has a list of both, in its order."""
    spans: dict[str, object] = {}
    rules: dict[str, object] = {}
    for slot in SLOTS:
        value: Value = getattr(mention, slot)
        if isinstance(value, tuple) and value:
            spans[slot] = [_pairs(found.spans) for found in value]
            rules[slot] = [found.rule for found in value]
        elif isinstance(value, Found):
            spans[slot] = _pairs(value.spans)
            rules[slot] = value.rule
    return {"spans": spans, "rules": rules}


def _explained(
    article: Article, mentions: Sequence[EventMention], explanations: Sequence[Explanation] | None
) -> list[dict[str, object]]:
    """For each mention what its explanation adds to the line; nothing where none is asked for."""
    if explanations is None:
        return [{} for _ in mentions]
    return [explanation_line(article, explanation) for explanation in explanations]


def explanation_line(article: Article, explanation: Explanation) -> dict[str, object]:
    """The mention's clause, its sources from the outermost in, and for each value how it was found."""
    explained: dict[str, object] = {}
    for slot in SLOTS:
        whys = [_why(article, why) for why in explanation.whys if why.slot == slot]
        if whys:
            explained[slot] = whys if slot in ("actors", "recipients") else whys[0]
    voices = [
        {"name": voice.value, "rule": voice.rule, "spans": _pairs(voice.spans)}
        for voice in explanation.voices
    ]
    return {"clause": _pair(explanation.clause), "voices": voices, "explained": explained}


def _why(article: Article, why: Why) -> dict[str, object]:
    """The rule and what it says; whether the value is inherited, and from the trigger of which mention."""
    spans = why.found.spans
    return {
        "text": _words(article, spans[0]) if spans else None,
        "rule": why.found.rule,
        "rule_says": {"en": why.says.en, "ar": why.says.ar},
        "stands": why.stands,
        "inherited": why.found.inherited,
        "sentence": _pair(why.sentence),
        "from": _giver(article, why.giver) if why.giver else None,
    }


def _giver(article: Article, mention: EventMention) -> dict[str, object]:
    """The mention that a value was inherited from, by its trigger and event."""
    start, end = _pair(mention.trigger)
    return {"start": start, "end": end, "trigger": _words(article, mention.trigger), "event": mention.event}


def _codes(actors: Sequence[Found[Actor]]) -> list[str]:
    return [found.value.code for found in actors]


def _place(found: Found[Place] | None) -> dict[str, object] | None:
    if found is None:
        return None
    place = found.value
    return {
        "name": place.name,
        "country": place.country,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _date(found: Found[When] | None) -> dict[str, str | None] | None:
    """Both ends as ISO dates; None for words that cannot be resolved, which `date_text` still keeps."""
    if found is None or found.value.basis == "unresolved":
        return None
    return _ends(found.value)


def _ends(when: When) -> dict[str, str | None]:
    start, end = when.start, when.end
    return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}


def _range(found: Found[Quantity] | None) -> dict[str, object] | None:
    """Both ends, with unit and share; None for a share without a number (codebook, section 7)."""
    if found is None or (found.value.low is None and found.value.high is None):
        return None
    count = found.value
    kept = {"unit": count.unit, "share_of": count.share_of}
    return {"low": count.low, "high": count.high, **{key: word for key, word in kept.items() if word}}


def _defect(defect: Defect) -> dict[str, object]:
    return {"kind": defect.kind, "text": defect.text, "page": _pair(defect.page) if defect.page else None}


def _text(article: Article, found: Found[Any] | None) -> str | None:
    return _words(article, found.spans[0]) if found and found.spans else None


def _words(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]
