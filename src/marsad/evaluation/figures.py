"""The figures of an evaluation, rounded to four places as they are printed and pinned."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

PLACES = 4


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, with the two counts under them."""

    precision: float
    recall: float
    gold: int
    predicted: int
    f1: float


@dataclass(frozen=True, slots=True)
class Score:
    """All figures of one evaluation; `detection`, `arguments` and `exact` map a row's name to its rates."""

    articles: int
    detection: Mapping[str, Rates]
    arguments: Mapping[str, Rates]
    factuality_accuracy: float
    exact: Mapping[str, Rates]
    coreference_b3: float


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
    for part in ("detection", "arguments", "exact"):
        rows: Mapping[str, Rates] = getattr(score, part)
        named |= {f"{part}.{name}.f1": row.f1 for name, row in rows.items()}
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
    return json.dumps(asdict(score), ensure_ascii=False, indent=1)


def _row(part: str, name: str, row: Rates) -> str:
    return (
        f"{part:10} {name:12} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  "
        f"(gold {row.gold}, predicted {row.predicted})"
    )
