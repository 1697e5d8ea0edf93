"""How many pieces an attack fires: Arabic sentences in, low–high and unit out, and by which rule."""

from __future__ import annotations

import pytest

from marsad.cli.fields import fields
from marsad.lines import mention_line
from tests.what.coding import coded, in_news, rows

FIRED = rows("""
    سقوط عشرة صواريخ على معسكر الكرمة شمال المدينة | سقوط | 10 10 rocket exact
    وقال الضابط إن 15 صاروخ كاتيوشا تستهدف معسكر الكرمة كل ليلة | تستهدف | 15 15 rocket exact
    وتعرض معسكر الكرمة لقصف بثمانية عشر صاروخا من طراز غراد | لقصف | 18 18 rocket exact
    وقصف المسلحون الثكنة برشقة من نحو عشرين قذيفة | وقصف | 18 22 shell about
    وهاجم المتمردون المطار العسكري بثلاث طائرات مسيّرة | وهاجم | 3 3 drone exact
    وشنت المقاتلات غارتين على مواقع المسلحين | غارتين | 2 2 strike dual
    وشنت المقاتلات 12 غارة على مواقع المسلحين | غارة | 12 12 strike exact
    وأطلق المسلحون أكثر من ثلاثين صاروخا على القاعدة | وأطلق | 30 - rocket at_least
    واستهدف المسلحون القاعدة بعشرات القذائف | واستهدف | 20 99 shell vague
    وسقطت ثلاث قذائف قرب المدرج وأربع أخرى في محيطه | وسقطت | 7 7 shell sum
    وأطلق المسلحون سبعة صواريخ من طراز غراد وخمسة صواريخ كاتيوشا على القاعدة | وأطلق | 12 12 rocket sum
    واعترض الدفاع الجوي صاروخين فوق المدينة | واعترض | 2 - rocket caught
    وفجر المسلحون ثلاث عبوات في رتل للجيش | وفجر | 3 3 bomb exact
""")

NOT_FIRED = rows("""
    واستهدف الجيش ثلاث مسيرات قرب الحدود | واستهدف
    ودمر الجيش عشرة صواريخ في مخزن للمسلحين | ودمر
    وقتل المسلحون عشرة جنود قرب الحدود | وقتل
    وهاجم المسلحون القاعدة التي تضم عشرين صاروخا | وهاجم
    وهاجم المسلحون القاعدة، فيما عثر الجيش على خمسة صواريخ في بستان | وهاجم
    وقصف الجيش مواقع المسلحين ردا على إطلاق سبعة صواريخ | وقصف
""")


@pytest.mark.parametrize(("sentence", "trigger", "expected"), FIRED)
def test_what_an_attack_fires_is_counted(sentence: str, trigger: str, expected: str) -> None:
    article = in_news(sentence)
    [mention] = [
        m for m in coded(article) if article.text[m.trigger.start : m.trigger.end] == trigger and m.munitions
    ]
    found = mention.munitions
    assert found
    value = found.value
    ends = " ".join("-" if end is None else str(end) for end in (value.low, value.high))
    assert f"{ends} {value.unit} {found.rule}" == expected
    assert all(
        mention.sentence.start <= span.start < span.end <= mention.sentence.end for span in found.spans
    )


@pytest.mark.parametrize(("sentence", "trigger"), NOT_FIRED)
def test_what_is_hit_held_or_fired_by_others_is_not(sentence: str, trigger: str) -> None:
    article = in_news(sentence)
    mentions = [m for m in coded(article) if article.text[m.trigger.start : m.trigger.end] == trigger]
    assert mentions and [m.munitions for m in mentions] == [None] * len(mentions)


def test_the_line_and_the_terminal_show_it_with_its_words() -> None:
    article = in_news("وتعرض معسكر الكرمة لقصف بثمانية عشر صاروخا من طراز غراد")
    mention = coded(article)[0]
    line = mention_line(article, mention)
    assert line["munitions"] == {"low": 18, "high": 18, "unit": "rocket"} and line["quantity"] is None
    spans, ruled = line["spans"], line["rules"]
    assert isinstance(spans, dict) and isinstance(ruled, dict)
    start, end = spans["munitions"][0]
    assert article.text[start:end] == "بثمانية عشر" and ruled["munitions"] == "exact"
    [shown] = fields(article, mention)["munitions"]
    assert (shown.words, shown.code) == ("18", "rocket")
