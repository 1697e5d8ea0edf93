"""Places found in a sentence: Arabic in, (name, country, kind, rule) out."""

from itertools import pairwise

import pytest

from marsad.arabic import sentences
from marsad.records import Found, Place
from marsad.where import find_places

IRAQ, SYRIA, YEMEN, LIBYA, AFGHANISTAN = ("IQ", "US"), ("SY", "RU"), ("YE", "SA"), ("LY", "TR"), ("AF", "US")


def found(text: str, countries: tuple[str, ...]) -> list[Found[Place]]:
    return [f for s in sentences(text) for f in find_places(s, countries)]


def told(text: str, countries: tuple[str, ...]) -> list[tuple[str, str | None, str, str]]:
    return [(f.value.name, f.value.country, f.value.kind, f.rule) for f in found(text, countries)]


NAMES = [
    ("وصل الجنود إلى الموصل فجرا", IRAQ, [("الموصل", "IQ", "settlement", "name")]),
    ("اشتباكات في تكريت وبيجي", IRAQ, [("تكريت", "IQ", "settlement"), ("بيجي", "IQ", "settlement")]),
    ("غادرت القوات العراق", IRAQ, [("العراق", "IQ", "country", "name")]),
    ("انفجار ببغداد", IRAQ, [("بغداد", "IQ", "settlement", "name")]),
    ("الطريق للموصل مقطوع", IRAQ, [("الموصل", "IQ", "settlement", "name")]),
    ("قصف على دير الزور ليلا", SYRIA, [("دير الزور", "SY", "settlement", "name")]),
    ("قصف الطيران معرة النعمان", SYRIA, [("معرة النعمان", "SY", "settlement", "name")]),
    ("انسحبت الكتيبة من كيدال", ("FR",), [("كيدال", "ML", "settlement", "name")]),
    ("ألقت الكتيبة كلمة كيدال", ("TR",), []),
    ("انتشرت قوات في شمال دارفور", ("SD",), [("شمال دارفور", "SD", "province", "name")]),
    ("عاد الهدوء إلى كوباني", SYRIA, [("كوباني", "SY", "settlement", "name")]),
    ("معارك في حضرموت", YEMEN, [("حضرموت", "YE", "province", "name")]),
    ("هدوء في طرابلس", LIBYA, [("طرابلس", "LY", "settlement", "name")]),
    ("هدوء في طرابلس", ("LB", "SY"), [("طرابلس", "LB", "settlement", "name")]),
    ("سفينة في البحر الأحمر", YEMEN, [("البحر الأحمر", None, "area", "name")]),
    ("قواعد في الشرق الأوسط", ("US",), [("الشرق الأوسط", None, "area", "name")]),
    ("انفجار في مقديشو", ("SO",), [("مقديشو", "SO", "settlement", "name")]),
    ("نقلت الطائرات جنودا من كابول", AFGHANISTAN, [("كابول", "AF", "settlement", "name")]),
]

BASES = [
    ("تسليم قاعدة القيارة الجوية", IRAQ, [("قاعدة القيارة الجوية", "IQ", "base", "base")]),
    ("انسحبوا من قاعدة القيارة", IRAQ, [("قاعدة القيارة", "IQ", "base", "base")]),
    ("غادروا قاعدة القائم العسكرية", IRAQ, [("قاعدة القائم العسكرية", "IQ", "base", "base")]),
    ("صواريخ على قاعدة عين الأسد", IRAQ, [("قاعدة عين الأسد", "IQ", "base", "base")]),
    ("سقط صاروخان على معسكر التاجي", IRAQ, [("معسكر التاجي", "IQ", "base", "base")]),
    ("هجوم قرب مطار بغداد الدولي", IRAQ, [("مطار بغداد الدولي", "IQ", "base", "relation")]),
    ("قصف مطار التيفور العسكري", SYRIA, [("مطار التيفور العسكري", "SY", "base", "base")]),
    ('قصف قاعدة "تيفور" الجوية', SYRIA, [('قاعدة "تيفور" الجوية', "SY", "base", "base")]),
    ("قصف قاعدة T-4 الجوية", SYRIA, [("قاعدة T-4 الجوية", "SY", "base", "base")]),
    ("تعزيزات إلى قاعدة حميميم الروسية", SYRIA, [("قاعدة حميميم", "SY", "base", "base")]),
    ("عادوا إلى قاعدة إنجرليك التركية", ("TR", "US"), [("قاعدة إنجرليك", "TR", "base", "base")]),
    ("صاروخ على قاعدة العند الجوية", YEMEN, [("قاعدة العند الجوية", "YE", "base", "base")]),
    ("قصف مطار الحديدة", YEMEN, [("مطار الحديدة", "YE", "base", "base")]),
    ("أقلعت من قاعدة الوطية", LIBYA, [("قاعدة الوطية", "LY", "base", "base")]),
    ("آخر طائرة من قاعدة باغرام", AFGHANISTAN, [("قاعدة باغرام", "AF", "base", "base")]),
    ("فروا من معسكر اللواء 15", YEMEN, [("معسكر اللواء 15", "YE", "base", "head+name")]),
    ("انطلقت من قاعدة شمدونة الجوية", IRAQ, [("قاعدة شمدونة الجوية", "IQ", "base", "head+name")]),
]

