"""What the room `where` costs: loading its tables in a fresh process, its memory, how fast it answers.

Loading is timed in a process of its own, the word list of simplemma (which other rooms use too) read before.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from marsad.arabic import Sentence, sentences
from marsad.data import read_table
from marsad.where import find_places, setting
from marsad.where.gazetteer import names_from, words_of

HELP = "load, memory and speed of the places"
NAMES = 20_000  # of the gazetteer that are looked up, spread over it
TIMES = 3  # fresh processes; the fastest counts, as other programs only ever slow it down
# In a fresh process: the rooms before, then the room and its first answer; seconds and megabytes on stdout.
FRESH = """
from time import perf_counter
from memory import resident_mb
from marsad.arabic.clitics import is_word
is_word("x")
before, started = resident_mb(), perf_counter()
from marsad.arabic import sentences
from marsad.where import find_places, setting
text = bytes.fromhex("{text}").decode()
for sentence in sentences(text):
    find_places(sentence, setting(text))
print(perf_counter() - started, resident_mb() - before)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run gave: seconds, megabytes (10^6 bytes) and rates."""

    load_s: float
    load_mb: float
    lookups_per_s: float  # of a name's rows, each name once
    sentences_per_s: float  # each sentence of one name, never seen before

    def lines(self) -> list[str]:
        """The figures as text."""
        return [
            f"load          {self.load_s * 1000:.0f} ms (import, tables, one answer), {self.load_mb:.1f} MB",
            f"look-ups      {self.lookups_per_s:.0f} names/s",
            f"places        {self.sentences_per_s:.0f} sentences/s, a new name in each",
        ]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how many names are looked up."""
    parser.add_argument("--names", type=int, default=NAMES, help="names to look up")


def run(options: argparse.Namespace) -> Measured:
    """Measure all of it."""
    rows = read_table("places.csv.gz")
    names = [row["name_ar"] for row in rows[:: max(1, len(rows) // options.names)]]
    load_s, load_mb = min(_fresh(names[0]) for _ in range(TIMES))
    return Measured(
        load_s,
        load_mb,
        len(names) / _seconds(lambda: [_look_up(name) for name in names]),
        len(names) / _seconds(lambda: [_find(sentence) for name in names for sentence in sentences(name)]),
    )


def _fresh(text: str) -> tuple[float, float]:
    command = [sys.executable, "-c", FRESH.format(text=text.encode().hex())]
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    seconds, size = map(float, told.stdout.split())
    return seconds, size


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _look_up(name: str) -> None:
    first, *rest = words_of(name)
    next(names_from(first).match(tuple(rest)), None)


def _find(sentence: Sentence) -> None:
    find_places(sentence, setting(sentence.text))
