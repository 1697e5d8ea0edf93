"""Paths in, pages out: one page a file, one a line for JSON Lines, and a failure for what cannot be used.

Nothing is held back: a stream of records is read line by line, so memory does not grow with their number.
The next room is `article`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from marsad.errors import NotText, PageError
from marsad.intake.media import HEAD, binary_kind, media_of
from marsad.intake.record import fault, load_record
from marsad.intake.sources import files_of, opened, shown, unreadable
from marsad.records import Failure, Page

SIZE_LIMIT = 20_000_000  # bytes of one page or record, unpacked; the biggest of 34 real pages has 0.5 million
_CHUNK = 1 << 16


def read_pages(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Page | Failure]:
    """Every page that the paths name, one by one; "-" is `stdin`; what fails is told and passed by."""
    for path in paths:
        for file in files_of(path) if path != "-" else ["-"]:
            if isinstance(file, PageError):
                yield _failure(file)
            else:
                yield from _file_pages(file, stdin)


def _file_pages(file: str, stdin: BinaryIO | None) -> Iterator[Page | Failure]:
    try:
        with opened(file, stdin) as stream:
            head = stream.peek(HEAD)[:HEAD]
            media = _checked_media(file, head)
            if media == "records":
                yield from _records(shown(file), stream)
            else:
                data = _whole(shown(file), stream)
                whole = _checked_record(shown(file), data) if media == "record" else data
                yield _page(shown(file), whole, media)
    except PageError as error:
        yield _failure(error)


def _checked_media(file: str, head: bytes) -> str:
    name = shown(file)
    if not head.strip():
        raise unreadable(name, "a saved page", "an empty file", "save the page again")
    binary = binary_kind(head)
    if binary:
        found = f"{name}: expected text, HTML or JSON Lines, found {binary}; save the page as HTML or text"
        raise NotText(name, found)
    return media_of(file, head)


def _whole(name: str, stream: io.BufferedReader) -> bytes:
    data = stream.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        limit = f"at most {SIZE_LIMIT // 1_000_000} MB a page"
        raise unreadable(name, limit, "more", "split it, or give many articles as JSON Lines")
    return data


def _records(name: str, stream: io.BufferedReader) -> Iterator[Page | Failure]:
    number = 0
    while line := stream.readline(SIZE_LIMIT + 1):
        number += 1
        source = f"{name}#{number}"
        try:
            if len(line) > SIZE_LIMIT:
                _skip_line(stream, line)
                limit = f"at most {SIZE_LIMIT // 1_000_000} MB a record"
                raise unreadable(source, limit, "more", "split the record")
            if line.strip():
                yield _page(source, _checked_record(source, line), "record")
        except PageError as error:
            yield _failure(error)


def _skip_line(stream: io.BufferedReader, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def _checked_record(source: str, line: bytes) -> bytes:
    """The line, if it is one JSON object with a text or a title."""
    data = line.strip().removeprefix(b"\xef\xbb\xbf")
    wanted = 'a JSON object with "title" and "text"'
    try:
        record = load_record(data)
    except ValueError as error:
        raise unreadable(source, wanted, str(error), "mend or drop the line") from error
    wrong = fault(record)
    if wrong:
        raise unreadable(source, wanted, *wrong)
    return data


def _page(source: str, data: bytes, media: str) -> Page:
    return Page(source, data, media, hashlib.sha256(data).hexdigest(), None)


def _failure(error: PageError) -> Failure:
    return Failure(error.source, "intake", type(error).__name__, str(error))
