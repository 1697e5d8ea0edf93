"""Readings on a terminal: one table an article, English heads over Arabic words.

Each sentence stands once, its mentions below it on two or three lines in four columns, as the head shows.
Arabic stands in the last column: a terminal that turns lines round for Arabic leaves the columns in place.
Where the columns would break words, each field has a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.cli.fields import Shown, cleaned, fields, plain
from marsad.read import Reading
from marsad.records import Article, EventMention, Span

WIDEST = 110  # columns; longer lines of Arabic are tiring to read
WIDTHS = (13, 16, 16)  # of the first three columns; the last one takes the rest
LAST = 12  # the least that the last one can do with
NARROWEST = sum(WIDTHS) + len(WIDTHS) + LAST  # columns; narrower, a word such as "factuality" is broken
HEADS = (
    ("type", "date", "actors", "trigger"),
    ("factuality", "quantity", "recipients", "place"),
    ("", "killed", "wounded", "says"),
)
Fields = dict[str, tuple[Shown, ...]]


class Terminal(Console):
    """Where tables are printed; a reader that goes away is left to `entry` (rich would exit with 1)."""

    def on_broken_pipe(self) -> None:
        """Let the error pass."""
        raise BrokenPipeError


def print_reading(console: Console, number: int, reading: Reading) -> None:
    """Print one article's heading and the table of its mentions."""
    width = print_heading(console, number, reading.article)
    stacked = width < NARROWEST
    if reading.mentions and stacked:
        console.print()
    elif reading.mentions:
        head = [tuple(Text(name, "bold") for name in row) for row in HEADS]
        console.print(Text("\nsentence", "bold"), _grid(head, width), "─" * width, sep="\n")
    for sentence, mentions in by_sentence(reading.mentions):
        console.print(with_triggers(reading.article, sentence, mentions), width=width)
        if stacked:
            lines = (line for mention in mentions for line in _stack(reading.article, mention))
            console.print(*(Padding(line, (0, 0, 0, indent)) for indent, line in lines), sep="", width=width)
        else:
            rows = [row for mention in mentions for row in _rows(reading.article, mention)]
            console.print(_grid(rows, width))
        console.print()
    if not reading.mentions:
        console.print()


def print_heading(console: Console, number: int, article: Article) -> int:
    """Print an article's title and what is known of it; returns the columns that its lines may take."""
    width = min(console.width, WIDEST)
    title = Text(f"{number}. {plain(article.title)}", "bold")
    console.print(title, Text(_facts(article), "dim"), sep="\n", width=width)
    return width


def _facts(article: Article) -> str:
    published, kinds = article.published, dict.fromkeys(defect.kind for defect in article.defects)
    facts = [
        plain(article.source),
        f"published {published.value.isoformat()} ({published.source})"
        if published
        else "published: unknown",
        plain(article.outlet or ""),
        f"defects: {', '.join(kinds)}" if kinds else "",
    ]
    return " · ".join(filter(None, facts))


def by_sentence(mentions: Sequence[EventMention]) -> Iterator[tuple[Span, list[EventMention]]]:
    """The mentions by their sentences, in the order of the text."""
    ordered = sorted(mentions, key=lambda mention: (mention.sentence.start, mention.trigger.start))
    for sentence, group in groupby(ordered, key=lambda mention: mention.sentence):
        yield sentence, list(group)


def with_triggers(article: Article, sentence: Span, mentions: Sequence[EventMention]) -> Text:
    """The sentence with its triggers in bold."""
    shown, at = Text(), sentence.start
    for trigger in sorted({(mention.trigger.start, mention.trigger.end) for mention in mentions}):
        start, end = max(at, trigger[0]), min(sentence.end, trigger[1])
        shown.append(cleaned(article.text[at:start])).append(cleaned(article.text[start:end]), "bold magenta")
        at = max(at, end)
    return shown.append(cleaned(article.text[at : sentence.end]))


def _grid(rows: Sequence[tuple[Text, ...]], width: int) -> Table:
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    for column in (*WIDTHS, max(LAST, width - sum(WIDTHS) - 2 - len(WIDTHS))):
        grid.add_column(width=column, overflow="fold")
    for first, *others in rows:
        grid.add_row(Text("  ").append_text(first), *others)
    return grid


def _rows(article: Article, mention: EventMention) -> Iterator[tuple[Text, ...]]:
    """The lines of one mention, in the order of the heads."""
    shown = fields(article, mention)
    role = f"{mention.place_role} " if mention.place_role else ""
    yield Text(mention.type, "cyan"), _words(shown, "date"), _codes(shown, "actors"), _words(shown, "trigger")
    yield (
        Text(mention.factuality.value),
        _words(shown, "quantity") or _words(shown, "munitions", after=" fired"),
        _codes(shown, "recipients"),
        _words(shown, "place", role),
    )
    last = (
        Text(),
        _words(shown, "fatalities", after=" killed"),
        _words(shown, "wounded", after=" wounded"),
        _words(shown, "attribution", "says "),
    )
    if any(last):
        yield last


def _stack(article: Article, mention: EventMention) -> Iterator[tuple[int, Text]]:
    """(indent, line) for each field of one mention."""
    first, second, last = (*_rows(article, mention), ())[:3]
    yield 2, Text.assemble(first[0], " ", second[0], " ", first[-1])
    named = (*zip(HEADS[0][1:-1], first[1:-1], strict=True), *zip(HEADS[1][1:-1], second[1:-1], strict=True))
    yield from ((4, Text.assemble((f"{name} ", "dim"), cell)) for name, cell in named if cell)
    yield from ((4, cell) for cell in (second[-1], *last) if cell)


def _codes(shown: Fields, slot: str) -> Text:
    """Actors by their codes, because codes are what is counted; one without a code by its name.

    The line breaks after a comma; one that does not fit beside its code would begin the next line.
    """
    names = [value.code or value.words for value in shown.get(slot, ())]
    ends = (", " if cell_len(name) < WIDTHS[2] else "\n" for name in names)
    return Text("".join(f"{name}{end}" for name, end in zip(names, ends, strict=True)).rstrip(", \n"))


def _words(shown: Fields, slot: str, before: str = "", after: str = "") -> Text:
    values = [f"{value.words} ({value.code})" if value.code else value.words for value in shown.get(slot, ())]
    return Text(f"{before}{', '.join(values)}{after}") if values else Text()
