"""HTML to blocks: trafilatura says what the article is, the page's visible text says where it stands.

The decoded text of an HTML page is its *visible text*: the headlines of its head, one a line, then every
block of its body on a line of its own, white space collapsed, entities resolved, scripts and styles left
out. Offsets into markup would say nothing to a reader; these can be shown and searched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, NoReturn

import trafilatura

from marsad.article.blocks import Block, blocks_of
from marsad.article.dateline import stands_alone
from marsad.article.furniture import kind_of
from marsad.article.headline import FEWEST_WORDS, SUPPORTED, alike, support
from marsad.article.language import foreign_language
from marsad.article.material import Source
from marsad.article.metadata import Metadata, metadata_of
from marsad.article.nesting import flattened, too_deep
from marsad.errors import NoArticle, NotArabic
from marsad.records import Span

_HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea")
)
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))
# fmt: on
_SPACE = re.compile(r"\s+")
_MARKED = re.compile(  # a tag by name, since plain text may hold "<" and addresses in "<>"
    r"<(?:!doctype|!--|\?xml|/?(?:html|head|body|meta|title|script|style|h[1-6]|p|div|span|br|a|b|i|u|em"
    r"|strong|font|center|ul|ol|li|dl|table|tr|td|article|section|main|header|footer|nav|pre|blockquote|img"
    r"|time|figure)[\s>/])",
    re.I,
)
_BULLET = re.compile(r"^(?:[-*•|]\s+)+|\s*\|\s*$")
MOST_LINKED = 0.5  # share of the extracted text inside links at which a page is a list of other pages
FEWEST_IN_LIST = 6  # paragraphs of a page that may be judged a list by its lines
FEWEST_WHOLE = 0.1  # share of whole paragraphs among them: 32 real pages 0.25 to 1, the one list 0.0


@dataclass(frozen=True, slots=True)
class _Visible:
    """The visible text, which stretches of it are links, and where its body begins."""

    text: str
    links: tuple[Span, ...]
    body: int


def read_markup(source: str, html: str) -> Source:
    """The blocks of an HTML page's article; raises NoArticle (or NotArabic, if that is why).

    Plain text that was saved under an HTML name is read as the text that it is.
    """
    if not _MARKED.search(html):
        text = unescape(html)
        return Source(text, tuple(blocks_of(text)), None, whole_page=True)
    html, tree = _parsed(html)
    if tree is None:
        _refuse(source, "", "no text that can be shown")
    said = metadata_of(tree)
    visible = _visible(tree, said.headlines)
    spans = list(_located(visible, _extracted(html)))
    title = _title(visible, heads := _headlines(visible.text, said), spans)
    spans = [span for span in spans if title is None or not span.overlaps(title.span)]
    if not spans:
        return _all_visible(source, visible, said)
    if _linked(visible, spans) > MOST_LINKED or _is_list(visible.text, spans):
        _refuse(source, visible.text, "only menus and lists of links")
    spans = [*_opening(visible, title, spans), *spans]
    variants = [head for head in heads if title and _other_form(head, title)]
    blocks = (*variants, *_dates(visible, title, spans), *_with_furniture(visible, spans))
    return Source(visible.text, blocks, title, False, said.published, said.outlet, said.url)


def _parsed(html: str) -> tuple[str, Any]:
    """The page as it can be read, and its tree: fragments framed, wrappers beyond the parser's depth out."""
    tree = trafilatura.load_html(html)
    if tree is None:  # how trafilatura takes a fragment
        html = f"<html><body>{html}</body></html>"
        tree = trafilatura.load_html(html)
    if tree is not None and too_deep(tree):
        html = flattened(html)
        tree = trafilatura.load_html(html)
    return html, tree


def _all_visible(source: str, visible: _Visible, said: Metadata) -> Source:
    """A page in which trafilatura finds no article: all that it shows, if a paragraph is among it."""
    blocks = blocks_of(visible.text, visible.body)
    prose = [block.span for block in blocks if block.prose]
    if not prose or _linked(visible, prose) > MOST_LINKED:
        found = "no paragraph of text" if visible.text.strip() else "no text that can be shown"
        _refuse(source, visible.text, "only menus and lists of links" if visible.links else found)
    return Source(visible.text, tuple(blocks), None, True, said.published, said.outlet, said.url)


