"""People and organisations that no table lists: phrase → the words read, the name, the code, the kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import sentences
from marsad.records import Actor, Found
from marsad.who import find_names, resolve


def read(text: str, countries: tuple[str, ...] = ()) -> list[Found[Actor]]:
    """The article's mentions as the room of entities reads them: each sentence knows those before."""
    before: list[Found[Actor]] = []
    for sentence in sentences(text):
        for found in find_names(sentence, before):
            known = resolve(found, before, countries)
            if known is not None:
                before.append(known)
    return before


def words(text: str, found: Found[Actor]) -> str:
    return text[found.start : found.end]


# text, the words of the span, the name, the code
PEOPLE = [
    (
        "قال المتحدث باسم القوات الدنماركية العقيد هنريك ستيفنسن إن المهمة مستمرة",
        "المتحدث باسم القوات الدنماركية العقيد هنريك ستيفنسن",
        "هنريك ستيفنسن",
        "DNK",
    ),
    (
        "وصل وزير الدفاع الإيطالي غويدو بونتيشيلي إلى الكويت",
        "وزير الدفاع الإيطالي غويدو بونتيشيلي",
        "غويدو بونتيشيلي",
        "ITA",
    ),
    (
        "التقى رئيس الوزراء العراقي عادل المنصوري الوفد",
        "رئيس الوزراء العراقي عادل المنصوري",
        "عادل المنصوري",
        "IRQ",
    ),
    ("زار المبعوث الأممي هانس بيرغدورف عدن", "المبعوث الأممي هانس بيرغدورف", "هانس بيرغدورف", "UN"),
    ("قال النائب حسن العزي إن الجلسة أجلت", "النائب حسن العزي", "حسن العزي", "حسن العزي"),
    (
        "قالت النائبة سهى البزري عن كتلة الوفاق إن الجلسة أجلت",
        "النائبة سهى البزري",
        "سهى البزري",
        "كتلة الوفاق",
    ),
    ("أكد الشيخ أبو همام المعلاوي ذلك", "الشيخ أبو همام المعلاوي", "أبو همام المعلاوي", "أبو همام المعلاوي"),
    ("رأى الدكتور أحمد الزويلي أن", "الدكتور أحمد الزويلي", "أحمد الزويلي", "أحمد الزويلي"),
    ("شكر السيد كورنيليوس الحاضرين", "السيد كورنيليوس", "كورنيليوس", "كورنيليوس"),
    ("وللعقيد فالنتين رأي آخر", "عقيد فالنتين", "فالنتين", "فالنتين"),
    (
        "قال مدير منظمة الصحة العالمية تيدروس غيبرسلاسي إن الوباء ينحسر",
        "مدير منظمة الصحة العالمية تيدروس غيبرسلاسي",
        "تيدروس غيبرسلاسي",
        "UN",
    ),
    (
        "عين اللواء الركن سمير الدليمي قائدا",
        "اللواء الركن سمير الدليمي",
        "سمير الدليمي",
        "سمير الدليمي",
    ),
    (
        "ذكر الناطق الرسمي باسم الشرطة الأردنية عامر السرطاوي أن",
        "الناطق الرسمي باسم الشرطة الأردنية عامر السرطاوي",
        "عامر السرطاوي",
        "JOR",
    ),
    ("قال ماكليلاند إن الاتفاق قريب", "ماكليلاند", "ماكليلاند", "ماكليلاند"),
    ("قالت ماريا فيرنانديز إن الاتفاق قريب", "ماريا فيرنانديز", "ماريا فيرنانديز", "ماريا فيرنانديز"),
    ("برفقة محمد بن راشد النعيمي", "محمد بن راشد النعيمي", "محمد بن راشد النعيمي", "محمد بن راشد النعيمي"),
    ("ولمحمد الطرابيشي رأي", "محمد الطرابيشي", "محمد الطرابيشي", "محمد الطرابيشي"),
    ("كتب لويس فان دير بيرغ مقالا", "لويس فان دير بيرغ", "لويس فان دير بيرغ", "لويس فان دير بيرغ"),
    ("انتخب كارلوس دي أليمان رئيسا", "كارلوس دي أليمان", "كارلوس دي أليمان", "كارلوس دي أليمان"),
    ("هنأ الملك كارل السادس الفريق", "الملك كارل السادس", "كارل السادس", "كارل السادس"),
    ("حضر عبد الرؤوف البنداري الجلسة", "عبد الرؤوف البنداري", "عبد الرؤوف البنداري", "عبد الرؤوف البنداري"),
    ("اتهم كمال يلديز أوغلو خصومه", "كمال يلديز أوغلو", "كمال يلديز أوغلو", "كمال يلديز أوغلو"),
    ("قائد الشرطة، العميد نزار الخطاب، أعلن", "العميد نزار الخطاب", "نزار الخطاب", "نزار الخطاب"),
]


