"""The rooms before `read` stand in here by hand-made ones: these tests are about reading and showing."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

import marsad.cli.app  # noqa: F401 - the commands import the real rooms before others stand in for them
from marsad.errors import NotArabic
from marsad.read import Reading
from marsad.records import Page
from tests.cli.examples import READING, SILENT

PAGES: dict[str, Reading | Exception] = {
    "camp.html": READING,
    "rain.html": SILENT,
    "persian.html": NotArabic("persian.html", "expected Arabic, found Persian"),
    "bug.html": ZeroDivisionError("division by zero\nin a clause"),
}


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rooms that know the pages of PAGES by name."""

    def read_pages(paths: list[str], stdin: object = None) -> object:
        for path in paths:
            if path == "broken/":
                raise RuntimeError("a folder that breaks the room")
            yield Page(path, b"", "html", "", None)

    def read_article(page: Page, published: object = None) -> object:
        found = PAGES[page.source]
        if isinstance(found, Exception):
            raise found
        return found.article

    def code_article(article: object) -> object:
        return next(p.mentions for p in PAGES.values() if isinstance(p, Reading) and p.article is article)

    for name, function in (("intake", read_pages), ("article", read_article), ("what", code_article)):
        module = ModuleType(f"marsad.{name}")
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, f"marsad.{name}", module)
