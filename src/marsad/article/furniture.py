"""Lines of a page that are not its article: share and subscribe bars, teasers, menus, credits, copyright."""

from __future__ import annotations

import re
from functools import cache

from marsad.article.blocks import LONG, Block, folded_words
from marsad.data import read_table

SHORT = 12  # words of the longest line that its beginning alone condemns; teasers may be longer
LONGEST_TEASER = 30
LONGEST_CREDIT = 7
_PARTS = re.compile(r"\s*(?:[-–—/|،,؛;:+&]|\s{2,})\s*")
_FRAME = re.compile("^[\\W_]+|[\\W_]+$")
_MARK_AFTER = re.compile(r"[\W_]*[:：]")


def kind_of(block: Block) -> str | None:
    """The kind of defect that a whole line is, or None for what may be article text."""
    if "©" in block.text and len(block.words) <= LONG:
        return "copyright"
    if 0 < len(block.words) <= LONGEST_TEASER:
        return (
            _by_start(block)
            or _by_words(block)
            or _by_ends(block)
            or ("credit" if credited(block) is not None else None)
        )
    return None


def _by_start(block: Block) -> str | None:
    starts, longest = _starts()
    for size in range(min(longest, len(block.words)), 0, -1):
        kind = starts.get(" ".join(block.words[:size]))
        limit = LONGEST_TEASER if kind == "teaser" else SHORT
        if kind and len(block.words) <= limit and (size > 1 or _stands_alone(block)):
            return None if block.prose and kind != "teaser" and size < 2 else kind
    return None


def _stands_alone(block: Block) -> bool:
    """Whether the line's first word is all of it, or a colon or a number follows."""
    if len(block.words) == 1 or block.words[1].isdigit():
        return True
    after = block.text.lstrip().split(maxsplit=1)
    return bool(re.search("[:：]$", after[0]) or (len(after) > 1 and _MARK_AFTER.match(after[1])))


def _by_words(block: Block) -> str | None:
    if len(block.words) > SHORT or block.finished or all(word.isdigit() for word in block.words):
        return None
    for kind, words in _word_sets().items():
        if all(word in words or word.isdigit() for word in block.words):
            return kind
    return None


def _by_ends(block: Block) -> str | None:
    """A call to follow the outlet somewhere ("تابعوا … على تلغرام"): its first word and its last tell it."""
    if len(block.words) > SHORT or block.words[0] not in _followed() or block.finished:
        return None
    return "subscribe" if block.words[-1] in _word_sets()["share_bar"] else None


def is_teaser_head(block: Block) -> bool:
    """Whether a teaser line is only the head ("اقرأ أيضاً:"), so that the headlines after it belong to it."""
    starts, longest = _starts()
    return len(block.words) <= longest and starts.get(" ".join(block.words)) == "teaser"


def credited(block: Block) -> str | None:
    """What a credit line credits beside agencies: the outlet's name or ""; None if it is no credit line."""
    if len(block.words) > LONGEST_CREDIT:
        return None
    parts = [part for part in _PARTS.split(_FRAME.sub("", block.text)) if part]
    kinds = [_credit_kind(part) for part in parts]
    if kinds and kinds[0] == "head" and len(kinds) > 1:
        return ""
    if "agency" not in kinds:
        return None
    names = [part for part, kind in zip(parts, kinds, strict=True) if kind is None]
    if len(names) > 1 or (names and kinds[0] is not None):
        return None
    return names[0] if names else ""


def _credit_kind(part: str) -> str | None:
    return _credits().get(" ".join(folded_words(part)))


@cache
def _starts() -> tuple[dict[str, str], int]:
    rows = [row for row in read_table("page/phrases.csv") if row["where"] == "start"]
    starts = {" ".join(folded_words(row["phrase"])): row["kind"] for row in rows}
    return starts, max(len(key.split()) for key in starts)


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    rows = [row for row in read_table("page/phrases.csv") if row["where"] == "word"]
    kinds = dict.fromkeys(row["kind"] for row in rows)
    return {k: frozenset(w for r in rows if r["kind"] == k for w in folded_words(r["phrase"])) for k in kinds}


@cache
def _followed() -> frozenset[str]:
    rows = read_table("page/phrases.csv")
    return frozenset(word for r in rows if r["where"] == "follow" for word in folded_words(r["phrase"]))


@cache
def _credits() -> dict[str, str]:
    return {" ".join(folded_words(row["phrase"])): row["kind"] for row in read_table("page/credits.csv")}


@cache
def teaser_in_text() -> re.Pattern[str]:
    """A teaser head with its colon inside folded text, for paragraphs that swallowed a teaser."""
    starts = sorted(
        (k for k, kind in _starts()[0].items() if kind == "teaser" and " " in k), key=len, reverse=True
    )
    return re.compile(r"(?<=[.!?؟…\"»”)])\s+[\W_]*(?:" + "|".join(map(re.escape, starts)) + r")\s*:")
