"""`marsad judge`: a person's word on whether two mentions, or two events, are the same."""

from __future__ import annotations

import getpass
import json as json_format
import sys
from typing import Annotated

import typer

from marsad.cli.fields import plain
from marsad.cli.storing import Where
from marsad.errors import BadUse
from marsad.records import Judgement
from marsad.store import DEFAULT, open_store, undo
from marsad.store import judge as judge_pair


def judge(  # noqa: PLR0913 - one parameter an option
    left: Annotated[str | None, typer.Argument(metavar="ID", help="An event or a mention.")] = None,
    right: Annotated[str | None, typer.Argument(metavar="ID", help="Another one.")] = None,
    judgement: Annotated[str | None, typer.Argument(metavar="same|different")] = None,
    who: Annotated[str | None, typer.Option("--who", help="Who says so; without it, the login name.")] = None,
    undone: Annotated[
        int | None, typer.Option("--undo", metavar="NUMBER", help="Take the judgement of this number back.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write the judgement as one JSON object.")] = False,
    store: Where = DEFAULT,
) -> int:
    """Say that two events are the same or different; it outranks the machine, and can be undone."""
    named = (left, right, judgement)
    if (undone is None) == (None in named):
        raise BadUse("expected two ids and same or different, or --undo with a judgement's number")
    with open_store(store, create=False) as opened:
        if undone is not None:
            done = undo(opened, undone)
        else:
            assert left and right and judgement
            done = judge_pair(opened, left, right, judgement, who or getpass.getuser())
    sys.stdout.write((json_format.dumps(_line(done), ensure_ascii=False) if json else _told(done)) + "\n")
    return 0


def _told(done: Judgement) -> str:
    undone = " (taken back)" if done.undone else ""
    return f"judgement {done.id}: {done.left} {done.right} {done.judgement}, says {plain(done.who)}{undone}"


def _line(done: Judgement) -> dict[str, object]:
    named = {name: getattr(done, name) for name in ("id", "left", "right", "judgement", "who")}
    times = {"at": done.at, "undone": done.undone}
    return named | {name: time and time.isoformat() for name, time in times.items()}
