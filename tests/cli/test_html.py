"""The page: every value linked to its words; nothing from outside; no markup from a page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from marsad.cli.highlight import Mark, marked, marks
from marsad.cli.html import html_page
from marsad.cli.labels import label, names
from marsad.data import read_table
from marsad.read import Reading
from marsad.records import Failure, Published, Span
from tests.cli.examples import ARTICLE, DEMAND, READING, SILENT, STRIKE, TEXT, WITHDRAWAL, actor, at

VOID = {"meta", "br"}


class Checked(HTMLParser):
    """The page's ids, links and text; fails on tags that do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text: dict[str, str] = {}
        self.outside: list[str] = []
        self.feed(page)
        assert self.tags == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.outside += [given["src"]] if "src" in given else []
        if tag not in VOID:
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.tags.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in {"sup"} if "sup" in self.tags else set(self.tags):
            self.text[tag] = self.text.get(tag, "") + data


PAGE = html_page([READING, SILENT], [Failure("bad <b>.html", "intake", "NotText", "found a <zip>")])


def test_tags_close_ids_are_unique_and_links_lead_somewhere() -> None:
    page = Checked(PAGE)
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert len(page.ids) == len(set(page.ids))
    assert set(inner) <= set(page.ids) and len(inner) > 30


def test_nothing_comes_from_outside_and_no_script_runs() -> None:
    page = Checked(PAGE)
    outer = {link for link in page.links if not link.startswith("#")}
    assert page.outside == [] and outer == {ARTICLE.url}
    assert not re.search(r"<script|<link|@import|url\(|\son\w+=", PAGE)


def test_the_page_is_arabic_and_reads_from_the_right() -> None:
    assert PAGE.startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


def test_text_of_a_page_stays_text() -> None:
    assert "طائرات &lt;مجهولة&gt;" in PAGE and "<مجهولة>" not in PAGE
    assert "bad &lt;b&gt;.html" in PAGE and "found a &lt;zip&gt;" in PAGE


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " file:///etc/passwd"])
def test_only_web_addresses_become_links(url: str) -> None:
    page = Checked(html_page([replace(READING, article=replace(ARTICLE, url=url))]))
    assert all(link.startswith("#") for link in page.links)


def test_the_whole_text_is_there_once() -> None:
    page = Checked(html_page([READING]))
    title, *body = [line for line in TEXT.split("\n") if line]
    assert page.text["h2"].startswith(title)
    assert all(page.text["p"].count(line) == 1 for line in body)


def test_a_card_holds_every_stated_field_and_its_labels() -> None:
    card = re.search(r'<section class="card[^>]*id="a1m2-card">.*?</section>', PAGE, re.S)
    assert card
    for words in (
        "انسحاب",
        "withdrawal",
        "حدث",
        "FRA",
        "IQ",
        "2020-03-26",
        "200",
        "soldier",
        "الأركان",
        "e1",
    ):
        assert words in card.group(), words
    assert "القتلى" not in card.group()


def test_defects_date_and_its_source_are_told() -> None:
    for words in ("شارك الخبر", "شريط مشاركة", "صيغة أخرى للعنوان", "2020-03-28", "option", "وكالة الأفق"):
        assert words in PAGE, words


def test_an_unknown_date_is_told() -> None:
    assert "غير معروف" in html_page([replace(READING, article=replace(ARTICLE, published=None))])


def test_an_index_where_there_are_several_articles() -> None:
    assert 'class="index"' in PAGE and 'class="index"' not in html_page([READING])


def test_no_article_at_all_is_still_a_page() -> None:
    Checked(html_page([], [Failure("x", "intake", "NotText", "binary")]))


