"""Whom "the army", "the movement" or "its forces" stands for, from what the article named before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice

from marsad.arabic import fold, readings
from marsad.data import cell, read_table
from marsad.records import Actor, Found
from marsad.who.lexicon import code_of, small_words
from marsad.who.offices import spoke_for
from marsad.who.parts import TOLD_UNIT, UNIT
from marsad.who.register import bearer_of

IN_MIND = 300  # mentions back that a reader may still think of; the most in 500 news articles are 91
NEAR = 450  # characters back to a doubtful antecedent: three sentences of news
SAID = 150  # characters back to who tells of his own unit (أعلن الجيش الفلاني أن الفرقة الأولى)
_REACH = {"near": NEAR, "told": SAID}  # steps that look back so far only
_DEFINITE = "definite:"
_PERSON = "person:"  # before the rule of a role whose holder is named
_BODY = "body:"  # before the rule of a body that has its name as code where no state is found for it
_NAME, _ROLE = "name", "forces"  # rules: a listed name; an office with its state (رئيس النيجر فلان)
_ANYWHERE = "*"
_NOT_A_SUBJECT = ("place", "demonym")  # rules of mentions that nobody refers back to
_PEOPLE = "people"  # rule of a nation's people (الألمان)
_NO_OWNER = ("generic", "adjective")  # kinds that nothing belongs to
_PAIR = ("one", "other")  # steps: of the two parties named last
_OF_TWO = tuple(_DEFINITE + step for step in _PAIR)
_OF_A_STATE = ("army", "government", "national_army")  # rules of what foreign forces and crowds are not
_MAY_BE_GUESTS = ("army", "forces")  # rules of forces that may be those of a guest
_NOBODY = frozenset({"FOREIGN_FORCES", "UNKNOWN_GUNMEN", "PROTESTERS"})
_SILENT, _FEMININE = "ه", ("ه", "ات")
_PLURAL_PRONOUNS = ("هم", "هما", "هن")
_HERS, _HIS = "ها", "ه"


def resolve(
    found: Found[Actor],
    before: Sequence[Found[Actor]],
    countries: tuple[str, ...],
    published: date | None = None,
) -> Found[Actor] | None:
    """The mention with its code, the antecedent's span second; None when nothing said before fits.

    `before` are the article's mentions so far, in their order, resolved where possible; `countries` its
    countries (ISO 3166 alpha-2), the most named first; `published` tells whose army "the army" was that year.
    A mention that needs no context comes back as it is, except where the article tells a state apart from its
    rival (who/splits.csv). A person whose role speaks for nobody known is coded by his name.
    """
    found = _borne(found, countries)
    rule = found.rule.removeprefix(_PERSON).removeprefix(_BODY)
    if rule.startswith(_DEFINITE):
        code, antecedent = _definite(found, before, Setting(countries, published))
    elif rule == "pronoun":
        code, antecedent = _owner(found, before)
    else:
        code, antecedent = _of_the_day(found, before, published), None
        code = _seated(found, code, published)
    if not code and rule != found.rule:
        code = found.value.name
    if not code:
        return None
    spans = (*found.spans[:1], *(antecedent.spans[:1] if antecedent else found.spans[1:]))
    return replace(found, value=replace(found.value, code=_told_apart(code, before)), spans=spans)


def _borne(found: Found[Actor], countries: tuple[str, ...]) -> Found[Actor]:
    """The mention as the party that bears its name in the article's first country (who/bearers.csv)."""
    value = found.value
    unit = found.rule in (UNIT, TOLD_UNIT)
    bearer = bearer_of(value.name, countries[0]) if (value.id or unit) and countries else None
    if bearer is None:
        return found
    value = replace(value, id=bearer, code=code_of(bearer) or value.name)
    return replace(found, value=value, rule=_NAME if unit else found.rule)


def _of_the_day(found: Found[Actor], before: Sequence[Found[Actor]], day: date | None) -> str:
    """The code, for a person of the table by his office on the day, where no role in the text tells it.

    Who speaks for nobody else has the name by which the article first called him.
    """
    value = found.value
    if value.kind != "person" or value.id is None or day is None or found.rule == _ROLE:
        return value.code
    if value.code != (code_of(value.id) or value.name):
        return value.code
    named = (f.value.name for f in before if f.value.id == value.id and f.value.kind == "person")
    return spoke_for(value.id, day) or next(named, value.name)


