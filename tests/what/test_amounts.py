"""Dates, numbers of forces and tolls of event mentions: Arabic sentences in, what they say out."""

from __future__ import annotations

from datetime import date

import pytest

from marsad.article import bare_article
from marsad.records import EventMention, Found, Quantity, When
from marsad.what import code_article
from tests.what.coding import AN_ATTACK

PUBLISHED = date(2021, 6, 16)  # a Wednesday
# What makes the story one about forces; it states no event.
SETTING = "ملف القوات والجنود والمسلحين\n\nتتحدث الصحف عن الجيش والقوات والجنود والقواعد العسكرية.\n"

Range = tuple[int | None, int | None]


def _mention(sentence: str, trigger: str, title: bool = False) -> EventMention:
    text = f"{sentence}\n\n{SETTING}" if title else f"{SETTING}{sentence}\n{AN_ATTACK}"
    found = [
        m
        for m in code_article(bare_article("t", text, PUBLISHED))
        if text[m.trigger.start : m.trigger.end] == trigger
    ]
    assert found, f"no event at {trigger}"
    return found[0]


def _days(found: Found[When] | None) -> tuple[str | None, str | None] | None:
    if found is None or found.value.start is found.value.end is None:
        return None
    start, end = found.value.start, found.value.end
    return (start.isoformat() if start else None, end.isoformat() if end else None)


def _range(found: Found[Quantity] | None) -> Range | None:
    return (found.value.low, found.value.high) if found else None


TUESDAY = ("2021-06-15", "2021-06-15")
DATES = [
    # The event's own time: behind its verb, at the end of its clause, in front of it.
    ("انسحبت القوات الروسية، الثلاثاء، من قاعدة تدمر.", "انسحبت", TUESDAY),
    ("وغادرت آخر كتيبة من الجيش البريطاني قاعدة عسكرية في البصرة أمس.", "وغادرت", TUESDAY),
    ("وفي الثاني من مايو الماضي، انسحبت القوات الفرنسية من القاعدة.", "انسحبت", ("2021-05-02", "2021-05-02")),
    ("وقال ناطق عسكري إنه في مايو الماضي غادرت القوات القاعدة.", "غادرت", ("2021-05-01", "2021-05-31")),
    # The time to come is that of what was stopped, a time in another clause that of its own event.
    ("وعلق الجيش الألماني مناورات مشتركة مقررة الشهر المقبل.", "وعلق", None),
    ("وسحبت بلجيكا طائراتها من الأردن، على أن تعود إليه في مايو 2022.", "وسحبت", None),
    ("ويدرب الجيش الأميركي القوات منذ عام 2014، وينشر دبابات في المطار.", "وينشر", None),
    # A verb that only carries the event, and one that nobody listed.
    ("وشنت طائرات الجيش، أمس، غارات على مواقع المسلحين.", "غارات", TUESDAY),
    ("ونفذ الجيش غارة على معسكر للمسلحين فجر الثلاثاء.", "غارة", TUESDAY),
    ("واستهدف المسلحون الثكنة بهجوم وقع الثلاثاء.", "بهجوم", TUESDAY),
    ("وجددت المدفعية، أمس الثلاثاء، قصف مواقع المسلحين.", "قصف", TUESDAY),
    # A verb that only describes a noun on the way keeps no time.
    ("وهاجم مسلحون يستقلون دراجة نارية الثكنة أمس.", "وهاجم", TUESDAY),
    # Two verbs share a time.
    ("دخل الجيش المدينة، الثلاثاء، وسيطر على مقر المحافظة.", "وسيطر", TUESDAY),
    # The time of an announcement, a decision, a meeting, another event.
    ("قال قائد الجيش، الثلاثاء، إن القوات انسحبت من القاعدة.", "انسحبت", None),
    ("أعلنت الوزارة أمس أنها سحبت جنودها من القاعدة.", "سحبت", None),
    ("قررت الحكومة الثلاثاء سحب جنودها من القاعدة.", "سحب", None),
    ("وبحث الوزيران في لقاء عقد أمس سحب القوات من البلاد.", "سحب", None),
    ("وانسحبت القوات من القاعدة وفق اتفاق وقع في مايو الماضي.", "وانسحبت", None),
    ("وانسحبت القوات من القاعدة، حسبما ذكرت الصحيفة، الثلاثاء.", "وانسحبت", None),
    ("وانسحب الجيش من القاعدة بعدما اجتمع القادة الثلاثاء.", "وانسحب", None),
    # An announced move that is done has the day of its announcement; a decided drill has not.
    ("أعلنت القوات الفرنسية الثلاثاء سحب جنودها من القاعدة.", "سحب", TUESDAY),
    ("أعلنت القوات الفرنسية الثلاثاء سحب جنودها من المطار وتسليمه إلى الشرطة.", "وتسليمه", TUESDAY),
    ("أعلن الجيش، الثلاثاء، تعليق التدريبات العسكرية مع القوات الفرنسية.", "تعليق", None),
    # Plans look forward; deadlines; what goes on since a day.
    ("وستنسحب القوات من القاعدة الثلاثاء.", "وستنسحب", ("2021-06-22", "2021-06-22")),
    ("ومن المقرر أن تنسحب القوات من البلاد بحلول سبتمبر.", "تنسحب", ("2021-09-01", "2021-09-30")),
    ("ومن المقرر أن تنسحب القوات من البلاد قبل نهاية أغسطس.", "تنسحب", ("2021-08-01", "2021-08-31")),
    ("ويقصف الجيش مواقع المسلحين منذ الثلاثاء.", "ويقصف", ("2021-06-15", None)),
    # Terms and vague times date nothing.
    ("وانسحبت القوات من القاعدة قبل نحو عامين.", "وانسحبت", None),
    ("ويقضي الاتفاق بسحب القوات خلال ثلاثة أشهر.", "بسحب", None),
    # An aside keeps its time to itself.
    ("وسلم الجيش القاعدة، التي بناها عام 2003، إلى الشرطة الثلاثاء.", "وسلم", TUESDAY),
]


