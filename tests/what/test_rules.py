"""Every rule's name says to people how a value was found, and what is inherited says so."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import marsad
from marsad import Reading
from marsad.data import read_table
from marsad.records import EventMention, Found
from marsad.what.rules import OF, says
from marsad.what.why import values
from marsad.when.rules import BOUNDS, TIMES

SRC = Path(marsad.__file__).parent
EVAL = Path(__file__).parents[2] / "eval"
DEV = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared") / "gold" / "dev.jsonl"
ROWS = read_table("codebook/rules.csv")
ARABIC, LATIN = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]")
SLOT = {of: slot for slot, of in OF.items()}  # one field of each sort
READERS = ("read_as", "party_after", "party_before", "between", "_harmed", "_of_members")
# calls that name a rule: which sort of value it is of, and the first argument that may be the name
NAMING = {
    **dict.fromkeys(READERS, ("party", 1)),
    "Governor": ("factuality", 2),
    "Statement": ("source", 3),
    "Read": ("place", 4),
    "_toll": ("count", 4),
}
PARTIES = ("finding.py", "leading.py", "holders.py", "phrases.py")  # who reads parties for the event coder
# the outlet is nobody's source; "the base" is resolved or dropped, a state that is only a place is no party
NO_RULE = ("outlet", "definite", "place")


def found_in(*paths: Path) -> list[tuple[EventMention, str, Found[object]]]:
    """Every value of every mention in the articles of some files."""
    readings = (found for found in marsad.read(paths) if isinstance(found, Reading))
    return [(m, slot, found) for r in readings for m in r.mentions for slot, found in values(m)]


def undescribed(found: list[tuple[EventMention, str, Found[object]]]) -> set[str]:
    return {f"{OF[slot]},{one.rule}" for _, slot, one in found if says(slot, one.rule) is None}


def unmarked(found: list[tuple[EventMention, str, Found[object]]]) -> set[str]:
    """The rules of values that were read outside their mention's sentence and do not say so."""
    outside = [(slot, one) for m, slot, one in found if not m.sentence.overlaps(one.spans[0])]
    return {f"{slot},{one.rule}" for slot, one in outside if not one.inherited}


@pytest.fixture(scope="module")
def own() -> list[tuple[EventMention, str, Found[object]]]:
    return found_in(*(EVAL / f"{name}.jsonl" for name in ("own", "second", "demo")))


def test_every_rule_met_in_our_articles_has_a_row(own: list[tuple[EventMention, str, Found[object]]]) -> None:
    assert undescribed(own) == set(), "add a row to src/marsad/data/codebook/rules.csv"


def test_what_is_read_outside_its_sentence_is_inherited(
    own: list[tuple[EventMention, str, Found[object]]],
) -> None:
    assert unmarked(own) == set()
    slots = {slot for _, slot, one in own if one.inherited}
    assert slots == {"actors", "recipients", "place", "factuality", "attribution"}


@pytest.mark.shared
def test_so_it_is_in_articles_of_others() -> None:
    if not DEV.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{DEV} is not on this machine")
    found = found_in(DEV)
    assert (undescribed(found), unmarked(found)) == (set(), set())


def named_in_code() -> Iterator[tuple[str, str]]:
    """(sort, rule) of every name that the readers spell out, whether an article shows it or not."""
    for path in (path for room in ("what", "where", "who") for path in sorted((SRC / room).glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            of, first = NAMING.get(node.func.id, ("", 0))
            yield from ((of, rule) for arg in node.args[first:] * bool(of) for rule in _written(arg))
            if path.name in PARTIES and node.func.id == "replace":
                named = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
                yield from (("party", rule) for arg in named for rule in _written(arg))


def _written(arg: ast.expr) -> list[str]:
    """The name that an argument spells out; `{cue.kind}` in it stands for planned."""
    if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
        return [arg.value]
    if isinstance(arg, ast.JoinedStr):
        return ["".join(str(p.value) if isinstance(p, ast.Constant) else "planned" for p in arg.values)]
    return []


NAMED = sorted(
    {
        (of, f"source:{rule}" if of == "source" else rule)
        for of, rule in named_in_code()
        if rule not in NO_RULE
    }
)
DATED = sorted({name for name, _ in (*TIMES, *BOUNDS)} - {"none"})
DEFINITE = [f"definite:{row['rule']}" for row in read_table("who/rules.csv")]


def test_the_code_names_its_rules() -> None:
    assert ("party", "sides") in NAMED and ("place", "border") in NAMED and len(NAMED) > 40


@pytest.mark.parametrize(
    ("of", "rule"),
    [*NAMED, *(("date", name) for name in DATED), *(("party", name) for name in DEFINITE)],
)
def test_every_rule_of_the_code_has_a_row(of: str, rule: str) -> None:
    assert says(SLOT[of], rule) is not None, f"add a row for {of},{rule} to data/codebook/rules.csv"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['of']},{row['rule']}")
def test_a_row_says_one_thing_in_each_language(row: dict[str, str]) -> None:
    assert set(row["of"].split("|")) <= set(OF.values())
    assert row["en"][0].isupper() or row["en"][0] == '"'
    assert row["en"].endswith((".", ":")) and not ARABIC.search(row["en"])
    assert row["ar"].endswith((".", ":")) and not LATIN.search(row["ar"])


def test_no_row_stands_twice() -> None:
    keys = [(of, row["rule"]) for row in ROWS for of in row["of"].split("|")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("slot", "rule", "english"),
    [
        ("date", "weekday", ["weekday"]),
        ("actors", "subject:name", ["right before the verb", "name itself"]),
        ("actors", "inherited:after:definite:army", ["Left out", "right after", 'noun with "the"']),
        ("recipients", "inherited:foe:inherited:before:name", ["Left out", "fights", "nearest party"]),
        ("actors", "after:definite:unit", ["right after", "numbered unit"]),
        ("factuality", "future", ["particle of the future"]),
        ("factuality", "future:begin", ["begin later"]),
        ("factuality", "negated:denied", ["negated word of denying"]),
        ("attribution", "inherited:source:said", ["speaks on", "verb of saying"]),
    ],
)
def test_a_name_is_read_from_the_left_the_longest_row_first(slot: str, rule: str, english: list[str]) -> None:
    told = says(slot, rule)
    assert told is not None
    at = [told.en.find(words) for words in english]
    assert -1 not in at and at == sorted(at), told.en


@pytest.mark.parametrize(
    ("slot", "rule"), [("date", "subject"), ("place", "base:new"), ("actors", "new:name"), ("actors", "")]
)
def test_a_name_without_rows_says_nothing(slot: str, rule: str) -> None:
    assert says(slot, rule) is None
