"""What a benchmark is, for `run.py`."""

from __future__ import annotations

import argparse
from dataclasses import Field
from typing import Any, ClassVar, Protocol


class Figures(Protocol):
    """A dataclass of what was measured."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def lines(self) -> list[str]:
        """The figures as text."""


class Benchmark(Protocol):
    """A module that measures one thing."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the benchmark's own options."""

    def run(self, options: argparse.Namespace) -> Figures:
        """Measure; raises `MarsadError` when that cannot be done."""
