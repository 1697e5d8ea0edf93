"""Every offset of the article leads back to the same character of the page."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.article import decode, read_article
from marsad.errors import PageError
from marsad.intake import read_pages
from marsad.records import Page

from .conftest import check_map, page

WORDS = [
    "غادرت",
    "القوات",
    "القاعدة",
    "الخميس",
    "وقال",
    "متحدث",
    "إن",
    "الجنود",
    "عادوا",
    "قُوّة",
    "2020",
    "«بلد»",
]
LINES = ["Share on facebook", "اقرأ أيضاً", "الرئيسية", "المصدر: وكالات", "3 شباط 2020", "* * *", "\u200f"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
line = st.one_of(
    st.builds("{}{}".format, words, st.sampled_from(["", ".", "؟", ". بلد"])), st.sampled_from(LINES)
)
ending = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "   ", "     ", "\t", "\u2028"])
pages = st.lists(st.tuples(line, ending), min_size=1, max_size=15).map(lambda p: "".join(a + b for a, b in p))


@settings(max_examples=300, deadline=None)
@given(pages)
def test_plain_text(text: str) -> None:
    try:
        article = read_article(page(text))
    except PageError:
        return
    check_map(article, decode(page(text)))
    assert article.text.startswith(article.title)


@settings(max_examples=150, deadline=None)
@given(words, pages)
def test_records(title: str, text: str) -> None:
    record = page({"title": title, "text": text})
    try:
        article = read_article(record)
    except PageError:
        return
    check_map(article, decode(record))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text", "html"]))
def test_no_bytes_raise_anything_but_a_page_error(data: bytes, media: str) -> None:
    try:
        article = read_article(page(data, media))
    except PageError as error:
        assert "\n" not in str(error)
    else:
        check_map(article, decode(page(data, media)))


SHARED = Path(os.environ.get("MARSAD_SHARED", Path(__file__).parents[3] / "shared"))


@pytest.mark.shared
def test_the_seed_page() -> None:
    if not SHARED.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"no folder {SHARED}: this test measures on pages that are not ours to ship")
    [source] = read_pages([str(SHARED / "seed" / "page.txt")])
    assert isinstance(source, Page)
    article = read_article(source)
    check_map(article, decode(source))
    kinds = [defect.kind for defect in article.defects]
    [variant] = [d.text for d in article.defects if d.kind == "headline_variant"]
    strays = {d.text for d in article.defects if d.kind == "stray_keyword"}
    assert "القيارة" in article.title and "القيادة" in variant
    assert kinds.count("repeated_body") == 1 and kinds.count("share_bar") == 10
    assert strays == {"للتحالف الدولي"}
    assert "Share" not in article.text and ". للتحالف الدولي" not in article.text
    paragraphs = article.text.split("\n\n", 1)[1].split("\n")
    assert len(paragraphs) == len(set(paragraphs)) == 10
    assert article.published is None


def test_half_a_character_of_a_record_is_replaced_and_a_number_may_be_an_id() -> None:
    data = '{"id": 17, "title": "انسحاب هولندي", "text": "غادر \\ud83d الجنود \\ud83d\\ude00 المعسكر."}'
    article = read_article(Page("page.x", data.encode(), "record", "0" * 64, None))
    assert article.text == "انسحاب هولندي\n\nغادر \ufffd الجنود \U0001f600 المعسكر."
    assert article.id == "17" and article.text.encode()