@pytest.mark.parametrize(("text", "phrase", "name", "code"), PEOPLE, ids=lambda v: str(v)[:30])
def test_people(text: str, phrase: str, name: str, code: str) -> None:
    found = [f for f in read(text) if f.value.kind == "person"]
    assert [(words(text, f), f.value.name, f.value.code) for f in found][-1:] == [(phrase, name, code)] or [
        (words(text, f).endswith(phrase), f.value.name, f.value.code) for f in found
    ] == [(True, name, code)]


NOBODY = [
    "اتفق الطرفان على وقف النار",
    "الرئيس المنتهية ولايته",
    "وجه الرئيس الأميركي رسالة",
    "قال مصدر مطلع إن الأمر انتهى",
    "ذكر موقع إخباري أن الوزير استقال",
    "أمل العودة إلى الديار",
    "يزيد عدد النازحين على مليون",
    "عاد الفريق الطبي من المعسكر",
    "أبدى القاضي استعداده للتنحي",
    "اللواء السابع والفرقة الثالثة",
    "لا يحمل أحد سلاحا",
    "فوزي صلوخ لا شك",
]


@pytest.mark.parametrize("text", NOBODY, ids=lambda v: v[:30])
def test_no_person(text: str) -> None:
    found = [f for f in read(text) if f.rule.startswith("person") and f.value.code == f.value.name]
    assert [f.value.name for f in found if f.value.name != "فوزي صلوخ"] == []


BODIES = [
    ("فاز حزب الإنصاف والتجديد بالأغلبية", "حزب الإنصاف والتجديد", "حزب الإنصاف والتجديد", "group"),
    ("دعت منظمة محامون بلا قيود إلى تحقيق", None, None, None),
    ("أوقفت شركة نفط البصرة الضخ", "شركة نفط البصرة", "شركة نفط البصرة", "body"),
    ("نشرت صحيفة «الأفق الجديد» التقرير", "صحيفة «الأفق الجديد»", "صحيفة الأفق الجديد", "body"),
    ("نقلت وكالة إنترناسيونال برس عن شهود", "وكالة إنترناسيونال برس", "وكالة إنترناسيونال برس", "body"),
    ("رفع البنك المركزي الأردني الفائدة", "البنك المركزي الأردني", "JOR", "body"),
    ("قررت الهيئة العليا للانتخابات التأجيل", "الهيئة العليا للانتخابات", "الهيئة العليا للانتخابات", "body"),
    (
        "أصدرت اللجنة الوطنية لحقوق الإنسان بيانا",
        "اللجنة الوطنية لحقوق الإنسان",
        "اللجنة الوطنية لحقوق الإنسان",
        "body",
    ),
    ("تظاهر طلاب جامعة الموصل", "جامعة الموصل", "جامعة الموصل", "body"),
    ("نفت وزارة الصحة والسكان المصرية الخبر", "وزارة الصحة والسكان المصرية", "EGY", "body"),
    ("قضت محكمة الجنايات الكويتية بالسجن", "محكمة الجنايات الكويتية", "KWT", "body"),
    ("خسر نادي الفيصلي اللقب", "نادي الفيصلي", "نادي الفيصلي", "body"),
    ("أيدت كتلة الإصلاح القانون", "كتلة الإصلاح", "كتلة الإصلاح", "group"),
    ("ذكر موقع «ديفنس ريبورت» أن", "موقع «ديفنس ريبورت»", "موقع ديفنس ريبورت", "body"),
    ("الشركة المصنعة أعلنت", None, None, None),
    ("حدد موقع الانفجار", None, None, None),
    ("اختار المجلس الجديد", None, None, None),
    ("تعطلت حركة المرور", None, None, None),
    ("رفضت الحركة الاعتراف بالنتائج", None, None, None),
    ("شركة فرنسية للنقل", None, None, None),
]


@pytest.mark.parametrize(("text", "phrase", "code", "kind"), BODIES, ids=lambda v: str(v)[:30])
def test_organisations(text: str, phrase: str | None, code: str | None, kind: str | None) -> None:
    found = [f for f in read(text, ("XX",)) if f.rule.startswith("body")]
    expected = [] if phrase is None else [(phrase, code, kind)]
    assert [(words(text, f), f.value.code, f.value.kind) for f in found] == expected


AGAIN = [
    (
        "قال المتحدث باسم التحالف الدولي العقيد فيليب أندرسون إن القاعدة سلمت. وأضاف أندرسون أنه راض.",
        "أندرسون",
        "COALITION",
        "المتحدث باسم التحالف الدولي العقيد فيليب أندرسون",
    ),
    (
        "حذر وزير الخارجية المجري بيتر سيارتو من التصعيد. وبحسب سيارتو فإن الوضع خطير.",
        "سيارتو",
        "HUN",
        "وزير الخارجية المجري بيتر سيارتو",
    ),
    (
        "وصل يورغن غوتفريد إلى عدن. وغادر جوتفريد مساء.",
        "جوتفريد",
        "يورغن غوتفريد",
        "يورغن غوتفريد",
    ),
    (
        "استقبل هانس كروغر الوفد. وشكر هانز كروجر الحاضرين.",
        "هانز كروجر",
        "هانس كروغر",
        "هانس كروغر",
    ),
]


