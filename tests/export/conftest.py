"""A store with the pages of the demo and one whose words try every format."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.store import Store, add, open_store
from tests.store.pages import record, write

TRAPS = (
    '=قال القائد "سعيد"	إن «القوات السودانية» قصفت، الثلاثاء، مواقع قرب بلدة كتم\n'
    "بثلاثة صواريخ; وقُتل جنديان."
)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("export")
    traps = write(folder / "traps.jsonl", record("t1", "=cmd|'/c calc'!A1", "=1+1 قصف في كتم", TRAPS))
    with open_store(folder / "m.db") as store:
        list(add([str(files("marsad.data").joinpath("demo")), str(traps)], store))
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "empty.db") as store:
        yield store
