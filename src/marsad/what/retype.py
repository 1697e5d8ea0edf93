"""Event types that only the arguments decide: armies grown at home, entering as taking, moving as leaving.

The codebook (sections 2 and 9): an army that grows is a force level, not a deployment; a place entered by its
own country's army or by an armed group is seized; forces moved away from a named place withdraw from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from marsad.arabic import fold, number_word, sentence_at
from marsad.data import read_table
from marsad.howmany import find_quantities
from marsad.records import EventMention, Found, Quantity, Span
from marsad.what.amounts import GROWTH, TOTAL
from marsad.what.lexicon import look
from marsad.what.within import codes

_CUTS = frozenset({"withdraw.cut", "withdraw.reduce", "withdraw.shrink", "withdraw.shrink2"})
_FEWEST = 20  # least number without a share or an open end that is read as a level
_ENTRY = frozenset({"deploy.enter"})
_CROSSING = frozenset({"withdraw.cross", "withdraw.cross2"})
_REPOSITION = frozenset({"deploy.fan_out", "deploy.reposition"})
_RETURN = frozenset({"withdraw.bring_back"})
_TRANSFER = frozenset({"deploy.move_units", "deploy.move_to", "deploy.fan_out", "deploy.reposition"})
_MOVED = frozenset({"deploy.move_units", "deploy.move_to"})
_AGAIN = frozenset({"deploy.come_again"})
_POSTED = frozenset({"deploy.spread_out"})
_EXPULSION = frozenset({"seize.drive_out"})
_ISO = 3  # letters of a state's code
_COUNTED = frozenset({"troops", "force", "part", "about"})  # what stands behind من and is no place
_NEAR = 4  # words around a trigger that tell of the last ones
_BESIDE = 40  # characters between a verb and its subject and the number of the forces
_VAGUE = 3  # how many times its low end the high end of a count in words is (آلاف)
_CLAUSE, _AHEAD = 120, 12  # characters and words after a trigger that are its clause
CROWD = "PROTESTERS"  # codebook, section 4


def retype(mentions: Sequence[EventMention], text: str, countries: tuple[str, ...]) -> list[EventMention]:
    """The mentions, typed by what their parties and place make of them; `countries`: the story's, alpha-2."""
    tide = _tide(mentions)
    typed = [_retyped(mention, text, countries, tide) for mention in mentions]
    return [one for mention in typed for one in (mention, *_reached(mention, text))]


def _reached(mention: EventMention, text: str) -> Iterator[EventMention]:
    """The force level that a cut leads to, a mention of its own (codebook, section 9: ستنخفض إلى ألفين)."""
    if mention.frame not in _CUTS:
        return
    end = mention.trigger.end
    clause = re.split("[.؛:!؟\\n]", text[end : end + _CLAUSE])[0]
    sentence = sentence_at(text, Span(mention.sentence.start, end + len(clause)))
    for found in find_quantities(sentence):
        before = text[end : found.start].split() if found.start > end else []
        to = bool(before) and "to" in look(fold(before[-1])).particles
        if to and found.value.kind in ("force", None) and (found.value.low or 0) >= _FEWEST:
            yield replace(mention, type="force_level", place_role="at", quantity=found)
            return


def _tide(mentions: Sequence[EventMention]) -> int:
    """Whether the story is one of forces that leave (1: more do than come or take), come (-1), or neither."""
    told = [m.type for m in mentions if m.frame not in _CROSSING | _REPOSITION | _MOVED]
    leave, come = told.count("withdraw"), told.count("deploy")
    return 1 if leave > come + told.count("seize") else -1 if come > leave else 0


def _retyped(mention: EventMention, text: str, countries: tuple[str, ...], tide: int) -> EventMention:
    if mention.frame in GROWTH and _at_home(mention, countries):
        return replace(mention, type="force_level", place_role="at", quantity=_level(mention, True))
    if mention.frame in GROWTH:
        return replace(mention, quantity=_level(mention, False))
    if mention.frame in _ENTRY and (_group(mention) or _at_home(mention, countries)):
        return replace(mention, type="seize", place_role="at")
    if _stationed(mention):
        return replace(mention, type="force_level", place_role="at")
    if mention.frame in _EXPULSION and _sent_home(mention):
        return replace(mention, type="withdraw", place_role="from", actors=mention.recipients, recipients=())
    return _turned(mention, text, tide)


def _turned(mention: EventMention, text: str, tide: int) -> EventMention:
    """The mention, with the way that its forces go: to a place or from one."""
    if mention.frame in _RETURN and _sent_to(mention, text):
        return replace(mention, type="deploy", place_role="to")
    if mention.frame in _CROSSING and not (tide > 0 or _last(mention, text)):
        return replace(mention, type="deploy", place_role="to")
    if mention.frame in _AGAIN and (_from(mention, text) or _from_near(mention, text)):
        return replace(mention, type="withdraw", place_role="from")
    if mention.frame in _TRANSFER and _moved_out(mention, text, tide):
        return replace(mention, type="withdraw", place_role="from")
    return mention


