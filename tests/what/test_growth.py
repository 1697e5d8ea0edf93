"""Twice the text is about twice the work, also for texts that no newsroom writes."""

import sys
from datetime import date
from types import FrameType

import pytest

from marsad.article import bare_article
from marsad.what import code_article

TITLE = "القوات الأميركية تنسحب من قاعدة القيارة يوم الخميس\n\n"
SIZE = 12_000  # characters: more than one sentence or one story's mentions may hold
MOST = 2.8  # times the work for twice the text; 4 would be quadratic


def work(text: str) -> int:
    """How many functions are called to code the text: the same on every machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    article = bare_article("a", text, date(2020, 3, 28))
    sys.setprofile(count)
    try:
        code_article(article)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", ["انسحبت القوات: ", "قصف غارة هجوم "])
def test_work_grows_with_the_text(unit: str) -> None:
    code_article(bare_article("a", TITLE + unit, None))  # tables and words are read once
    half, whole = (work(TITLE + unit * (size // len(unit))) for size in (SIZE // 2, SIZE))
    assert whole < MOST * half
