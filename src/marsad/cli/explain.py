"""Why each mention is coded as it is, on a terminal: words and rule of every value, in one language.

A mention's name stands first, below it for each field the value, the words that it was read from and what
its rule says. Arabic words stand last in their line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.cli.fields import Shown, fields, words
from marsad.cli.labels import ARABIC, label
from marsad.cli.table import by_sentence, print_heading, with_triggers
from marsad.data import cell, read_table
from marsad.read import Reading
from marsad.records import Article, EventMention, Explanation, Span, Why

NAME = 12  # columns of a field's name
UNITS = ("quantity", "munitions", "fatalities", "wounded")  # fields whose code is a unit
PARTS = ("past", "masdar", "participle", "nouns")  # cells of a frame, the one that names it first
NAMED = {"actors": "stands_for", "recipients": "stands_for", "place": "stands_for", "attribution": "in_full"}
STORY = "setting"  # ends the rule of what no words state but the article as a whole; its span is the trigger
Row = tuple[Text, list[Text]]


def print_explained(console: Console, number: int, reading: Reading, lang: str) -> None:
    """Print one article's heading and, sentence by sentence, how each value of its mentions was found."""
    width = print_heading(console, number, reading.article)
    explained = {id(one.mention): one for one in reading.explanations or ()}
    teller = Teller(reading.article, numbered(reading), lang)
    console.print()
    for sentence, mentions in by_sentence(reading.mentions):
        console.print(with_triggers(reading.article, sentence, mentions), width=width)
        for mention in mentions:
            rows = teller.rows(explained[id(mention)])
            console.print(Padding(_grid(rows), (0, 0, 1, 2)), width=width)


def _grid(rows: Iterator[Row]) -> Table:
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    grid.add_column(width=NAME)
    grid.add_column(overflow="fold")
    for name, lines in rows:
        grid.add_row(name, Text("\n").join(lines))
    return grid


def numbered(reading: Reading) -> dict[int, int]:
    """Each mention (by its id) → its number in the article, as the page counts them."""
    ordered = sorted(reading.mentions, key=lambda mention: (mention.trigger.start, mention.trigger.end))
    return {id(mention): number for number, mention in enumerate(ordered, 1)}


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells an article's explanations in one language."""

    article: Article
    numbers: dict[int, int]
    lang: str

    def rows(self, explanation: Explanation) -> Iterator[Row]:
        """(name, lines): what the mention is, its frame and clause, then each field."""
        mention = explanation.mention
        number = self.numbers[id(mention)]
        kind = f"{self._label('type', mention.type)}{self._label('explain', 'event')} {mention.event}"
        yield Text(f"{number}.", "bold cyan"), [Text(kind, "bold cyan")]
        yield self._head("trigger"), [Text(self._quote(mention.trigger))]
        yield self._head("frame"), list(self._frame(mention))
        yield self._head("clause"), [Text(self._quote(explanation.clause))]
        for name, values, whys in self._fields(explanation):
            lines = [self._why(*pair) for pair in zip(values, whys, strict=True)]
            yield Text(name, "dim"), [line for told in lines for line in told]
        yield from self._voices(explanation)

    def _fields(self, explanation: Explanation) -> Iterator[tuple[str, list[str], list[Why]]]:
        """(name, values in words, why each) of every field that has a value; factuality first."""
        mention = explanation.mention
        by_slot: dict[str, list[Why]] = {}
        for why in explanation.whys:
            by_slot.setdefault(why.slot, []).append(why)
        factuality = self._label("factuality", mention.factuality.value)
        yield self._label("field", "factuality"), [factuality], by_slot["factuality"]
        role = f"{self._label('role', mention.place_role)} " if mention.place_role else ""
        for slot, shown in fields(self.article, mention).items():
            if slot in by_slot:
                before = role if slot == "place" else ""
                values = [before + self._value(slot, value) for value in shown]
                yield self._label("field", slot), values, by_slot[slot]

    def _frame(self, mention: EventMention) -> Iterator[Text]:
        """The frame's lemma, name and type, and how its arguments attach."""
        row = _frames().get(mention.frame)
        if row is None:
            yield Text(mention.frame)
            return
        lemmas = (word for part in PARTS for word in cell(row[part]))
        lemma = next(lemmas, "")
        yield Text(f"{mention.frame}: {lemma}")
        yield Text(f"{self._label('type', row['type'])}: {self._label('pattern', row['pattern'])}", "dim")
        if row["type"] != mention.type:
            yield Text(f"{self._label('explain', 'retyped')}: {self._label('type', mention.type)}", "dim")

    def _why(self, value: str, why: Why) -> Iterator[Text]:
        """The value; its words and where they stand; whom they stand for; the rule and what it says."""
        yield Text(value, "bold")
        where = Text(self.where(why), "bold magenta" if why.found.inherited else "")
        spans = () if why.found.rule.endswith(STORY) else why.found.spans
        read = [self._quote(span) for span in spans]
        named = NAMED.get(why.slot)
        yield where.append(f" {' '.join(read[:1] if named else read)}")
        if named:
            yield from (Text(f"{self._label('explain', named)} {other}") for other in read[1:])
        says = why.says.ar if self.lang == ARABIC else why.says.en
        yield Text(f"{self._label('explain', 'rule')} {why.found.rule}: {says}", "dim")

    def where(self, why: Why) -> str:
        """Where a value's words stand; of an inherited one, the mention or the article that it comes from."""
        if not why.found.inherited:
            return self._label("explain", f"in_{why.stands}")
        return f"{self._label('explain', 'inherited')}: {self._from(why)}"

    def _from(self, why: Why) -> str:
        if why.giver is None:
            whole = why.found.rule.endswith(STORY)
            return self._label("explain", "from_story" if whole else "from_sentence")
        number = self.numbers.get(id(why.giver), "")  # "": --type leaves that mention out
        giver = f"{self._label('explain', 'from_mention')} {number}".rstrip()
        kind = self._label("type", why.giver.type)
        return f"{giver} ({kind} {why.giver.event} {self._quote(why.giver.trigger)}):"

    def _voices(self, explanation: Explanation) -> Iterator[Row]:
        """That nobody is the source; the other sources in whose words it stands, the outermost first."""
        source = explanation.mention.attribution
        if source is None:
            yield Text(self._label("field", "attribution"), "dim"), [Text(self._label("explain", "outlet"))]
        own = source.spans if source else ()
        others = [voice for voice in explanation.voices if voice.spans[0] not in own]
        if others and source:
            yield self._head("voices"), [Text(self._quote(voice.spans[0])) for voice in others]

    def _value(self, slot: str, value: Shown) -> str:
        """A value's code, by its name where it is a unit, and its words."""
        if value.code is None:
            return value.words
        if slot in UNITS:
            return f"{value.words} ({self._label('unit', value.code)})"
        return f"{value.code} {value.words}"

    def _quote(self, span: Span) -> str:
        """The words with their offsets before them."""
        return f"{span.start}–{span.end} «{words(self.article, span)}»"

    def _head(self, name: str) -> Text:
        return Text(self._label("explain", name), "dim")

    def _label(self, kind: str, name: str) -> str:
        return label(kind, name).told(self.lang)


@cache
def _frames() -> dict[str, dict[str, str]]:
    return {row["frame"]: row for row in read_table("codebook/frames.csv")}