def _moved_out(mention: EventMention, text: str, tide: int) -> bool:
    """Whether forces that are moved leave a place; in a story of forces that come they go to the other."""
    out = _from(mention, text) or _outside(mention, text)
    return out or (tide >= 0 and _from_to(mention, text))


def _sent_home(mention: EventMention) -> bool:
    """Whether a state's forces are made to leave by another state, not by those who fight them."""
    foreign = [found.value for found in mention.recipients]
    hosts = [found.value for found in mention.actors]
    driven = bool(foreign) and all(p.kind == "forces" and p.code and len(p.code) == _ISO for p in foreign)
    return driven and all(p.kind == "state" for p in hosts)


def _stationed(mention: EventMention) -> bool:
    """Whether a state is told to have so many forces at a place (وتنشر الولايات المتحدة نحو 900 جندي)."""
    plain = mention.factuality.rule == "form:present" and mention.factuality.value == "ongoing"
    found = mention.quantity if mention.frame in _POSTED and plain else None
    if found is None or not 0 < found.start - mention.trigger.end <= _BESIDE:
        return False
    low, high = found.value.low, found.value.high
    vague = low is not None and high is not None and high > _VAGUE * low  # thousands of them are sent
    return found.value.kind == "force" and found.value.change is None and not vague


def _level(mention: EventMention, army: bool) -> Found[Quantity] | None:
    """Of a growing army only the number that it reaches, of forces sent only those who come."""
    found = mention.quantity
    return found if found and (found.value.change == TOTAL) == army else None


def _group(mention: EventMention) -> bool:
    """Whether groups do it, with or without a name of their own (الثوار); protesters take no town."""
    parties = [found.value for found in mention.actors]
    return bool(parties) and all(p.kind in ("group", "generic") and p.code != CROWD for p in parties)


def _at_home(mention: EventMention, countries: tuple[str, ...]) -> bool:
    """Whether the forces are those of the country where it happens."""
    place = mention.place.value.country if mention.place else countries[0] if countries else None
    home = {code for code, alpha2 in _homes() if alpha2 == place}
    return bool(mention.actors) and {code.split(".")[0] for code in codes(mention)} <= home


@cache
def _homes() -> frozenset[tuple[str, str]]:
    """(actor code, ISO alpha-2) of every state."""
    return frozenset((row["iso3"], row["iso2"]) for row in read_table("demonyms.csv"))


def _from(mention: EventMention, text: str) -> bool:
    """Whether من stands right before the place."""
    if mention.place is None or mention.place.rule.startswith("inherited"):
        return False
    before = text[: mention.place.start].split()
    return bool(before) and "from" in look(fold(before[-1])).particles


def _last(mention: EventMention, text: str) -> bool:
    """Whether it is the last ones who cross, or ones on their way home (عبر آخر رتل الحدود)."""
    around = [*text[: mention.trigger.start].split()[-_NEAR:], *_ahead(mention, text)[:_NEAR]]
    home = any("returning" in look(fold(word)).classes for word in _ahead(mention, text))
    return home or any("another" in look(fold(word)).particles for word in around)


def _outside(mention: EventMention, text: str) -> bool:
    """Whether what follows the trigger is outside or out of it (نقل جزء من أفراده إلى خارج البلاد)."""
    return any("outside" in look(fold(word)).classes for word in _ahead(mention, text))


def _from_near(mention: EventMention, text: str) -> bool:
    """Whether the first preposition after the trigger is من with a place (عودة القوات من أفغانستان)."""
    ahead = [look(fold(word)) for word in _ahead(mention, text)[: _NEAR + 1]]
    for one, two in pairwise(ahead):
        if "to" in one.particles or "in" in one.particles:
            return False
        if "from" in one.particles:
            return not two.classes & _COUNTED
    return False


def _from_to(mention: EventMention, text: str) -> bool:
    """Whether what follows says from where and to where (نقل قواتها من قطر إلى تركيا; not من ألف إلى)."""
    words = [fold(word) for word in _ahead(mention, text)]
    ahead = [look(word) for word in words]
    for at, (one, two) in enumerate(pairwise(ahead)):
        counts = two.classes & _COUNTED or words[at + 1].isdigit() or number_word(words[at + 1])
        if "from" in one.particles and not counts:
            return any("to" in word.particles for word in ahead[at + 2 : at + 2 + _NEAR + 2])
    return False


def _sent_to(mention: EventMention, text: str) -> bool:
    """Whether forces are sent back to a site that is no home (إعادة القوات إلى المراكز السكنية)."""
    ahead = [look(fold(word)) for word in _ahead(mention, text)]
    if any("home" in word.classes or "from" in word.particles for word in ahead):
        return False
    return any("to" in one.particles and "site" in two.classes for one, two in pairwise(ahead))


def _ahead(mention: EventMention, text: str) -> list[str]:
    """The words that follow a trigger in its clause."""
    end = mention.trigger.end
    clause = re.split("[.،؛:!؟\\n]", text[end : end + _CLAUSE])[0]
    return clause.split()[:_AHEAD]
