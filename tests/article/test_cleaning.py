"""Page defects: taken out of the text, told with their place; nothing of the prose is lost."""

import pytest

from marsad.article import bare_article

from .conftest import Reader

TITLE = "هولندا تسحب جنودها من معسكر قرب أربيل"
ONE = "أعلنت وزارة الدفاع الهولندية أن جنودها غادروا المعسكر القريب من أربيل يوم الأحد."
TWO = "وقال متحدث باسم الوزارة إن نحو خمسين مدربا عادوا إلى أمستردام على متن طائرة نقل عسكرية."
THREE = "وتدرب هولندا قوات البيشمركة منذ أربع سنوات ضمن بعثة دولية مقرها أربيل."
BODY = "\n\n".join((ONE, TWO, THREE))
CLEAN = f"{TITLE}\n\n{ONE}\n{TWO}\n{THREE}"

# (what surrounds the article, kinds of defects): in each case exactly the clean text must come out.
PAGES = {
    "clean": (f"{TITLE}\n\n{BODY}\n", set()),
    "body twice": (f"{TITLE}\n\n{BODY}\n\n{BODY}\n", {"repeated_body"}),
    "a paragraph twice": (f"{TITLE}\n\n{BODY}\n\n{TWO}\n", {"repeated_paragraph"}),
    "body twice, once on one line": (
        f"{TITLE}\n\n{BODY}\n\n{' '.join((ONE, TWO, THREE))}",
        {"repeated_paragraph"},
    ),
    "headline twice": (f"{TITLE}\n{TITLE}\n\n{BODY}", {"repeated_headline"}),
    "wrong variant first": (f"{TITLE.replace('أربيل', 'إربد')}\n\n{TITLE}\n\n{BODY}", {"headline_variant"}),
    "wrong variant last": (f"{TITLE}\n{TITLE.replace('معسكر', 'معرض')}\n\n{BODY}", {"headline_variant"}),
    "share bar": (
        f"{TITLE}\n\n{BODY}\n\nShare on facebook\nShare on twitter\nشارك على واتساب",
        {"share_bar"},
    ),
    "share bar on one line": (f"{TITLE}\nفيسبوك تويتر واتساب\n\n{BODY}\n\nنسخ الرابط", {"share_bar"}),
    "subscribe bar": (
        f"{TITLE}\n\n{BODY}\n\nاشترك في نشرتنا اليومية\nتابعوا مرصد اليوم على تلغرام",
        {"subscribe"},
    ),
    "teaser with its headline": (
        f"{TITLE}\n\n{ONE}\n\nاقرأ أيضاً: بلجيكا تدرس تقليص بعثتها في العراق\n\n{TWO}\n\n{THREE}",
        {"teaser"},
    ),
    "teaser above its headline": (
        f"{TITLE}\n\n{ONE}\n\nشاهد أيضاً\nبلجيكا تدرس تقليص بعثتها في العراق\n\n{TWO}\n\n{THREE}",
        {"teaser"},
    ),
    "teasers below": (
        f"{TITLE}\n\n{BODY}\n\nأخبار ذات صلة\nبلجيكا تدرس تقليص بعثتها\nألمانيا تمدد مهمة طائراتها في الأردن",
        {"teaser"},
    ),
    "teaser inside a paragraph": (
        f"{TITLE}\n\n{ONE} اقرأ أيضاً: بلجيكا تدرس تقليص بعثتها\n\n{TWO}\n\n{THREE}",
        {"teaser"},
    ),
    "stray keyword": (
        f"{TITLE}\n\n{ONE} البعثة الهولندية\n\n{TWO}\n\n{THREE} البعثة الهولندية \n",
        {"stray_keyword"},
    ),
    "stray keyword in one copy": (
        f"{TITLE}\n\n{ONE} هولندا\n\n{TWO} هولندا\n\n{THREE}\n\n{BODY}",
        {"stray_keyword", "repeated_body"},
    ),
    "credit": (f"{TITLE}\n\n{BODY}\n\nالمصدر: وكالات", {"credit"}),
    "dateline": (f"{TITLE}\nنُشر في 2 شباط/فبراير 2020 - 14:30\n\n{BODY}", {"dateline"}),
    "menus around": (
        f"الرئيسية\nسياسة\nاقتصاد\nرياضة\nبحث\n\n{TITLE}\n\n{BODY}\n\nمن نحن\nاتصل بنا\nخريطة الموقع\n"
        "© 2020 جميع الحقوق محفوظة",
        {"menu", "copyright"},
    ),
    "ticker above": (
        f"أسعار النفط ترتفع مجددا\nفوز كبير لنادي الجزيرة\n\n{TITLE}\n\n{BODY}\n\nالوسوم: هولندا",
        {"boilerplate", "menu"},
    ),
    "no line breaks left": (
        f"موقع الخبر          {TITLE}          {ONE}   {TWO}          {THREE}          جميع الحقوق محفوظة",
        {"boilerplate", "copyright"},
    ),
}


