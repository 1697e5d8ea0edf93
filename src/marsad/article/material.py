"""What a page gives before it is cleaned, whichever way it was opened: the record that `reading` works on."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.article.blocks import Block
from marsad.records import Defect, Published


@dataclass(frozen=True, slots=True)
class Source:
    """A page's decoded text with its blocks and what it says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: Block | None  # where a record or the markup tells it
    whole_page: bool  # menus and bars may surround the article
    published: Published | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None
    defects: tuple[Defect, ...] = ()  # what it says of itself and cannot be read
