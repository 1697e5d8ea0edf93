"""What a definite noun stands for: own sentences in, the antecedent and both spans out."""

import pytest

from marsad.arabic import sentences
from marsad.records import Found, Place
from marsad.where import find_places, resolve_place, setting


def resolved(text: str) -> list[Found[Place]]:
    """The places of a text in their order, each definite noun with what it stands for."""
    known: list[Found[Place]] = []
    for sentence in sentences(text):
        for found in find_places(sentence, setting(text)):
            answer = resolve_place(found, known, setting(text))
            known += [answer] if answer else []
    return known


CASES = {
    "the base": (
        "وصل الوفد إلى قاعدة بلد الجوية قرب سامراء. وتضم القاعدة مدرجين.",
        ("القاعدة", "قاعدة بلد الجوية", "قاعدة بلد الجوية"),
    ),
    "the airport": (
        "أغلق مطار معيتيقة أمس. واستأنف المطار رحلاته صباحا.",
        ("المطار", "مطار معيتيقة", "مطار معيتيقة"),
    ),
    "the city, not the country named last": (
        "زار الوزير مدينة بنغازي في ليبيا. وعاد من المدينة مساء.",
        ("المدينة", "مدينة بنغازي", "مدينة بنغازي"),
    ),
    "the country": (
        "تشهد ليبيا هدوءا حذرا. وقال مسؤولون إن البلاد تستعد للانتخابات.",
        ("البلاد", "ليبيا", "ليبيا"),
    ),
    "the country that only an adjective told": (
        "قالت الحكومة الليبية إن البلاد تستعد للانتخابات.",
        ("البلاد", "ليبيا", None),
    ),
    "the capital that was named": (
        "اندلعت احتجاجات في طرابلس غربي ليبيا. وانتشرت الشرطة في العاصمة.",
        ("العاصمة", "طرابلس", "طرابلس"),
    ),
    "the capital of the country": (
        "اندلعت احتجاجات في ليبيا. وانتشرت الشرطة في العاصمة.",
        ("العاصمة", "طرابلس", None),
    ),
    "the town, not the capital that acts": (
        "دخل المسلحون بلدة جلولاء. ونفت بغداد النبأ. وانسحب المسلحون من المدينة.",
        ("المدينة", "بلدة جلولاء", "بلدة جلولاء"),
    ),
    "the strip that nobody named": (
        "دخلت شاحنات إلى خان يونس ورفح. وبقيت أخرى خارج القطاع.",
        ("القطاع", "قطاع غزة", None),
    ),
    "whose quarters they are": (
        "دخل الجيش مدينة تدمر. وقصفت الطائرات أحياء المدينة.",
        ("المدينة", "مدينة تدمر", "مدينة تدمر"),
    ),
    "the district": (
        "أعلن الجيش دخول قضاء سنجار. وعاد النازحون إلى القضاء.",
        ("القضاء", "قضاء سنجار", "قضاء سنجار"),
    ),
    "there": (
        "توجه المراقبون إلى مدينة سبها. ويبقون هناك.",
        ("هناك", "مدينة سبها", "مدينة سبها"),
    ),
    "there, in a country": (
        "أرسلت إيطاليا مدربين إلى العراق. وسيبقون هناك.",
        ("هناك", "العراق", "العراق"),
    ),
    "a part of the country": (
        "تشهد ليبيا هدوءا حذرا. وسجلت هزة في شرقي البلاد.",
        ("شرقي البلاد", "شرقي ليبيا", "ليبيا"),
    ),
    "the noun that stood for the name has the name's span too": (
        "وصل الوفد إلى قاعدة بلد الجوية. وتضم القاعدة مدرجين. وغادر القاعدة مساء.",
        ("القاعدة", "قاعدة بلد الجوية", "قاعدة بلد الجوية"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_definite_noun_takes_its_antecedent(text: str, expected: tuple[str, str, str | None]) -> None:
    noun, name, antecedent = expected
    answer = resolved(text)[-1]
    words = [text[span.start : span.end] for span in answer.spans]
    assert (answer.value.name, words) == (name, [noun] if antecedent is None else [noun, antecedent])


def test_nothing_said_before_no_place() -> None:
    assert resolved("وصلت القوات إلى القاعدة.") == []


def test_a_place_that_needs_no_context_comes_back_as_it_is() -> None:
    (found,) = resolved("عاد الوفد من بنغازي.")
    assert resolve_place(found, (), ()) is found
