"""The tables of names: every row of a known kind, every kind of small word asked for by some reader."""

from collections import Counter
from pathlib import Path

import marsad.who
from marsad.arabic import fold
from marsad.data import cell, read_table

ROOM = Path(marsad.who.__file__).parent


def test_every_kind_of_small_word_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    kinds = {row["kind"].split(":")[0] for row in read_table("who/words.csv")}
    assert [kind for kind in sorted(kinds) if f'"{kind}"' not in code and f'"{kind}:"' not in code] == []


def test_given_names_are_of_one_kind_or_both() -> None:
    rows = read_table("who/given.csv")
    assert {row["kind"] for row in rows} == {"native", "foreign"}
    every = {fold(name) for row in rows for name in cell(row["names"])}
    words = [row for row in read_table("who/words.csv") if row["kind"] == "ambiguous_name"]
    assert {fold(name) for row in words for name in cell(row["words"])} <= every


def test_heads_are_listed_once() -> None:
    rows = read_table("who/heads.csv")
    assert {row["whose"] for row in rows} == {"state", "own"}
    assert {row["kind"] for row in rows} == {"body", "group"}
    assert {row["needs"] for row in rows} == {"any", "proper"}
    forms = Counter(fold(form) for row in rows for form in cell(row["forms"]))
    assert [form for form, count in forms.items() if count > 1] == []


def test_sounds_are_of_known_kinds() -> None:
    rows = read_table("who/sounds.csv")
    heard = {"sound", "first", "written", "opening", "closing", "glide", "final", "slip", "case"}
    bare = {"native", "emphatic", "borrowed", "ending"}
    assert {row["kind"] for row in rows} == heard | bare
    assert all(bool(row["heard"]) == (row["kind"] in heard) for row in rows)
