"""Reading gold files: a bad line is one clear failure, the rest is read."""

import gzip
import io
import json
import logging
from pathlib import Path

import pytest

from marsad.errors import NotText, SourceUnreadable
from marsad.evaluation import GoldPeriod, GoldPlace, GoldRange, gold_mention, read_gold
from marsad.records import Failure, Span

MENTION = {"type": "withdraw", "start": 0, "end": 7, "sentence": [0, 30], "factuality": "happened"}
GOOD = {
    "id": "good",
    "text": "انسحبت القوات الفرنسية من القاعدة",
    "published": "2020-03-26",
    "mentions": [MENTION],
}


def gold_file(tmp_path: Path, *lines: bytes) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def line(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False).encode()


def test_a_mention_is_read_with_all_its_fields() -> None:
    found = gold_mention(
        {
            **MENTION,
            "actors": ["FRA"],
            "recipients": ["IRQ"],
            "place": {"name": "القائم", "names": ["قاعدة القائم"], "country": "IQ"},
            "place_role": "from",
            "date": {"start": "2020-03-17", "end": None},
            "quantity": {"low": 200, "high": None},
            "attribution": "قصر الإليزيه",
            "event": "e1",
        }
    )
    assert (found.trigger, found.sentence, found.actors) == (Span(0, 7), Span(0, 30), ("FRA",))
    assert found.place == GoldPlace(("القائم", "قاعدة القائم"), "IQ")
    assert (found.date, found.quantity) == (GoldPeriod("2020-03-17", None), GoldRange(200, None))
    assert (found.fatalities, found.wounded, found.recipients) == (None, None, ("IRQ",))


def test_empty_values_say_nothing() -> None:
    found = gold_mention({**MENTION, "place": {}, "date": {}, "attribution": "", "actors": None})
    assert (found.place, found.date, found.attribution, found.actors) == (None, None, None, ())


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"{not json", "expected JSON in UTF-8"),
        (b'{"id": "\xff"}', "expected JSON in UTF-8"),
        (b"[" * 100_000, "expected JSON in UTF-8"),
        (b"[]", "expected one JSON object an article, found list"),
        (line(id=None), "id: expected a text"),
        (line(id="good", text=5), "text: expected a text or null, found 5"),
        (b'{"id": "b", "text": "\\ud800", "mentions": []}', "half a character"),
        (line(id="b", published="26/3/2020"), "published: expected a day like 2020-03-26, found '26/3/2020'"),
        (line(id="b", mentions=None), "mentions: expected a list of objects"),
        (line(id="b", mentions=[MENTION, {**MENTION, "start": "0"}]), "mention 2: start: expected an offset"),
        (line(id="b", mentions=[{**MENTION, "type": None}]), "mention 1: type: expected a text"),
        (line(id="b", mentions=[{**MENTION, "sentence": [1]}]), "mention 1: sentence: expected [start, end]"),
        (
            line(id="b", mentions=[{**MENTION, "actors": "USA"}]),
            "mention 1: actors: expected a list",
        ),
        (line(id="b", mentions=[{**MENTION, "place": "x"}]), "mention 1: place: expected an object or null"),
        (line(id="b", mentions=[{**MENTION, "quantity": {"low": "2"}}]), "mention 1: low: expected a number"),
        (line(), "expected a new id, found good of line 1 again"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, bad: bytes, said: str) -> None:
    failures: list[Failure] = []
    path = gold_file(tmp_path, line(), b"", bad, line(id="last"))
    assert [article.id for article in read_gold(path, failures)] == ["good", "last"]
    assert len(failures) == 1
    assert failures[0].source == str(path)
    assert failures[0].message.startswith("line 3: ") and said in failures[0].message
    assert "\n" not in failures[0].message


def test_without_a_list_a_bad_line_goes_to_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert len(list(read_gold(gold_file(tmp_path, b"?", line())))) == 1
    assert "line 1: expected JSON" in caplog.text


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(SourceUnreadable, match="expected a readable file"):
            list(read_gold(path))


def test_gzip_and_standard_input_are_read_too(tmp_path: Path) -> None:
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(line()))
    [article] = read_gold(packed)
    assert [article] == list(read_gold(Path("-"), stdin=io.BytesIO(line()))) and article.id == "good"
    with pytest.raises(SourceUnreadable, match="no standard input"):
        list(read_gold(Path("-")))


def test_a_byte_order_mark_spoils_no_line(tmp_path: Path) -> None:
    assert [article.id for article in read_gold(gold_file(tmp_path, b"\xef\xbb\xbf" + line()))] == ["good"]


def test_a_picture_is_refused_once_and_not_line_by_line(tmp_path: Path) -> None:
    picture = gold_file(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(NotText, match="expected a gold file of JSON Lines, found a PNG picture"):
        list(read_gold(picture, []))
