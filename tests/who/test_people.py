"""People: the table and the terms of office hold together, names find their row, the day tells the party."""

from __future__ import annotations

import re
from datetime import date

import pytest

from marsad.arabic import fold, sentences
from marsad.data import cell, read_table
from marsad.records import Actor, Found
from marsad.who import find_actors, find_names, resolve
from marsad.who.offices import Office, holder, office, spoke_for

PEOPLE = read_table("people.csv")
TERMS = read_table("who/terms.csv")
AMBIGUOUS = read_table("who/ambiguous.csv")
ACTORS = {row["id"] for row in read_table("actors.csv")}
STATES = {row["iso3"] for row in read_table("demonyms.csv")}
IDS = {row["id"] for row in PEOPLE}
DAY = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


def names(row: dict[str, str]) -> list[str]:
    return [row["name_ar"], *cell(row["variants_ar"])]


def found(text: str) -> list[Found[Actor]]:
    return [actor for sentence in sentences(text) for actor in find_actors(sentence)]


def test_ids_are_unique_and_parents_exist() -> None:
    assert len(IDS) == len(PEOPLE) >= 450
    assert [row["id"] for row in PEOPLE if not re.fullmatch(r"per\.[a-z0-9_]+", row["id"])] == []
    assert {row["parent_id"] for row in PEOPLE} - {""} <= ACTORS
    assert {row["country_iso3"] for row in PEOPLE} - {""} <= STATES
    assert {row["code"] for row in PEOPLE} - {""} <= STATES
    assert not IDS & ACTORS


def test_everybody_has_a_name_in_both_languages_and_a_source() -> None:
    assert [row["id"] for row in PEOPLE if not (row["name_en"] and row["name_ar"] and row["source"])] == []


def test_no_two_people_share_a_name() -> None:
    told = [(fold(name), row["id"]) for row in PEOPLE for name in names(row)]
    assert len({name for name, _ in told}) == len(told)


def test_every_name_finds_its_row_or_is_ambiguous() -> None:
    ambiguous = {fold(row["name"]) for row in AMBIGUOUS}
    lost = [
        (row["id"], name)
        for row in PEOPLE
        for name in names(row)
        if fold(name) not in ambiguous
        and [(f.value.id, f.start, f.end) for f in found(name)] != [(row["id"], 0, len(name))]
    ]
    assert lost == []


def test_ambiguous_names_find_nobody() -> None:
    assert [
        row["name"] for row in AMBIGUOUS if any(f.value.kind == "person" for f in found(row["name"]))
    ] == []
    assert {id for row in AMBIGUOUS for id in cell(row["ids"])} <= IDS | ACTORS


def test_terms_name_people_bodies_and_ordered_days() -> None:
    assert len(TERMS) >= 500
    assert {row["person"] for row in TERMS} <= IDS
    assert {row["body"] for row in TERMS} - {""} <= ACTORS
    days = [(row["since"], row["until"]) for row in TERMS]
    assert [pair for pair in days if not all(DAY.fullmatch(day) for day in pair)] == []
    assert [pair for pair in days if pair[1] and pair[0][: len(pair[1])] > pair[1][: len(pair[0])]] == []
    for day in {day for pair in days for day in pair if len(day) == len("2020-03-27")}:
        date.fromisoformat(day)


def test_one_name_in_arabic_for_one_role_in_english() -> None:
    roles = {(row["role_en"], row["role_ar"]) for row in TERMS}
    assert len({english for english, _ in roles}) == len({arabic for _, arabic in roles}) == len(roles)


def test_one_minister_at_a_time() -> None:
    """Two terms of one office overlap at most in the month (or the year) of the change."""
    single = {"prime minister", "defence minister", "foreign minister", "interior minister"}
    terms = [row for row in TERMS if row["role_en"] in single and row["since"]]
    clashes = [
        (one["person"], other["person"], one["role_en"])
        for one in terms
        for other in terms
        if (one["body"], one["role_en"]) == (other["body"], other["role_en"])
        and one["since"] < other["since"]
        and (not one["until"] or other["since"][: len(one["until"])] < one["until"][: len(other["since"])])
        and one["person"] != other["person"]
    ]
    assert clashes == []


