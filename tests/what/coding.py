"""Self-written newsroom sentences as small articles: `sentence | expected` tables in, coded mentions out."""

from __future__ import annotations

from datetime import date

from marsad.article import bare_article
from marsad.records import Article, EventMention
from marsad.what import code_article

DAY = date(2020, 3, 28)
HEADLINE = "حصاد اليوم"  # states no event
ABOUT_FORCES = "وحضر الضابط المناوب في غرفة الجيش، ومعه ضابط من القوات المسلحة، نشرة الطقس في المعسكر."

AN_ATTACK = "وأطلق مسلحون مجهولون النار على دورية للجيش فجر أمس قرب المعبر، ما أسفر عن مقتل جنديين."


def rows(table: str) -> list[list[str]]:
    """The lines of a table, each parted at its bars."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def in_story(sentence: str) -> Article:
    """A sentence in the body of a story about forces."""
    return bare_article("story", f"{HEADLINE}\n\n{sentence}.\n{ABOUT_FORCES}", DAY)


def in_news(sentence: str) -> Article:
    """A sentence in a story that goes on to report an attack: there a noun alone states one."""
    return bare_article("news", f"{HEADLINE}\n\n{sentence}.\n{AN_ATTACK}\n{ABOUT_FORCES}", DAY)


def alone(sentence: str) -> Article:
    """A sentence that is the whole body."""
    return bare_article("alone", f"{HEADLINE}\n\n{sentence}.", DAY)


def as_title(sentence: str) -> Article:
    """A headline over a body that states no event."""
    return bare_article("title", f"{sentence}\n\n{ABOUT_FORCES}", DAY)


def coded(article: Article) -> tuple[EventMention, ...]:
    """The article's mentions."""
    return code_article(article)


def told(article: Article) -> str:
    """Its mentions as `type:trigger`, in order of the text."""
    spans = [(m.type, m.trigger) for m in coded(article)]
    return " ".join(f"{kind}:{article.text[span.start : span.end]}" for kind, span in spans)


def sides(mention: EventMention) -> str:
    """A mention's actors, `>` and its recipients, both sorted; `-` where there are none."""
    both = (mention.actors, mention.recipients)
    return " > ".join(" ".join(sorted({a.value.code for a in side})) or "-" for side in both)


def codes(article: Article) -> str:
    """The parties of its first mention."""
    return sides(coded(article)[0])