def _refuse(source: str, visible: str, found: str) -> NoReturn:
    language = foreign_language(visible)
    if language:
        raise NotArabic(source, f"{source}: expected Arabic, found {language}; leave the page out")
    wanted = "expected an article"
    raise NoArticle(source, f"{source}: {wanted}, found {found}; save the article's own page")


def _extracted(html: str) -> list[str]:
    """The article's paragraphs as trafilatura reads them."""
    text = trafilatura.extract(html, include_comments=False, include_tables=True) or ""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def _visible(tree: Any, headlines: tuple[str, ...]) -> _Visible:
    pieces: list[str] = [f"{line}\n" for line in headlines]
    at = body = sum(map(len, pieces))
    links: list[Span] = []
    opened: list[int] = []
    last = "\n"
    for kind, value in _walk(tree):
        if kind == "text":
            piece = _SPACE.sub(" ", value)
            piece = piece.lstrip() if last in " \n" else piece
        else:
            piece = "\n" if kind == "break" and last != "\n" else ""
        if kind == "link":
            opened.append(at)
        elif kind == "unlink":
            links.append(Span(opened.pop(), at))
        if piece:
            pieces.append(piece)
            at, last = at + len(piece), piece[-1]
    return _Visible("".join(pieces), tuple(links), body)


def _walk(tree: Any) -> Iterator[tuple[str, str]]:
    """Texts, block breaks, and the beginnings and ends of links, in the page's order; no recursion."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, done = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else None
        if done:
            yield ("unlink" if tag == "a" else "break" if tag not in _INLINE else "end"), ""
        elif tag is not None and tag not in _HIDDEN:
            yield ("link" if tag == "a" else "break" if tag not in _INLINE else "start"), ""
            yield "text", node.text or ""
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if node is not tree:
            yield "text", node.tail or ""


def _located(visible: _Visible, paragraphs: list[str]) -> Iterator[Span]:
    """Where each paragraph stands in the visible text; white space, which markup changes, is not compared."""
    kept = [i for i in range(visible.body, len(visible.text)) if not visible.text[i].isspace()]
    dense = "".join(visible.text[i] for i in kept)
    at = 0
    for paragraph in paragraphs:
        for part in _parts(paragraph, dense):
            found = dense.find(part, at)
            found = dense.find(part) if found < 0 else found
            if found >= 0:
                at = found + len(part)
                yield Span(kept[found], kept[at - 1] + 1)


def _parts(paragraph: str, dense: str) -> list[str]:
    """The paragraph without white space, or its sentences if the page holds more inside it."""
    whole = _SPACE.sub("", paragraph)
    return (
        [whole]
        if whole in dense
        else [_SPACE.sub("", part) for part in re.split(r"(?<=[.!?؟])\s", paragraph)]
    )


def _is_list(text: str, spans: list[Span]) -> bool:
    """Whether the page lists other pages: its lines are cut short, or hardly one is a paragraph."""
    blocks = [Block.of(text, [span]) for span in spans]
    whole = sum(block.prose and not block.text.endswith(("...", "…")) for block in blocks)
    return len(blocks) >= FEWEST_IN_LIST and whole < FEWEST_WHOLE * len(blocks)


def _linked(visible: _Visible, spans: list[Span]) -> float:
    """The share of the article's characters that are links."""
    starts = [link.start for link in visible.links]
    order = sorted(range(len(starts)), key=starts.__getitem__)
    links = [visible.links[i] for i in order]
    starts.sort()
    inside = 0
    for span in spans:
        first = max(bisect_right(starts, span.start) - 1, 0)
        for link in links[first:]:
            if link.start >= span.end:
                break
            inside += max(0, min(link.end, span.end) - max(link.start, span.start))
    return inside / max(sum(span.end - span.start for span in spans), 1)


DATE_REACH = 400  # characters of visible text above the article in which its dateline stands


