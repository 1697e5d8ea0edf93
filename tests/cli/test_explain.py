"""`--explain`: of each mention its frame and clause, of each value its words, its rule and whose it is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from marsad.cli.labels import label, names
from marsad.data import read_table
from tests.conftest import Run

STORY = (
    "هولندا تسحب جنودها من مالي\n\n"
    "أعلنت وزارة الدفاع الهولندية أن القوات الهولندية غادرت معسكر كاستور في غاو أمس الثلاثاء. "
    "ونفى المتحدث باسم الجيش المالي أن تكون بلاده طلبت الانسحاب.\n"
    "وقال مصدر عسكري إن وزير الدفاع أكد أن ثمانين جنديا لن ينسحبوا قبل الصيف."
)


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    return str(file)


def explained(run: Run, page: str, *more: str) -> list[dict[str, Any]]:
    code, out, _ = run("read", page, "--explain", "--json", "--published", "2019-05-01", *more)
    assert code == 0
    [line] = [json.loads(text) for text in out.splitlines()]
    return list(line["mentions"])


def shown(run: Run, page: str, *more: str) -> str:
    code, out, _ = run("read", page, "--explain", "--published", "2019-05-01", *more)
    assert code == 0
    return re.sub(r"\s+", " ", out)


def test_a_mention_has_frame_clause_and_words_of_each_value(page: str, run: Run) -> None:
    out = shown(run, page)
    assert "2. withdrawal, event e1" in out
    assert "trigger 77–82 «غادرت»" in out
    assert "frame withdraw.leave: غادر withdrawal: who moves is the subject" in out
    assert "clause 57–115 «أن القوات الهولندية غادرت معسكر كاستور في غاو أمس الثلاثاء»" in out
    assert (
        "place from ML معسكر كاستور in its clause 83–95 «معسكر كاستور» rule head+name: A noun of place" in out
    )
    assert (
        "says وزارة الدفاع الهولندية in its sentence 34–56 «وزارة الدفاع الهولندية» rule source:said: It"
        in out
    )


def test_factuality_shows_the_word_that_decides(page: str, run: Run) -> None:
    out = shown(run, page)
    assert "factuality denied in its clause 228–230 «لن» rule negation: A negation stands before" in out
    assert "factuality denied in its sentence 117–121 «ونفى»" in out


def test_what_is_inherited_names_the_mention_that_says_it(page: str, run: Run) -> None:
    out = shown(run, page)
    giver = "INHERITED, not said here: from mention 2 (withdrawal e1 77–82 «غادرت»): 60–76 «القوات الهولندية»"
    assert f"actors NLD القوات الهولندية {giver} rule inherited:subject:name: Left out here" in out


def test_a_source_within_a_source_is_shown(page: str, run: Run) -> None:
    assert "says مصدر عسكري in its sentence 182–192" in shown(run, page)
    assert "also says 196–207 «وزير الدفاع»" in shown(run, page)
    assert "says nobody: the outlet itself reports" in shown(run, page)


def test_arabic_is_spoken_too(page: str, run: Run) -> None:
    out = shown(run, page, "--lang", "ar")
    assert "2. انسحاب، الحدث e1" in out
    assert "الواقعية منفي في عبارته 228–230 «لن» القاعدة negation: قبل لفظ الحدث أداة نفي." in out
    assert "موروث لا يُذكر هنا: من الذكر 2 (انسحاب e1 77–82 «غادرت»): 60–76 «القوات الهولندية»" in out


def test_other_languages_are_refused(page: str, run: Run) -> None:
    code, _, err = run("read", page, "--explain", "--lang", "fr")
    assert code == 2 and "--lang fr: expected en or ar" in err


def test_json_says_of_each_value_how_it_was_found(page: str, run: Run) -> None:
    told, denied = explained(run, page)[1:3]
    assert STORY[slice(*told["clause"])].startswith("أن القوات الهولندية غادرت")
    actor = denied["explained"]["actors"][0]
    assert actor["rule"] == denied["rules"]["actors"][0] == "inherited:subject:name"
    assert actor["text"] == "القوات الهولندية" and actor["inherited"] and actor["stands"] == "inherited"
    assert actor["from"] == {"start": 77, "end": 82, "trigger": "غادرت", "event": "e1"}
    assert set(actor["rule_says"]) == {"en", "ar"}
    place = told["explained"]["place"]
    assert not place["inherited"] and place["stands"] == "clause" and place["from"] is None
    assert STORY[slice(*place["sentence"])].startswith("أعلنت وزارة الدفاع")


def test_json_keeps_the_mentions_keys_and_explains_every_value(page: str, run: Run) -> None:
    _, out, _ = run("read", page, "--json", "--published", "2019-05-01")
    for plain, mention in zip(json.loads(out)["mentions"], explained(run, page), strict=True):
        assert {key: mention[key] for key in plain} == plain
        assert list(mention)[-3:] == ["clause", "voices", "explained"] and len(mention) == len(plain) + 3
        assert set(mention["explained"]) == set(mention["rules"])


def test_voices_are_the_outermost_first(page: str, run: Run) -> None:
    assert [voice["name"] for voice in explained(run, page)[-1]["voices"]] == ["مصدر عسكري", "وزير الدفاع"]


def test_a_chosen_type_is_explained_though_its_giver_is_left_out(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "raid.txt"
    text = (
        "شن تنظيم داعش هجوما على حاجز للجيش العراقي في كركوك. وسيطر التنظيم على الحاجز. وتظاهر المئات هناك."
    )
    file.write_text(text, "utf-8")
    everything, chosen = shown(run, str(file)), shown(run, str(file), "--type", "seize")
    assert "attack" in everything and "1. seizure, event" in chosen and "trigger" in chosen


def test_the_page_unfolds_in_both_languages(page: str, run: Run, tmp_path: Path) -> None:
    html = tmp_path / "page.html"
    code, _, _ = run("read", page, "--explain", "--html", str(html))
    text = html.read_text("utf-8")
    assert code == 0 and text.count('<details class="why">') == 2 * text.count('<section class="card')
    assert "لماذا رُمّز هكذا" in text and "why it is coded so" in text
    assert "INHERITED, not said here: from mention 2" in text and 'class="inherited"' in text
    assert 'in its clause <bdi dir="ltr">228–230</bdi> «لن»' in text
    run("read", page, "--html", str(html))
    text = html.read_text("utf-8")
    assert '<details class="why">' not in text and 'class="inherited"' in text


def test_the_demo_explains_itself(run: Run) -> None:
    code, out, _ = run("demo", "--explain", "--lang", "ar")
    assert code == 0 and "موروث لا يُذكر هنا" in out and "الإطار" in out


def test_every_pattern_is_told_in_words() -> None:
    patterns = {row["pattern"] for row in read_table("codebook/frames.csv")}
    assert patterns == set(names("pattern"))
    assert all(label("pattern", name).ar != label("pattern", name).en for name in patterns)
