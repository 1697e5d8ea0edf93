"""From a gold file and a coder to figures, differences and predictions."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from marsad.errors import BadUse, DataMissing
from marsad.evaluation import differences, evaluate, read_gold, write_predictions
from marsad.records import Actor, Article, EventMention, Found, Place, Published, Quantity, Span, When

TEXT = "فرنسا تسحب جنودها من العراق\n\nقالت باريس إن نحو مئتي جندي غادروا العراق الأربعاء."
GOLD = {
    "type": "withdraw",
    "start": 6,
    "end": 10,
    "trigger": "تسحب",
    "sentence": [0, 27],
    "actors": ["FRA"],
    "recipients": [],
    "place": {"name": "العراق", "country": "IQ"},
    "place_role": "from",
    "date": None,
    "quantity": None,
    "fatalities": None,
    "wounded": None,
    "factuality": "happened",
    "attribution": None,
    "event": "e1",
}


def make(id_: str, text: str, published: date | None) -> Article:
    known = Published(published, "given") if published else None
    return Article(id_, id_, text.split("\n\n")[0], text, known, None, None, (), ())


def code(article: Article) -> tuple[EventMention, ...]:
    """A coder that knows one word: what leaves is French, from Iraq, on the day of publication."""
    at = article.text.find("تسحب")
    if at < 0:
        return ()
    words = (Span(at, at + 4),)
    day = article.published.value if article.published else None
    return (
        EventMention(
            type="withdraw",
            trigger=words[0],
            sentence=Span(0, 27),
            frame="withdraw",
            actors=(Found(Actor("FRA", "فرنسا", "state"), words, "r"),),
            recipients=(),
            place=Found(Place("العراق", "IQ", "country", "country"), words, "r"),
            place_role="from",
            date=Found(When(day, day, "day", "published"), words, "r") if day else None,
            quantity=Found(Quantity(200, 200), words, "r") if day else None,
            fatalities=None,
            wounded=None,
            factuality=Found("happened", (), "r"),
            attribution=None,
            event="e1",
        ),
    )


def gold_file(tmp_path: Path, *lines: dict[str, object]) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


def line(id_: str, **changes: object) -> dict[str, object]:
    return {"id": id_, "outlet": "o", "published": None, "text": TEXT, "mentions": [GOLD], **changes}


def test_a_coder_that_says_what_the_gold_says_is_exact(tmp_path: Path) -> None:
    result = evaluate(gold_file(tmp_path, line("a"), line("b")), code, make)
    assert (result.score.articles, result.score.exact["posture"].f1) == (2, 1.0)
    assert (result.differences, result.failures) == ((), ())


def test_the_text_is_coded_with_the_golds_date(tmp_path: Path) -> None:
    result = evaluate(gold_file(tmp_path, line("a", published="2020-03-25")), code, make)
    [difference] = result.differences
    assert difference.predicted is not None and difference.predicted.date is not None
    assert difference.predicted.date.start == "2020-03-25"
    assert (result.coded[0].article.outlet, result.score.arguments["date"].predicted) == ("o", 1)


def test_predictions_are_written_in_the_golds_format(tmp_path: Path) -> None:
    result = evaluate(gold_file(tmp_path, line("a"), line("b", text="لا شيء", mentions=[])), code, make)
    written = tmp_path / "predicted.jsonl"
    write_predictions(written, result.coded)
    read = list(read_gold(written))
    assert [(article.id, len(article.mentions)) for article in read] == [("a", 1), ("b", 0)]
    assert read[0].mentions == next(read_gold(tmp_path / "gold.jsonl")).mentions


def test_predictions_that_cannot_be_written_are_bad_use(tmp_path: Path) -> None:
    with pytest.raises(BadUse, match="expected a file that can be written, found Is a directory"):
        write_predictions(tmp_path, ())


def test_lines_without_text_and_broken_lines_are_failures(tmp_path: Path) -> None:
    path = gold_file(tmp_path, line("a"), line("b", text=None), line("c", mentions=5))
    result = evaluate(path, code, make)
    assert result.score.articles == 1
    said = [failure.message for failure in result.failures]
    assert len(said) == 2
    assert any("article b: expected a text to code" in message for message in said)
    assert any("line 3: mentions: expected a list" in message for message in said)


def test_an_article_that_breaks_the_coder_counts_as_one_without_mentions(tmp_path: Path) -> None:
    def breaks(article: Article) -> tuple[EventMention, ...]:
        return code(article) if article.id == "a" else (code(article)[9],)

    result = evaluate(gold_file(tmp_path, line("a"), line("b")), breaks, make)
    assert (result.score.articles, result.score.detection["all"].recall) == (2, 0.5)
    assert [failure.message for failure in result.failures] == [
        "article b: IndexError: tuple index out of range"
    ]


def test_a_missing_table_stops_the_evaluation(tmp_path: Path) -> None:
    def lacks(article: Article) -> tuple[EventMention, ...]:
        raise DataMissing("data table x: gone")

    with pytest.raises(DataMissing):
        evaluate(gold_file(tmp_path, line("a")), lacks, make)


def test_wrong_fields_stand_side_by_side_with_a_sign(tmp_path: Path) -> None:
    gold = {**GOLD, "actors": ["USA"], "quantity": {"low": 180, "high": None}, "attribution": "باريس"}
    result = evaluate(gold_file(tmp_path, line("a", published="2020-03-25", mentions=[gold])), code, make)
    [text] = differences(result.differences)
    rows = text.splitlines()
    assert rows[0] == "1/1 a withdraw: fields"
    assert rows[1] == "  فرنسا ⟦تسحب⟧ جنودها من العراق"
    signs = {
        row[4:16].strip(): (row[2], [part.strip() for part in row[16:].split("|")]) for row in rows[3:] if row
    }
    assert signs["actors"] == ("≠", ["USA", "FRA"])
    assert signs["place"] == (" ", ["العراق (IQ)", "العراق (IQ)"])
    assert signs["date"] == ("≠", ["—", "2020-03-25"])
    assert signs["quantity"] == ("≠", ["180…", "200"])
    assert signs["attribution"] == ("≠", ["باريس", "—"])
    assert signs["factuality"][0] == signs["event"][0] == " "
    assert "wounded" not in signs


def test_missed_and_spurious_mentions_are_told_with_their_own_marks(tmp_path: Path) -> None:
    gold = {**GOLD, "start": 62, "end": 68, "sentence": [29, 83], "trigger": "غادروا"}
    result = evaluate(gold_file(tmp_path, line("a", mentions=[gold])), code, make)
    missed, spurious = differences(result.differences)
    assert missed.startswith("1/2 a withdraw: missed") and "⟦" in missed and "‹" not in missed
    assert spurious.startswith("2/2 a withdraw: spurious") and "‹تسحب›" in spurious


def test_a_pair_by_sentence_shows_both_triggers(tmp_path: Path) -> None:
    gold = {**GOLD, "start": 11, "end": 17, "trigger": "جنودها", "factuality": "planned"}
    result = evaluate(gold_file(tmp_path, line("a", mentions=[gold])), code, make)
    [text] = differences(result.differences)
    assert "‹تسحب› ⟦جنودها⟧" in text
    assert any(row.startswith("  ≠ factuality") for row in text.splitlines())


def test_only_so_many_differences_as_asked_for(tmp_path: Path) -> None:
    path = gold_file(tmp_path, *(line(name, mentions=[]) for name in "abc"))
    found = evaluate(path, code, make).differences
    assert [text.split()[0] for text in differences(found, 2)] == ["1/3", "2/3"]
    assert list(differences(found, 0)) == []
    bare = [replace(one, article=replace(one.article, text=None)) for one in found[:1]]
    assert "—" in next(differences(bare))


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_gold_without_articles_is_a_failure(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, "utf-8")
    [failure] = evaluate(path, code, make).failures
    assert (failure.source, failure.message) == (
        str(path),
        "expected one article a line, found no articles",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"type": "foo"}, "type: expected one of withdraw, deploy"),
        ({"start": 500, "end": 504}, f"expected a trigger within the text of {len(TEXT)}, found 500 to 504"),
        ({"start": 10, "end": 6}, "found 10 to 6"),
        ({"start": len(TEXT) - 1, "end": len(TEXT) + 1}, "expected a trigger within the text"),
    ],
)
def test_a_mention_that_cannot_be_scored_is_told_and_the_rest_goes_on(
    tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    path = gold_file(tmp_path, line("a", mentions=[GOLD, {**GOLD, **changes}]), line("b"))
    result = evaluate(path, code, make)
    [failure] = result.failures
    assert failure.message.startswith("article a: mention 2: ") and said in failure.message
    assert (result.score.articles, result.score.detection["all"].f1) == (2, 1.0)


def test_failures_are_named_after_the_file(tmp_path: Path) -> None:
    path = gold_file(tmp_path, line("a"), line("b", mentions=5))
    result = evaluate(path, lambda article: (code(article)[9],), make)
    assert {failure.source for failure in result.failures} == {str(path)} and len(result.failures) == 2
