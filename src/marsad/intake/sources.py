"""Finding and opening what the user named: files, folders, standard input, gzip; each as a stream."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from marsad.errors import SourceUnreadable

GZIP = b"\x1f\x8b"


def shown(source: str) -> str:
    """A source's name as it can be printed: on one line, without the lone surrogates of odd file names."""
    name = source.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in name)


def unreadable(source: str, expected: str, found: str, do: str) -> SourceUnreadable:
    """The error for a source, in the house's form: expected, found, what to do."""
    return SourceUnreadable(source, f"{source}: expected {expected}, found {found}; {do}")


def files_of(path: str) -> Iterator[str | SourceUnreadable]:
    """The files below `path` in sorted order, hidden ones left out; an error for what cannot be listed."""
    if not os.path.isdir(path):
        yield path
        return
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(shown(path), "a readable folder", _reason(error), "check its permissions")
        return
    visible = [entry for entry in entries if not entry.name.startswith(".")]
    if not visible:
        yield unreadable(
            shown(path), "a folder with saved pages", "no file", "name a folder that holds pages"
        )
    for entry in visible:
        if (
            entry.is_symlink() and entry.is_dir()
        ):  # may lead back up; its files are found where they really are
            continue
        yield from files_of(entry.path)


@contextmanager
def opened(path: str, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    """The bytes of a file or of standard input ("-"), unpacked if they are gzip."""
    name = shown(path)
    try:
        raw = _raw(path, stdin)
    except OSError as error:
        raise unreadable(
            name, "a readable file", _reason(error), "check the path and its permissions"
        ) from error
    try:
        packed = raw.peek(2)[:2] == GZIP
        yield io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=raw))) if packed else raw
    except EOFError as error:
        raise unreadable(name, "whole gzip data", "an early end", "save or download it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
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
    return "no permission to read it" if isinstance(error, PermissionError) else str(error.strerror or error)
