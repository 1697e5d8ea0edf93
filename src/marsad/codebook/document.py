"""The codebook as a Markdown document (docs/codebook.md): the tables, set into the words of document.txt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from string import Template

from marsad.codebook.entries import FOLDER, Book, Entry, EventType
from marsad.codebook.example import Example
from marsad.codebook.wording import PATTERN_PARTS, asks, counted_forms, meaning, refuses
from marsad.data import cell, read_table, read_text

SHOWN_WORDS = 12  # of a class: enough to see what it is about
SOURCES = ("speech", "judge", "relay", "stance", "refuted")  # kinds of cues that name a source
COMMA = "، "


def document(book: Book) -> str:
    """The whole codebook as Markdown."""
    parts = {
        "counts": _counts(book),
        "contents": " · ".join(f"[{type_.name}](#{type_.name})" for type_ in book.types),
        "patterns": _table(("pattern", "as in", *PATTERN_PARTS), _patterns()),
        "constructions": _table(("construction", "arabic", "is", "examples"), _constructions(book)),
        "types": "\n".join(_type(book, type_) for type_ in book.types),
        "factuality": "; ".join(f"`{name}` ({words})" for name, words in _meant("factuality")),
        "cues": _table(("kind", "means", "lemmas"), _cues(lambda kind: kind not in SOURCES)),
        "sources": _table(("kind", "means", "lemmas"), _cues(lambda kind: kind in SOURCES)),
        "particles": _table(("kind", "does", "words"), _particles()),
        "classes": _table(("class", "means", "first words"), _classes(book)),
    }
    return Template(read_text(f"{FOLDER}document.txt")).substitute(parts)


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; a bar within a cell would end it."""
    lines = (
        "| " + " | ".join(str(value).replace("|", "\\|") for value in row) + " |"
        for row in (heads, ["---"] * len(heads), *rows)
    )
    return "\n".join(lines)


def _counts(book: Book) -> str:
    heads = ("type", "in Arabic", "frames", "lemmas", "examples", "coded", "not coded", "known gaps")
    rows: list[tuple[object, ...]] = [
        (f"[{type_.name}](#{type_.name})", type_.arabic, *_sizes(book.of_type(type_.name)))
        for type_ in book.types
    ]
    return _table(heads, [*rows, ("all", "", *_sizes(book.entries))])


def _sizes(entries: Sequence[Entry]) -> tuple[int, ...]:
    """Frames, distinct lemmas, and examples: all, coded, not coded, known gaps."""
    examples = [example for entry in entries for example in entry.examples]
    positive, gaps = sum(e.positive for e in examples), sum(bool(e.gap) for e in examples)
    lemmas = len({entry.head for entry in entries})
    return len(entries), lemmas, len(examples), positive, len(examples) - positive, gaps


def _patterns() -> Iterator[tuple[str, ...]]:
    for row in read_table(f"{FOLDER}patterns.csv"):
        yield f"`{row['pattern']}`", row["arabic"], *(row[part] for part in PATTERN_PARTS)


def _constructions(book: Book) -> Iterator[tuple[object, ...]]:
    shown = Counter(example.shows for entry in book.entries for example in entry.examples)
    for row in read_table(f"{FOLDER}constructions.csv"):
        yield f"`{row['construction']}`", row["arabic"], row["words"], shown[row["construction"]]


def _type(book: Book, type_: EventType) -> str:
    """One type: what it is and is not, its frames, their examples."""
    entries = book.of_type(type_.name)
    told = (
        f"## {type_.name}\n\n{type_.arabic}\n",
        f"**Is**: {type_.is_}\n",
        f"**Is not**: {type_.is_not}\n",
        f"**Unclear cases**: {type_.unclear}\n",
        f"**Parties and place**: {type_.parties} {type_.place}\n",
        f"**Crosswalk**: {_default_crosswalk(entries)}\n",
        _table(("frame", "lemma", "pattern", "asks for", "refuses"), map(_frame_row, entries)) + "\n",
        *(_entry(entry) for entry in entries),
    )
    return "\n".join(told)