def _seated(found: Found[Actor], code: str, day: date | None) -> str:
    """The code of who sits in a capital that acts, where that is not the state's government (صنعاء)."""
    if found.value.kind != "capital" or found.rule in _NOT_A_SUBJECT:
        return code
    return _default("seat", Setting((_alpha2().get(code, ""),), day)) or code


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when an article is set: its countries, the most named first, and its publication day."""

    countries: tuple[str, ...]
    published: date | None = None


_Answer = tuple[str, Found[Actor] | None]


def _definite(found: Found[Actor], before: Sequence[Found[Actor]], setting: Setting) -> _Answer:
    rule = found.rule.removeprefix(_PERSON).removeprefix(_BODY).removeprefix(_DEFINITE)
    order, kinds = _rules()[rule]
    if rule in _MAY_BE_GUESTS and (guest := _guest(found, before, setting)):
        return guest.value.code, guest
    for step in order:
        # a second country's army is not "the army"
        where = setting.countries[:1] if "state" in order else setting.countries
        code, antecedent = _step(step, found, before, (rule, kinds, replace(setting, countries=where)))
        if code:
            return code, antecedent
    return found.value.code, None


_Sought = tuple[str, frozenset[str], Setting]


def _step(step: str, found: Found[Actor], before: Sequence[Found[Actor]], sought: _Sought) -> _Answer:
    rule, kinds, setting = sought
    if step in _PAIR:
        return _one_of_two(before, _PAIR.index(step))
    if step == "country":
        return _default(rule, setting), None
    if step == "state":
        return (_alpha3().get(setting.countries[0], "") if setting.countries else ""), None
    fits = _fitting(step, _head(found), rule, kinds)
    for earlier in islice(reversed(before), IN_MIND):
        if step in _REACH and found.start - earlier.start > _REACH[step]:
            break
        if earlier.value.code and earlier.rule not in _NOT_A_SUBJECT and fits(earlier):
            return earlier.value.code, earlier
    return "", None


def _fitting(step: str, head: str, rule: str, kinds: frozenset[str]) -> Callable[[Found[Actor]], bool]:
    """What a step asks of an earlier mention."""
    barred = _NOBODY if rule in _OF_A_STATE else frozenset()
    if step in ("kind", "near", "told"):
        return lambda earlier: (
            earlier.value.kind in kinds and earlier.value.code not in barred and not _by_itself(earlier)
        )
    if step == "head":
        return lambda earlier: (
            not earlier.rule.startswith(_DEFINITE)
            and earlier.value.code not in barred
            and head in _heads(earlier)
        )
    named = _called().get(head) or _called().get(rule) or frozenset()
    codes = named if step == "called" else {_default(rule, Setting(()))}
    return lambda earlier: earlier.value.code in codes


def _by_itself(found: Found[Actor]) -> bool:
    """Whether it is a body of no state and no group: a news agency has no army."""
    return found.value.kind == "body" and found.value.code == found.value.name


def _guest(found: Found[Actor], before: Sequence[Found[Actor]], setting: Setting) -> Found[Actor] | None:
    """The foreign forces named just before, where the country is full of them ("الجيش" in Kabul, 2009)."""
    guests = _default("hosts", replace(setting, countries=setting.countries[:1]))
    near = (f for f in islice(reversed(before), IN_MIND) if f.value.kind == "forces")
    latest = next(near, None) if guests and " " not in found.value.name else None
    if latest is None or found.start - latest.start > NEAR or latest.value.code != guests:
        return None
    return latest


def _default(rule: str, setting: Setting) -> str:
    """The party that the rule names in the first country that has one on the day."""
    rows = (
        row for country in (*setting.countries, _ANYWHERE) for row in _defaults().get((rule, country), ())
    )
    return next((row.code for row in rows if row.holds(setting.published)), "")


def _one_of_two(before: Sequence[Found[Actor]], number: int) -> _Answer:
    """One of the two parties named last ("the two sides"): the nearest for 0, the other for 1."""
    seen: dict[str, Found[Actor]] = {}
    for earlier in islice(reversed(before), IN_MIND):
        value, rule = earlier.value, earlier.rule
        alone = value.kind == "person" and value.code == value.name  # speaks for nobody known
        if (
            value.code
            and rule not in (*_NOT_A_SUBJECT, *_OF_TWO)
            and value.kind not in _NO_OWNER
            and not alone
        ):
            seen.setdefault(value.code, earlier)
        if len(seen) == len(_PAIR):
            return list(seen.items())[number]
    return "", None


def _owner(found: Found[Actor], before: Sequence[Found[Actor]]) -> _Answer:
    """The nearest party before that the pronoun of "قواتها" agrees with; of "قوات بلاده" who speaks."""
    word = fold(found.value.name)
    able = [
        f
        for f in islice(reversed(before), IN_MIND)
        if f.value.code
        and f.rule not in _NOT_A_SUBJECT
        and f.value.kind not in _NO_OWNER
        and not _by_itself(f)
    ]
    if not _home().isdisjoint(r.stem for r in readings(word.split()[-1])):
        able = [f for f in able if f.value.kind != "forces" or f.rule == _PEOPLE]
        speaking = [f for f in able if f.value.kind == "person" and f.value.code != f.value.name]
        able = able if word.endswith(_PLURAL_PRONOUNS) else speaking + able
    fitting = next((f for f in able if _agrees(word, f)), None)
    return (fitting.value.code, fitting) if fitting else ("", None)


def _agrees(word: str, owner: Found[Actor]) -> bool:
    if word.endswith(_PLURAL_PRONOUNS):
        return True
    if word.endswith(_HERS):
        return _feminine(owner)
    return not word.endswith(_HIS) or not _feminine(owner)


def _feminine(owner: Found[Actor]) -> bool:
    """By the country's gender, else by the first word of the name (plurals of things count as feminine)."""
    if owner.value.kind == "state":
        return _genders().get(owner.value.code, "f") == "f"
    if owner.value.kind == "capital":
        return True
    first = fold(owner.value.role or owner.value.name).split()[0]
    if owner.value.kind == "person":  # by her office: أسامة is a man's name
        return not {first, _stem(first)}.isdisjoint(_women())
    return first.endswith(_FEMININE) or _broken_plural(first)


