"""Our figures are those of the gold standard's own script, letter by letter, on the dev set."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from marsad.evaluation import (
    Difference,
    evaluate,
    gold_article,
    read_gold,
    report,
    report_json,
    score,
    write_predictions,
)

pytestmark = pytest.mark.shared
Line = dict[str, Any]
Mention = dict[str, Any]
TYPES = (
    "withdraw",
    "deploy",
    "handover",
    "suspend",
    "resume",
    "force_level",
    "seize",
    "attack",
    "protest",
    "x",
)
NAMES = (
    *(
        "USA",
        "usa",
        "الجيش الوطني",
        "الجيش العراقي",
        "القوات العراقية",
        "الحكومة العراقية",
        "العراقية السورية",
    ),
    *("قوات سوريا الديمقراطية", "مدينة الموصل", "قاعدة جوية", "الناطق باسم الجيش", "بيان", ""),
)


def drawn(mention: Mention, dice: random.Random) -> Mention | None:
    """The mention lost, kept, doubled in part or changed in one or several ways."""
    changes: list[Callable[[Mention, random.Random], None]] = [
        retyped,
        shifted,
        renamed,
        misdated,
        miscounted,
    ]
    changed = dict(mention)
    for change in dice.sample(changes, dice.randint(0, 3)):
        change(changed, dice)
    return None if dice.random() < 0.2 else changed


def retyped(mention: Mention, dice: random.Random) -> None:
    mention["type"] = dice.choice(TYPES)
    mention["factuality"] = dice.choice(["happened", "planned", None])


def shifted(mention: Mention, dice: random.Random) -> None:
    by = dice.choice([-40, -3, -1, 1, 2, 60, 400])
    mention["start"], mention["end"] = max(0, mention["start"] + by), max(0, mention["end"] + by)
    mention["event"] = dice.choice([mention["event"], "e1", "e7"])


def renamed(mention: Mention, dice: random.Random) -> None:
    mention["actors"] = dice.sample(NAMES, dice.randint(0, 3)) + [
        code.lower() for code in mention["actors"][:1]
    ]
    mention["attribution"] = dice.choice([None, *NAMES, mention["attribution"]])
    place = mention["place"] or {"name": "", "country": None}
    mention["place"] = {
        "name": dice.choice(["", place["name"], place["name"].split(" ")[-1], "شمال " + place["name"]]),
        "names": dice.sample(NAMES, 1),
        "country": dice.choice([place["country"], None, "IQ"]),
    }


def misdated(mention: Mention, dice: random.Random) -> None:
    mention["date"] = dice.choice(
        [None, {}, {"start": "2020-03-26", "end": "2020-03-26"}, {"start": None, "end": None}]
    )


def miscounted(mention: Mention, dice: random.Random) -> None:
    for slot in ("quantity", "fatalities", "wounded"):
        near = dice.choice([0.88, 0.9, 0.905, 1, 1.1, 1.11, 1.115, 1.13])
        ends = mention[slot] or dice.choice([None, {}, {"low": 0, "high": 0}, {"low": 7, "high": None}])
        mention[slot] = ends and {end: n and n * near for end, n in ends.items()}


def perturbed(gold: list[Line], seed: int) -> list[Line]:
    dice = random.Random(seed)
    lines = []
    for line in dice.sample(gold, len(gold) - 9):
        mentions = [new for old in line["mentions"] for new in (drawn(old, dice),) if new]
        lines.append({"id": line["id"], "mentions": mentions + dice.sample(mentions, len(mentions) // 5)})
    return lines


def without_labels(gold: list[Line]) -> list[Line]:
    dropped = ("event", "sentence", "actors", "place", "factuality")
    bare = [[{k: v for k, v in m.items() if k not in dropped} for m in line["mentions"]] for line in gold]
    return [{"id": line["id"], "mentions": mentions} for line, mentions in zip(gold, bare, strict=True)]


MAKERS: dict[str, Callable[[list[Line]], list[Line]]] = {
    "the gold itself": lambda gold: gold,
    "nothing": lambda gold: [],
    "no mentions": lambda gold: [{"id": line["id"], "mentions": []} for line in gold],
    "triggers and types only": without_labels,
    **{f"perturbed with seed {seed}": lambda gold, seed=seed: perturbed(gold, seed) for seed in (1, 2, 3)},
}


def script(shared: Path, predicted: Path, *options: str) -> str:
    command = [sys.executable, "-B", shared / "gold" / "score.py", shared / "gold" / "dev.jsonl", predicted]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", MAKERS)
def test_text_and_json_are_those_of_the_script(name: str, shared: Path, tmp_path: Path) -> None:
    dev, predicted = shared / "gold" / "dev.jsonl", tmp_path / "predicted.jsonl"
    gold = [json.loads(line) for line in dev.read_text("utf-8").splitlines()]
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in MAKERS[name](gold))
    predicted.write_text("".join(lines), "utf-8")
    found: list[Difference] = []
    ours = score(read_gold(dev), {line.id: line.mentions for line in read_gold(predicted)}, found)
    assert report(ours) + "\n" == script(shared, predicted)
    assert report_json(ours) + "\n" == script(shared, predicted, "--json")
    theirs = script(shared, predicted, "--errors", "100000").splitlines()[len(report(ours).splitlines()) :]
    told = [(error["id"], error["kind"]) for error in map(json.loads, theirs)]
    assert [(difference.article.id, difference.kind) for difference in found] == told


def test_the_perturbed_sets_are_hard_enough_to_tell_scorers_apart(shared: Path) -> None:
    """Every row of the report moves away from 0 and 1, so that agreement is agreement on something."""
    gold = list(read_gold(shared / "gold" / "dev.jsonl"))
    raw = [json.loads(line) for line in (shared / "gold" / "dev.jsonl").read_text("utf-8").splitlines()]
    predicted = {line["id"]: gold_article(line).mentions for line in perturbed(raw, 1)}
    found = score(gold, predicted)
    rows = [row.f1 for part in (found.detection, found.arguments, found.exact) for row in part.values()]
    told = [f1 for f1 in rows if 0 < f1 < 1]
    assert len(told) == len(rows) - 1  # the dev set holds no `resume`
    assert 0.1 < found.coreference_b3 < 0.99


def test_what_was_coded_scores_the_same_once_written(shared: Path, tmp_path: Path) -> None:
    """Our own coder, end to end: the figures are the script's on the written predictions."""
    result = evaluate(shared / "gold" / "dev.jsonl")
    write_predictions(tmp_path / "predicted.jsonl", result.coded)
    assert report(result.score) + "\n" == script(shared, tmp_path / "predicted.jsonl")
    assert result.failures == ()
