"""Events by what is asked of them, the same on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.errors import BadUse, NotInStore
from marsad.store import Box, Query, Store, add, find, forget, months, tell
from marsad.store.keys import stems, stems_key, words_key
from marsad.store.timeline import in_step
from tests.store.pages import two_reports


@pytest.fixture
def demo(store: Store) -> Store:
    list(add([str(files("marsad.data").joinpath("demo"))], store))
    return store


def test_every_filter_narrows(demo: Store) -> None:
    everything = {one.id for one in find(demo, Query(limit=1000))}
    asked = {
        "types": Query(types=("handover",), limit=1000),
        "actor": Query(actor="USA", limit=1000),
        "actor by name": Query(actor="فرنسا", limit=1000),
        "recipient": Query(recipient="IRQ", limit=1000),
        "place": Query(place="القائم", limit=1000),
        "country": Query(country="iq", limit=1000),
        "box": Query(box=Box(33, 40, 35, 42), limit=1000),
        "days": Query(start=date(2020, 3, 17), end=date(2020, 3, 19), limit=1000),
        "factuality": Query(factuality="demanded", limit=1000),
        "text": Query(text="صواريخ", limit=1000),
    }
    for name, query in asked.items():
        found = {one.id for one in find(demo, query)}
        assert found and found < everything, name
    assert all(one.type == "handover" for one in find(demo, asked["types"]))
    assert all("FRA" in one.actors for one in find(demo, asked["actor by name"]))
    assert all(one.country == "IQ" for one in find(demo, asked["country"]))
    assert all(one.lat is not None and 33 <= one.lat <= 35 for one in find(demo, asked["box"]))
    assert all(one.factuality == "demanded" for one in find(demo, asked["factuality"]))


def test_parts_of_a_party_count_too(demo: Store) -> None:
    of_state = {one.id for one in find(demo, Query(actor="IRQ", limit=1000))}
    assert {one.id for one in find(demo, Query(actor="IRQ.PARLIAMENT", limit=1000))} <= of_state


def test_pages_of_an_answer_are_the_answer(demo: Store) -> None:
    whole = [one.id for one in find(demo, Query(limit=1000))]
    days = [one.day for one in find(demo, Query(limit=1000)) if one.day]
    assert days == sorted(days, reverse=True)
    paged: list[str] = []
    while True:
        part = [one.id for one in find(demo, Query(limit=7, after=paged[-1] if paged else None))]
        paged += part
        if len(part) < 7:
            break
    assert paged == whole
    with pytest.raises(NotInStore):
        list(find(demo, Query(after="e0")))


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 10, 20])
@pytest.mark.parametrize(
    "query", [Query(text="قوات", limit=1000), Query(text="قوات", actor="COALITION", limit=1000)]
)
def test_pages_of_a_text_answer_are_the_answer(demo: Store, query: Query, limit: int) -> None:
    whole = [one.id for one in find(demo, query)]
    paged: list[str] = []
    while part := [
        one.id for one in find(demo, replace(query, limit=limit, after=paged[-1] if paged else None))
    ]:
        paged += part
    assert len(whole) > 10 and paged == whole


def test_an_export_as_known_on_a_day_has_that_days_figures(demo: Store) -> None:
    asked = Query(types=("attack",), as_known_on=date(2020, 3, 11), limit=1000)
    told = {one.event.id: one for one in tell(demo, asked)}
    assert set(told) == {one.id for one in find(demo, asked)}
    days = [telling.claim.published for one in told.values() for telling in one.tellings]
    assert days and all(day is None or day <= date(2020, 3, 11) for day in days)
    assert {one.event.munitions.high for one in told.values() if one.event.munitions} == {10}


def test_as_known_on_a_day_knows_only_what_was_published(demo: Store) -> None:
    now = {one.id: one for one in find(demo, Query(types=("attack",), limit=1000))}
    then = {
        one.id: one for one in find(demo, Query(types=("attack",), as_known_on=date(2020, 3, 11), limit=1000))
    }
    assert then and set(then) <= set(now) and len(then) < len(now)
    ranges = {id: dict((name, (low, high)) for name, low, high in one.counts) for id, one in then.items()}
    taji = next(id for id, counts in ranges.items() if "munitions" in counts)
    later = dict((name, (low, high)) for name, low, high in now[taji].counts)
    assert later["munitions"] == (10, 18) and ranges[taji]["munitions"] != (10, 18)
    assert list(find(demo, Query(as_known_on=date(1999, 1, 1)))) == []


def test_the_timeline_is_in_step_whatever_happens(store: Store, tmp_path: Path) -> None:
    def check() -> int:
        with store.reading() as connection:
            assert in_step(connection)
            return sum(month.events for month in months(connection))

    assert check() == 0
    list(add([two_reports(tmp_path)], store))
    before = check()
    assert before == len(list(find(store, Query(limit=1000)))) > 0
    forget(store, "nahr")
    assert 0 < check() <= before
    forget(store, "wadi")
    assert check() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"types": ("invasion",)},
        {"factuality": "rumoured"},
        {"country": "IRQ"},
        {"start": date(2020, 2, 1), "end": date(2020, 1, 1)},
        {"limit": 0},
    ],
)
def test_questions_that_make_no_sense(wrong: dict[str, object]) -> None:
    with pytest.raises(BadUse):
        Query(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("corners", [(35, 40, 33, 42), (-91, 0, 0, 0), (0, 0, 0, 181)])
def test_boxes_that_make_no_sense(corners: tuple[float, float, float, float]) -> None:
    with pytest.raises(BadUse):
        Box(*corners)


def test_a_box_may_cross_the_date_line() -> None:
    box = Box(-10, 170, 10, -170)
    assert box.holds(0, 175) and box.holds(0, -175) and not box.holds(0, 0) and not box.holds(None, 175)


@pytest.mark.parametrize(
    ("asked", "said", "found"),
    [
        ("قوات", "وصلت القوات", True),
        ("قوات", "أُبلغت وللقوات حق الرد", True),
        ("قوات", "سحبت فرنسا قواتها", True),
        ("القوات", "سحبت قواتٍ من هناك", True),
        ("قاعدة", "غادروا القاعدة", True),
        ("قاعدة", "وصل الجنود بالقاعدة", True),
        ("القاعدة", "بقاعدة عسكرية", True),
        ("2500", "وصل ٢٥٠٠ جندي", True),
        ("٢٥٠٠", "وصل 2500 جندي", True),
        ("انسحاب", "اِنْسِحَابُ القُوَّاتِ", True),
        ("انسحاب", "انســـحاب القوات", True),
        ("الانسحاب", "بدأ انسحاب الوحدات", True),
        ("إنسحاب", "انسحاب الوحدات", True),
        ("مستشفى", "قصف مستشفي المدينة", True),
        ("مدينه", "قصف المدينة", True),
        ("جنود", "قتل جنودهم", True),
        ("جنود", "وجنودنا هناك", True),
        ("مقاتل", "والمقاتل الجريح", True),
        ("طائرة", "بالطائرة", True),
        ("صاروخ", "أطلق الصاروخ", True),
        ("كتيبة", "فالكتيبة غادرت", True),
        ("دمشق", "إلى دمشق", True),
        ("قوات", "وصلت قوة صغيرة", False),
        ("قاعدة", "قعد الرجل", False),
        ("2500", "وصل 25000 جندي", False),
        ("انسحاب", "سحاب كثيف", False),
        ("وصول", "أصول الدولة", False),
        ("جندي", "الجنديان", False),
        ("كركوك", "مدينة كركي", False),
        ("دمشق", "ريف حلب", False),
        ("حلب", "حلبة السباق", False),
        ("فرنسا", "القوات الفرنسية", False),
    ],
)
def test_search_keys_find_what_they_should(asked: str, said: str, found: bool) -> None:
    words, stemmed = set(words_key(said).split()), set(stems_key(said).split())
    matches = all(
        word in words or any(stem in stemmed for stem in stems(word)) for word in words_key(asked).split()
    )
    assert matches is found


@pytest.mark.parametrize(
    ("asked", "found"), [("الثكنة جنود", 1), ("هجوم غاو", 1), ("قبرص", 0), ("؟!", 0), ('غاو" OR "x', 0)]
)
def test_both_databases_search_alike(store: Store, tmp_path: Path, asked: str, found: int) -> None:
    list(add([two_reports(tmp_path)], store))
    assert bool(list(find(store, Query(text=asked)))) is bool(found)
