"""`marsad judge`: a person's word on whether two mentions, or two events, are the same."""

from __future__ import annotations

import getpass
import json as json_format
import sys
from typing import Annotated

import typer

from marsad.cli.storing import Where
from marsad.errors import BadUse
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
    line = {
        "id": done.id,
        "left": done.left,
        "right": done.right,
        "judgement": done.judgement,
        "who": done.who,
    }
    at = {"at": done.at and done.at.isoformat(), "undone": done.undone and done.undone.isoformat()}
    sys.stdout.write(json_format.dumps(line | at, ensure_ascii=False) + "\n")
    return 0
