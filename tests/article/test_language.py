"""Only Arabic is read; another language is named in one line."""

import pytest

from marsad.article import decode, read_article
from marsad.article.language import foreign_language
from marsad.errors import NoArticle, NotArabic

from .conftest import Reader, page

ARABIC = "أعلنت وزارة الدفاع الهولندية أن آخر جنودها غادروا معسكر التدريب قرب أربيل، بعد أربع سنوات."
FOREIGN = {
    "Persian": "وزارت دفاع هلند اعلام کرد که آخرین نظامیان این کشور پس از چهار سال اردوگاه را ترک کردند.",
    "Urdu": "وزارت دفاع نے اعلان کیا ہے کہ آخری فوجی دستہ چار سال بعد کیمپ سے روانہ ہو گیا ہے۔",
    "Sorani Kurdish": "وەزارەتی بەرگری ڕایگەیاند کە دوایین سەربازەکانی لە سەربازگە ڕۆیشتن دوای چوار ساڵ.",
    "Pashto": "د دفاع وزارت وویل چې د هالنډ وروستي سرتېري تر څلورو کلونو وروسته له روزنیز مرکز څخه ووتل.",
    "English": "The Dutch defence ministry said its last soldiers had left the camp near Erbil on Sunday.",
    "French": "Le ministère de la Défense a annoncé que ses derniers soldats avaient quitté le camp.",
    "Hindi": "रक्षा मंत्रालय ने घोषणा की कि उसके अंतिम सैनिक रविवार को एरबिल के पास का शिविर छोड़ गए हैं।",
    "Chinese": "国防部宣布其最后一批士兵已于周日离开埃尔比勒附近的训练营地结束了为期四年的任务。",
    "Russian": "Министерство обороны сообщило, что последние солдаты покинули учебный лагерь.",
}

MORE = "Five officers stay behind until the summer, a spokesman in The Hague told reporters on Monday."


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("media", ["text", "html", "record"])
def test_a_page_in_another_language_is_refused_by_name(language: str, media: str) -> None:
    text = FOREIGN[language]
    body = " ".join([text] * 3)
    source = {
        "text": page(f"{text[:40]}\n\n{body}\n"),
        "html": page(
            f"<html><body><article><h1>{text[:40]}</h1><p>{body}</p></article></body></html>", "html"
        ),
        "record": page({"title": text[:40], "text": body}),
    }[media]
    with pytest.raises(NotArabic) as refused:
        read_article(source)
    assert language in str(refused.value) and "page.x" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        "غادرت القوات القاعدة",
        "هجوم",
        "بغداد",
        "سحب 200 جندي من العراق",
        "قال پرويز مشرف وگلبدين حكمتيار وژان لوك إن اللقاء في چاه بهار كان وديا.",
        "وصلت طائرة من طراز F-16 إلى قاعدة بلد، بحسب بيان US CENTCOM.",
        ARABIC.replace("ي", "ی").replace("ك", "ک"),  # typed on a Persian keyboard
        "ﻏﺎﺩﺭﺕ ﺍﻟﻘﻮﺍﺕ ﺍﻟﻘﺎﻋﺪﺓ",  # presentation forms, as old systems store them
    ],
)
def test_arabic_is_arabic(text: str) -> None:
    assert foreign_language(text) is None


def test_a_foreign_paragraph_of_an_arabic_article_is_told_and_left_out(read: Reader) -> None:
    persian, english = FOREIGN["Persian"], FOREIGN["English"]
    article = read(
        {"title": "انسحاب من أربيل", "text": "\n".join((ARABIC, ARABIC[7:], ARABIC[:-10], persian, english))}
    )
    assert [d.text for d in article.defects if d.kind == "foreign_text"] == [persian, english]
    assert persian not in article.text and english not in article.text and ARABIC in article.text


def test_a_mostly_foreign_page_is_refused() -> None:
    with pytest.raises(NotArabic, match="English"):
        read_article(page(f"{ARABIC[:40]}\n\n{ARABIC}\n\n{FOREIGN['English']}\n\n{MORE}"))


def test_latin_names_inside_prose_stay(read: Reader) -> None:
    text = f"{ARABIC} ونشر المتحدث على Twitter صورا لطائرات F-16 وC-130 وهي تقلع."
    assert read(text).text == text


def test_decode_shows_what_the_offsets_point_into() -> None:
    assert decode(page({"title": " عنوان\nطويل ", "text": "نص."})) == "عنوان طويل\n\nنص."
    assert decode(page({"text": "نص."})) == "نص."
    assert decode(page(b"\xef\xbb\xbf" + "نص\r\nآخر".encode())) == "نص\r\nآخر"


CSS = "body { margin: 0; padding: 0; font-family: Arial, sans-serif; }\n.head a:hover { color: #fff; }\n"


@pytest.mark.parametrize(
    "text",
    ["Dutch troops leave camp", "ok", CSS, CSS * 9, "1,2,3,abc\n4,5,6,def\n" * 20, "Erbil بغداد - Wikipedia"],
)
@pytest.mark.parametrize("media", ["text", "html"])
def test_too_little_to_tell_a_language_is_no_arabic_text(text: str, media: str) -> None:
    with pytest.raises(NotArabic, match="expected Arabic, found no Arabic text;"):
        read_article(page(f"<p>{text}</p>" if media == "html" else text, media))


@pytest.mark.parametrize("media", ["text", "html"])
def test_tatweel_alone_is_no_letter(media: str) -> None:
    with pytest.raises(NoArticle, match="found no letters;"):
        read_article(page("<p>" * (media == "html") + "ـــــــ ـــــ\n" * 30, media))
