"""Quantities in newsroom sentences: Arabic in; low, high, unit and rule out."""

import pytest

from marsad.arabic import sentences
from marsad.howmany import find_quantities
from marsad.records import Found, Quantity

Expected = tuple[int | None, int | None, str | None, str]


def found(text: str) -> list[Found[Quantity]]:
    return [item for sentence in sentences(text) for item in find_quantities(sentence)]


def summary(text: str) -> list[Expected]:
    return [(f.value.low, f.value.high, f.value.unit, f.rule) for f in found(text)]


ONE = [
    # exact, in digits and words
    ("أرسلت الحكومة 300 جندي إلى الحدود", 300, 300, "soldier", "exact"),
    ("نشرت الوزارة ٤٥٠ عنصراً", 450, 450, "member", "exact"),
    ("وصلت ١٬٢٠٠ مدرعة إلى الميناء", 1200, 1200, "vehicle", "exact"),
    ("وصلت 3.600 آلية", 3600, 3600, "vehicle", "exact"),
    ("قوامها 80 ألف مقاتل", 80_000, 80_000, "fighter", "exact"),
    ("غادر خمسة آلاف وأربعمئة عسكري", 5400, 5400, "soldier", "exact"),
    ("عاد خمسة وعشرون ألفاً وثلاثمئة نازح", 25_300, 25_300, "displaced", "exact"),
    ("قتل ثلاثة وثلاثون مسلحاً", 33, 33, "fighter", "exact"),
    ("أسرت القوة أحد عشر متمرداً", 11, 11, "fighter", "exact"),
    ("سحبت كندا مئة وخمسين مستشاراً", 150, 150, "adviser", "exact"),
    ("وصل سبعمئة وخمسون مدرباً", 750, 750, "trainer", "exact"),
    ("تظاهر 1.2 مليون شخص", 1_200_000, 1_200_000, "person", "exact"),
    ("لجأ نصف مليون مدني", 500_000, 500_000, "civilian", "exact"),
    ("نزح مليونا شخص", 2_000_000, 2_000_000, "person", "exact"),
    ("ألفا جندي في المعسكر", 2000, 2000, "soldier", "exact"),
    ("أصيب أربعة بجروح", 4, 4, None, "exact"),
    ("مقتل 9 بانفجار لغم", 9, 9, None, "exact"),
    ("اعتقال 12 عراقيا", 12, 12, "person", "exact"),
    ("خطف سبعة ماليين", 7, 7, "person", "exact"),
    ("مقتل 14 من مشاة البحرية", 14, 14, "troops", "exact"),
    ("مقتل خمسة من مقاتليها", 5, 5, "fighter", "exact"),
    ("اعتقال 6 من كبار الضباط", 6, 6, "officer", "exact"),
    ("تسلم الجنود الثلاثة أوسمة", 3, 3, "soldier", "exact"),
    ("نقل الجنود الـ20 جوا", 20, 20, "soldier", "exact"),
    ("دمرت 4 دبابات", 4, 4, "tank", "exact"),
    ("أطلقت 33 صاروخا", 33, 33, "rocket", "exact"),
    ("أسقط مسيّرة واحدة", 1, 1, "drone", "exact"),
    ("جرح جندي واحد", 1, 1, "soldier", "exact"),
    ("ثلاث كتائب", 3, 3, "battalion", "exact"),
    ("عدد قتلى الهجوم ارتفع إلى 34", 34, 34, "killed", "exact"),
    ("عدد الجرحى 120", 120, 120, "wounded", "exact"),
    ("أجلت الحافلات ٣ آلاف و٢٠٠ مدني", 3200, 3200, "civilian", "exact"),
    ("في 2019 جندياً ومدرعة", 2019, 2019, "soldier", "exact"),
    ("استشهاد (12) شخصا", 12, 12, "person", "exact"),
    ("القوات الفرنسية البالغ عددها خمسة آلاف ومئة", 5100, 5100, "troops", "exact"),
    ("يبلغ تعداد القوة 13 ألفا", 13_000, 13_000, "troops", "exact"),
    ("عدد الشرطة 160 ألفا", 160_000, 160_000, "troops", "exact"),
    # duals
    ("سترسل مئتي جندي", 200, 200, "soldier", "exact"),
    ("قوة من ألفي عنصر", 2000, 2000, "member", "exact"),
    ("أوى البلد مليوني لاجئ", 2_000_000, 2_000_000, "refugee", "exact"),
    ("مقتل جنديين في كمين", 2, 2, "soldier", "dual"),
    ("وصول سفينتين حربيتين", 2, 2, "ship", "dual"),
    ("أسقط الدفاع الجوي طائرتين مسيّرتين", 2, 2, "drone", "dual"),
    ("أسقطت طائرتا تجسس", 2, 2, "aircraft", "dual"),
    ("دمرت دبابتي العدو", 2, 2, "tank", "dual"),
    ("انسحبت كتيبتان", 2, 2, "battalion", "dual"),
    ("بعد يومين", 2, 2, "day", "dual"),
    ("مقتل مدنيين اثنين", 2, 2, "civilian", "exact"),
    ("مقتل جنديين اثنين", 2, 2, "soldier", "dual"),
    # approximations
    ("نحو 700 جندي", 630, 770, "soldier", "about"),
    ("بنحو أربعين ألف عسكري", 36_000, 44_000, "soldier", "about"),
    ("حوالي مئة مدرب", 90, 110, "trainer", "about"),
    ("قرابة ثلاثين آلية", 27, 33, "vehicle", "about"),
    ("زهاء 1500 مقاتل", 1350, 1650, "fighter", "about"),
    ("ما يقارب 60 شاحنة", 54, 66, "vehicle", "about"),
    ("ما يقرب من 90 مستشاراً", 81, 99, "adviser", "about"),
    ("300 عنصر تقريباً", 270, 330, "member", "about"),
    ("في حدود 500 متظاهر", 450, 550, "protester", "about"),
    ("وهم نحو ثلاثين", 27, 33, None, "about"),
    ("نحو 2000 في الموقع", 1800, 2200, None, "about"),
    # bounds
    ("أكثر من ألفي جندي", 2000, None, "soldier", "at_least"),
    ("لأكثر من ثلاثين قتيلا", 30, None, "killed", "at_least"),
    ("ما لا يقل عن 12 جريحا", 12, None, "wounded", "at_least"),
    ("لا يقل عددهم عن 400", 400, None, None, "at_least"),
    ("ما يزيد على خمسين دبابة", 50, None, "tank", "at_least"),
    ("ما يربو على 50 ألفاً من القوات الكورية", 50_000, None, "troops", "at_least"),
    ("يتجاوز عدد أفرادها 900", 900, None, "member", "at_least"),
    ("فوق 100 صاروخ", 100, None, "rocket", "at_least"),
    ("قتل 17 مدنيا على الأقل", 17, None, "civilian", "at_least"),
    ("مقتل ثلاثة جنود أجانب على الأقل", 3, None, "soldier", "at_least"),
    ("على الأقل 8 إصابات", 8, None, "wounded", "at_least"),
    ("50 متظاهرا أو أكثر", 50, None, "protester", "at_least"),
    ("أقل من 600 جندي", None, 600, "soldier", "at_most"),
    ("حتى 1000 عسكري", None, 1000, "soldier", "at_most"),
    ("ما يصل إلى 300 مدرب", None, 300, "trainer", "at_most"),
    ("لا يتجاوز عددهم 40", None, 40, None, "at_most"),
    ("لا يزيد على مئة عنصر", None, 100, "member", "at_most"),
    ("200 جندي كحد أقصى", None, 200, "soldier", "at_most"),
    ("مئة جندي ونيف", 100, None, "soldier", "at_least"),
    ("سقوط أكثر من عشرين بين قتيل وجريح", 20, None, "person", "at_least"),
    ("قرابة نصف مليون نازح", 450_000, 550_000, "displaced", "about"),
    # ranges
    ("بين 200 و300 مقاتل", 200, 300, "fighter", "range"),
    ("ما بين خمسين وستين آلية", 50, 60, "vehicle", "range"),
    ("بين خمسة وعشرين جنديا", 5, 20, "soldier", "range"),
    ("بين مئة ومئتي مسلح", 100, 200, "fighter", "range"),
    ("بين ألف وألفي مقاتل", 1000, 2000, "fighter", "range"),
    ("بين خمسة وستة آلاف جندي", 5000, 6000, "soldier", "range"),
    ("ما بين 6 آلاف إلى 7 آلاف من عناصر الدرك", 6000, 7000, "member", "range"),
    ("من 10 إلى 15 صاروخا", 10, 15, "rocket", "range"),
    ("20-30 عنصرا", 20, 30, "member", "range"),
    ("نحو 20 – 30 عنصرا", 20, 30, "member", "range"),
    ("10 أو 15 أو 18 صاروخا", 10, 18, "rocket", "range"),
    ("ثلاثة جنود أو أربعة", 3, 4, "soldier", "range"),
    ("يومين أو ثلاثة", 2, 3, "day", "range"),
    ("تتراوح أعدادهم من 300 إلى 500", 300, 500, None, "range"),
    ("٤ - ٥ آلاف مقاتل", 4000, 5000, "fighter", "range"),
    ("ما بين 1675 و1500 صاروخ", 1500, 1675, "rocket", "range"),
    # vague
    ("عشرات المسلحين", 20, 99, "fighter", "vague"),
    ("المئات من جنود التحالف", 200, 999, "soldier", "vague"),
    ("آلاف المتظاهرين", 2000, 9999, "protester", "vague"),
    ("عشرات الآلاف من النازحين", 20_000, 99_999, "displaced", "vague"),
    ("مئات الآلاف من اللاجئين", 200_000, 999_999, "refugee", "vague"),
    ("ملايين السكان", 2_000_000, 9_999_999, "inhabitant", "vague"),
    ("بضعة جنود", 3, 9, "soldier", "vague"),
    ("بضع عشرات من المدربين", 30, 99, "trainer", "vague"),
    ("بضعة وعشرون جنديا", 23, 29, "soldier", "vague"),
    ("عدة مئات من العناصر", 200, 999, "member", "vague"),
    # a casualty that stands alone
    ("سقوط قتيل في القصف", 1, 1, "killed", "single"),
    ("مقتل جندي أميركي", 1, 1, "soldier", "single"),
    # other units
    ("30 بالمئة", 30, 30, "percent", "exact"),
    ("نسبة %45", 45, 45, "percent", "exact"),
    ("نحو عشرة في المئة", 9, 11, "percent", "about"),
    ("رجل عمره 29 عاما", 29, 29, "year", "exact"),
    ("على بعد 60 كيلومترا", 60, 60, "kilometre", "exact"),
    ("بقيمة 3 ملايين دولار", 3_000_000, 3_000_000, "dollar", "exact"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "rule"), ONE, ids=[row[0] for row in ONE])
