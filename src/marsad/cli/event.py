"""An event on a terminal: its headline, its ranges with whose figure is whose, its mentions, its course.

Names of fields stand first in their line, Arabic words last; a trigger stands in brackets in its quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.cli.fields import cleaned, dates, numbers, plain
from marsad.cli.grounds import ground_lines
from marsad.cli.labels import label
from marsad.cli.table import WIDEST
from marsad.records import COUNTS, Event, Figure, Place, Range, When
from marsad.store import Link, Shown, Telling

NAME = 12  # columns of a field's name
Row = tuple[str, Sequence[Text]]


def print_event(console: Console, shown: Shown, lang: str) -> None:
    """Print one event with all that is known of it."""
    teller = EventTeller(shown, lang)
    width = min(console.width, WIDEST)
    console.print(Text(teller.headline(), "bold"), width=width)
    console.print(_grid(teller.rows()), width=width)
    for title, lines in teller.sections():
        console.print(Text(f"\n{title}", "bold"), width=width)
        console.print(*(Padding(line, (0, 0, 0, indent)) for indent, line in lines), sep="", width=width)
    console.print()


def print_brief(console: Console, shown: Shown, lang: str) -> None:
    """Print only what an event's sources say together and where they differ."""
    teller = EventTeller(shown, lang)
    width = min(console.width, WIDEST)
    console.print(Text(teller.headline(), "bold"), width=width)
    console.print(_grid(teller.rows()), width=width)
    console.print()


def _grid(rows: Iterator[Row]) -> Table:
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    grid.add_column(width=NAME)
    grid.add_column(overflow="fold")
    for name, lines in rows:
        grid.add_row(Text(f"  {name}", "dim"), Text("\n").join(lines))
    return grid


def headline(event: Event, lang: str) -> str:
    """What, who, where, when and in which state, on one line."""
    return " · ".join(
        filter(
            None,
            (
                event.id,
                label("type", event.type).told(lang),
                label("factuality", event.factuality).told(lang),
                dates(event.start, event.end) if event.start or event.end else "",
                _parties(event),
                _place(event.place),
            ),
        )
    )


def _parties(event: Event) -> str:
    sides = [", ".join(map(plain, side)) for side in (event.actors, event.recipients)]
    return " → ".join(side or "?" for side in sides) if sides[1] else sides[0]


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    return f"{plain(place.name)} ({place.country})" if place.country else plain(place.name)