OFFICES = [
    ("per.austin", date(2014, 6, 11), "commander", "us.centcom"),
    ("per.austin", date(2023, 10, 8), "defence minister", "gov.USA.mod"),
    ("per.kubis", date(2017, 7, 10), "envoy", "org.unami"),
    ("per.kubis", date(2021, 6, 23), "envoy", "org.unsmil"),
    ("per.sharaa", date(2025, 5, 14), "president", "gov.SYR"),
    ("per.ghani", date(2021, 10, 1), "former leader", ""),
    ("per.sisi", None, "president", "gov.EGY"),
]


@pytest.mark.parametrize(("person", "on", "role", "body"), OFFICES)
def test_the_office_on_a_day(person: str, on: date | None, role: str, body: str) -> None:
    held = office(person, on)
    assert held is not None and (held.role_en, held.body) == (role, body)


def test_a_year_of_an_end_includes_its_last_day_and_a_month_likewise() -> None:
    term = Office("per.x", "envoy", "", "org.un", "2014", "2015-03")
    assert term.held(date(2014, 1, 1)) and term.held(date(2015, 3, 31))
    assert not term.held(date(2013, 12, 31)) and not term.held(date(2015, 4, 1)) and not term.held(None)


HOLDERS = [
    ("gov.USA.mod", "defence minister", date(2020, 1, 8), "per.esper"),
    ("gov.IRQ", "رئيس الوزراء", date(2020, 3, 27), "per.abdulmahdi"),
    ("us.centcom", "commander", date(2021, 8, 26), "per.mckenzie"),
    ("org.unifil", "commander", date(2020, 8, 5), "per.delcol"),
    ("gov.GBR.mfa", "foreign minister", date(2012, 2, 4), "per.hague"),
    ("gov.FRA", "president", date(2013, 1, 11), "per.hollande"),
    ("gov.ISR.army", "chief of staff", date(2024, 4, 14), "per.halevi"),
    ("gov.FRA", "chancellor", date(2013, 1, 11), None),
    ("org.nato", "secretary-general", date(1990, 1, 1), None),
]


@pytest.mark.parametrize(("body", "role", "on", "person"), HOLDERS)
def test_who_held_the_office(body: str, role: str, on: date, person: str | None) -> None:
    assert holder(body, role, on) == person


PARTIES = [
    ("توعد الجولاني خصومه", date(2015, 6, 1), "جبهة النصرة"),
    ("توعد الجولاني خصومه", date(2021, 6, 1), "HTS"),
    ("وصل أحمد الشرع إلى الرياض", date(2025, 2, 2), "SYR"),
    ("التقى حفتر وفدا من القبائل", date(2020, 1, 19), "LBY.LNA"),
    ("غادر أشرف غني على متن مروحية", date(2021, 8, 15), "AFG"),
    ("أقام أشرف غني في الخليج", date(2022, 3, 1), "أشرف غني"),
    ("انتقد فتحي باشاغا خصومه", date(2020, 8, 1), "LBY.GNA"),
    ("انتقد فتحي باشاغا خصومه", date(2022, 8, 1), "LBY"),
    ("رد حميدتي على الاتهامات", date(2020, 5, 1), "SDN.RSF"),
    ("رد حميدتي على الاتهامات", date(2024, 5, 1), "SDN.RSF"),
    ("قال مارك روته إن بلاده سترسل مدربين", date(2015, 1, 1), "NLD"),
    ("قال مارك روته إن الحلف سيرسل مدربين", date(2025, 1, 1), "NATO"),
    ("تحدث ماكريستال عن نقص الجنود", date(2009, 10, 1), "USA"),
    ("قتل أبو بكر شيكاو", date(2021, 5, 19), "بوكو حرام"),
]


