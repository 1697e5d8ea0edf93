"""The JSON of an answer, wherever a model puts it."""

from __future__ import annotations

import json

import pytest

from marsad.second.answers import BadAnswer, proposals_in

ONE = {"type": "deploy", "trigger": "نشر"}
JSON = json.dumps({"mentions": [ONE]}, ensure_ascii=False)


@pytest.mark.parametrize(
    "answer",
    [
        JSON,
        f"\ufeff \n{JSON}\n".removeprefix("\ufeff"),
        f"```json\n{JSON}\n```",
        f"```\n{JSON}```",
        f"Here are the mentions:\n\n```json\n{JSON}\n```\nLet me know if you need more {{details}}.",
        f"Sure! {JSON} Done.",
        f"The format {{type, trigger}} is used. {JSON}",
        f'<think>Perhaps {{"mentions": []}}? No.</think>\n{JSON}',
        json.dumps([ONE]),
        json.dumps(ONE),
        json.dumps({"note": "x", "mentions": [ONE]}),
        f'{{"event": 1}}\n{JSON}',
        f'An empty answer is {{"mentions": []}}. Mine is {JSON}',
    ],
)
def test_json_is_found(answer: str) -> None:
    assert proposals_in(answer) == [ONE]


@pytest.mark.parametrize("answer", ['{"mentions": []}', "[]", "```json\n[]\n```"])
def test_no_mention_is_an_answer(answer: str) -> None:
    assert proposals_in(answer) == []


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "لا أحداث في هذا النص",
        JSON[:-1],
        JSON[:-2] + ', {"type": "attack", "trigger": "قص',
        f"Mentions: {JSON[13:-1]}",
        "{" * 100_000,
        '{"mentions": [NaN]}',
        '{"mentions": [{"quantity": {"low": Infinity}}]}',
        '{"mentions": [' + "1" * 5000 + "]}",
        "{'mentions': []}".replace("[]", "{}"),
    ],
)
def test_what_is_no_json_is_no_answer(answer: str) -> None:
    with pytest.raises(BadAnswer):
        proposals_in(answer)


def test_whatever_the_list_holds_is_checked_later() -> None:
    assert proposals_in('{"mentions": [1, null, "x", {}]}') == [1, None, "x", {}]
