"""The commands by name, and the options that stand before any of them."""

from __future__ import annotations

import logging
from typing import Annotated

import typer

import marsad
from marsad.cli.add import add
from marsad.cli.codebook import codebook
from marsad.cli.demo import demo
from marsad.cli.doctor import doctor
from marsad.cli.evaluate import evaluate
from marsad.cli.export import export
from marsad.cli.find import find
from marsad.cli.forget import forget
from marsad.cli.judge import judge
from marsad.cli.read import read
from marsad.cli.show import show
from marsad.cli.snapshot import snapshot

app = typer.Typer(
    help="Code Arabic news pages into event mentions: who moved which forces, where, when, who says so.",
    epilog="Data goes to stdout, talk to stderr. Exit code 0: fine, 1: a problem in the data, 2: wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"marsad {marsad.__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Tell on stderr where pages fail.")] = False,
) -> None:
    """Options for every command."""
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")


for command in (read, add, find, show, export, snapshot, judge, forget, demo, evaluate, codebook, doctor):
    app.command()(command)
