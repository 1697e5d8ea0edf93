"""The gate before detection lets through every sentence in which detection finds an event, and few others."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.arabic import Sentence, sentences
from marsad.what.detect import find_triggers
from marsad.what.gate import Outline, may_state
from marsad.what.lexicon import look
from marsad.what.scene import sketch

SHARED = Path(os.environ.get("MARSAD_SHARED") or Path(__file__).parents[3] / "shared")
OWN = sorted((Path(__file__).parents[2] / "eval").glob("*.jsonl"))
FEWEST_STOPPED = 0.1  # of the sentences with a trigger's form; 0.19 measured on the dev set


def passes(sentence: Sentence, armed: bool) -> bool:
    return may_state(sentence, [look(token.folded) for token in sentence.tokens], armed)


def detects(sentence: Sentence, armed: bool) -> bool:
    words = tuple(look(token.folded) for token in sentence.tokens)
    return any(bool(find_triggers(sketch(sentence, words, title), armed)) for title in (False, True))


def texts(gold: Path) -> Iterator[str]:
    return (json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines())


def lost(text: str) -> list[str]:
    """The sentences in which detection finds an event although the gate stops them."""
    outline = Outline(text)
    outlined = {armed: {s.start for s in outline.sentences(armed)} for armed in (False, True)}
    return [
        text[sentence.start : sentence.end]
        for sentence in sentences(text)
        for armed in (False, True)
        if detects(sentence, armed) and not (sentence.start in outlined[armed] and passes(sentence, armed))
    ]


@pytest.mark.parametrize("gold", OWN, ids=lambda gold: gold.stem)
def test_no_sentence_of_our_own_gold_is_lost(gold: Path) -> None:
    assert [sentence for text in texts(gold) for sentence in lost(text)] == []


@pytest.mark.shared
def test_no_sentence_of_the_gold_standard_is_lost_and_many_are_stopped() -> None:
    gold = SHARED / "gold" / "dev.jsonl"
    if not gold.exists() and os.environ.get("MARSAD_CI") != "1":
        pytest.skip(f"{gold} is not on this machine")
    assert [sentence for text in texts(gold) for sentence in lost(text)] == []
    holding = [
        s for text in texts(gold) for s in sentences(text) if any(look(t.folded).senses for t in s.tokens)
    ]
    assert sum(not passes(sentence, True) for sentence in holding) > FEWEST_STOPPED * len(holding)


@pytest.mark.parametrize(
    ("text", "armed", "expected"),
    [
        ("انسحبت القوات من القاعدة", False, True),
        ("سلم المعلم التلاميذ كراساتهم", True, False),
        ("بلغ السيل الزبى", True, False),
        ("بلغ عدد الجنود 300 جندي", False, True),
        ("الطقس جميل اليوم", True, False),
    ],
)
def test_a_sentence_passes_when_a_frame_may_find_what_it_asks_for(
    text: str, armed: bool, expected: bool
) -> None:
    assert passes(next(sentences(text)), armed) is expected


def test_sentences_without_a_trigger_are_not_even_parted_into_tokens() -> None:
    outline = Outline("انسحبت القوات من القاعدة. الطقس جميل اليوم.\nقصفت الطائرات المدينة.")
    assert outline.states()
    assert [sentence.start for sentence in outline.sentences(True)] == [0, 44]


def test_words_are_counted_with_their_repetitions() -> None:
    assert Outline("القوات والقوات والجيش").count("armed") == 3
    assert not Outline("الطقس جميل اليوم").states()


def test_an_invisible_sign_inside_a_word_hides_no_trigger() -> None:
    text = "الطقس\u00adانسحبت القوات من القاعدة. انسحبت القوات من القاعدة."
    assert len(list(Outline(text).sentences(True))) == 2
