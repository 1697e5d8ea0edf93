"""The benchmark counts right, times what it says, and runs as a command."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from marsad.errors import BadUse
from marsad.read import Reading
from marsad.records import Article, EventMention, Failure, Found, Span

BENCH = Path(__file__).parents[2] / "bench"
WORDS = ("انسحبت القوات", "طقس معتدل", "قصف وانسحاب")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCH))
    import reading

    return reading


def readings() -> Iterator[Reading | Failure]:
    """Three articles with one, no and two mentions, and one failure between them."""
    none, mention = (), mention_at(0)
    for number, (text, mentions) in enumerate(zip(WORDS, ((mention,), none, (mention,) * 2), strict=True)):
        yield Reading(Article(str(number), "-", text, text, None, None, None, (), ()), mentions)
        if number == 0:
            yield Failure("-", "intake", "NotText", "no text")


def mention_at(start: int) -> EventMention:
    span = Span(start, start + 1)
    said = Found("happened", (), "r")
    return EventMention(
        "attack", span, span, "f", (), (), None, None, None, None, None, None, said, None, "e1"
    )


def measured(bench: ModuleType, total: int = 4) -> object:
    floor = bench.make_floor({"انسحبت", "انسحاب", "قصف"}, lambda word: word.endswith(("انسحبت", "انسحاب")))
    return bench.measure(readings(), floor, total)


def test_articles_mentions_and_shares_are_counted(bench: ModuleType) -> None:
    found = measured(bench)
    assert (found.articles, found.failures, found.mentions) == (3, 1, 3)
    assert found.share_with_mention == found.share_with_trigger == pytest.approx(2 / 3)
    assert found.text_mb == sum(len(text.encode()) for text in WORDS) / 1e6


def test_rates_follow_from_the_times(bench: ModuleType) -> None:
    found = measured(bench)
    assert found.articles_per_s == pytest.approx(3 / found.seconds)
    assert found.mb_per_s == pytest.approx(found.text_mb / found.seconds)
    assert found.times_the_pass == pytest.approx(found.seconds / found.pass_seconds)


def test_drawing_a_reading_is_what_is_timed(bench: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a clock that moves only while a reading is made and while the pass runs, each gets its own share."""
    now = [0.0]
    monkeypatch.setattr(bench, "perf_counter", lambda: now[0])

    def slow() -> Iterator[Reading | Failure]:
        for item in readings():
            now[0] += 10
            yield item

    class Slow:
        def hits(self, text: str) -> int:
            now[0] += 1
            return 0

        def has_trigger(self, text: str) -> bool:
            now[0] += 1000
            return False

    found = bench.measure(slow(), Slow(), 4)
    assert (found.seconds, found.pass_seconds, found.times_the_pass) == (40, 3, pytest.approx(40 / 3))


def test_the_pass_finds_forms_in_folded_text(bench: ModuleType) -> None:
    floor = bench.make_floor({"انسحاب", "القوات"}, lambda word: False)
    assert floor.hits("والإِنسحاب، انسحاب القوّات") == 3


def test_memory_is_told_at_a_tenth_at_half_and_at_the_end(
    bench: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = iter([100.0, 120.0, 110.0])
    monkeypatch.setattr(bench, "resident_mb", lambda: next(sizes, 0.0))
    found = bench.measure(iter(list(readings()) * 5), bench.make_floor({"قصف"}, bool), 20)
    assert (found.resident_mb, found.growth_mb) == ((100.0, 120.0, 110.0), 10.0)
    assert "10% 100.0  50% 120.0  100% 110.0  growth +10.0" in "\n".join(found.lines())


def test_memory_is_in_megabytes(bench: ModuleType) -> None:
    import memory

    assert 5 < memory.resident_mb() <= memory.peak_mb() * 1.05 < 50_000


def test_a_file_of_failures_is_bad_use(bench: ModuleType) -> None:
    failure = next(item for item in readings() if isinstance(item, Failure))
    with pytest.raises(BadUse, match="found none; first failure: no text"):
        bench.measure(iter([failure, replace(failure)]), bench.make_floor({"قصف"}, bool), 2)


def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    body = (
        "انسحبت القوات الفرنسية يوم الأربعاء من قاعدة القيارة جنوبي الموصل بعد أن سلّمتها إلى الجيش العراقي."
    )
    lines = [
        {"id": str(n), "title": f"انسحاب رقم {n}", "text": body, "published": "2020-03-26"} for n in range(12)
    ]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, BENCH / "run.py", *map(str, arguments)], capture_output=True, text=True, timeout=120
    )


def test_the_command_prints_figures_as_text_and_json(tmp_path: Path) -> None:
    path = articles(tmp_path)
    text = command("read", "--articles", path)
    assert text.returncode == 0, text.stderr
    assert text.stdout.startswith("articles      12 (0 failures)")
    found = json.loads(command("read", "--articles", path, "--limit", 5, "--json").stdout)
    assert (found["articles"], found["failures"]) == (5, 0)
    assert found["mentions"] >= 5 and found["share_with_trigger"] == 1.0
    assert len(found["resident_mb"]) == 3


def test_a_missing_file_and_an_unknown_name_are_told(tmp_path: Path) -> None:
    missing = command("read", "--articles", tmp_path / "none.jsonl")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr.startswith("bench: expected articles to read") and missing.stderr.count("\n") == 1
    assert command("fly").returncode == 2
