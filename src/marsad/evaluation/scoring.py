"""Scoring predicted mentions against the gold ones: pairs first, then counts, then figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.evaluation.agreement import SLOTS, affinity, agreeing, exact, values
from marsad.evaluation.coreference import Clusters
from marsad.evaluation.figures import PLACES, Rates, Score, rates
from marsad.evaluation.gold import GoldArticle, GoldMention

POSTURE = ("withdraw", "deploy", "handover", "suspend", "resume", "force_level")
TYPES = (*POSTURE, "seize", "attack", "protest")


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement: `fields` (paired, but not an exact record), `missed` or `spurious`."""

    kind: str
    article: GoldArticle
    gold: GoldMention | None
    predicted: GoldMention | None


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts by type and by slot, while articles come in."""

    gold: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    paired_gold: Counter[str] = field(default_factory=Counter)
    paired_predicted: Counter[str] = field(default_factory=Counter)
    clusters: Clusters = field(default_factory=Clusters)

    def rates(self, names: Iterable[str]) -> Rates:
        """The rates of some types or slots taken together."""
        names = tuple(names)
        return rates(*(sum(c[name] for name in names) for c in (self.hits, self.predicted, self.gold)))

    def matched_rates(self, slot: str) -> Rates:
        """The rates of a slot among the mentions that were paired."""
        return rates(self.hits[slot], self.paired_predicted[slot], self.paired_gold[slot])

    def exact_rates(self, types: Iterable[str]) -> Rates:
        """The rates of exact records among all mentions of some types."""
        types = tuple(types)
        return rates(*(sum(c[name] for name in types) for c in (self.exact, self.predicted, self.gold)))


def score(
    gold: Iterable[GoldArticle],
    predicted: Mapping[str, Sequence[GoldMention]],
    errors: list[Difference] | None = None,
) -> Score:
    """The figures of `predicted` (article id → mentions); `errors`, if given, gains every disagreement."""
    tally, articles = _Tally(), 0
    for article in gold:
        articles += 1
        found = _add_article(tally, article, _known(predicted.get(article.id, ())))
        if errors is not None:
            errors.extend(found)
    return _score(tally, articles)


def pairs(gold: Sequence[GoldMention], predicted: Sequence[GoldMention]) -> list[tuple[int, int]]:
    """Indices of mentions that are one, each used once, best agreement first, then in their order."""
    fits = ((affinity(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    ranked = sorted((fit for fit in fits if fit[0] > 0), key=lambda fit: (-fit[0], fit[1], fit[2]))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return list(chosen.items())


def _known(mentions: Iterable[GoldMention]) -> list[GoldMention]:
    return [mention for mention in mentions if mention.type in TYPES]


def _add_article(tally: _Tally, article: GoldArticle, predicted: list[GoldMention]) -> list[Difference]:
    gold = _known(article.mentions)
    chosen = pairs(gold, predicted)
    _count(tally.gold, gold)
    _count(tally.predicted, predicted)
    for i, j in chosen:
        _add_pair(tally, gold[i], predicted[j])
    tally.clusters.add_article([(_label(gold[i], f"{i}"), _label(predicted[j], f"_{j}")) for i, j in chosen])
    return _differences(article, gold, predicted, chosen)


def _label(mention: GoldMention, alone: str) -> str:
    """The mention's event, or a label that no other mention has."""
    return alone if mention.event is None else mention.event


def _count(counter: Counter[str], mentions: Iterable[GoldMention]) -> None:
    for mention in mentions:
        counter[mention.type] += 1
        for slot in SLOTS:
            counter[slot] += len(values(mention, slot))


def _add_pair(tally: _Tally, gold: GoldMention, predicted: GoldMention) -> None:
    tally.hits[gold.type] += 1
    tally.hits["factuality"] += gold.factuality == predicted.factuality
    tally.exact[gold.type] += exact(gold, predicted)
    for slot in SLOTS:
        tally.hits[slot] += agreeing(slot, gold, predicted)
        tally.paired_gold[slot] += len(values(gold, slot))
        tally.paired_predicted[slot] += len(values(predicted, slot))


def _differences(
    article: GoldArticle,
    gold: list[GoldMention],
    predicted: list[GoldMention],
    chosen: list[tuple[int, int]],
) -> list[Difference]:
    paired, used = dict(chosen), {j for _, j in chosen}
    wrong = [(gold[i], predicted[j]) for i, j in chosen if not exact(gold[i], predicted[j])]
    missed = [mention for i, mention in enumerate(gold) if i not in paired]
    spurious = [mention for j, mention in enumerate(predicted) if j not in used]
    return [
        *(Difference("fields", article, g, p) for g, p in wrong),
        *(Difference("missed", article, g, None) for g in missed),
        *(Difference("spurious", article, None, p) for p in spurious),
    ]


def _score(tally: _Tally, articles: int) -> Score:
    matched = sum(tally.hits[name] for name in TYPES)
    return Score(
        articles=articles,
        detection={
            "all": tally.rates(TYPES),
            "posture": tally.rates(POSTURE),
            **{name: tally.rates([name]) for name in TYPES},
        },
        arguments={"all": tally.rates(SLOTS), **{slot: tally.rates([slot]) for slot in SLOTS}},
        factuality_accuracy=round(tally.hits["factuality"] / max(1, matched), PLACES),
        exact={"all": tally.exact_rates(TYPES), "posture": tally.exact_rates(POSTURE)},
        coreference_b3=round(tally.clusters.f1(), PLACES),
        matched={slot: tally.matched_rates(slot) for slot in SLOTS},
    )
