"""What may be told: lines without the key, and the same for the log of the HTTP library."""

from __future__ import annotations

import logging

TOLD = 200  # characters of what an endpoint says that are told on
HIDDEN = "***"
_LOGGERS = ("httpx", *(f"httpcore.{part}" for part in ("connection", "http11", "http2", "proxy", "socks")))


def without_key(words: str, *secrets: str | None) -> str:
    """The words with *** for each secret, and with no half character that no file can hold."""
    whole = words.encode("utf-8", "replace").decode("utf-8")
    for secret in filter(None, secrets):
        whole = whole.replace(secret, HIDDEN)
    return whole


def told(words: object, key: str | None) -> str:
    """What an endpoint says, on one line, cut, and without the key should it be repeated there."""
    line = " ".join(without_key(f"{words}", key).split())
    return line if len(line) <= TOLD else f"{line[:TOLD]}…"


class Discretion(logging.Filter):
    """Keeps secrets out of the HTTP library's log, also where an endpoint repeats them."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__()
        self._secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; every record passes."""
        record.msg, record.args = without_key(record.getMessage(), *self._secrets), None
        return True

    def begin(self) -> None:
        """Stand before the library's loggers."""
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def end(self) -> None:
        """Stand there no more."""
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self)
