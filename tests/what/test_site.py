"""Where it happens: one own sentence in, the place of each event out (codebook, sections 3 and 5)."""

from datetime import date

import pytest

from marsad.article import bare_article
from marsad.what import code_article

PUBLISHED = date(2020, 3, 26)


def places(text: str) -> list[tuple[str, str | None, str | None]]:
    """Trigger, place name and role of each mention."""
    mentions = code_article(bare_article("own", text, PUBLISHED))
    return [
        (text[m.trigger.start : m.trigger.end], m.place and m.place.value.name, m.place_role)
        for m in mentions
    ]


CASES = {
    "where men come from is not where they leave": (
        "سحبت جماعة الحوثي مقاتليها المنتمين لمحافظة صعدة من جبهة حيس.",
        [("سحبت", "جبهة حيس", "from")],
    ),
    "a field of operations has no name": (
        "أرسلت إسبانيا مئتي جندي إلى ساحة العمليات العسكرية بأفغانستان.",
        [("أرسلت", "أفغانستان", "to")],
    ),
    "where a party's forces are": (
        "تدرس الإدارة خفض حجم القوات الأميركية في العراق، وزيادتها في أفغانستان.",
        [("خفض", "العراق", "from"), ("وزيادتها", "أفغانستان", "to")],
    ),
    "the preposition of the role: from": (
        "انسحبت القوات الأميركية من قاعدة القيارة إلى قاعدة عين الأسد.",
        [("انسحبت", "قاعدة القيارة", "from")],
    ),
    "the preposition of the role: to": (
        "أرسلت بريطانيا مئتي جندي من قبرص إلى البصرة.",
        [("أرسلت", "البصرة", "to")],
    ),
    "the ب of بغداد is no preposition": (
        "انسحب الجنود الفرنسيون من بغداد الأحد.",
        [("انسحب", "بغداد", "from")],
    ),
    "the first of a list": (
        "استهدفت غارات بلدتي ياطر وبيت ليف جنوبي لبنان.",
        [("غارات", "ياطر", "at")],
    ),
    "the town, not the country that holds it": (
        "سيطر تنظيم داعش على مدينة الموصل في العراق.",
        [("سيطر", "مدينة الموصل", "at")],
    ),
    "the place of the party that is hit": (
        "قصفت طائرات التحالف مواقع الحوثيين في صعدة.",
        [("قصفت", "صعدة", "at")],
    ),
    "the site, not the town that holds it": (
        "هاجم مسلحون مقر اللواء 52 في درعا.",
        [("هاجم", "مقر اللواء 52", "at")],
    ),
    "an embassy that is only faced leaves the place to its town": (
        "خرجت في صنعاء مظاهرة أمام السفارة الروسية.",
        [("مظاهرة", "صنعاء", "at")],
    ),
    "what the verbal noun takes, not who is asked": (
        "طلبت الحكومة من واشنطن إخلاء قاعدة حرير.",
        [("إخلاء", "قاعدة حرير", "from")],
    ),
    "where the demand is made is no place of a movement": (
        "طالبت أحزاب في باماكو بسحب الجنود الفرنسيين من مالي.",
        [("بسحب", "مالي", "from")],
    ),
    "who leads is no place": (
        "هاجمت قوات بقيادة روسيا مدينة خاركيف.",
        [("هاجمت", "مدينة خاركيف", "at")],
    ),
    "a capital that speaks is no place": (
        "أعلنت واشنطن سحب مئات الجنود من سوريا.",
        [("سحب", "سوريا", "from")],
    ),
    "where somebody spoke is no place": (
        "وفي لندن، قال وزير الدفاع إن بلاده ستسحب جنودها من البصرة.",
        [("ستسحب", "البصرة", "from")],
    ),
    "the object of leaving": ("غادرت القوات البريطانية العراق.", [("غادرت", "العراق", "from")]),
    "the subject of a verb is no place": (
        "قصفت إسرائيل مواقع عسكرية في دمشق.",
        [("قصفت", "دمشق", "at")],
    ),
    "the target, not the launch place": (
        "أطلق الحوثيون صواريخ من صعدة على نجران.",
        [("أطلق", "نجران", "at")],
    ),
    "the witness of an attack": (
        "شهدت بغداد تفجيرات عنيفة أوقعت عشرة قتلى.",
        [("تفجيرات", "بغداد", "at")],
    ),
    "a headline's attacks own their place": (
        "هجمات مقديشو توقع عشرات القتلى",
        [("هجمات", "مقديشو", "at")],
    ),
    "a pronoun takes the place up": (
        "دخل الجنود مدينة تكريت ثم انسحبوا منها مساء.",
        [("دخل", "مدينة تكريت", "to"), ("انسحبوا", "مدينة تكريت", "from")],
    ),
    "a definite noun names what its clause is about": (
        "وصلت التعزيزات إلى مدينة درنة. وقصفت طائرات حربية مواقع المسلحين في المدينة بعد لقاء في القاهرة.",
        [("وصلت", "مدينة درنة", "to"), ("وقصفت", "مدينة درنة", "at")],
    ),
    "where a conference was held is no place of what was said there": (
        "أعلن الوزير خلال مؤتمر صحفي في الدوحة سحب كل الجنود البريطانيين من البصرة.",
        [("سحب", "البصرة", "from")],
    ),
    "what is freed is the place, not its own liberator": (
        "أكد قائد ميداني أن المعركة ستنتهي بتحرير الحديدة من الحوثيين.",
        [("بتحرير", "الحديدة", "at")],
    ),
    "who must leave is no place": (
        "قال نواب إن على فرنسا سحب جنودها من تشاد.",
        [("سحب", "تشاد", "from")],
    ),
    "forces flow onto a country": (
        "قال مسؤول محلي إن مئات المقاتلين الأجانب يتدفقون على ليبيا.",
        [("يتدفقون", "ليبيا", "to")],
    ),
    "the witness before its verb": (
        "وكانت المنامة قد شهدت أمس مظاهرة حاشدة.",
        [("مظاهرة", "المنامة", "at")],
    ),
    "the place of a count before its verb": (
        "وقال الوزير إن عدد الجنود الأميركيين في سوريا يبلغ ألفي جندي.",
        [("يبلغ", "سوريا", "at")],
    ),
    "the quarter before its town": (
        "اندلعت اشتباكات بين الجيش ومسلحين في حي الصابري وسط بنغازي.",
        [("اشتباكات", "حي الصابري", "at")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_the_place_of_an_event_in_its_sentence(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert places(text) == expected
