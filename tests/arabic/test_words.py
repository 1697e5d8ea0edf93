"""Tokens, sentences, clitics, long names, verb forms."""

import pytest

from marsad.arabic import PhraseBook, readings, sentences, split, tokens
from marsad.arabic.verbs import Lemma, past_forms, present_forms


def test_tokens_keep_their_offsets() -> None:
    text = "وصل ١٬٢٠٠ جندي، الثلاثاء."
    assert [(text[t.start : t.end], t.kind) for t in tokens(text)] == [
        ("وصل", "word"),
        ("١٬٢٠٠", "number"),
        ("جندي", "word"),
        ("،", "mark"),
        ("الثلاثاء", "word"),
        (".", "mark"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("غادر الجنود. وصل آخرون.", 2),
        ("بلغت النسبة 2.5 في المئة.", 1),
        ("قال د. سامي إن القوات باقية.", 1),
        ("عنوان بلا نقطة\nفقرة أولى. فقرة ثانية", 3),
        ("هل ينسحبون؟ لا أحد يعلم!", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("word", "names", "stem"),
    [
        ("كركوك", {"كركوك"}, "كركوك"),
        ("ولكركوك", {"كركوك"}, "كركوك"),
        ("وبجنودهم", set(), "جنود"),
        ("للقوات", set(), "قوات"),
        ("بقاعدتها", set(), "قاعده"),
    ],
)
def test_clitics_come_off_but_names_come_first(word: str, names: set[str], stem: str) -> None:
    assert split(word, names.__contains__).stem == stem


def test_future_mark_is_read() -> None:
    assert any(r.future and r.stem == "ينسحب" for r in readings("وسينسحب"))


def test_longest_name_wins() -> None:
    book: PhraseBook[str] = PhraseBook()
    book.add("الولايات المتحدة", "USA")
    book.add("الولايات المتحدة المكسيكية", "MEX")
    row = tokens("زار وفد من الولايات المتحدة المكسيكية بغداد")
    hits = book.find(row)
    assert [(h.first, h.last, h.values) for h in hits] == [(3, 5, ("MEX",))]
    assert "الولايات المتحده" in book


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("انسحب", {"انسحبت", "انسحبوا", "انسحبا", "انسحبنا"}),
        ("أخلى", {"اخلي", "اخلت", "اخلوا"}),
        ("زاد", {"زادت", "زادوا", "زدنا"}),
        ("بقي", {"بقيت", "بقوا"}),
    ],
)
def test_past_is_generated(past: str, forms: set[str]) -> None:
    assert forms <= {f.text for f in past_forms(past)}


@pytest.mark.parametrize(
    ("present", "forms"),
    [
        ("ينسحب", {"تنسحب", "ينسحبون", "ينسحبوا", "ننسحب", "ينسحبان"}),
        ("يخلي", {"تخلي", "يخل", "يخلون"}),
        ("يعود", {"تعود", "يعد", "يعودون"}),
    ],
)
def test_present_is_generated(present: str, forms: set[str]) -> None:
    assert forms <= {f.text for f in present_forms(present)}


def test_a_lemma_generates_nouns_and_passives() -> None:
    forms = {f.text for f in Lemma("أعاد", "يعيد", ("إعادة",), ("معيد",)).forms()}
    assert {"اعيد", "يعاد", "اعاده", "معيدون"} <= forms
