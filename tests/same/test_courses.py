"""Stories: which event goes on as which, by what rule, and how the reports of one event develop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.records import Claim, Place
from marsad.same import Step, courses, developments, summarise
from tests.same.saying import BASE, COUNTRY, FAR, claim, count

PLAN = Step(
    "plan", "withdraw", "planned", None, None, date(2020, 3, 1), frozenset({"USA"}), frozenset(), COUNTRY
)
DONE = replace(
    PLAN, id="done", factuality="happened", start=date(2020, 3, 17), told=date(2020, 3, 18), place=BASE
)


def linked(*steps: Step) -> list[str]:
    return sorted(f"{edge.left} {edge.judgement} {edge.right}" for edge in courses(steps))


def test_a_plan_is_carried_out_later_by_the_same_actor_in_a_place_that_fits() -> None:
    assert linked(PLAN, DONE) == ["plan carried_out done"]
    [edge] = courses([DONE, PLAN])
    assert edge.level == "course" and [reason.compared for reason in edge.reasons] == [
        "type", "actors", "place", "date",
    ]  # fmt: skip
    assert edge.reasons[3].found == "16 days later"


@pytest.mark.parametrize(
    "other",
    [
        replace(DONE, start=date(2020, 2, 20), told=date(2020, 2, 21)),  # before
        replace(DONE, start=date(2021, 3, 1), told=date(2021, 3, 1)),  # long after
        replace(DONE, actors=frozenset({"FRA"})),
        replace(DONE, place=Place("باريس", "FR", "settlement", "town", 48.9, 2.3, "p")),
        replace(DONE, place=None),
        replace(DONE, type="protest"),
    ],
)
def test_another_time_party_country_or_deed_carries_out_nothing(other: Step) -> None:
    assert linked(PLAN, other) == []


def test_a_withdrawal_that_was_planned_ends_as_a_handover() -> None:
    assert linked(PLAN, replace(DONE, type="handover")) == ["plan carried_out done"]


def test_an_alliance_carries_out_what_its_member_plans_but_no_other_state_does() -> None:
    assert linked(PLAN, replace(DONE, actors=frozenset({"COALITION"}))) == ["plan carried_out done"]
    assert linked(PLAN, replace(DONE, actors=frozenset({"IRQ"}))) == []


def test_what_was_suspended_is_resumed_and_a_demand_becomes_a_plan() -> None:
    stopped = replace(PLAN, id="stop", type="suspend", factuality="happened", start=date(2020, 3, 5))
    again = replace(stopped, id="again", type="resume", start=date(2020, 4, 20), told=date(2020, 4, 20))
    asked = replace(PLAN, id="asked", factuality="demanded", told=date(2020, 2, 1))
    assert linked(stopped, again) == ["stop follows again"]
    assert linked(asked, PLAN) == ["asked follows plan"]


def test_a_denial_stands_behind_the_claim_that_it_denies() -> None:
    denial = replace(PLAN, id="no", factuality="denied", told=date(2020, 3, 3))
    assert linked(PLAN, denial) == ["plan denied no"]


def test_a_base_is_attacked_taken_and_left() -> None:
    attack = Step(
        "hit", "attack", "happened", date(2020, 3, 2), date(2020, 3, 2), date(2020, 3, 2),
        frozenset({"HOUTHIS"}), frozenset({"YEM.GOV"}), BASE,
    )  # fmt: skip
    seize = replace(attack, id="taken", type="seize", start=date(2020, 3, 4), told=date(2020, 3, 4))
    leave = replace(seize, id="left", type="withdraw", start=date(2020, 3, 9), told=date(2020, 3, 9))
    assert linked(attack, seize, leave) == ["hit follows left", "hit follows taken", "taken follows left"]
    assert linked(attack, replace(seize, place=FAR)) == []


def test_each_event_follows_the_nearest_one_before_it() -> None:
    days = [replace(DONE, id=f"d{n}", start=date(2020, 3, n), told=date(2020, 3, n)) for n in (1, 4, 6)]
    assert linked(*days) == ["d1 follows d4", "d4 follows d6"]


def test_a_toll_of_a_second_event_of_that_day_rises() -> None:
    one = Step(
        "one", "attack", "happened", date(2020, 3, 2), date(2020, 3, 2), date(2020, 3, 2),
        frozenset({"ISIS"}), frozenset(), BASE, (27, 27),
    )  # fmt: skip
    two = replace(one, id="two", told=date(2020, 3, 3), fatalities=(30, None))
    assert "one rises two" in linked(one, two)
    assert "two falls three" in linked(two, replace(one, id="three", told=date(2020, 3, 4)))
    assert all("rises" not in edge for edge in linked(one, replace(two, fatalities=(20, 40))))


def test_one_toll_of_one_day_told_again_is_linked_and_sites_without_a_point_are_told_apart_by_name() -> None:
    nameless = Place("مسجد القلعة", "SA", "site", "site")
    one = Step(
        "one", "attack", "happened", None, None, date(2020, 3, 2), frozenset({"ISIS"}), frozenset(),
        COUNTRY, (3, 3),
    )  # fmt: skip
    again = replace(one, id="two", told=date(2020, 3, 3))
    assert linked(one, again) == ["one follows two"]
    assert linked(one, replace(again, fatalities=(9, 9))) == []
    here = replace(one, place=nameless, fatalities=(None, None))
    assert linked(here, replace(here, id="two", told=date(2020, 3, 3))) == ["one follows two"]
    there = replace(here, id="two", told=date(2020, 3, 3), place=replace(nameless, name="مسجد الواحة"))
    assert linked(here, there) == []


STEPS = st.lists(
    st.builds(
        Step,
        id=st.uuids().map(str),
        type=st.sampled_from(["withdraw", "attack", "seize", "handover"]),
        factuality=st.sampled_from(["happened", "planned", "denied"]),
        start=st.none() | st.dates(date(2020, 3, 1), date(2020, 3, 9)),
        end=st.none(),
        told=st.dates(date(2020, 3, 1), date(2020, 3, 9)),
        actors=st.sampled_from([frozenset({"USA"}), frozenset({"USA", "IRQ"})]),
        recipients=st.just(frozenset()),
        place=st.sampled_from([BASE, COUNTRY, FAR]),
    ),
    max_size=7,
    unique_by=lambda step: step.id,
)


@given(STEPS, st.randoms(use_true_random=False))
def test_links_do_not_depend_on_the_order_and_never_run_back(steps: list[Step], random: object) -> None:
    shuffled = list(steps)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert list(courses(steps)) == list(courses(shuffled))
    of = {step.id: step for step in steps}
    assert all(of[edge.left].when < of[edge.right].when for edge in courses(steps))


def developed(*claims: Claim) -> list[str]:
    return [f"{e.left} {e.judgement} {e.right}" for e in developments(summarise("e1", claims, {}))]


def on(day: int, outlet: str = "nile", **fields: object) -> Claim:
    return claim(f"c{day}", f"a{day}", published=date(2020, 3, day), outlet=outlet, **fields)


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ([on(1, fatalities=count(32)), on(2, "gulf", fatalities=count(39))], ["c1 rises c2"]),
        ([on(1, fatalities=count(39)), on(2, fatalities=count(32))], ["c1 falls c2"]),
        ([on(1, fatalities=count(39)), on(2, "gulf", fatalities=count(32))], []),
        ([on(1, fatalities=count(30, None)), on(2, fatalities=count(35))], []),
        ([on(1, quantity=count(200)), on(2, quantity=count(100))], ["c1 corrected c2"]),
        ([on(1, quantity=count(200)), on(2, "gulf", quantity=count(100))], []),
        ([on(1, factuality="planned"), on(2, factuality="planned"), on(3)], ["c2 carried_out c3"]),
        ([on(1), on(2, factuality="denied")], ["c1 denied c2"]),
        ([on(1), on(2), on(3)], []),
    ],
)
def test_how_the_reports_of_one_event_develop(claims: list[Claim], found: list[str]) -> None:
    assert developed(*claims) == found


def test_a_toll_rises_step_by_step_in_the_order_of_the_days() -> None:
    tolls = [on(day, fatalities=count(toll)) for day, toll in ((3, 32), (1, 27), (2, 30))]
    assert developed(*tolls) == ["c1 rises c2", "c2 rises c3"]


def test_parts_of_a_toll_within_one_text_are_no_rise() -> None:
    one = on(1, fatalities=count(3))
    assert developed(one, replace(one, id="part", fatalities=count(2)), on(2, fatalities=count(3))) == []
