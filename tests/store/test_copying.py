"""A copy's judgement can be taken back: the article is its own again, and stays so."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select, update

from marsad.store import Store, add, link
from marsad.store.judging import undo
from marsad.store.schema import articles, judgements
from tests.store.pages import FIGURES, record, write


def copies(store: Store) -> list[str | None]:
    with store.reading() as connection:
        return list(connection.execute(select(articles.c.copy_of).order_by(articles.c.published)).scalars())


def test_an_undone_copy_stays_undone(store: Store, tmp_path: Path) -> None:
    pages = write(
        tmp_path / "two.jsonl",
        record("n1", "nahr", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES),
        record("w3", "tilal", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES, day="2022-06-17"),
    )
    list(add([pages], store))
    first, second = copies(store)
    assert first is None and second is not None
    with store.reading() as connection:
        number = connection.execute(select(judgements.c.id).where(judgements.c.level == "copy")).scalar_one()
    undo(store, number)
    assert copies(store) == [None, None]
    with store.writing() as connection:
        connection.execute(update(articles).values(linked=False))
    link(store)
    assert copies(store) == [None, None]