@pytest.mark.parametrize(("text", "phrase", "code", "antecedent"), AGAIN, ids=lambda v: str(v)[:20])
def test_a_name_given_before(text: str, phrase: str, code: str, antecedent: str) -> None:
    found = [f for f in read(text) if f.value.kind == "person"][-1]
    assert (words(text, found), found.value.code) == (phrase, code)
    assert [text[s.start : s.end] for s in found.spans[1:]] == [antecedent]


def test_two_people_of_one_family_stay_two() -> None:
    text = "التقى بيتر هوفمان نظيره توماس هوفمان."
    codes = [f.value.code for f in read(text) if f.value.kind == "person"]
    assert codes == ["بيتر هوفمان", "توماس هوفمان"]


CAPITALS = [
    ("أعلنت باريس تعليق المهمة", ["باريس"]),
    ("باريس تعلق المهمة", ["باريس"]),
    ("طلبت بغداد من واشنطن تسليم القاعدة", ["بغداد", "واشنطن"]),
    ("تجري مفاوضات بين أنقرة وموسكو", ["أنقرة", "موسكو"]),
    ("قرار لندن سحب الجنود", ["لندن"]),
    ("حلفاء طهران في المنطقة", ["طهران"]),
    ("وصل إلى باريس وفد عسكري", []),
    ("وقع انفجار في بغداد", []),
    ("أغلق مطار بغداد أمام الرحلات", []),
    ("عاد من طهران إلى دمشق", []),
    ("بغداد - مراسلنا", []),
    ("سكان دمشق يشكون الغلاء", []),
    ("تظاهر المئات وسط لندن", []),
]


@pytest.mark.parametrize(("text", "capitals"), CAPITALS, ids=lambda v: str(v)[:30])
def test_a_capital_is_a_party_only_where_it_acts(text: str, capitals: list[str]) -> None:
    assert [words(text, f) for f in read(text) if f.value.kind == "capital"] == capitals


def test_an_empty_sentence() -> None:
    assert read("") == [] and read("،") == []


BACK = [
    ("التقى وفد العراق وفد فرنسا. واتفق الجانبان على الجلاء", "الجانبان", ["FRA", "IRQ"]),
    ("وقعت تركيا وقطر اتفاقا. وسيتعاون البلدان", "البلدان", ["QAT", "TUR"]),
    (
        "اشتبك الحوثيون مع الجيش السعودي. وأعلن الطرفان هدنة. وخرق الطرفان الهدنة",
        "الطرفان",
        ["SAU", "HOUTHIS"],
    ),
    (
        "قال المتحدث باسم الجيش الأردني العقيد وضاح فريحات إن الحدود آمنة. وأضاف المتحدث أن التعزيزات وصلت",
        "المتحدث",
        ["JOR"],
    ),
    ("أكدت المستشارة الألمانية هيلغا براندت أن جنود بلادها باقون", "جنود بلادها", ["DEU"]),
    ("أشاد التحالف الدولي بالقوات. وقال الوزير البلجيكي إن طائرات بلاده عادت", "طائرات بلاده", ["BEL"]),
    ("غادرت القوات الأجنبية. وانتشرت قوات الحكومة", "قوات الحكومة", []),
]


@pytest.mark.parametrize(("text", "phrase", "codes"), BACK, ids=lambda v: str(v)[:30])
def test_who_is_referred_to(text: str, phrase: str, codes: list[str]) -> None:
    found = [f for f in read(text) if words(text, f) == phrase]
    assert [f.value.code for f in found][-2:] == codes
    assert all(len(f.spans) == 2 for f in found)


def test_the_role_is_told_from_the_name() -> None:
    actor = read("وصل وزير الدفاع البولندي ماريوش كوفالسكي")[0].value
    assert (actor.role, actor.name, actor.code) == ("وزير الدفاع البولندي", "ماريوش كوفالسكي", "POL")


@given(
    st.lists(
        st.sampled_from(
            [*"ابتلويكفسمنه", "ال", "لل", "عبد", "أبو", "الرئيس", "قال", "محمد", "،", "«", "-", " "]
        ),
        max_size=30,
    )
)
def test_no_text_is_too_strange(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in read(text + ". " + text):
        assert 0 <= found.start < found.end <= 2 * len(text) + 2


def test_a_sentence_may_end_with_the_state() -> None:
    assert [found.value.name for found in read("أعلنت الدولة", ("KW",))] == ["الدولة"]
