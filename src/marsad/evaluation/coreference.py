"""Whether mentions of one event are put together: B-cubed over the matched mentions, within each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.evaluation.figures import harmonic_mean


@dataclass(slots=True)
class Clusters:
    """Sums of B-cubed precision and recall over mentions, while articles come in."""

    precision: float = 0.0
    recall: float = 0.0
    mentions: int = 0

    def add_article(self, labels: Sequence[tuple[str, str]]) -> None:
        """Count one article: the gold and the predicted event of each matched mention."""
        gold, predicted = defaultdict(set), defaultdict(set)
        for at, (g, p) in enumerate(labels):
            gold[g].add(at)
            predicted[p].add(at)
        self.precision += sum(len(gold[g] & predicted[p]) / len(predicted[p]) for g, p in labels)
        self.recall += sum(len(gold[g] & predicted[p]) / len(gold[g]) for g, p in labels)
        self.mentions += len(labels)

    def f1(self) -> float:
        """The harmonic mean of both over all mentions so far, unrounded; 0 when there are none."""
        if not self.mentions:
            return 0.0
        return harmonic_mean(self.precision / self.mentions, self.recall / self.mentions)