def _default_crosswalk(entries: Sequence[Entry]) -> str:
    walk = next((entry.crosswalk for entry in entries if not entry.own_crosswalk), None)
    if walk is None:
        return "each frame has its own"
    return f"{walk.words()}{f' ({walk.note})' if walk.note else ''}"


def _frame_row(entry: Entry) -> tuple[str, ...]:
    frame = entry.frame
    forms = counted_forms(frame)
    lemma = COMMA.join(entry.principal()) + (f" (only: {forms})" if forms else "")
    pattern = f"`{frame.pattern}`, {frame.role}"
    return f"`{entry.name}`", lemma, pattern, "; ".join(asks(frame)), "; ".join(refuses(frame))


def _entry(entry: Entry) -> str:
    """A frame's heading, its own crosswalk if it has one, and its examples."""
    head = f"### {entry.name} · {entry.head}\n"
    note = f" ({entry.crosswalk.note})" if entry.crosswalk.note else ""
    walk = [f"{entry.crosswalk.words()}{note}\n"] if entry.own_crosswalk else []
    return "\n".join((head, *walk, *map(_example, entry.examples)))


def _example(example: Example) -> str:
    """The sentence from right to left with its trigger in bold, and what is coded of it."""
    text = escape(example.text, quote=False).replace(example.trigger, f"<b>{example.trigger}</b>", 1)
    gap = f" · *known gap: {example.gap}*" if example.gap else ""
    return f'<p dir="rtl">{text}</p>\n\n{coded_line(example)}{gap}\n'


def coded_line(example: Example) -> str:
    """What is to be coded of an example, on one line."""
    if not example.positive:
        return "*not coded*"
    cells = example.coded()
    place = f"{cells['role']} {cells['place']}" + (f" ({cells['country']})" if cells["country"] else "")
    named = {
        "actors": COMMA.join(example.actors),
        "recipients": COMMA.join(example.recipients),
        "place": place if cells["place"] else "",
        **{name: cells[name] for name in ("date", "quantity", "fatalities", "wounded", "attribution")},
    }
    told = [f"{name}: {value}" for name, value in named.items() if value]
    return " · ".join((f"`{example.factuality}`", *told, f"*{example.shows}*"))


def _meant(kind: str) -> Iterator[tuple[str, str]]:
    for row in read_table(f"{FOLDER}meanings.csv"):
        if row["kind"] == kind:
            yield row["name"], row["words"]


def _cues(wanted: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """Each kind of cue with its lemmas."""
    found: dict[str, list[str]] = {}
    for row in read_table(f"{FOLDER}cues.csv"):
        if wanted(row["kind"]):
            head = next(filter(None, (row[part] for part in ("past", "present", "masdar"))), "")
            listed = COMMA.join(cell(row["words"]))
            told = f"{head} ({listed})" if head and listed else head or listed
            found.setdefault(row["kind"], []).append(told)
    for kind, words in found.items():
        yield f"`{kind}`", meaning("cue", kind), COMMA.join(dict.fromkeys(words))


def _particles() -> Iterator[tuple[str, ...]]:
    """The kinds of particles that meanings.csv explains, with their first words."""
    explained = dict(_meant("particle"))
    for row in read_table(f"{FOLDER}particles.csv"):
        if row["kind"] in explained:
            yield f"`{row['kind']}`", explained[row["kind"]], _first(row["words"])


def _classes(book: Book) -> Iterator[tuple[str, ...]]:
    """The classes that frames name."""
    frames = [entry.frame for entry in book.entries]
    named = {name for f in frames for name in (*f.needs, *f.object, *f.not_object, *f.not_before)}
    for row in read_table(f"{FOLDER}classes.csv"):
        if row["class"] in named and row["words"]:
            yield f"`{row['class']}`", meaning("class", row["class"]), _first(row["words"])


def _first(words: str) -> str:
    listed = cell(words)
    return COMMA.join(listed[:SHOWN_WORDS]) + (" …" if len(listed) > SHOWN_WORDS else "")
