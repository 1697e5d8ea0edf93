"""What `read` and `demo` share: readings go to the terminal, JSON Lines or a page; failures to stderr."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from marsad.cli.entities import print_entities
from marsad.cli.explain import print_explained
from marsad.cli.html import write_html
from marsad.cli.labels import ENGLISH, check_language, names
from marsad.cli.second import Heard, Second, line, print_second
from marsad.cli.streams import talk
from marsad.cli.table import Terminal, print_reading
from marsad.errors import BadUse
from marsad.read import Reading
from marsad.records import Failure

T = TypeVar("T")
FEW = 3  # pages; more get a progress bar
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Output:
    """How the readings are to be shown."""

    json: bool = False
    html: Path | None = None
    types: tuple[str, ...] = ()
    all_articles: bool = False
    entities: bool = False
    explain: bool = False
    lang: str = ENGLISH
    second: Second | None = None

    def __post_init__(self) -> None:
        known = names("type")
        unknown = [name for name in self.types if name not in known]
        if unknown:
            raise BadUse(f"unknown type {', '.join(unknown)}; the types are {', '.join(known)}")
        check_language(self.lang)
        if self.html and self.second:
            raise BadUse(
                "--second: expected --json or the terminal, found --html, which shows one reader only"
            )
        if self.html and self.entities:
            raise BadUse(
                "--entities: expected --json or the terminal, found --html, which shows mentions only"
            )
        if self.html and (self.html.is_dir() or not self.html.absolute().parent.is_dir()):
            raise BadUse(f"--html {self.html}: expected a file in an existing folder")


@dataclass(slots=True)
class Tally:
    """What a run has seen; with `--html` it keeps what the page will show."""

    articles: int = 0
    silent: int = 0
    mentions: int = 0
    failed: int = 0
    readings: list[Reading] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{_count(self.articles, 'article')} read, {_count(self.mentions, 'mention')}; "
            f"{self.silent} without mentions; {_count(self.failed, 'page')} failed"
        )


def show(found: Iterable[Reading | Failure], output: Output, total: int | None = None) -> int:
    """Show every reading as it comes, then the sums on stderr; returns the exit code.

    `total` is the number of pages if it is known beforehand.
    """
    tally, console = Tally(), Terminal(highlight=False, markup=False, emoji=False)
    for item in watched(found, total, quiet=not output.json and output.html is None and sys.stdout.isatty()):
        if isinstance(item, Failure):
            _fail(item, output, tally)
        else:
            heard = output.second.ask(item) if output.second else None
            _show_one(_chosen(item, output.types), output, tally, console, heard)
    if output.html:
        write_html(output.html, tally.readings, tally.failures)
        talk(f"page written to {output.html}")
    talk(str(tally))
    return 1 if tally.failed or (output.second and output.second.problems) else 0


def _show_one(reading: Reading, output: Output, tally: Tally, console: Console, heard: Heard | None) -> None:
    tally.articles += 1
    tally.mentions += len(reading.mentions)
    tally.silent += not reading.mentions
    if not (reading.mentions or output.all_articles or heard):
        return
    if output.html:
        tally.readings.append(reading)
    if output.json:
        sys.stdout.write(line(reading, heard) + "\n")
    elif not output.html:
        if output.explain:
            print_explained(console, tally.articles, reading, output.lang)
        else:
            print_reading(console, tally.articles, reading)
        print_entities(console, reading)
        if heard is not None:
            print_second(console, reading, heard)


def _fail(failure: Failure, output: Output, tally: Tally) -> None:
    tally.failed += 1
    if output.html:
        tally.failures.append(failure)
    message = failure.message.removeprefix(f"{failure.source}: ")  # some rooms name the page themselves
    talk(f"{failure.source}: {message} ({failure.room}: {failure.error})")


def _chosen(reading: Reading, types: tuple[str, ...]) -> Reading:
    if not types:
        return reading
    mentions = tuple(mention for mention in reading.mentions if mention.type in types)
    if reading.explanations is None:
        return replace(reading, mentions=mentions)
    told = tuple(one for one in reading.explanations if one.mention.type in types)
    return replace(reading, mentions=mentions, explanations=told)


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def watched(found: Iterable[T], total: int | None, quiet: bool) -> Iterator[T]:
    """The same items, with a progress bar from the fourth page on; never where tables scroll by anyway."""
    if quiet or not sys.stderr.isatty():
        yield from found
        return
    with _bar(total) as progress:
        task = progress.add_task("reading", total=total)
        for number, item in enumerate(found, 1):
            if number > FEW and not progress.live.is_started:
                progress.start()
            progress.update(task, completed=number)
            yield item


@contextmanager
def _bar(total: int | None) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    try:
        yield progress
    finally:
        progress.stop()
