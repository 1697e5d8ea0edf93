"""Units by their number: of the state that the phrase names, else of the article's first country."""

import pytest

from marsad.arabic import sentences
from marsad.who import find_actors, find_names, resolve

UNITS = [
    ("سيطر اللواء 41 مدرع على التلة", "SY", "اللواء 41 مدرع", "SYR"),
    ("سيطر اللواء 41 مدرع على التلة", "IQ", "اللواء 41 مدرع", "IRQ"),
    ("انسحبت الكتيبة الثالثة من الموقع", "LB", "الكتيبة الثالثة", "LBN"),
    ("قتل جنود من الفرقة السابعة بالجيش العراقي", "SY", "جنود من الفرقة السابعة بالجيش العراقي", "IRQ"),
    ("تقدمت الكتيبة الثانية في اللواء 35 بالجيش", "YE", "الكتيبة الثانية في اللواء 35 بالجيش", "YEM"),
    ("اقتحمت القوة مقر الفرقة السادسة عشرة مشاة", "SD", "الفرقة السادسة عشرة مشاة", "SDN"),
    (
        "اتهمت جنديا في اللواء الثاني التابع للجيش الأميركي",
        "AF",
        "جنديا في اللواء الثاني التابع للجيش الأميركي",
        "USA",
    ),
    ("دمر اللواء 93 الأوكراني الرتل", "RU", "اللواء 93 الأوكراني", "UKR"),
    ("نشرت الوزارة اللواء الثالث حرس حدود", "IQ", "اللواء الثالث حرس حدود", "IRQ"),
    ("تصدى الفوج 104 للهجوم", "LB", "الفوج 104", "LBN"),
    ("انتشر لواء المغاوير في البلدة", "LB", "لواء المغاوير", "LBN"),
    ("تقدم لواء المشاة 47 نحو النهر", "UA", "لواء المشاة 47", "UKR"),
    ("دخلت الفرقة المدرعة الثالثة البلدة", "JO", "الفرقة المدرعة الثالثة", "JOR"),
    ("قال قائد المنطقة العسكرية الثالثة", "YE", "قائد المنطقة العسكرية الثالثة", "YEM"),
    ("أعلنت غرفة العمليات المشتركة إحباط الهجوم", "LY", "غرفة العمليات المشتركة", "LBY"),
    ("أعلنت قيادة العمليات المشتركة إحباط الهجوم", "IQ", "قيادة العمليات المشتركة", "IRQ"),
    ("قالت قيادة عمليات شرق دجلة", "IQ", "قيادة عمليات شرق دجلة", "IRQ"),
    ("يقاتل الفيلق الخامس هناك", "SY", "الفيلق الخامس", "SYR"),
    ("يقاتل الفيلق الخامس هناك", "IQ", "الفيلق الخامس", "IRQ"),
    ("قصفت الفرقة 25 مواقع", "SY", "الفرقة 25", "SYR"),
    ("وصلت الفرقة 82 المجوقلة إلى المطار", "IQ", "الفرقة 82 المجوقلة", "USA"),
    ("وصل الفوج الثاني من اللواء 34 إلى المدينة", "IQ", "الفوج الثاني من اللواء 34", "IRQ"),
    ("قال ضابط في الفرقة الساحلية الأولى", "SY", "ضابط في الفرقة الساحلية الأولى", "SYR"),
    ("هاجموا موقع الكتيبة 128", "LY", "الكتيبة 128", "LBY.LNA"),
]


@pytest.mark.parametrize("finder", [find_actors, find_names])
@pytest.mark.parametrize(("text", "country", "phrase", "code"), UNITS, ids=lambda v: str(v))
def test_a_unit_is_of_its_army(finder: object, text: str, country: str, phrase: str, code: str) -> None:
    found = [f for s in sentences(text) for f in (find_names if finder is find_names else find_actors)(s)]
    known = [resolve(f, [], (country,)) for f in found]
    assert (phrase, code) in [(text[k.start : k.end], k.value.code) for k in known if k is not None]


NO_UNITS = [
    "قال اللواء أحمد سيف اليافعي إن المعركة مستمرة",
    "قال اللواء الركن يحيى القاسم",
    "خسرت الفرقة 30 جنديا",
    "تضم الفرقة 3 آلاف جندي",
    "فازت الفرقة بالجائزة الأولى",
]


@pytest.mark.parametrize("text", NO_UNITS)
def test_ranks_and_losses_are_no_units(text: str) -> None:
    assert [f.rule for s in sentences(text) for f in find_actors(s) if f.rule == "definite:unit"] == []