@pytest.mark.parametrize(("text", "published", "code"), PARTIES)
def test_the_party_on_the_day(text: str, published: date, code: str) -> None:
    person = next(f for f in found(text) if f.value.kind == "person")
    told = resolve(person, (), (), published)
    assert told is not None and told.value.code == code


def test_a_role_in_the_text_outweighs_the_table() -> None:
    text = "زعيم هيئة تحرير الشام أبو محمد الجولاني"
    person = next(f for f in found(text) if f.value.kind == "person")
    told = resolve(person, (), (), date(2025, 6, 1))
    assert told is not None and told.value.code == "HTS"


def test_without_an_office_on_the_day_a_person_speaks_for_the_party_of_the_row() -> None:
    assert spoke_for("per.obama", date(2020, 6, 4)) == "USA"
    assert spoke_for("per.musk", date(2020, 6, 4)) == ""


ROLES = [
    ("أكد وزير الدفاع اللبناني ميشال منسى أن الجيش سينتشر جنوبا", "per.menassa", "LBN"),
    ("وصل قائد القيادة المركزية الأميركية الجنرال مايكل كوريلا إلى تل أبيب", "per.kurilla", "USA"),
    ("حذر المبعوث الأممي هانس غروندبرغ من عودة القتال", "per.grundberg", "UN"),
    ("قالت المتحدثة باسم الخارجية الروسية ماريا زاخاروفا إن موسكو ترفض العقوبات", "per.zakharova", "RUS"),
    ("أعلن المتحدث العسكري باسم الحوثيين يحيى سريع استهداف سفينة", "per.saree", "HOUTHIS"),
    ("زار قائد قوات اليونيفيل الجنرال أرولدو لازارو الناقورة", "per.lazaro", "UN"),
    ("اجتمع رئيس الأركان الباكستاني عاصم منير بقادة المناطق", "per.munir", "PAK"),
    ("التقى الرئيس الصيني شي جين بينغ نظيره الروسي", "per.xi", "CHN"),
]


@pytest.mark.parametrize(("text", "id", "code"), ROLES)
def test_people_with_their_roles(text: str, id: str, code: str) -> None:
    told = [(f.value.id, f.value.code) for s in sentences(text) for f in find_names(s) if f.value.id == id]
    assert told == [(id, code)]


SPEAKERS = [
    ("قال الأسد في خطاب متلفز إن المعركة مستمرة", "per.assad"),
    ("وأكد المالكي أن الانتخابات ستجرى في موعدها", "per.maliki"),
    ("أعلن روحاني زيادة التخصيب", "per.rouhani"),
    ("طالب تركي المالكي بوقف الهجمات", "per.turki_maliki"),
]


@pytest.mark.parametrize(("text", "id"), SPEAKERS)
def test_an_ambiguous_name_that_speaks_is_its_best_known_bearer(text: str, id: str) -> None:
    people = [f.value.id for s in sentences(text) for f in find_names(s) if f.value.kind == "person"]
    assert people == [id]


def test_who_was_named_before_outweighs_the_best_known_bearer() -> None:
    text = "عقد تركي المالكي مؤتمرا صحفيا. وقال المالكي إن التحالف اعترض صاروخا."
    before: list[Found[Actor]] = []
    for sentence in sentences(text):
        before += find_names(sentence, before)
    assert [f.value.id for f in before if f.value.kind == "person"] == ["per.turki_maliki"] * 2


SOMEBODY_ELSE = [
    "مرسى علم على البحر الأحمر",
    "قاعدة عين الأسد الجوية",
    "زعيم روحاني للطائفة",
    "عيد مبارك على الجميع",
    "قال خالد بن سلمان العتيبي إن المحل أغلق",
    "جاء صالح مسرعا",
    "زأر الأسد في القفص",
    "سحبت القوات من قاعدة الأسد",
]


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_words_and_other_people_are_nobody_of_the_table(text: str) -> None:
    assert [f.value.id for s in sentences(text) for f in find_names(s) if f.value.id in IDS] == []
