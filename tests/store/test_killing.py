"""kill -9 at ten random moments, two writers at once and a reader beside: nothing is lost."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import func, select

import marsad
from marsad.store import Store, add, adding, find, open_store
from marsad.store.runs import start_run
from marsad.store.schema import articles, mentions, pages
from tests.store.pages import content, write

ROOT = Path(__file__).parents[2]
KILLS = 10


def own_records(number: int = 60) -> list[str]:
    """Texts of our own gold files as records, each with its title apart."""
    lines = [
        json.loads(line)
        for name in ("own", "second")
        for line in (ROOT / f"eval/{name}.jsonl").read_text("utf-8").splitlines()
    ]
    told = []
    for line in lines[:number]:
        title, _, text = line["text"].partition("\n\n")
        fields = {name: line[name] for name in ("id", "outlet", "published", "url")}
        told.append(json.dumps(fields | {"title": title, "text": text}, ensure_ascii=False))
    return told


def start(where: str, path: Path, *kills: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.killed", where, str(path), *map(str, kills)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[object]], float]:
    """The pages, what a store holds that was never disturbed, and the seconds that it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    path = write(folder / "own.jsonl", *own_records())
    list(marsad.read([path]))  # so that the time is that of the work, not of the coder's tables
    since = monotonic()
    with open_store(folder / "whole.db") as store:
        assert len(list(add([path], store))) == 60
        return path, content(store), monotonic() - since  # type: ignore[return-value]


def test_a_run_killed_ten_times_ends_in_the_same_store(
    where: str, undisturbed: tuple[Path, dict[str, list[object]], float]
) -> None:
    path, whole, seconds = undisturbed
    seed = random.randrange(10**6)
    chosen = random.Random(seed)
    most = [seconds / 8] * (KILLS // 2) + [seconds * 0.7] * (KILLS // 2)  # in adding, in linking
    kills = [chosen.uniform(0, longest) for longest in most]
    process = start(where, path, *kills)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, (seed, err)
    assert out.split().count("killed") >= KILLS / 2, (seed, out)
    with open_store(where) as store:
        held = content(store)
    for table, rows in whole.items():
        assert held[table] == rows, (seed, table)


def test_two_writers_and_a_reader_beside_them(
    where: str, undisturbed: tuple[Path, dict[str, list[object]], float], tmp_path: Path
) -> None:
    """Two processes make the store and add overlapping pages at once; a third one looks all the while."""
    path, whole, _ = undisturbed
    lines = path.read_text("utf-8").splitlines()
    halves = write(tmp_path / "a.jsonl", *lines[:40]), write(tmp_path / "b.jsonl", *lines[20:])
    writers = [start(where, half) for half in halves]
    seen = 0
    with open_store(where) as store:
        while any(writer.poll() is None for writer in writers):
            held = count(store, mentions)
            assert held >= seen
            seen = held
            list(find(store))
        for writer in writers:
            _, err = writer.communicate(timeout=60)
            assert writer.returncode == 0, err
        assert count(store, pages) == count(store, articles) == 60
        assert ids(content(store)["mentions"]) == ids(whole["mentions"])
        with store.reading() as connection:
            lost = connection.execute(
                select(func.count()).select_from(mentions).where(mentions.c.event.is_(None))
            )
            assert lost.scalar_one() == 0


def keep_both(store: Store, left: list[adding.Taken], right: list[adding.Taken]) -> list[str]:
    """The states of the pages of two batches that are written at once."""
    run = start_run(store, "add")
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(adding._keep, store, run, list(batch)) for batch in (left, right)]
        return sorted(
            found.state for one in done for found in one.result() if isinstance(found, adding.Added)
        )


def taken(store: Store, path: Path) -> list[adding.Taken]:
    return [one for one in adding._read([path], store, None, None) if isinstance(one, tuple)]


def test_the_same_pages_written_in_opposite_order_at_once(store: Store, tmp_path: Path) -> None:
    batch = taken(store, write(tmp_path / "own.jsonl", *own_records(24)))
    assert keep_both(store, batch, batch[::-1]) == ["known"] * 24 + ["new"] * 24


def test_two_versions_of_the_same_pages_written_at_once(store: Store, tmp_path: Path) -> None:
    records = [
        json.loads(line) | {"url": f"https://nahr.example/{at}"} for at, line in enumerate(own_records(24))
    ]
    changed = [one | {"title": f"{one['title']} (2)"} for one in records]
    left, right = (
        taken(store, write(tmp_path / f"{name}.jsonl", *map(json.dumps, told)))
        for name, told in (("old", records), ("new", changed))
    )
    assert keep_both(store, left, right) == ["new"] * 24 + ["version"] * 24
    with store.reading() as connection:
        current = select(articles.c.key).where(articles.c.current)
        assert len(set(connection.execute(current).scalars())) == 24
        assert len(connection.execute(current).all()) == 24


def count(store: Store, table: object) -> int:
    with store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


def ids(rows: list[object]) -> set[str]:
    return {row[0] for row in rows}  # type: ignore[index]
