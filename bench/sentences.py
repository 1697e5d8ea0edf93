"""How well sentences with an attack or a protest are found, on the public half of arabic_event_gsr.

A sentence counts as found when it holds a mention of the type that is `happened` or `ongoing`; `yes` stands
against every `no`, `ambiguous` is dropped. Beside the coder stand, of the same run, the keyword search that
takes each sentence with a written form of a trigger of the type, and the figures published for other systems.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from marsad.arabic import sentences
from marsad.article import bare_article
from marsad.errors import BadUse
from marsad.what import code_article
from marsad.what.lexicon import look

HELP = "find sentences with an attack or a protest (a folder with assault_gsr.csv and protest_gsr.csv)"
FILES = {"ASSAULT": ("assault_gsr.csv", "attack"), "PROTEST": ("protest_gsr.csv", "protest")}
REAL = ("happened", "ongoing")
# F1 as issue 4 gives it: the published peer, and a bag of words trained on the set itself.
PUBLISHED = {"ASSAULT": (0.255, 0.645), "PROTEST": (0.107, 0.353)}


@dataclass(frozen=True, slots=True)
class Found:
    """Sentences found by one method, and how well: precision, recall and F1 of `yes`."""

    right: int
    wrong: int
    missed: int
    precision: float
    recall: float
    f1: float

    def line(self) -> str:
        """The figures as text."""
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run gave, by the set's name of the type."""

    sentences: dict[str, int]
    marsad: dict[str, Found]
    keywords: dict[str, Found]

    def lines(self) -> list[str]:
        """The figures as text."""
        return [line for name in self.sentences for line in self._lines(name)]

    def _lines(self, name: str) -> Iterator[str]:
        peer, trained = PUBLISHED[name]
        yield f"{name:<9}marsad                {self.marsad[name].line()}  ({self.sentences[name]} sentences)"
        yield f"{'':<9}keywords              {self.keywords[name].line()}"
        yield f"{'':<9}published peer                          F1 {peer:.3f}  (not run here)"
        yield f"{'':<9}trained bag of words                    F1 {trained:.3f}  (not run here)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the folder."""
    parser.add_argument("folder", type=Path, help="the folder of the two files")


def run(options: argparse.Namespace) -> Measured:
    """Code every sentence by itself and count."""
    rows = {name: _rows(options.folder / file) for name, (file, _) in FILES.items()}
    return Measured(
        {name: len(found) for name, found in rows.items()},
        {name: count(rows[name], _coded(kind)) for name, (_, kind) in FILES.items()},
        {name: count(rows[name], _worded(kind)) for name, (_, kind) in FILES.items()},
    )


def count(rows: Iterable[tuple[str, bool]], finds: Callable[[str], bool]) -> Found:
    """How many sentences are found rightly, wrongly, and not at all."""
    pairs = [(finds(text), wanted) for text, wanted in rows]
    right, wrong, missed = (pairs.count(pair) for pair in ((True, True), (True, False), (False, True)))
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    return Found(right, wrong, missed, right / max(1, right + wrong), right / max(1, right + missed), f1)


def _rows(path: Path) -> list[tuple[str, bool]]:
    """Each sentence and whether it is labelled `yes`; raises `BadUse` when the file is not such a one."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(row["text"], row["label"]) for row in csv.DictReader(file)]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        raise BadUse(f"{path}: expected a CSV file with columns text and label, found {error!r}") from error
    return [(text, label == "yes") for text, label in rows if label != "ambiguous"]


def _coded(kind: str) -> Callable[[str], bool]:
    def finds(text: str) -> bool:
        mentions = code_article(bare_article("sentence", text, None))
        return any(m.type == kind and m.factuality.value in REAL for m in mentions)

    return finds


def _worded(kind: str) -> Callable[[str], bool]:
    def finds(text: str) -> bool:
        words = (look(token.folded) for sentence in sentences(text) for token in sentence.tokens)
        return any(sense.frame.type == kind for word in words for sense in word.senses)

    return finds
