"""Whose page it is: from markup, from behind the headline, from a dateline; nothing that is no name."""

from __future__ import annotations

import pytest

from marsad.article import read_article
from marsad.article.outlet import behind_headline
from marsad.records import Page

BODY = (
    "انسحبت القوة الدولية أمس من القاعدة الواقعة جنوب المدينة بعد خمس سنوات من انتشارها فيها، "
    "وسلمت مبانيها إلى الجيش.\n\n"
    "وقال متحدث باسم الجيش إن الانسحاب جرى بهدوء وإن وحدات من الشرطة انتشرت في محيط القاعدة لتأمينه."
)
HEADLINE = "القوة الدولية تنسحب من القاعدة"


def outlet(data: str, media: str) -> str | None:
    return read_article(Page(f"page.{media}", data.encode(), media, "0" * 64, None)).outlet


def html(head: str, title: str = HEADLINE) -> str:
    body = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    head = f"<head><title>{title}</title>{head}</head>"
    return f"<html>{head}<body><h1>{HEADLINE}</h1><article>{body}</article></body></html>"


PUBLISHER = '{"@type": "NewsArticle", "publisher": {"name": "صحيفة المرفأ"}}'
LINKED = f'<script type="application/ld+json">{PUBLISHER}</script>'


@pytest.mark.parametrize(
    ("data", "media", "expected"),
    [
        (f"{HEADLINE}\n\nصنعاء / شبكة الهضبة / 11 آذار 2020\n\n{BODY}", "text", "شبكة الهضبة"),
        (f"{HEADLINE}\n\nعدن، 11 مارس 2020 (وكالة الساحل) - {BODY}", "text", "وكالة الساحل"),
        (f"{HEADLINE}\n\nعدن - 11 مارس 2020\n\n{BODY}", "text", None),
        (f"{HEADLINE}\n\n{BODY}", "text", None),
        (html(""), "html", None),
        (html("", f"{HEADLINE} | جريدة المرفأ"), "html", "جريدة المرفأ"),
        (html("", f"{HEADLINE} | أخبار"), "html", None),
        (html(LINKED), "html", "صحيفة المرفأ"),
        (html(f'<meta property="og:site_name" content="المرفأ">{LINKED}'), "html", "المرفأ"),
    ],
)
def test_whose_page_it_is(data: str, media: str, expected: str | None) -> None:
    assert outlet(data, media) == expected


def test_a_headline_that_tells_of_an_outlet_names_none() -> None:
    assert behind_headline("وكالة أنباء تعلن إضرابا مفتوحا") is None
