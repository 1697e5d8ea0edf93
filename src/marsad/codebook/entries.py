"""The codebook's tables as records: types, frames with their forms, crosswalk and examples.

In: data/codebook/*.csv as they now stand. Out: a `Book`, which document.py writes and running.py tries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from marsad.arabic import fold
from marsad.arabic.verbs import Form, Lemma, lemma_of
from marsad.codebook.example import Example, example_of
from marsad.data import cell, read_table
from marsad.what.lexicon import Frame, frame_of

FOLDER = "codebook/"


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What a frame is in the public schemes; an empty code: the scheme has no such event."""

    plover: str = ""
    mode: str = ""
    cameo: str = ""
    acled: str = ""
    acled_sub: tuple[str, ...] = ()
    note: str = ""

    def words(self) -> str:
        """The codes on one line."""
        plover = "/".join(filter(None, (self.plover, self.mode)))
        acled = " / ".join(filter(None, (self.acled, " or ".join(self.acled_sub))))
        named = (("PLOVER", plover), ("CAMEO", self.cameo), ("ACLED", acled))
        told = [" ".join((scheme, code or "none")) for scheme, code in named]
        return " · ".join(told)


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event: what it is and is not, in the codebook's words."""

    name: str
    arabic: str
    is_: str
    is_not: str
    unclear: str
    parties: str
    place: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the tables say of one frame."""

    frame: Frame
    lemma: Lemma
    crosswalk: Crosswalk
    own_crosswalk: bool  # whether it differs from its type's
    examples: tuple[Example, ...]

    @property
    def name(self) -> str:
        """The frame's name."""
        return self.frame.name

    @property
    def head(self) -> str:
        """The lemma as a dictionary heads it: its past, else its first noun."""
        return next(iter(self.principal()), "")

    def principal(self) -> tuple[str, ...]:
        """The principal parts that the lemma has: past, present, verbal nouns, participles, nouns."""
        lemma = self.lemma
        parts = (lemma.past, lemma.present, *lemma.masdars, *lemma.participles, *lemma.nouns)
        return tuple(dict.fromkeys(filter(None, parts)))

    def forms(self) -> tuple[Form, ...]:
        """The written forms that evoke the frame, clitics aside, in folded spelling."""
        kinds = self.frame.kinds
        counts = {kind.removesuffix("_event") for kind in kinds}
        return tuple(f for f in dict.fromkeys(self.lemma.forms()) if not kinds or f.kind in counts)


@dataclass(frozen=True, slots=True)
class Book:
    """The whole codebook."""

    types: tuple[EventType, ...]
    entries: tuple[Entry, ...]

    def of_type(self, name: str) -> tuple[Entry, ...]:
        """The frames of a type, in the table's order."""
        return tuple(entry for entry in self.entries if entry.frame.type == name)

    def named(self, wanted: str) -> tuple[Entry, ...]:
        """The frames of that name, of that lemma, or evoked by that written word."""
        exact = tuple(entry for entry in self.entries if entry.name == wanted)
        word = fold(wanted)
        lemma = tuple(e for e in self.entries if word in {fold(part) for part in e.principal()})
        return exact or lemma or tuple(e for e in self.entries if word in {f.text for f in e.forms()})


def read_book() -> Book:
    """The codebook as its tables stand now."""
    types = tuple(
        EventType(r["type"], r["arabic"], r["is"], r["is_not"], r["unclear"], r["parties"], r["place"])
        for r in read_table(f"{FOLDER}types.csv")
    )
    walks = {row["of"]: _crosswalk(row) for row in read_table(f"{FOLDER}crosswalk.csv")}
    examples = _by_frame(example_of(row) for row in read_table(f"{FOLDER}examples.csv"))
    return Book(types, tuple(_entry(row, walks, examples) for row in read_table(f"{FOLDER}frames.csv")))


def _entry(
    row: dict[str, str], walks: dict[str, Crosswalk], examples: dict[str, tuple[Example, ...]]
) -> Entry:
    frame = frame_of(row)
    own = walks.get(frame.name)
    walk = own or walks.get(frame.type) or Crosswalk()
    return Entry(frame, lemma_of(row), walk, own is not None, examples.get(frame.name, ()))


def _crosswalk(row: dict[str, str]) -> Crosswalk:
    return Crosswalk(
        row["plover"], row["mode"], row["cameo"], row["acled"], cell(row["acled_sub"]), row["note"]
    )


def _by_frame(examples: Iterable[Example]) -> dict[str, tuple[Example, ...]]:
    found: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        found[example.frame].append(example)
    return {name: tuple(rows) for name, rows in found.items()}
