"""Coding the texts of a gold file and scoring what was coded.

Comes in: a gold file and a coder. Goes out: an `Evaluation`: the figures, the disagreements, what was coded,
and what failed. Each `text` is coded as it stands, title before the first empty line; no page is cleaned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from marsad.errors import BadUse, DataMissing
from marsad.evaluation.figures import Score
from marsad.evaluation.gold import (
    GoldArticle,
    GoldEntity,
    GoldMention,
    gold_entity,
    gold_mention,
    read_gold,
)
from marsad.evaluation.rooms import Mismatch, score_rooms
from marsad.evaluation.scoring import TYPES, Difference, score
from marsad.lines import entity_line, json_line, mention_line
from marsad.records import Article, Entity, EventMention, Failure

Coder = Callable[[Article], tuple[EventMention, ...]]
Maker = Callable[[str, str, date | None], Article]
Report = Callable[[str, str, str], None]  # room, error, message


@dataclass(frozen=True, slots=True)
class Coded:
    """One article, the mentions that the coder found in it, and its entities where the gold has some."""

    article: Article
    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...] | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures, disagreements in the file's order, what was coded, and the lines or articles that failed."""

    score: Score
    differences: tuple[Difference, ...]
    coded: tuple[Coded, ...]
    failures: tuple[Failure, ...]
    mismatches: tuple[Mismatch, ...] = ()  # entities, where the gold has some


def evaluate(
    gold_path: Path,
    code: Coder | None = None,
    make: Maker | None = None,
    stdin: BinaryIO | None = None,
) -> Evaluation:
    """Code every article of a gold file and score the result.

    `code` is the coder (Marsad's own by default), `make` builds its articles from id, text and date. A bad
    line is a failure and is not scored, nor is a mention of an unknown type or with a trigger outside the
    text; an article that breaks the coder is a failure and counts as one without mentions. A file without
    articles is a failure too. Raises `SourceUnreadable` when the file cannot be opened ("-" is `stdin`).
    """
    code, make = code or _own_coder(), make or _own_maker()
    failures: list[Failure] = []
    report = partial(_report, failures, str(gold_path))
    read = read_gold(gold_path, failures, stdin)
    gold = [_checked(article, report) for article in read if _has_text(article, report)]
    if not gold and not failures:
        report("evaluation", "NoArticle", "expected one article a line, found no articles")
    coded = [_coded(article, code, make, report) for article in gold]
    errors: list[Difference] = []
    predicted = {item.article.id: _as_gold(item) for item in coded}
    figures = score(gold, predicted, errors)
    mismatches: list[Mismatch] = []
    named = ((article, _as_entities(item)) for article, item in zip(gold, coded, strict=True))
    figures = replace(figures, rooms=score_rooms(named, mismatches))
    return Evaluation(figures, tuple(errors), tuple(coded), tuple(failures), tuple(mismatches))


def write_predictions(path: Path, coded: Iterable[Coded]) -> None:
    """Write what was coded in the format of the gold, one article a line; raises `BadUse` when it cannot."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(json_line(item.article, item.mentions, item.entities) + "\n" for item in coded)
    except OSError as error:
        raise BadUse(f"{path}: expected a file that can be written, found {error.strerror}") from error


def _report(failures: list[Failure], path: str, room: str, error: str, message: str) -> None:
    failures.append(Failure(path, room, error, message))


def _has_text(article: GoldArticle, report: Report) -> bool:
    if not article.text:
        report("evaluation", "BadLine", f"article {article.id}: expected a text to code, found none")
    return bool(article.text)


def _checked(article: GoldArticle, report: Report) -> GoldArticle:
    """The article with the mentions that can be scored, the others told."""
    sound = []
    for at, mention in enumerate(article.mentions, start=1):
        wrong = _wrong(mention, len(article.text or ""))
        if wrong:
            message = f"article {article.id}: mention {at}: {wrong}; this mention is not scored"
            report("evaluation", "BadMention", message)
        else:
            sound.append(mention)
    return replace(article, mentions=tuple(sound))


def _wrong(mention: GoldMention, length: int) -> str | None:
    start, end = mention.trigger.start, mention.trigger.end
    if mention.type not in TYPES:
        return f"type: expected one of {', '.join(TYPES)}, found {mention.type!r}"
    if not start < end <= length:
        return f"start, end: expected a trigger within the text of {length}, found {start} to {end}"
    return None


def _coded(gold: GoldArticle, code: Coder, make: Maker, report: Report) -> Coded:
    published = date.fromisoformat(gold.published) if gold.published else None
    article = replace(make(gold.id, gold.text or "", published), outlet=gold.outlet, url=gold.url)
    try:
        named = None if gold.entities is None else _own_finder()(article)
        return Coded(article, code(article), named)
    except DataMissing:  # then no article can be coded
        raise
    except Exception as error:  # one article that breaks the coder must not hide the figures of the others
        name = type(error).__name__
        report("what", name, f"article {gold.id}: {name}: {error}")
        return Coded(article, ())


def _as_gold(item: Coded) -> tuple[GoldMention, ...]:
    return tuple(gold_mention(mention_line(item.article, mention)) for mention in item.mentions)


def _as_entities(item: Coded) -> tuple[GoldEntity, ...]:
    return tuple(gold_entity(entity_line(item.article, entity)) for entity in item.entities or ())


def _own_finder() -> Callable[[Article], tuple[Entity, ...]]:
    from marsad.entities import find_entities

    return find_entities


def _own_coder() -> Coder:
    """The coder, imported late: `marsad doctor` must start where a dependency of it is missing."""
    from marsad.what import code_article

    return code_article


def _own_maker() -> Maker:
    from marsad.article import bare_article

    return bare_article