HEADS = [
    ("سيطروا على مدينة الحديدة", YEMEN, [("مدينة الحديدة", "YE", "settlement", "head+name")]),
    ("معارك في محافظة مأرب", YEMEN, [("محافظة مأرب", "YE", "province", "head+name")]),
    ("في محافظة صعدة اليمنية", YEMEN, [("محافظة صعدة", "YE", "province", "head+name")]),
    (
        "بين مدينتي تعز والحديدة",
        YEMEN,
        [("تعز", "YE", "settlement", "head+name"), ("الحديدة", "YE", "settlement")],
    ),
    (
        "بمحافظتي نينوى وكركوك",
        IRAQ,
        [("نينوى", "IQ", "province", "head+name"), ("كركوك", "IQ", "settlement", "name")],
    ),
    ("دخلوا بلدة كفر شملان", SYRIA, [("بلدة كفر شملان", "SY", "settlement", "head+name")]),
    ("في حي الزهراء بحمص", SYRIA, [("حي الزهراء", "SY", "settlement"), ("حمص", "SY", "settlement")]),
    (
        "في ريف إدلب الجنوبي",
        SYRIA,
        [("ريف إدلب الجنوبي", "SY", "area", "head+name")],
    ),
    ("قصف ميناء الحديدة", YEMEN, [("ميناء الحديدة", "YE", "base")]),
    ("معبر باب الهوى مغلق", SYRIA, [("معبر باب الهوى", "SY", "area", "name")]),
    ("في ولاية هلمند", AFGHANISTAN, [("ولاية هلمند", "AF", "province", "head+name")]),
    ("خرجوا من مدن العراق", IRAQ, [("مدن العراق", "IQ", "area", "head+name")]),
    ("في مديرية نهم شرقا", YEMEN, [("مديرية نهم", "YE", "district")]),
    ("مدينة منبج السورية", SYRIA, [("مدينة منبج", "SY", "settlement", "head+name")]),
    ("هاجموا مستوطنة كريات شاؤول", ("IL", "PS"), [("مستوطنة كريات شاؤول", "IL", "settlement", "head+name")]),
]

RELATIONS = [
    ("جنوبي الموصل", IRAQ, [("الموصل", "IQ", "settlement", "relation")]),
    ("شمال غربي بغداد", IRAQ, [("بغداد", "IQ", "settlement", "relation")]),
    ("على بعد 60 كيلومترا من الموصل", IRAQ, [("الموصل", "IQ", "settlement", "relation")]),
    ("بالقرب من كركوك", IRAQ, [("كركوك", "IQ", "settlement", "relation")]),
    ("في محيط مدينة الرقة", SYRIA, [("مدينة الرقة", "SY", "settlement", "relation")]),
    ("انسحبوا من شمال سوريا", SYRIA, [("شمال سوريا", "SY", "area", "name")]),
    ("انتشار في شمال شرق سوريا", SYRIA, [("شمال شرق سوريا", "SY", "area", "name")]),
    ("في جنوبي اليمن", YEMEN, [("جنوبي اليمن", "YE", "area", "name")]),
    ("انسحبوا من الشمال السوري", SYRIA, [("الشمال السوري", "SY", "area", "land")]),
    ("غادروا الأراضي السورية", SYRIA, [("الأراضي السورية", "SY", "area", "land")]),
    ("على الحدود مع سوريا", IRAQ, [("الحدود مع سوريا", "IQ", "area", "border")]),
    ("على الحدود السورية", SYRIA, [("الحدود السورية", "SY", "area", "border")]),
    ("على الحدود العراقية السورية", IRAQ, [("الحدود العراقية السورية", None, "area", "border")]),
    ("سقوط العاصمة الأفغانية", AFGHANISTAN, [("كابل", "AF", "settlement", "capital")]),
    ("دخلوا العاصمة اليمنية صنعاء", YEMEN, [("صنعاء", "YE", "settlement", "name")]),
    ("تظاهروا في العاصمة بغداد", IRAQ, [("العاصمة بغداد", "IQ", "settlement", "name")]),
]

