"""docs/codebook.md is what the tables say, and reads well: no invisible signs, sound tables."""

from __future__ import annotations

import re
from pathlib import Path

from marsad.codebook import Book, document, read_book

ROOT = Path(__file__).parents[2]
BOOK: Book = read_book()
TEXT = document(BOOK)


def test_the_packaged_document_is_current() -> None:
    assert (ROOT / "docs/codebook.md").read_text("utf-8") == TEXT, "run: marsad codebook --write"


def test_every_frame_and_every_example_stands_in_it() -> None:
    for entry in BOOK.entries:
        assert f"\n### {entry.name} · " in TEXT
        for example in entry.examples:
            marked = example.text.replace(example.trigger, f"<b>{example.trigger}</b>", 1)
            assert f'<p dir="rtl">{marked}</p>' in TEXT


def test_every_type_says_what_it_is_and_is_not() -> None:
    for type_ in BOOK.types:
        section = TEXT[TEXT.index(f"\n## {type_.name}\n") :]
        assert type_.is_ in section and type_.is_not in section


def test_cues_particles_patterns_and_constructions_stand_in_it() -> None:
    for head in ("Patterns", "Constructions", "Factuality", "Attribution", "Particles", "Word classes"):
        assert f"\n## {head}\n" in TEXT
    for words in ("طالب", "نفى", "اعتزم", "سوف", "بحسب"):
        assert words in TEXT[TEXT.index("\n## Factuality\n") :]


def test_it_counts_frames_lemmas_and_examples() -> None:
    [line] = [line for line in TEXT.splitlines() if line.startswith("| all |")]
    examples = [example for entry in BOOK.entries for example in entry.examples]
    lemmas = len({entry.head for entry in BOOK.entries})
    assert line.startswith(f"| all |  | {len(BOOK.entries)} | {lemmas} | {len(examples)} |")


def test_tables_have_as_many_cells_as_heads() -> None:
    width = 0
    for line in TEXT.splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not (bars and width) or bars == width, line
        width = bars


def test_no_invisible_sign_and_no_placeholder() -> None:
    assert not re.search("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", TEXT)
    assert "$" not in TEXT