def test_one_quantity(text: str, low: int | None, high: int | None, unit: str | None, rule: str) -> None:
    assert summary(text) == [(low, high, unit, rule)]


SEVERAL: list[tuple[str, list[Expected]]] = [
    ("قتل 29 شخصا وأصيب 350 آخرون", [(29, 29, "person", "exact"), (350, 350, "person", "exact")]),
    ("وصل 40 مدربا ثم 20 آخرين", [(40, 40, "trainer", "exact"), (20, 20, "trainer", "exact")]),
    ("قتل 8 جنود خمسة منهم ضباط", [(8, 8, "soldier", "exact"), (5, 5, "soldier", "exact")]),
    ("سقوط 4 قتلى و13 جريحا", [(4, 4, "killed", "exact"), (13, 13, "wounded", "exact")]),
    ("عشرات القتلى والجرحى", [(20, 99, "killed", "vague"), (20, 99, "wounded", "vague")]),
    ("مقتل شخصين وإصابة ستة", [(2, 2, "person", "dual"), (6, 6, None, "exact")]),
    (
        "ارتفع قوامها من نحو 20 ألف جندي إلى 35,400",
        [(18000, 22000, "soldier", "about"), (35400, 35400, "soldier", "exact")],
    ),
    ("خفض القوات من 5200 إلى 3000 جندي", [(5200, 5200, None, "exact"), (3000, 3000, "soldier", "exact")]),
    (
        "سحب 2500 جندي من أفغانستان و2500 من العراق",
        [(2500, 2500, "soldier", "exact"), (2500, 2500, "soldier", "exact")],
    ),
    ("مئات القتلى والجرحى", [(200, 999, "killed", "vague"), (200, 999, "wounded", "vague")]),
    ("قتيل وثلاثة جرحى", [(1, 1, "killed", "single"), (3, 3, "wounded", "exact")]),
    ("نحو ألف جندي و 150 أفغانيا", [(900, 1100, "soldier", "about"), (150, 150, "person", "exact")]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_several_quantities(text: str, expected: list[Expected]) -> None:
    assert summary(text) == expected


SHARES = [
    ("ربع كتيبة المشاة غادر", "ربع", "كتيبة المشاة", 0.25),
    ("ما يقارب ربع أراضي الإقليم", "ما يقارب ربع", "أراضي الإقليم", 0.25),
    ("سيطروا على ثلثي المدينة", "ثلثي", "المدينة", 0.6667),
    ("أكثر من نصف جنودها في العاصمة", "أكثر من نصف", "جنودها", 0.5),
    ("ربع القوات الأجنبية في البلاد", "ربع", "القوات الأجنبية", 0.25),
    ("ثلاثة أرباع المقاتلين", "ثلاثة أرباع", "المقاتلين", 0.75),
    ("أربعة أخماس الحقول", "أربعة أخماس", "الحقول", 0.8),
    ("خمس القوات", "خمس", "القوات", 0.2),
    ("خمس سكان الإقليم", "خمس", "سكان الإقليم", 0.2),
    ("خمس مساحة الدولة", "خمس", "مساحة الدولة", 0.2),
]


@pytest.mark.parametrize(("text", "words", "of", "part"), SHARES, ids=[row[0] for row in SHARES])
def test_a_share_names_what_it_is_of_and_has_no_number(text: str, words: str, of: str, part: float) -> None:
    (share,) = found(text)
    assert (share.value, share.rule) == (Quantity(None, None, share_of=of, share=part), "share")
    assert [text[s.start : s.end] for s in share.spans] == [words, of]


PERCENTAGES = [
    ("10 بالمئة من القوات الأميركية", 10, 10, "القوات الأميركية", 0.1),
    ("نحو 40% من سكان المدينة", 36, 44, "سكان المدينة", 0.4),
    ("أكثر من ثلاثين في المئة من الأصوات", 30, None, "الأصوات", 0.3),
    ("بين 20 و30 بالمئة من المصابين", 20, 30, "المصابين", None),
    ("بنسبة 2.5 بالمئة", 2.5, 2.5, None, None),
]


@pytest.mark.parametrize(("text", "low", "high", "of", "part"), PERCENTAGES, ids=[p[0] for p in PERCENTAGES])
def test_a_percentage_keeps_its_number(
    text: str, low: float | None, high: float | None, of: str | None, part: float | None
) -> None:
    (item,) = found(text)
    assert item.value == Quantity(low, high, "percent", "percent", of, part)


NO_COUNTS = [
    "الفرقة 82 المحمولة جوا",
    "اللواء 12 مشاة",
    "قائد اللواء المدرع 401",
    "لواء مشاة 11",
    "الفرقة (101)",
    "مقاتلات إف-16",
    "قاذفات بي 52",
    "منظومة إس-400",
    "بندقية من عيار 122",
    "صاروخ من طراز 9",
    "طائرة ميغ 29",
    "معسكر كي-1",
    "القرار 1701",
    "القرارات 1696 و1737 و1747",
    "القرار رقم 2254",
    "المادة 140",
    "القناة 12 العبرية",
    "الفيلق الخامس",
    "اليوم الثالث",
    "الدورة الثانية عشرة",
    "الذكرى الخامسة والعشرين",
    "الحادي عشر من أيلول",
    "القرن العشرين",
    "ميدان السبعين",
    "في 26 آذار/مارس 2020",
    "في الثالث من كانون الثاني/يناير",
    "في 5 من حزيران",
    "بين 29 و30 أيار",
    "12 كانون الأول 2019",
    "عام 2003",
    "عامي 2014 و2016",
    "حتى 2020",
    "ما بين 2014 و2017",
    "من 2014 إلى 2017",
    "آخر تحديث 1100 (GMT+04:00)",
    "عند 08,00 بتوقيت المدينة",
    "سقطوا في كمين",
    "في 2019 قوات أجنبية",
    "26/3/2020",
    "عند الساعة 10:30",
    "الساعة 5 مساء",
    "فوز الفريق 2-1",
    "هزم ضيفه 3 - 0",
    "قمة مجموعة العشرين",
    "قمة G20",
    "مجموعة 5+1",
    "#غزة_2023",
    "كوفيد-19",
    "هاتف 07901234567",
    "1- انسحاب القوات",
    "أحد الجنود",
    "إحدى القواعد",
    "جندي في الموقع",
    "كتيبة من الجيش",
    "عدة جنود",
    "حركة طالبان",
    "يوم الاثنين",
    "لست متأكدا",
    "مقاتلين من التنظيم",
    "كمية من السلاح",
    "نصف ساعة",
    "منتصف الشهر",
    "القصف 3,14",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_count(text: str) -> None:
    assert summary(text) == []


def test_spans_point_at_the_words() -> None:
    text = "وقال إن ما لا يقل عن 12 جنديا قتلوا، وإن 30 مسلحا أجنبيا على الأقل أسروا"
    words = [[text[s.start : s.end] for s in item.spans] for item in found(text)]
    assert words == [["ما لا يقل عن 12", "جنديا"], ["30", "مسلحا", "على الأقل"]]


def test_a_dual_is_one_span() -> None:
    text = "غادر جنديان"
    assert [(s.start, s.end) for item in found(text) for s in item.spans] == [(5, 11)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("20 جنديا", "force"),
        ("20 مدنيا", "person"),
        ("20 دبابة", "equipment"),
        ("20 قذيفة", "weapon"),
        ("20 كتيبة", "formation"),
        ("20 يوما", "time"),
        ("20 مترا", "distance"),
        ("20 دينارا", "money"),
        ("20 غارة", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    (item,) = found(text)
    assert item.value.kind == kind


@pytest.mark.parametrize("ending", ["جنديا", "جندياً", "جُنديّ", "جنـدي"])
def test_marks_and_tatweel_change_nothing(ending: str) -> None:
    assert summary(f"أرسلت 40 {ending}") == [(40, 40, "soldier", "exact")]