SITES = [
    ("تظاهروا في ساحة النور بطرابلس", ("LB",), [("ساحة النور", "LB", "area", "head+name"), ("طرابلس", "LB")]),
    ("انفجار قرب دوار مجلس الأمة", ("KW",), [("دوار مجلس الأمة", "KW", "area", "relation")]),
    ("قصف مقر اللواء 52 في درعا", SYRIA, [("مقر اللواء 52", "SY", "area"), ("درعا", "SY", "settlement")]),
    ("هاجموا مقر هيئة الإغاثة العامة", SYRIA, [("مقر هيئة الإغاثة العامة", "SY", "area", "head+name")]),
    ("اقتحموا القصر الجمهوري في عدن", YEMEN, [("القصر الجمهوري", "YE", "area", "building"), ("عدن", "YE")]),
    ("احتفلوا في ملعب الجوهرة أمس", ("SA",), [("ملعب الجوهرة", "SA", "area", "head+name")]),
    ("زاروا مقام السيدة رقية في دمشق", SYRIA, [("مقام السيدة رقية", "SY", "area"), ("دمشق", "SY")]),
    ("هدموا مسجد الإمام الشافعي ليلا", YEMEN, [("مسجد الإمام الشافعي", "YE", "area", "head+name")]),
    ("حريق في محمية الشومري الطبيعية", ("JO",), [("محمية الشومري الطبيعية", "JO", "area", "head+name")]),
    ("اقتحموا مسرح الحمراء", ("TN",), [("مسرح الحمراء", "TN", "area", "head+name")]),
    ("استعادوا حقول الخراطة الأربعاء", SYRIA, [("حقول الخراطة", "SY", "area", "head+name")]),
    ("فككوا حقول ألغام واسعة", SYRIA, []),
    ("خرجت الأموال من سوق السندات", ("EG",), []),
    ("تمركزوا على تلة العزية والجبين", ("LB",), [("تلة العزية", "LB", "area", "head+name")]),
    ("احتشدوا أمام السفارة التركية", LIBYA, [("السفارة التركية", "LY", "area", "site")]),
    ("خرجوا من القاعدة 305", ("NE", "US"), [("القاعدة 305", "NE", "base", "site")]),
    ("انسحبوا من المدن أمس", IRAQ, [("المدن", "IQ", "area", "site")]),
    ("عادوا إلى القرى الحدودية", ("LB", "IL"), [("القرى الحدودية", "LB", "area", "site")]),
    ("في المناطق المتنازع عليها", IRAQ, [("المناطق المتنازع عليها", "IQ", "area", "site")]),
    ("أخلوا قاعدة النسور غرب الرمادي", IRAQ, [("قاعدة النسور", "IQ", "base", "head+name"), ("الرمادي",)]),
    ("سيطروا على جبل الغراب", ("SA",), [("جبل الغراب", "SA", "area", "head+name")]),
    ("غادروا الضفة الغربية لنهر الدنيبر", ("UA", "RU"), [("الضفة الغربية لنهر الدنيبر", "UA", "area")]),
    ("في الضفة الغربية أمس", ("PS", "IL"), [("الضفة الغربية", "PS", "province", "name")]),
    ("من حدود سوريا", SYRIA, [("حدود سوريا", "SY", "area", "border")]),
]

