"""What around a name speaks for a place: prepositions, verbs that take towns; against it: titles, teams."""

from __future__ import annotations

from functools import lru_cache

from marsad.arabic import readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.where.choosing import ARTICLE, Evidence, prior
from marsad.where.gazetteer import names_from
from marsad.where.scan import Opening, Scan
from marsad.where.words import NATIONALITIES, RELATIONS, WORDS

DOERS = 4  # words of a doer between the verb and the town that it takes (استعادت القوات العراقية القائم)
FEMININE = "ه"


def evidence(scan: Scan, at: int, last: int, opening: Opening) -> Evidence:
    """What around the tokens `at` to `last` speaks for a place."""
    before = at - 1 - (scan.folded(at - 1) in WORDS["quote"])
    word = scan.folded(before)
    led = opening.leads or opening.conjoined or word in WORDS["locative"]
    leads = opening.leads or _led(word) or scan.goes_on(at, opening) or _taken(scan, before)
    stripped = opening.cut > 0
    cut_name = stripped and scan.folded(at) in WORDS["given"]  # باراك is not بـ + أراك
    marked = any(form in WORDS[role] for form in _bare(word) for role in ("title", "given", "owner"))
    outlet = _is_outlet(scan, at, last)
    return Evidence(
        leads=leads,
        person=outlet or (marked and not led) or cut_name or _is_person(scan, at),
        team=_is_team(scan, at, last, opening),
        outlet=outlet,
        pinned=_pinned(scan, last),
        stripped=stripped,
        attached=opening.leads,
        lam=opening.lam,
        inside=stripped and (is_word(scan.folded(at)) or _is_name(scan.folded(at))),
        national=scan.national(last + 1),
        written=scan.text(at, last, opening),
    )


def _pinned(scan: Scan, last: int) -> str | None:
    """The country that the text says the name lies in (كونا في وسط مالي, جعار بجنوب اليمن)."""
    word = scan.folded(last + 1)
    if _leads_in(word):
        return next((c for i in (last + 2, last + 3) if (c := country_of(scan.folded(i)))), None)
    return country_of(word[1:]) if word[:1] in WORDS["in"] else None


@lru_cache(maxsize=REMEMBERED)
def _leads_in(word: str) -> bool:
    """Whether the country that something lies in may follow the word (في, جنوب, بشمالي)."""
    return word in WORDS["in"] or any(r.stem in RELATIONS["direction"] for r in readings(word))


@lru_cache(maxsize=REMEMBERED)
def country_of(word: str) -> str | None:
    """The country (ISO 3166 alpha-2) that a folded word names."""
    rows = (row for _, rows in names_from(word).match(()) for row in rows)
    return next((row.country for row in rows if row.group == "country"), None)


@lru_cache(maxsize=REMEMBERED)
def _is_name(word: str) -> bool:
    """Whether the whole word names a place of a country that the news of conflict is about (بليدا)."""
    return any(row.country in prior() for _, rows in names_from(word).match(()) for row in rows)


def _bare(word: str) -> tuple[str, ...]:
    """The word, and without the conjunction."""
    return (word, word[1:]) if word[:1] in WORDS["and"] else (word,)


@lru_cache(maxsize=REMEMBERED)
def _led(word: str) -> bool:
    """Whether a place follows the word, whatever is written onto it (في، بقصف، وتحرير)."""
    stems = (r.stem for r in readings(word) if not r.pronoun and not r.definite)
    return any(form in WORDS["locative"] for form in (*_bare(word), *stems))


def _taken(scan: Scan, before: int) -> bool:
    """Whether only its doer stands between a verb of taking and the name (استعادت القوات العراقية القائم)."""
    if not _is_doer(scan.folded(before)) or _is_pronoun(scan.folded(before + 1)):
        return False
    for at in range(before - 1, before - 1 - DOERS, -1):
        word = scan.folded(at)
        if any(form in WORDS["taking"] for form in _bare(word)):
            return True
        if not scan.is_word(at) or word in WORDS["locative"] or word in WORDS["closed"]:
            return False
    return False


def _is_pronoun(word: str) -> bool:
    """Whether the word is a preposition with its pronoun (عنه), however a town is named."""
    return any(r.pronoun and r.stem in WORDS["closed"] for r in readings(word))


def _is_doer(word: str) -> bool:
    return word.startswith(ARTICLE) and word not in WORDS["closed"]


def _is_outlet(scan: Scan, at: int, last: int) -> bool:
    """Whether the name is a paper's: نيويورك تايمز, قناة روسيا اليوم, "روسيا اليوم", «الخليج» الإماراتية."""
    after = scan.folded(last + 1)
    if after in WORDS["outlet"]:
        return True
    daily = after in WORDS["daily"]
    if scan.folded(at - 1) not in WORDS["quote"]:
        return daily and not WORDS["source"].isdisjoint(_bare(scan.folded(at - 1)))
    end = last + 1 + daily
    if scan.folded(end) not in WORDS["quote"]:
        return False
    source, of = scan.folded(at - 2), scan.folded(end + 1)
    told = any(form in WORDS[role] for form in _bare(source) for role in ("source", "cites"))
    owned = of in NATIONALITIES and of.startswith(ARTICLE) and of.endswith(FEMININE)
    return daily or told or owned


def _is_person(scan: Scan, at: int) -> bool:
    """Whether the name is the last of a person's three (محمد خير الزبير)."""
    given, second = scan.folded(at - 2), scan.folded(at - 1)
    if scan.national(at - 1):
        return False
    return given in WORDS["given"] and scan.is_word(at - 1) and _may_be_named(second)


def _may_be_named(word: str) -> bool:
    return not (_led(word) or any(word in WORDS[role] for role in ("closed", "noname", "taking")))


def _is_team(scan: Scan, at: int, last: int, opening: Opening) -> bool:
    """Whether the name is a team's: أولمبيك X, X يونايتد; in sport فيرونا الإيطالي and what is not led."""
    if scan.folded(at - 1) in WORDS["club"] or scan.folded(last + 1) in WORDS["club_end"]:
        return True
    if not scan.sporting:
        return False
    of = scan.folded(last + 1)
    male = of in NATIONALITIES and of.startswith(ARTICLE) and not of.endswith(FEMININE)
    return male or not (opening.leads or scan.folded(at - 1) in WORDS["to"])
