"""HTML nested too deep for the parser: wrappers that add no structure are taken out, the text stays.

libxml2 stops reading at the 256th level and drops what follows without a word; pages whose tags are never
closed (`<b>`, `<font>`, `<div>`) get there.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

DEEPEST = 240  # levels: libxml2 2.14 stops at 256
WRAPPED = 40  # levels that a wrapper may stand deep; trafilatura reads real pages of 30
_TOO_DEEP = f"boolean({'/*' * DEEPEST})"
_INLINE = frozenset(("a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "tt", "u"))
_WRAPPERS = _INLINE | frozenset(("article", "blockquote", "center", "div", "main", "section"))
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)\b[^<>]*>",
    re.I | re.S,
)
_BREAKS = re.compile(r"(?:<br>\s*){2,}")  # trafilatura takes 25 s for 100,000 of them


def too_deep(tree: Any) -> bool:
    """Whether a parsed page reaches the level at which the parser stops reading."""
    return bool(tree.xpath(_TOO_DEEP))


def flattened(html: str) -> str:
    """The page without the wrappers below a certain level; a block's place keeps its line break."""
    return _BREAKS.sub("<br>", _TOKEN.sub(_Levels().kept, html))


class _Levels:
    """The wrappers that are open at a place of the page, and which of them were kept."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []
        self._count: Counter[str] = Counter()

    def kept(self, tag: re.Match[str]) -> str:
        """The tag, or what stands for it."""
        name = (tag["name"] or "").lower()
        if name not in _WRAPPERS:
            return tag[0]
        kept = self._closed(name) if tag["close"] else self._opened(name)
        return tag[0] if kept else "" if name in _INLINE else "<br>"

    def _opened(self, name: str) -> bool:
        kept = len(self._open) < WRAPPED
        self._open.append((name, kept))
        self._count[name] += 1
        return kept

    def _closed(self, name: str) -> bool:
        """Close the innermost wrapper of the name, and those left open inside it."""
        if not self._count[name]:
            return False
        last, kept = "", False
        while last != name:
            last, kept = self._open.pop()
            self._count[last] -= 1
        return kept