@pytest.mark.parametrize(("sentence", "trigger", "days"), DATES)
def test_a_time_belongs_to_one_event(
    sentence: str, trigger: str, days: tuple[str | None, str | None] | None
) -> None:
    assert _days(_mention(sentence, trigger).date) == days


def test_a_title_takes_no_date_from_the_body() -> None:
    text = (
        "انسحاب القوات الفرنسية من القاعدة\n\nانسحبت القوات الفرنسية من القاعدة العسكرية أمس مع آخر الجنود."
    )
    title, body = code_article(bare_article("t", text, PUBLISHED))
    assert (_days(title.date), _days(body.date)) == (None, TUESDAY)


def test_without_a_publication_date_only_absolute_dates_are_coded() -> None:
    text = SETTING + "انسحبت القوات من القاعدة أمس. وانسحب الجيش من المطار في 3 مايو 2021."
    first, second = code_article(bare_article("t", text, None))
    assert (_days(first.date), _days(second.date)) == (None, ("2021-05-03", "2021-05-03"))


QUANTITIES = [
    ("سحبت إيطاليا 200 جندي من القاعدة.", "سحبت", (200, 200)),
    ("وغادر نحو مئة جندي القاعدة العسكرية.", "وغادر", (90, 110)),
    ("وقال إن 300 جندي فرنسي غادروا القاعدة.", "غادروا", (300, 300)),
    ("وسحبت رومانيا مدربيها، وهم قرابة ثلاثين، من القاعدة.", "وسحبت", (27, 33)),
    ("وسحبت رومانيا جنودها البالغ عددهم 40 من القاعدة.", "وسحبت", (40, 40)),
    ("وكان بين الجنود خبراء، وانسحب عشرات منهم من القاعدة.", "وانسحب", (20, 99)),
    ("وغادر 500 جندي من القوات و60 آخرين من الشرطة القاعدة.", "وغادر", (560, 560)),
    ("وذكر أن 90 مدربا، أي ربع البعثة تقريبا، غادروا أو لا يزالون يغادرون المدينة.", "غادروا", (90, 90)),
    ("وذكر أن 90 مدربا، أي ربع البعثة تقريبا، غادروا أو لا يزالون يغادرون المدينة.", "يغادرون", (90, 90)),
    ("وسحبت بولندا مدربيها، أسوة برومانيا التي أعادت كتيبتها، وعددها نحو أربعين.", "وسحبت", None),
    ("وقررت كابل زيادة عدد القوات الأفغانية بثلاثين ألف جندي.", "زيادة", None),
    ("وقررت كابل زيادة عدد القوات الأفغانية من 90 ألف جندي إلى 130 ألفا.", "زيادة", (130000, 130000)),
    ("وقررت لندن زيادة عدد قواتها في أفغانستان بخمسمئة جندي إلى 9500.", "زيادة", (500, 500)),
    ("وقررت لندن زيادة عدد قواتها في أفغانستان إلى 9500 جندي.", "زيادة", None),
    ("ونشر الجيش دبابات و400 جندي على الحدود.", "ونشر", (400, 400)),
    ("ونشر الجيش عشرين دبابة على الحدود.", "ونشر", (20, 20)),
    ("وتظاهر آلاف الطلاب في العاصمة.", "وتظاهر", (2000, 9999)),
    ("ووضعت الوزارة ألفي جندي في حالة تأهب لإرسالهم إلى الحدود.", "لإرسالهم", (2000, 2000)),
    # Not moved: parts, levels, tolls, another clause's, formations, shares.
    ("وسحبت البعثة جنودها، بينهم 90 طبيبا عسكريا، من القاعدة.", "وسحبت", None),
    ("وخفضت الوزارة قواتها في البلاد إلى 3000 جندي.", "وخفضت", None),
    ("وانسحبت القوات من القاعدة بعد أن فقدت عشرين جنديا.", "وانسحبت", None),
    ("وقبل سحب القوات، كان لفرنسا 800 جندي في البلاد.", "سحب", None),
    ("وسحبت فرنسا ثلث قواتها من البلاد.", "وسحبت", None),
    ("وسحب الجيش كتيبة مدرعة من القاعدة.", "وسحب", None),
    # Stocks.
    ("ويبلغ عدد القوات الأجنبية في البلاد 2500 جندي.", "ويبلغ", (2500, 2500)),
    ("وتنشر فرنسا في المنطقة قوات، ويتمركز 900 جندي في القاعدة.", "ويتمركز", (900, 900)),
]


