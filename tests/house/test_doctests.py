"""The examples in docstrings say what the code does."""

import doctest
import importlib
from pathlib import Path

import pytest

import marsad

SRC = Path(marsad.__file__).parent
MODULES = [
    ".".join(("marsad", *path.relative_to(SRC).with_suffix("").parts))
    for path in sorted(SRC.rglob("*.py"))
    if path.name not in ("__init__.py", "__main__.py") and ">>>" in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_right(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried and not failed
