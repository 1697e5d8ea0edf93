"""`marsad read`: saved pages in, event mentions out; keeps nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.labels import ENGLISH
from marsad.cli.output import Output, show
from marsad.cli.second import Model, PriceIn, PriceOut, Timeout, Url, second_reader
from marsad.cli.storing import day
from marsad.cli.streams import refuse_input, stdin
from marsad.read import read as read_pages
from marsad.second import Price
from marsad.second.records import TIMEOUT

Json = Annotated[bool, typer.Option("--json", help="Write JSON Lines to stdout, one article a line.")]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write one page with the words highlighted.")
]
Entities = Annotated[
    bool,
    typer.Option("--entities", help="Show every actor, place, time and quantity too, in a mention or not."),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Show how each value was found: its words, its rule, whether inherited."),
]
Lang = Annotated[
    str, typer.Option("--lang", metavar="en|ar", help="Language of --explain on the terminal: en or ar.")
]


def read(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files and folders; - is standard input.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of all the pages, as 2020-03-28.")
    ] = None,
    json: Json = False,
    html: Html = None,
    type: Annotated[
        list[str] | None, typer.Option(metavar="TYPE", help="Only mentions of this type; may be repeated.")
    ] = None,
    all_articles: Annotated[
        bool, typer.Option("--all-articles", help="Show the articles without mentions too.")
    ] = False,
    entities: Entities = False,
    explain: Explain = False,
    lang: Lang = ENGLISH,
    second: Url = None,
    model: Model = None,
    price_in: PriceIn = None,
    price_out: PriceOut = None,
    timeout: Timeout = TIMEOUT,
) -> int:
    """Read saved pages (HTML, text, JSON Lines) and print the event mentions that they state."""
    for path in paths:
        refuse_input("--html", html, path)
    types, all_articles = tuple(type or ()), all_articles or entities
    with second_reader(second, model, Price(price_in, price_out), timeout, types) as asked:
        output = Output(json, html, types, all_articles, entities, explain, lang, asked)
        return show(
            read_pages(paths, day("--published", published), stdin(), entities, explain),
            output,
            _pages(paths),
        )


def _pages(paths: list[str]) -> int | None:
    """How many pages there are if every path is a single page; folders and record files hold any number."""
    single = all(Path(path).is_file() and ".jsonl" not in path for path in paths)
    return len(paths) if single else None
