"""Folding is idempotent and its offsets map back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import fold, fold_with_offsets

LETTERS = st.text(st.sampled_from("أإآابتثجحخدذرزسشصضطظعغفقكلمنهويىةؤئءکیـًٌٍَُِّْ٠١٢٣۵ .،\u200fab1"), max_size=60)


@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(LETTERS)
def test_offsets_point_to_the_letter_that_was_folded(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert all(fold(text[at]) == c for c, at in zip(folded.text, folded.offsets, strict=False))
    assert list(folded.offsets) == sorted(set(folded.offsets))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("الأنبار", "الانبار"), ("قاعدةٌ", "قاعده"), ("مستشفى", "مستشفي"), ("٣٥٠", "350"), ("كتيـــبة", "كتيبه")],
)
def test_variants_become_one_form(word: str, folded: str) -> None:
    assert fold(word) == folded
