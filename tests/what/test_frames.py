"""The tables of the codebook are sound, and every written word finds what they say of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import marsad.what
from marsad.arabic import fold
from marsad.arabic.verbs import lemma_of
from marsad.data import cell, read_table
from marsad.what.arguments import _READERS
from marsad.what.lexicon import FINITE, fits, look, trigger_forms, word_classes
from tests.what.coding import rows

TYPES = {
    "withdraw", "deploy", "handover", "seize", "attack", "protest", "suspend", "resume", "force_level",
}  # fmt: skip
ROLES = {"from", "to", "at"}
FORM_KINDS = {
    "past",
    "present",
    "present_event",
    "jussive",
    "passive",
    "masdar",
    "participle",
    "bare",
    "with_ba",
}
BY_MECHANISM = {"number", "force_named", "force_subject"}  # needs that conditions.py reads in the sentence
FRAMES = read_table("codebook/frames.csv")
CLASSES = read_table("codebook/classes.csv")
CUES = read_table("codebook/cues.csv")
SIGNS = read_table("codebook/signs.csv")
PARTICLES = read_table("codebook/particles.csv")
CODE = "".join(path.read_text("utf-8") for path in sorted(Path(marsad.what.__path__[0]).glob("*.py")))


def listed(row: dict[str, str]) -> set[str]:
    """The classes that a frame asks for or is disqualified by."""
    needs = set(row["needs"].split("&")) if row["needs"] else set()
    return needs.union(*(cell(row[column]) for column in ("object", "not_object", "not_before")))


@pytest.mark.parametrize("row", FRAMES, ids=lambda row: row["frame"])
def test_a_frame_names_only_what_exists(row: dict[str, str]) -> None:
    assert row["type"] in TYPES
    assert row["role"] in ROLES
    assert {pattern for pattern, _ in _READERS} >= {row["pattern"]}
    assert listed(row) - {c["class"] for c in CLASSES} <= BY_MECHANISM
    assert set(cell(row["kinds"])) <= FORM_KINDS
    assert None not in row.values()  # a row with too few commas
    assert None not in row  # a row with too many


@pytest.mark.parametrize("row", FRAMES, ids=lambda row: row["frame"])
def test_a_frame_is_evoked_by_some_written_form(row: dict[str, str]) -> None:
    forms = [form.text for form in lemma_of(row).forms()]
    evoked = any(sense.frame.name == row["frame"] for form in forms for sense in look(form).senses)
    assert evoked


def test_no_two_frames_share_a_name() -> None:
    assert [name for name, n in Counter(row["frame"] for row in FRAMES).items() if n > 1] == []


def test_each_type_has_frames_and_each_pattern_that_code_reads_is_used() -> None:
    assert {row["type"] for row in FRAMES} == TYPES
    assert {row["pattern"] for row in FRAMES} == {pattern for pattern, _ in _READERS}


@pytest.mark.parametrize("pattern", sorted({pattern for pattern, _ in _READERS}))
def test_a_pattern_says_what_verbs_and_nouns_do(pattern: str) -> None:
    told = {finite for name, finite in _READERS if name == pattern}
    assert told in ({None}, {True, False})


@pytest.mark.parametrize(
    "row", CUES, ids=lambda row: f"{row['kind']}-{fold(row['past'] or row['words'])[:9]}"
)
def test_a_cue_has_a_kind_that_code_asks_for_and_a_written_form(row: dict[str, str]) -> None:
    assert f'"{row["kind"]}"' in CODE
    assert list(lemma_of(row).forms()) or cell(row["words"])


def test_no_class_is_listed_twice_and_none_but_the_number_is_empty() -> None:
    assert [name for name, n in Counter(row["class"] for row in CLASSES).items() if n > 1] == []
    assert {row["class"] for row in CLASSES if not cell(row["words"])} == {"number"}
    assert word_classes() == {row["class"] for row in CLASSES} - {"number"}


def test_no_kind_of_particle_is_listed_twice_or_empty() -> None:
    assert [kind for kind, n in Counter(row["kind"] for row in PARTICLES).items() if n > 1] == []
    assert all(cell(row["words"]) for row in PARTICLES)


def test_each_class_and_particle_is_asked_for_by_a_frame_or_by_code() -> None:
    needed = set().union(*map(listed, FRAMES), *(cell(row["what"]) for row in SIGNS))
    names = {row["class"] for row in CLASSES} | {row["kind"] for row in PARTICLES}
    assert {name for name in names - needed if f'"{name}"' not in CODE} == set()


def test_trigger_forms_are_folded_single_words() -> None:
    assert {form for form in trigger_forms() if fold(form) != form or " " in form} == set()


SENSES = """
انسحبت | withdraw.retreat | past
وانسحبت | withdraw.retreat | past
انسحبوا | withdraw.retreat | past
ستنسحب | withdraw.retreat | present
سينسحبون | withdraw.retreat | present
وسينسحبان | withdraw.retreat | present
بانسحاب | withdraw.retreat | masdar
وبانسحابها | withdraw.retreat | masdar
للانسحاب | withdraw.retreat | masdar
انسحابات | withdraw.retreat | masdar
المنسحبين | withdraw.retreat | participle
ليخلي | withdraw.vacate | present
أخلت | withdraw.vacate | past
أَخْلَتْ | withdraw.vacate | past
اخلوا | withdraw.vacate | past
إخلاء | withdraw.vacate | masdar
أجلي | withdraw.evacuate | passive
يُجلون | withdraw.evacuate | present
ســحبت | withdraw.pull | past
لسحبها | withdraw.pull | masdar
أرسلتها | deploy.send | past
فأرسلت | deploy.send | past
وإرسالهم | deploy.send | masdar
بإعادة | withdraw.bring_home | masdar
أعيد | withdraw.bring_home | passive
تُعاد | withdraw.bring_home | passive
وسيسلمونها | handover.give | present
لتسليمهما | handover.give | masdar
استولت | seize.grab | past
يستولون | seize.grab | present
استُعيدت | seize.recover | passive
هوجمت | attack.assault | passive
والهجوم | attack.attack | masdar
هجومين | attack.attack | masdar
بالغارات | attack.raid | masdar
يُستأنف | resume.resume | present
استؤنفت | resume.resume | passive
استئنافها | resume.resume | masdar
تظاهروا | protest.demonstrate | past
المظاهرات | protest.demonstrate | masdar
سيعلّقون | suspend.suspend | present
وتعليقه | suspend.suspend | masdar
ويبلغ | level.reach | present
إخلائها | withdraw.vacate | masdar
إجلائهم | withdraw.evacuate | masdar
إنهاؤها | withdraw.end_presence | masdar
إبقائها | deploy.keep | masdar
استيلائه | seize.grab | masdar
واعتداؤهم | attack.violate | masdar
"""


@pytest.mark.parametrize(("word", "frame", "form"), rows(SENSES))
def test_a_written_word_evokes_its_frame(word: str, frame: str, form: str) -> None:
    assert (frame, form) in {(sense.frame.name, sense.form) for sense in look(fold(word)).senses}


KNOWN_GAPS = """
dual of the past | انسحبا | withdraw.retreat | past
dual of the past | غادرا | withdraw.leave | past
"""  # class of the gap, word, the frame and form that it should evoke: move a row up when it does


@pytest.mark.parametrize(("gap", "word", "frame", "form"), rows(KNOWN_GAPS))
def test_a_known_gap_is_still_one(gap: str, word: str, frame: str, form: str) -> None:
    assert (frame, form) not in {(sense.frame.name, sense.form) for sense in look(fold(word)).senses}, gap


NO_TRIGGERS = """
المدينة
الطقس
فجرا
الانسحبت
سانسحاب
انسحابي
بانسحبت
أصل
"""


@pytest.mark.parametrize("word", [word for [word] in rows(NO_TRIGGERS)])
def test_a_word_that_is_no_form_of_a_trigger_evokes_nothing(word: str) -> None:
    assert look(fold(word)).senses == ()


CUE_WORDS = """
أعلنت | speech
وأعلنوا | speech
مؤكدا | speech
ستقرر | planned
عزمها | planned
المقرر | planned
وطالبت | demanded
بضرورة | demanded
نفت | denied
نافيا | denied
عدم | denied
هددت | possible
المزعوم | possible
تواصل | ongoing
لايزال | ongoing
بدأت | begin
وشرعوا | begin
تمكنوا | happened
تم | occur
سيتم | occur
ستجرى | light
شنتها | light
تعرضت | suffer
نقلا | relay
"""


@pytest.mark.parametrize(("word", "kind"), rows(CUE_WORDS))
def test_a_written_word_is_a_cue(word: str, kind: str) -> None:
    assert kind in {cue.kind for cue in look(fold(word)).cues}


PARTICLE_WORDS = """
لم | negation
ولن | negation
إذا | conditional
قد | modal
وقد | modal
سوف | future
الذين | relative
بأن | that
بعدما | subordinate
ضد | against
"""


@pytest.mark.parametrize(("word", "kind"), rows(PARTICLE_WORDS))
def test_a_particle_stands_alone_or_behind_a_conjunction(word: str, kind: str) -> None:
    assert kind in look(fold(word)).particles


CLASS_WORDS = """
بجنودها | force
والقوات | force
جنديا | troops
لقاعدتهم | site
الحوثيين | armed
بالمباراة | game
وسفيرها | person
المدنيين | civilian
"""


@pytest.mark.parametrize(("word", "name"), rows(CLASS_WORDS))
def test_a_class_holds_its_words_with_their_clitics(word: str, name: str) -> None:
    assert name in look(fold(word)).classes


@pytest.mark.parametrize("word", ["انسحبت", "وسينسحبون", "بانسحابها", "للانسحاب", "اخلت"])
def test_every_sense_fits_its_clitics(word: str) -> None:
    senses = look(fold(word)).senses
    assert senses
    assert all(fits(sense.form, sense.reading) for sense in senses)
    assert {sense.form in FINITE for sense in senses} == {not word.startswith(("ب", "ل"))}


def test_a_word_that_no_table_knows_is_nothing() -> None:
    word = look("قنديل")
    assert (word.senses, word.cues, word.particles, word.classes) == ((), (), frozenset(), frozenset())
