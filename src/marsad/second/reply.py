"""What an endpoint sent: the words of the model and the tokens counted, or what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from marsad.second.records import Usage


class Unusable(Exception):
    """The reply holds no answer; the message says what it holds instead."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, headers (lower case) and body of one HTTP reply."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def content_of(reply: Reply) -> str:
    """The text of the first choice; raises `Unusable`."""
    answer = _parsed(reply)
    if answer.get("error"):  # some gateways say so with status 200
        raise Unusable(f"the endpoint reports an error: {reason_of(reply)}")
    choices = answer.get("choices")
    if not isinstance(choices, list):
        raise Unusable("the reply is no chat completion: it has no choices")
    if not choices or not isinstance(choices[0], dict):
        raise Unusable("the answer is empty: no choices")
    text = _text(choices[0].get("message"))
    if choices[0].get("finish_reason") == "length":
        raise Unusable("the answer was cut off at the model's limit of tokens (finish_reason: length)")
    if not text.strip():
        raise Unusable("the answer is empty")
    return text


def usage_of(reply: Reply) -> Usage:
    """One call with its tokens as the endpoint counted them, or as a call that tells none."""
    try:
        told = _parsed(reply).get("usage")
    except Unusable:
        told = None
    counts = (
        [told.get(name) for name in ("prompt_tokens", "completion_tokens")] if isinstance(told, dict) else []
    )
    read, written = counts or (None, None)
    if _is_count(read) and _is_count(written):
        return Usage(1, 0, read, written)
    return Usage(calls=1, unstated=1)


def reason_of(reply: Reply) -> str:
    """The endpoint's own words on what is wrong: OpenAI's form, others' forms, else the body's beginning."""
    try:
        answer = _parsed(reply)
    except Unusable:
        return reply.body[:1000].decode("utf-8", "replace")
    error = answer.get("error", answer.get("detail", answer.get("message")))
    if isinstance(error, dict):
        error = error.get("message", error)
    return f"{error if error is not None else answer}"[:1000]


def _parsed(reply: Reply) -> dict[str, object]:
    media = reply.headers.get("content-type", "").partition(";")[0].strip() or "no media type"
    try:
        answer = json.loads(reply.body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        found = f"{media}, {len(reply.body)} bytes" if reply.body else "an empty body"
        raise Unusable(f"expected JSON, found {found}; is this the API's address (often …/v1)?") from error
    if not isinstance(answer, dict):
        raise Unusable(f"the reply is no chat completion: it is a {type(answer).__name__}")
    return answer


def _text(message: object) -> str:
    """The message's content: a text, or the texts of its pieces."""
    content = message.get("content") if isinstance(message, dict) else None
    if isinstance(content, list):
        pieces = (piece.get("text") for piece in content if isinstance(piece, dict))
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return content if isinstance(content, str) else ""


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
