"""Whom a phrase names where its words alone mislead: in a whole text, with its countries and day."""

from datetime import date

import pytest

from marsad.arabic import sentences
from marsad.records import Actor, Found
from marsad.who import find_names, id_of, resolve


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
    ("شنت قوات من نيجيريا والنيجر هجوما", "NG", "النيجر", "NER"),
    ("شنت قوات من نيجيريا والنيجر هجوما", "NG", "قوات من نيجيريا", "NGA"),
    ("دخلت القوات التركية البلدة. وقصفت قوات النظام التلة", "SY", "قوات النظام", "SYR"),
    ("وصلت القوات الفرنسية. وتقدمت القوات الحكومية", "ML", "القوات الحكومية", "MLI"),
    ("انسحبت القوات الأميركية. وتسلمت قوات الأمن الموقع", "IQ", "قوات الأمن", "IRQ"),
    ("وصلت القوات الخاصة الفرنسية. وتقدمت القوات الخاصة", "ML", "القوات الخاصة", "FRA"),
    (
        "انتشر مقاتلو الميليشيات الإسلامية في المدينة",
        "SO",
        "مقاتلو الميليشيات الإسلامية",
        "الميليشيات الإسلامية",
    ),
    ("قال مسؤول في وزارة الدفاع الأميركية إن الإدارة تدرس الأمر", "IQ", "الإدارة", "USA"),
    ("أعلنت الإدارة عطلة", "EG", "الإدارة", "EGY"),
    ("سيطر الثوار على التلة", "YE", "الثوار", "المقاومة الشعبية"),
    ("تقدمت قوات المقاومة الشعبية", "YE", "قوات المقاومة الشعبية", "المقاومة الشعبية"),
    ("أعلن الجيش الإسرائيلي أن الفرقة 36 دخلت البلدة", "LB", "الفرقة 36", "ISR"),
    ("دخلت القوات التركية مقر اللواء 47", "SY", "اللواء 47", "SYR"),
    ("حذرت صنعاء من التصعيد", "YE", "صنعاء", "HOUTHIS"),
    ("وقالت الوفاق إنها تدين القرار", "BH", "الوفاق", "الوفاق"),
    ("دعا رئيس النيجر محمد بازوم إلى الحوار", "NE", "رئيس النيجر محمد بازوم", "NER"),
    ("اقتربت مدمرة أميركية من المضيق", "IR", "مدمرة أميركية", "USA"),
]


@pytest.mark.parametrize(("text", "country", "phrase", "code"), NAMED, ids=lambda v: str(v))
def test_who_is_meant(text: str, country: str, phrase: str, code: str) -> None:
    rules = {f.rule for f in told(text, country) if (text[f.start : f.end], f.value.code) == (phrase, code)}
    assert rules and "aside" not in rules


PEOPLES = [
    ("عارض الماليون التدخل", "people", "gov.MLI"),
    ("ورحب الغانيون بالقرار", "people", "gov.GHA"),
    ("هاجم الروس الموقع", "forces", "gov.RUS.army"),
]


@pytest.mark.parametrize(("text", "kind", "row"), PEOPLES)
def test_peoples_are_no_armies(text: str, kind: str, row: str) -> None:
    assert [(f.value.kind, id_of(f.value)) for f in told(text, "")] == [(kind, row)]


ADJECTIVES = ["وقعت شركات تركية العقد", "فازت امرأة سورية بالجائزة", "شاركت ممثلة تركية"]


@pytest.mark.parametrize("text", ADJECTIVES)
def test_a_state_that_describes_a_noun_is_no_party(text: str) -> None:
    assert {f.rule for f in told(text, "")} <= {"demonym", "aside"}


def test_a_verbal_noun_has_the_state_as_object() -> None:
    assert [f.rule for f in told("هددوا بمهاجمة سورية", "")] == ["name"]


@pytest.mark.parametrize(("day", "code"), [("2010-05-01", "USA"), ("2022-05-01", "TALIBAN")])
def test_the_army_in_a_country_full_of_foreign_forces(day: str, code: str) -> None:
    found = told("تنتشر القوات الأميركية في الوادي. ولن يرسل الجيش وحدات إضافية", "AF", day)
    assert [f.value.code for f in found if f.rule == "definite:army"] == [code]


GROUPS = [
    ("قال عضو في «فتح» إن الاتفاق قريب", "فتح"),
    ("قالت حركة فتح إنها ترفض. وأضافت فتح أن الحوار مستمر", "فتح"),
    ("اجتمع وفدا حركة حماس وحركة فتح. وقالت مصادر إن قادة فتح غادروا", "فتح"),
]


@pytest.mark.parametrize(("text", "name"), GROUPS)
def test_a_group_whose_name_is_a_word(text: str, name: str) -> None:
    assert [text[f.start : f.end] for f in told(text, "PS") if f.value.id == "ps.fatah"][-1] == name


def test_the_word_that_is_a_group_s_name() -> None:
    text = "قالت حركة فتح إنها توافق. وأعلنت مصر فتح المعبر"
    assert len([f for f in told(text, "PS") if f.value.id == "ps.fatah"]) == 1


def test_a_name_after_the_article_s_preposition() -> None:
    text = "قال الرئيس بشار الأسد إنه باق. ووصل مستشار للأسد إلى موسكو"
    assert [f.value.id for f in told(text, "SY") if f.value.kind == "person"] == ["per.assad", "per.assad"]


def test_soldiers_from_a_land_that_they_leave_are_not_its() -> None:
    found = told("سحب قوات من سوريا والعراق", "")
    assert {f.rule for f in found if f.value.code == "SYR"} == {"place"}


NOBODY = [
    ("حلقت الطائرة عبر الأطلسي", "NATO"),
    ("وصل الصيادون إلى ضفاف بحيرة تشاد", "TCD"),
    ("وصلت الوحدة إلى قاعدة فورت براغ", "CZE"),
    ("اطلعت ديلي ميل على الوثيقة", "TLS"),
    ("طالب النواب بخروج القوات الأجنبية من ليبيا", "LBY"),
    ("أعلنت لندن من بروكسل تعليق التدريب", "BEL"),
    ("فاز الفريق الكتالوني أمس", "الكتالوني"),
    ("وقال القادة إنهم متفقون", "EGY"),
    ("قصف مجهولون القاعدة", "AL_QAEDA"),
]


@pytest.mark.parametrize(("text", "code"), NOBODY)
def test_who_is_not_meant(text: str, code: str) -> None:
    assert code not in {f.value.code for f in told(text, "") if f.rule != "place"}
