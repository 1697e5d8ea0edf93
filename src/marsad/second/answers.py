"""The model's words → what it proposes: the JSON in them, wherever it stands.

In: a text. Out: the proposals as parsed JSON, unchecked. Next: `grounding`, which holds each against
the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

LIST = "mentions"
MOST_STARTS = 50  # brackets at which JSON is looked for; a model's preface has a few
_FENCED = re.compile(r"```[\w-]*\s*\n?(.*?)```", re.S)
_THOUGHT = re.compile(r"\A.*</think>", re.S)  # what reasoning models write before their answer
_STARTS = re.compile(r"[{\[]")


class BadAnswer(Exception):
    """The answer holds no list of proposals; the message says what it holds."""


def proposals_in(answer: str) -> list[object]:
    """The proposals of an answer: bare JSON, in a code fence or after a preface; raises `BadAnswer`.

    >>> proposals_in('Here they are: {"mentions": [{"type": "deploy"}]}')
    [{'type': 'deploy'}]
    """
    found: object = None
    for value in _values(_THOUGHT.sub("", answer)):
        listed = _listed(value)
        if listed is not None:
            return listed
        found = value if found is None else found
    if found is None:
        raise BadAnswer("expected JSON in the answer, found none that can be read")
    raise BadAnswer(f'expected an object with a list "{LIST}", found {_shape(found)}')


def _values(answer: str) -> Iterator[object]:
    """Everything in the answer that reads as JSON, the likeliest first."""
    for text in (answer, *_FENCED.findall(answer)):
        try:
            yield _decode(text.strip())
        except (ValueError, RecursionError):
            continue
    decoder, at = json.JSONDecoder(parse_constant=_refused), 0
    for _ in range(MOST_STARTS):
        start = _STARTS.search(answer, at)
        if start is None:
            return
        try:
            value, at = decoder.raw_decode(answer, start.start())
            yield value
        except (ValueError, RecursionError):
            at = start.end()


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
