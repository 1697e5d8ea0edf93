"""An endpoint that answers, badly or not at all: what is tried again, what is given up, what is told."""

from __future__ import annotations

import json
import logging
import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from marsad.errors import BadUse, ExtraMissing
from marsad.second import Endpoint, Proposals, SecondReader, Usage, propose
from marsad.second.asking import IN_A_ROW, LARGEST
from tests.second.articles import ARTICLE, attack, withdrawal
from tests.second.stub import USAGE, Reply, Stub, completion, endpoint, raw

GOOD = completion({"mentions": [withdrawal()]})
KEY = "sk-never-told-7f3a"
HTML = {"Content-Type": "text/html"}


def asked(stub: Stub, slept: list[float] | None = None, **changed: Any) -> Proposals:
    """What the stub proposes; pauses are written down, not slept."""
    cells = {"url": stub.url, "model": "m", "key": KEY, "timeout": 5.0, **changed}
    return propose(ARTICLE, Endpoint(**cells), (slept if slept is not None else []).append)


def types(proposals: Proposals) -> list[str]:
    return [mention.type for mention in proposals.mentions]


def test_a_good_answer_is_read_and_counted() -> None:
    with endpoint(completion({"mentions": [withdrawal(), attack()]})) as stub:
        proposals = asked(stub)
    assert types(proposals) == ["withdraw", "attack"]
    assert (proposals.refused, proposals.problems, proposals.model) == ((), (), "m")
    assert proposals.usage == Usage(calls=1, read=1000, written=200)


def test_the_request_is_a_deterministic_chat_completion_with_the_key() -> None:
    with endpoint(GOOD) as stub:
        asked(stub)
    [request], [headers] = stub.asked, stub.headers
    assert stub.paths == ["/v1/chat/completions"]
    assert headers["authorization"] == f"Bearer {KEY}"
    assert (request["model"], request["temperature"]) == ("m", 0)
    assert request["response_format"]["type"] == "json_schema"  # type: ignore[index]
    assert [message["role"] for message in request["messages"]] == ["system", "user"]  # type: ignore[attr-defined]


def test_without_a_key_no_authorization_is_sent() -> None:
    with endpoint(GOOD) as stub:
        asked(stub, key=None)
        asked(stub, key=" \n")
    assert all("authorization" not in {name.lower() for name in headers} for headers in stub.headers)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("", "/v1/chat/completions"),
        ("/", "/v1/chat/completions"),
        ("/v1/", "/v1/chat/completions"),
        ("/api/openai", "/api/openai/chat/completions"),
        ("/v1/chat/completions", "/v1/chat/completions"),
        ("/v1?api-version=2", "/v1/chat/completions?api-version=2"),
    ],
)
def test_the_address_is_a_base_or_whole(given: str, path: str) -> None:
    with endpoint(GOOD) as stub:
        asked(stub, url=stub.url.removesuffix("/v1") + given)
    assert stub.paths == [path]


@pytest.mark.parametrize(
    "url", ["localhost:8000/v1", "ftp://host/v1", "http://", "", "http://[::1", "file:///x"]
)
def test_what_is_no_address_is_wrong_use(url: str) -> None:
    with pytest.raises(BadUse, match="expected an address"):
        propose(ARTICLE, Endpoint(url, "m"))


def test_a_password_in_the_address_is_refused_and_not_told() -> None:
    with pytest.raises(BadUse, match="MARSAD_LLM_KEY") as error:
        propose(ARTICLE, Endpoint("https://me:secret@host/v1", "m"))
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("key", ["sk-a b", "sk-\u00e9", "sk\x00", "sk-a\nHost: x"])
def test_a_key_that_no_header_can_hold_is_wrong_use_and_not_told(key: str) -> None:
    with pytest.raises(BadUse, match="printable ASCII") as error:
        propose(ARTICLE, Endpoint("http://localhost/v1", "m", key))
    assert key not in str(error.value)


# --- what is tried again ---------------------------------------------------------------------------------


