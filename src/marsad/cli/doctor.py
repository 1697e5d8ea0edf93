"""`marsad doctor`: what is installed, whether the data is as it was packaged, what is missing."""

from __future__ import annotations

import json
import platform
import re
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Annotated

import typer
from rich import box
from rich.table import Table

import marsad
from marsad.cli.table import Terminal
from marsad.data import MEND
from marsad.data.checksums import NOT_CHECKED, DataFile, data_state


@dataclass(frozen=True, slots=True)
class Health:
    """The installation as it is."""

    marsad: str
    python: str
    dependencies: dict[str, str | None]  # None: not installed
    data: tuple[DataFile, ...]

    def problems(self) -> list[str]:
        """One line for each thing that is wrong, with what to do."""
        missing = [name for name, found in self.dependencies.items() if found is None]
        wrong = [file for file in self.data if file.problem not in (None, NOT_CHECKED)]
        return [
            *(f"dependency {name} is missing; {MEND}" for name in missing),
            *(f"data file {file.name}: {file.problem}; {MEND}" for file in wrong),
        ]


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object to stdout.")] = False,
    store: Annotated[
        str | None, typer.Option("--store", help="Look through this store instead: a file, or a URL.")
    ] = None,
) -> int:
    """Print versions, data files with their checksums, and what is missing; or what is wrong with a store."""
    if store is not None:
        return _look_through(store, as_json)
    health = Health(marsad.__version__, platform.python_version(), _dependencies(), data_state())
    if as_json:
        sys.stdout.write(json.dumps(asdict(health) | {"problems": health.problems()}, indent=1) + "\n")
    else:
        _print(health)
    for problem in health.problems():
        sys.stderr.write(f"marsad: {problem}\n")
    return 1 if health.problems() else 0


def _look_through(where: str, as_json: bool) -> int:
    """Print what a store holds, what is wrong with it and what to do."""
    from marsad.store import check_store

    health = check_store(where)
    if as_json:
        sys.stdout.write(json.dumps(asdict(health), indent=1, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{health.where} · revision {health.revision or '?'}\n")
        sys.stdout.writelines(f"{count:>12,} {name}\n" for name, count in health.counts.items())
    for told in (*health.problems, *health.notes):
        sys.stderr.write(f"marsad: {told}\n")
    return 1 if health.problems else 0


def _dependencies() -> dict[str, str | None]:
    """The version of each package that Marsad's own metadata asks for."""
    asked = [text for text in requires("marsad") or [] if "extra ==" not in text]
    names = sorted(re.split(r"[\s<>=!~;\[(]", text, maxsplit=1)[0] for text in asked)
    return {name: _version(name) for name in names}


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _print(health: Health) -> None:
    console = Terminal(highlight=False, markup=False)
    console.print(f"marsad {health.marsad} · Python {health.python}\n")
    packages = _table("package", "version")
    for name, found in health.dependencies.items():
        packages.add_row(name, found or "missing")
    console.print(packages)
    files = _table("data file", "rows", "sha256", "state")
    for file in health.data:
        rows = "" if file.rows is None else f"{file.rows:,}"
        files.add_row(file.name, rows, (file.sha256 or "")[:16], file.problem or "ok")
    console.print(files)


def _table(*heads: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, justify="right" if head == "rows" else "left")
    return table