def _broken_plural(word: str) -> bool:
    return any(r.stem in _feminine_nouns() for r in readings(word))


def _head(found: Found[Actor]) -> str:
    """What tells of which sort a definite mention is: its noun without article and clitics.

    After a noun that every army has it is the next word: "قوات النظام" are not the forces named before.
    """
    words = [_stem(word) for word in fold(found.value.name).split() if word not in small_words("of")][:2]
    return words[-1] if words[0] in small_words("any_army") else words[0]


def _heads(found: Found[Actor]) -> set[str]:
    return {_stem(word) for word in fold(found.value.role or found.value.name).split()[:3]}


@lru_cache(maxsize=1 << 12)
def _stem(word: str) -> str:
    return next((r.stem for r in readings(word) if r.definite), word)


def _told_apart(code: str, before: Sequence[Found[Actor]]) -> str:
    split = _splits().get(code)
    if split and any(earlier.value.code in split[1] for earlier in before):
        return split[0]
    return code


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    rows = read_table("who/rules.csv")
    return {row["rule"]: (cell(row["order"]), frozenset(cell(row["kinds"]))) for row in rows}


@dataclass(frozen=True, slots=True)
class _Default:
    code: str
    since: str  # ISO 8601 days, months or years, both included; "" = no limit
    until: str

    def holds(self, day: date | None) -> bool:
        """Whether the row is true on the day; of an unknown day what is true to this day."""
        if day is None:
            return not self.until
        today = day.isoformat()
        return self.since <= today and (not self.until or today[: len(self.until)] <= self.until)


@lru_cache(maxsize=1)
def _defaults() -> dict[tuple[str, str], list[_Default]]:
    table: dict[tuple[str, str], list[_Default]] = {}
    for row in read_table("who/defaults.csv"):
        dated = _Default(row["code"], row.get("since") or "", row.get("until") or "")
        table.setdefault((row["rule"], row["country"]), []).append(dated)
    return table


@lru_cache(maxsize=1)
def _called() -> dict[str, frozenset[str]]:
    rows = read_table("who/called.csv")
    return {fold(noun): frozenset(cell(row["codes"])) for row in rows for noun in cell(row["nouns"])}


@lru_cache(maxsize=1)
def _splits() -> dict[str, tuple[str, frozenset[str]]]:
    rows = read_table("who/splits.csv")
    return {row["state"]: (row["code"], frozenset(cell(row["signals"]))) for row in rows}


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, str]:
    return {row["iso2"]: row["iso3"] for row in read_table("demonyms.csv")}


@lru_cache(maxsize=1)
def _alpha2() -> dict[str, str]:
    return {three: two for two, three in _alpha3().items()}


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {row["iso3"]: row["gender"] for row in read_table("demonyms.csv")}


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    """Offices in the feminine (مستشارة, متحدثة)."""
    rows = [row for row in read_table("who/nouns.csv") if row["class"] in ("role", "spokes")]
    forms = frozenset(fold(form) for row in rows for form in cell(row["forms"]))
    return frozenset(form for form in forms if form.endswith(_SILENT) and form[:-1] in forms)


@lru_cache(maxsize=1)
def _home() -> frozenset[str]:
    rows = read_table("who/nouns.csv")
    return frozenset(fold(form) for row in rows if row["class"] == "home" for form in cell(row["forms"]))


@lru_cache(maxsize=1)
def _feminine_nouns() -> frozenset[str]:
    rows = read_table("who/words.csv")
    return frozenset(fold(word) for row in rows if row["kind"] == "feminine" for word in cell(row["words"]))
