"""The command line: one file a command, thin: parse, call, print. stdout is data, stderr is talk."""

from marsad.cli.entry import main

__all__ = ["main"]
