"""What decided for a place, and the namesakes that it was preferred to."""

import pytest

from marsad.arabic import sentences
from marsad.records import Place
from marsad.where import find_places


def first(text: str, countries: tuple[str, ...]) -> Place:
    (sentence,) = sentences(text)
    return find_places(sentence, countries)[0].value


def test_the_article_decides_between_namesakes() -> None:
    libya, lebanon = first("هدوء في طرابلس", ("LY",)), first("هدوء في طرابلس", ("LB",))
    assert (libya.country, lebanon.country) == ("LY", "LB")
    assert (libya.id, lebanon.id) == (
        lebanon.beaten[0].id,
        next(c.id for c in libya.beaten if c.country == "LB"),
    )
    assert next(c.why for c in libya.beaten if c.country == "LB") == "country not in the article"


def test_a_town_beats_the_governorate_named_after_it() -> None:
    place = first("وصل إلى الموصل", ("IQ",))
    province = next(c for c in place.beaten if c.precision == "province")
    assert place.precision == "town"
    assert province.why in ("administrative area without the word", "seldom meant, or far from the others")


def test_the_word_governorate_decides_for_it() -> None:
    place = first("في محافظة حلب", ("SY",))
    assert (place.precision, place.why) == ("province", "kind of place")
    assert "town" in {c.precision for c in place.beaten}


def test_an_adjective_of_nationality_decides() -> None:
    place = first("قصف على طرابلس الليبية", ("LB", "SY"))
    assert (place.country, place.why) == ("LY", "country of the adjective")
    assert place.beaten[0].why == "the adjective names another country"


def test_the_prior_decides_where_no_country_is_named() -> None:
    place = first("هدوء في ربيعة", ())
    assert place.country == "IQ"
    assert {c.country for c in place.beaten} >= {"SY"}


@pytest.mark.parametrize(
    "text", ["هدوء في السليمانية", "هدوء في القائم", "هدوء في الخالدية", "قصف رأس العين"]
)
def test_the_beaten_are_at_most_five_and_the_likeliest_come_first(text: str) -> None:
    place = first(text, ("IQ", "SY"))
    scores = [c.score for c in place.beaten]
    assert 1 <= len(scores) <= 5
    assert scores == sorted(scores, reverse=True)
    assert place.id not in {c.id for c in place.beaten}
    assert all(c.name and c.why for c in place.beaten)


def test_neighbours_in_the_sentence_decide() -> None:
    (sentence,) = sentences("قصف على الطبقة ثم المنصورة")
    raqqa = find_places(sentence, ("SY",))[-1].value
    assert raqqa.lat == pytest.approx(35.85, abs=0.3)
    assert raqqa.lon == pytest.approx(38.75, abs=0.3)


def test_a_name_of_one_place_beats_nobody() -> None:
    place = first("هدوء في مقديشو", ("SO",))
    assert (place.why, place.beaten) == ("no other place has the name", ())


def test_the_canonical_name_comes_along() -> None:
    place = first("انسحبوا من كوباني", ("SY",))
    assert (place.name, place.canonical) == ("كوباني", "عين العرب")


def test_every_place_with_an_id_says_why() -> None:
    text = "من قاعدة بلد الجوية شمالي بغداد إلى مطار أربيل الدولي ثم مدينة الموصل والعاصمة اليمنية"
    (sentence,) = sentences(text)
    assert all(f.value.why for f in find_places(sentence, ("IQ",)) if f.value.id)