@dataclass(frozen=True, slots=True)
class EventTeller:
    """Tells an event in one language."""

    shown: Shown
    lang: str

    def headline(self) -> str:
        """The event in one line."""
        return headline(self.shown.event, self.lang)

    def rows(self) -> Iterator[Row]:
        """(name, lines) of every field that the sources state, with whose value is whose."""
        event = self.shown.event
        for slot in COUNTS:
            over: Range | None = getattr(event, slot)
            if over is not None:
                yield self._field(slot), list(self._range(over))
        if event.dates:
            yield self._say("when"), list(self._dates(event))
        if event.place is not None and "place" in event.conflicts:
            yield self._say("where"), [Text(line) for line in self._places(event)]
        yield self._say("known"), [Text(self._known(event))]
        if "factuality" in event.conflicts:
            yield self._say("state"), [Text(line) for line in self._states(event)]

    def sections(self) -> Iterator[tuple[str, list[tuple[int, Text]]]]:
        """(title, lines with their indent): mentions, course, and grounds where they were asked for."""
        shown = self.shown
        mentions = [line for one in enumerate(shown.tellings, 1) for line in self._telling(*one)]
        yield f"{self._say('mentions')} ({len(shown.tellings)})", mentions
        if shown.developments:
            yield (
                self._say("develops"),
                [line for one in shown.developments for line in self._development(one)],
            )
        for name, links in (("before", shown.before), ("after", shown.after)):
            if links:
                yield self._say(name), [line for link in links for line in self._link(link)]
        if shown.grounds is not None:
            yield from ground_lines(shown.event, shown.grounds, self.lang)

    def _say(self, name: str) -> str:
        return label("show", name).told(self.lang)

    def _field(self, slot: str) -> str:
        return label("field", slot).told(self.lang)

    def _range(self, over: Range) -> Iterator[Text]:
        """The bounds and whether the figures differ, then every figure with its sources."""
        unit = {figure.unit for figure in over.figures}
        same = unit.pop() if len(unit) == 1 else None
        bounds = numbers(over.low, over.high) if over.low is not None or over.high is not None else "?"
        differs = f" · {self._say('conflict')}" if over.conflict else ""
        yield Text(f"{bounds}{self._unit(same)}{differs}", "bold" if over.conflict else "")
        yield Text("; ".join(self._figure(figure, same) for figure in over.figures))

    def _unit(self, unit: str | None) -> str:
        return f" {label('unit', unit).told(self.lang)}" if unit else ""

    def _figure(self, figure: Figure, same: str | None) -> str:
        unit = "" if figure.unit == same else self._unit(figure.unit)
        return f"{numbers(figure.low, figure.high)}{unit}: {self._sources(figure.claims, figure.outlets)}"

    def _sources(self, claims: Sequence[str], outlets: Sequence[str] = ()) -> str:
        """Whose evidence it is; a page without an outlet goes by its file."""
        if outlets:
            return "، ".join(map(plain, outlets))
        said = [telling for telling in self.shown.tellings if telling.claim.id in claims]
        return "، ".join(dict.fromkeys(plain(one.claim.outlet or one.source) for one in said))

    def _dates(self, event: Event) -> Iterator[Text]:
        differs = f"{dates(event.start, event.end)} · {self._say('conflict')}"
        if "date" in event.conflicts:
            yield Text(differs, "bold")
        yield Text("; ".join(f"{_day(when)}: {self._sources(ids)}" for when, ids in event.dates))

    def _places(self, event: Event) -> Iterator[str]:
        held: dict[str, list[str]] = {}
        for claim in event.claims:
            if claim.place is not None:
                role = f"{label('role', claim.place_role).told(self.lang)} " if claim.place_role else ""
                held.setdefault(f"{role}{_place(claim.place)}", []).append(claim.id)
        yield self._say("conflict")
        yield "; ".join(f"{name}: {self._sources(ids)}" for name, ids in held.items())

    def _states(self, event: Event) -> Iterator[str]:
        held: dict[str, list[str]] = {}
        for claim in event.claims:
            held.setdefault(claim.factuality, []).append(claim.id)
        yield self._say("conflict")
        for state, ids in sorted(held.items()):
            yield f"{label('factuality', state).told(self.lang)}: {self._sources(ids)}"

    def _known(self, event: Event) -> str:
        counts = f"{self._say('articles')}: {event.articles}, {self._say('texts')}: {event.evidence}"
        days = dates(event.first_published, event.last_published)
        return " · ".join(filter(None, (days, counts, "، ".join(map(plain, event.outlets)))))

    def _telling(self, number: int, telling: Telling) -> Iterator[tuple[int, Text]]:
        claim = telling.claim
        facts = [
            claim.published.isoformat() if claim.published else self._say("unknown"),
            label("type", claim.type).told(self.lang),
            label("factuality", claim.factuality).told(self.lang),
            f"{self._say('says')} {plain(claim.attribution)}" if claim.attribution else "",
            f"{self._say('copy')} {telling.copy_of}" if telling.copy_of else "",
            plain(claim.outlet or ""),
        ]
        yield 2, Text(f"{number}. {' · '.join(filter(None, facts))}")
        yield 5, _quoted(telling)
        page = (
            claim.id,
            claim.article,
            self._version(telling),
            plain(telling.url or ""),
            plain(telling.source),
        )
        yield 5, Text(" · ".join(filter(None, page)), "dim")

    def _version(self, telling: Telling) -> str:
        newer = "" if telling.current else f" ({self._say('superseded')})"
        return f"{self._say('version')} {telling.version}{newer}" if telling.version > 1 or newer else ""

    def _link(self, link: Link) -> Iterator[tuple[int, Text]]:
        judged = label("judgement", link.judgement.judgement).told(self.lang)
        human = f" ({self._say('human')}: {plain(link.judgement.who)})" if link.human else ""
        yield 2, Text(f"{judged}{human}: {headline(link.event, self.lang)}")
        quote = next((claim.quote for claim in link.event.claims), "")
        yield 5, Text(plain(quote), "dim")

    def _development(self, link: Link) -> Iterator[tuple[int, Text]]:
        judgement = link.judgement
        said = {telling.claim.id: telling for telling in self.shown.tellings}
        ends = [said[end] for end in (judgement.left, judgement.right) if end in said]
        told = " → ".join(f"{one.claim.published} {plain(one.claim.outlet or one.source)}" for one in ends)
        found = "; ".join(reason.found for reason in judgement.reasons)
        yield 2, Text(f"{label('judgement', judgement.judgement).told(self.lang)}: {found}")
        yield 5, Text(told, "dim")


def _day(when: When) -> str:
    return dates(when.start, when.end)


def _quoted(telling: Telling) -> Text:
    """The sentence with its trigger in brackets."""
    quote, (start, end) = telling.claim.quote, telling.trigger
    before, trigger, after = (cleaned(part) for part in (quote[:start], quote[start:end], quote[end:]))
    return Text.assemble(before, (f"[{trigger}]", "bold magenta"), after)
