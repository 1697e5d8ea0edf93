"""Full-text search over the mentions' sentences, by the search keys of `keys.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text

from marsad.store.keys import WORD, stems, stems_key, words_key
from marsad.store.parts import parts
from marsad.store.schema import mentions, search

A_DAY = 1 << 20  # numbers to a day: a row's number says its day, so that the newest match comes first
EPOCH = date(1970, 1, 1).toordinal()
NEWEST = 2**62  # above every number
LONG_AGO = 36_525 * 20  # days: dates before 1970 have numbers too


@dataclass(frozen=True, slots=True)
class Matches:
    """The events of some matching mentions, newest first.

    `last`: the number of the last mention looked at, below which to go on; None where there are no more.
    """

    events: tuple[str, ...]
    last: int | None


def index_mentions(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the search keys of new mentions (rows with `id`, `quote`, `since` and `published`)."""
    by_day: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_day.setdefault(first_number(row["since"] or row["published"]), []).append(row)
    keyed = [
        {"n": number, "mention": row["id"], **_keys(row["quote"])}
        for first in sorted(by_day)
        for number, row in enumerate(by_day[first], _free(connection, first))
    ]
    if not keyed:
        return
    connection.execute(insert(search), keyed)
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO search_keys(rowid, words, stems) VALUES (:n, :words, :stems)"), keyed
        )


def _keys(quote: str) -> dict[str, str]:
    return {"words": words_key(quote), "stems": stems_key(quote)}


def first_number(day: date | None) -> int:
    """The first number of a day's rows; what has no day comes first of all, and is found last."""
    return (day.toordinal() - EPOCH + LONG_AGO) * A_DAY if day else 1


def _free(connection: Connection, first: int) -> int:
    asked = select(func.max(search.c.n)).where(search.c.n >= first, search.c.n < first + A_DAY)
    last = connection.execute(asked).scalar()
    return first if last is None else int(last) + 1


def unindex(connection: Connection, ids: Sequence[str]) -> None:
    """Take the search keys of mentions out."""
    for part in parts(ids):
        if connection.dialect.name == "sqlite":
            rows = connection.execute(select(search).where(search.c.mention.in_(part))).mappings().all()
            for row in rows:  # an index over another table's columns is told what stood there
                connection.execute(
                    text(
                        "INSERT INTO search_keys(search_keys, rowid, words, stems) "
                        "VALUES ('delete', :n, :words, :stems)"
                    ),
                    {name: row[name] for name in ("n", "words", "stems")},
                )
        connection.execute(delete(search).where(search.c.mention.in_(part)))


def matching(connection: Connection, asked: str, before: int | None, most: int) -> Matches:
    """The events of mentions whose sentence has all words of a question, the newest mention first.

    `before`: the number below which to go on; `most`: how many mentions to look at.
    """
    words = words_key(asked).split()
    if not words:
        return Matches((), None)
    held: dict[str, Any] = {"most": most, "before": NEWEST if before is None else before}
    where = (_fts5 if connection.dialect.name == "sqlite" else _tsquery)(words, held)
    # Cross joins keep SQLite from walking through all sentences to save itself the sorting of a few.
    statement = text(
        f"SELECT found.n, mentions.event FROM ({where}) AS found "
        "CROSS JOIN mentions WHERE mentions.id = found.mention"
    )
    rows = sorted(connection.execute(statement, held).all(), key=lambda row: -int(row.n))
    return Matches(tuple(row.event for row in rows if row.event), rows[-1].n if len(rows) == most else None)


def newest_match(connection: Connection, events: Sequence[str], asked: str) -> dict[str, int]:
    """For each of these events the number of its newest sentence that has all words of a question."""
    words = words_key(asked).split()
    columns = (mentions.c.event, search.c.n, search.c.words, search.c.stems)
    joined = mentions.join(search, search.c.mention == mentions.c.id)
    found: dict[str, int] = {}
    for part in parts(events):
        for row in connection.execute(select(*columns).select_from(joined).where(mentions.c.event.in_(part))):
            if _has(words, set(row.words.split()), set(row.stems.split())):
                found[row.event] = max(row.n, found.get(row.event, 0))
    return found


def _has(asked: Sequence[str], words: Set[str], stemmed: Set[str]) -> bool:
    return all(word in words or not stemmed.isdisjoint(stems(word)) for word in asked)


def _fts5(words: Collection[str], held: dict[str, Any]) -> str:
    def either(word: str) -> str:
        bare = " OR ".join(f'stems:"{stem}"' for stem in stems(word))
        return f'(words:"{word}" OR {bare})'

    held["asked"] = " AND ".join(map(either, words))
    matched = (
        "SELECT rowid FROM search_keys WHERE search_keys MATCH :asked AND rowid < :before "
        "ORDER BY rowid DESC LIMIT :most"
    )
    joined = f"({matched}) AS keys CROSS JOIN search"
    return f"SELECT search.n, search.mention FROM {joined} WHERE search.n = keys.rowid"


def _tsquery(words: Collection[str], held: dict[str, Any]) -> str:
    def either(at: int, word: str) -> str:
        held[f"w{at}"] = _lexeme(word)
        held[f"s{at}"] = " | ".join(map(_lexeme, stems(word)))
        return (
            f"(to_tsvector('simple', words) @@ to_tsquery('simple', :w{at})"
            f" OR to_tsvector('simple', stems) @@ to_tsquery('simple', :s{at}))"
        )

    where = " AND ".join(either(at, word) for at, word in enumerate(words))
    return f"SELECT n, mention FROM search WHERE {where} AND n < :before ORDER BY n DESC LIMIT :most"


def _lexeme(word: str) -> str:
    return "'" + "".join(WORD.findall(word)) + "'"
