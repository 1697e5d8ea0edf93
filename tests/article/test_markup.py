"""HTML: the article inside its page, the headline that the body supports, refusals."""

import pytest

from marsad.article import decode, read_article
from marsad.errors import NoArticle, NotText, PageError

from .conftest import Reader, page

TITLE = "هولندا تسحب جنودها من معسكر قرب أربيل"
ONE = "أعلنت وزارة الدفاع الهولندية أن جنودها غادروا المعسكر القريب من أربيل يوم الأحد."
TWO = 'وقال متحدث باسم الوزارة إن "نحو خمسين مدربا" عادوا إلى أمستردام على متن طائرة نقل عسكرية.'
THREE = "وتدرب هولندا قوات البيشمركة منذ أربع سنوات ضمن بعثة دولية مقرها أربيل."
HEAD = f"""<head><title>{TITLE} - مرصد اليوم</title><meta property="og:site_name" content="مرصد اليوم">
<link rel="canonical" href="https://example.org/1"></head>"""
MENU = "<nav><ul><li><a href=/>الرئيسية</a></li><li><a href=/p>سياسة</a></li></ul></nav>"
ASIDE = "<aside><h3>الأكثر قراءة</h3><ul><li><a href=/2>فوز كبير لنادي الجزيرة</a></li></ul></aside>"


def html(body: str, head: str = HEAD) -> str:
    return (
        f"<!DOCTYPE html><html lang=ar>{head}<body>{MENU}{body}{ASIDE}<footer>© 2020</footer></body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


ARTICLE = html(f"<article><h1>{TITLE}</h1>{paragraphs(ONE, TWO, THREE)}</article>")


def test_title_body_outlet_and_url(read: Reader) -> None:
    article = read(ARTICLE, "html")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"
    assert (article.title, article.outlet, article.url) == (TITLE, "مرصد اليوم", "https://example.org/1")
    assert article.published is None


def test_entities_and_inline_markup_are_resolved(read: Reader) -> None:
    marked = (
        TWO.replace('"', "&quot;").replace("الوزارة", "<b>الو</b>زارة").replace("مدربا", "مدربا<span></span>")
    )
    body = f"<div><h1>{TITLE}</h1>{paragraphs(ONE)}<p>{marked}&nbsp;</p>{paragraphs(THREE)}</div>"
    assert read(html(body), "html").text == f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"


def test_the_headline_that_the_body_supports_is_chosen(read: Reader) -> None:
    wrong = TITLE.replace("أربيل", "إربد")
    head = f'<head><title>{wrong} | مرصد اليوم</title><meta property="og:title" content="{wrong}"></head>'
    article = read(html(f"<article><h1>{TITLE}</h1>{paragraphs(ONE, TWO, THREE)}</article>", head), "html")
    assert article.title == TITLE
    assert wrong in [d.text for d in article.defects if d.kind == "headline_variant"]


def test_a_body_printed_twice_is_read_once(read: Reader) -> None:
    block = f"<div>{paragraphs(ONE, TWO, THREE)}</div>"
    article = read(html(f"<main><h1>{TITLE}</h1>{block}<div class=print-only>{block}</div></main>"), "html")
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"


def test_teasers_and_bars_between_paragraphs_are_told(read: Reader) -> None:
    teaser = "<p>اقرأ أيضاً: <a href=/3>بلجيكا تدرس تقليص بعثتها في العراق</a></p>"
    article = read(
        html(f"<article><h1>{TITLE}</h1>{paragraphs(ONE)}{teaser}{paragraphs(TWO, THREE)}</article>"), "html"
    )
    assert article.text == f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"
    assert [d.kind for d in article.defects] == ["teaser"]


def test_scripts_and_styles_are_no_text() -> None:
    text = decode(page(html(f"<style>p{{}}</style><script>var a='خبر';</script><p>{ONE}</p>"), "html"))
    assert ONE in text and "var a" not in text and "p{" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1256", "iso-8859-6", "iso-8859-1"])
def test_every_encoding_gives_the_same_article(read: Reader, encoding: str, declared: str) -> None:
    text = ARTICLE.replace("<head>", f'<head><meta charset="{declared}">') if declared else ARTICLE
    plain = text.replace("©", "(c)")  # ISO-8859-6 has no such sign
    assert read(plain.encode(encoding), "html").text == f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"


LIST = "".join(
    f"<div><h2><a href=/{i}>خبر رقم {i} عن جلسة البرلمان في بغداد أمس</a></h2></div>" for i in range(30)
)


@pytest.mark.parametrize(
    ("data", "media", "error"),
    [
        ("<html><body></body></html>", "html", NoArticle),
        (html(""), "html", NoArticle),
        (html(LIST), "html", NoArticle),
        ("<html><body><script>x()</script><img src=a.png></body></html>", "html", NoArticle),
        ("<!-- -->", "html", NoArticle),
        ("2020 - 15:30 *** 12", "text", NoArticle),
        ("الرئيسية\nسياسة\nاقتصاد\nاتصل بنا", "text", NoArticle),
        ({"title": "", "text": " "}, "record", NoArticle),
        (bytes(range(128, 256)) * 20, "text", NotText),
        (b"<html><p>" + bytes(range(128, 256)) * 20, "html", NotText),
        ("<" * 5000, "html", NoArticle),
        ("<div>" * 3000, "html", NoArticle),
    ],
)
def test_pages_without_an_article_are_refused_in_one_line(
    data: str | bytes | dict[str, object], media: str, error: type[PageError]
) -> None:
    with pytest.raises(PageError) as refused:
        read_article(page(data, media))
    assert refused.type is error
    message = str(refused.value)
    assert "\n" not in message and all(part in message for part in ("page.x", "expected", "found", ";"))


@pytest.mark.parametrize("phrase", ["7 حزيران/يونيو 2022", "14/2/2011", "٢٬٥٠٠", "40%", "لبنان", "رويترز"])
def test_a_date_a_number_or_a_name_by_itself_is_what_is_asked_about(read: Reader, phrase: str) -> None:
    article = read(phrase, "text")
    assert (article.text, article.defects) == (phrase, ())


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<p>{ONE}</p>", ONE),
        (f"<p>{TITLE}</p>", TITLE),
        (f"<p>&#xFFFFFFFF; {ONE}</p>", f"\ufffd {ONE}"),
        (f"<div>{paragraphs(ONE, TWO)}</div>", f"{ONE}\n{TWO}"),
        (f"{TITLE}\n\n{ONE}\n{TWO}", f"{TITLE}\n\n{ONE}\n{TWO}"),
        (f"{TITLE}\n\n{ONE} &amp; &#1593;\n3 < 5 <a@b.org>", f"{TITLE}\n\n{ONE} & ع\n3 < 5 <a@b.org>"),
    ],
)
def test_fragments_and_plain_text_under_an_html_name_are_read(read: Reader, markup: str, text: str) -> None:
    assert read(markup, "html").text == text