def test_too_many_requests_are_repeated_after_the_pause_that_is_asked_for() -> None:
    slept: list[float] = []
    with endpoint(raw({"error": {"message": "slow"}}, 429, Retry_After="7"), GOOD) as stub:
        proposals = asked(stub, slept)
    assert (types(proposals), proposals.problems, slept) == (["withdraw"], (), [7.0])
    assert proposals.usage.calls == 1  # nobody bills a refusal


def test_a_pause_may_be_a_date() -> None:
    slept: list[float] = []
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    with endpoint(raw({}, 429, Retry_After=until), GOOD) as stub:
        asked(stub, slept)
    [pause] = slept
    assert 15 < pause <= 20


@pytest.mark.parametrize("value", ["soon", "-5", "nan", "", "1e9", "Wed, 99 Foo 2020"])
def test_a_pause_that_makes_no_sense_is_our_own(value: str) -> None:
    slept: list[float] = []
    with endpoint(raw({}, 429, Retry_After=value), GOOD) as stub:
        asked(stub, slept)
    assert slept == [0.5]


def test_a_date_gone_by_is_no_pause() -> None:
    slept: list[float] = []
    with endpoint(raw({}, 503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), GOOD) as stub:
        asked(stub, slept)
    assert slept == [0.0]


def test_a_pause_beyond_patience_is_not_waited_for() -> None:
    slept: list[float] = []
    with endpoint(raw({}, 429, Retry_After="3600")) as stub:
        [problem] = asked(stub, slept).problems
    assert (slept, len(stub.asked)) == ([], 1)
    assert "status 429" in problem and "asks to wait 3600 seconds" in problem


def test_tries_are_bounded_and_pauses_grow() -> None:
    slept: list[float] = []
    with endpoint(raw({"error": {"message": "overloaded"}}, 429)) as stub:
        [problem] = asked(stub, slept).problems
    assert (slept, len(stub.asked)) == ([0.5, 1.0, 2.0], 4)
    assert "status 429: overloaded (4 tries)" in problem


def test_pauses_have_an_upper_limit() -> None:
    slept: list[float] = []
    with endpoint(Reply(b"", 500)) as stub:
        asked(stub, slept, tries=8)
    assert slept == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 529])
def test_a_server_in_trouble_is_asked_again(status: int) -> None:
    with endpoint(Reply(b"<h1>oops</h1>", status, HTML), GOOD) as stub:
        assert types(asked(stub)) == ["withdraw"]
    assert len(stub.asked) == 2


@pytest.mark.parametrize(
    "broken",
    [Reply(GOOD.body[:100], promised=len(GOOD.body)), Reply(drops=True)],
    ids=["truncated", "dropped"],
)
def test_a_connection_that_breaks_off_is_tried_again(broken: Reply) -> None:
    with endpoint(broken, GOOD) as stub:
        proposals = asked(stub)
    assert types(proposals) == ["withdraw"]
    assert proposals.usage == Usage(2, 1, 1000, 200)  # the first may be billed too


def test_a_connection_that_always_breaks_off_is_given_up() -> None:
    with endpoint(Reply(GOOD.body[:100], promised=len(GOOD.body))) as stub:
        [problem] = asked(stub).problems
    assert "broke off" in problem and len(stub.asked) == 4


# --- what is given up at once ----------------------------------------------------------------------------


def test_nobody_there_is_one_clear_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, but nobody listens
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        slept: list[float] = []
        proposals = propose(ARTICLE, Endpoint(url, "m"), slept.append)
    [problem] = proposals.problems
    assert problem.startswith(f"{url}/chat/completions: cannot be reached: ") and slept == []
    assert (proposals.mentions, proposals.heard, proposals.usage) == ((), (), Usage())


def test_a_name_that_no_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    [problem] = propose(ARTICLE, Endpoint("http://nobody.invalid/v1", "m")).problems
    assert "cannot be reached" in problem


