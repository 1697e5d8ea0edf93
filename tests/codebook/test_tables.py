"""The tables of types, patterns, crosswalk and words are sound and complete, and each flaw is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from marsad.codebook import Book, Crosswalk, Entry, flaws, read_book
from marsad.codebook.soundness import crosswalk_flaws, example_flaws
from marsad.codebook.wording import asks, class_words, pattern_line, pattern_parts, refuses
from marsad.data import read_table
from marsad.what.arguments import _READERS

BOOK: Book = read_book()
CODES = read_table("codebook/codes.csv")
# codebook, section 2: what a type is in PLOVER
PLOVER = {
    "withdraw": "RETREAT", "deploy": "MOBILIZE", "handover": "COOPERATE", "seize": "ASSAULT",
    "attack": "ASSAULT", "protest": "PROTEST", "suspend": "CONCEDE", "resume": "COOPERATE", "force_level": "",
}  # fmt: skip


def test_the_tables_have_no_flaw() -> None:
    assert flaws(BOOK, BOOK.entries) == ()


def test_each_type_is_explained_once_and_has_a_crosswalk() -> None:
    walks = {row["of"]: row for row in read_table("codebook/crosswalk.csv")}
    assert {type_.name: walks[type_.name]["plover"] for type_ in BOOK.types} == PLOVER
    assert all(type_.is_ and type_.is_not and type_.unclear for type_ in BOOK.types)


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: entry.name)
def test_a_frames_codes_are_valid(entry: Entry) -> None:
    assert list(crosswalk_flaws(entry.name, entry.crosswalk)) == []
    walk = entry.crosswalk
    if entry.frame.type == "force_level":
        assert walk == Crosswalk(note=walk.note)
    else:
        assert walk.plover and walk.cameo and walk.acled and walk.acled_sub


def test_a_row_for_a_frame_differs_from_that_of_its_type() -> None:
    walks = {row.pop("of"): row for row in read_table("codebook/crosswalk.csv")}
    same = [e.name for e in BOOK.entries if e.own_crosswalk and walks[e.name] == walks[e.frame.type]]
    assert same == []


def test_codes_have_the_forms_of_their_schemes() -> None:
    assert [c["code"] for c in CODES if c["scheme"] == "cameo" and not c["code"].isdigit()] == []
    assert {len(c["code"]) for c in CODES if c["scheme"] == "cameo"} == {3, 4}
    assert [n for n, k in Counter((c["scheme"], c["code"], c["of"]) for c in CODES).items() if k > 1] == []
    tops = {(c["scheme"], c["code"]) for c in CODES}
    within = {"plover_mode": "plover", "acled_sub": "acled"}
    assert [c for c in CODES if c["of"] and (within[c["scheme"]], c["of"]) not in tops] == []
    assert {c["code"] for c in CODES if c["scheme"] == "acled"} == {
        "Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
        "Strategic developments",
    }  # fmt: skip


def test_every_pattern_that_code_reads_is_put_into_words() -> None:
    rows = {row["pattern"]: row for row in read_table("codebook/patterns.csv")}
    assert set(rows) == {pattern for pattern, _ in _READERS}
    assert all(row["verb"] and row["noun"] and row["prepositions"] for row in rows.values())
    assert all(pattern_line(name) == row["arabic"] for name, row in rows.items())
    assert "passive" not in pattern_parts("move") and "passive" in pattern_parts("send")


def test_each_name_of_the_word_table_stands_once_and_exists() -> None:
    meanings = read_table("codebook/meanings.csv")
    assert [n for n, k in Counter((r["kind"], r["name"]) for r in meanings).items() if k > 1] == []
    known = {
        "cue": {row["kind"] for row in read_table("codebook/cues.csv")},
        "particle": {row["kind"] for row in read_table("codebook/particles.csv")},
        "class": {row["class"] for row in read_table("codebook/classes.csv")},
    }
    assert [r["name"] for r in meanings if r["name"] not in known.get(r["kind"], {r["name"]})] == []


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: entry.name)
def test_what_a_frame_asks_and_refuses_is_said_in_words(entry: Entry) -> None:
    frame = entry.frame
    assert len(asks(frame)) == len(frame.needs) + bool(frame.object)
    assert len(refuses(frame)) == bool(frame.not_object) + bool(frame.not_before)


def test_a_class_without_a_meaning_is_shown_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.codebook.wording._meanings", dict)
    assert "زلزال" in class_words("nature")


FLAWS = [
    ({"type": "leave"}, "type: expected one of"),
    ({"pattern": "muve"}, "pattern: expected one of"),
    ({"role": "under"}, "role: expected one of"),
    ({"needs": ("armd",)}, "found armd"),
    ({"not_object": ("goods", "gods")}, "found gods"),
    ({"kinds": frozenset({"paste"})}, "found paste"),
]


@pytest.mark.parametrize(("change", "line"), FLAWS)
def test_a_frame_with_a_wrong_name_is_told(change: dict[str, str], line: str) -> None:
    entry = BOOK.entries[0]
    wrong = replace(entry, frame=replace(entry.frame, **change))  # type: ignore[arg-type]
    assert any(line in told and entry.name in told for told in flaws(BOOK, [wrong]))


def test_a_frame_twice_a_stranger_and_a_frame_without_examples_are_told() -> None:
    first, *rest = BOOK.entries
    assert any(
        "stands there twice" in line for line in flaws(replace(BOOK, entries=(first, first, *rest)), [])
    )
    without = replace(BOOK, entries=tuple(rest))
    assert any(f"found {first.name}" in line for line in flaws(without, []))
    bare = replace(first, examples=())
    assert [line.split(";")[0] for line in example_flaws(bare)] == [
        f"examples.csv: expected a positive example of {first.name}, found none",
        f"examples.csv: expected a negative example of {first.name} too, found none",
    ]


@pytest.mark.parametrize(
    ("walk", "found"),
    [
        (Crosswalk(plover="YIELD"), "found YIELD"),
        (Crosswalk(plover="RETREAT", mode="troops"), "of RETREAT of codes.csv, found troops"),
        (Crosswalk(cameo="874"), "found 874"),
        (Crosswalk(acled="Battles", acled_sub=("Peaceful protest",)), "found Peaceful protest"),
    ],
)
def test_a_wrong_code_is_told(walk: Crosswalk, found: str) -> None:
    [line] = crosswalk_flaws("x", walk)
    assert line.endswith(found)
