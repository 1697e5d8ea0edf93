"""Courses in the store: the same whatever came first, undone when they no longer hold, people's kept."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

import marsad
from marsad.records import Judgement
from marsad.store import Store
from marsad.store.events import recompute
from marsad.store.rows import judgement_row
from marsad.store.runs import now
from marsad.store.schema import articles, judgements, mentions

PAGES = {
    "plan": ("2020-03-02", "فرنسا تعتزم سحب قواتها من العراق",
             "أعلنت فرنسا أنها ستسحب قواتها من العراق قريبا."),
    "step": ("2020-03-10", "القوات الفرنسية تنسحب من قاعدة القيارة",
             "انسحبت القوات الفرنسية من قاعدة القيارة جنوب الموصل في العراق أمس الاثنين."),
    "next": ("2020-03-14", "القوات الفرنسية تغادر معسكر التاجي",
             "انسحبت القوات الفرنسية من معسكر التاجي شمال بغداد في العراق أمس الجمعة."),
    "denial": ("2020-03-05", "باريس تنفي سحب قواتها", "نفت فرنسا سحب قواتها من العراق."),
}  # fmt: skip
Courses = set[tuple[str, str, str]]


def page(folder: Path, name: str) -> Path:
    day, title, text = PAGES[name]
    record = {"id": name, "title": title, "text": text, "published": day, "outlet": f"صحيفة {name}"}
    file = folder / f"{name}.jsonl"
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    return file


def standing(store: Store) -> Courses:
    """The courses that stand, as names of pages."""
    one, other = articles.alias(), articles.alias()
    left, right = mentions.alias(), mentions.alias()
    joined = judgements.join(left, left.c.id == judgements.c.left).join(
        right, right.c.id == judgements.c.right
    )
    joined = joined.join(one, one.c.id == left.c.article).join(other, other.c.id == right.c.article)
    asked = select(one.c.given_id, judgements.c.judgement, other.c.given_id).select_from(joined)
    asked = asked.where(judgements.c.undone.is_(None), judgements.c.level == "course")
    with store.reading() as connection:
        return {tuple(row) for row in connection.execute(asked)}  # type: ignore[misc]


def test_a_plan_its_denial_and_its_steps_are_linked(tmp_path: Path) -> None:
    with marsad.open_store(tmp_path / "m.db") as store:
        list(marsad.add([page(tmp_path, name) for name in PAGES], store))
        found = standing(store)
    assert {
        ("plan", "carried_out", "step"),
        ("plan", "denied", "denial"),
        ("step", "follows", "next"),
    } <= found


@pytest.mark.parametrize("order", list(permutations(PAGES))[::5])
def test_the_courses_do_not_depend_on_what_came_first(tmp_path: Path, order: tuple[str, ...]) -> None:
    with marsad.open_store(tmp_path / "all.db") as store:
        list(marsad.add([page(tmp_path, name) for name in PAGES], store))
        at_once = standing(store)
    with marsad.open_store(tmp_path / "each.db") as store:
        for name in order:
            list(marsad.add(page(tmp_path, name), store))
        assert standing(store) == at_once


def test_a_course_that_no_longer_holds_is_undone_not_deleted(tmp_path: Path) -> None:
    with marsad.open_store(tmp_path / "m.db") as store:
        list(marsad.add([page(tmp_path, name) for name in ("plan", "step")], store))
        assert ("plan", "carried_out", "step") in standing(store)
        with store.writing() as connection:
            of = connection.execute(select(articles.c.id).where(articles.c.given_id == "step")).scalar_one()
            connection.execute(update(articles).where(articles.c.id == of).values(current=False))
            ids = connection.execute(select(mentions.c.id).where(mentions.c.article == of)).scalars()
            recompute(connection, set(ids))
        assert standing(store) == set()
        with store.reading() as connection:
            kept = (
                connection.execute(select(judgements).where(judgements.c.level == "course")).mappings().all()
            )
        assert kept and all(row["undone"] is not None for row in kept)


def test_the_same_again_writes_nothing_new(tmp_path: Path) -> None:
    with marsad.open_store(tmp_path / "m.db") as store:
        list(marsad.add([page(tmp_path, name) for name in PAGES], store))
        with store.writing() as connection:
            before = connection.execute(select(judgements.c.id, judgements.c.undone)).all()
            recompute(connection, set(connection.execute(select(mentions.c.id)).scalars()))
            assert connection.execute(select(judgements.c.id, judgements.c.undone)).all() == before


def test_what_a_person_says_of_a_course_stays(tmp_path: Path) -> None:
    with marsad.open_store(tmp_path / "m.db") as store:
        list(marsad.add([page(tmp_path, name) for name in ("next", "plan")], store))
        with store.writing() as connection:
            ids = connection.execute(select(mentions.c.id).order_by(mentions.c.published)).scalars().all()
            said = Judgement("course", ids[-1], ids[0], "follows", "Layla", at=now())
            connection.execute(insert(judgements), [judgement_row(said, human=True, run=None)])
            recompute(connection, set(ids))
        assert ("next", "follows", "plan") in standing(store)
