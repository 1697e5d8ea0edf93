"""Own pages for the tests of the store, and what a store holds in a form that can be compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import select

from marsad.store import Store
from marsad.store.schema import articles, events, judgements, mentions, pages, parties

HANDED = "سلّمت القوات الفرنسية قاعدة النهر الجوية إلى الجيش المالي الأربعاء، وفق بيان لهيئة الأركان."
FIGURES = "قُتل سبعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي الأربعاء."
OTHERS = "قتل عشرة جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري."


def record(id: str, outlet: str, title: str, text: str, day: str = "2022-06-16") -> str:
    fields = {"id": id, "outlet": outlet, "title": title, "text": text, "published": day}
    return json.dumps(fields | {"url": f"https://{outlet}.example/{id}"}, ensure_ascii=False)


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def two_reports(folder: Path) -> Path:
    """Two outlets on one attack, with tolls that differ."""
    return write(
        folder / "two.jsonl",
        record("n1", "nahr", "مقتل سبعة جنود في هجوم على ثكنة في غاو", FIGURES),
        record("w2", "wadi", "عشرة قتلى من الجيش في هجوم على ثكنة غاو", OTHERS),
    )


LEFT_OUT = {"run", "added_at", "updated_at", "at", "retired", "seen_at", "fetched_at", "id_", "undone"}


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that a store holds, but for times and the numbers of runs and judgements."""
    held = {}
    with store.reading() as connection:
        for table in (pages, articles, mentions, events, parties, judgements):
            names = [
                c for c in table.c if c.name not in LEFT_OUT and not (table is judgements and c.name == "id")
            ]
            held[table.name] = sorted(map(tuple, connection.execute(select(*names))), key=repr)
    return held
