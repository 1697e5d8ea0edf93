"""Every example of a frame is coded as its row says; a known gap is still one. A new row is a new test."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from marsad.arabic import fold
from marsad.codebook import Book, Entry, Example, read_book, run
from marsad.codebook.running import Outcome, told
from marsad.data import cell, read_table
from marsad.what import code_article
from marsad.what.lexicon import look
from tests.what.coding import in_story

BOOK: Book = read_book()
EXAMPLES = [example for entry in BOOK.entries for example in entry.examples]
POSITIVES, NEGATIVES, LEMMAS = 320, 150, 120  # the least that the codebook has: issue 4
TAKEN = 13  # negative examples that a story about forces still takes for events; may only fall


def named(example: Example) -> str:
    return f"{example.frame}-{example.shows}-{example.gap or 'coded'}".replace(" ", "_")


@cache
def outcome(example: Example) -> Outcome:
    return next(run([example], EXAMPLES))


def wrong(example: Example) -> str:
    """What is coded otherwise than the row says, in words."""
    lines = [f"{d.field}: expected {d.expected!r}, found {d.found!r}" for d in outcome(example).differences]
    return "\n".join((example.text, *lines))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.gap], ids=named)
def test_an_example_is_coded_as_its_row_says(example: Example) -> None:
    assert outcome(example).passed, wrong(example)


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.gap], ids=named)
def test_a_known_gap_is_still_one(example: Example) -> None:
    assert outcome(example).state == "gap", f"closed: empty the cell gap of «{example.text}»"


@pytest.mark.parametrize("entry", BOOK.entries, ids=lambda entry: entry.name)
def test_a_frame_has_examples_and_where_it_refuses_a_negative_one(entry: Entry) -> None:
    kinds = {example.kind for example in entry.examples}
    refuses = entry.frame.not_object or entry.frame.not_before
    assert kinds >= ({"positive", "negative"} if refuses else {"positive"}), "add a row to examples.csv"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_trigger_stands_in_its_text_and_is_a_form_of_its_frame(example: Example) -> None:
    assert example.trigger in example.text
    frames = {sense.frame.name for sense in look(fold(example.trigger)).senses}
    assert example.frame in frames or example.gap, sorted(frames)


def test_a_story_about_forces_takes_nothing_from_the_events_and_little_from_the_others() -> None:
    """The same sentences beside a sentence of arms, where a frame asks less of the words around."""
    lost, taken = [], []
    for example in (e for e in EXAMPLES if not (e.gap or e.standing)):
        article = in_story(example.text)
        spans = ((m.frame, article.text[m.trigger.start : m.trigger.end]) for m in code_article(article))
        if ((example.frame, example.trigger) in spans) != example.positive:
            (lost if example.positive else taken).append(example.text)
    assert lost == []
    assert len(taken) <= TAKEN, "\n".join(taken)


def test_there_are_as_many_as_asked_for() -> None:
    kinds = Counter(example.kind for example in EXAMPLES)
    assert kinds["positive"] >= POSITIVES and kinds["negative"] >= NEGATIVES
    assert len({entry.head for entry in BOOK.entries}) >= LEMMAS
    assert len({entry.frame.type for entry in BOOK.entries}) == 9


def test_each_type_shows_every_order_and_most_factualities() -> None:
    for type_ in BOOK.types:
        shown = {e.shows for entry in BOOK.of_type(type_.name) for e in entry.examples if e.positive}
        assert len(shown) >= 3 and "vso" in shown, type_.name
    told_of = {example.factuality for example in EXAMPLES if example.positive}
    assert told_of == {"happened", "ongoing", "planned", "demanded", "denied", "possible"}


def test_every_construction_is_shown() -> None:
    assert {e.shows for e in EXAMPLES} == {
        r["construction"] for r in read_table("codebook/constructions.csv")
    }


def test_no_example_stands_twice() -> None:
    rows = Counter((e.frame, e.text, e.trigger, e.standing) for e in EXAMPLES)
    assert [row for row, number in rows.items() if number > 1] == []


def test_codes_of_parties_are_the_codebooks_or_arabic_names() -> None:
    for example in EXAMPLES:
        for code in (*example.actors, *example.recipients):
            assert code.isupper() or not code.isascii(), f"{example.text}: {code}"
        assert not example.country or (len(example.country) == 2 and example.country.isupper())
        assert example.role in ("", "from", "to", "at") and bool(example.role) == bool(example.place)


def test_a_wrong_row_is_seen() -> None:
    """The check can fail: another actor, another type of word, a mention that no row expects."""
    example = next(e for e in EXAMPLES if e.positive and not e.gap and e.actors)
    for change in ({"actors": ("NOBODY",)}, {"factuality": "denied"}, {"place": "x"}, {"quantity": "7"}):
        changed = Example(**{name: getattr(example, name) for name in Example.__slots__} | change)  # type: ignore[arg-type]
        [seen] = run([changed], EXAMPLES)
        assert not seen.passed and [d.field for d in seen.differences] == list(change)
    as_negative = Example(
        **{name: "" for name in Example.__slots__}  # type: ignore[arg-type]
        | {"frame": example.frame, "kind": "negative", "text": example.text, "trigger": example.trigger}
        | {"actors": (), "recipients": ()}
    )
    [seen] = run([as_negative], EXAMPLES)
    assert seen.state == "fails" and told(seen.article, seen.mention) in {d.found for d in seen.differences}  # type: ignore[arg-type]


def test_a_mention_that_no_row_of_the_text_expects_is_seen() -> None:
    both = [e for e in EXAMPLES if e.positive and not e.gap]
    shared = [e for e in both if sum(o.text == e.text for o in both) > 1]
    assert shared, "no text of the table states two events"
    [seen] = run(shared[:1], shared[:1])
    assert [d.field for d in seen.differences] == ["coded besides"]


def test_a_gap_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    example = next(e for e in EXAMPLES if not e.gap)
    changed = Example(**{name: getattr(example, name) for name in Example.__slots__} | {"gap": "none"})  # type: ignore[arg-type]
    [seen] = run([changed], EXAMPLES)
    assert seen.state == "closed" and not seen.passed


def test_several_by_bars() -> None:
    assert cell("USA|FRA") == ("USA", "FRA")