def shown(spans: dict[str, Span], part: Span) -> str:
    """The marked text with [slot words] for each piece."""
    found = [Mark(span, slot, "a1m1", f"a1m1-{slot}-0") for slot, span in spans.items()]
    html = marked("0123456789", part, found)
    html = re.sub(r"</?span[^>]*>|<sup.*?</sup>", "", html)
    return re.sub(r'<a class="s-(\w+)(?: u-(\w+))?[^>]*>(.*?)</a>', lambda m: f"[{m[1]}/{m[2]} {m[3]}]", html)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ({}, "0123456789"),
        ({"trigger": Span(2, 4)}, "01[trigger/None 23]456789"),
        (
            {"actors": Span(0, 6), "trigger": Span(2, 4)},
            "[actors/None 01][trigger/actors 23][actors/None 45]6789",
        ),
        ({"actors": Span(0, 4), "place": Span(2, 6)}, "[actors/None 01][place/actors 23][place/None 45]6789"),
        ({"date": Span(3, 5), "quantity": Span(3, 5)}, "012[quantity/date 34]56789"),
        ({"date": Span(8, 10)}, "01234567[date/None 89]"),
    ],
)
def test_overlapping_words_are_cut_at_every_end(spans: dict[str, Span], expected: str) -> None:
    assert shown(spans, Span(0, 10)) == expected


def test_a_span_over_two_paragraphs_has_one_anchor() -> None:
    found = [Mark(Span(2, 8), "actors", "a1m1", "here")]
    both = marked("0123456789", Span(0, 5), found) + marked("0123456789", Span(5, 10), found)
    assert both.count('id="here"') == 1 and both.count("<a ") == 2


def test_two_mentions_of_one_actor_share_its_words_and_keep_their_anchors() -> None:
    mentions = [("a1m1", WITHDRAWAL), ("a1m2", replace(STRIKE, actors=(actor("FRA", "فرنسا", at("باريس")),)))]
    html = marked(TEXT, Span(0, len(TEXT)), marks(ARTICLE, mentions))
    assert html.count(">باريس</a>") == 1
    assert 'id="a1m1-actors-0"' in html and 'id="a1m2-actors-0"' in html


def test_spans_outside_the_text_are_passed_over() -> None:
    wrong = replace(DEMAND, trigger=Span(len(TEXT), len(TEXT) + 4))
    Checked(html_page([Reading(ARTICLE, (wrong,))]))


def test_every_edge_the_underline_and_the_events_sign_have_a_legend() -> None:
    legend = PAGE[PAGE.index('<ul class="legend keys">') : PAGE.index("<main>")]
    for name in names("factuality"):
        assert f'class="key f-{name}"' in legend and label("factuality", name).ar in legend
    for words in ("حافة البطاقة", "the card’s edge", "خط تحت اللفظ", "underline", ">e1<", "one event"):
        assert words in legend, words


def test_units_stand_in_both_languages() -> None:
    card = html_page([READING]).partition('id="a1m2-card"')[2].partition("</section>")[0]
    assert "جندي" in card and ">soldier</small>" in card


def test_every_unit_and_source_of_a_date_has_a_label_in_arabic() -> None:
    units = {row["id"] for row in read_table("units.csv")}
    assert units - set(names("unit")) == set()
    assert {"argument", "record", "metadata", "json-ld", "time", "dateline"} < set(names("published"))
    for kind in ("unit", "published"):
        assert all(re.search("[\u0621-\u064a]", label(kind, name).ar) for name in names(kind))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("argument", "محدد عند القراءة"),
        ("dateline", "من سطر التاريخ"),
        ("metadata:og:published_time", "من بيانات الصفحة"),
    ],
)
def test_the_dates_source_is_told_in_arabic(source: str, shown: str) -> None:
    dated = replace(ARTICLE, published=Published(date(2020, 3, 28), source))
    page = html_page([replace(READING, article=dated)])
    assert shown in page and f'title="{source}"' in page


def test_numbers_are_written_in_one_way() -> None:
    assert "arabic-indic" not in PAGE and not re.search("[\u0660-\u0669\u06f0-\u06f9]", PAGE)


def test_the_events_sign_stands_beside_the_factuality() -> None:
    assert re.search(r'<span class="state"><span class="factuality">.*?</span> <bdi class="event"', PAGE)
