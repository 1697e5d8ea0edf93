"""Reading pages end to end: paths come in, one reading or one failure a page goes out, in order.

The rooms are imported at the first call, so that `import marsad`, `marsad --help` and `marsad doctor` work
where a table is damaged or a dependency is missing.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from os import PathLike, fspath
from traceback import walk_tb
from typing import BinaryIO

from marsad.errors import DataMissing, PageError
from marsad.records import Article, Entity, EventMention, Explanation, Failure, Page

log = logging.getLogger(__name__)
NO_PAGE_CAN_BE_READ = (DataMissing, ImportError)  # a damaged table, a missing dependency
YOUNG = 20_000  # new objects after which the collector looks at them
SHARED_ROOMS = ("read", "records", "errors", "arabic", "data")  # where an error shows, not whose it is


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with the event mentions that its clauses state."""

    article: Article
    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...] | None = None  # None: nobody asked for them
    explanations: tuple[Explanation, ...] | None = None  # of the mentions, in their order; None: as above


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    published: date | None = None,
    stdin: BinaryIO | None = None,
    entities: bool = False,
    explain: bool = False,
) -> Iterator[Reading | Failure]:
    """Read files and folders ("-" is standard input) one page at a time; a bad page becomes a Failure.

    `published` is the publication date of every page, whatever the page itself says; `entities` asks for
    every actor, place, time and quantity too, inside an event mention or not, `explain` for how each value
    was found. Raises `DataMissing` when a packaged table is damaged and `ImportError` when a dependency is
    missing: no page can be read then.
    """
    from marsad.intake import read_pages

    for path in [paths] if isinstance(paths, (str, PathLike)) else paths:
        try:
            for page in read_pages([fspath(path)], stdin):
                found = page if isinstance(page, Failure) else read_page(page, published, entities, explain)
                yield found
                if isinstance(found, Reading):
                    _settle()
        except NO_PAGE_CAN_BE_READ:
            raise
        except Exception as error:  # intake broke: the pages under the other paths are still read
            yield _failure(str(path), error)


@cache
def _settle() -> None:
    """Tell the collector once, when the tables are loaded, that they stay: 128 articles a second for 113.

    Once only, and after a collection: what is frozen is never collected, and a caller may read in a loop. An
    article makes some 20,000 short-lived records; looked at every 700 they cost a twentieth of the time.
    """
    gc.collect()
    gc.freeze()
    young, *older = gc.get_threshold()
    if 0 < young < YOUNG:  # 0: whoever calls has turned it off
        gc.set_threshold(YOUNG, *older)


def read_page(
    page: Page, published: date | None = None, entities: bool = False, explain: bool = False
) -> Reading | Failure:
    """One page as a reading, or as the failure that says which room refused it and why."""
    from marsad.article import read_article
    from marsad.entities import find_entities
    from marsad.what import code_article

    try:
        article = read_article(page, published)
        named = find_entities(article) if entities else None
        mentions = tuple(code_article(article))
        return Reading(article, mentions, named, _explained(article, mentions) if explain else None)
    except NO_PAGE_CAN_BE_READ:
        raise
    except Exception as error:  # a bug that one page shows must not take the other pages with it
        return _failure(page.source, error)


def _explained(article: Article, mentions: tuple[EventMention, ...]) -> tuple[Explanation, ...]:
    from marsad.what import explain

    return explain(article, mentions)


def _failure(source: str, error: Exception) -> Failure:
    room, expected = _room(error), isinstance(error, PageError)
    log.debug("%s: %s", source, error, exc_info=error)
    message = " ".join(str(error).split()) or "no message"
    told = message if expected else f"unexpected error: {message}"
    return Failure(source, room, type(error).__name__, told)


def _room(error: Exception) -> str:
    """The room in which the error arose: the innermost frame that stands in one."""
    names = [frame.f_globals.get("__name__", "").split(".") for frame, _ in walk_tb(error.__traceback__)]
    rooms = [name[1] for name in names if name[0] == "marsad" and len(name) > 1]
    return next((room for room in reversed(rooms) if room not in SHARED_ROOMS), "read")
