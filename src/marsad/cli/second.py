"""`marsad read --second`: what a second reader proposes, beside the rule coder's mentions.

The text leaves this machine only here, only when asked, and it is said where to. Nothing of the rule coder's
reading waits for it or is changed by it.
"""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from marsad.cli.fields import fields, plain, words
from marsad.cli.streams import talk
from marsad.errors import BadUse
from marsad.lines import article_line, json_line
from marsad.read import Reading
from marsad.records import Article, EventMention
from marsad.second import Beside, Endpoint, Price, Proposals, SecondReader, Usage, compare, second_line
from marsad.second.address import KEY

Url = Annotated[
    str | None,
    typer.Option("--second", metavar="URL", help=f"Ask this OpenAI-compatible endpoint too; key in {KEY}."),
]
Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The model that --second is asked for.")
]
PriceIn = Annotated[
    float | None,
    typer.Option("--price-in", metavar="PRICE", min=0, help="What a million prompt tokens cost."),
]
PriceOut = Annotated[
    float | None,
    typer.Option("--price-out", metavar="PRICE", min=0, help="What a million tokens of answers cost."),
]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="How long to wait for an answer.")
]
VERDICTS = {
    "agrees": "both agree",
    "differs": "differs",
    "only_second": "only second reader",
    "only_rules": "only rule coder",
}
WIDEST, NAME = 110, 12  # columns: of a line, and of a field's name
SHOWN = 160  # characters of a refused proposal; JSON has up to 2,000
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the second reader said of one article, beside what the rule coder has."""

    proposals: Proposals
    beside: tuple[Beside, ...]
    price: Price

    def __bool__(self) -> bool:
        return bool(self.proposals.mentions or self.proposals.refused)


@dataclass(slots=True)
class Second:
    """A second reader at work: says where texts go before one does, and once that nobody answers."""

    reader: SecondReader
    types: tuple[str, ...]
    problems: set[str] = field(default_factory=set)
    articles: int = 0
    unanswered: int = 0

    def ask(self, reading: Reading) -> Heard:
        """What the endpoint proposes for an article, held against the rule coder's mentions."""
        if not self.articles:
            talk(_notice(self.reader))
        down, proposals = self.reader.is_down, self.reader.propose(reading.article)
        self.articles += 1
        self.unanswered += bool(proposals.problems)
        for problem in proposals.problems:
            if problem not in self.problems or not down:
                talk(f"{reading.article.source}: second reader: {problem}; the rule coder's reading stands")
            self.problems.add(problem)
        beside = compare(reading.article, reading.mentions, proposals)
        kept = tuple(one for one in beside if not self.types or {*_types(one)} & {*self.types})
        return Heard(proposals, kept, self.reader.endpoint.price)


@contextmanager
def second_reader(
    url: str | None, model: str | None, price: Price, timeout: float, types: tuple[str, ...]
) -> Iterator[Second | None]:
    """The second reader that the options ask for, None where they do not; tells in the end what it used."""
    if url is None:
        if model is not None or price != Price():
            raise BadUse("--model, --price-in, --price-out: expected --second URL with them, found none")
        yield None
        return
    if not model:
        raise BadUse("--second: expected --model NAME with it, found none")
    if not all(math.isfinite(number) for number in (timeout, price.read or 0, price.written or 0)):
        raise BadUse("--timeout, --price-in, --price-out: expected numbers, found something else")
    endpoint = Endpoint(url, model, os.environ.get(KEY), timeout, price=price)
    with SecondReader(endpoint) as reader:
        second = Second(reader, types)
        try:
            yield second
        finally:
            talk(f"second reader: {_spent(reader.usage, price)}{_missing(second)}")


def line(reading: Reading, heard: Heard | None) -> str:
    """One article as a line of JSON, with `second` where somebody was asked."""
    article, told = reading.article, (reading.mentions, reading.entities, reading.explanations)
    if heard is None:
        return json_line(article, *told)
    second = second_line(article, heard.proposals, heard.beside, heard.price)
    return json.dumps({**article_line(article, *told), "second": second}, ensure_ascii=False)


def print_second(console: Console, reading: Reading, heard: Heard) -> None:
    """Print both readers side by side: where they agree in a line, where they differ field by field."""
    width = min(console.width, WIDEST)
    console.print(Text(f"second reader {plain(heard.proposals.model)}: {_sums(heard)}", "bold"), width=width)
    for one in heard.beside:
        for told in _lines(reading.article, one):
            console.print(Text(told), width=width)
    for refusal in heard.proposals.refused:
        console.print(Text(f"  refused: {plain(refusal.reason)}"), width=width)
        console.print(Text(f"    {_cut(refusal.proposal)}", "dim"), width=width)
    console.print()


def _notice(reader: SecondReader) -> str:
    how = ", unencrypted" if reader.is_open else ""
    return f"the text of every article is sent to {reader.address}{how} (model {reader.endpoint.model})"


def _types(beside: Beside) -> tuple[str, ...]:
    return tuple(mention.type for mention in (beside.coded, beside.proposed) if mention)


def _sums(heard: Heard) -> str:
    counted = Counter(one.verdict for one in heard.beside)
    sums = [f"{counted[verdict]} {name}" for verdict, name in VERDICTS.items() if counted[verdict]]
    refused = len(heard.proposals.refused)
    sums += [f"{refused} refused"] if refused else []
    sums += ["no answer for all of the text"] if heard.proposals.problems else []
    return ", ".join(sums) or "nothing proposed"


def _lines(article: Article, beside: Beside) -> Iterator[str]:
    mention = beside.coded or beside.proposed
    assert mention is not None
    yield f"  {VERDICTS[beside.verdict]}: {mention.type} {words(article, mention.trigger)}"
    if beside.coded and beside.proposed:
        for name in beside.fields:
            yield f"    {name:{NAME}} rules  {_value(article, beside.coded, name)}"
            yield f"    {'':{NAME}} second {_value(article, beside.proposed, name)}"
    elif beside.proposed:
        told = fields(article, mention)
        yield f"    {'factuality':{NAME}} {mention.factuality.value}"
        yield from (
            f"    {name:{NAME}} {_value(article, mention, name)}" for name in told if name != "trigger"
        )


def _cut(proposal: str) -> str:
    line = plain(proposal)
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _value(article: Article, mention: EventMention, name: str) -> str:
    match name:
        case "type":
            return mention.type
        case "factuality":
            return mention.factuality.value
        case "place_role":
            return mention.place_role or NOTHING
    shown = fields(article, mention).get(name, ())
    return ", ".join(f"{one.words} ({one.code})" if one.code else one.words for one in shown) or NOTHING


def _missing(second: Second) -> str:
    if not second.unanswered:
        return ""
    return f"; {second.unanswered:,} of {second.articles:,} articles without an answer for all of their text"


def _spent(used: Usage, price: Price) -> str:
    """Calls, tokens and cost, each stated as unknown where nobody told it."""
    if not used.calls:
        return "no call answered, no tokens used"
    calls = f"{used.calls:,} call{'' if used.calls == 1 else 's'}"
    if used.unstated:
        return f"{calls}; tokens and cost unknown: the endpoint told none for {used.unstated:,}"
    tokens = f"{calls}, {used.read:,} tokens in, {used.written:,} out"
    cost = used.cost(price)
    if cost is None:
        return f"{tokens}; cost unknown: give --price-in and --price-out"
    return f"{tokens}; cost {cost:.6f} at {price.read:g} in and {price.written:g} out a million"
