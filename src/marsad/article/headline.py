"""Which of the lines above the body is the headline: the one whose words the body supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from marsad.article.blocks import Block
from marsad.records import Defect

FEWEST_WORDS = 3
SAME_STORY = 0.6  # likeness of two headlines (difflib on words) above which one is a variant of the other
SHORTEST_WORD = 3  # letters of a word that may support; shorter ones stand everywhere
ENOUGH_WORDS = 6  # a headline of so many supported words needs no more
PRINTED_TWICE = 0.2  # worth of a line that the page repeats word for word, in shares of supported words
SUPPORTED = 0.5  # share of a line's words in the body at which a line below the headline is a standfirst
STANDFIRST = 8  # words of a line below the headline that is kept without support
FEWEST_OF_STANDFIRST = 5


@dataclass(frozen=True, slots=True)
class Head:
    """The chosen headline, the lines below it that belong to the article, and what else stood there."""

    title: Block | None
    standfirst: tuple[Block, ...]
    defects: tuple[Defect, ...]


def choose(leads: Sequence[Block], body: Sequence[Block], told: bool = False) -> Head:
    """The headline among the lines above the body; `told`: the first is it, or a form of it."""
    able = [block for block in leads if len(block.words) >= FEWEST_WORDS] or list(leads)
    if not able:
        return Head(None, (), ())
    text = " " + " ".join(word for block in body for word in block.words) + " "
    printed = Counter(block.words for block in able)
    title = able[0] if told else max(able, key=lambda block: _worth(block, printed[block.words] > 1, text))
    variants = [block for block in able if alike(block.words, title.words)]
    same = Counter(variants)
    title = max(variants, key=lambda block: (support(block, text), same[block]))
    return _sorted_out(leads, title, text, told)


def _worth(block: Block, twice: bool, body: str) -> float:
    return support(block, body) * min(len(block.words), ENOUGH_WORDS) / ENOUGH_WORDS + PRINTED_TWICE * twice


def support(block: Block, body: str) -> float:
    """The share of the block's words that stand in the body, inside other words too (clitics)."""
    words = [word for word in block.words if len(word) >= SHORTEST_WORD]
    return sum(word in body for word in words) / len(words) if words else 0.0


def alike(one: tuple[str, ...], other: tuple[str, ...], least: float = SAME_STORY) -> bool:
    """Whether two headlines are forms of one."""
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least


def _sorted_out(leads: Sequence[Block], title: Block, body: str, told: bool) -> Head:
    standfirst, defects, below = [], [], False
    for block in leads:
        if block is title:
            below = True
        elif block.words == title.words:
            defects.append(Defect("repeated_headline", block.text, block.span))
        elif alike(block.words, title.words):
            defects.append(Defect("headline_variant", block.text, block.span))
        elif below and not told and _belongs(block, body):
            standfirst.append(block)
        else:
            defects.append(Defect("boilerplate", block.text, block.span))
    return Head(title, tuple(standfirst), tuple(defects))


def _belongs(block: Block, body: str) -> bool:
    size = len(block.words)
    return size >= STANDFIRST or (size >= FEWEST_OF_STANDFIRST and support(block, body) >= SUPPORTED)
