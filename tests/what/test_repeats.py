"""What a page says again is coded once; what its headline and its body both state is stated twice."""

from __future__ import annotations

import pytest

from marsad.article import bare_article
from marsad.what import code_article

HEADLINE = "هولندا تقرر إرسال قوات إضافية إلى مالي"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("قال وزير الدفاع إن بلاده ترفض إرسال قوات إضافية إلى مالي قبل الصيف.", 2),
        ("وسبق للبرلمان أن عارض بشدة في جلسته إرسال قوات إضافية إلى مالي دون تفويض دولي.", 2),
        ("مقالات ذات صلة: هولندا تقرر إرسال قوات إضافية إلى مالي", 1),
        ("العالم هولندا تقرر إرسال قوات إضافية إلى مالي الاثنين", 1),
    ],
)
def test_the_words_of_a_headline_are_coded_again_only_in_another_sentence(body: str, told: int) -> None:
    found = code_article(bare_article("page", f"{HEADLINE}\n\n{body}", None))
    assert [m.type for m in found] == ["deploy"] * told
