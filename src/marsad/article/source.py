"""What a page gives before it is cleaned: its decoded text, blocks, title, and what its metadata says.

The *decoded text* is what `Article.runs` point into: the decoded file for plain text; title, empty line and
text of a record; for HTML its visible text, since offsets into markup would tell a reader nothing.
"""

from __future__ import annotations

import json
import re

from marsad.article.blocks import Block, blocks_of
from marsad.article.dateline import parse_day
from marsad.article.decoding import decode_bytes
from marsad.article.material import Source
from marsad.errors import NoArticle, NotText, SourceUnreadable
from marsad.intake import load_record
from marsad.records import Defect, Page, Published, Span

LONGEST_TOLD = 100  # characters of a date that cannot be read
_SURROGATE = re.compile("[\ud800-\udfff]")  # half of a character, which JSON may hold and no file may


def decode(page: Page) -> str:
    """The page's decoded text, to which every `Article.runs` of it maps."""
    return read_source(page).text


def read_source(page: Page) -> Source:
    """The page's text, blocks and metadata; raises NotText, NoArticle or SourceUnreadable."""
    if page.media == "record":
        return _record(page)
    text = decode_bytes(page.data)
    if text is None:
        wanted = "expected text in UTF-8, UTF-16, windows-1256 or ISO-8859-6"
        raise NotText(
            page.source,
            f"{page.source}: {wanted}, found bytes that are text in none of them; save the page again",
        )
    if page.media == "html":
        from marsad.article.markup import read_markup  # only now: trafilatura takes 0.4 s to load

        return read_markup(page.source, text)
    return Source(text, tuple(blocks_of(text)), None, whole_page=True)


def _record(page: Page) -> Source:
    try:
        record = load_record(page.data)
    except ValueError as error:
        wanted = "expected a JSON object with title and text"
        raise SourceUnreadable(page.source, f"{page.source}: {wanted}, found {error}; mend it") from error
    title, body = " ".join(_field(record, "title").split()), _field(record, "text")
    text = f"{title}\n\n{body}" if title else body
    if not text.strip():
        raise NoArticle(
            page.source, f"{page.source}: expected a title or a text, found both empty; drop the record"
        )
    head = Block.of(text, [Span(0, len(title))]) if title else None
    stated = _stated(record, "published")
    day = parse_day(stated)
    return Source(
        text,
        tuple(blocks_of(text, len(title))),
        head,
        whole_page=False,
        published=Published(day, "record") if day else None,
        outlet=_field(record, "outlet").strip() or None,
        url=_field(record, "url").strip() or None,
        id=_stated(record, "id").strip() or None,
        defects=(Defect("unread_date", stated[:LONGEST_TOLD], None),) if stated.strip() and not day else (),
    )


def _field(record: object, name: str) -> str:
    value = record.get(name) if isinstance(record, dict) else None
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else ""


def _stated(record: object, name: str) -> str:
    """The field as a text, also where it is a number or anything else; "" for null."""
    value = record.get(name) if isinstance(record, dict) else None
    return _field(record, name) if value is None or isinstance(value, str) else json.dumps(value)
