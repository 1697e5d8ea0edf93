"""Bytes to text: a byte-order mark, UTF-8, the declared charset, or what reads most like Arabic.

Old Arabic pages are in windows-1256 or ISO-8859-6 and often declare nothing or something wrong, so a
declaration is only one candidate; how often each letter stands in Arabic news decides between them.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from functools import cache

from marsad.data import read_table

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=|<\?xml[^>]{0,80}encoding\s*=)\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I
)
_HEAD = 8192  # bytes in which a page declares its charset
_ARABIC = ("windows-1256", "iso-8859-6")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 0.01  # share of characters
_MOST_BROKEN = 0.01  # share of characters lost to broken UTF-8, e.g. where a page was cut inside a letter
# Mean log-frequency of the characters beyond ASCII, see tests/article/test_decoding.py for both sides.
PLAUSIBLE = -4.2
_RARE = math.log(1e-5)


def decode_bytes(data: bytes) -> str | None:
    """The text of the bytes, or None if they are text in no encoding that we know."""
    marked = _mark(data)
    text = _with_mark(data, marked) if marked else _wide(data) or _utf8(data) or _single_byte(data)
    if text is None or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        return None
    return text


def _mark(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _with_mark(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, "replace")
    return text if text.count("\ufffd") <= _MOST_BROKEN * len(text) else None


def _utf8(data: bytes) -> str | None:
    """The bytes as UTF-8; a few broken letters are forgiven when whole ones outnumber them by far."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f" and c != "\ufffd") if broken else 0
    return text if not broken or broken <= _MOST_BROKEN * whole else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: Arabic letters lie in U+06xx, spaces and tags in U+00xx."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if len(high) > 1 and high.count(0) + high.count(6) > 0.9 * len(high):
            return data.decode(encoding, "replace")
    return None


def _single_byte(data: bytes) -> str | None:
    named = _declared(data)
    texts = {name: text for name in dict.fromkeys((named, *_ARABIC)) if name and (text := _try(data, name))}
    best = max(texts, key=lambda name: plausibility(texts[name]), default=None)
    if best is not None and plausibility(texts[best]) >= PLAUSIBLE:
        return texts[best]
    if named in texts and named not in _ARABIC:  # another language, as declared: refused by name, later
        return texts[named]
    return _latin(data)


def _latin(data: bytes) -> str | None:
    """Western text without a declaration: mostly ASCII, the rest nearly all letters inside words."""
    text = data.decode("cp1252", "replace")
    beyond = [c for c in text if c > "\x7f"]
    letters = sum(c.isalpha() for c in beyond)
    return text if len(beyond) < 0.2 * len(text) and letters > 0.6 * len(beyond) else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else None
    except LookupError:
        return None
    return None if name is None or name.startswith(("utf", "unicode")) else name


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like Arabic news: mean log-frequency, below 0."""
    counts = Counter(c for c in text if c > "\x7f")
    total = sum(counts.values())
    known = _frequencies()
    return sum(n * known.get(c, _RARE) for c, n in counts.items()) / total if total else _RARE


@cache
def _frequencies() -> dict[str, float]:
    return {row["letter"]: math.log(float(row["permille"]) / 1000) for row in read_table("page/letters.csv")}
