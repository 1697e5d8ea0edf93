"""Whose page it is, where neither record nor markup says so: a name in a dateline or behind the headline.

It is a name of several words, the first of them a medium's (data/page/media.csv): «شبكة كذا», «صحيفة كذا».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from marsad.arabic import fold
from marsad.article.blocks import Block, folded_words
from marsad.article.dateline import OPENING
from marsad.data import read_table

LONGEST = 5  # words of an outlet's name
_BRACKETS = re.compile(r"\(([^()\n]+)\)")
_MARKS = re.compile(r"[-–—:|/،,()\[\]]")
_BEHIND = re.compile(r"\s+[-–—|:»]\s+")


def in_dateline(block: Block) -> str | None:
    """The outlet between a dateline's marks ("بغداد / شبكة كذا / 11 آذار 2020"), or in brackets with which a
    paragraph opens ("بغداد (وكالة كذا) - …").
    """
    return _first(_BRACKETS.findall(block.text[:OPENING]) if block.prose else _MARKS.split(block.text))


def behind_headline(title: str) -> str | None:
    """The outlet that a page's title names after its headline ("… | صحيفة كذا")."""
    return _first(_BEHIND.split(title)[1:])


def _first(parts: Iterable[str]) -> str | None:
    return next((name for part in parts if _is_name(name := " ".join(part.split()))), None)


def _is_name(text: str) -> bool:
    words = folded_words(text)
    return (
        2 <= len(words) <= LONGEST and words[0] in _media() and not any(word[0].isdigit() for word in words)
    )


@cache
def _media() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_table("page/media.csv"))
