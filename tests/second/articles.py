"""An article of our own, and proposals for it that quote it rightly."""

from __future__ import annotations

from datetime import date
from typing import Any

from marsad.records import Article, Published, Span

TITLE = "الدنمارك تسحب ثمانين مدربا من قاعدة الصفاء"
BODY = (
    "أعلن وزير الدفاع الدنماركي أن كوبنهاغن سحبت يوم الثلاثاء ثمانين مدربا من قاعدة الصفاء في العراق.\n"
    "وقال شهود إن مسلحين هاجموا دورية للشرطة قرب كركوك فقتلوا ثلاثة من عناصرها.\n"
    "وتعتزم النرويج نشر مئة جندي في الموصل، كما تعتزم السويد نشر مئتي جندي في أربيل.\n"
    "وتظاهر عشرات في البصرة."
)
TEXT = f"{TITLE}\n\n{BODY}"
ARTICLE = Article(
    "a1", "a.txt", TITLE, TEXT, Published(date(2021, 6, 10), "argument"), "المرصد", None, (), ()
)
WITHDRAWAL = BODY.split("\n")[0]
ATTACK, NORTH = BODY.split("\n")[1:3]


def article(text: str, published: date | None = None) -> Article:
    return Article(
        "t",
        "t.txt",
        text.split("\n")[0],
        text,
        published and Published(published, "argument"),
        None,
        None,
        (),
        (),
    )


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def withdrawal(**changed: Any) -> dict[str, Any]:
    """The withdrawal of the second paragraph as a good reader proposes it, with some cells changed."""
    proposal: dict[str, Any] = {
        "type": "withdraw",
        "quote": WITHDRAWAL,
        "trigger": "سحبت",
        "actors": ["DNK"],
        "recipients": [],
        "place": {"name": "قاعدة الصفاء", "country": "IQ"},
        "place_role": "from",
        "date": {"start": "2021-06-08", "end": "2021-06-08"},
        "quantity": {"low": 80, "high": 80},
        "fatalities": None,
        "wounded": None,
        "factuality": "happened",
        "attribution": "وزير الدفاع الدنماركي",
        "event": "e1",
        "words": {
            "actors": ["كوبنهاغن"],
            "place": "قاعدة الصفاء",
            "date": "يوم الثلاثاء",
            "quantity": "ثمانين مدربا",
            "attribution": "وزير الدفاع الدنماركي",
        },
    }
    return proposal | changed


def attack(**changed: Any) -> dict[str, Any]:
    """The attack of the third paragraph, without what nobody says."""
    proposal: dict[str, Any] = {
        "type": "attack",
        "quote": ATTACK,
        "trigger": "هاجموا",
        "actors": ["UNKNOWN_GUNMEN"],
        "factuality": "happened",
        "fatalities": {"low": 3, "high": 3},
        "attribution": "شهود",
        "words": {"actors": ["مسلحين"], "fatalities": "ثلاثة من عناصرها"},
    }
    return proposal | changed