COUNTRIES = [
    ("قصفت مستشفى الأمل في غزة", ("IQ", "PS"), [("مستشفى الأمل", "PS"), ("غزة", "PS")]),
    ("احتجوا في عمّان ليلا", ("OM", "JO"), [("عمّان", "JO")]),
    ("احتجوا في عُمان ليلا", ("OM", "SA"), [("عُمان", "OM")]),
    ("وصلوا إلى إقليم كردستان", ("US", "IQ"), [("إقليم كردستان", "IQ")]),
    ("دخلوا إقليم كلباجار", ("AM", "AZ"), [("إقليم كلباجار", "AZ")]),
    ("انتشروا قرب معبر الكركرات", ("MA",), [("معبر الكركرات", "EH")]),
    ("تقدموا في شرق أوروبا", ("US",), [("شرق أوروبا", None)]),
    ("انسحبوا من بنين", ("BJ",), [("بنين", "BJ")]),
]

DEFINITES = [
    ("غادروا القاعدة العسكرية أمس", IRAQ, [("القاعدة", "IQ", "definite:base", "definite")]),
    ("دخلوا المدينة من الشرق", SYRIA, [("المدينة", "SY", "definite:settlement", "definite")]),
    ("غادرت القوات البلاد", IRAQ, [("البلاد", "IQ", "definite:country", "definite")]),
    ("انتشروا في المنطقة", ("US", "SY"), [("المنطقة", "SY", "definite:area", "definite")]),
    ("يقاتلون هناك.", SYRIA, [("هناك", "SY", "definite:any", "definite")]),
]

TRAPS = [
    ("أعلن تنظيم القاعدة مسؤوليته", YEMEN),
    ("قتل عناصر من القاعدة", YEMEN),
    ("القاعدة الشعبية للحزب واسعة", IRAQ),
    ("قاعدة بيانات جديدة", IRAQ),
    ("أنشأ قاعدة عسكرية جديدة", IRAQ),
    ("قال القائم بالأعمال", IRAQ),
    ("الوضع القائم لا يحتمل", IRAQ),
    ("السفير القائم بعمله", IRAQ),
    ("بلد آمن ومستقر", IRAQ),
    ("اللون الرمادي غالب", IRAQ),
    ("صور الأقمار تظهر دمارا", ("LB", "SY")),
    ("قال الرئيس الأسد", SYRIA),
    ("من الحكومة إلى البرلمان", YEMEN),
    ("السلام خيار الشعب", YEMEN),
    ("دعا إلى الوحدة والعمل", YEMEN),
    ("فإن القوات ستبقى وأن الهدنة صامدة", ("TR", "FR")),
    ("قال جو بايدن إنه يدعم ذلك", ("US",)),
    ("القوات الأميركية والفرنسية", IRAQ),
    ("قال محمد الموصلي", IRAQ),
    ("فازت قناة الميادين بجائزة", SYRIA),
    ("أنصار حزب الله", ("LB",)),
    ("دعم مالي كبير", ("ML", "FR")),
    ("هناك جنود يقاتلون", SYRIA),
    ("حديثة الصنع", IRAQ),
    ("أسلحة عالية الدقة", ("LB",)),
    ("يوم الخميس المقبل", ("DZ",)),
    ("من العمل إلى الأمل", ("SA",)),
    ("معسكر تدريب للاجئين", SYRIA),
    ("منطقة آمنة خالية من السلاح", SYRIA),
    ("جامعة عربية", ("DZ",)),
    ("عبرت فرقة عسكرية", SYRIA),
    ("يطالبون دوماً بالرحيل", SYRIA),
    ("كتبت نيويورك تايمز", ("US",)),
    ("نحن بصدد الرد", SYRIA),
    ("قال الرئيس باراك أوباما ذلك", ("US", "IR")),
    ("محاولة لكسب الوقت", SYRIA),
    ("اتصل بحركة معارضة", IRAQ),
    ("إحياء أربعينية الراحل", IRAQ),
    ("ضد قواعد داعش", SYRIA),
    ("أعضاء من كتلة الصدر", IRAQ),
    ("وأدى الهجوم إلى مقتل جنديين", IRAQ),
    ("اعتبرها كقاعدة للانطلاق", IRAQ),
    ("ضربوا منفذ الهجوم وسلموه", IRAQ),
    ("في مسجد وقت صلاة العصر", ("PK",)),
    ("مناطق تجمعات ميليشيات مسلحة", SYRIA),
    ("استهدف حاجزا للقوات", SYRIA),
    ("انسحاب القوات السعودية فورا", ("SA", "YE")),
    ("حضر عدنان وبايدن الاجتماع", ("US", "IQ")),
]


