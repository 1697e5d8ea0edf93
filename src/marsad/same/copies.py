"""Near-duplicate articles: the same text, syndicated, cut or lightly edited."""

from __future__ import annotations


def signature(text: str) -> bytes:
    """The MinHash signature of a text."""
    return b""


def bands(signature: bytes) -> tuple[int, ...]:
    """The bands of a signature, as signed 64-bit numbers: texts that share one may be copies."""
    return ()


def likeness(text: str, other: str) -> float | None:
    """How much of the two texts is the same; None where neither is a copy of the other."""
    return None
