"""What linking made of articles, as scoring asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from marsad.store import Store
from marsad.store.schema import articles, judgements, mentions


class Linked:
    """What a store holds, by the articles' own ids."""

    def __init__(self, store: Store) -> None:
        with store.reading() as connection:
            rows = connection.execute(select(articles)).mappings().all()
            own = {row["id"]: row["given_id"] for row in rows}
            self.text = {row["given_id"]: row["text"] for row in rows}
            self.original = {
                row["given_id"]: row["copy_of"] or _current(rows, row["key"]) or row["id"] for row in rows
            }
            copied = select(judgements.c.left, judgements.c.right).where(
                judgements.c.level == "copy",
                judgements.c.judgement == "same",
                judgements.c.undone.is_(None),
            )
            self.copies = {frozenset((own[a], own[b])) for a, b in connection.execute(copied)}
            asked = select(mentions.c.id, mentions.c.article, mentions.c.start, mentions.c.event)
            self.mentions: dict[str, list[tuple[int, str | None, str]]] = defaultdict(list)
            article_of: dict[str, str] = {}
            event_of: dict[str, str | None] = {}
            for id, article, start, event in connection.execute(asked):
                self.mentions[own[article]].append((start, event, id))
                article_of[id], event_of[id] = own[article], event
            self.events: dict[str, set[str]] = defaultdict(set)
            for id, event in event_of.items():
                if event:
                    self.events[event].add(article_of[id])
            course = select(judgements.c.left, judgements.c.right).where(
                judgements.c.level == "course", judgements.c.undone.is_(None)
            )
            self.courses = {
                (event_of[left], event_of[right])
                for left, right in connection.execute(course)
                if left in event_of and right in event_of
            }

    def repeats(self, one: str, other: str) -> bool:
        """Whether two articles are held for one text: judged so, copies of one original, or versions."""
        return self.original[one] == self.original[other] or frozenset((one, other)) in self.copies

    def events_in(self, id: str, quotes: Iterable[str] | None = None) -> set[str]:
        """The events of an article's mentions; with quotes, of those whose trigger lies in one."""
        told = self.mentions.get(id, [])
        if quotes is None:
            return {event for _, event, _ in told if event}
        spans = list(_spans(self.text.get(id, ""), quotes))
        return {event for at, event, _ in told if event and any(a <= at < b for a, b in spans)}


def _current(rows: Sequence[Any], key: str) -> str | None:
    """The current version of a page: its older versions are one with it."""
    return next((row["copy_of"] or row["id"] for row in rows if row["key"] == key and row["current"]), None)


def _spans(text: str, quotes: Iterable[str]) -> Iterator[tuple[int, int]]:
    for quote in quotes:
        at = text.find(quote)
        while at >= 0:
            yield at, at + len(quote)
            at = text.find(quote, at + 1)
