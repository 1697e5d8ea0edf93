"""`marsad demo`: the bundled pages through the very pipeline that `marsad read` uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from marsad.cli.labels import ENGLISH
from marsad.cli.output import Output, show
from marsad.cli.read import Entities, Explain, Html, Json, Lang
from marsad.read import Reading
from marsad.read import read as read_pages
from marsad.records import Failure


def demo(
    json: Json = False,
    html: Html = None,
    entities: Entities = False,
    explain: Explain = False,
    lang: Lang = ENGLISH,
) -> int:
    """Read the example pages that come with Marsad and print the event mentions that they state."""
    output = Output(json, html, (), entities, entities, explain, lang)
    with as_file(files("marsad.data").joinpath("demo")) as folder:
        return show(_read(folder, entities, explain), output)


def _read(folder: Path, entities: bool, explain: bool) -> Iterator[Reading | Failure]:
    """The readings of the folder, each source named from the folder on, wherever it was unpacked."""
    for found in read_pages([folder], entities=entities, explain=explain):
        if isinstance(found, Failure):
            yield replace(found, source=_named(found.source, folder))
        else:
            yield replace(found, article=replace(found.article, source=_named(found.article.source, folder)))


def _named(source: str, folder: Path) -> str:
    return source.replace(f"{folder}", folder.name)
