"""The evaluation gate: fails when a figure falls under its pinned floor.

usage: python eval/gate.py [--update [--allow-regression]]

Scores Marsad on every gold file of eval/*.jsonl (our own articles), each room alone on eval/parts/*.jsonl
(our own sentences with every actor, place, time and quantity marked) and, where ../shared (or the folder that
MARSAD_SHARED names) is there, on its gold/dev.jsonl. Floors stand in eval/floors.json. `--update` raises them
to what is measured; a floor is lowered only with `--allow-regression`, and the commit then says why.
With MARSAD_CI=1 a missing ../shared is a failure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from marsad.evaluation import Evaluation, evaluate, figures

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# The coder is deterministic, but its dependencies' word lists may move: on the dev set (1,149 mentions) one
# flipped mention moves detection F1 by about 0.0009, so two may flip. In our own small files none may.
EPSILON = 0.002
ROOMS = ("who", "where", "when", "howmany")
SLOTS = ("all", "actors", "recipients", "place", "date", "quantity", "fatalities", "wounded", "attribution")
# Single types are not pinned: the rarer have 0 to 41 mentions in the dev set; `all` and `posture` hold them.
PINNED = (
    "detection.all.f1",
    "detection.posture.f1",
    *(f"arguments.{slot}.f1" for slot in SLOTS),
    "factuality_accuracy",
    "exact.all.f1",
    "exact.posture.f1",
    "coreference_b3",
    *(f"matched.{slot}.f1" for slot in ("actors", "place", "date", "quantity")),
)
PARTS = tuple(f"rooms.{room}.{figure}" for room in ROOMS for figure in ("f1", "resolved"))


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one gold file, and the SHA-256 of the file they were measured on."""

    digest: str
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one gold file gives today; `failures` are its unreadable lines and broken articles."""

    digest: str
    figures: Mapping[str, float]
    failures: tuple[str, ...]


def gold_files(folder: Path = HERE, shared: Path | None = None) -> dict[str, Path]:
    """The gold files that are there, by the name of their set."""
    files = {path.stem: path for path in sorted(folder.glob("*.jsonl"))}
    files |= {f"parts/{path.stem}": path for path in sorted((folder / "parts").glob("*.jsonl"))}
    dev = (shared or shared_folder()) / "gold" / "dev.jsonl"
    return files | ({"dev": dev} if dev.is_file() else {})


def shared_folder() -> Path:
    """Where the gold standard lies, if it lies anywhere."""
    return Path(os.environ.get("MARSAD_SHARED") or HERE.parents[1] / "shared")


def measured(path: Path, result: Evaluation) -> Measured:
    """The pinned figures of an evaluation of the gold file at `path`."""
    named = figures(result.score)
    wanted = PARTS if result.score.rooms else PINNED
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Measured(
        digest, {name: named[name] for name in wanted}, tuple(failure.message for failure in result.failures)
    )


def missed(name: str, pinned: Pinned | None, found: Measured | None) -> list[str]:
    """One line for each reason why a set does not pass."""
    if found is None:
        return [f"{name}: its gold file is not there"]
    reasons = [f"{name}: {message}" for message in found.failures]
    if pinned is None:
        return [*reasons, f"{name}: no floors are pinned; run eval/gate.py --update"]
    if pinned.digest != found.digest:
        return [*reasons, f"{name}: its gold file changed since it was pinned; run eval/gate.py --update"]
    for figure in under(pinned, found):
        floor, value = pinned.floors[figure], found.figures.get(figure, 0.0)
        reasons.append(f"{name}: {figure} is {value:.4f}, its floor is {floor:.4f}")
    return reasons


def under(pinned: Pinned, found: Measured) -> list[str]:
    """The figures that fall under their floors by more than the tolerance."""
    return [name for name, floor in pinned.floors.items() if found.figures.get(name, 0.0) < floor - EPSILON]


def raised(pinned: Pinned | None, found: Measured, allow_regression: bool = False) -> Pinned:
    """The floors raised to what was measured; those that it falls under stay, or are lowered if allowed."""
    old = dict(pinned.floors) if pinned else {}
    if pinned and allow_regression:
        for name in under(pinned, found):
            del old[name]
    return Pinned(found.digest, {name: max(now, old.get(name, 0.0)) for name, now in found.figures.items()})


def read_floors(path: Path) -> dict[str, Pinned]:
    """The pinned floors by set; none where the file is not there."""
    if not path.exists():
        return {}
    rows = json.loads(path.read_text("utf-8"))
    return {name: Pinned(row["digest"], row["floors"]) for name, row in rows.items()}


def write_floors(floors: Mapping[str, Pinned], path: Path) -> None:
    """Pin the floors, sets in the order of their names."""
    rows = {name: {"digest": pin.digest, "floors": dict(pin.floors)} for name, pin in sorted(floors.items())}
    path.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")


def update(found: Mapping[str, Measured], path: Path, allow_regression: bool) -> list[str]:
    """Raise the floors of the sets that are there; where a reason speaks against it, write nothing."""
    floors, refused = read_floors(path), []
    for name, now in found.items():
        pinned = floors.get(name)
        refused += [f"{name}: {message}" for message in now.failures]
        if pinned and not allow_regression:
            refused += [
                f"{name}: {figure} would be lowered to {now.figures.get(figure, 0.0):.4f}"
                for figure in under(pinned, now)
            ]
        floors[name] = raised(pinned, now, allow_regression)
    if not refused:
        write_floors(floors, path)
    return refused


def check(found: Mapping[str, Measured], floors: Mapping[str, Pinned], in_ci: bool) -> list[str]:
    """Every reason to fail over all sets; on a user's machine the dev set may be absent."""
    names = sorted({*floors, *found, *(["dev"] if in_ci else [])})
    wanted = [name for name in names if name in found or name != "dev" or in_ci]
    return [reason for name in wanted for reason in missed(name, floors.get(name), found.get(name))]


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; 0 when every floor holds, 1 with one line per reason when not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    options = parser.parse_args(arguments)
    found = {name: measured(path, evaluate(path)) for name, path in gold_files().items()}
    in_ci = os.environ.get("MARSAD_CI") == "1"
    if options.update:
        reasons = update(found, FLOORS, options.allow_regression)
    else:
        reasons = check(found, read_floors(FLOORS), in_ci)
    for name, now in found.items():
        print(name, " ".join(f"{figure} {value:.4f}" for figure, value in now.figures.items()))
    if "dev" not in found and not in_ci:
        print(f"dev: {shared_folder()} is not there, its floors are not checked", file=sys.stderr)
    for reason in reasons:
        print(f"gate: {reason}", file=sys.stderr)
    return 1 if reasons else 0


if __name__ == "__main__":
    sys.exit(main())
