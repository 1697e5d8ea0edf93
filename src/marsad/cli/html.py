"""Readings as one self-contained page, right to left: each paragraph, beside it the mentions that it states.

Templates, style and interface words stand in data/report/; nothing is loaded from outside and no script runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from rich.text import Text

import marsad
from marsad.cli.explain import Teller, numbered
from marsad.cli.fields import Shown, fields, plain
from marsad.cli.highlight import PRECEDENCE, Mark, anchor, marked, marks
from marsad.cli.labels import ARABIC, ENGLISH, label, names
from marsad.data import damaged, read_text
from marsad.read import Reading
from marsad.records import Article, Defect, EventMention, Explanation, Failure, Published, Span

_ARABIC = re.compile("[\u0600-\u06ff]")
UNITS = ("quantity", "munitions", "fatalities", "wounded")  # fields whose code is a unit
_OFFSETS, _LEFT_TO_RIGHT = re.compile(r"\d+–\d+"), r'<bdi dir="ltr">\g<0></bdi>'
_WEB = re.compile("https?://", re.IGNORECASE)


def write_html(path: Path, readings: Sequence[Reading], failures: Sequence[Failure]) -> None:
    """Write the page; a character that no text can hold (a broken file name) is written as an escape."""
    path.write_text(html_page(readings, failures), encoding="utf-8", errors="backslashreplace")


def html_page(readings: Sequence[Reading], failures: Sequence[Failure] = ()) -> str:
    """The whole page."""
    return _fill(
        "page",
        style=_template("style.css").template,
        articles_count=f"{len(readings):,}",
        mentions_count=f"{sum(len(reading.mentions) for reading in readings):,}",
        failures_count=f"{len(failures):,}",
        legend="".join(f'<li><i class="s-{slot}">{_label("field", slot)}</i></li>' for slot in PRECEDENCE),
        keys="".join(
            f'<li><i class="key f-{name}">{_label("factuality", name)}</i></li>'
            for name in names("factuality")
        ),
        index=_index(readings),
        articles="".join(_article(number, reading) for number, reading in enumerate(readings, 1)),
        failures=_failures(failures),
        version=marsad.__version__,
    )


@cache
def _template(name: str) -> Template:
    return Template(read_text(f"report/{name}"))


def _fill(name: str, **parts: str) -> str:
    try:
        return _template(f"{name}.html").substitute(parts)
    except (KeyError, ValueError) as error:
        raise damaged(
            f"report/{name}.html", "a template with the fields of this version", str(error)
        ) from error


def _label(kind: str, name: str) -> str:
    """A label in Arabic with the English one small beside it."""
    both = label(kind, name)
    return f'{_isolated(both.ar)} <small lang="en" dir="ltr">{escape(both.en)}</small>'


def _isolated(text: str) -> str:
    """Text that its surroundings cannot turn round; what holds no Arabic runs from left to right."""
    return f"<bdi>{escape(text)}</bdi>" if _ARABIC.search(text) else f'<bdi dir="ltr">{escape(text)}</bdi>'


def _index(readings: Sequence[Reading]) -> str:
    """Links to the articles, where there are several."""
    if len(readings) < 2:
        return ""
    items = (
        f'<li><a href="#a{number}">{_isolated(plain(reading.article.title))}</a> '
        f"<small>{len(reading.mentions)}</small></li>"
        for number, reading in enumerate(readings, 1)
    )
    return _fill("index", items="".join(items))


def _article(number: int, reading: Reading) -> str:
    article = reading.article
    ordered = sorted(reading.mentions, key=lambda mention: (mention.trigger.start, mention.trigger.end))
    mentions = [(f"a{number}m{at}", mention) for at, mention in enumerate(ordered, 1)]
    found, told = marks(article, mentions), _told(reading)
    title, *paragraphs = _parts(article)
    return _fill(
        "article",
        id=f"a{number}",
        rules=_rules([name for name, _ in mentions]),
        title=marked(article.text, title, found) if article.title else _isolated(article.source),
        meta=_meta(article),
        title_cards=_cards(article, title, mentions, told),
        rows="".join(_row(article, part, mentions, found, told) for part in paragraphs),
        defects=_defects(article.defects),
    )


def _parts(article: Article) -> list[Span]:
    """The title, then each line of the body that is not empty."""
    head = len(article.title) if article.text.startswith(article.title) else 0
    lines = re.compile(r"[^\n]*\S[^\n]*")
    return [Span(0, head), *(Span(*line.span()) for line in lines.finditer(article.text, head))]


def _row(
    article: Article,
    part: Span,
    mentions: Sequence[tuple[str, EventMention]],
    found: list[Mark],
    told: Mapping[int, str],
) -> str:
    cards = _cards(article, part, mentions, told)
    return _fill(
        "row", text=marked(article.text, part, found), cards=cards, kind="said" if cards else "silent"
    )


def _cards(
    article: Article, part: Span, mentions: Iterable[tuple[str, EventMention]], told: Mapping[int, str]
) -> str:
    """The cards of the mentions whose trigger stands in this part."""
    here = (pair for pair in mentions if part.start <= pair[1].trigger.start < part.end)
    return "".join(_card(article, name, mention, told.get(id(mention), "")) for name, mention in here)


def _card(article: Article, name: str, mention: EventMention, why: str) -> str:
    shown = fields(article, mention)
    return _fill(
        "card",
        id=f"{name}-card",
        number=name.rpartition("m")[2],
        trigger=f"#{anchor(name, 'trigger')}",
        type=_label("type", mention.type),
        factuality_name=escape(mention.factuality.value),
        factuality=_label("factuality", mention.factuality.value),
        event=escape(mention.event),
        fields="".join(_field(name, slot, values, mention) for slot, values in shown.items()),
        why=why,
    )


def _told(reading: Reading) -> dict[int, str]:
    """Each explained mention (by its id) → why it is coded as it is, to unfold in Arabic and in English."""
    numbers = numbered(reading)
    tellers = [Teller(reading.article, numbers, lang) for lang in (ARABIC, ENGLISH)]
    return {
        id(one.mention): "".join(_why(teller, one) for teller in tellers)
        for one in reading.explanations or ()
    }


def _why(teller: Teller, explanation: Explanation) -> str:
    rows = "".join(
        _fill("reason", field=escape(name.plain), lines="".join(map(_line, lines)))
        for name, lines in teller.rows(explanation)
    )
    arabic = teller.lang == ARABIC
    summary = escape(label("explain", "why").told(teller.lang))
    return _fill("why", lang=teller.lang, dir="rtl" if arabic else "ltr", label=summary, rows=rows)


def _line(line: Text) -> str:
    """A line as on the terminal: its style is its class; offsets are isolated from the Arabic around them."""
    return f'<p class="{line.style}">{_OFFSETS.sub(_LEFT_TO_RIGHT, escape(line.plain))}</p>'


def _field(name: str, slot: str, values: tuple[Shown, ...], mention: EventMention) -> str:
    role = f'<span class="role">{_label("role", mention.place_role)}</span> ' if mention.place_role else ""
    said = "".join(
        f"<li>{_value(anchor(name, slot, at), slot, value)}</li>" for at, value in enumerate(values)
    )
    return _fill(
        "field", slot=slot, label=_label("field", slot), role=role if slot == "place" else "", values=said
    )


def _code(slot: str, code: str) -> str:
    """A code as it is counted; a unit by its name."""
    if slot in UNITS:
        return f'<span class="unit">{_label("unit", code)}</span>'
    return f'<bdi class="code" dir="ltr">{escape(code)}</bdi>'


def _value(target: str, slot: str, value: Shown) -> str:
    code = f" {_code(slot, value.code)}" if value.code else ""
    words = _isolated(value.words)
    mark = f' <span class="inherited">{_label("explain", "mark")}</span>' if value.inherited else ""
    return (f'<a href="#{target}">{words}</a>{code}' if value.spans else words + code) + mark


def _rules(mentions: Sequence[str]) -> str:
    """Style for one mention chosen: its words stand out wherever they are, without a script."""
    return "".join(
        f'body:has([id^="{name}-"]:target) a.{name}{{outline:2px solid var(--ink)}}' for name in mentions
    )


def _meta(article: Article) -> str:
    published = article.published
    facts = {
        "published": _dated(published) if published else _label("published", "unknown"),
        "outlet": _isolated(plain(article.outlet)) if article.outlet else "",
        "url": _link(article.url) if article.url else "",
        "source": _isolated(plain(article.source)),
    }
    return "".join(
        f"<div><dt>{_label('meta', name)}</dt><dd>{fact}</dd></div>" for name, fact in facts.items() if fact
    )


def _dated(published: Published) -> str:
    """The date and where it was found; the exact place (metadata:og:published_time) on pointing at it."""
    source = _label("published", published.source.partition(":")[0])
    day = _isolated(published.value.isoformat())
    return f'{day} <span class="from" title="{escape(published.source)}">({source})</span>'


def _link(url: str) -> str:
    """A link out only for web addresses: a page may state any address, also one that runs a script."""
    shown = _isolated(plain(url))
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{shown}</a>' if _WEB.match(url) else shown


def _defects(defects: Sequence[Defect]) -> str:
    items = "".join(
        f"<li><b>{_label('defect', defect.kind)}</b> <q>{_isolated(plain(defect.text))}</q></li>"
        for defect in defects
    )
    return _fill("defects", items=items, count=f"{len(defects):,}") if defects else ""


def _failures(failures: Sequence[Failure]) -> str:
    items = "".join(
        f"<li>{_isolated(plain(failure.source))}: {_isolated(plain(failure.message))} "
        f'<small dir="ltr">{escape(failure.room)}: {escape(failure.error)}</small></li>'
        for failure in failures
    )
    return _fill("failures", items=items, count=f"{len(failures):,}") if failures else ""
