"""Which coder wrote a row."""

from __future__ import annotations

from importlib.metadata import version


def coder_version() -> str:
    """The version of Marsad that is installed."""
    return version("marsad")
