"""A proposal is taken only as far as the article says so: quotes, words, names of the codebook."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import pytest

from marsad.records import EventMention, Span
from marsad.second.grounding import MOST_PARTIES, Ground, Refused
from tests.second.articles import ARTICLE, BODY, TEXT, TITLE, WITHDRAWAL, article, at, attack, withdrawal

PROTEST: dict[str, Any] = {
    "type": "protest",
    "quote": "وتظاهر عشرات في البصرة",
    "trigger": "وتظاهر",
    "factuality": "happened",
}


def ground(proposal: object, of: Ground | None = None) -> EventMention:
    of = of or Ground(ARTICLE)
    return of.mention(proposal, Span(0, len(of.article.text)))


def reason(proposal: object) -> str:
    with pytest.raises(Refused) as refused:
        ground(proposal)
    return str(refused.value)


def worded(**words: object) -> dict[str, Any]:
    """The withdrawal with other words quoted for some slots."""
    return withdrawal(words={**withdrawal()["words"], **words})


def test_every_value_has_the_span_of_its_words() -> None:
    found = ground(withdrawal())
    assert (found.trigger, found.sentence) == (at("سحبت"), at(WITHDRAWAL))
    assert [(actor.value.code, actor.spans) for actor in found.actors] == [("DNK", (at("كوبنهاغن"),))]
    assert found.place and found.date and found.quantity and found.attribution
    assert found.place.spans == (at("قاعدة الصفاء", 1),)  # the nearest, not the title's
    assert found.date.spans == (at("يوم الثلاثاء"),) and found.date.value.start == date(2021, 6, 8)
    assert found.quantity.spans == (at("ثمانين مدربا", 1),)
    assert found.attribution.spans == (at("وزير الدفاع الدنماركي"),)
    assert (found.place_role, found.frame, found.actors[0].rule) == ("from", "second", "second")


def test_a_mention_may_say_nothing_but_its_type() -> None:
    found = ground(PROTEST)
    assert (found.actors, found.recipients, found.place, found.place_role) == ((), (), None, None)
    assert (found.date, found.quantity, found.fatalities, found.wounded, found.attribution) == (None,) * 5


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (withdrawal(quote="سحبت الدنمارك قواتها"), "quote: «سحبت الدنمارك قواتها» does not stand"),
        (withdrawal(trigger="انسحبت"), "trigger: «انسحبت» does not stand in the quote"),
        (withdrawal(trigger="هاجموا"), "trigger: «هاجموا» does not stand in the quote"),
        (withdrawal(trigger="سحبت يوم"), "trigger: expected one word of the text, found «سحبت يوم»"),
        (withdrawal(trigger="."), "trigger: expected one word"),
        (withdrawal(trigger="ت"), "trigger: expected one word"),  # the middle of another word
        (withdrawal(trigger="   "), "trigger: «» does not stand in the quote"),
        (worded(actors=["النرويج الجديدة"]), "actors: «النرويج الجديدة» does not stand in the text"),
        (worded(place="قاعدة الوفاء"), "place: «قاعدة الوفاء» does not stand in the text"),
        (worded(date="يوم الأربعاء"), "date: «يوم الأربعاء» does not stand in the text"),
        (worded(quantity="تسعين مدربا"), "quantity: «تسعين مدربا» does not stand in the text"),
        (worded(attribution="وزير الخارجية"), "attribution: «وزير الخارجية» does not stand in the text"),
        (worded(factuality="ربما"), "factuality: «ربما» does not stand in the text"),
        (withdrawal(actors=[], recipients=["IRQ"], words={"recipients": ["بغداد"]}), "recipients: «بغداد»"),
        (withdrawal(place={"name": "قاعدة الوفاء", "country": "IQ"}), "place: «قاعدة الوفاء» does not stand"),
        (withdrawal(attribution="المتحدث"), "attribution: «المتحدث» does not stand in the text"),
        (attack(actors=[], words={"fatalities": "أربعة"}), "fatalities: «أربعة» does not stand"),
        (attack(wounded={"low": 9, "high": 9}), "wounded: no words are quoted for 9, and the text has none"),
        (withdrawal(actors=["FRA"], words={}), "actors: no words are quoted for FRA, and the text has none"),
        (withdrawal(actors=["XYZ"]), "actors: «XYZ» does not stand in the text"),
        (withdrawal(actors=["جيش الشمال"], words={}), "actors: «جيش الشمال» does not stand in the text"),
        (worded(wounded="أحد عشر جريحا"), "wounded: «أحد عشر جريحا» does not stand in the text"),
        (worded(actors=["كوبنهاغن", "أوسلو"]), "actors: «أوسلو» does not stand in the text"),
        (worded(note="كلام آخر"), "note: «كلام آخر» does not stand in the text"),
        (worded(actors=["كوبنهاغن"] * 61), "words: expected up to 60 quoted, found 65"),
        (worded(actors=[7]), "words of actors: expected a text, found 7"),
    ],
)  # fmt: skip
def test_what_the_text_does_not_say_is_refused(proposal: Mapping[str, Any], words: str) -> None:
    assert reason(proposal).startswith(words)


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (withdrawal(type="retreat"), "type: expected one of withdraw, deploy,"),
        (withdrawal(type=None), "type: expected a text, found None"),
        (withdrawal(type=["withdraw"]), "type: expected a text or null"),
        (withdrawal(factuality="certain"), "factuality: expected one of happened, ongoing,"),
        (withdrawal(factuality="Happened"), "factuality: expected one of"),
        (withdrawal(place_role="through"), "place_role: expected one of from, to, at, found through"),
        (withdrawal(place={"name": "قاعدة الصفاء", "country": "IRQ"}), "place: expected an ISO 3166 alpha-2"),
        (withdrawal(place={"name": "قاعدة الصفاء", "country": "ZZ"}), "place: expected an ISO 3166 alpha-2"),
        (withdrawal(place="قاعدة الصفاء"), "place: expected an object or null"),
        (withdrawal(place={"country": "IQ"}), "name: expected a text"),
        (withdrawal(date="2021-06-08"), "date: expected an object or null"),
        (withdrawal(date={"start": "8 June", "end": None}), "start: expected a day like"),
        (withdrawal(date={"start": "2021-02-30", "end": None}), "start: expected a day like"),
        (withdrawal(date={"start": "2021-06-09", "end": "2021-06-08"}), "date: expected the end after"),
        (withdrawal(quantity={"low": "80", "high": 80}), "low: expected a number or null"),
        (withdrawal(quantity={"low": True, "high": 80}), "low: expected a number or null"),
        (withdrawal(quantity={"low": -1, "high": 80}), "quantity: expected a count, found -1"),
        (withdrawal(quantity={"low": 1e999, "high": None}), "quantity: expected a count, found inf"),
        (withdrawal(quantity={"low": 90, "high": 80}), "quantity: expected low up to high, found 90 to 80"),
        (withdrawal(quantity=80), "quantity: expected an object or null"),
        (withdrawal(actors="DNK"), "actors: expected a list of names"),
        (withdrawal(actors=[None]), "actors: expected a list of names"),
        (withdrawal(actors=["DNK"] * (MOST_PARTIES + 1)), "actors: expected up to 30 parties, found 31"),
        (withdrawal(words=["كوبنهاغن"]), "words: expected an object or null"),
        (withdrawal(quote=None), "quote: expected a text, found None"),
        (withdrawal(quote="\ud800"), "quote: expected a text, found half a character"),
        (withdrawal(event=3), "event: expected a text or null"),
        ("withdraw", "expected an object, found a str"),
        (None, "expected an object, found a NoneType"),
        ([], "expected an object, found a list"),
        ({}, "type: expected a text, found None"),
    ],
)  # fmt: skip
def test_what_is_not_the_codebooks_is_refused(proposal: object, words: str) -> None:
    told = reason(proposal)
    assert told.startswith(words) and "\n" not in told and len(told) < 200


def test_no_value_is_taken_from_a_refused_proposal() -> None:
    of = Ground(ARTICLE)
    with pytest.raises(Refused):
        ground(withdrawal(attribution="المتحدث"), of)
    assert of.taken == [] and ground(withdrawal(), of).trigger == at("سحبت")


@pytest.mark.parametrize("place", [None, {}, {"name": None, "country": None}])
def test_no_place_is_none_in_every_form(place: object) -> None:
    assert ground(withdrawal(place=place)).place is None


@pytest.mark.parametrize("cells", [None, {}, {"low": None, "high": None}])
def test_no_number_is_none_in_every_form(cells: object) -> None:
    assert ground(withdrawal(quantity=cells)).quantity is None


def test_open_ends_and_halves_stay() -> None:
    quantity = ground(withdrawal(quantity={"low": 72.0, "high": None})).quantity
    assert quantity and (quantity.value.low, quantity.value.high) == (72, None)
    assert isinstance(quantity.value.low, int)


# --- which occurrence ------------------------------------------------------------------------------------

TWICE = article("انسحب الجنود من البلدة.\n\nانسحب الجنود من البلدة.\nثم عادوا.")
LEFT: dict[str, Any] = {
    "type": "withdraw",
    "quote": "انسحب الجنود من البلدة",
    "trigger": "انسحب",
    "factuality": "happened",
}


def test_a_quote_that_stands_twice_is_found_once_for_each_proposal() -> None:
    of = Ground(TWICE)
    assert [ground(LEFT, of).trigger.start for _ in range(2)] == [0, 25]
    with pytest.raises(Refused, match="repeats another proposal"):
        ground(LEFT, of)


def test_a_mention_that_is_repeated_is_refused_whatever_its_event() -> None:
    of = Ground(ARTICLE)
    ground(withdrawal(), of)
    with pytest.raises(Refused, match="repeats another proposal"):
        ground(withdrawal(event="e7"), of)


def test_one_trigger_may_have_two_types_and_two_actors() -> None:
    of = Ground(ARTICLE)
    triggers = [
        ground(withdrawal(), of),
        ground(withdrawal(type="handover"), of),
        ground(withdrawal(actors=[]), of),
    ]
    assert {mention.trigger for mention in triggers} == {at("سحبت")} and len(of.taken) == 3


def test_of_two_triggers_in_a_quote_the_one_beside_the_words_is_meant() -> None:
    quote = BODY.split("\n")[2]
    north = {"type": "deploy", "quote": quote, "trigger": "نشر", "factuality": "planned"}
    sweden = ground(north | {"actors": ["SWE"], "words": {"actors": ["السويد"]}})
    norway = ground(north | {"actors": ["NOR"], "words": {"actors": ["النرويج"]}})
    assert (norway.trigger, sweden.trigger) == (at("نشر"), at("نشر", 1))


def test_the_part_that_was_asked_about_comes_first() -> None:
    second = TWICE.text.index("\n\n") + 2
    found = Ground(TWICE).mention(LEFT, Span(second, len(TWICE.text)))
    assert found.trigger.start == second


def test_a_trigger_is_a_whole_word_before_it_is_a_part_of_one() -> None:
    of = Ground(article("وانسحب الجنود بعد أن انسحب الضباط"))
    found = ground(LEFT | {"quote": "وانسحب الجنود بعد أن انسحب الضباط"}, of)
    assert of.article.text[: found.trigger.start].endswith("أن ")


def test_a_trigger_without_its_clitics_is_the_whole_word_of_the_text() -> None:
    of = Ground(article("وسينسحبون غدا من البلدة"))
    found = ground(LEFT | {"quote": "سينسحبون غدا", "trigger": "ينسحبون"}, of)
    assert (found.trigger, found.sentence) == (Span(0, 9), Span(0, 13))


def test_a_trigger_glued_to_the_word_before_stands_alone() -> None:
    """Pages lose spaces: «القياديبقصف»."""
    of = Ground(article("قتلت إسرائيل القياديبقصف البلدة"))
    found = ground(LEFT | {"quote": "القياديبقصف البلدة", "trigger": "بقصف"}, of)
    assert found.trigger == Span(20, 24)
    with pytest.raises(Refused, match="expected one word"):
        ground(LEFT | {"quote": "القياديبقصف البلدة", "trigger": "القياد"}, of)


def test_white_space_may_differ_and_nothing_else() -> None:
    of = Ground(article("انسحب  الجنود\nمن البلدة الآمنة."))
    found = ground(LEFT | {"quote": " انسحب الجنود من\nالبلدة "}, of)
    assert found.sentence == Span(0, 23)
    with pytest.raises(Refused, match="does not stand in the text"):
        ground(LEFT | {"quote": "انسحب الجنود من البلده"}, of)  # ha for ta marbuta: not letter by letter


# --- values without words --------------------------------------------------------------------------------


def test_values_without_words_are_looked_up_with_our_own_rooms() -> None:
    found = ground(withdrawal(words={}))
    text = [TEXT[one.start : one.end] for one in (found.actors[0], found.date, found.quantity) if one]
    assert text[0] in ("كوبنهاغن", "الدنمارك") and "الثلاثاء" in text[1] and "ثمانين" in text[2]


def test_demonstrators_are_told_by_the_demonstration() -> None:
    assert ground(PROTEST | {"actors": ["PROTESTERS"]}).actors[0].spans == (at("وتظاهر"),)
    assert "no words are quoted" in reason(withdrawal(actors=["PROTESTERS"], words={}))


def test_a_party_without_a_code_is_its_name_in_the_text() -> None:
    [found] = ground(attack(actors=["دورية للشرطة"], words={})).actors
    assert (found.value.code, found.value.kind, found.spans) == (
        "دورية للشرطة",
        "group",
        (at("دورية للشرطة"),),
    )


def test_a_code_has_its_row_and_kind() -> None:
    text = "انسحب الحشد الشعبي من البلدة"
    proposal = LEFT | {"quote": text, "actors": ["PMF"], "words": {"actors": ["الحشد الشعبي"]}}
    [found] = ground(proposal, Ground(article(text))).actors
    assert (found.value.id, found.value.kind, found.value.name) == ("iq.pmf", "group", "الحشد الشعبي")


def test_a_name_of_thousands_of_places_costs_no_minute() -> None:
    text = article("من " * 4000 + TITLE)
    began = time.monotonic()
    for _ in range(20):
        with suppress(Refused):
            ground(LEFT | {"quote": "من", "trigger": "من", "words": {"actors": ["من"] * 1000}}, Ground(text))
    assert time.monotonic() - began < 10
