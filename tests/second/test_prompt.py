"""The prompt is the codebook, made from its tables; its example is an answer that would be taken."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from marsad.cli.labels import names
from marsad.data import read_table
from marsad.errors import DataMissing
from marsad.lines import mention_line
from marsad.records import Span
from marsad.second import prompt
from marsad.second.answers import proposals_in
from marsad.second.grounding import Ground
from marsad.second.parts import MOST, PART, parts
from marsad.second.prompt import answer_schema, messages, system_prompt
from marsad.second.vocabulary import codes, countries, triggers
from tests.second.articles import ARTICLE, BODY, TITLE, article

EXAMPLE = read_table("second/example.csv")[0]
ITEM = answer_schema()["properties"]["mentions"]["items"]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["type", "factuality"])
def test_every_name_of_the_codebook_is_explained_once(kind: str) -> None:
    lines = system_prompt().splitlines()
    assert [[line for line in lines if line.startswith(f"- {name}: ")] != [] for name in names(kind)] == [
        True
    ] * len(names(kind))
    assert ITEM["properties"][kind]["enum"] == list(names(kind))


def test_nothing_is_left_to_be_filled_in() -> None:
    assert not any(
        f"{{{name}}}" in system_prompt() for name in ("types", "factuality", "roles", "codes", "example")
    )


def test_the_prompt_has_the_frames_words_and_the_parties_codes() -> None:
    text = system_prompt()
    assert all(triggers(name)[0] in text for name in names("type"))
    assert all(f"{code} (" in text for code in codes())
    assert {"PMF", "COALITION", "UNKNOWN_GUNMEN", "PROTESTERS", "FOREIGN_FORCES"} <= set(codes())
    assert "FRA" in countries() and "FRA" not in codes()


def test_a_small_model_has_room_for_the_prompt_and_a_part() -> None:
    assert len(system_prompt()) < 13_000


def test_the_example_is_an_answer_that_is_taken_whole() -> None:
    of = article(EXAMPLE["sentence"], date(2021, 6, 10))
    assert EXAMPLE["sentence"] in system_prompt() and EXAMPLE["answer"] in system_prompt()
    [proposal] = proposals_in(EXAMPLE["answer"])
    assert isinstance(proposal, dict) and set(ITEM["properties"]) == set(proposal)
    line = mention_line(of, Ground(of).mention(proposal, Span(0, len(of.text))))
    told = {key: line[key] for key in proposal if key not in ("quote", "words", "place", "event")}
    assert told == {key: proposal[key] for key in told}


def test_the_answers_keys_are_those_of_an_articles_mentions() -> None:
    """Words stand for offsets, since a model cannot count characters; the rest is the file format's."""
    of = article(EXAMPLE["sentence"])
    [proposal] = proposals_in(EXAMPLE["answer"])
    line = mention_line(of, Ground(of).mention(proposal, Span(0, len(of.text))))
    assert set(ITEM["properties"]) - {"quote", "words"} <= set(line)
    ours = {"start", "end", "sentence", "frame", "spans", "rules", "date_text", "quantity_text", "munitions"}
    assert set(line) - set(ITEM["properties"]) == ours


def test_the_question_is_the_text_with_its_day() -> None:
    [system, user] = messages(ARTICLE, Span(0, len(ARTICLE.text)))
    assert (system["role"], user["role"]) == ("system", "user")
    assert user["content"] == f"Published 2021-06-10.\nArticle:\n{TITLE}\n\n{BODY}"
    unknown = messages(replace(ARTICLE, published=None), Span(0, 9))[1]["content"]
    assert unknown.startswith("Published unknown.\n")


def test_a_later_part_comes_with_the_title() -> None:
    start = len(ARTICLE.text) - 20
    content = messages(ARTICLE, Span(start, len(ARTICLE.text)))[1]["content"]
    assert f"for context only: {TITLE}\n" in content and content.endswith(ARTICLE.text[start:])


def test_a_name_without_a_meaning_is_a_damaged_table(monkeypatch: pytest.MonkeyPatch) -> None:
    prompt.system_prompt.cache_clear()
    monkeypatch.setattr(prompt, "names", lambda kind: ("besiege",))
    with pytest.raises(DataMissing, match=r"types.csv: expected a row for besiege"):
        system_prompt()


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(answer_schema())) == answer_schema()


# --- parts -----------------------------------------------------------------------------------------------


def test_an_article_is_one_part() -> None:
    assert parts(ARTICLE.text) == (Span(0, len(ARTICLE.text)),)


def test_a_long_article_is_cut_between_paragraphs() -> None:
    paragraph = "انسحبت القوات من البلدة. " * 40
    text = "\n".join([paragraph.strip()] * 50)
    found = parts(text)
    assert len(found) > 1 and all(span.end - span.start <= PART for span in found)
    assert all(text[span.end : span.end + 1] in ("\n", "") for span in found)
    assert "\n".join(text[span.start : span.end] for span in found) == text


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = " ".join(["انسحبت القوات من البلدة."] * 1000)
    found = parts(text)
    assert len(found) == 3 and all(text[span.start : span.end].endswith(".") for span in found)


def test_a_text_without_an_end_is_cut_all_the_same() -> None:
    found = parts("قوات " * 10_000)
    assert all(span.end - span.start <= PART for span in found) and len(found) < MOST


def test_nothing_is_no_part() -> None:
    assert parts(" \n \n") == ()
