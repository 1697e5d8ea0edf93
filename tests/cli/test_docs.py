"""The README says what the program does: its example, its commands and options, its two set-up lines."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from marsad.cli.app import app
from tests.cli.readme import BLOCK, README, ROOT, with_output

TEXT = README.read_text("utf-8")
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
OPTIONS = [
    pytest.param(name, option, id=f"{name} {option}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--")
]


def test_the_example_prints_what_the_readme_shows() -> None:
    assert BLOCK.search(TEXT), "the example's marks are gone"
    assert with_output(TEXT) == TEXT, "run: python tests/cli/readme.py"


def test_the_example_is_worth_showing() -> None:
    block = BLOCK.search(TEXT)
    assert block and len(block[3].splitlines()) > 10
    assert re.search("[\u0600-\u06ff]", block[3]) and "factuality" in block[3]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`marsad {name}" in TEXT


@pytest.mark.parametrize(("name", "option"), OPTIONS)
def test_every_option_is_in_the_readme(name: str, option: str) -> None:
    """Options of `read` in its own table, those of the others in the line of their command."""
    [line] = [line for line in TEXT.splitlines() if line.startswith(f"| `marsad {name}")]
    assert f"`{option}" in (TEXT[TEXT.index("Options of `marsad read`") :] if name == "read" else line)


@pytest.mark.parametrize("option", ["--version", "--debug"])
def test_the_options_before_a_command_too(option: str) -> None:
    assert f"`{option}`" in TEXT


def test_the_two_set_up_lines_stand_as_they_are_run() -> None:
    lines = [line.strip() for line in TEXT.splitlines() if line.startswith("    python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith(".venv/bin/marsad demo") and lines[1].endswith(".venv/bin/python -m pytest")
    first = next(line for line in TEXT.splitlines() if "-m pytest" in line)
    assert first.strip() == lines[1], ".ci/run takes the first line that holds -m pytest"
    for line in lines:
        subprocess.run(["sh", "-n", "-c", line], check=True)


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_links_and_named_files_exist(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    links = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    paths = re.findall(r"`((?:src|tests|eval|bench|tools|data|\.ci)/[\w./-]*)`", text)
    for path in [*links, *paths]:
        assert (ROOT / path).exists() or (ROOT / "src/marsad" / path).exists(), path


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [p for p in (ROOT / "src/marsad").iterdir() if p.is_dir() or p.suffix == ".py"]
    named = {f"`{p.name}/`" if p.is_dir() else f"`{p.name}`" for p in rooms if not p.name.startswith("__")}
    assert {name for name in named if name not in text} == set()


def test_contributing_is_one_page_with_five_steps_each() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(text.splitlines()) <= 60
    recipes = re.split(r"^## Add ", text, flags=re.M)[1:]
    assert [recipe.split("\n")[0] for recipe in recipes] == ["a trigger", "an actor", "a base", "an export"]
    assert all(len(re.findall(r"^\d\. ", recipe, re.M)) == 5 for recipe in recipes)


def test_ci_runs_the_readmes_line_then_lint_types_and_gate() -> None:
    ci = Path(ROOT / ".ci/run").read_text("utf-8")
    steps = ["-m pytest", "ruff check", "ruff format --check", "mypy", "eval/gate.py"]
    assert [ci.index(step) for step in steps] == sorted(ci.index(step) for step in steps)
