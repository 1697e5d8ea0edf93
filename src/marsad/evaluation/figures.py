"""The figures of an evaluation, rounded to four places as they are printed and pinned."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

PLACES = 4
PARTS = ("matched", "rooms")  # what the scorer of the gold standard does not print


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, with the two counts under them."""

    precision: float
    recall: float
    gold: int
    predicted: int
    f1: float


@dataclass(frozen=True, slots=True)
class Room:
    """A room measured alone: its mentions, the parts of them with the gold's very span and right value."""

    mentions: Rates
    whole_spans: float
    resolved: float


@dataclass(frozen=True, slots=True)
class Score:
    """All figures of one evaluation; `detection`, `arguments` and `exact` map a row's name to its rates.

    `matched`: the arguments of the mentions that the coder detects, so that detection's misses do not count.
    `rooms`: who, where, when, howmany on a gold file with entities.
    """

    articles: int
    detection: Mapping[str, Rates]
    arguments: Mapping[str, Rates]
    factuality_accuracy: float
    exact: Mapping[str, Rates]
    coreference_b3: float
    matched: Mapping[str, Rates] = field(default_factory=dict)
    rooms: Mapping[str, Room] = field(default_factory=dict)


def rates(hits: int, predicted: int, gold: int) -> Rates:
    """The rates of `hits` right ones among `predicted` and `gold`; 0 where nothing is counted."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return Rates(
        round(precision, PLACES),
        round(recall, PLACES),
        gold,
        predicted,
        round(harmonic_mean(precision, recall), PLACES),
    )


def harmonic_mean(precision: float, recall: float) -> float:
    """The F1 of a precision and a recall, unrounded."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(score: Score) -> dict[str, float]:
    """The figures that a floor can be pinned under, by name ("detection.posture.f1")."""
    named: dict[str, float] = {}
    for part in ("detection", "arguments", "exact", "matched"):
        rows: Mapping[str, Rates] = getattr(score, part)
        named |= {f"{part}.{name}.f1": row.f1 for name, row in rows.items()}
    for name, room in score.rooms.items():
        named |= {f"rooms.{name}.f1": room.mentions.f1, f"rooms.{name}.resolved": room.resolved}
    return named | {
        "factuality_accuracy": score.factuality_accuracy,
        "coreference_b3": score.coreference_b3,
    }


def report(score: Score) -> str:
    """The figures as lines of text, in the scorer's rows."""
    lines = [f"articles {score.articles}"]
    for part in ("detection", "arguments", "exact"):
        lines += [_row(part, name, row) for name, row in getattr(score, part).items()]
    lines.append(
        f"factuality accuracy {score.factuality_accuracy:.3f}   coreference B3 {score.coreference_b3:.3f}"
    )
    return "\n".join(lines)


def report_json(score: Score) -> str:
    """The figures as one JSON object, in the scorer's keys."""
    kept = {name: value for name, value in asdict(score).items() if name not in PARTS}
    return json.dumps(kept, ensure_ascii=False, indent=1)


def report_parts(score: Score) -> str:
    """The figures of the parts as lines of text: each room alone, and the arguments of matched mentions."""
    lines = [f"articles {score.articles}"]
    for name, room in score.rooms.items():
        lines.append(_row("room", name, room.mentions))
        lines.append(f"{'':10} {'':12} whole span {room.whole_spans:.3f}  resolved {room.resolved:.3f}")
    lines += [_row("matched", name, row) for name, row in score.matched.items() if row.gold]
    return "\n".join(lines)


def report_parts_json(score: Score) -> str:
    """The figures of the parts as one JSON object."""
    kept = {name: value for name, value in asdict(score).items() if name in ("articles", *PARTS)}
    return json.dumps(kept, ensure_ascii=False, indent=1)


def _row(part: str, name: str, row: Rates) -> str:
    return (
        f"{part:10} {name:12} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  "
        f"(gold {row.gold}, predicted {row.predicted})"
    )
