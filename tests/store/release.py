"""Writes the store of today's newest revision into tests/store/released: python -m tests.store.release.

Run it once for each revision that is released, where PostgreSQL's programs are; what is there stays as it
is, so that every later version is tested on what earlier ones wrote.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from marsad.store import Store, add, find, judge, open_store, show
from marsad.store.upgrading import newest
from tests.store.pages import OTHERS, record, two_reports, write
from tests.store.server import USER, as_user, binary, database, running

RELEASED = Path(__file__).parent / "released"
REBUILD = "INSERT INTO search_keys(search_keys) VALUES ('rebuild');"


def fill(store: Store, folder: Path) -> None:
    """Two reports, a page that fails, a second version, and a person's judgement."""
    list(add([two_reports(folder)], store))
    later = record("w2", "wadi", "ثمانية قتلى في غاو", OTHERS.replace("عشرة", "ثمانية"))
    list(add([write(folder / "later.jsonl", later, "{broken")], store))
    attack = next(one for one in find(store) if one.articles == 2)
    claims = {claim.outlet: claim.id for claim in show(store, attack.id).events[0].event.claims}
    judge(store, claims["nahr"], claims["wadi"], "different", "سلمى")


def sqlite_lines(path: Path) -> Iterator[str]:
    """The statements that make the file again; the full-text index is made anew from its table."""
    with sqlite3.connect(path) as connection:
        named = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        )
        made = [row for row in named.fetchall() if not row[1].startswith(("search_keys_", "sqlite_"))]
        for _, _, sql in made:
            yield f"{sql};"
        for name in (name for kind, name, _ in made if kind == "table" and name != "search_keys"):
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            quoted = " || ',' || ".join(f'quote("{column}")' for column in columns)
            for (values,) in connection.execute(f'SELECT {quoted} FROM "{name}"'):
                yield f'INSERT INTO "{name}" VALUES ({values});'
        yield REBUILD
    connection.close()


def postgresql_lines(server: str, name: str) -> Iterator[str]:
    dump = [
        binary("pg_dump") or "pg_dump",
        "-h",
        server,
        "-U",
        USER,
        "--inserts",
        "-t",
        "public.*",
        "--no-owner",
        name,
    ]
    told = subprocess.run(as_user(dump), check=True, capture_output=True, text=True, cwd="/").stdout
    yield from (line for line in told.split("\n") if not line.startswith("\\"))  # psql's own commands


def main() -> int:
    RELEASED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with open_store(folder / "m.db") as store:
            fill(store, folder)
        keep("sqlite", sqlite_lines(folder / "m.db"))
        with running() as server:
            name, where = database(server)
            with open_store(where) as store:
                fill(store, folder)
            keep("postgresql", postgresql_lines(server, name))
    return 0


def keep(kind: str, lines: Iterator[str]) -> None:
    path = RELEASED / f"{newest()}.{kind}.sql"
    if path.exists():
        sys.exit(f"{path} is there: a released store is never written again")
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
