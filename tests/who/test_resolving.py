"""Whom a definite or pronoun mention stands for, from the sentences before."""

import pytest

from marsad.arabic import sentences
from marsad.records import Actor, Found
from marsad.who import find_actors, resolve


def last(text: str, countries: tuple[str, ...] = ()) -> Found[Actor] | None:
    before: list[Found[Actor]] = []
    answer = None
    for sentence in sentences(text):
        for found in find_actors(sentence):
            answer = resolve(found, before, countries)
            before.append(answer or found)
    return answer


CASES = [
    ("انسحب الجيش", ("IQ",), "IRQ"),
    ("انسحب الجيش", ("SY", "TR"), "SYR"),
    ("قالت الحكومة", ("LB",), "LBN"),
    ("قالت الحكومة", ("YE",), "YEM.GOV"),
    ("اشتبك الحوثيون مع التحالف العربي. تقدم الجيش", ("YE",), "YEM.GOV"),
    ("تقدم الجيش", ("YE",), "YEM"),
    ("تقدم الجيش الوطني", ("YE",), "YEM.GOV"),
    ("تقدم الجيش الوطني", ("LY",), "LBY.LNA"),
    ("المقاومة الشعبية تتقدم. استعاد الجيش اليمني التلة", ("YE",), "YEM.GOV"),
    ("تقدمت القوات الحكومية", ("LY",), "LBY"),
    ("قصفت قوات النظام", ("TR", "SY"), "SYR"),
    ("أكد التحالف", ("YE",), "ARAB_COALITION"),
    ("أكد التحالف", ("IQ",), "COALITION"),
    ("غادر التحالف الدولي القيارة. سيغادر جنود التحالف", ("YE",), "COALITION"),
    ("شن تنظيم داعش هجوما على قسد. تبنى التنظيم العملية", ("SY",), "ISIS"),
    ("هاجمت حركة طالبان حزب الله. أعلنت الحركة", (), "TALIBAN"),
    ("قصف الحوثيون الموقع. أعلنت الجماعة", ("YE",), "HOUTHIS"),
    ("تقدمت المعارضة", ("SY",), "SYR.OPPOSITION"),
    ("لطرد المقاتلين الأكراد", ("TR", "SY"), "SDF"),
    ("انسحب المقاتلون الأكراد", ("IQ",), "IRQ.KURDISTAN"),
    ("انسحبت المليشيات", ("YE",), "HOUTHIS"),
    ("تقاوم المقاومة", ("LB",), "HEZBOLLAH"),
    ("صوت البرلمان", ("IQ",), "IRQ.PARLIAMENT"),
    ("القوات الأميركية في العراق. ستغادر القوات", ("IQ",), "USA"),
    ("دخل الجيش الصومالي البلدة. انسحب الجيش", ("KE",), "SOM"),
    ("أعلنت فرنسا أنها ستسحب قواتها", (), "FRA"),
    ("أعلن العراق وفرنسا عودة جنوده", (), "IRQ"),
    ("أعلن العراق وفرنسا عودة جنودها", (), "FRA"),
    ("قال الرئيس الفرنسي إن قوات بلاده باقية", (), "FRA"),
    ("قال التحالف الدولي إنه سينقل قواته", (), "COALITION"),
    ("قالت قوات التحالف الدولي الذي تقوده الولايات المتحدة إنها ستخفض عدد جنودها", (), "COALITION"),
    ("قالت باريس إنها ستسحب جنودها", (), "FRA"),
    ("خسر الحوثيون مقاتليهم", (), "HOUTHIS"),
    ("هاجم تنظيم القاعدة المعسكر. ثم خسرت القاعدة", (), "AL_QAEDA"),
    ("القوات الفرنسية", (), "FRA"),
]


@pytest.mark.parametrize(("text", "countries", "code"), CASES, ids=lambda v: str(v))
def test_resolve(text: str, countries: tuple[str, ...], code: str) -> None:
    answer = last(text, countries)
    assert answer is not None and answer.value.code == code


@pytest.mark.parametrize("text", ["سحب جنوده", "أكد التحالف", "تبنى التنظيم", "انسحب الجيش", "خسرت القاعدة"])
def test_nothing_fits(text: str) -> None:
    assert last(text) is None


def test_the_antecedent_is_the_second_span() -> None:
    text = "أعلنت فرنسا أنها ستسحب قواتها"
    answer = last(text)
    assert answer is not None
    assert [text[s.start : s.end] for s in answer.spans] == ["قواتها", "فرنسا"]


def test_a_place_is_no_antecedent() -> None:
    answer = last("أعلنت فرنسا في ألمانيا أنها ستسحب قواتها")
    assert answer is not None and answer.value.code == "FRA"
