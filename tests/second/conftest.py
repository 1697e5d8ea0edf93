"""No proxy stands between the tests and their stub, and no key of the user's is sent to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from marsad.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("MARSAD_LLM_KEY", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line in this process: exit code, stdout, stderr."""

    def call(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(args))
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return call