@pytest.mark.parametrize(
    ("text", "countries", "places"), NAMES + BASES + HEADS + RELATIONS + SITES + COUNTRIES + DEFINITES
)
def test_places(text: str, countries: tuple[str, ...], places: list[tuple[str | None, ...]]) -> None:
    seen = told(text, countries)
    assert len(seen) == len(places), seen
    assert [s[: len(p)] for s, p in zip(seen, places, strict=True)] == places


@pytest.mark.parametrize(("text", "countries"), TRAPS)
def test_traps(text: str, countries: tuple[str, ...]) -> None:
    assert told(text, countries) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("الوضع القائم", None),
        ("دخلوا مدينة القائم", "مدينة القائم"),
        ("معارك في القائم", "القائم"),
        ("معارك في بلد", "بلد"),
        ("معارك في الرمادي", "الرمادي"),
        ("تفجير في حديثة", "حديثة"),
    ],
)
def test_words_that_are_towns_need_a_preposition_or_a_head(text: str, place: str | None) -> None:
    names = [f.value.name for f in found(text, IRAQ)]
    assert names == ([place] if place else [])


def test_the_span_is_the_name_without_its_proclitic() -> None:
    text = "وصلوا ثم انسحبوا وبالموصل قتلى"
    (place,) = found(text, IRAQ)
    assert text[place.start : place.end] == place.value.name == "الموصل"


def test_marks_on_letters_do_not_move_the_span() -> None:
    text = "انسحبوا من قاعدة القيّارة الجوّية أمس"
    (place,) = found(text, IRAQ)
    assert text[place.start : place.end] == place.value.name == "قاعدة القيّارة الجوّية"
    assert place.value.id == "base:001"


def test_a_town_is_never_passed_off_as_a_base() -> None:
    (place,) = found("قصف قاعدة تلكيف العسكرية", IRAQ)
    assert place.value.precision != "site" or place.value.lat is None


def test_a_site_in_a_town_has_the_towns_point_and_says_so() -> None:
    site, town = found("هاجموا السفارة الفرنسية في نيامي", ("NE",))
    assert (site.value.lat, site.value.lon) == (town.value.lat, town.value.lon)
    assert (site.value.precision, site.value.id) == ("town", None)
    assert site.value.radius_km is not None


def test_a_base_without_coordinates_says_so() -> None:
    (place,) = found("غادروا معسكر الرستمية", IRAQ)
    assert (place.value.lat, place.value.precision) == (None, "unknown")


def test_the_countryside_is_an_area_around_its_town_never_the_town() -> None:
    (place,) = found("معارك في ريف حلب الشمالي", SYRIA)
    (town,) = found("معارك في حلب", SYRIA)
    assert (place.value.kind, place.value.precision, place.value.id) == ("area", "area", None)
    assert place.value.lat is not None and town.value.lat is not None and place.value.lat > town.value.lat
    assert place.value.radius_km is not None and place.value.radius_km >= 20


def test_a_village_of_another_country_lends_only_its_name() -> None:
    (place,) = found("دخلوا قرية الذراع", LIBYA)
    assert (place.value.name, place.value.country, place.value.id) == ("قرية الذراع", "LY", None)


def test_al_qaeda_elsewhere_in_the_article() -> None:
    text = "تبنى تنظيم القاعدة الهجوم.\nوقالت القاعدة إنها ستواصل القتال."
    assert [f.value.name for f in found(text, YEMEN) if f.value.kind.startswith("definite")] == []


def test_places_do_not_overlap_and_run_left_to_right() -> None:
    text = "من قاعدة بلد الجوية شمالي بغداد إلى مطار أربيل الدولي في إقليم كردستان شمال العراق"
    spans = [(f.start, f.end) for f in found(text, IRAQ)]
    assert len(spans) == 5
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
