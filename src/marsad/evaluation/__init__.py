"""Scoring: a gold file and what was coded → figures, differences, predictions in the gold's format."""

from marsad.evaluation.cells import BadCell
from marsad.evaluation.differences import differences, mismatches
from marsad.evaluation.evaluate import Coded, Coder, Evaluation, evaluate, write_predictions
from marsad.evaluation.figures import (
    Rates,
    Room,
    Score,
    figures,
    report,
    report_json,
    report_parts,
    report_parts_json,
)
from marsad.evaluation.gold import (
    GoldArticle,
    GoldEntity,
    GoldMention,
    GoldPeriod,
    GoldPlace,
    GoldRange,
    gold_article,
    gold_mention,
    read_gold,
)
from marsad.evaluation.linking import LinkingScore, evaluate_linking
from marsad.evaluation.linking_report import report_linking, report_linking_json
from marsad.evaluation.scoring import POSTURE, TYPES, Difference, score

__all__ = [
    "POSTURE",
    "TYPES",
    "BadCell",
    "Coded",
    "Coder",
    "Difference",
    "Evaluation",
    "GoldArticle",
    "GoldEntity",
    "GoldMention",
    "GoldPeriod",
    "GoldPlace",
    "GoldRange",
    "LinkingScore",
    "Rates",
    "Room",
    "Score",
    "differences",
    "evaluate",
    "evaluate_linking",
    "figures",
    "gold_article",
    "gold_mention",
    "mismatches",
    "read_gold",
    "report",
    "report_json",
    "report_linking",
    "report_linking_json",
    "report_parts",
    "report_parts_json",
    "score",
    "write_predictions",
]
