"""Gzip as a stream: its members one after the other; bytes after the last are passed by, as gzip does."""

from __future__ import annotations

import io
import zlib
from typing import Any

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 14
_WITH_HEADER = 31  # zlib's number for gzip's own header and checksum


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream; raises EOFError where it ends early, zlib.error where damaged."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._packed = packed
        self._member = zlib.decompressobj(_WITH_HEADER)
        self._waiting = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill the buffer with at least one byte, or with none at the end."""
        data = b""
        while not data and not (self._member.eof and not self._next_member()):
            chunk = self._waiting or self._packed.read1(_CHUNK)
            if not chunk:
                raise EOFError
            data = self._member.decompress(chunk, len(buffer))
            self._waiting = self._member.unconsumed_tail
        buffer[: len(data)] = data
        return len(data)

    def _next_member(self) -> bool:
        rest = self._member.unused_data
        while len(rest) < len(GZIP) and (more := self._packed.read1(_CHUNK)):
            rest += more
        if not rest.startswith(GZIP):
            return False
        self._member, self._waiting = zlib.decompressobj(_WITH_HEADER), rest
        return True
