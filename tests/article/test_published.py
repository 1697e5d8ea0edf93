"""The publication date: only where a whole day is stated, its source kept, the surest first."""

from datetime import date

import pytest

from marsad.article.dateline import parse_day

from .conftest import Reader

TITLE = "هولندا تسحب جنودها من معسكر قرب أربيل"
ONE = "أعلنت وزارة الدفاع الهولندية أن جنودها غادروا المعسكر القريب من أربيل يوم الأحد."
TWO = "وقال متحدث باسم الوزارة إن نحو خمسين مدربا عادوا إلى أمستردام على متن طائرة نقل."
DAY = date(2020, 2, 3)


@pytest.mark.parametrize(
    "value",
    [
        "2020-02-03",
        "2020-02-03T09:00:00+03:00",
        "2020/2/3",
        "03/02/2020 10:15",
        "3-2-2020",
        "3.2.2020",
        "٣ فبراير ٢٠٢٠",
        "3 شباط/فبراير 2020",
        "الاثنين، 3 شباط (فبراير) 2020",
        "3 فيفري، 2020",
        "Mon, 03 Feb 2020 07:00:00 GMT",
        "February 3, 2020",
        "3 Feb 2020",
        "02/13/2020",
    ],
)
def test_days_are_read_in_all_forms(value: str) -> None:
    assert parse_day(value) == (date(2020, 2, 13) if "13" in value else DAY)


@pytest.mark.parametrize(
    "value", ["2020", "", "فبراير 2020", "2020-02", "2020-02-31", "قبل ساعتين", "1066-10-14", "3/2"]
)
def test_no_day_is_made_from_less(value: str) -> None:
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "2020-02-03",
        "الاثنين 3 شباط/فبراير 2020",
        "آخر تحديث: 03 فبراير 2020 - 18:20 بتوقيت غرينتش",
        "بغداد - 3 شباط 2020",
        "1430 (GMT+03:00) - 03/02/20",
        "تاريخ النشر: 03/02/2020",
        "مرصد اليوم | 3 فبراير 2020 | 10:12 ص",
    ],
)
def test_a_dateline_is_the_date_of_a_plain_page(read: Reader, line: str) -> None:
    for text in (f"{TITLE}\n{line}\n\n{ONE}\n\n{TWO}", f"{line}\n\n{TITLE}\n\n{ONE}\n\n{TWO}"):
        article = read(text)
        assert article.published is not None
        assert (article.published.value, article.published.source) == (DAY, "dateline")
        assert line not in article.text and article.title == TITLE


@pytest.mark.parametrize(
    "head", ["بغداد - 3 شباط/فبراير 2020 - ", "أربيل (3 فبراير 2020) - ", "3 شباط 2020: "]
)
def test_a_dateline_may_open_the_first_paragraph(read: Reader, head: str) -> None:
    article = read(f"{TITLE}\n\n{head}{ONE}\n\n{TWO}")
    assert article.published is not None and article.published.value == DAY
    assert head.strip() in article.text  # it is part of the prose and stays


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n© 2020 مرصد اليوم",
        f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nجميع الحقوق محفوظة 01/01/2020",
        f"{TITLE}\n2020\n\n{ONE}\n\n{TWO}",
        f"{TITLE}\n\nفي 3 شباط/فبراير 2020 أعلنت الوزارة أن جنودها غادروا المعسكر.\n\n{TWO}",
        f"ذكرى هجوم 3 فبراير 2020 في أربيل\n\n{ONE}\n\n{TWO}",
        f"{TITLE}\n\n{ONE}\n\nالقرار رقم 7 - 3 شباط 2020:\n\n{TWO}\n\n{ONE} {TWO}",
    ],
)
def test_unknown_stays_unknown(read: Reader, text: str) -> None:
    assert read(text).published is None


def test_the_first_publication_comes_before_a_change(read: Reader) -> None:
    text = f"{TITLE}\nآخر تحديث 5 شباط 2020\nنشر في 3 شباط 2020\n\n{ONE}\n\n{TWO}"
    article = read(text)
    assert article.published is not None and article.published.value == DAY


def test_the_argument_wins_then_the_record(read: Reader) -> None:
    record: dict[str, object] = {
        "title": TITLE,
        "text": f"1 آذار 2020\n{ONE}",
        "published": "2020-02-03 10:00",
    }
    by_record, by_argument = read(record), read(record, published=date(2020, 3, 28))
    assert by_record.published is not None and by_argument.published is not None
    assert (by_record.published.value, by_record.published.source) == (DAY, "record")
    assert (by_argument.published.value, by_argument.published.source) == (date(2020, 3, 28), "argument")
    fallback = read({**record, "published": "لا أعلم"})
    assert fallback.published is not None and fallback.published.source == "dateline"


META = '<meta property="article:published_time" content="2020-02-03T08:00:00Z">'
LINKED = '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2019-01-05"},'
LINKED += '{"@type":"NewsArticle","datePublished":"2020-02-04T01:00:00+03:00"}]}</script>'
TIME = '<time datetime="2020-02-05T10:00">أمس</time>'
LINE = "<div>6 شباط/فبراير 2020</div>"


@pytest.mark.parametrize(
    ("head", "below", "day", "source"),
    [
        (META + LINKED, TIME + LINE, 3, "metadata:article:published_time"),
        (LINKED, TIME + LINE, 4, "json-ld:datePublished"),
        ("", TIME + LINE, 5, "time"),
        ("", LINE, 6, "dateline"),
        ('<meta name="date" content="2020">', "<footer>© 2020</footer>", None, None),
        ('<meta name="pubdate" content="03-02-2020">', "", 3, "metadata:pubdate"),
        ('<script type="application/ld+json">{broken</script>', LINE, 6, "dateline"),
    ],
)
def test_html_sources_in_their_order(
    read: Reader, head: str, below: str, day: int | None, source: str | None
) -> None:
    html = f"<html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{below}"
    html += f"<article><p>{ONE}</p><p>{TWO}</p><p>{ONE[:-1]} من دون حادث.</p></article></body></html>"
    published = read(html, "html").published
    assert (published.value.day if published else None, published.source if published else None) == (
        day,
        source,
    )


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("yesterday", "yesterday"),
        (1585353600, "1585353600"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ({"day": 1}, '{"day": 1}'),
        ("x" * 500, "x" * 100),
    ],
)
def test_a_date_of_a_record_that_cannot_be_read_is_told(read: Reader, stated: object, told: str) -> None:
    article = read({"title": TITLE, "text": f"{ONE}\n{TWO}", "published": stated})
    assert article.published is None
    assert [(d.kind, d.text, d.page) for d in article.defects] == [("unread_date", told, None)]


@pytest.mark.parametrize("stated", [None, "", "  ", "2020-03-01"])
def test_no_date_and_a_date_that_is_read_are_no_defect(read: Reader, stated: object) -> None:
    assert read({"title": TITLE, "text": f"{ONE}\n{TWO}", "published": stated}).defects == ()
