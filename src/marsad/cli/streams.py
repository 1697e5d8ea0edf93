"""What the command line reads and writes: streams that may be closed, and never a file over its own input."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from marsad.cli.fields import plain
from marsad.errors import BadUse


def stdin() -> BinaryIO | None:
    """Standard input as bytes; None where it is closed."""
    return sys.stdin.buffer if sys.stdin else None


def talk(line: str) -> None:
    """Say one line on stderr."""
    sys.stdout.flush()  # so that data and talk stand in order where both go to one place
    sys.stderr.write(f"marsad: {plain(line)}\n")


def refuse_input(option: str, written: Path | None, read: str) -> None:
    """Refuse to write over what is read ("-" is standard input), however the path is spelled."""
    if written is not None and _same(written, read):
        raise BadUse(f"{option} {written}: expected another file than the one that is read; name a new one")


def _same(written: Path, read: str) -> bool:
    with suppress(OSError):  # what is not there yet is no input
        return os.path.samestat(written.stat(), os.fstat(0) if read == "-" else Path(read).stat())
    return False
