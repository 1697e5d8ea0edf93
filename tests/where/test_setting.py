"""The countries of an article, the weightiest first."""

import time

import pytest

from marsad.where import setting


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("انسحاب أميركي من قاعدة القيارة\n\nأعلن التحالف تسليم القاعدة جنوبي الموصل.", "IQ"),
        ("معارك في الحديدة\n\nقصفت طائرات التحالف مواقع في تعز وصنعاء.", "YE"),
        ("غارات على إدلب\n\nقالت مصادر في حلب إن طائرات روسية قصفت معرة النعمان.", "SY"),
        ("هجوم في مقديشو\n\nقتل جنود في العاصمة الصومالية.", "SO"),
        ("تظاهرات بالخرطوم\n\nخرج آلاف السودانيين في أم درمان.", "SD"),
        ("وقف النار في طرابلس الليبية\n\nانسحبت قوات من ترهونة وسرت.", "LY"),
    ],
)
def test_first_country(text: str, first: str) -> None:
    assert setting(text)[0] == first


def test_a_text_without_countries() -> None:
    assert setting("سجل اللاعب هدفا في الدقيقة الأخيرة") == ()


def test_ordinary_words_are_no_countries() -> None:
    assert setting("يوم الخميس قالت جامعة كبيرة إن الخبر صحيح وإن الصور قديمة") == ()


def test_four_thousand_characters_take_a_millisecond_or_so() -> None:
    text = "انسحبت القوات من قاعدة بلد الجوية شمالي بغداد إلى أربيل. " * 64
    setting(text)
    started = time.perf_counter()
    for _ in range(5):
        setting(text)
    assert (time.perf_counter() - started) / 5 < 0.02  # about 1 ms alone; CI machines are shared
