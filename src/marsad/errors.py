"""Every error that Marsad raises on purpose; catch `MarsadError` or the one you can do something about.

MarsadError
├── PageError            a page cannot be used; the rest of the run goes on
│   ├── SourceUnreadable   the file cannot be opened, decompressed or is over the size limit
│   ├── NotText            the bytes are no text in any encoding that we know
│   ├── NotArabic          the text is in another language
│   └── NoArticle          there is no article in the page
├── DataMissing          a packaged table is missing or damaged
├── ExtraMissing         an optional part is not installed
├── EndpointFailed       the second reader's endpoint gives no answer that can be used
├── StoreError           the store cannot be used; what was kept before stays kept
│   ├── StoreUnreadable    there is none, it cannot be reached, or it is no store
│   ├── StoreTooNew        a newer Marsad made it
│   ├── StoreDamaged       the file is damaged
│   ├── StoreReadOnly      it may not be written to
│   ├── StoreFull          the disk is full
│   ├── StoreLocked        another process held it for too long
│   └── NotInStore         it knows no such id
└── BadUse               an argument makes no sense

A message says what was expected, what was found and what to do, in one line.
"""

from __future__ import annotations


class MarsadError(Exception):
    """The base of all of Marsad's own errors."""


class PageError(MarsadError):
    """One page cannot be read; carries the page's source."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(message)
        self.source = source


class SourceUnreadable(PageError):
    """The file cannot be opened or decompressed, is empty, or is over the size limit."""


class NotText(PageError):
    """The bytes are no text in any encoding that Marsad knows."""


class NotArabic(PageError):
    """The text is in another language than Arabic."""


class NoArticle(PageError):
    """The page holds no article."""


class DataMissing(MarsadError):
    """A packaged table is missing or damaged."""


class ExtraMissing(MarsadError):
    """What was asked for needs an optional part; the message says what to install."""


class EndpointFailed(MarsadError):
    """The second reader's endpoint gives no answer that can be used; never holds the key."""


class StoreError(MarsadError):
    """The store cannot be used; what was kept before stays kept."""


class StoreUnreadable(StoreError):
    """There is no store, it cannot be reached, or the file is none."""


class StoreTooNew(StoreError):
    """A newer version of Marsad made the store."""


class StoreDamaged(StoreError):
    """The store's file is damaged; `marsad doctor --store` says more."""


class StoreReadOnly(StoreError):
    """The store may not be written to."""


class StoreFull(StoreError):
    """The disk is full."""


class StoreLocked(StoreError):
    """Another process held the store for longer than a minute."""


class NotInStore(StoreError):
    """Nothing in the store has the id that was asked for."""


class BadUse(MarsadError):
    """An argument makes no sense; the command line exits with 2."""