@pytest.mark.parametrize(
    "slow",
    [Reply(GOOD.body, delay=1.0), Reply(GOOD.body, dribbles=0.1)],
    ids=["late", "dribbling"],
)
def test_an_answer_that_does_not_come_in_time_is_not_asked_for_again(slow: Reply) -> None:
    with endpoint(slow) as stub:
        proposals = asked(stub, timeout=0.3)
    [problem] = proposals.problems
    assert problem.endswith("no answer within 0.3 seconds") and len(stub.asked) == 1
    assert proposals.usage == Usage(1, 1, 0, 0)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "refuses the key; set MARSAD_LLM_KEY (status 401: no)"),
        (402, "asks for payment"),
        (403, "refuses access"),
        (404, "knows no such address or model"),
        (410, "is gone"),
        (413, "status 413: no"),
        (418, "status 418: no"),
    ],
)
def test_a_refusal_is_told_in_the_endpoints_words(status: int, words: str) -> None:
    with endpoint(raw({"error": {"message": "no"}}, status)) as stub:
        [problem] = asked(stub).problems
    assert words in problem and len(stub.asked) == 1


@pytest.mark.parametrize(
    "body", [{"error": "no"}, {"detail": "no"}, {"message": "no"}, {"error": {"message": "no"}}]
)
def test_every_form_of_error_is_understood(body: object) -> None:
    with endpoint(raw(body, 418)) as stub:
        assert asked(stub).problems[0].endswith("status 418: no")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(status: int) -> None:
    """Neither text nor key go to an address that nobody named."""
    with (
        endpoint(GOOD) as other,
        endpoint(Reply(b"", status, {"Location": f"{other.url}/x?token=1"})) as stub,
    ):
        [problem] = asked(stub).problems
    assert f"redirects to {other.url}/x;" in problem and "token" not in problem
    assert other.asked == []


def test_a_redirect_to_https_names_the_address() -> None:
    with endpoint(Reply(b"", 308, {"Location": "https://host.example/v1/chat/completions"})) as stub:
        assert "redirects to https://host.example/v1/chat/completions;" in asked(stub).problems[0]


@pytest.mark.parametrize(
    ("location", "words"),
    [(None, "redirects to "), ("", "redirects to "), ("http://[", "redirects to "), ("\x7f", "Invalid URL")],
)
def test_a_redirect_to_nowhere(location: str | None, words: str) -> None:
    headers = {} if location is None else {"Location": location}
    with endpoint(Reply(b"", 302, headers)) as stub:
        assert words in asked(stub).problems[0]


def test_the_query_of_the_address_is_not_told_either(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), endpoint(raw({}, 404)) as stub:
        told = repr(asked(stub, url=f"{stub.url}?api-key=q-secret"))
    assert "q-secret" in stub.paths[0] and "q-secret" not in told + caplog.text
    assert "HTTP Request" in caplog.text and not logging.getLogger("httpx").filters


def test_who_will_not_answer_is_not_asked_again_for_the_next_article() -> None:
    with endpoint(raw({}, 401)) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        first, second = reader.propose(ARTICLE), reader.propose(ARTICLE)
    assert first.problems == second.problems and len(stub.asked) == 1


def test_after_some_questions_without_an_answer_nobody_is_asked() -> None:
    with endpoint(raw({}, 418)) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        for _ in range(IN_A_ROW + 2):
            problems = reader.propose(ARTICLE).problems
    assert len(stub.asked) == IN_A_ROW and reader.is_down
    assert problems[0].endswith("3 questions had no answer, no more are asked")


def test_an_answer_in_between_begins_the_count_anew() -> None:
    bad = raw({}, 418)
    with endpoint(bad, bad, GOOD, bad, bad, GOOD) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        found = [len(reader.propose(ARTICLE).mentions) for _ in range(6)]
    assert found == [0, 0, 1, 0, 0, 1]


