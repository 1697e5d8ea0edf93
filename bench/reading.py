"""How fast articles are read and coded on one core, beside one Aho-Corasick pass over the same text.

The pass finds every trigger's written forms in the folded text and does nothing else: no coder that looks at
each letter once can be faster, so it is the floor under the time. Both are timed article by article in one
run, so that they see the same machine; no article is kept; memory is told at a tenth, at half and at the end.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter

import ahocorasick
from memory import peak_mb, resident_mb

from marsad.arabic.fold import fold_anew
from marsad.errors import BadUse
from marsad.read import Reading
from marsad.records import Failure

HELP = "read and code articles (a JSON Lines file, .gz too) on one core"
FOREIGN = "A text whose letters are not those of the Arabic script at all, so that its language is asked for"
MARKS = (0.1, 0.5)  # shares of the articles after which memory is told, beside the end


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run gave; times in seconds of wall clock, sizes in megabytes (10^6 bytes; text as UTF-8)."""

    articles: int
    failures: int
    text_mb: float
    seconds: float
    articles_per_s: float
    mb_per_s: float
    mentions: int
    share_with_trigger: float
    share_with_mention: float
    pass_seconds: float
    pass_articles_per_s: float
    times_the_pass: float
    resident_mb: tuple[float, ...]  # at each mark and at the end
    growth_mb: float  # from the first mark to the end
    peak_mb: float

    def lines(self) -> list[str]:
        """The figures as text."""
        resident = "  ".join(
            f"{share:.0%} {size:.1f}" for share, size in zip((*MARKS, 1), self.resident_mb, strict=True)
        )
        return [
            f"articles      {self.articles} ({self.failures} failures), {self.text_mb:.1f} MB of text",
            f"read          {self.articles_per_s:.0f} articles/s  {self.mb_per_s:.2f} MB/s  "
            f"({self.seconds:.1f} s)",
            f"one pass      {self.pass_articles_per_s:.0f} articles/s  ({self.pass_seconds:.1f} s); "
            f"reading takes {self.times_the_pass:.1f} times as long",
            f"found         {self.mentions} mentions in {self.share_with_mention:.1%} of the articles; "
            f"{self.share_with_trigger:.1%} hold a trigger's form",
            f"memory (MB)   {resident}  growth {self.growth_mb:+.1f}  peak {self.peak_mb:.1f}",
        ]


@dataclass(slots=True)
class _Sums:
    """Running sums over the articles."""

    articles: int = 0
    failures: int = 0
    first_failure: str | None = None
    text_bytes: int = 0
    seconds: float = 0.0
    pass_seconds: float = 0.0
    mentions: int = 0
    with_trigger: int = 0
    with_mention: int = 0
    resident: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Floor:
    """The pass to compare with, and whether a folded word is a trigger with its clitics on."""

    automaton: ahocorasick.Automaton
    is_trigger: Callable[[str], bool]

    def hits(self, text: str) -> int:
        """How often a trigger's form stands in the text, inside words too."""
        return sum(1 for _ in self.automaton.iter(fold_anew(text)))

    def has_trigger(self, text: str) -> bool:
        """Whether any word of the text is a trigger's form."""
        return any(map(self.is_trigger, re.findall(r"\w+", fold_anew(text))))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `run.py read`."""
    parser.add_argument("--articles", type=Path, required=True, metavar="FILE", help="JSON Lines, .gz too")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N articles")


def run(options: argparse.Namespace) -> Measured:
    """Measure Marsad's own reading; raises `BadUse` when the file holds no article."""
    from marsad.article.language import foreign_language
    from marsad.intake import read_pages
    from marsad.read import read
    from marsad.what.lexicon import look, trigger_forms

    foreign_language(FOREIGN)  # else the 97 MB of py3langid show as growth where it is first needed
    path = str(options.articles)
    total = sum(1 for _ in islice(read_pages([path]), options.limit))  # untimed; also warms the disk's cache
    floor = make_floor(trigger_forms(), lambda word: bool(look(word).senses))
    return measure(islice(read([path]), options.limit), floor, total)


def make_floor(forms: Iterable[str], is_trigger: Callable[[str], bool]) -> Floor:
    """The automaton over all the forms."""
    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, len(form))
    automaton.make_automaton()
    return Floor(automaton, is_trigger)


def measure(readings: Iterator[Reading | Failure], floor: Floor, total: int) -> Measured:
    """Draw `total` readings from the iterator, which does the work as it is drawn from, and time each."""
    sums = _Sums()
    marks = [max(1, round(share * total)) for share in MARKS]
    for number in range(1, total + 1):
        started = perf_counter()
        reading = next(readings, None)
        sums.seconds += perf_counter() - started
        if reading is None:
            break
        _add(sums, reading, floor)
        if number in marks:
            sums.resident += [resident_mb()] * marks.count(number)
    if not sums.articles:
        raise BadUse(f"expected articles to read, found none; first failure: {sums.first_failure}")
    return _measured(sums)


def _add(sums: _Sums, reading: Reading | Failure, floor: Floor) -> None:
    if isinstance(reading, Failure):
        sums.failures += 1
        sums.first_failure = sums.first_failure or reading.message
        return
    text = reading.article.text
    started = perf_counter()
    floor.hits(text)
    sums.pass_seconds += perf_counter() - started
    sums.articles += 1
    sums.text_bytes += len(text.encode("utf-8"))
    sums.mentions += len(reading.mentions)
    sums.with_mention += bool(reading.mentions)
    sums.with_trigger += floor.has_trigger(text)


def _measured(sums: _Sums) -> Measured:
    text_mb = sums.text_bytes / 1e6
    resident = (*sums.resident, resident_mb())
    return Measured(
        articles=sums.articles,
        failures=sums.failures,
        text_mb=text_mb,
        seconds=sums.seconds,
        articles_per_s=sums.articles / sums.seconds,
        mb_per_s=text_mb / sums.seconds,
        mentions=sums.mentions,
        share_with_trigger=sums.with_trigger / sums.articles,
        share_with_mention=sums.with_mention / sums.articles,
        pass_seconds=sums.pass_seconds,
        pass_articles_per_s=sums.articles / sums.pass_seconds,
        times_the_pass=sums.seconds / sums.pass_seconds,
        resident_mb=resident,
        growth_mb=resident[-1] - resident[0],
        peak_mb=max(peak_mb(), *resident),
    )
