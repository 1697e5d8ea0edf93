"""Permanent ids, made from what they name, so that the same pages give the same ids in every store.

An article's id comes from its page's bytes, a mention's from its article, trigger and type, an event's from
the mention that founded it: a, m or e and sixteen hexadecimal digits. An id is never given to anything else.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from math import floor

from marsad.records import EventMention

DIGITS = 16  # 64 bits: among 10 million things two share an id with a chance of 3 in a million


def article_id(page_sha256: str) -> str:
    """The id of the article that stands on the page with these bytes."""
    return "a" + page_sha256[:DIGITS]


def mention_ids(article: str, mentions: Iterable[EventMention]) -> list[str]:
    """One id a mention, in order; several of one trigger and type (one an actor) are counted through."""
    seen: Counter[tuple[int, str]] = Counter()
    ids = []
    for mention in mentions:
        key = mention.trigger.start, mention.type
        ids.append(_named("m", article, *map(str, key), str(seen[key])))
        seen[key] += 1
    return ids


def account_id(article: str, label: str) -> str:
    """The id of an article's account of one event: its mentions that share the coder's label."""
    return f"{article}/{label}"


def cell_of(lat: float | None, lon: float | None) -> int | None:
    """The one-degree square that a point lies in: 360 to a degree of latitude, from the south-west."""
    if lat is None or lon is None:
        return None
    return floor(lat + 90) * 360 + floor(lon + 180) % 360


def event_id(founder: str) -> str:
    """The id of the event that is first known by this mention."""
    return _named("e", founder)


def _named(kind: str, *parts: str) -> str:
    return kind + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:DIGITS]
