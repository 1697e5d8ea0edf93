"""The levels of each comparison and their weights: data/same/levels.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.data import read_table
from marsad.records import Says

SURE = 0.9  # the larger of a level's two probabilities; their ratio is what the table says


@dataclass(frozen=True, slots=True)
class Level:
    """One row: what was found, and what it weighs."""

    comparison: str
    name: str
    decides: bool  # base, actor or date: their weights must carry a join
    weight: float  # log2 of the likelihood ratio
    bars: bool  # no join, whatever speaks for it
    says: Says

    @property
    def m(self) -> float:
        """How likely it is where both tell of one event."""
        return SURE if self.weight >= 0 else SURE * 2.0**self.weight

    @property
    def u(self) -> float:
        """How likely it is where they tell of two."""
        return SURE if self.weight < 0 else SURE * 2.0**-self.weight


@cache
def comparisons() -> dict[str, tuple[Level, ...]]:
    """For each comparison its levels; the first that holds counts."""
    held: dict[str, tuple[Level, ...]] = {}
    for row in read_table("same/levels.csv"):
        says = Says(row["en"], row["ar"])
        barred, decides = bool(row["bars"]), bool(row["decides"])
        level = Level(row["comparison"], row["level"], decides, float(row["weight"]), barred, says)
        held[level.comparison] = (*held.get(level.comparison, ()), level)
    return held
