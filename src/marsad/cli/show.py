"""`marsad show`: one event with all that the store keeps of it."""

from __future__ import annotations

import json as json_format
import sys
from typing import Annotated

import typer

from marsad.cli.event import print_event
from marsad.cli.labels import ENGLISH, check_language, label
from marsad.cli.read import Lang
from marsad.cli.streams import talk
from marsad.cli.table import Terminal
from marsad.export.event_line import answer_line
from marsad.store import DEFAULT, Answer, Moved, open_store
from marsad.store import show as show_events


def show(
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="The id of an event, of a mention, or of an article.")
    ],
    store: Annotated[str, typer.Option("--store", help="A file, or a postgresql:// URL.")] = DEFAULT,
    why: Annotated[
        bool, typer.Option("--why", help="Show what holds its mentions together, and what spoke against.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    lang: Lang = ENGLISH,
) -> int:
    """Show an event: every mention with its source, the ranges, what contradicts what, and the course."""
    check_language(lang)
    with open_store(store, create=False) as opened:
        answer = show_events(opened, event.strip(), why)
    if json:
        sys.stdout.write(json_format.dumps(answer_line(answer), ensure_ascii=False) + "\n")
    else:
        print_answer(answer, lang)
    return 0


def print_answer(answer: Answer, lang: str) -> None:
    """Print what became of the id, and its events."""
    console = Terminal(highlight=False, markup=False, emoji=False)
    for moved in answer.moved:
        console.print(_told(moved, lang))
    if not answer.events and not answer.moved:
        console.print(f"{answer.asked} {label('show', 'unlinked').told(lang)}")
    for shown in answer.events:
        print_event(console, shown, lang)
    if len(answer.events) > 1:
        talk(f"{answer.asked} tells of {len(answer.events)} events")


def _told(moved: Moved, lang: str) -> str:
    if moved.into is None:
        told = f"{moved.id} {label('show', 'gone').told(lang)}"
    else:
        told = f"{moved.id} {label('show', 'redirect').told(lang)} {moved.into}"
    return f"{told} ({moved.at:%Y-%m-%d %H:%M})" if moved.at else told
