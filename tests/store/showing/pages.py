"""Own short pages for tests of events: one attack as three outlets tell it, a copy, and what came after."""

from __future__ import annotations

import json
from pathlib import Path

FILLER = "ويقع المعسكر في محيط المدينة وتشرف عليه قيادة القوات المشتركة منذ سنوات."
PAGES = {
    "ten": {
        "title": "سقوط عشرة صواريخ على معسكر التاجي",
        "text": "أفاد مصدر عسكري عراقي بسقوط عشرة صواريخ على معسكر التاجي شمالي بغداد مساء الأربعاء "
        "11 آذار 2020، ما أدى إلى مقتل جنديين من التحالف الدولي.\n" + FILLER,
        "published": "2020-03-11", "outlet": "وكالة الرافد", "url": "https://rafid.example/10",
    },
    "fifteen": {
        "title": "15 صاروخا تستهدف معسكر التاجي شمال بغداد",
        "text": "تعرض معسكر التاجي مساء الأربعاء 11 مارس 2020 لقصف بخمسة عشر صاروخا، ما أسفر عن مقتل ثلاثة "
        "من جنود التحالف الدولي، وفق متحدث عسكري أميركي.\n" + FILLER,
        "published": "2020-03-12", "outlet": "صحيفة الميناء", "url": "https://mina.example/15",
    },
    "eighteen": {
        "title": "هجوم بثمانية عشر صاروخا على معسكر التاجي",
        "text": "أصاب هجوم بثمانية عشر صاروخا ليلة الأربعاء 11 مارس 2020 معسكر التاجي شمال بغداد وقُتل فيه "
        "ثلاثة من جنود التحالف الدولي، بحسب بلاغ للقيادة الأميركية.\n" + FILLER,
        "published": "2020-03-12", "outlet": "جريدة الأطلس", "url": "https://atlas.example/18",
    },
}  # fmt: skip


def written(folder: Path, *names: str) -> Path:
    """A file with these pages, one JSON record a line."""
    file = folder / f"{'-'.join(names)}.jsonl"
    lines = [json.dumps({"id": name, **PAGES[name]}, ensure_ascii=False) for name in names]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file
