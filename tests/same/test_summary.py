"""An event from its claims: what is agreed on, what stands side by side, whatever the order of the claims."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.records import Claim, Event, Figure, Place, Quantity, Range, When
from marsad.same import summarise
from tests.same.saying import BASE, COUNTRY, FAR, TOWN, claim, count, day


def told(*claims: Claim, copies: Mapping[str, str] | None = None) -> Event:
    return summarise("e1", claims, copies or {})


def figures(over: Range | None) -> str:
    """A range in one line: its figures with their outlets, its bounds, and ! where there is a conflict."""
    if over is None:
        return "-"
    each = "; ".join(f"{ends(f)}: {' '.join(f.outlets)}" for f in over.figures)
    return f"{each} = {ends(over)}{'!' if over.conflict else ''}"


def ends(over: Figure | Range) -> str:
    low, high = ("" if end is None else str(end) for end in (over.low, over.high))
    return low if low == high else f"{low}–{high}"


def test_two_figures_that_exclude_each_other_are_a_conflict_and_both_stand() -> None:
    event = told(claim("1", "nile", fatalities=count(14)), claim("2", "gulf", fatalities=count(10)))
    assert figures(event.fatalities) == "10: gulf; 14: nile = 10–14!"
    assert event.conflicts == ("fatalities",)
    assert event.fatalities and event.fatalities.figures[0].claims == ("2",)


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (count(180, 220), count(200), "180–220: a1; 200: a2 = 180–220"),
        (count(200, None), count(250), "200–: a1; 250: a2 = 200–"),
        (count(None, 40), count(50), "–40: a1; 50: a2 = –50!"),
        (count(200, None), count(150), "150: a2; 200–: a1 = 150–!"),
        (count(3, 3, "rocket"), count(5, 5, "shell"), "3: a1; 5: a2 = 3–5"),
        (count(3, 3, "rocket"), count(5, 5, "rocket"), "3: a1; 5: a2 = 3–5!"),
        (count(100, 100, "soldier"), count(200, 200, "trainer"), "100: a1; 200: a2 = 100–200!"),
        (count(7, 7, "rocket"), count(9), "7: a1; 9: a2 = 7–9!"),
        (count(12), count(12), "12: a1 a2 = 12"),
    ],
)
def test_ranges_of_two_sources(one: Quantity, other: Quantity, shown: str) -> None:
    assert figures(told(claim("1", quantity=one), claim("2", quantity=other)).quantity) == shown


def test_the_same_number_of_another_unit_is_another_figure() -> None:
    event = told(claim("1", quantity=count(9, 9, "soldier")), claim("2", quantity=count(9, 9, "officer")))
    assert event.quantity and [f.unit for f in event.quantity.figures] == ["officer", "soldier"]
    assert not event.quantity.conflict


def test_copies_of_one_text_are_one_voice_and_its_first_owner_has_it() -> None:
    claims = [
        claim("1", "agency", fatalities=count(3)),
        claim("2", "echo", fatalities=count(3)),
        claim("3", "parrot", fatalities=count(3)),
    ]
    event = told(*claims, copies={"echo": "agency", "parrot": "echo"})
    assert figures(event.fatalities) == "3: agency = 3"
    assert event.fatalities and event.fatalities.figures[0].claims == ("1", "2", "3")
    assert (event.outlets, event.articles, event.evidence) == (("agency", "echo", "parrot"), 3, 1)


def test_two_figures_of_one_text_are_no_conflict_of_sources() -> None:
    first = claim("1", "nile", fatalities=count(2))
    other = claim("2", "nile", fatalities=count(5), start=90)
    assert figures(told(first, other).fatalities) == "2: nile; 5: nile = 2–5"


def test_what_a_denial_denies_is_no_figure_unless_all_is_denied() -> None:
    said = claim("1", quantity=count(300), factuality="denied")
    assert figures(told(said).quantity) == "300: a1 = 300"
    assert figures(told(said, claim("2", quantity=count(80))).quantity) == "80: a2 = 80"


def test_two_dates_are_both_kept_and_span_the_event() -> None:
    event = told(claim("1", date=day(3, 17)), claim("2", date=day(3, 19)))
    assert [(when.start, ids) for when, ids in event.dates] == [
        (date(2020, 3, 17), ("1",)),
        (date(2020, 3, 19), ("2",)),
    ]
    assert (event.start, event.end) == (date(2020, 3, 17), date(2020, 3, 19))
    assert event.conflicts == ("date",)


def test_the_exact_date_that_most_bear_out_wins_over_a_week_and_over_a_lone_other() -> None:
    claims = [
        claim("1", date=day(3, 16, 22)),
        claim("2", date=day(3, 17)),
        claim("3", date=day(3, 17)),
        claim("4", date=day(3, 21)),
    ]
    event = told(*claims)
    assert (event.start, event.end) == (date(2020, 3, 17), date(2020, 3, 17))
    assert len(event.dates) == 3 and "date" in event.conflicts


def test_who_tells_that_it_happened_knows_the_day_better_than_who_planned_it() -> None:
    plan = [claim(str(n), factuality="planned", date=day(4, 1)) for n in range(3)]
    event = told(*plan, claim("9", date=day(4, 3)))
    assert (event.start, event.end, event.conflicts) == (date(2020, 4, 3), date(2020, 4, 3), ())


def test_a_time_that_cannot_be_resolved_is_no_date() -> None:
    event = told(claim("1", date=When(None, None, "unresolved", "unresolved")))
    assert (event.dates, event.start, event.end) == ((), None, None)


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("happened", "happened"),
        ("planned planned happened", "happened"),  # yesterday's plans do not count against today's report
        ("happened planned planned planned", "planned"),  # three later ones know of a plan only
        ("happened ongoing", "happened"),
        ("happened ongoing ongoing", "ongoing"),
        ("happened happened", "happened"),
        ("happened ongoing happened", "happened"),
        ("demanded planned", "planned"),
        ("happened denied", "happened"),
        ("planned denied denied", "denied"),
        ("denied", "denied"),
        ("possible demanded", "demanded"),
    ],
)
def test_the_latest_and_best_sources_say_whether_it_happened(said: str, standing: str) -> None:
    claims = [
        claim(str(n), factuality=one, published=date(2020, 3, 10 + n)) for n, one in enumerate(said.split())
    ]
    assert told(*claims).factuality == standing


def test_a_denial_beside_a_claim_stays_visible() -> None:
    event = told(claim("1"), claim("2", factuality="denied"))
    assert event.conflicts == ("factuality",) and {c.factuality for c in event.claims} == {
        "happened",
        "denied",
    }


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        ([COUNTRY, TOWN, BASE], BASE),
        ([COUNTRY, COUNTRY, TOWN], TOWN),
        ([BASE, BASE, FAR, COUNTRY], BASE),
        ([COUNTRY, None], COUNTRY),
        ([None], None),
    ],
)
def test_the_most_exact_place_that_they_agree_on(places: list[Place | None], chosen: Place | None) -> None:
    assert told(*(claim(str(n), place=place) for n, place in enumerate(places))).place == chosen


def test_two_bases_far_apart_are_a_conflict_but_not_as_whence_and_whither() -> None:
    one, other = claim("1", place=BASE, place_role="from"), claim("2", place=FAR, place_role="to")
    assert told(one, other).conflicts == ()
    assert told(one, claim("2", place=FAR, place_role="from")).conflicts == ("place",)


def test_parties_stand_by_their_support_and_wholes_before_parts() -> None:
    claims = [
        claim("1", actors=("COALITION", "IRQ.KURDISTAN")),
        claim("2", actors=("USA", "COALITION", "IRQ.KURDISTAN")),
        claim("3", actors=("IRQ", "FOREIGN_FORCES")),
        claim("4", actors=("FOREIGN_FORCES",)),
        claim("5", actors=("FOREIGN_FORCES",)),
    ]
    assert told(*claims).actors == ("IRQ", "COALITION", "IRQ.KURDISTAN", "USA", "FOREIGN_FORCES")


def test_one_name_in_two_spellings_is_one_party() -> None:
    event = told(claim("1", actors=("كتيبة الإسناد",)), claim("2", actors=("كتيبه الاسناد",)))
    assert len(event.actors) == 1


QUANTITIES = st.none() | st.builds(count, st.sampled_from([None, 3, 5]), st.sampled_from([7, 9]))
CLAIMS = st.lists(
    st.builds(
        claim,
        id=st.uuids().map(str),
        article=st.sampled_from(["a", "b", "c", "d"]),
        factuality=st.sampled_from(["happened", "planned", "denied", "ongoing"]),
        published=st.none() | st.dates(date(2020, 3, 1), date(2020, 3, 4)),
        actors=st.lists(st.sampled_from(["USA", "IRQ", "COALITION", "IRQ.PARLIAMENT"]), unique=True).map(
            tuple
        ),
        place=st.sampled_from([None, BASE, TOWN, COUNTRY, FAR]),
        place_role=st.sampled_from(["from", "at"]),
        date=st.sampled_from([None, day(3, 17), day(3, 19), day(3, 16, 22)]),
        quantity=QUANTITIES,
        fatalities=QUANTITIES,
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda claim: claim.id,
)


@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    copies = {"c": "a", "d": "c"}
    assert summarise("e1", claims, copies) == summarise("e1", shuffled, copies)


@given(CLAIMS)
def test_nothing_that_is_stated_is_lost(claims: list[Claim]) -> None:
    event = summarise("e1", claims, {})
    assert {c.id for c in event.claims} == {c.id for c in claims}
    assert set(event.actors) == {code for c in claims for code in c.actors}
    assert {id for _, ids in event.dates for id in ids} == {c.id for c in claims if c.date}
    for slot in ("quantity", "fatalities"):
        over: Range | None = getattr(event, slot)
        for figure in over.figures if over else ():
            assert over and (over.low is None or (figure.low is not None and over.low <= figure.low))
            assert over.high is None or (figure.high is not None and figure.high <= over.high)