# --- answers that are none -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(b"<html>Welcome</html>", headers=HTML), "expected JSON, found text/html, 20 bytes"),
        (Reply(b"data: {}\n\n", headers={"Content-Type": "text/event-stream"}), "found text/event-stream"),
        (Reply(b""), "expected JSON, found an empty body"),
        (Reply(b'{"choices": ['), "expected JSON"),
        (Reply(b"\xff\xfe\x00"), "expected JSON"),
        (Reply(b"[" * 100_000), "expected JSON"),
        (raw([1, 2]), "it is a list"),
        (raw({"choices": []}), "the answer is empty: no choices"),
        (raw({"choices": [None]}), "the answer is empty: no choices"),
        (raw({"choices": None}), "it has no choices"),
        (raw({"hello": 1}), "it has no choices"),
        (raw({"choices": [{"message": {"content": None}}]}), "the answer is empty"),
        (raw({"choices": [{"message": None}]}), "the answer is empty"),
        (raw({"choices": [{}]}), "the answer is empty"),
        (completion("  \n"), "the answer is empty"),
        (raw({"error": {"message": "model is loading"}}), "reports an error: model is loading"),
        (completion('{"mentions": [{"type"', finish="length"), "cut off at the model's limit of tokens"),
        (completion("no events here"), "expected JSON in the answer"),
        (completion('{"mentions": [{"type": "withdraw", }'), "expected JSON in the answer"),
        (
            completion({"events": []}),
            'expected an object with a list "mentions", found an object with events',
        ),
        (completion({"mentions": {"a": 1}}), "found an object with mentions"),
        (completion("3"), "found a int"),
        (completion('"words"'), "found a str"),
        (completion({"mentions": None}), "found an object with mentions"),
    ],
)
def test_an_answer_that_is_none_is_a_problem_of_the_article(reply: Reply, words: str) -> None:
    with endpoint(reply) as stub:
        proposals = asked(stub)
    [problem] = proposals.problems
    assert words in problem and problem.startswith(stub.url) and "\n" not in problem and len(problem) < 400
    assert (proposals.mentions, proposals.refused, proposals.heard) == ((), (), ())
    assert len(stub.asked) == 1  # at temperature 0 the model would say the same again


def test_a_bad_answer_with_usage_is_paid_for() -> None:
    with endpoint(completion("nothing")) as stub:
        assert asked(stub).usage == Usage(1, 0, 1000, 200)


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    with endpoint(Reply(b" " * (LARGEST + 1))) as stub:
        [problem] = asked(stub).problems
    assert "larger than 4,000,000 bytes" in problem


def test_a_packed_answer_that_cannot_be_unpacked() -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    with endpoint(Reply(b"no gzip at all", headers=headers)) as stub:
        assert "cannot be unpacked" in asked(stub).problems[0]


def test_a_wrong_content_type_around_good_json_is_no_matter() -> None:
    with endpoint(Reply(GOOD.body, headers={"Content-Type": "text/plain; charset=latin-1"})) as stub:
        assert types(asked(stub)) == ["withdraw"]


def test_content_in_pieces_is_one_text() -> None:
    halves = json.dumps({"mentions": [withdrawal()]}, ensure_ascii=False)
    pieces = [{"type": "text", "text": halves[:50]}, {"type": "image"}, {"type": "text", "text": halves[50:]}]
    with endpoint(raw({"choices": [{"message": {"content": pieces}}]})) as stub:
        assert types(asked(stub)) == ["withdraw"]


# --- what an endpoint supports ---------------------------------------------------------------------------