@pytest.mark.parametrize("case", PAGES)
def test_plain_pages(read: Reader, case: str) -> None:
    text, kinds = PAGES[case]
    article = read(text)
    assert article.text == CLEAN
    assert article.title == TITLE
    assert {defect.kind for defect in article.defects} == kinds


@pytest.mark.parametrize("case", [c for c in PAGES if c not in ("menus around", "ticker above")])
def test_the_same_in_records_with_a_title_of_their_own(read: Reader, case: str) -> None:
    text, kinds = PAGES[case]
    article = read({"title": TITLE, "text": text})
    assert article.text == CLEAN
    assert {defect.kind for defect in article.defects} - {"repeated_headline"} == kinds - {
        "repeated_headline"
    }


KEPT = {
    "an unfinished last sentence": f"{TITLE}\n\n{ONE}\n\n{TWO} وعاد الهدوء إلى المعسكر",
    "the keyword inside prose": f"{TITLE}\n\n{ONE} وعادت البعثة الهولندية.\n\n{TWO} وبقيت البعثة الهولندية.",
    "share as a verb": f"{TITLE}\n\n{ONE}\n\nشارك مئات الجنود في المناورة على الحدود أمس.\n\n{TWO}",
    "a line that begins with a menu word": f"{TITLE}\n\n{ONE}\n\nبحث الوزيران ملف التدريب في بغداد.\n\n{TWO}",
    "a date in the body": f"{TITLE}\n\n{ONE}\n\nالقرار رقم 7 - 6 آب 2006:\n\n{TWO}\n\n{THREE}",
    "a sub-heading": f"{TITLE}\n\n{ONE}\n\nبعثة دولية\n\n{TWO}\n\n{THREE}",
    "short answers that return": f"{TITLE}\n\n{ONE}\n\nوأضاف:\n\n{TWO}\n\nوأضاف:\n\n{THREE}",
    "an agency inside a sentence": f"{TITLE}\n\nقال لوكالة رويترز إن الجنود غادروا المعسكر.\n\n{TWO}",
    "paragraphs without full stops": "\n\n".join((TITLE, ONE[:-1], TWO[:-1], THREE[:-1])),
}


@pytest.mark.parametrize("case", KEPT)
@pytest.mark.parametrize("media", ["text", "record"])
def test_prose_is_never_lost(read: Reader, case: str, media: str) -> None:
    title, _, body = KEPT[case].partition("\n\n")
    article = read(KEPT[case] if media == "text" else {"title": title, "text": body})
    assert article.text == f"{title}\n\n" + body.replace("\n\n", "\n")
    assert article.defects == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("غادرت القوات القاعدة أمس.", ""),
        ("القوات تغادر القاعدة", "القوات تغادر القاعدة"),
        ("هجوم", "هجوم"),
        (ONE, ""),
        (f"{TITLE}\n{ONE}", TITLE),
    ],
)
def test_short_texts_are_read(read: Reader, text: str, title: str) -> None:
    article = read(text)
    assert article.title == title
    assert article.text.replace("\n\n", "\n") == text


