"""Which noun a number counts (التمييز): after it, after من, before it, or known from the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic import Number, Token
from marsad.howmany.bounds import is_a, is_unmanned, words_of
from marsad.howmany.units import DRONE, PERSON, Unit, counted, is_definite_person, is_particle, noun_at

_OF, _ARTICLE, _AND = "من", "ال", "و"
_TIME = "time"
_LEADING = ("ال", "و", "ف", "ب", "ل", "ك")  # no bare noun begins so, or it is one word in ten
_CLOSING = frozenset(')"»”')
_MANY = ("many", "two_or_many")
_PARTITIVE = (
    "force",
    "person",
    "equipment",
    "weapon",
)  # "200 من قاعدة" is from a base, "200 من الجنود" counts
_ADJECTIVES = 2  # between a definite plural and its number
_TOTALLED = 4  # words of what is totalled: عدد مقاعد مجلس العموم 650
_TOTAL_REACH = 12  # tokens before a bare number where "the number of (noun)" is looked for
_ANTECEDENT_REACH = 4  # tokens from عددها back to the noun it stands for
_OTHERS_OF = ("force", "person")
_KINDS_OF = {"aircraft": ("drone", "helicopter")}  # an apposition tells the kind: طائرة مسيرة
_KIND_REACH = 2  # tokens from the noun to it: طائرة استطلاع مسيرة
_CASUALTIES = ("killed", "wounded")
_PARALLEL_REACH = 9  # tokens between two counts of one noun in two places
_HARMED = {"killing": Unit("killed", "person"), "wounding": Unit("wounded", "person"), "crowd": PERSON}


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit and the token that names it (None where only the sentence tells)."""

    unit: Unit
    at: int | None


def counted_by(row: Sequence[Token], number: Number) -> Counted | None:
    """The noun that stands with the number."""
    start = number.last + 1
    if start < len(row) and row[start].folded in _CLOSING:
        start += 1
    unit = counted(row, start, number.vague or number.definite)
    if unit and unit.kind == _TIME and start + 1 < len(row) and is_a("weekday", row[start + 1].folded):
        unit = None  # جرح 15 يوم الجمعة
    if unit:
        return (before(row, number) if number.definite else None) or Counted(unit, start)
    if start < len(row) and row[start].folded == _OF:
        return _partitive(row, start + 1, number) or before(row, number)
    if start < len(row) and row[start].folded in words_of("between"):
        return _casualties(row, start + 1) or before(row, number)
    return before(row, number)


def _casualties(row: Sequence[Token], at: int) -> Counted | None:
    """بين قتيل وجريح: dead and wounded together are persons."""
    found = noun_at(row, at)
    return Counted(PERSON, at) if found and found.unit.alone else None


def _partitive(row: Sequence[Token], start: int, number: Number) -> Counted | None:
    """Of whom: the noun after من, or the one after a noun that grades it (من كبار الضباط).

    A vague number may be of anything (ملايين من الدولارات); واحد من أبرز القادة counts nobody.
    """
    vague = number.vague
    for at in (start, start + 1) if number.high > 1 else (start,):
        found = noun_at(row, at)
        several = found is not None and (found.number in _MANY or found.unit.id == "troops")
        if found and several and ((vague and at == start) or found.unit.kind in _PARTITIVE):
            return Counted(found.unit, at)
    plural = counted(row, start, definite=True)
    return Counted(PERSON, start) if plural is PERSON else None


def before(row: Sequence[Token], number: Number) -> Counted | None:
    """The definite plural before a definite number: الجنود الثلاثة, الساعات الـ24, نقاط الضغط الأربع."""
    at = number.first - 1
    parted = at >= 0 and row[at].folded == _ARTICLE
    if not (parted or number.definite):
        return None
    at -= parted
    for place in range(at, max(-1, at - _ADJECTIVES - 1), -1):
        found = noun_at(row, place)
        if found and found.number != "one" and (found.definite or place < at):
            return Counted(found.unit, place) if found.definite or not _named(row, place) else None
        if found is None and place == at and is_definite_person(row[place].folded):
            return Counted(PERSON, place)
        if row[place].kind != "word" or not row[place].folded.startswith(_ARTICLE):
            return None
    return None


def _named(row: Sequence[Token], at: int) -> bool:
    """Whether the noun is part of a name: مجموعة دول الساحل الخمس."""
    return at > 0 and is_a("designator", row[at - 1].folded)


