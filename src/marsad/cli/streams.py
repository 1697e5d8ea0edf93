"""What the command line may write: never a file that it reads."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from marsad.errors import BadUse


def refuse_input(option: str, written: Path | None, read: str) -> None:
    """Refuse to write over what is read ("-" is standard input), however the path is spelled."""
    if written is not None and _same(written, read):
        raise BadUse(f"{option} {written}: expected another file than the one that is read; name a new one")


def _same(written: Path, read: str) -> bool:
    with suppress(OSError):  # what is not there yet is no input
        return os.path.samestat(written.stat(), os.fstat(0) if read == "-" else Path(read).stat())
    return False
