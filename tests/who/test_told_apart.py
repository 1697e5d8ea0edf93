"""Whom a phrase names where its words alone mislead: in a whole text, with its countries and day."""

from datetime import date

import pytest

from marsad.arabic import sentences
from marsad.records import Actor, Found
from marsad.who import find_names, resolve


def told(text: str, country: str, day: str = "2020-01-01") -> list[Found[Actor]]:
    before: list[Found[Actor]] = []
    for sentence in sentences(text):
        for found in find_names(sentence, before):
            known = resolve(found, before, (country,) if country else (), date.fromisoformat(day))
            if known is not None:
                before.append(known)
    return before


NAMED = [
    (
        "قصف التحالف العربي لدعم الشرعية في اليمن معسكرا",
        "YE",
        "التحالف العربي لدعم الشرعية في اليمن",
        "ARAB_COALITION",
    ),
    (
        "قصف التحالف بقيادة السعودية والإمارات معسكرا",
        "YE",
        "التحالف بقيادة السعودية والإمارات",
        "ARAB_COALITION",
    ),
    ("هددت إكواس بالتدخل", "NE", "إكواس", "إكواس"),
    ("شارك جيش التحرير الفلسطيني في المعركة", "SY", "جيش التحرير الفلسطيني", "جيش التحرير الفلسطيني"),
    ("تصدت الوحدات للمقاتلين الحوثيين", "YE", "لمقاتلين الحوثيين", "HOUTHIS"),
    ("أسر الجيش عشرين حوثيا", "YE", "حوثيا", "HOUTHIS"),
    ("وصل مقاتلون إيرانيون إلى التلة", "SY", "مقاتلون إيرانيون", "IRN"),
    ("انتشرت عناصر إيرانية في البلدة", "SY", "عناصر إيرانية", "IRN"),
    (
        "قال المتحدث باسم الجيش الليبي أحمد المسماري",
        "LY",
        "المتحدث باسم الجيش الليبي أحمد المسماري",
        "LBY.LNA",
    ),
    ("قال قائد الجيش الليبي خليفة حفتر", "LY", "قائد الجيش الليبي خليفة حفتر", "LBY.LNA"),
    ("استقبل الملك سلمان بن عبدالعزيز وفدا", "SA", "الملك سلمان بن عبدالعزيز", "SAU"),
    ("هاجم مسلحون مجهولون القاعدة الأميركية", "IQ", "مسلحون مجهولون", "UNKNOWN_GUNMEN"),
    ("انتشرت وحدات من الجيش الوطني", "TN", "وحدات من الجيش الوطني", "TUN"),
    ("سيطر الثوار على الميناء", "SY", "الثوار", "SYR.OPPOSITION"),
    ("تقاتل المعارضة قوات النظام", "SY", "قوات النظام", "SYR"),
    (
        "أفاد قائمقام قضاء الحويجة علي جاسم العبيدي",
        "IQ",
        "قائمقام قضاء الحويجة علي جاسم العبيدي",
        "علي جاسم العبيدي",
    ),
    ("وقالت الباحثة إلينا بتروفا إن الأمر صعب", "RU", "الباحثة إلينا بتروفا", "إلينا بتروفا"),
    ("وقال الرقيب ماسي غرايم إنه شاهد", "US", "الرقيب ماسي غرايم", "ماسي غرايم"),
    ("قال الرقيب تيم هولت إنه بريء", "US", "الرقيب تيم هولت", "تيم هولت"),
    ("أصيب الجندي أول سامي في الكمين", "IQ", "الجندي أول سامي", "سامي"),
    ("قال السيناتور الديمقراطي بيرني ساندرز", "US", "السيناتور الديمقراطي بيرني ساندرز", "بيرني ساندرز"),
    ("قتل مسؤول الحوثيين في ذمار", "YE", "مسؤول الحوثيين", "HOUTHIS"),
    ("اقتربت مدمرة أميركية من المضيق", "IR", "مدمرة أميركية", "USA"),
]


@pytest.mark.parametrize(("text", "country", "phrase", "code"), NAMED, ids=lambda v: str(v))
def test_who_is_meant(text: str, country: str, phrase: str, code: str) -> None:
    rules = {f.rule for f in told(text, country) if (text[f.start : f.end], f.value.code) == (phrase, code)}
    assert rules and "aside" not in rules


NOBODY = [
    ("حلقت الطائرة عبر الأطلسي", "NATO"),
    ("وصل الصيادون إلى ضفاف بحيرة تشاد", "TCD"),
    ("وصلت الوحدة إلى قاعدة فورت براغ", "CZE"),
    ("اطلعت ديلي ميل على الوثيقة", "TLS"),
    ("طالب النواب بخروج القوات الأجنبية من ليبيا", "LBY"),
    ("أعلنت لندن من بروكسل تعليق التدريب", "BEL"),
    ("فاز الفريق الكتالوني أمس", "الكتالوني"),
    ("قصف مجهولون القاعدة", "AL_QAEDA"),
]


@pytest.mark.parametrize(("text", "code"), NOBODY)
def test_who_is_not_meant(text: str, code: str) -> None:
    assert code not in {f.value.code for f in told(text, "") if f.rule != "place"}
