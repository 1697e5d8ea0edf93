"""A frame as lines for a terminal and as a JSON object: its fields, its examples and what was coded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from marsad.codebook import Entry, Example, Outcome
from marsad.codebook.example import CODED
from marsad.codebook.running import rules, told, values
from marsad.codebook.wording import asks, counted_forms, meaning, pattern_line, pattern_parts, refuses
from marsad.records import EventMention
from marsad.what.rules import says

WIDE = 14  # columns of a field's name
SEVERAL = ", "
FORMS = ("past", "present", "jussive", "passive", "masdar", "participle")
STATES = {"ok": "ok", "gap": "known gap", "fails": "FAILS", "closed": "NO GAP ANY MORE: empty its cell gap"}


def frame_lines(entry: Entry, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """All of a frame, then each of its examples as it was coded."""
    frame = entry.frame
    yield f"{entry.name} · {entry.head}\n"
    yield from _field("type", frame.type)
    yield from _field("lemma", " ".join(entry.principal()))
    yield from _field("forms", counted_forms(frame) or "all")
    for kind, forms in _forms(entry).items():
        yield from _field("", f"{kind}: {' '.join(forms)}")
    yield from _field("pattern", f"{frame.pattern} ({pattern_line(frame.pattern)})")
    for part, words in pattern_parts(frame.pattern).items():
        yield from _field("", f"{part}: {words}")
    yield from _field("place", f"{frame.role}: {meaning('role', frame.role)}")
    yield from _field("asks for", *asks(frame))
    yield from _field("refuses", *refuses(frame))
    yield from _field("crosswalk", entry.crosswalk.words(), entry.crosswalk.note)
    yield "\n"
    for outcome in outcomes:
        yield from outcome_lines(outcome)


def _field(name: str, *values: str) -> Iterator[str]:
    for value in filter(None, values):
        yield f"  {name:{WIDE}}{value}\n"
        name = ""


def _forms(entry: Entry) -> dict[str, list[str]]:
    """Kind → the written forms without clitics, folded."""
    forms = entry.forms()
    return {
        kind: found
        for kind in FORMS
        if (found := list(dict.fromkeys(f.text for f in forms if f.kind == kind)))
    }


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """One example: whether it is coded as it says, what was coded and by which rule."""
    example = outcome.example
    gap = f" ({example.gap})" if example.gap else ""
    yield f"  {STATES[outcome.state]}{gap} · {example.frame} · {example.shows}\n"
    yield f"    {example.text}\n"
    if outcome.mention and example.positive:
        yield from _coded_lines(outcome.mention)
    for other in outcome.others:
        yield f"      {'besides':{WIDE}}{told(outcome.article, other)} ({other.frame})\n"
    if not example.positive and not outcome.mention:
        yield f"      {'not coded':{WIDE}}{example.trigger}\n"
    for wrong in outcome.differences:
        expected, found = wrong.expected or "nothing", wrong.found or "nothing"
        yield f"    ! {wrong.field:{WIDE}}expected {expected}, found {found}\n"
    yield "\n"


def _coded_lines(mention: EventMention) -> Iterator[str]:
    """Each field that was coded, the rule that found it, and what the rule says."""
    coded, found_by = values(mention), rules(mention)
    for name in (name for name in CODED if coded[name]):
        by = found_by.get(name, ())
        yield f"      {name:{WIDE}}{coded[name]}{f'   [{SEVERAL.join(by)}]' if by else ''}\n"
        for rule in dict.fromkeys(by):
            told_of = says(name, rule)
            if told_of:
                yield f"      {'':{WIDE}}  {told_of.en}\n"


def summary(frames: int, outcomes: Sequence[Outcome]) -> str:
    """How many examples of how many frames passed."""
    failed = sum(not outcome.passed for outcome in outcomes)
    gaps = sum(outcome.state == "gap" for outcome in outcomes)
    coded = sum(outcome.example.positive for outcome in outcomes)
    of = "1 frame" if frames == 1 else f"{frames} frames"
    told = f"{of} · {len(outcomes)} examples ({coded} coded, {len(outcomes) - coded} not coded)"
    return f"{told} · {failed} failed · {gaps} known gaps\n"


def frame_object(entry: Entry, outcomes: Sequence[Outcome] | None = None) -> dict[str, object]:
    """A frame as one JSON object; with outcomes each example says what was coded."""
    frame = entry.frame
    ran = {id(outcome.example): outcome for outcome in outcomes or ()}
    return {
        "frame": entry.name,
        "type": frame.type,
        "lemma": list(entry.principal()),
        "forms": _forms(entry),
        "pattern": frame.pattern,
        "arguments": pattern_parts(frame.pattern),
        "role": frame.role,
        "asks": list(asks(frame)),
        "refuses": list(refuses(frame)),
        "crosswalk": asdict(entry.crosswalk),
        "examples": [_example_object(example, ran.get(id(example))) for example in entry.examples],
    }


def _example_object(example: Example, outcome: Outcome | None) -> dict[str, object]:
    told_of: dict[str, object] = {name: value for name, value in asdict(example).items() if value}
    if outcome is None:
        return told_of
    mention = outcome.mention
    coded = {name: value for name, value in values(mention).items() if value} if mention else {}
    return told_of | {
        "state": outcome.state,
        "coded": coded,
        "rules": {name: list(found) for name, found in rules(mention).items() if found} if mention else {},
        "besides": [told(outcome.article, other) for other in outcome.others],
        "differences": [asdict(difference) for difference in outcome.differences],
    }
