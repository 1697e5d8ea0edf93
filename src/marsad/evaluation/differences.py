"""Disagreements as readable lines: the sentence with its triggers marked, then the fields side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.evaluation.agreement import SLOTS, right
from marsad.evaluation.gold import GoldMention, GoldPeriod, GoldPlace, GoldRange
from marsad.evaluation.rooms import Mismatch
from marsad.evaluation.scoring import Difference
from marsad.records import Span

GOLD_MARK, PREDICTED_MARK = ("⟦", "⟧"), ("‹", "›")
FIELDS = ("trigger", *SLOTS[:3], "place_role", *SLOTS[3:7], "factuality", "attribution", "event")
NOTHING, WRONG = "—", "≠"
AROUND = 60  # characters shown on both sides of an entity
UNTOLD = ("candidates", "why")


def differences(errors: Sequence[Difference], limit: int | None = None) -> Iterator[str]:
    """The first `limit` disagreements (all by default), each a few lines of text ending with an empty one.

    The gold's trigger stands in ⟦ ⟧, a predicted one elsewhere in ‹ ›; ≠ marks what counts as wrong.
    """
    for at, error in enumerate(errors[:limit], start=1):
        yield "\n".join([_head(error, f"{at}/{len(errors)}"), f"  {_quote(error)}", *_table(error), ""])


def mismatches(errors: Sequence[Mismatch], limit: int | None = None) -> Iterator[str]:
    """The first `limit` entities that disagree (all by default), each two or three lines of text.

    The gold's words stand in ⟦ ⟧, found ones elsewhere in ‹ ›.
    """
    for at, error in enumerate(errors[:limit], start=1):
        gold, found = error.gold, error.found
        what = "wrong" if gold and found else "missed" if gold else "invented"
        entity = gold or found
        assert entity is not None
        lines = [f"{at}/{len(errors)} {error.article.id} {entity.kind}: {what}", f"  {_context(error)}"]
        lines += [f"    gold  {_told(gold.value)}"] if gold else []
        lines += [f"    found {_told(found.value)}"] if found else []
        yield "\n".join([*lines, ""])


def _context(error: Mismatch) -> str:
    text = error.article.text or ""
    spans = [(error.gold.span, GOLD_MARK)] if error.gold else []
    spans += [(error.found.span, PREDICTED_MARK)] if error.found and not error.gold else []
    start = max(0, min(span.start for span, _ in spans) - AROUND)
    end = min(len(text), max(span.end for span, _ in spans) + AROUND)
    return " ".join(_marked(text[start:end], start, spans).split())


def _told(value: Mapping[str, object]) -> str:
    kept = {key: cell for key, cell in value.items() if cell is not None and key not in UNTOLD}
    return ", ".join(f"{key} {cell}" for key, cell in kept.items()) or NOTHING


def _head(error: Difference, place: str) -> str:
    mention = error.gold or error.predicted
    what = mention.type if mention else NOTHING
    return f"{place} {error.article.id} {what}: {error.kind}"


def _quote(error: Difference) -> str:
    """The gold's sentence, or the predicted one of a spurious mention; widened to hold both triggers."""
    mentions = [mention for mention in (error.gold, error.predicted) if mention is not None]
    text = error.article.text
    if text is None:
        return NOTHING
    spans = [mentions[0].sentence, *(mention.trigger for mention in mentions)]
    around = [span for span in spans if span.start < span.end]
    start, end = min(span.start for span in around), max(span.end for span in around)
    return " ".join(_marked(text[start:end], start, _marks(error)).split())


def _marks(error: Difference) -> list[tuple[Span, tuple[str, str]]]:
    gold, predicted = error.gold, error.predicted
    marks = [(gold.trigger, GOLD_MARK)] if gold else []
    if predicted and not (gold and gold.trigger.overlaps(predicted.trigger)):
        marks.append((predicted.trigger, PREDICTED_MARK))
    return marks


def _marked(quote: str, start: int, marks: list[tuple[Span, tuple[str, str]]]) -> str:
    for span, (opening, closing) in sorted(marks, key=lambda mark: -mark[0].start):
        a, b = span.start - start, span.end - start
        quote = f"{quote[:a]}{opening}{quote[a:b]}{closing}{quote[b:]}"
    return quote


def _table(error: Difference) -> list[str]:
    rows = [(name, _shown(error, error.gold, name), _shown(error, error.predicted, name)) for name in FIELDS]
    told = [row for row in rows if set(row[1:]) != {NOTHING}]
    width = max((len(gold) for _, gold, _ in told), default=0)
    head = f"    {'':12} {'gold':{width}} | predicted"
    return [
        head,
        *(f"  {_sign(error, name)} {name:12} {gold:{width}} | {found}" for name, gold, found in told),
    ]


def _sign(error: Difference, name: str) -> str:
    gold, predicted = error.gold, error.predicted
    if gold is None or predicted is None:
        return " "
    if name == "factuality":
        return " " if gold.factuality == predicted.factuality else WRONG
    return " " if name not in SLOTS or right(name, gold, predicted) else WRONG


def _shown(error: Difference, mention: GoldMention | None, name: str) -> str:
    if mention is None:
        return NOTHING
    if name == "trigger":
        text = error.article.text or ""
        return text[mention.trigger.start : mention.trigger.end] or NOTHING
    return _written(getattr(mention, name))


def _written(value: object) -> str:
    match value:
        case GoldPlace():
            return f"{'/'.join(value.names)} ({value.country or '?'})"
        case GoldPeriod():
            return value.start or "" if value.start == value.end else f"{value.start or ''}…{value.end or ''}"
        case GoldRange():
            return f"{_end(value.low)}…{_end(value.high)}" if value.low != value.high else _end(value.low)
        case tuple():
            return ", ".join(value) or NOTHING
        case _:
            return NOTHING if value is None else str(value)


def _end(number: float | None) -> str:
    return "" if number is None else f"{number:g}" if isinstance(number, float) else str(number)
