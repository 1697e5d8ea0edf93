"""Whether the codebook's tables are sound: every name exists, every frame has its examples.

One line for each thing that is wrong, with the row and what was expected: for who has just edited a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from marsad.codebook.entries import Book, Crosswalk, Entry
from marsad.codebook.example import NEGATIVE, POSITIVE, TITLE, Example
from marsad.data import read_table

MANY, FEW = 30, 3  # of so many names only the nearest are told
ROLES = ("from", "to", "at")


def flaws(book: Book, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Everything that is wrong with the tables and with these frames, one line each."""
    names = [entry.name for entry in book.entries]
    twice = sorted({name for name in names if names.count(name) > 1})
    return (
        *(f"frames.csv: {name} stands there twice; rename one" for name in twice),
        *(line for entry in entries for line in _frame_flaws(book, entry)),
        *_ragged("frames", "frame"),
        *_ragged("examples", "frame"),
        *_strangers(set(names), {type_.name for type_ in book.types}),
        *(line for entry in entries for line in example_flaws(entry)),
    )


def _ragged(table: str, name: str) -> Iterator[str]:
    """Rows with more or fewer cells than their table has columns: a comma too many, or one forgotten."""
    for row in read_table(f"codebook/{table}.csv"):
        if not all(isinstance(value, str) for value in row.values()):  # csv puts None, or a list of the rest
            yield f"{table}.csv, {row[name]}: expected one cell a column, found more or fewer; see the commas"


def _frame_flaws(book: Book, entry: Entry) -> Iterator[str]:
    frame, at = entry.frame, f"frames.csv, {entry.name}"
    yield from _unknown(f"{at}, type", (frame.type,), [type_.name for type_ in book.types])
    yield from _unknown(f"{at}, pattern", (frame.pattern,), _column("patterns", "pattern"))
    yield from _unknown(f"{at}, role", (frame.role,), ROLES)
    yield from _unknown(f"{at}, kinds", sorted(frame.kinds), _named("form"))
    listed = (*frame.needs, *frame.object, *frame.not_object, *frame.not_before)
    yield from _unknown(f"{at}, classes", listed, [*_column("classes", "class"), *_named("need")])
    if not entry.forms():
        yield f"{at}: expected a principal part or a noun, found none; fill in past, present, masdar or nouns"
    yield from crosswalk_flaws(f"crosswalk.csv, for {entry.name}", entry.crosswalk)


def crosswalk_flaws(at: str, walk: Crosswalk) -> Iterator[str]:
    """What is wrong with a frame's codes in the public schemes."""
    valid = {(row["scheme"], row["code"], row["of"]) for row in read_table("codebook/codes.csv")}
    codes = [("plover", walk.plover, ""), ("plover_mode", walk.mode, walk.plover), ("cameo", walk.cameo, "")]
    codes += [("acled", walk.acled, ""), *(("acled_sub", sub, walk.acled) for sub in walk.acled_sub)]
    for scheme, code, of in codes:
        if code and (scheme, code, of) not in valid:
            within = f" of {of}" if of else ""
            yield f"{at}: expected a {scheme} code{within} of codes.csv, found {code}"


def example_flaws(entry: Entry) -> Iterator[str]:
    """What is wrong with a frame's examples: too few of them, or rows that name what does not exist."""
    kinds = {example.kind for example in entry.examples}
    if POSITIVE not in kinds:
        yield f"examples.csv: expected a positive example of {entry.name}, found none; add a row"
    if NEGATIVE not in kinds and (entry.frame.not_object or entry.frame.not_before):
        yield f"examples.csv: expected a negative example of {entry.name} too, found none; add a row"
    for example in entry.examples:
        yield from _row_flaws(example)


def _row_flaws(example: Example) -> Iterator[str]:
    at = f"examples.csv, {example.frame}, {example.text[:30]}"
    yield from _unknown(f"{at}, kind", (example.kind,), (POSITIVE, NEGATIVE))
    yield from _unknown(f"{at}, shows", (example.shows,), _column("constructions", "construction"))
    yield from _unknown(f"{at}, standing", (example.standing,), ("", TITLE))
    if not example.trigger or example.trigger not in example.text:
        yield f"{at}: expected the trigger in the text, found {example.trigger or 'none'}"
    if example.positive:
        yield from _unknown(f"{at}, factuality", (example.factuality,), _named("factuality"))
    elif any(example.coded().values()):
        yield f"{at}: a negative example states nothing; empty the cells of what is coded"


def _strangers(frames: set[str], types: set[str]) -> Iterator[str]:
    """Rows of other tables for frames that there are not."""
    for name in dict.fromkeys(_column("examples", "frame")):
        if name not in frames:
            yield f"examples.csv: expected a frame of frames.csv, found {name}"
    for name in dict.fromkeys(_column("crosswalk", "of")):
        if name not in frames | types:
            yield f"crosswalk.csv: expected a type or a frame of frames.csv, found {name}"


def _unknown(at: str, found: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    for name in found:
        if name not in known:
            near = get_close_matches(name, known, n=FEW) if len(known) > MANY else sorted(filter(None, known))
            listed = f"one of {', '.join(near)}" if near else "a name that its table lists"
            yield f"{at}: expected {listed}, found {name or 'nothing'}"


def _column(table: str, name: str) -> list[str]:
    return [row[name] for row in read_table(f"codebook/{table}.csv")]


def _named(kind: str) -> list[str]:
    """The names of a kind that meanings.csv explains."""
    return [row["name"] for row in read_table("codebook/meanings.csv") if row["kind"] == kind]
