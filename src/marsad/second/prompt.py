"""What the endpoint is asked: the codebook as a prompt, made from the tables, and the schema of an answer."""

from __future__ import annotations

from functools import cache

from marsad.data import damaged, read_table, read_text
from marsad.records import Article, Span
from marsad.second.vocabulary import codes, governors, names, triggers

EXAMPLES = 24  # words a type and a degree of factuality: enough to show its reach
COUNTS = ("quantity", "fatalities", "wounded")
PARTIES = ("actors", "recipients")
_EXAMPLE, _PROMPT = "second/example.csv", "second/prompt.txt"
_TEXT = {"type": "string"}
_OPEN = {"type": ["number", "null"]}
_MAYBE = {"type": ["string", "null"]}


def messages(article: Article, part: Span) -> list[dict[str, str]]:
    """The two messages about one part of an article: the codebook, then the text with its day."""
    return [
        {"role": "system", "content": system_prompt()},
        {"role": "user", "content": _question(article, part)},
    ]


@cache
def system_prompt() -> str:
    """The codebook as an instruction; raises `DataMissing` where a name has no meaning."""
    example = read_table(_EXAMPLE)[0]
    filled = {
        "types": "\n".join(_type(name) for name in names("type")),
        "factuality": "\n".join(_factuality(name) for name in names("factuality")),
        "roles": ", ".join(names("role")),
        "codes": "; ".join(f"{code} ({meaning})" for code, meaning in codes().items()),
        "example": example["sentence"],
        "answer": example["answer"],
    }
    text = read_text(_PROMPT)
    for name, words in filled.items():
        text = text.replace(f"{{{name}}}", words)
    return text


def _type(name: str) -> str:
    row = _row("codebook/types.csv", type=name)
    told = [row["is"], f"Not: {row['is_not']}", row["unclear"], row["parties"], f"Place: {row['place']}"]
    return f"- {name}: {' '.join(told)} Words such as {_listed(triggers(name))}."


def _factuality(name: str) -> str:
    words = _row("codebook/meanings.csv", kind="factuality", name=name)["words"]
    cues = f". Words such as {_listed(governors(name))}" if governors(name) else ""
    return f"- {name}: {words}{cues}."


def _listed(words: tuple[str, ...]) -> str:
    return "، ".join(words[:EXAMPLES])


def _row(table: str, **cells: str) -> dict[str, str]:
    """The row of a table that has these cells."""
    for row in read_table(table):
        if all(row[column] == value for column, value in cells.items()):
            return row
    raise damaged(table, f"a row for {' '.join(cells.values())}", "none")


def _question(article: Article, part: Span) -> str:
    day = article.published.value.isoformat() if article.published else "unknown"
    text = article.text[part.start : part.end]
    told = f"The article's title, for context only: {article.title}\n" if part.start > 0 else ""
    return f"Published {day}.\n{told}Article:\n{text}"


@cache
def answer_schema() -> dict[str, object]:
    """The JSON schema of an answer: the mentions of `lines.py`, with words where that has offsets."""
    mention = {
        "type": {"enum": list(names("type"))},
        "quote": _TEXT,
        "trigger": _TEXT,
        **{slot: {"type": "array", "items": _TEXT} for slot in PARTIES},
        "place": _maybe({"name": _TEXT, "country": _MAYBE}),
        "place_role": {"enum": [*names("role"), None]},
        "date": _maybe({"start": _MAYBE, "end": _MAYBE}),
        **{slot: _maybe({"low": _OPEN, "high": _OPEN}) for slot in COUNTS},
        "factuality": {"enum": list(names("factuality"))},
        "attribution": _MAYBE,
        "event": _TEXT,
        "words": {"type": "object"},
    }
    required = ["type", "quote", "trigger", "factuality"]
    item = {"type": "object", "properties": mention, "required": required}
    listed = {"mentions": {"type": "array", "items": item}}
    return {"type": "object", "properties": listed, "required": ["mentions"]}


def _maybe(cells: dict[str, object]) -> dict[str, object]:
    return {"type": ["object", "null"], "properties": cells}
