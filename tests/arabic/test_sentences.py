"""Sentences end where Arabic ends them, and a stretch without an end is cut before it gets too long."""

import pytest

from marsad.arabic import sentence_spans
from marsad.arabic.tokens import LONGEST_SENTENCE


def pieces(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادروا. وصلوا", ["غادروا.", "وصلوا"]),
        ("غادروا؟! وصلوا…", ["غادروا؟!", "وصلوا…"]),
        ("عنوان\nنص", ["عنوان", "نص"]),
        ("بلغ 2.5 مليون", ["بلغ 2.5 مليون"]),
        ("عددهم 200. وصلوا", ["عددهم 200.", "وصلوا"]),
        ("قال د. سامي", ["قال د. سامي"]),
        ("قال «انسحبوا.» وغادر", ["قال «انسحبوا.»", "وغادر"]),
    ],
)
def test_sentences_end_at_their_marks(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("text", ["انسحبت القوات " * 2000, "ق" * 9000, "قوات،" * 3000])
def test_a_text_without_an_end_is_cut_without_loss(text: str) -> None:
    cut = pieces(text)
    assert max(map(len, cut)) <= LONGEST_SENTENCE
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert len(cut) < len(text) / LONGEST_SENTENCE + 2