def _dates(visible: _Visible, title: Block | None, spans: list[Span]) -> list[Block]:
    """Datelines by the headline, which trafilatura leaves out."""
    first = min(span.start for span in spans)
    headline = visible.text.rfind(title.text, visible.body, first) if title else -1
    start = max(visible.body, (first if headline < 0 else headline) - DATE_REACH)
    return [block for block in blocks_of(visible.text[:first], start) if stands_alone(block)]


def _headlines(text: str, said: Metadata) -> list[Block]:
    """The different headlines of the page's head, the outlet's name after them left out."""
    found: dict[tuple[str, ...], Block] = {}
    at = 0
    for line in said.headlines:
        block = Block.of(text, [Span(at, at + len(_bare(line, said.outlet)))])
        found.setdefault(block.words, block)
        at += len(line) + 1
    return [block for words, block in found.items() if len(words) > 1]


def _title(visible: _Visible, heads: list[Block], spans: list[Span]) -> Block | None:
    """The headline whose words the article supports."""
    body = " ".join(word for span in spans for word in Block.of(visible.text, [span]).words)
    best = max(heads, key=lambda block: _worth(block, body), default=None)
    inner = [head for head in heads if best and len(head.words) >= FEWEST_WORDS and _within(head, best)]
    return _placed(visible, min(inner, key=lambda head: len(head.words), default=best))


def _placed(visible: _Visible, title: Block | None) -> Block | None:
    """The title where it stands on the page as a line of its own, else in the page's head."""
    at = visible.text.find(f"\n{title.text}\n", visible.body - 1) if title and visible.body else -1
    return Block.of(visible.text, [Span(at + 1, at + 1 + len(title.text))]) if title and at >= 0 else title


def _within(inner: Block, outer: Block) -> bool:
    """Whether one headline is all of another, or that with the outlet's name around it."""
    return f" {' '.join(inner.words)} " in f" {' '.join(outer.words)} "


def _other_form(head: Block, title: Block) -> bool:
    return alike(head.words, title.words) and not _within(title, head)


def _opening(visible: _Visible, title: Block | None, spans: list[Span]) -> list[Span]:
    """Paragraphs between headline and first one extracted: a lead set apart, which trafilatura misses."""
    first = min(span.start for span in spans)
    at = visible.text.rfind(title.text, visible.body, first) if title else -1
    if at < 0 or title is None:
        return []
    between = blocks_of(visible.text[:first], at + len(title.text))
    body = " ".join(word for span in spans for word in Block.of(visible.text, [span]).words)
    leads = [
        block.span
        for block in between
        if block.prose and block.finished and not kind_of(block) and support(block, body) >= SUPPORTED
    ]
    return [span for span in leads if _linked(visible, [span]) < MOST_LINKED]


def _worth(block: Block, body: str) -> float:
    """Supported words minus half of the others: a longer headline is better only by words of the story."""
    supported = sum(word in body for word in block.words)
    return supported - (len(block.words) - supported) / 2


def _bare(line: str, outlet: str | None) -> str:
    """The headline without the site's name behind a mark (" - ", " | ")."""
    parts = re.split(r"\s+[-–—|:»]\s+", line)
    if len(parts) < 2:
        return line
    longest = max(parts[0], " ".join(parts[1:]), key=len)
    return line[: len(parts[0])] if longest == parts[0] or parts[1] == outlet else line


def _with_furniture(visible: _Visible, spans: list[Span]) -> list[Block]:
    """The article's blocks, and between them those lines of the page that are known furniture, to be told."""
    taken = sorted(spans, key=lambda span: span.start)
    first, last = taken[0].start, taken[-1].end
    blocks = [
        Block.of(visible.text, [span]) for span in spans if "\n" not in visible.text[span.start : span.end]
    ]
    broken = [span for span in spans if "\n" in visible.text[span.start : span.end]]
    for span in broken:
        blocks += blocks_of(visible.text[: span.end], span.start)
    for block in blocks_of(visible.text[:last], first):
        if not any(block.span.overlaps(span) for span in taken) and kind_of(block):
            blocks.append(block)
    return sorted(blocks, key=lambda block: block.span.start)
