"""Full-text search over the mentions' sentences, by the search keys of `keys.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Text, TextualSelect, delete, func, insert, select, text

from marsad.store.keys import WORD, stems, stems_key, words_key
from marsad.store.parts import parts
from marsad.store.schema import search

MOST = 2_000  # matches that are looked at, the last added first: a word of every second page is no question


def index_mentions(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the search keys of new mentions (rows with `id` and `quote`)."""
    keyed = [
        {"mention": row["id"], "words": words_key(row["quote"]), "stems": stems_key(row["quote"])}
        for row in rows
    ]
    if not keyed:
        return
    last = connection.execute(select(func.coalesce(func.max(search.c.n), 0))).scalar_one()
    connection.execute(insert(search), keyed)
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO search_keys(rowid, words, stems) "
                "SELECT n, words, stems FROM search WHERE n > :last"
            ),
            {"last": last},
        )


def unindex(connection: Connection, mentions: Sequence[str]) -> None:
    """Take the search keys of mentions out."""
    for part in parts(mentions):
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


def matching(connection: Connection, asked: str) -> TextualSelect | None:
    """The events of mentions whose sentence has all words of a question; None where it asks for no word.

    Looked at are the MOST mentions that were added last.
    """
    words = words_key(asked).split()
    if not words:
        return None
    held: dict[str, Any] = {"most": MOST}
    where = (_fts5 if connection.dialect.name == "sqlite" else _tsquery)(words, held)
    statement = f"SELECT mentions.event FROM ({where}) AS found JOIN mentions ON mentions.id = found.mention"
    return text(f"{statement} WHERE mentions.event IS NOT NULL").bindparams(**held).columns(event=Text)


def _fts5(words: Collection[str], held: dict[str, Any]) -> str:
    def either(word: str) -> str:
        bare = " OR ".join(f'stems:"{stem}"' for stem in stems(word))
        return f'(words:"{word}" OR {bare})'

    held["asked"] = " AND ".join(map(either, words))
    matched = "SELECT rowid FROM search_keys WHERE search_keys MATCH :asked ORDER BY rowid DESC LIMIT :most"
    return f"SELECT mention FROM search WHERE n IN ({matched})"


def _tsquery(words: Collection[str], held: dict[str, Any]) -> str:
    def either(at: int, word: str) -> str:
        held[f"w{at}"] = _lexeme(word)
        held[f"s{at}"] = " | ".join(map(_lexeme, stems(word)))
        return (
            f"(to_tsvector('simple', words) @@ to_tsquery('simple', :w{at})"
            f" OR to_tsvector('simple', stems) @@ to_tsquery('simple', :s{at}))"
        )

    where = " AND ".join(either(at, word) for at, word in enumerate(words))
    return f"SELECT mention FROM search WHERE {where} ORDER BY n DESC LIMIT :most"


def _lexeme(word: str) -> str:
    return "'" + "".join(WORD.findall(word)) + "'"