@pytest.mark.parametrize(("sentence", "trigger", "number"), QUANTITIES)
def test_a_number_counts_what_moves(sentence: str, trigger: str, number: Range | None) -> None:
    assert _range(_mention(sentence, trigger).quantity) == number


TOLLS: list[tuple[str, str, Range | None, Range | None]] = [
    ("وأسفر الهجوم عن مقتل عشرة جنود وإصابة 20 آخرين.", "الهجوم", (10, 10), (20, 20)),
    ("وقتل، أمس الثلاثاء، ثلاثة جنود في هجوم على الثكنة.", "هجوم", (3, 3), None),
    ("وقال إن 18 جنديا من القوات الحكومية قتلوا في الهجوم.", "الهجوم", (18, 18), None),
    ("وقال إن أربعة جنود قتلوا وأصيب تسعة في الهجوم.", "الهجوم", (4, 4), (9, 9)),
    ("وقتل في الاشتباكات سبعة من مسلحي الحركة و5 من جنود الجيش.", "الاشتباكات", (12, 12), None),
    ("وأدى القصف إلى مقتل جنديين فرنسيين وجندي بريطاني.", "القصف", (3, 3), None),
    ("وأدى الهجوم إلى سقوط 13 قتيلا وجرح 7 آخرين.", "الهجوم", (13, 13), (7, 7)),
    ("وأدى الهجوم إلى مقتل 55 شخصا، على الأقل.", "الهجوم", (55, None), None),
    ("وقتل قائد الكتيبة في غارة على مقره.", "غارة", (1, 1), None),
    ("وقتل شرطي وجرح آخر في هجوم مسلح.", "هجوم", (1, 1), (1, 1)),
    ("وارتفع عدد الجنود القتلى في الهجوم إلى 27.", "الهجوم", (27, 27), None),
    ("ووقع الهجوم من دون سقوط قتلى.", "الهجوم", (0, 0), None),
    ("ولم يسفر القصف عن أي خسائر.", "القصف", (0, 0), (0, 0)),
    # Together, among them, of another report, of no attack.
    ("وأدى الهجوم إلى مقتل وإصابة 185 شخصا.", "الهجوم", None, None),
    ("وأدى الهجوم إلى مقتل 40 قرويا من بينهم تسع نساء.", "الهجوم", (40, 40), None),
    ("وقال إن القصف استهدف الثكنة، فيما لقي 12 جنديا حتفهم.", "القصف", (12, 12), None),
    ("ولا معلومات عن الخسائر البشرية في القصف.", "القصف", None, None),
    ("وتجدد القصف من دون أنباء عن ضحايا.", "القصف", None, None),
    ("وقتل عشرات الجنود في الهجوم، كما أصيب مئات في حادث سير.", "الهجوم", (20, 99), None),
    ("وأوقع القصف عشرات القتلى والجرحى.", "القصف", (20, 99), (20, 99)),
]


@pytest.mark.parametrize(("sentence", "trigger", "killed", "wounded"), TOLLS)
def test_a_toll_belongs_to_its_attack(
    sentence: str, trigger: str, killed: Range | None, wounded: Range | None
) -> None:
    mention = _mention(sentence, trigger)
    assert (_range(mention.fatalities), _range(mention.wounded)) == (killed, wounded)


def test_every_amount_points_at_its_words() -> None:
    sentence = "وقتل ثلاثة جنود في هجوم على الثكنة أمس."
    mention = _mention(sentence, "هجوم")
    text = SETTING + sentence
    assert mention.fatalities is not None and mention.date is not None
    assert text[mention.fatalities.start : mention.fatalities.end] == "ثلاثة"
    assert text[mention.date.start : mention.date.end] == "أمس"
