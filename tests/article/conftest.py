"""Pages from text, HTML or a record, read to articles; every reading checks the map to the page."""

import hashlib
import json
from collections.abc import Callable
from datetime import date

import pytest

from marsad.article import decode, read_article
from marsad.records import Article, Page

Reader = Callable[..., Article]


def page(data: str | bytes | dict[str, object], media: str = "text") -> Page:
    raw = json.dumps(data, ensure_ascii=False) if isinstance(data, dict) else data
    octets = raw.encode() if isinstance(raw, str) else raw
    kind = "record" if isinstance(data, dict) else media
    return Page("page.x", octets, kind, hashlib.sha256(octets).hexdigest(), None)


def check_map(article: Article, decoded: str) -> None:
    """Every character stands at its place on the page, but for the white space that joins paragraphs."""
    covered = {at for run in article.runs for at in range(run.start, run.start + run.length)}
    for at, character in enumerate(article.text):
        if at in covered:
            assert decoded[article.to_page(at)] == character
        else:
            assert character in "\n "
    for defect in article.defects:
        if defect.kind == "unread_date":  # stands in a record's field, not in the decoded text
            assert defect.page is None
            continue
        assert defect.page is not None
        on_page = decoded[defect.page.start : defect.page.end]
        assert on_page.split() == defect.text.split() or defect.text.strip() in on_page


@pytest.fixture
def read() -> Reader:
    def reader(
        data: str | bytes | dict[str, object], media: str = "text", published: date | None = None
    ) -> Article:
        source = page(data, media)
        article = read_article(source, published)
        check_map(article, decode(source))
        return article

    return reader
