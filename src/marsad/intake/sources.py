"""Finding and opening what the user named: files, folders, standard input, gzip; each as a stream."""

from __future__ import annotations

import errno
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from marsad.errors import SourceUnreadable
from marsad.intake.unpacking import GZIP, Unpacked


def shown(source: str) -> str:
    """A source's name as it can be printed: on one line, without the lone surrogates of odd file names."""
    name = source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in name)


def unreadable(source: str, expected: str, found: str, do: str) -> SourceUnreadable:
    """The error for a source, in the house's form: expected, found, what to do."""
    return SourceUnreadable(source, f"{source}: expected {expected}, found {found}; {do}")


def files_of(path: str) -> Iterator[str | SourceUnreadable]:
    """The files below `path` in sorted order, hidden ones left out; an error for what cannot be read.

    What the user names is opened whatever it is; inside a folder a pipe or a device could wait for ever.
    """
    if not os.path.isdir(path):
        yield path
        return
    files = _below(path)
    first = next(files, None)
    if first is None:
        yield unreadable(
            shown(path), "a folder with saved pages", "no file", "name a folder that holds pages"
        )
        return
    yield first
    yield from files


def _below(root: str) -> Iterator[str | SourceUnreadable]:
    """Every file below a folder; empty folders give nothing. No recursion: folders may lie 2,000 deep."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        try:
            is_folder = path == root or stat.S_ISDIR(os.lstat(path).st_mode)
            entries = sorted(os.listdir(path), reverse=True) if is_folder else []
            refused = None if is_folder else _refused(root, path)
        except OSError as error:
            is_folder, entries = False, []
            refused = unreadable(shown(path), "a readable file or folder", _reason(error), _mending(error))
        waiting += [os.path.join(path, name) for name in entries if not name.startswith(".")]
        if refused:
            yield refused
        elif not is_folder and not os.path.isdir(path):
            yield path


def _refused(root: str, path: str) -> SourceUnreadable | None:
    """The error for what stands in a folder and is no page: a pipe, a device, a link to another folder."""
    mode = os.stat(path).st_mode
    if stat.S_ISREG(mode):
        return None
    if not stat.S_ISDIR(mode):
        return unreadable(shown(path), "a saved page", _special(mode), "take it out of the folder")
    if _inside(root, path):  # its pages are read where they really are
        return None
    found = f"a link to the folder {shown(os.path.realpath(path))}"
    return unreadable(shown(path), "a file or a folder", found, "name that folder too to read its pages")


def _inside(root: str, link: str) -> bool:
    """Whether a link leads to a folder below the root that is read anyway, or to the root itself."""
    real, target = os.path.realpath(root), os.path.realpath(link)
    if os.path.commonpath((real, target)) != real:
        return False
    return not any(
        part.startswith(".") for part in os.path.relpath(target, real).split(os.sep) if part != "."
    )


def _special(mode: int) -> str:
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    return next((name for is_kind, name in kinds if is_kind(mode)), "a device")


@contextmanager
def opened(path: str, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """The bytes of a file or of standard input ("-"), unpacked if they are gzip."""
    name = shown(path)
    try:
        raw = _raw(path, stdin)
    except OSError as error:
        raise unreadable(name, "a readable file", _reason(error), _mending(error)) from error
    try:
        packed = raw.peek(2)[:2] == GZIP
        yield io.BufferedReader(Unpacked(raw)) if packed else raw
    except EOFError as error:
        raise unreadable(name, "whole gzip data", "an early end", "save or download it again") from error
    except zlib.error as error:
        raise unreadable(name, "sound gzip data", f"damage ({error})", "save or download it again") from error
    except OSError as error:
        raise unreadable(
            name, "a readable file", _reason(error), "check the disk and its permissions"
        ) from error
    finally:
        if path != "-":
            raw.close()


def _raw(path: str, stdin: BinaryIO | None) -> io.BufferedReader:
    if path == "-":
        if stdin is None:
            raise OSError("no standard input")
        return stdin if isinstance(stdin, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stdin))
    mode = Path(path).stat().st_mode
    if stat.S_ISSOCK(mode) or stat.S_ISBLK(mode):
        raise OSError("a socket or device")
    return open(path, "rb")  # closed by `opened`


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if error.errno == errno.ELOOP:
        return "a link that leads back to itself"
    return "no permission to read it" if isinstance(error, PermissionError) else str(error.strerror or error)


def _mending(error: OSError) -> str:
    return "remove the link" if error.errno == errno.ELOOP else "check the path and its permissions"
