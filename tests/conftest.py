"""What the tests of several rooms share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line in this process: exit code, stdout, stderr."""

    def call(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(args))
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call
