"""A page becomes an article: decoded, parted from what surrounds it, its language checked, its date found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from marsad.article.blocks import Block
from marsad.article.cleaning import Cleaned, clean
from marsad.article.dateline import published_in
from marsad.article.language import foreign_language, has_letters, without_foreign
from marsad.article.material import Source
from marsad.article.source import read_source
from marsad.errors import NoArticle, NotArabic
from marsad.records import Article, Page, Published, Run

TITLE_GAP = "\n\n"

BARS = (
    "share_bar",
    "subscribe",
    "teaser",
)  # defects that say nothing; a date or a name by itself is asked about
BETWEEN_DIGITS = ".,/-%\u066a\u066b\u066c "  # the last but the space: Arabic percent, decimal, thousands


def read_article(page: Page, published: date | None = None) -> Article:
    """The article of a page; `published` overrides what the page says.

    Raises NotText, NotArabic, NoArticle or SourceUnreadable, each with one line that names the page.
    """
    source = read_source(page)
    cleaned = clean(source.text, source.blocks, source.title, source.whole_page)
    if page.media != "html" and len(source.blocks) == 1 and not _is_bar(cleaned):
        cleaned = replace(cleaned, body=cleaned.body or source.blocks, defects=())
    body, foreign = without_foreign(cleaned.body)
    text, runs = assemble(source.text, cleaned.title, body)
    mostly_foreign = sum(len(d.text) for d in foreign) > sum(len(block.text) for block in body)
    judged = cleaned.body if mostly_foreign else body
    _check_language(page.source, source.text, "\n".join(block.text for block in judged) or text)
    if not text:
        wanted = "expected an article, found only menus and bars"
        raise NoArticle(page.source, f"{page.source}: {wanted}; save the article's own page")
    return Article(
        id=source.id or page.sha256[:12],
        source=page.source,
        title=text[: len(cleaned.title.text)] if cleaned.title else "",
        text=text,
        published=_published(source, cleaned, published),
        outlet=source.outlet or cleaned.outlet,
        url=source.url,
        defects=(*source.defects, *cleaned.defects, *foreign),
        runs=runs,
    )


def bare_article(id: str, text: str, published: date | None) -> Article:
    """A text as it stands, title before the first empty line, nothing cleaned (for gold files)."""
    title = text.partition(TITLE_GAP)[0]
    return Article(
        id=id,
        source=id,
        title=title if title != text else "",
        text=text,
        published=Published(published, "argument") if published else None,
        outlet=None,
        url=None,
        defects=(),
        runs=(Run(0, 0, len(text)),),
    )


def _check_language(source: str, page_text: str, article_text: str) -> None:
    if not has_letters(page_text) and not _is_number(page_text):
        raise NoArticle(
            source, f"{source}: expected an article, found no letters; save the article's own page"
        )
    language = foreign_language(article_text or page_text)
    if language:
        raise NotArabic(source, f"{source}: expected Arabic, found {language}; leave the page out")


def _is_bar(cleaned: Cleaned) -> bool:
    return cleaned.title is not None or any(defect.kind in BARS for defect in cleaned.defects)


def _is_number(page_text: str) -> bool:
    """Whether the page is one number or a date in digits (24/3/2020), which somebody asks about."""
    line = page_text.strip()
    return any(map(str.isdigit, line)) and all(sign.isdigit() or sign in BETWEEN_DIGITS for sign in line)


def _published(source: Source, cleaned: Cleaned, argument: date | None) -> Published | None:
    if argument:
        return Published(argument, "argument")
    if source.published:
        return source.published
    day = published_in(cleaned.dates, cleaned.body[0] if cleaned.body else None)
    return Published(day, "dateline") if day else None


def assemble(page: str, title: Block | None, body: Iterable[Block]) -> tuple[str, tuple[Run, ...]]:
    """The article's text and the runs that map it to the page: title, empty line, one line a paragraph."""
    pieces: list[str] = []
    runs: list[Run] = []
    length, gap = 0, ""
    for block, after in [*([(title, TITLE_GAP)] if title else []), *((block, "\n") for block in body)]:
        for span in block.spans:
            pieces += (gap, page[span.start : span.end])
            runs.append(Run(length + len(gap), span.start, span.end - span.start))
            length += len(gap) + span.end - span.start
            gap = " "
        gap = after
    return "".join(pieces), tuple(runs)
