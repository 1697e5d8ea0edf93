"""Bytes to text, whatever the page declares."""

import random

import pytest

from marsad.article.decoding import PLAUSIBLE, decode_bytes, plausibility

NEWS = "أعلنت وزارة الدفاع الهولندية أن آخر جنودها غادروا معسكر التدريب قرب أربيل، بعد أربع سنوات."
SHORT = "غادرت القوات القاعدة"
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [NEWS, SHORT, "هدوء"])
def test_unicode(text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", [None, "windows-1256", "iso-8859-6", "iso-8859-1", "utf-8", "klingon"])
@pytest.mark.parametrize("text", [NEWS, SHORT, "وصل الجنود إلى الموصل"])
def test_old_arabic_encodings_with_right_wrong_or_no_declaration(
    text: str, declared: str | None, encoding: str
) -> None:
    whole = (META.format(declared) if declared else "") + text
    assert decode_bytes(whole.encode(encoding)) == whole


def test_utf8_wins_over_a_wrong_declaration() -> None:
    whole = META.format("windows-1256") + NEWS
    assert decode_bytes(whole.encode()) == whole


def test_an_xml_declaration_counts_for_other_languages() -> None:
    whole = '<?xml version="1.0" encoding="windows-1251"?><p>Войска покинули базу</p>'
    assert decode_bytes(whole.encode("windows-1251")) == whole


def test_a_page_cut_inside_a_letter_is_still_utf8() -> None:
    data = (NEWS * 3).encode()[:-1]
    text = decode_bytes(data + "ل".encode()[:1])
    assert text is not None and text.startswith(NEWS)


@pytest.mark.parametrize(
    "data",
    [
        bytes(random.Random(1).randrange(128, 256) for _ in range(2000)),
        random.Random(2).randbytes(2000),
        "Войска покинули базу в субботу".encode("windows-1251"),
        NEWS.encode("cp037", "ignore") + bytes(range(32)),
        b"\xff\xfe" + bytes([0x00, 0xD8]) * 100,
    ],
)
def test_what_is_text_in_no_known_encoding_is_refused(data: bytes) -> None:
    assert decode_bytes(data) is None


def test_the_right_reading_is_far_better_than_the_wrong_one() -> None:
    for text in (NEWS, SHORT):
        for right, wrong in (("windows-1256", "iso-8859-6"), ("iso-8859-6", "windows-1256")):
            assert plausibility(text) > PLAUSIBLE
            assert plausibility(text.encode(right).decode(wrong, "replace")) < plausibility(text) - 0.5
