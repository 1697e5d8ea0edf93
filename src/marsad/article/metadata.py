"""What an HTML page says of itself: publication date, outlet, address, headlines; only where stated."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from marsad.article.dateline import parse_day
from marsad.article.outlet import behind_headline
from marsad.data import read_table
from marsad.records import Published

_ARTICLE_TYPES = ("article", "posting", "report")  # ends of schema.org's types for articles, in lower case
_DEEPEST = 12  # levels of JSON-LD that are walked


@dataclass(frozen=True, slots=True)
class Metadata:
    """The statements of a page's head; None where it makes none."""

    published: Published | None
    outlet: str | None
    url: str | None
    headlines: tuple[str, ...]


def metadata_of(tree: Any) -> Metadata:
    """The metadata of a parsed page (an lxml tree)."""
    metas = dict(reversed(list(_metas(tree))))  # the first of a name wins
    linked = tree.xpath("//link[@rel='canonical']/@href")
    headlines = [
        metas.get("og:title"),
        metas.get("twitter:title"),
        *_texts(tree, "//title"),
        *_texts(tree, "//h1"),
    ]
    return Metadata(
        published=_published(tree, metas),
        outlet=metas.get("og:site_name") or _publisher(tree) or next(_behind(tree), None),
        url=str(linked[0]).strip() if linked else metas.get("og:url"),
        headlines=tuple(dict.fromkeys(" ".join(line.split()) for line in headlines if line and line.strip())),
    )


def _texts(tree: Any, path: str) -> Iterator[str]:
    return (node.text_content() for node in tree.xpath(path))


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = (node.get("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _published(tree: Any, metas: dict[str, str]) -> Published | None:
    """The first source of the house's order that states a whole day."""
    ways: tuple[Callable[[], Published | None], ...] = (
        lambda: _from_metas(metas),
        lambda: _from_linked_data(tree),
        lambda: _from_times(tree),
    )
    return next((found for way in ways if (found := way())), None)


def _from_metas(metas: dict[str, str]) -> Published | None:
    for name in _date_names():
        day = parse_day(metas[name]) if name in metas else None
        if day:
            return Published(day, f"metadata:{name}")
    return None


@cache
def _date_names() -> tuple[str, ...]:
    return tuple(row["name"] for row in read_table("page/date_meta.csv"))


def _from_linked_data(tree: Any) -> Published | None:
    """JSON-LD's `datePublished`, of an article before one of anything else (a web page, a video)."""
    days: list[tuple[bool, date]] = []
    for item in _linked(tree):
        day = parse_day(str(item.get("datePublished") or ""))
        if day:
            days.append((_is_article(item), day))
    best = next((day for article, day in days if article), days[0][1] if days else None)
    return Published(best, "json-ld:datePublished") if best else None


def _publisher(tree: Any) -> str | None:
    """The name of the publisher that JSON-LD gives of an article."""
    for item in _linked(tree):
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) and _is_article(item) else None
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())
    return None


def _behind(tree: Any) -> Iterator[str]:
    """The outlet's name behind the headline in the page's title."""
    yield from (name for title in _texts(tree, "//title") if (name := behind_headline(title)))


def _is_article(item: dict[str, object]) -> bool:
    kind = json.dumps(item.get("@type", "")).lower()
    return any(end in kind for end in _ARTICLE_TYPES)


def _linked(tree: Any) -> Iterator[dict[str, object]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        yield from _objects(_loaded(script), _DEEPEST)


def _loaded(script: str) -> object:
    try:
        return json.loads(script, strict=False)  # pages leave raw line breaks in their strings
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _objects(part, depth - 1)
    elif depth and isinstance(value, list):
        for part in value:
            yield from _objects(part, depth - 1)


def _from_times(tree: Any) -> Published | None:
    """The `<time>` marked as the publication's, else the first after the headline, else the only one."""
    path = "//*[@itemprop='datePublished'] | //time[@pubdate]"
    marked = [node.get("datetime") or node.get("content") or node.text_content() for node in tree.xpath(path)]
    after = list(tree.xpath("//h1[1]/following::time[@datetime]/@datetime"))
    every = list(tree.xpath("//time[@datetime]/@datetime"))
    for values in (marked, after, every if len(set(every)) == 1 else []):
        day = next((day for value in values if (day := parse_day(str(value)))), None)
        if day:
            return Published(day, "time")
    return None
