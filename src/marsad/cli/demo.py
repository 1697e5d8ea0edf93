"""`marsad demo`: the bundled pages through the very pipeline of `read`, then through that of `add`."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.text import Text

from marsad.cli.event import print_brief
from marsad.cli.labels import ENGLISH, check_language, label
from marsad.cli.output import Output, show
from marsad.cli.read import Entities, Explain, Html, Json, Lang
from marsad.cli.streams import talk
from marsad.cli.table import Terminal
from marsad.export.event_line import shown_line
from marsad.read import Reading
from marsad.read import read as read_pages
from marsad.records import Failure
from marsad.store import Shown, add, open_store, told_by_several
from marsad.store import show as show_event


def demo(  # noqa: PLR0913 - one parameter an option
    json: Json = False,
    html: Html = None,
    events: Annotated[bool, typer.Option("--events", help="Only the events, not the readings.")] = False,
    store: Annotated[
        str | None, typer.Option("--store", help="Keep the store here: a file, or a postgresql:// URL.")
    ] = None,
    entities: Entities = False,
    explain: Explain = False,
    lang: Lang = ENGLISH,
) -> int:
    """Read the example pages that come with Marsad; show their mentions, and the events that they tell of."""
    check_language(lang)
    output = Output(json, html, (), entities, entities, explain, lang)
    with as_file(files("marsad.data").joinpath("demo")) as folder:
        code = 0 if events else show(_read(folder, entities, explain), output)
        if events or store or not (json or html):
            _show_events(folder, store, json and events, lang)
    return code


def _read(folder: Path, entities: bool, explain: bool) -> Iterator[Reading | Failure]:
    """The readings of the folder, each source named from the folder on, wherever it was unpacked."""
    for found in read_pages([folder], entities=entities, explain=explain):
        if isinstance(found, Failure):
            yield replace(found, source=_named(found.source, folder))
        else:
            yield replace(found, article=replace(found.article, source=_named(found.article.source, folder)))


def _named(source: str, folder: Path) -> str:
    return source.replace(f"{folder}", folder.name)


def _show_events(folder: Path, where: str | None, json: bool, lang: str) -> None:
    """Keep the pages in a store, and show what several of them tell of."""
    with _kept(where) as path, open_store(path) as store:
        for _ in add([folder], store):
            pass
        told = [show_event(store, id).events[0] for id in told_by_several(store)]
    if json:
        lines = (json_format.dumps(shown_line(_of(folder, shown)), ensure_ascii=False) for shown in told)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        console = Terminal(highlight=False, markup=False, emoji=False)
        console.print(Text(label("show", "together").told(lang), "bold underline"), end="\n\n")
        for shown in told:
            print_brief(console, _of(folder, shown), lang)
    keep = f"marsad show ID --store {where}" if where else "demo --store FILE keeps them for marsad show"
    talk(f"{len(told)} events are told by several pages; {keep}")


@contextmanager
def _kept(where: str | None) -> Iterator[str]:
    """Where the store is: as asked for, or for a moment only."""
    if where is not None:
        yield where
        return
    with TemporaryDirectory(prefix="marsad-") as folder:
        yield str(Path(folder) / "demo.db")


def _of(folder: Path, shown: Shown) -> Shown:
    """The event with each page's source named from the folder on."""
    named = (replace(one, source=_named(one.source, folder)) for one in shown.tellings)
    return replace(shown, tellings=tuple(named))
