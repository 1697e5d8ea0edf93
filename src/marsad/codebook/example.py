"""An example of a frame: a sentence, and what is to be coded of it (a row of data/codebook/examples.csv)."""

from __future__ import annotations

from dataclasses import dataclass, fields

from marsad.data import cell

POSITIVE, NEGATIVE, TITLE = "positive", "negative", "title"
PARTIES = ("actors", "recipients")
CODED = (
    "actors",
    "recipients",
    "place",
    "country",
    "role",
    "date",
    "quantity",
    "fatalities",
    "wounded",
    "factuality",
    "attribution",
)  # the columns that say what is to be coded; an empty one: nothing


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the text, the word that it is about, and each field as the table writes it.

    A negative one says that its trigger, though a form of the frame, states no event of the frame's type.
    """

    frame: str
    kind: str  # positive, negative
    shows: str  # a construction (constructions.csv)
    text: str
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str
    country: str
    role: str
    date: str  # ISO 8601, an interval as 2020-03-16/2020-03-22, an open end as ..
    quantity: str  # 200, 180-220, 200- (at least), -50 (at most)
    fatalities: str
    wounded: str
    factuality: str
    attribution: str
    standing: str  # title: the text is a headline; empty: it is the body
    gap: str  # the class of a defect of the coder that the example shows; empty: it is coded as it should be

    @property
    def positive(self) -> bool:
        """Whether its trigger states an event of the frame."""
        return self.kind == POSITIVE

    def coded(self) -> dict[str, str]:
        """What is to be coded, column by column, as text."""
        return {name: as_text(getattr(self, name)) for name in CODED}


def as_text(value: str | tuple[str, ...]) -> str:
    """A cell's value as text; the order of several parties says nothing."""
    return value if isinstance(value, str) else "|".join(sorted(value))


def example_of(row: dict[str, str]) -> Example:
    """The example of a row of examples.csv; a cell that the row lacks is empty."""
    cells = {field.name: (row.get(field.name) or "").strip() for field in fields(Example)}
    parties = {name: cell(cells.pop(name)) for name in PARTIES}
    return Example(**cells, **parties)  # type: ignore[arg-type]  # by name: strings and the two tuples
