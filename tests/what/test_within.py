"""What an article makes certain: own short articles in, places inherited and events labelled out."""

from datetime import date

import pytest

from marsad.article import bare_article
from marsad.records import EventMention
from marsad.what import code_article

PUBLISHED = date(2020, 3, 26)


def code(text: str) -> tuple[EventMention, ...]:
    return code_article(bare_article("own", text, PUBLISHED))


ARTICLES = {
    "the headline takes the base from the body, the base named before is the base": (
        "التحالف ينهي انسحابه من القاعدة\n\n"
        "انسحبت قوات التحالف من قاعدة القيارة جنوبي الموصل. "
        "وتسلمت القوات العراقية القاعدة بعد ساعات.",
        ["قاعدة القيارة", "قاعدة القيارة", "قاعدة القيارة"],
    ),
    "the base that was left, not the one gone to": (
        "انسحبت القوات الأميركية من قاعدة القيارة إلى قاعدة عين الأسد. "
        "وتسلم الجيش العراقي القاعدة في المساء.",
        ["قاعدة القيارة", "قاعدة القيارة"],
    ),
    "the country is the story's, not the last one named": (
        "القوات الأجنبية في العراق\n\n"
        "قال مسؤول عراقي إن العراق اتفق مع ألمانيا على تدريب الجيش. "
        "وأضاف أن القوات الأجنبية ستغادر البلاد هذا العام.",
        ["العراق"],
    ),
    "a later attack keeps its own town": (
        "قتلى في هجوم في حلب\n\n"
        "شن مسلحون هجوما على حاجز للجيش في حلب. "
        "وأسفر الهجوم عن مقتل خمسة جنود. وفي درعا، قصفت المدفعية أحياء سكنية.",
        ["حلب", "حلب", "حلب", "درعا"],
    ),
    "nobody withdraws from home": (
        "فرنسا تسحب جنودها\n\nأعلنت باريس أن الجنود الفرنسيين سيغادرون النيجر خلال أشهر.",
        ["النيجر", "النيجر"],
    ),
    "who has left a base and is to leave further leaves the country": (
        "التحالف يخلي قاعدة القيارة\n\n"
        "أخلت قوات التحالف الدولي قاعدة القيارة في العراق أمس. "
        "ومن المقرر أن ترحل بقية القوات العام المقبل.",
        ["قاعدة القيارة", "قاعدة القيارة", "العراق"],
    ),
    "over a border from a country": (
        "عبر آخر رتل من القوات الأميركية الحدود العراقية إلى الكويت.",
        ["العراق"],
    ),
    "a movement inherits no border but its country": (
        "بدأت القوات الأميركية الانسحاب من حدود سوريا. وندد نواب بانسحاب القوات الأميركية.",
        ["حدود سوريا", "سوريا"],
    ),
    "a definite noun points to a name with the same noun": (
        "تسلم الجيش السوري معبر نصيب من الأردن ودخل مدينة درعا. ثم أخلى الجيش السوري المعبر.",
        ["معبر نصيب", "مدينة درعا", "معبر نصيب"],
    ),
    "the attack told with its country is at the site told before": (
        "قتلى في هجوم على قاعدة بلد الجوية\n\n"
        "استهدف هجوم بطائرات مسيرة قاعدة بلد الجوية شمالي بغداد فجر اليوم. "
        "ويعد الهجوم الثالث ضد القوات الأجنبية في العراق هذا الشهر.",
        ["قاعدة بلد الجوية", "قاعدة بلد الجوية", "قاعدة بلد الجوية"],
    ),
    "a base has the fullest form of its name": (
        "تسليم قاعدة بلد\n\nسلمت القوات الأميركية قاعدة بلد الجوية إلى الجيش العراقي.",
        ["قاعدة بلد الجوية", "قاعدة بلد الجوية"],
    ),
    "the lands of a country that is named are the country": (
        "دعا البرلمان في ليبيا إلى انسحاب القوات التركية من الأراضي الليبية. "
        "وأضاف أن القوات التركية وصلت إلى ليبيا قبل عامين.",
        ["ليبيا", "ليبيا"],
    ),
    "the north of the country that the story is about": (
        "تشهد ليبيا توترا منذ أيام. ونشر الجيش الليبي ثلاثمئة جندي في جنوبي البلاد.",
        ["جنوبي ليبيا"],
    ),
    "where forces go to, a country is its own army's place too": (
        "بريطانيا تدرب الجيش الليبي\n\n"
        "قال مسؤول في ليبيا إن بريطانيا وإيطاليا تعهدتا بإرسال مدربين لتدريب الجيش الليبي.",
        ["ليبيا"],
    ),
    "an exercise is not stopped in the country that it is about": (
        "واشنطن وطوكيو تعلقان مناوراتهما العسكرية\n\n"
        "أعلنت الولايات المتحدة تعليق مناوراتها العسكرية مع اليابان بطلب من كوريا الشمالية. "
        "وقالت كوريا الشمالية إن قرار كوريا الشمالية مرهون بذلك.",
        [None, None],
    ),
    "a mission is stopped in the story's country": (
        "تعليق تدريب القوات العراقية\n\n"
        "علق التحالف الدولي تدريب القوات العراقية. وقتل جندي في هجوم قرب أربيل.",
        ["العراق", "العراق", "أربيل"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_places_that_the_story_makes_certain(text: str, expected: list[str]) -> None:
    assert [m.place.value.name if m.place else None for m in code(text)] == expected


SIDES = {
    "the actor's own": ("الجزائر تنشر ثلاثة آلاف جندي على الحدود الليبية.", "DZ"),
    "of a border with another": ("سحبت تونس مئات الجنود من الحدود مع ليبيا.", "TN"),
    "of who only comes there": ("نشرت الولايات المتحدة مئتي جندي على الحدود السورية.", "SY"),
}


@pytest.mark.parametrize(("text", "country"), SIDES.values(), ids=SIDES)
def test_the_side_of_a_border(text: str, country: str) -> None:
    (mention,) = code(text)
    assert mention.place is not None and mention.place.value.country == country


def test_what_is_inherited_says_so() -> None:
    headline, told, *_ = code(ARTICLES["nobody withdraws from home"][0])
    assert headline.place is not None and headline.place.rule.startswith("inherited:")
    assert told.place is not None and not told.place.rule.startswith("inherited:")


def test_without_a_place_there_is_no_role() -> None:
    (mention,) = code("اندلعت اشتباكات عنيفة بين مسلحين.")
    assert (mention.place, mention.place_role) == (None, None)


EVENTS = {
    "headline, lead and a later verbal noun are one event": (
        "القوات الأميركية تستعد للانسحاب\n\n"
        "أعلن البنتاغون أن القوات الأميركية ستنسحب من مطار كركوك. وبدأ انسحاب القوات الخميس.",
        ["e1", "e1", "e1"],
    ),
    "the attack is the one told before, another town another event": (
        ARTICLES["a later attack keeps its own town"][0],
        ["e1", "e1", "e1", "e2"],
    ),
    "what is only meant after what was done is another one": (
        "أخلت قوات التحالف الدولي قاعدة القيارة أمس. ومن المقرر أن ترحل بقية القوات العام المقبل.",
        ["e1", "e2"],
    ),
    "types never share an event": (
        "أخلت القوات الأميركية قاعدة القيارة وسلمت القاعدة إلى الجيش العراقي.",
        ["e1", "e2"],
    ),
    "another army's withdrawal elsewhere is another event": (
        "انسحبت القوات الفرنسية من النيجر في ديسمبر. وانسحبت القوات الأميركية من أفغانستان في أغسطس.",
        ["e1", "e2"],
    ),
    "a word says that it is another one": (
        "قتل جنديان في هجوم على مركز للشرطة في بنغازي الاثنين. ونفذ مسلحون هجوما آخر على المركز.",
        ["e1", "e2"],
    ),
    "what is joined in one sentence is another one": (
        "سحبت فرنسا جنودها من غاو وسحبت طائراتها من نيامي.",
        ["e1", "e2"],
    ),
    "what was told before is the same in another sentence": (
        "سحبت فرنسا جنودها من غاو الاثنين. وجاء سحب الجنود من غاو بطلب من باماكو.",
        ["e1", "e1"],
    ),
    "other casualties, another attack": (
        "قتل خمسة جنود في انفجار في بغداد. وفي البصرة، قتل تسعة مدنيين في تفجير سيارة مفخخة.",
        ["e1", "e2"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), EVENTS.values(), ids=EVENTS)
def test_mentions_of_one_event_share_a_label(text: str, expected: list[str]) -> None:
    assert [m.event for m in code(text)] == expected
