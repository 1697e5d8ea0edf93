"""The gate: floors are pinned, raised, not lowered by accident, and missed with one line each."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from marsad.evaluation import Evaluation, evaluate, figures, read_gold, score
from marsad.records import Failure

GATE = Path(__file__).parents[2] / "eval" / "gate.py"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("marsad_gate", GATE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


GOOD = {"detection.all.f1": 0.8, "exact.all.f1": 0.3}


def found(gate: ModuleType, digest: str = "d", failures: tuple[str, ...] = (), **figures_: float) -> object:
    return gate.Measured(digest, {**GOOD, **{k.replace("_", "."): v for k, v in figures_.items()}}, failures)


def test_floors_that_hold_pass(gate: ModuleType) -> None:
    pinned = gate.Pinned("d", {"detection.all.f1": 0.8, "exact.all.f1": 0.3015})
    assert gate.missed("own", pinned, found(gate)) == []


def test_each_missed_floor_is_one_line(gate: ModuleType) -> None:
    pinned = gate.Pinned("d", {"detection.all.f1": 0.81, "exact.all.f1": 0.4, "coreference_b3": 0.1})
    assert gate.missed("own", pinned, found(gate)) == [
        "own: detection.all.f1 is 0.8000, its floor is 0.8100",
        "own: exact.all.f1 is 0.3000, its floor is 0.4000",
        "own: coreference_b3 is 0.0000, its floor is 0.1000",
    ]


def test_a_set_that_is_new_changed_gone_or_broken_fails(gate: ModuleType) -> None:
    pinned = gate.Pinned("d", GOOD)
    assert "no floors are pinned" in gate.missed("own", None, found(gate))[0]
    assert "changed" in gate.missed("own", pinned, found(gate, digest="e"))[0]
    assert gate.missed("own", pinned, None) == ["own: its gold file is not there"]
    assert gate.missed("own", pinned, found(gate, failures=("line 3: bad",))) == ["own: line 3: bad"]


def test_the_dev_set_may_be_absent_only_outside_ci(gate: ModuleType) -> None:
    floors = {"own": gate.Pinned("d", GOOD), "dev": gate.Pinned("d", GOOD)}
    assert gate.check({"own": found(gate)}, floors, False) == []
    assert gate.check({"own": found(gate)}, floors, True) == ["dev: its gold file is not there"]
    assert gate.check({"dev": found(gate)}, floors, False) == ["own: its gold file is not there"]
    assert gate.check({}, {}, True) == ["dev: its gold file is not there"]


def test_update_raises_and_refuses_to_lower(gate: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert gate.update({"own": found(gate)}, path, False) == []
    assert gate.update({"own": found(gate, exact_all_f1=0.5)}, path, False) == []
    assert gate.read_floors(path)["own"].floors["exact.all.f1"] == 0.5
    before = path.read_bytes()
    refused = gate.update({"own": found(gate, exact_all_f1=0.4, detection_all_f1=0.9)}, path, False)
    assert refused == ["own: exact.all.f1 would be lowered to 0.4000"]
    assert path.read_bytes() == before
    assert gate.update({"own": found(gate, exact_all_f1=0.4, detection_all_f1=0.9)}, path, True) == []
    assert gate.read_floors(path)["own"].floors == {"detection.all.f1": 0.9, "exact.all.f1": 0.4}


def test_update_does_not_creep_down_within_the_tolerance(gate: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    gate.update({"own": found(gate)}, path, False)
    for step in (0.799, 0.7985):
        assert gate.update({"own": found(gate, detection_all_f1=step)}, path, False) == []
    assert gate.read_floors(path)["own"].floors["detection.all.f1"] == 0.8


def test_update_keeps_absent_sets_and_takes_a_changed_file(gate: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    gate.update({"own": found(gate), "dev": found(gate)}, path, False)
    gate.update({"own": found(gate, digest="new")}, path, False)
    assert {name: pin.digest for name, pin in gate.read_floors(path).items()} == {"dev": "d", "own": "new"}
    assert gate.update({"own": found(gate, failures=("line 1: bad",))}, path, False) == ["own: line 1: bad"]


def test_every_pinned_figure_is_one_that_the_scorer_prints(gate: ModuleType) -> None:
    assert set(gate.PINNED) <= set(figures(score([], {})))


def test_gold_files_are_our_own_and_the_dev_set(gate: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").touch()
    (tmp_path / "gold").mkdir()
    assert set(gate.gold_files(tmp_path, tmp_path)) == {"own"}
    (tmp_path / "gold" / "dev.jsonl").touch()
    assert gate.gold_files(tmp_path, tmp_path)["dev"] == tmp_path / "gold" / "dev.jsonl"


def test_the_gate_runs_from_end_to_end(
    gate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mention = {"type": "attack", "start": 0, "end": 3, "sentence": [0, 9], "factuality": "happened"}
    line = {"id": "a", "text": "قصف المطار", "published": None, "mentions": [mention]}
    gold = tmp_path / "own.jsonl"
    gold.write_text(json.dumps(line) + "\n", "utf-8")

    def faked(path: Path) -> Evaluation:
        articles = list(read_gold(path))
        return Evaluation(score(articles, {a.id: a.mentions for a in articles}), (), (), failures)

    failures: tuple[Failure, ...] = ()
    monkeypatch.setattr(gate, "evaluate", faked)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "gold_files", lambda: {"own": gold})
    monkeypatch.delenv("MARSAD_CI", raising=False)
    assert gate.main([]) == 1
    assert "gate: own: no floors are pinned" in capsys.readouterr().err
    assert gate.main(["--update"]) == 0
    assert gate.main([]) == 0
    printed = capsys.readouterr()
    assert "detection.all.f1 1.0000" in printed.out and "not checked" in printed.err
    failures = (Failure("a", "what", "IndexError", "article a: IndexError"),)
    assert gate.main([]) == 1
    monkeypatch.setenv("MARSAD_CI", "1")
    assert gate.main([]) == 1
    assert "gate: dev: its gold file is not there" in capsys.readouterr().err


def test_the_gate_scores_with_marsads_own_evaluation(gate: ModuleType) -> None:
    assert gate.evaluate is evaluate
