"""A page's article and mentions, made by hand: the words are found in the text, so spans cannot drift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from marsad.read import Reading
from marsad.records import (
    Actor,
    Article,
    Defect,
    EventMention,
    Found,
    Place,
    Published,
    Quantity,
    Run,
    Span,
    When,
)

TITLE = "فرنسا تسحب مئتي جندي من معسكر النخيل"
BODY = (
    "أعلن الناطق باسم الأركان أن باريس سحبت الخميس مئتي جندي من معسكر النخيل وسلمته إلى الجيش العراقي.\n"
    "وقصفت طائرات <مجهولة> الأسبوع الماضي معسكر النخيل فقتل ثلاثة جنود وجرح نحو عشرين.\n"
    "وطالب نواب بانسحاب بقية القوات قبل نهاية العام."
)
TEXT = f"{TITLE}\n\n{BODY}"


def at(words: str, nth: int = 0) -> Span:
    """Where the words stand in the text, for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def actor(code: str, name: str, *spans: Span, kind: str = "state") -> Found[Actor]:
    return Found(Actor(code, name, kind), spans, "subject")


FRANCE = actor("FRA", "فرنسا", at("باريس"), at("فرنسا"))
IRAQ = actor("IRQ", "الجيش العراقي", at("الجيش العراقي"))
CAMP = Found(
    Place("معسكر النخيل", "IQ", "base", "site", 33.5, 44.2, "base:1"), (at("معسكر النخيل", 1),), "from"
)
THURSDAY = Found(When(date(2020, 3, 26), date(2020, 3, 26), "day", "published"), (at("الخميس"),), "weekday")
LAST_WEEK = Found(
    When(date(2020, 3, 16), date(2020, 3, 22), "week", "published"), (at("الأسبوع الماضي"),), "week"
)
TWO_HUNDRED = Found(Quantity(200, 200, "soldier", "force"), (at("مئتي جندي", 1),), "object")
SPOKESMAN = Found("الناطق باسم الأركان", (at("الناطق باسم الأركان"),), "said")


def sentence(words: str) -> Span:
    """The line of the text that holds the words."""
    start = TEXT.rindex("\n", 0, at(words).start) + 1
    end = TEXT.find("\n", start)
    return Span(start, end if end >= 0 else len(TEXT))


WITHDRAWAL = EventMention(
    type="withdraw",
    trigger=at("سحبت"),
    sentence=sentence("سحبت"),
    frame="withdraw.sahab",
    actors=(FRANCE,),
    recipients=(),
    place=CAMP,
    place_role="from",
    date=THURSDAY,
    quantity=TWO_HUNDRED,
    fatalities=None,
    wounded=None,
    factuality=Found("happened", (), "past"),
    attribution=SPOKESMAN,
    event="e1",
)
HANDOVER = replace(
    WITHDRAWAL,
    type="handover",
    trigger=at("وسلمته"),
    recipients=(IRAQ,),
    place_role="at",
    quantity=None,
    event="e2",
)
STRIKE = replace(
    WITHDRAWAL,
    type="attack",
    trigger=at("وقصفت"),
    sentence=sentence("وقصفت"),
    actors=(actor("طائرات <مجهولة>", "طائرات <مجهولة>", at("طائرات <مجهولة>"), kind="generic"),),
    place=replace(CAMP, spans=(at("معسكر النخيل", 2),)),
    place_role="at",
    date=LAST_WEEK,
    quantity=None,
    fatalities=Found(Quantity(3, 3), (at("ثلاثة جنود"),), "killed"),
    wounded=Found(Quantity(18, 22), (at("نحو عشرين"),), "wounded"),
    attribution=None,
    event="e3",
)
DEMAND = replace(
    WITHDRAWAL,
    type="withdraw",
    trigger=at("بانسحاب"),
    sentence=sentence("بانسحاب"),
    actors=(),
    place=None,
    place_role=None,
    date=Found(When(None, None, "unresolved", "unresolved"), (at("نهاية العام"),), "end of year"),
    quantity=None,
    factuality=Found("demanded", (at("وطالب"),), "verb"),
    attribution=Found("نواب", (at("نواب"),), "said"),
    event="e4",
)
HEADLINE = replace(
    WITHDRAWAL,
    trigger=at("تسحب"),
    sentence=Span(0, len(TITLE)),
    actors=(actor("FRA", "فرنسا", at("فرنسا")),),
    place=replace(CAMP, spans=(at("معسكر النخيل"),)),
    date=None,
    quantity=replace(TWO_HUNDRED, spans=(at("مئتي جندي"),)),
    attribution=None,
)
ARTICLE = Article(
    id="a",
    source="pages/camp.html",
    title=TITLE,
    text=TEXT,
    published=Published(date(2020, 3, 28), "option"),
    outlet="وكالة الأفق",
    url="https://example.org/camp?a=1&b=2",
    defects=(Defect("share_bar", "شارك الخبر", None), Defect("headline_variant", "فرنسا تسحب جنودها", None)),
    runs=(Run(0, 0, len(TEXT)),),
)
READING = Reading(ARTICLE, (HEADLINE, WITHDRAWAL, HANDOVER, STRIKE, DEMAND))
SILENT = Reading(replace(ARTICLE, id="b", source="pages/rain.html", title="أمطار", text="أمطار\n\nهطلت."), ())
