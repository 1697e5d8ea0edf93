"""`marsad codebook`: the codebook as a document, or frames with their examples run.

The rooms are imported at the call, as in `marsad.read`: every other command works where a table is damaged.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import marsad
from marsad.data import checksums
from marsad.errors import BadUse

if TYPE_CHECKING:
    from marsad.codebook import Book, Entry, Outcome

DOCUMENT = "docs/codebook.md"


def codebook(
    frame: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Show a frame, or those of a lemma or written word, at work."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Run the examples of all frames.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON Lines, one frame a line.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="In a checkout: renew docs/codebook.md and the checksums.")
    ] = False,
) -> int:
    """Print the codebook, or show its frames at work, straight from the tables as they now stand."""
    from marsad.cli.frames import frame_object
    from marsad.codebook import document, flaws, read_book

    book = read_book()
    if write:
        _write(document(book))
    chosen = _chosen(book, frame or [])
    wrong = flaws(book, chosen)
    sys.stderr.writelines(f"marsad: {line}\n" for line in (*wrong, *_stale()))
    failed = 0
    if frame or check:
        failed = _at_work(book, chosen, as_json, brief=not frame)
    elif as_json:
        _write_lines(frame_object(entry) for entry in book.entries)
    elif not write:
        sys.stdout.write(document(book))
    return 1 if failed or wrong else 0


def _chosen(book: Book, names: Sequence[str]) -> tuple[Entry, ...]:
    """The frames asked for, all when none is named."""
    chosen: dict[str, Entry] = {}
    for name in names:
        found = book.named(name)
        if not found:
            near = get_close_matches(name, [entry.name for entry in book.entries], n=3)
            hint = f"did you mean {', '.join(near)}" if near else "marsad codebook lists all"
            raise BadUse(f"--frame {name}: expected a frame, a lemma or a form of one, found none; {hint}")
        chosen |= {entry.name: entry for entry in found}
    return tuple(chosen.values()) if names else book.entries


def _at_work(book: Book, entries: Sequence[Entry], as_json: bool, brief: bool) -> int:
    """Run the examples of the frames and show what was coded; how many failed."""
    from marsad.cli.frames import frame_lines, frame_object, outcome_lines, summary
    from marsad.codebook import run

    known = [example for entry in book.entries for example in entry.examples]
    told: list[Outcome] = []
    for entry in entries:
        outcomes = tuple(run(entry.examples, known))
        told += outcomes
        if as_json:
            _write_lines([frame_object(entry, outcomes)])
        elif not brief:
            sys.stdout.writelines(frame_lines(entry, outcomes))
        else:
            sys.stdout.writelines(line for o in outcomes if not o.passed for line in outcome_lines(o))
    if not as_json:
        sys.stdout.write(summary(len(entries), told))
    return sum(not outcome.passed for outcome in told)


def _write_lines(objects: Iterable[dict[str, object]]) -> None:
    sys.stdout.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def _stale() -> Iterator[str]:
    """One line where the tables are other than the list of checksums says: they are read all the same."""
    changed = [file.name for file in checksums.data_state("codebook/") if file.problem]
    if changed:
        names = ", ".join(changed)
        yield f"read as they stand, not as packaged: {names}; renew the list: marsad codebook --write"


def _write(document: str) -> None:
    """The document and the checksums, in the checkout that this package runs from."""
    root = Path(marsad.__file__).parents[2]
    if not (root / "pyproject.toml").is_file():
        wanted = "expected a checkout of Marsad, found an installed package"
        raise BadUse(f"--write: {wanted}; write the document with: marsad codebook > codebook.md")
    (root / DOCUMENT).parent.mkdir(exist_ok=True)
    (root / DOCUMENT).write_text(document, "utf-8")
    checksums.renew()
    sys.stderr.write(f"marsad: wrote {DOCUMENT} and the checksums\n")
