"""`marsad forget`: a source taken out of a store."""

from __future__ import annotations

import json as json_format
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from marsad.cli.storing import Where
from marsad.cli.streams import talk
from marsad.store import DEFAULT, open_store
from marsad.store import forget as forget_source


def forget(
    source: Annotated[
        str, typer.Argument(help="An outlet, an address, an article's id, or a file or folder.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be forgotten.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    store: Where = DEFAULT,
) -> int:
    """Take a source out: bytes, texts and mentions go, tombstones stay, events are computed without it."""
    with open_store(store, create=False) as opened:
        found = forget_source(opened, source, dry_run)
    if json:
        sys.stdout.write(json_format.dumps(asdict(found) | {"dry_run": dry_run}) + "\n")
    else:
        sys.stdout.writelines(f"{id}\n" for id in found.articles)
    said = "would be forgotten" if dry_run else "forgotten"
    talk(f"{source}: {len(found.articles)} articles with {found.mentions} mentions {said}")
    return 0 if found.articles else 1
