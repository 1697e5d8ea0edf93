"""A store is made by migrations, brought up to date from each released schema, refused where it is newer."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, select, text

from marsad.errors import StoreTooNew, StoreUnreadable
from marsad.store import Store, add, check_store, find, open_store, show
from marsad.store.schema import articles, judgements, metadata, runs
from marsad.store.upgrading import newest, revision_of
from tests.conftest import Run
from tests.store.pages import two_reports
from tests.store.release import RELEASED

REVISIONS = sorted(path.name.split(".")[0] for path in RELEASED.glob("*.sqlite.sql"))
OWN = ("search_keys", "search_words", "search_stems")  # in either database's own words, not in the schema


def differences(connection: Connection) -> list[object]:
    """What a migrated store and the schema in the code disagree on."""

    def told(item: object, name: str | None, *_: object) -> bool:
        return not (name or "").startswith(OWN)

    options = {"compare_type": True, "compare_server_default": True, "include_object": told}
    found: list[object] = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    return found


def load(where: str, revision: str) -> None:
    """A released store as it was written then."""
    if "://" not in where:
        with sqlite3.connect(where) as connection:
            connection.executescript((RELEASED / f"{revision}.sqlite.sql").read_text("utf-8"))
        connection.close()
        return
    import psycopg

    with psycopg.connect(where) as connection:
        connection.execute((RELEASED / f"{revision}.postgresql.sql").read_text("utf-8"))


def test_a_new_store_is_what_the_schema_says(store: Store) -> None:
    with store.reading() as connection:
        assert revision_of(connection) == newest()
        assert differences(connection) == []


def test_the_comparison_sees_a_difference(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("ALTER TABLE parties ADD COLUMN more TEXT"))
        connection.execute(text("DROP INDEX events_day"))
    with store.reading() as connection:
        assert len(differences(connection)) == 2


def test_every_released_revision_is_there() -> None:
    assert REVISIONS and REVISIONS[-1] == newest(), "run: python -m tests.store.release"


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_released_store_is_brought_up_to_date_and_finds_everything(
    where: str, revision: str, tmp_path: Path
) -> None:
    load(where, revision)
    with open_store(where) as store:
        with store.reading() as connection:
            assert revision_of(connection) == newest()
            assert differences(connection) == []
            kept = connection.execute(select(articles.c.outlet, articles.c.version)).all()
            said = connection.execute(select(judgements.c.who).where(judgements.c.human)).scalars().all()
        assert sorted(map(tuple, kept)) == [("nahr", 1), ("wadi", 1), ("wadi", 2)] and said == ["سلمى"]
        attacks = list(find(store))
        assert len(attacks) == 2 and {one.type for one in attacks} == {"attack"}
        assert [one.outlets for one in find(store)] == [1, 1]
        for one in attacks:
            shown = show(store, one.id).events[0]
            assert all(telling.claim.quote for telling in shown.tellings)
        states = [one.state for one in add([two_reports(tmp_path)], store)]  # type: ignore[union-attr]
        assert states == ["known", "known"]
    assert check_store(where).problems == ()


def test_the_words_of_a_released_store_are_found(where: str) -> None:
    from marsad.store import Query

    load(where, REVISIONS[0])
    with open_store(where) as store:
        assert len(list(find(store, Query(text="ثكنة غاو")))) == 2


def test_a_newer_store_is_refused_in_one_line(where: str, run: Run, tmp_path: Path) -> None:
    with open_store(where) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew), open_store(where):
        pass
    code, out, err = run("add", str(two_reports(tmp_path)), "--store", where)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and "9999" in err and "install a newer Marsad" in err


def test_another_programs_database_is_refused_and_left_alone(where: str) -> None:
    with open_store(where) as store, store.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(StoreUnreadable, match="another program's database"), open_store(where):
        pass


def test_several_processes_may_make_a_store_at_once(where: str) -> None:
    def opened(_: int) -> str | None:
        with open_store(where) as store, store.reading() as connection:
            return revision_of(connection)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(opened, range(8))) == {newest()}
    with open_store(where) as store, store.reading() as connection:
        assert connection.execute(select(runs)).all() == []
