"""Splink over DuckDB: pairs that share a block, with the level that holds in each comparison.

Accounts go through a file of JSON lines, which DuckDB reads a thousand times faster than rows one by one;
pairs come back in portions, so that memory stays bounded.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from math import log2
from pathlib import Path
from typing import Any, get_type_hints

import duckdb

from marsad.same.conditions import CONDITIONS
from marsad.same.kinds import kindred
from marsad.same.levels import Level, comparisons
from marsad.same.traits import Traits

PRIOR = 1 / 128  # of two accounts in one block, how many tell of one event: about 1 in 100 among those judged
ODDS = log2(PRIOR / (1 - PRIOR))  # in bits: what splink adds to the weights
PORTION = 10_000  # pairs fetched at a time
Held = tuple[Traits, frozenset[int], bool]
SQL_TYPES: dict[Any, str] = {
    str: "VARCHAR",
    str | None: "VARCHAR",
    int: "BIGINT",
    int | None: "BIGINT",
    float | None: "DOUBLE",
    bool: "BOOLEAN",
    tuple[str, ...]: "VARCHAR[]",
    tuple[int, ...]: "BIGINT[]",
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair of accounts by their ids, the level found in each comparison, the probability of one event."""

    left: str
    right: str
    levels: tuple[Level, ...]
    probability: float


def score(held: Iterable[Held], least: float | None = None) -> Iterator[Scored]:
    """Every pair that shares a block, has a new account in it and weighs `least` bits or more.

    Without `least`: every pair, those of one article too.
    """
    with tempfile.TemporaryDirectory(prefix="marsad-") as folder:
        lines = Path(folder, "accounts.jsonl")
        if _write(lines, held) < 2:
            return
        connection = duckdb.connect(str(Path(folder, "pairs.duckdb")))
        try:
            yield from _pairs(connection, lines, least)
        finally:
            connection.close()


def _write(lines: Path, held: Iterable[Held]) -> int:
    count = 0
    with lines.open("w", encoding="utf-8") as out:
        for traits, blocks, new in held:
            row = asdict(traits) | {"kindred": kindred(traits.types), "block": sorted(blocks), "new": new}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _pairs(connection: duckdb.DuckDBPyConnection, lines: Path, least: float | None) -> Iterator[Scored]:
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    hints = get_type_hints(Traits)
    columns = {field.name: SQL_TYPES[hints[field.name]] for field in fields(Traits)}
    columns |= {"kindred": "VARCHAR[]", "block": "BIGINT[]", "new": "BOOLEAN"}
    typed = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    source = str(lines).replace("'", "''")
    connection.execute(
        f"CREATE TABLE accounts AS SELECT * FROM read_json('{source}', format='newline_delimited', "
        f"columns={{{typed}}})"
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register("accounts"), _settings(least is None), log_level="ERROR")
    found = linker.inference.predict(threshold_match_weight=None if least is None else least + ODDS)
    named = comparisons()
    asked = ", ".join(["id_l", "id_r", "match_probability", *(f"mw_{name}" for name in named)])
    result = connection.execute(f"SELECT {asked} FROM {found.physical_name} ORDER BY id_l, id_r")
    while rows := result.fetchmany(PORTION):
        for left, right, probability, *weights in rows:
            levels = tuple(map(_weighing, named.values(), weights))
            yield Scored(left, right, levels, probability)


def _weighing(levels: tuple[Level, ...], weight: float) -> Level:
    """The level that weighs this much; no two of a comparison weigh the same (a test asks)."""
    return min(levels, key=lambda level: abs(level.weight - weight))


def _settings(within: bool) -> dict[str, Any]:
    apart = "" if within else " AND l.article <> r.article"
    rule = f"l.block = r.block AND (l.new OR r.new){apart}"
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "probability_two_random_records_match": PRIOR,
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": rule, "sql_dialect": "duckdb", "arrays_to_explode": ["block"]}
        ],
        "comparisons": [_comparison(name, levels) for name, levels in comparisons().items()],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,  # each level's weight
    }


def _comparison(name: str, levels: tuple[Level, ...]) -> dict[str, Any]:
    return {
        "output_column_name": name,
        "comparison_levels": [
            {
                "sql_condition": CONDITIONS[name, level.name],
                "label_for_charts": level.says.en,
                "m_probability": level.m,
                "u_probability": level.u,
            }
            for level in levels
        ],
    }
