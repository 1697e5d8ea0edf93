"""What a page prints twice: body, paragraph, pull quote, or a keyword after each paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from marsad.article.blocks import Block, folded_words
from marsad.records import Defect, Span

FEWEST_WORDS = 4  # of a repeated paragraph; a shorter line ("وأضاف:") may stand twice by right
FEWEST_IN_SENTENCE = 8  # words of a sentence cut out of a paragraph because it stood before
LONGEST_KEYWORD = 4  # words
FEWEST_BEFORE = 5  # words of the paragraph before it; headlines ("… الفسفور.. وفتوى") have fragments by right
Key = tuple[str, ...] | str  # a paragraph's folded words, or a sentence as it stands
_SENTENCE = re.compile("[^.!?؟…]+[.!?؟…\"'”»)]*")  # rough, since both prints of a sentence break alike
_TAIL = re.compile(  # the fragment after the last full stop; its first word has letters, no mark inside it
    "(?<!\\.)[.!?؟…][\"'”»)\\]]*\\s+(?P<tail>[^\\W\\d_][^\\s.!?؟…:]*"
    f"(?:\\s+[^\\s.!?؟…:]+){{0,{LONGEST_KEYWORD - 1}}})\\s*$"
)


def without_stray_keywords(page: str, blocks: list[Block]) -> tuple[list[Block], list[Defect]]:
    """Blocks without a fragment that follows the last full stop of two or more different paragraphs.

    Once is no proof: an unfinished last sentence must not be lost.
    """
    tails: dict[tuple[str, ...], list[tuple[int, Span]]] = defaultdict(list)
    stems: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for i, block in enumerate(blocks):
        match = None if block.finished else _TAIL.search(block.text)
        words = folded_words(match["tail"]) if match else ()
        if match and len(block.words) - len(words) >= FEWEST_BEFORE:
            tails[words].append((i, Span(match.start("tail"), match.end("tail"))))
            stems[words].add(block.words[: -len(words)])
    kept: list[Block | None] = list(blocks)
    defects = []
    for words, places in tails.items():
        if len(stems[words]) > 1:
            for i, tail in places:
                defects.append(
                    Defect("stray_keyword", blocks[i].text[tail.start : tail.end], blocks[i].page_span(tail))
                )
                kept[i] = blocks[i].without(page, [tail])
    return [block for block in kept if block], defects


def without_repeats(page: str, blocks: list[Block]) -> tuple[list[Block], list[Defect]]:
    """Blocks without those that stood before; neighbours that repeat together are one `repeated_body`."""
    seen: set[Key] = set()
    kept: list[Block] = []
    run: list[Block] = []
    defects: list[Defect] = []
    for block in blocks:
        if _stood_before(block, seen):
            run.append(block)
            continue
        if run and len(block.words) < FEWEST_WORDS and block.words in seen:  # a short line inside the copy
            run.append(block)
            continue
        defects += _told(page, run)
        run = []
        kept += _new_part(page, block, seen, defects)
    return kept, defects + _told(page, run)


def _stood_before(block: Block, seen: set[Key]) -> bool:
    """Whether the block, or each of its sentences, is already known."""
    if block.words in seen:
        return len(block.words) >= FEWEST_WORDS
    sentences = [sentence for _, sentence in _sentences(block)]
    return len(sentences) > 1 and all(sentence in seen for sentence in sentences)


def _sentences(block: Block) -> Iterator[tuple[int, str]]:
    """The block's sentences, each with where it begins."""
    return ((match.start(), match.group().strip()) for match in _SENTENCE.finditer(block.text))


def _new_part(page: str, block: Block, seen: set[Key], defects: list[Defect]) -> list[Block]:
    """The block without long sentences that stood before."""
    old = []
    for start, sentence in _sentences(block):
        if sentence in seen and len(sentence.split()) >= FEWEST_IN_SENTENCE:
            at = block.text.index(sentence, start)
            old.append(Span(at, at + len(sentence)))
            defects.append(Defect("repeated_sentence", sentence, block.page_span(old[-1])))
        seen.add(sentence)
    seen.add(block.words)
    rest = block.without(page, old) if old else block
    return [rest] if rest else []


def _told(page: str, run: list[Block]) -> list[Defect]:
    if not run:
        return []
    span = Span(run[0].span.start, run[-1].span.end)
    kind = "repeated_body" if len(run) > 1 else "repeated_paragraph"
    return [Defect(kind, page[span.start : span.end], span)]
