"""The words that matter to the coder: triggers with their frames, cues, particles and word classes (مفردات).

`look` answers for one folded word, with its clitics on, everything that the tables know about it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from marsad.arabic import Reading, fold, readings
from marsad.arabic.fold import REMEMBERED
from marsad.arabic.verbs import Form, lemma_of
from marsad.data import cell, read_table

# the codebook's force-posture types (section 2)
POSTURE = frozenset({"withdraw", "deploy", "handover", "suspend", "resume", "force_level"})
FINITE = frozenset({"past", "present", "jussive", "passive"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of one trigger lemma (a row of data/codebook/frames.csv)."""

    name: str
    type: str
    pattern: str
    role: str
    needs: tuple[str, ...]
    object: tuple[str, ...]
    not_object: tuple[str, ...]
    not_before: tuple[str, ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sense:
    """A word read as a trigger: the frame, the form (past, present, masdar …) and the clitics around it."""

    frame: Frame
    form: str
    reading: Reading
    plural: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A word read as a cue of factuality or attribution (a row of data/codebook/cues.csv)."""

    kind: str
    form: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Word:
    """All that the tables know about one written word."""

    senses: tuple[Sense, ...] = ()
    cues: tuple[Cue, ...] = ()
    particles: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()

    def cue(self, *kinds: str) -> Cue | None:
        """Its first cue of one of the kinds."""
        return next((c for c in self.cues if c.kind in kinds), None) if self.cues else None


def frame_of(row: dict[str, str]) -> Frame:
    """The frame of a row of frames.csv."""
    return Frame(
        row["frame"], row["type"], row["pattern"], row["role"],
        tuple(row["needs"].split("&")) if row["needs"] else (),
        cell(row["object"]), cell(row["not_object"]), cell(row["not_before"]), frozenset(cell(row["kinds"])),
    )  # fmt: skip


@cache
def _triggers() -> dict[str, list[tuple[Frame, Form]]]:
    """Folded form → the frames it may evoke."""
    found: dict[str, list[tuple[Frame, Form]]] = defaultdict(list)
    for row in read_table("codebook/frames.csv"):
        frame = frame_of(row)
        for form in dict.fromkeys(lemma_of(row).forms()):
            accusative = (
                form.kind == "past" and form.text == fold(row["past"]) + "ا"
            )  # فجرا is dawn, not a dual
            if not accusative and _counts(frame, form):
                found[form.text].append((frame, form))
    return found


def _counts(frame: Frame, form: Form) -> bool:
    """Whether the frame lists the form; `present_event` stands for a present in some places."""
    return not frame.kinds or form.kind in frame.kinds or f"{form.kind}_event" in frame.kinds


@cache
def _cues() -> dict[str, list[tuple[str, str]]]:
    """Folded form → (cue kind, form kind)."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("codebook/cues.csv"):
        # without the short forms: يرد is "replies", not the jussive of أراد
        forms = [(form.text, form.kind) for form in lemma_of(row).forms() if form.kind != "jussive"]
        forms += [(fold(word), "word") for word in cell(row["words"])]
        for text, kind in dict.fromkeys(forms):
            found[text].append((row["kind"], kind))
    return found


@cache
def _words(table: str, key: str) -> dict[str, frozenset[str]]:
    """Folded word → the kinds or classes that list it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(f"codebook/{table}.csv"):
        for word in cell(row["words"]):
            found[fold(word)].add(row[key])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def word_classes() -> frozenset[str]:
    """The names of all word classes that list words."""
    return frozenset(chain.from_iterable(_words("classes", "class").values()))


@cache
def block_reaches() -> dict[str, int]:
    """Class → tokens after a trigger in which it disqualifies, where its row says so."""
    return {row["class"]: int(row["reach"]) for row in read_table("codebook/classes.csv") if row["reach"]}


def trigger_forms() -> frozenset[str]:
    """Every folded written form of every trigger, without clitics."""
    return frozenset(_triggers())


def fits(form: str, reading: Reading) -> bool:
    """Whether a form of that kind can carry those clitics: no article on a verb, no future mark on a noun."""
    if reading.pronoun in ("ي", "ك", "كم"):  # news prose has no "my" or "your" outside quotations
        return False
    if form in FINITE:
        attached = reading.preposition
        subjunctive = attached == "ل" and form in ("present", "jussive")
        return (
            not reading.definite
            and (attached is None or subjunctive)
            and not (reading.future and form in ("past",))
        )
    return not reading.future and not (reading.definite and reading.pronoun)


LONG = 5  # letters of a trigger that is told apart from a word glued to it
_UNKNOWN = Word()  # most words: one for all of them


@lru_cache(maxsize=REMEMBERED)
def look(word: str) -> Word:
    """Everything that the tables know about a folded word, clitics included."""
    senses, cues = [], []
    classes: set[str] = set()
    triggers, told, listed = _triggers(), _cues(), _words("classes", "class")
    for reading in readings(word):
        stem = reading.stem
        for frame, form in triggers.get(stem, ()):
            if fits(form.kind, reading):
                senses.append(Sense(frame, form.kind, reading, form.plural))
        for kind, form_kind in told.get(stem, ()):
            accusative = form_kind == "word" and stem.endswith("ا") and reading.pronoun
            if fits(form_kind, reading) and not accusative:  # امرأة is a woman, no "order of his"
                cues.append(Cue(kind, form_kind, reading))
        classes.update(listed.get(stem, ()), listed.get(stem.removesuffix("ا"), ()))  # accusative: موقعا
    particles = _particles(word)
    if not (senses or cues or classes or particles):
        return _parted(word)
    return Word(tuple(senses), tuple(cues), particles, frozenset(classes))


def _parted(word: str) -> Word:
    """What is known of a trigger to which a page has glued the word before it (بعدانسحابهم)."""
    for first in _glued():
        if word.startswith(first) and len(word) - len(first) >= LONG:
            senses = look(word.removeprefix(first)).senses
            if senses:
                return Word(senses)
    return _UNKNOWN


@cache
def _glued() -> tuple[str, ...]:
    """The words that pages glue to the next one where a link begins, the longest first."""
    table = _words("classes", "class")
    return tuple(sorted((w for w, kinds in table.items() if "glued" in kinds), key=len, reverse=True))


def _particles(word: str) -> frozenset[str]:
    """A particle as it stands, or behind a conjunction."""
    table = _words("particles", "kind")
    bare = word[1:] if word[:1] in ("و", "ف") else word
    return table.get(word) or table.get(bare) or frozenset()
