"""`marsad add`: saved pages into a store, where they stay."""

from __future__ import annotations

import json as json_format
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from marsad.cli.entry import INTERRUPTED
from marsad.cli.fields import plain
from marsad.cli.output import watched
from marsad.cli.storing import Where, day
from marsad.cli.streams import stdin, talk
from marsad.errors import BadUse
from marsad.records import Failure
from marsad.store import DEFAULT, Added, Store, again, open_store
from marsad.store import add as add_pages

STATES = (
    ("new", "new"),
    ("version", "new versions"),
    ("recoded", "coded anew"),
    ("known", "known"),
    ("forgotten", "forgotten before"),
)


def add(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files and folders; - is standard input.")
    ] = None,
    store: Where = DEFAULT,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of all the pages, as 2020-03-28.")
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--again", help="Code the kept pages anew where coder or tables are newer since."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Write JSON Lines, one page a line.")] = False,
) -> int:
    """Read pages and keep them: their bytes, mentions, and the events that they tell of together."""
    if not paths and not again:
        raise BadUse("expected files or folders to add; found none")
    when, tally = day("--published", published), Counter[str]()
    with open_store(store) as opened:
        try:
            for found in watched(_found(opened, paths, when, again), None, quiet=not json):
                _tell(found, tally, json)
        except KeyboardInterrupt:
            talk(f"interrupted: {_sums(tally)} so far, all kept; the same command goes on from there")
            return INTERRUPTED
    talk(f"{opened.where}: {_sums(tally)}")
    return 1 if tally["failed"] else 0


def _found(
    store: Store, paths: list[str] | None, published: date | None, renew: bool
) -> Iterator[Added | Failure]:
    if renew:
        yield from again(store)
    if paths:
        yield from add_pages(paths, store, published, stdin())


def _tell(found: Added | Failure, tally: Counter[str], json: bool) -> None:
    if isinstance(found, Failure):
        tally["failed"] += 1
        sys.stderr.write(f"marsad: {plain(found.source)}: {plain(found.message)}\n")
        line = asdict(found) | {"state": "failed"}
    else:
        tally[found.state] += 1
        tally["mentions"] += found.mentions
        line = asdict(found)
    if json:
        sys.stdout.write(json_format.dumps(line, ensure_ascii=False) + "\n")


def _sums(tally: Counter[str]) -> str:
    told = [f"{tally[state]:,} {name}" for state, name in STATES if tally[state] or state == "new"]
    return f"{', '.join(told)}, {tally['failed']:,} failed; {tally['mentions']:,} mentions"