@pytest.mark.parametrize("tag", ["div", "b", "font color=red", "section"])
@pytest.mark.parametrize("levels", [300, 5_000, 100_000])
@pytest.mark.parametrize("closed", [True, False])
def test_an_article_nested_too_deep_for_the_parser_is_read(
    read: Reader, tag: str, levels: int, closed: bool
) -> None:
    end = f"</{tag.split()[0]}>" * levels if closed else ""
    body = f"<h1>{TITLE}</h1>{paragraphs(ONE, TWO, THREE)}"
    expected = f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"
    assert read(html(f"<{tag}>" * levels + body + end), "html").text == expected


def test_wrappers_never_closed_between_paragraphs_lose_no_paragraph(read: Reader) -> None:
    said = [f"وقال المتحدث رقم {i} إن الجنود غادروا المعسكر القريب من أربيل." for i in range(400)]
    body = "".join(f"<font size=2><p>{line}</p>" for line in said)
    assert read(html(f"<h1>{TITLE}</h1>{body}"), "html").text == "\n".join((TITLE + "\n", *said))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><body></body></html>", "no text that can be shown"),
        ("<p><script>x()</script></p>", "no text that can be shown"),
        (html(LIST), "only menus and lists of links"),
    ],
)
def test_the_reason_for_a_refusal_is_true(markup: str, reason: str) -> None:
    with pytest.raises(NoArticle, match=reason):
        read_article(page(markup, "html"))
