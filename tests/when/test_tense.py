"""Which way the clause of a time looks; the time is the last word of each text unless it stands in `«»`."""

from datetime import date

import pytest

from marsad.arabic import sentences
from marsad.records import Span
from marsad.when import find_times, looks_ahead

AHEAD = [
    "ستغادر الفرقة الثكنة الخميس",
    "وسيعقد المجلس جلسته الخميس",
    "سوف تنسحب الدوريات الخميس",
    "لن تفتح المعابر الخميس",
    "من المقرر أن يصل الوفد الخميس",
    "ومن المتوقع وصول الوفد الخميس",
    "يعتزم الوزير زيارة الجبهة الخميس",
    "قال الناطق إن الجنود سيرحلون الخميس",
    "يلتقي الوزيران الخميس",
    "قد يصل المراقبون الخميس",
    "«الخميس» ستصل القافلة",
    "سيغادر الحرس، بحسب البيان، الخميس",
]
BACK = [
    "الخميس",
    "غادرت الفرقة الثكنة الخميس",
    "ستغادر الفرقة التي وصلت الخميس",
    "قال الناطق إن الجنود رحلوا الخميس",
    "أعلن الوزير «الخميس» أن الجنود سيرحلون",
    "أعلن الوزير «الخميس» عزمه سحب الجنود",
    "وقد اعتقل الشاب الخميس",
    "لم يصل الوفد الخميس",
    "سينسحب الجنود بعد الهجوم الذي وقع الخميس",
    "كان الوفد يعتزم المغادرة الخميس",
    "قتل سائحان الخميس",
    "زار الرئيس سيناء الخميس",
    "تظاهر الآلاف الخميس",
    "يقول السكان الخميس",
]


def ahead(text: str) -> bool:
    plain = text.replace("«", "").replace("»", "")
    start = text.index("«") if "«" in text else plain.rfind(" ") + 1
    [sentence] = sentences(plain)
    return looks_ahead(sentence, Span(start, start + len("الخميس")))


@pytest.mark.parametrize("text", AHEAD)
def test_a_plan_or_a_verb_to_come_looks_ahead(text: str) -> None:
    assert ahead(text)


@pytest.mark.parametrize("text", BACK)
def test_what_is_told_or_says_nothing_of_its_tense_looks_back(text: str) -> None:
    assert not ahead(text)


def test_the_last_time_of_the_sentence_before_is_counted_from() -> None:
    published = date(2020, 3, 27)
    [before] = sentences("هاجموا البلدة في 12 كانون الثاني 2020")
    [named] = find_times(before, published)
    [after] = sentences("وفي اليوم التالي عاد الأهالي، وبعد ذلك بأسبوعين انسحبوا")
    found = [when.value.start for when in find_times(after, published, None, named.value)]
    assert found == [date(2020, 1, 13), date(2020, 1, 27)]