def others(row: Sequence[Token], number: Number, previous: Unit | None) -> Counted | None:
    """آخرين: more of what was counted before; casualties before them tell only that they are persons."""
    at = number.last + 1
    if at >= len(row) or row[at].folded not in words_of("others") | words_of("more"):
        return None
    known = previous is not None and previous.kind in _OTHERS_OF and previous.id not in _CASUALTIES
    return Counted(previous if known and previous else PERSON, at)


def continues(row: Sequence[Token], number: Number, unit: Unit) -> bool:
    """Whether "و2500 من العراق" goes on with what was counted before; casualties are named anew each time."""
    joined = number.joined or (number.first > 0 and row[number.first - 1].folded == _AND)
    after = number.last + 1
    from_there = after < len(row) and row[after].folded == _OF
    return joined and from_there and unit.kind in _PARTITIVE and unit.id not in _CASUALTIES


def parallels(row: Sequence[Token], start: int, number: Number) -> bool:
    """Whether "and 40 in the south" goes on with "60 soldiers in the north", which ends at token `start`."""
    after, joined = number.last + 1, number.joined or row[number.first - 1].folded == _AND
    if not joined or after >= len(row) or number.first - start > _PARALLEL_REACH:
        return False
    said = [token.folded for token in row[start : min(start + _ADJECTIVES + 1, number.first)]]
    return row[after].folded in words_of("in") and row[after].folded in said


def harmed(row: Sequence[Token], number: Number) -> Counted | None:
    """What befell a bare number of people (أصيب العشرات); قتل وجرح العشرات makes them persons."""
    if not (number.definite and number.vague) or number.first == 0:
        return None
    folded = row[number.first - 1].folded
    told = next((unit for kind, unit in _HARMED.items() if is_a(kind, folded)), None)
    joined = folded.startswith(_AND) and number.first > 1 and is_a("harm", row[number.first - 2].folded)
    return Counted(PERSON if joined else told, None) if told else None


def total(row: Sequence[Token], number: Number) -> Counted | None:
    """The noun after عدد, حصيلة, قوام before a bare number, or the one that عددها stands for."""
    if _counts_unknown(row, number.last + 1):
        return None
    for at in range(number.first - 1, max(-1, number.first - 1 - _TOTAL_REACH), -1):
        if is_a("total", row[at].folded):
            return _whole(row, at + 1, 1) or _whole(row, at - 1, _ANTECEDENT_REACH)
        if row[at].kind == "mark" and row[at].folded in "،,.;؛":
            return None
    return None


def _counts_unknown(row: Sequence[Token], at: int) -> bool:
    """Whether a noun that no table holds may follow the number: 103 لوائح are no candidates."""
    if at >= len(row) or row[at].kind != "word":
        return False
    folded = row[at].folded
    return not (folded.startswith(_LEADING) or is_particle(folded) or noun_at(row, at))


def _whole(row: Sequence[Token], start: int, reach: int) -> Counted | None:
    """The noun for a whole at or before token `start`."""
    for at in range(start, max(-1, start - reach), -1):
        found = noun_at(row, at)
        if found and found.unit.kind != _TIME and (found.number in _MANY or found.unit.id == "troops"):
            return Counted(found.unit, at)
    return None


def totals(row: Sequence[Token], number: Number) -> bool:
    """Whether the words right before the number are the noun that it totals: عدد القوات الأجنبية 500."""
    for at in range(number.first - 1, max(-1, number.first - 2 - _TOTALLED), -1):
        if row[at].kind != "word" or row[at].folded in words_of("stop"):
            return False
        if is_a("total", row[at].folded):
            alone = at == number.first - 1  # العدد 24 may be an issue
            return not alone or (at > 0 and is_a("stock", row[at - 1].folded))
    return False


def refined(row: Sequence[Token], named: Counted) -> Counted:
    """The unit that the words after the noun make of it: طائرات بدون طيار are drones."""
    kinds = _KINDS_OF.get(named.unit.id)
    if kinds is None or named.at is None:
        return named
    for at in range(named.at + 1, min(named.at + 1 + _KIND_REACH, len(row))):
        found = noun_at(row, at)
        if found and found.unit.id in kinds and not found.joined:
            return Counted(found.unit, named.at)
        if is_unmanned(row, at):
            return Counted(DRONE, named.at)
    return named
