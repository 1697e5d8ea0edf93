"""The model's words → what it proposes: the JSON in them, wherever it stands.

In: a text. Out: the proposals as parsed JSON, unchecked. Next: `grounding`, which holds each against
the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

LIST = "mentions"
MOST_STARTS = 50  # brackets at which JSON is looked for; a model's preface has a few
_FENCED = re.compile(r"```[\w-]*\s*\n?(.*?)```", re.S)
_THOUGHT = re.compile(r"\A.*</think>", re.S)  # what reasoning models write before their answer


class BadAnswer(Exception):
    """The answer holds no list of proposals; the message says what it holds."""


def proposals_in(answer: str) -> list[object]:
    """The proposals of an answer: bare JSON, in a code fence or after a preface; raises `BadAnswer`.

    >>> proposals_in('Here they are: {"mentions": [{"type": "deploy"}]}')
    [{'type': 'deploy'}]
    """
    text = _THOUGHT.sub("", answer)
    whole = [*_whole(text)]
    for value in whole:
        listed = _listed(value)
        if listed is not None:
            return listed
    within = [value for value in _within(text) if isinstance(value, dict)]
    for value in reversed(within):  # what stands before the answer may be an example of it
        if isinstance(value.get(LIST), list):
            return list(value[LIST])
    for value in (*whole, *within):
        raise BadAnswer(f'expected an object with a list "{LIST}", found {_shape(value)}')
    raise BadAnswer("expected JSON in the answer, found none that can be read")


def _whole(answer: str) -> Iterator[object]:
    """The answer, or what stands in a code fence, where it is JSON from its beginning to its end."""
    for text in (answer, *_FENCED.findall(answer)):
        with suppress(ValueError, RecursionError):
            yield _decode(text.strip())


def _within(answer: str) -> Iterator[object]:
    """JSON among other words."""
    decoder, at = json.JSONDecoder(parse_constant=_refused), 0
    for _ in range(MOST_STARTS):
        start = answer.find("{", at)
        if start < 0:
            return
        try:
            value, at = decoder.raw_decode(answer, start)
            yield value
        except (ValueError, RecursionError):
            at = start + 1


def _decode(text: str) -> object:
    value: object = json.loads(text, parse_constant=_refused)
    return value


def _refused(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _listed(value: object) -> list[object] | None:
    """The list under its name; a bare list, or one mention alone, is taken as meant."""
    if isinstance(value, dict):
        if isinstance(value.get(LIST), list):
            return list(value[LIST])
        return [value] if {"type", "trigger"} <= set(value) else None
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    return None


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return f"an object with {', '.join(map(str, list(value)[:5])) or 'nothing'}"
    return f"a {type(value).__name__}"
