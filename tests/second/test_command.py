"""`marsad read --second`: the rule coder's reading as ever, the second reader's beside, talk on stderr."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.second.articles import TEXT, attack, withdrawal
from tests.second.stub import Reply, completion, endpoint, raw

ANSWER = completion({"mentions": [withdrawal(), attack(), withdrawal(quote="لم يقل أحد هذا")]})
DATE = ("--published", "2021-06-10")
DOWN = "http://127.0.0.1:9/v1"
KEY = "sk-never-told-7f3a"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


@pytest.fixture
def sport(tmp_path: Path) -> str:
    path = tmp_path / "b.txt"
    path.write_text(
        "فاز الفريق بالمباراة\n\nفاز الفريق الأزرق بالمباراة بهدفين مساء الجمعة في ملعب المدينة.", "utf-8"
    )
    return str(path)


def test_the_table_shows_both_readers(run: Run, page: str) -> None:
    with endpoint(ANSWER) as stub:
        code, out, _ = run("read", page, *DATE, "--second", stub.url, "--model", "reader-1")
    _, alone, _ = run("read", page, *DATE)
    assert code == 0 and out.startswith(alone)  # the rule coder's reading, to the letter
    beside = out.removeprefix(alone)
    assert beside.startswith("second reader reader-1: 1 both agree, 1 differs, 4 only rule coder, 1 refused")
    assert "both agree: withdraw سحبت" in beside and "only rule coder: protest وتظاهر" in beside
    lines = [" ".join(line.split()) for line in beside.splitlines()]
    at = lines.index("differs: attack فقتلوا")
    assert lines[at + 1 : at + 5] == [
        "trigger rules فقتلوا",
        "second هاجموا",
        "recipients rules الشرطة (IRQ)",
        "second —",
    ]
    assert "refused: quote: «لم يقل أحد هذا» does not stand in the text" in lines


def test_talk_says_where_the_text_goes_and_what_it_cost(run: Run, page: str) -> None:
    asked = ("--model", "reader-1", "--price-in", "0.15", "--price-out", "0.6")
    with endpoint(ANSWER) as stub:
        _, _, err = run("read", page, page, *DATE, "--second", stub.url, *asked)
    assert err.splitlines() == [
        f"marsad: the text of every article is sent to {stub.url}/chat/completions (model reader-1)",
        "marsad: 2 articles read, 12 mentions; 0 without mentions; 0 pages failed",
        "marsad: second reader: 2 calls, 2,000 tokens in, 400 out; "
        "cost 0.000540 at 0.15 in and 0.6 out a million",
    ]


@pytest.mark.parametrize(
    ("reply", "options", "words"),
    [
        (ANSWER, (), "1 call, 1,000 tokens in, 200 out; cost unknown: give --price-in and --price-out"),
        (ANSWER, ("--price-in", "1"), "cost unknown: give --price-in and --price-out"),
        (ANSWER, ("--price-in", "0", "--price-out", "0"), "cost 0.000000 at 0 in and 0 out a million"),
        (
            completion({"mentions": []}, usage=None),
            ("--price-in", "1", "--price-out", "1"),
            "1 call; tokens and cost unknown: the endpoint told none for 1",
        ),
    ],
)
def test_what_is_not_known_is_called_unknown(
    run: Run, page: str, reply: Reply, options: tuple[str, ...], words: str
) -> None:
    with endpoint(reply) as stub:
        _, _, err = run("read", page, "--second", stub.url, "--model", "m", *options)
    assert words in err.splitlines()[-1]


def test_json_has_a_second_object(run: Run, page: str) -> None:
    with endpoint(ANSWER) as stub:
        code, out, _ = run("read", page, *DATE, "--json", "--second", stub.url, "--model", "m")
    _, alone, _ = run("read", page, *DATE, "--json")
    line = json.loads(out)
    second = line.pop("second")
    assert code == 0 and line == json.loads(alone)
    assert [(one["type"], one["verdict"]) for one in second["mentions"]] == [
        ("withdraw", "agrees"),
        ("attack", "differs"),
    ]
    assert len(second["only_rules"]) == 4 and len(second["refused"]) == 1
    assert second["usage"] == {"calls": 1, "prompt_tokens": 1000, "completion_tokens": 200, "cost": None}


def test_types_choose_among_both_readers(run: Run, page: str) -> None:
    with endpoint(ANSWER) as stub:
        _, out, _ = run(
            "read", page, *DATE, "--json", "--type", "attack", "--second", stub.url, "--model", "m"
        )
    line = json.loads(out)
    assert {one["type"] for one in (*line["mentions"], *line["second"]["mentions"])} == {"attack"}
    assert line["second"]["only_rules"] == []


def test_an_article_that_only_the_second_reader_codes_is_shown(run: Run, sport: str) -> None:
    proposal = {"type": "seize", "quote": "فاز الفريق الأزرق", "trigger": "فاز", "factuality": "happened"}
    with endpoint(completion({"mentions": [proposal]})) as stub:
        _, out, _ = run("read", sport, "--second", stub.url, "--model", "m")
    assert "only second reader: seize فاز" in out


def test_an_article_that_nobody_codes_is_not_shown(run: Run, sport: str) -> None:
    with endpoint(completion({"mentions": []})) as stub:
        _, out, _ = run("read", sport, "--second", stub.url, "--model", "m")
        _, shown, _ = run("read", sport, "--all-articles", "--second", stub.url, "--model", "m")
    assert out == "" and "second reader m: nothing proposed" in shown


def test_an_endpoint_that_is_down_is_one_line_and_the_reading_stands(run: Run, page: str) -> None:
    code, out, err = run("read", page, page, *DATE, "--second", DOWN, "--model", "m")
    _, alone, _ = run("read", page, *DATE)
    assert code == 1 and out.count("سحبت") == 2 * alone.count("سحبت")
    told = [line for line in err.splitlines() if "cannot be reached" in line]
    assert len(told) == 1 and told[0].endswith("the rule coder's reading stands")
    assert err.splitlines()[-1] == (
        "marsad: second reader: no call answered, no tokens used; "
        "2 of 2 articles without an answer for all of their text"
    )


def test_each_article_without_an_answer_is_named_until_nobody_is_asked(run: Run, page: str) -> None:
    with endpoint(completion("no JSON"), raw({}, 418)) as stub:
        code, _, err = run("read", *[page] * 6, "--second", stub.url, "--model", "m")
    told = [line for line in err.splitlines() if "the rule coder's reading stands" in line]
    assert code == 1 and len(stub.asked) == 4 and all(line.startswith(f"marsad: {page}: ") for line in told)
    assert ["no more are asked" in line for line in told] == [False] * 4 + [True]
    assert "6 of 6 articles without an answer" in err


def test_an_endpoint_that_is_down_leaves_the_json_whole(run: Run, page: str) -> None:
    _, out, _ = run("read", page, *DATE, "--json", "--second", DOWN, "--model", "m")
    line = json.loads(out)
    assert len(line["mentions"]) == 6
    assert (line["second"]["mentions"], line["second"]["only_rules"]) == ([], [])
    assert "cannot be reached" in line["second"]["problems"][0]


@pytest.mark.parametrize(
    "reply", [raw({}, 401), completion("no JSON"), Reply(b"<html>", headers={}), Reply(b"", 500)], ids=str
)
def test_whatever_it_answers_the_reading_stands(
    run: Run, page: str, reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marsad.second.pauses.LONGEST", 0.0)
    with endpoint(reply) as stub:
        code, out, err = run("read", page, *DATE, "--second", stub.url, "--model", "m")
    _, alone, _ = run("read", page, *DATE)
    assert code == 1 and out.startswith(alone) and "no answer for all of the text" in out
    assert len(err.splitlines()) == 4


def test_the_key_comes_from_the_environment_and_goes_nowhere_else(
    run: Run, page: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("MARSAD_LLM_KEY", f"{KEY}\n")
    with caplog.at_level("DEBUG"), endpoint(raw({"error": f"bad key {KEY}"}, 401)) as stub:
        _, out, err = run("--debug", "read", page, "--json", "--second", stub.url, "--model", "m")
    assert stub.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in out + err + caplog.text and "bad key ***" in err


def test_terminal_codes_from_an_endpoint_do_not_reach_the_terminal(run: Run, page: str) -> None:
    bad = "\x1b[2J\u202e"
    replies = completion({"mentions": [withdrawal(quote=bad), {bad: 1}]}), raw({"error": bad}, 418)
    for reply in replies:
        with endpoint(reply) as stub:
            _, out, err = run("read", page, "--second", stub.url, "--model", f"m{bad}")
        assert "\x1b[2J" not in out + err and "\u202e" not in out + err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--second", DOWN), "--second: expected --model NAME with it"),
        (("--model", "m"), "expected --second URL with them"),
        (("--price-in", "1"), "expected --second URL with them"),
        (("--second", "localhost", "--model", "m"), "expected an address such as http://localhost:11434/v1"),
        (("--second", DOWN, "--model", "m", "--timeout", "0"), "timeout"),
        (("--second", DOWN, "--model", "m", "--timeout", "inf"), "--timeout"),
        (("--second", DOWN, "--model", "m", "--price-in", "-1"), "price-in"),
        (("--second", DOWN, "--model", "m", "--price-in", "nan"), "--price-in"),
        (
            ("--second", DOWN, "--model", "m", "--html", "out.html"),
            "--second: expected --json or the terminal",
        ),
    ],
)
def test_wrong_use_is_one_line_and_nothing_is_read(
    run: Run, page: str, options: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(page).parent)
    code, out, err = run("read", page, *options)
    assert (code, out) == (2, "") and words in err


def test_without_the_extra_the_line_says_what_to_install(
    run: Run, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    code, out, err = run("read", page, "--second", DOWN, "--model", "m")
    assert (code, out) == (1, "") and "pip install 'marsad[llm]'" in err and len(err.splitlines()) == 1


def test_without_the_option_nothing_is_sent_and_httpx_is_not_loaded(
    run: Run, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)  # who imports it now fails

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setenv("MARSAD_LLM_KEY", KEY)
    code, out, _ = run("read", page, *DATE)
    assert code == 0 and "second reader" not in out


def test_a_page_that_fails_is_not_sent(run: Run, tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("The troops left the base on Thursday, officials said. " * 5, "utf-8")
    with endpoint(ANSWER) as stub:
        code, _, err = run("read", str(tmp_path), "--second", stub.url, "--model", "m")
    assert code == 1 and stub.asked == [] and "is sent to" not in err
