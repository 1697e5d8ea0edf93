"""W3C Web Annotation (JSON-LD): for every value of every mention the words that it was read from.

The target is the article, by its address or else by a urn of its id; the selectors give the words (with what
stands around them, as far as the sentence goes) and their code points in the article's text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO

from marsad.export.flat import web_address
from marsad.store import Telling, Told

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 24  # code points of prefix and suffix
SLOTS = (
    "actors",
    "recipients",
    "place",
    "date",
    "quantity",
    "munitions",
    "fatalities",
    "wounded",
    "factuality",
)


def write_annotations(told: Iterable[Told], out: IO[str]) -> None:
    """One AnnotationCollection with all annotations in one page."""
    out.write(f'{{"@context": "{CONTEXT}", "type": "AnnotationPage", "items": [')
    first = True
    for one in told:
        for item in _items(one):
            out.write(("\n" if first else ",\n") + json.dumps(item, ensure_ascii=False))
            first = False
    out.write("\n]}\n")


def _items(told: Told) -> Iterator[dict[str, object]]:
    for telling in told.tellings:
        line = json.loads(told.evidence[telling.claim.id])
        yield _item(told, telling, "trigger", telling.claim.type, (line["start"], line["end"]), 0)
        for slot in SLOTS:
            for at, (value, span) in enumerate(_values(line, slot)):
                if _inside(telling, span):
                    yield _item(told, telling, slot, value, span, at)


def _values(line: dict[str, object], slot: str) -> Iterator[tuple[object, tuple[int, int]]]:
    """Each value of a field with its main span."""
    value, spans = line.get(slot), line["spans"].get(slot)  # type: ignore[attr-defined]
    if not spans:
        return
    if isinstance(value, list):
        yield from ((one, tuple(found[0])) for one, found in zip(value, spans, strict=True) if found)
    else:
        yield value, tuple(spans[0])


def _inside(telling: Telling, span: tuple[int, int]) -> bool:
    """Whether the words stand in the quoted sentence: of an inherited value they stand elsewhere."""
    first = telling.claim.start - telling.trigger[0]
    return first <= span[0] and span[1] <= first + len(telling.claim.quote)


def _item(  # noqa: PLR0913 - all that an annotation says
    told: Told, telling: Telling, field: str, value: object, span: tuple[int, int], at: int
) -> dict[str, object]:
    claim = telling.claim
    first = claim.start - telling.trigger[0]
    start, end = span[0] - first, span[1] - first
    return {
        "id": f"urn:marsad:{claim.id}:{field}:{at}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "tagging",
            "format": "application/json",
            "value": json.dumps({"event": told.event.id, "field": field, "value": value}, ensure_ascii=False),
        },
        "target": {
            "source": web_address(telling.url) or f"urn:marsad:{claim.article}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote[start:end],
                    "prefix": claim.quote[max(0, start - AROUND) : start],
                    "suffix": claim.quote[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": span[0], "end": span[1]},
            ],
        },
    }
