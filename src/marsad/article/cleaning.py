"""From a page's blocks to title and body: what is not the article is taken out and told as a defect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic import fold_with_offsets
from marsad.article import dateline, headline
from marsad.article.blocks import Block
from marsad.article.furniture import credited, is_teaser_head, kind_of, teaser_in_text
from marsad.article.outlet import in_dateline
from marsad.article.repeats import without_repeats, without_stray_keywords
from marsad.records import Defect, Span

CLOSE = 0.75  # likeness of a line to the title that a record or the markup gives, for it to be a form of that
MOST_TEASERS = 10  # headlines after one teaser head
TRAILING_MENU = (
    3  # lines in a row after the body, none a sentence, that make a menu or a list of other stories
)
ENTRY = 4  # words of a menu's longest entry


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Title and body as blocks, what was taken out, the outlet named by a credit line, dateline blocks."""

    title: Block | None
    body: tuple[Block, ...]
    defects: tuple[Defect, ...]
    outlet: str | None
    dates: tuple[Block, ...]


def clean(page: str, blocks: Sequence[Block], title: Block | None, whole_page: bool) -> Cleaned:
    """Title and body; `title` if record or markup tells it, `whole_page` where menus may surround it."""
    rest, defects = _without_furniture(page, blocks)
    outlet = next(filter(None, (credited(block) for block in blocks if kind_of(block) == "credit")), None)
    dates = _datelines(rest)
    defects += [Defect("dateline", block.text, block.span) for block in dates]
    rest, strays = without_stray_keywords(page, [block for block in rest if block not in dates])
    leads, body = _parted(rest, title, whole_page)
    body, repeats = without_repeats(page, body)
    head = headline.choose(leads, body, told=title is not None or not whole_page)
    trailing = _trailing_menu(body, head.title) if whole_page else []
    told = [Defect("boilerplate", block.text, block.span) for block in trailing]
    kept = (*head.standfirst, *body[: len(body) - len(trailing)])
    outlet = outlet or next(filter(None, map(in_dateline, (*dates, *kept[:1]))), None)
    every = [*defects, *strays, *repeats, *head.defects, *told]
    return Cleaned(head.title, kept, tuple(sorted(every, key=_place)), outlet, tuple(dates))


def _datelines(blocks: Sequence[Block]) -> list[Block]:
    """Datelines above the body, below its first paragraph or after its last; elsewhere they are text."""
    prose = [i for i, block in enumerate(blocks) if block.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), 0)
    found = []
    for i, block in enumerate(blocks):
        inside = first < i < last
        place = 0 if inside else dateline.PLACE  # a resolution's name and date are text
        if not block.prose and (not inside or i == first + 1) and dateline.stands_alone(block, place):
            found.append(block)
    return found


def _place(defect: Defect) -> int:
    return defect.page.start if defect.page else 0


def _without_furniture(page: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Defect]]:
    kept: list[Block] = []
    defects: list[Defect] = []
    teasers = 0  # headlines that the last teaser head may still claim
    for block in blocks:
        if not block.words:  # a rule of stars or dots
            continue
        kind = kind_of(block)
        if kind is None and teasers and not block.prose:
            kind, teasers = "teaser", teasers - 1
        elif kind == "teaser":
            teasers = MOST_TEASERS if is_teaser_head(block) else 0
        elif kind is None:
            teasers = 0
        if kind is None:
            kept += _without_inner_teaser(page, block, defects)
        else:
            defects.append(Defect(kind, block.text, block.span))
    return kept, defects


def _without_inner_teaser(page: str, block: Block, defects: list[Defect]) -> list[Block]:
    """The block without a teaser ("… . اقرأ أيضاً: …") that runs to its end."""
    if ":" not in block.text:
        return [block]
    folded = fold_with_offsets(block.text)
    match = teaser_in_text().search(folded.text)
    if not match:
        return [block]
    part = Span(folded.offsets[match.start()], len(block.text))
    defects.append(Defect("teaser", block.text[part.start :].strip(), block.page_span(part)))
    rest = block.without(page, [part])
    return [rest] if rest else []


def _parted(blocks: list[Block], title: Block | None, whole_page: bool) -> tuple[list[Block], list[Block]]:
    """Lines above the body, and the body. A record's text before its own title is the page's head."""
    first = next((i for i, block in enumerate(blocks) if block.prose), None)
    if title is not None:
        prose = [i for i, block in enumerate(blocks) if block.prose]
        head = blocks[: prose[1] if len(prose) > 1 else first]  # a description may stand above the title
        same = [i for i, block in enumerate(head) if headline.alike(block.words, title.words, CLOSE)]
        cut = same[-1] + 1 if same else 0
        above = [
            block for block in blocks[:cut] if block.prose and not headline.alike(block.words, title.words)
        ]
        return [title, *(b for b in blocks[:cut] if b not in above)], [*above, *blocks[cut:]]
    if first is None or not whole_page:
        first = 1 if blocks and not (blocks[0].prose or blocks[0].finished) else 0
    return blocks[:first], blocks[first:]


def _trailing_menu(body: Sequence[Block], title: Block | None) -> list[Block]:
    """Lines after the last paragraph that are no sentences, if there are many or all are short."""
    tail: list[Block] = []
    for block in reversed(body):
        if block.prose or block.finished:
            break
        tail.insert(0, block)
    if len(tail) == len(body) or not tail:
        return []
    short = all(len(block.words) <= ENTRY for block in tail)
    return tail if len(tail) >= TRAILING_MENU or (short and len(tail) > 1) else []
