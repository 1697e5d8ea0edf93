"""The house rules: who may import whom, module sizes, no Arabic knowledge in code, no invisible controls."""

import ast
import re
from pathlib import Path

import pytest

import marsad

SRC = Path(marsad.__file__).parent
ROOMS = (
    "intake",
    "article",
    "who",
    "where",
    "when",
    "howmany",
    "entities",
    "what",
    "lines",
    "read",
    "same",
    "store",
    "export",
    "evaluation",
    "second",
    "codebook",
    "cli",
)
OPEN_TO_ALL = {"records", "errors", "data", "arabic"}
MODULES = sorted(SRC.rglob("*.py"))
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def room_of(path: Path) -> str:
    first = path.relative_to(SRC).parts[0]
    return first.removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "marsad" else [f"marsad.{a.name}" for a in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("marsad.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    room = room_of(path)
    allowed = {
        "__init__": set(ROOMS) | OPEN_TO_ALL,
        "records": set(),
        "errors": set(),
        "data": {"errors"},
        "arabic": {"records", "errors", "data"},
    }.get(room)
    if allowed is None:
        assert room in ROOMS, f"{room} is no room of the house plan"
        allowed = OPEN_TO_ALL | set(ROOMS[: ROOMS.index(room)])
    assert imported_rooms(path) - {room} <= allowed


def test_the_import_check_sees_a_wrong_import(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from marsad.cli import main\nimport marsad.what\n", "utf-8")
    assert imported_rooms(wrong) == {"cli", "what"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_has_at_most_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_arabic_words_live_in_tables(path: Path) -> None:
    """Outside docstrings a literal holds at most three Arabic letters in a row: endings, never words."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    if path.name == "fold.py":  # its literals are alphabets: letter → letter
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            assert not re.search("[\u0621-\u064a]{4,}", node.value), node.value


def sources() -> list[Path]:
    root = Path(__file__).parents[2]
    kinds = {".py", ".csv", ".md", ".toml", ".txt", ".html", ".json", ".jsonl"}
    folders = ("src", "tests", "docs", "eval", "bench")
    return [p for f in folders for p in (root / f).rglob("*") if p.suffix in kinds] + list(root.glob("*.md"))


def test_no_invisible_bidi_controls() -> None:
    bad = [str(p) for p in sources() if BIDI.search(p.read_bytes().decode("utf-8", "ignore"))]
    assert bad == []
