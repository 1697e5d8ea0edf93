"""What kind of page some bytes are, by their first kilobytes: HTML, text, records or no page at all."""

from __future__ import annotations

import json
import re

HEAD = 4096  # bytes looked at; every sign below stands in a page's first lines
_RECORD_FIELDS = {"title", "text"}
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|article|table|title|script)[\s>]", re.I)
_NAMED = re.compile(r"\.(html?|xhtml)(\.gz)?$", re.I)
_RECORD = re.compile(r"\.json(\.gz)?$", re.I)
_LINES = re.compile(r"\.(jsonl|ndjson)(\.gz)?$", re.I)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROLS = (
    0.01  # share of control bytes; 34 saved pages have none, 111 programs and .pyc files 0.10 or more
)
_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstandard archive",
    b"\x1f\x8b": "gzip inside gzip",
}


def binary_kind(head: bytes) -> str | None:
    """What the bytes are if they are no text at all ("a PDF document"), else None."""
    for signature, kind in _SIGNATURES.items():
        if head.startswith(signature):
            return kind
    narrow = _narrowed(head)
    if len(_CONTROL.findall(narrow)) > MOST_CONTROLS * len(narrow):
        return "binary data"
    return None


def media_of(name: str, head: bytes) -> str:
    """Tell "html", "text", "record" or "records" (JSON Lines) for a file's name and first bytes."""
    if _LINES.search(name) or _is_record(head):
        return "records"
    if _RECORD.search(name):
        return "record"
    if _NAMED.search(name) or _TAG.search(_narrowed(head)):
        return "html"
    return "text"


def _narrowed(head: bytes) -> bytes:
    """UTF-16 and UTF-32 read as if they had one byte a letter, so that tags and controls can be seen."""
    encoding = _wide(head)
    if encoding is None:
        return head
    whole = head[: len(head) // 4 * 4]
    return whole.decode(encoding, "ignore").encode("utf-8", "ignore")


def _wide(head: bytes) -> str | None:
    """The UTF-16 or UTF-32 form that a byte-order mark tells, or that zero bytes in ASCII signs betray."""
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if head.startswith(_BOMS[1:]):
        return "utf-16"
    even, odd = head[0::2], head[1::2]
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        letters = high.count(0) + high.count(6)  # Arabic letters are U+06xx
        if high and letters > 0.9 * len(high) and low.count(0) == 0:
            return encoding
    return None


def _is_record(head: bytes) -> bool:
    """Whether it begins like JSON Lines: with a record, or with a broken one before as many sound ones."""
    start = head.removeprefix(_BOMS[0]).lstrip()
    if not start.startswith(b"{"):
        return False
    lines = [line for line in start.split(b"\n") if line.strip()]
    cut = lines.pop() if len(head) >= HEAD and not start.endswith(b"\n") else b""
    sound = [_parses(line) for line in lines] + ([_begins_record(cut)] if cut else [])
    return sound[0] or 2 * sum(sound) >= len(sound)


def _parses(line: bytes) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):  # also a UnicodeDecodeError; one object over lines is no JSON Lines
        return False
    return isinstance(value, dict) and bool(_RECORD_FIELDS & set(value))


def _begins_record(line: bytes) -> bool:
    """Whether a line longer than the head looks like a record."""
    return line.startswith(b"{") and any(b'"%s"' % field.encode() in line for field in _RECORD_FIELDS)