def picky(*refused: str, status: int = 400) -> Any:
    """An endpoint that refuses requests with one of these in them."""

    def reply(request: dict[str, object]) -> Reply:
        asked_for = {*request, request.get("response_format", {}).get("type")}  # type: ignore[attr-defined]
        wrong = next((name for name in refused if name in asked_for), None)
        return raw({"error": {"message": f"unsupported: {wrong}"}}, status) if wrong else GOOD

    return reply


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    ("refused", "form", "steady"),
    [
        (("json_schema",), "json_object", True),
        (("response_format",), None, True),
        (("temperature",), "json_schema", False),
        (("temperature", "json_schema"), "json_object", False),
        (("temperature", "response_format"), None, False),
    ],
)
def test_a_parameter_that_is_refused_is_left_out(
    refused: tuple[str, ...], form: str | None, steady: bool, status: int
) -> None:
    with endpoint(picky(*refused, status=status)) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        assert types(reader.propose(ARTICLE)) == ["withdraw"]
        granted = len(stub.asked)
        assert types(reader.propose(ARTICLE)) == ["withdraw"]
    last = stub.asked[-1]
    assert len(stub.asked) == granted + 1  # what was learnt is kept for the next article
    assert last.get("response_format", {}).get("type") == form  # type: ignore[attr-defined]
    assert ("temperature" in last) == steady


def test_a_refusal_for_another_reason_is_told_and_nothing_is_learnt_from_it() -> None:
    long = raw({"error": {"message": "maximum context length is 2048 tokens"}}, 400)
    with endpoint(long, long, long, long, GOOD) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        [problem] = reader.propose(ARTICLE).problems
        assert "maximum context length" in problem and len(stub.asked) == 4
        assert types(reader.propose(ARTICLE)) == ["withdraw"]
    assert stub.asked[-1]["response_format"]["type"] == "json_schema"  # type: ignore[index]


# --- tokens ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        [],
        "many",
        {"prompt_tokens": 5},
        USAGE | {"prompt_tokens": -1},
        USAGE | {"prompt_tokens": True},
    ],
)
def test_usage_that_is_not_told_is_unknown(usage: object) -> None:
    with endpoint(completion({"mentions": []}, usage=usage)) as stub:
        assert asked(stub).usage == Usage(1, 1, 0, 0)


def test_the_reader_adds_up_over_articles() -> None:
    with endpoint(GOOD) as stub, SecondReader(Endpoint(stub.url, "m")) as reader:
        reader.propose(ARTICLE)
        reader.propose(ARTICLE)
        assert reader.usage == Usage(2, 0, 2000, 400)


# --- the key ---------------------------------------------------------------------------------------------

ECHO = {"error": {"message": f"Incorrect API key provided: {KEY}"}}


@pytest.mark.parametrize(
    "reply",
    [
        raw(ECHO, 401),
        raw(ECHO, 400),
        raw(ECHO, 429),
        raw(ECHO),
        Reply(b"", 302, {"Location": f"https://host/{KEY}"}),
        Reply(KEY.encode(), headers={"Content-Type": KEY}),
        completion({KEY: 1}),
        completion(KEY),
        completion({"mentions": [withdrawal(quote=KEY), {"type": KEY}, withdrawal(trigger=KEY), [KEY], KEY]}),
        Reply(KEY.encode(), promised=5000),
    ],
)
def test_the_key_is_never_told_even_where_the_endpoint_repeats_it(
    reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), endpoint(reply) as stub:
        told = repr(asked(stub)) + repr(Endpoint(stub.url, "m", KEY))
    assert stub.headers[0]["authorization"].endswith(KEY)
    assert KEY not in told and KEY not in caplog.text


def test_a_key_with_a_line_end_is_hidden_too() -> None:
    """As a shell's $(cat file) gives it to a program that keeps the line's end."""
    with endpoint(raw(ECHO, 401)) as stub:
        assert KEY not in repr(asked(stub, key=f"{KEY}\n"))


def test_a_key_at_the_place_where_words_are_cut_leaves_no_half() -> None:
    long = "x" * 70 + KEY + "y" * 5000
    with endpoint(
        completion({"mentions": [withdrawal(quote=long), {"a" * 1980: KEY}]}), raw({}, 418)
    ) as stub:
        told = repr(asked(stub))
    assert KEY[:8] not in told


def test_without_httpx_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'marsad\[llm\]'"):
        propose(ARTICLE, Endpoint("http://localhost/v1", "m"))