def test_lines_broken_at_a_fixed_width_are_joined(read: Reader) -> None:
    words, lines = f"{ONE} {TWO} {THREE}".split(), [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert len(lines) > 4
    assert read(TITLE + "\n\n" + "\n".join(lines)).text == f"{TITLE}\n\n{ONE} {TWO} {THREE}"


def test_a_pull_quote_is_read_once(read: Reader) -> None:
    article = read(f"{TITLE}\n\n{TWO}\n\n{ONE} {TWO} {THREE}")
    assert article.text.count(TWO) == 1 and {d.kind for d in article.defects} == {"repeated_sentence"}


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("مرصد اليوم – وكالات", "مرصد اليوم"),
        ("المصدر: رويترز", None),
        ("وكالات", None),
        ("(أ ف ب)", None),
        ("مرصد اليوم/ رويترز", "مرصد اليوم"),
    ],
)
def test_an_outlet_is_taken_from_a_credit_only_when_certain(
    read: Reader, credit: str, outlet: str | None
) -> None:
    article = read(f"{TITLE}\n\n{BODY}\n\n{credit}")
    assert article.outlet == outlet
    assert article.text == CLEAN and [d.kind for d in article.defects] == ["credit"]


def test_a_record_gives_outlet_url_and_id(read: Reader) -> None:
    record = {"id": "a1", "title": TITLE, "text": ONE, "outlet": "مرصد اليوم", "url": "https://example.org/1"}
    article = read(record)
    assert (article.id, article.outlet, article.url) == ("a1", "مرصد اليوم", "https://example.org/1")
    assert read({"title": TITLE, "text": ONE, "outlet": None, "url": 7}).url is None


def test_the_title_may_be_missing_or_stand_at_the_head_of_the_text(read: Reader) -> None:
    assert read({"title": None, "text": f"{TITLE}\n{ONE}"}).text == f"{TITLE}\n\n{ONE}"
    assert read({"text": ONE}).title == ""
    assert read({"title": TITLE}).text == TITLE
    twice = read({"title": TITLE, "text": f"{TITLE}\n{ONE}"})
    assert twice.text == f"{TITLE}\n\n{ONE}" and [d.kind for d in twice.defects] == ["repeated_headline"]


def test_a_record_may_hold_its_whole_page(read: Reader) -> None:
    """Menus and the description stand above the title's own place; prose there is kept, the rest is told."""
    head = f"مرصد اليوم - {TITLE}\nالرئيسية\nصور من المعسكر القديم\n{TWO}\nآخر تحديث 3 شباط 2020\n{TITLE}"
    article = read({"title": TITLE, "text": f"{head}\n{ONE}\n{THREE}"})
    assert article.text == f"{TITLE}\n\n{TWO}\n{ONE}\n{THREE}"
    kinds = {"headline_variant", "menu", "boilerplate", "dateline", "repeated_headline"}
    assert {d.kind for d in article.defects} == kinds


def test_a_headline_of_two_parts_keeps_both(read: Reader) -> None:
    text = f"صحف: هولندا تنسحب.. وجدل في بغداد\nمرصد: صحف: هولندا تنسحب.. وجدل في بغداد\n\n{BODY}"
    assert "stray_keyword" not in {d.kind for d in read(text).defects}


def test_a_bare_article_is_the_text_as_it_stands() -> None:
    text = f"{TITLE}\n\n{ONE}\nShare on facebook"
    article = bare_article("g1", text, None)
    assert (article.id, article.title, article.text, article.published) == ("g1", TITLE, text, None)
    assert all(article.to_page(at) == at for at in range(len(text)))
    assert bare_article("g2", ONE, None).title == ""
