"""A person's judgement stays with its sentence, though a newer coder or version of the page names it anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from marsad.records import MACHINE, Judgement
from marsad.store.schema import articles, mentions


def anchored(connection: Connection, edges: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements, a person's with ends that stand: the same type in the same sentence of the article."""
    for edge in edges:
        if edge.who == MACHINE:
            yield edge
        else:
            left, right = (_standing(connection, end) for end in (edge.left, edge.right))
            yield replace(edge, left=left, right=right)


def _standing(connection: Connection, id: str) -> str:
    """The mention itself where it stands, or else the one that took its place; itself where none did."""
    joined = mentions.join(articles, mentions.c.article == articles.c.id)
    asked = select(mentions.c.type, mentions.c.quote, mentions.c.retired, articles.c.current, articles.c.key)
    row = connection.execute(asked.select_from(joined).where(mentions.c.id == id)).first()
    if row is None or (row.retired is None and row.current):
        return id
    heirs = (
        select(mentions.c.id)
        .select_from(joined)
        .where(
            articles.c.key == row.key,
            articles.c.current,
            mentions.c.retired.is_(None),
            mentions.c.type == row.type,
            mentions.c.quote == row.quote,
        )
    )
    return connection.execute(heirs.order_by(mentions.c.start)).scalars().first() or id
