"""Parties that a mention leaves out or only hints at, from the story (codebook, section 4: "made certain").

Whoever withdraws in the headline withdraws in the next sentence; "the attack" has the attacker of the one
told before. Nothing is taken from an event that contradicts the mention; the rule says `inherited`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from marsad.arabic import fold, readings
from marsad.data import cell, read_table
from marsad.records import Actor, EventMention, Found, When
from marsad.what.claims import CULPRIT
from marsad.what.lexicon import POSTURE, look
from marsad.what.slots import GUESS
from marsad.what.within import around, codes

FIGHTING = frozenset({"attack", "seize"})
_DONE = ("happened", "ongoing")
_MEANT = ("planned", "possible", "demanded")
DEFENCE = "defence"  # the sort of blow that meets another: its doers are not the other's
CLASH = "clash"  # the sort of blow in which both sides are doers
_ACTIVE = ("past", "present", "jussive")
_DOERS = ("strike", "hit", "take", "rout", "launch")  # patterns whose verb always has a doer
_UNKNOWN = "UNKNOWN_GUNMEN"
_ONCE = ("body", "generic", "person")  # kinds of parties that one blow hits: 6 of 30 were hit by the next
_MEN = "definite:gunmen"  # rule of "the gunmen", who were told of before
_HINTS = ("definite:forces", "definite:gunmen")  # rules of parties that only say "the forces"


def fill_parties(mentions: Sequence[EventMention], text: str) -> list[EventMention]:
    """The mentions with the actors and recipients that the story makes certain."""
    filled = _with_names(mentions)
    for index, mention in enumerate(filled):
        mention = _without_self(mention)
        filled[index] = _with_recipients(_with_actors(mention, filled, index, text), filled, index, text)
    return [_with_other_side(mention, filled, index) for index, mention in enumerate(filled)]


def fill_losers(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions with the losers of places that only their parties and place made a seizure."""
    filled = list(mentions)
    for index, mention in enumerate(mentions):
        if mention.type == "seize" and not mention.recipients:
            filled[index] = _with_loser(mention, mentions, index)
    return filled


def _with_names(mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions with the only group that the story tells of for its "militants" and "the gunmen"."""
    fighters = [p for m in mentions if m.type in FIGHTING for p in (*m.actors, *m.recipients)]
    groups = {p.value.code: p for p in fighters if p.value.kind == "group"}
    if len(groups) != 1:
        return list(mentions)
    ((code, group),) = groups.items()
    told = [m.type == "protest" or code in codes(m) | _targets(m) for m in mentions]
    return [m if known else _named(m, group) for m, known in zip(mentions, told, strict=True)]


def _named(mention: EventMention, group: Found[Actor]) -> EventMention:
    """A mention with a group's name on those of its parties that are told in a bare word (متطرفون)."""
    return replace(
        mention,
        actors=tuple(_by_name(party, group) for party in mention.actors),
        recipients=tuple(_by_name(party, group) for party in mention.recipients),
    )


def _by_name(party: Found[Actor], group: Found[Actor]) -> Found[Actor]:
    bare = _faceless((party,)) and " " not in party.value.code
    known = party.rule.endswith(_MEN) if party.value.code == _UNKNOWN else bare
    if not known:
        return party
    return Found(group.value, (*party.spans, *group.spans[:1]), f"story:{party.rule}")


def _with_other_side(mention: EventMention, all_: Sequence[EventMention], index: int) -> EventMention:
    """A clash that names one side, with the only party that it fights in the story."""
    own = codes(mention)
    if _sort(mention.frame) != CLASH or len(own) != 1:
        return mention
    foes = {foe.value.code: foe for _, other in around(all_, index) for foe in _foes(own, other)}
    if len(foes) != 1:
        return mention
    return replace(mention, actors=(*mention.actors, *_inherited(tuple(foes.values()))))


def _without_self(mention: EventMention) -> EventMention:
    """Nobody is hit by himself: a recipient that is also an actor was read from the actor's own name."""
    own = codes(mention)
    kept = tuple(r for r in mention.recipients if r.value.code not in own)
    return mention if len(kept) == len(mention.recipients) else replace(mention, recipients=kept)


def _with_actors(mention: EventMention, all_: Sequence[EventMention], index: int, text: str) -> EventMention:
    stated = mention.actors and not _hinted(mention)
    bare = mention.type in FIGHTING and not _points_back(mention, text)
    if stated or (bare and not _told_on(mention, all_, index)):
        return mention
    for other in _others(all_, index):
        if _names(other) and _one_family(mention, other) and _may_tell(mention, other, text):
            unfit = mention.type in FIGHTING and (_only_meant(mention, other) or _faceless(other.actors))
            return mention if unfit else replace(mention, actors=_inherited(other.actors))
    return mention


def _faceless(parties: Sequence[Found[Actor]]) -> bool:
    """Whether parties are only "gunmen" or "a suicide bomber": the next blow may be that of others."""
    return all(p.value.kind == "generic" and _unnamed(p.value.code) for p in parties)


def _unnamed(code: str) -> bool:
    return code == _UNKNOWN or not code.isascii()


def _told_on(mention: EventMention, all_: Sequence[EventMention], index: int) -> bool:
    """Whether a blow goes on with one told beside it: in its sentence, or of its own sort right before."""
    beside = (other for other in all_[max(0, index - 2) : index + 2] if other is not all_[index])
    same = any(other.sentence == mention.sentence for other in beside)
    return same or (index > 0 and _sort(all_[index - 1].frame) == _sort(mention.frame))


def _only_meant(mention: EventMention, other: EventMention) -> bool:
    """Whether a blow was struck that the other mention only plans, fears or denies."""
    return mention.factuality.value in _DONE and other.factuality.value not in _DONE


def _names(mention: EventMention) -> bool:
    """Whether a mention makes its own doer certain."""
    return bool(mention.actors) and not _hinted(mention) and not _alleged(mention)


def _may_tell(mention: EventMention, other: EventMention, text: str) -> bool:
    """Whether another mention can be of the same event, so that its doer is this one's too."""
    mutual = any("sides" in actor.rule for actor in other.actors)
    if _targets(mention) & codes(other) or (mutual and _sort(mention.frame) != CLASH):
        return False
    if (_sort(mention.frame) == DEFENCE) != (_sort(other.frame) == DEFENCE):
        return False
    return mention.type not in FIGHTING or (_one_sort(mention, other, text) and not _contrary(mention, other))


def _one_sort(mention: EventMention, other: EventMention, text: str) -> bool:
    """Whether two blows are told in like words: of one sort if told before, of one frame if after.

    A sentence tells of one blow, and a headline of the body's.
    """
    if other.trigger.start < mention.trigger.start:
        return other.sentence == mention.sentence or _sort(mention.frame) == _sort(other.frame)
    return other.frame == mention.frame or mention.sentence.end <= text.find("\n\n")


@cache
def _sorts() -> dict[str, str]:
    """Frame → the sort of blow that it names (data/codebook/sorts.csv)."""
    return {frame: row["sort"] for row in read_table("codebook/sorts.csv") for frame in cell(row["frames"])}


def _sort(frame: str) -> str:
    return _sorts().get(frame, frame)


def _contrary(mention: EventMention, other: EventMention) -> bool:
    """Whether dates, numbers killed or those who are hit tell two blows apart."""
    hit = _targets(mention) and _targets(other) and not _targets(mention) & _targets(other)
    return bool(hit) or _other_day(mention.date, other.date) or _other_toll(mention, other)


def _other_day(one: Found[When] | None, two: Found[When] | None) -> bool:
    if one is None or two is None or one.value.start is None or two.value.start is None:
        return False
    ends = (one.value.end or one.value.start, two.value.end or two.value.start)
    return one.value.start > ends[1] or two.value.start > ends[0]


def _other_toll(one: EventMention, two: EventMention) -> bool:
    tolls = (one.fatalities, two.fatalities)
    return all(tolls) and len({found.value.low for found in tolls if found}) > 1


def _alleged(mention: EventMention) -> bool:
    """Whether only an accusation or a denial names the doer: it makes nothing certain."""
    return any(CULPRIT in a.rule for a in mention.actors)


def _hinted(mention: EventMention) -> bool:
    """Whether the sentence names its parties only vaguely, so that the story knows better."""
    return bool(mention.actors) and all(
        a.rule.endswith(_HINTS) or a.rule.startswith(GUESS) for a in mention.actors
    )


def _with_recipients(
    mention: EventMention, all_: Sequence[EventMention], index: int, text: str
) -> EventMention:
    if mention.recipients or mention.type not in (*FIGHTING, "handover") or _sort(mention.frame) == CLASH:
        return mention
    back = _points_back(mention, text)
    for other in _others(all_, index):
        if (back or codes(mention)) and _same_blow(mention, other, back):
            known = mention.type != "attack" or _certain_of_the_hit(mention, other)
            return replace(mention, recipients=_inherited(other.recipients)) if known else mention
    return _with_loser(mention, all_, index) if mention.type == "seize" else mention


def _same_blow(mention: EventMention, other: EventMention, back: bool) -> bool:
    """Whether another mention tells who is hit by the same doers."""
    if other.type != mention.type or not other.recipients:
        return False
    if codes(mention) and codes(mention) != codes(other):
        return False
    if (_sort(mention.frame) == DEFENCE) != (_sort(other.frame) == DEFENCE):
        return False
    alike = mention.type != "attack" or back or _sort(mention.frame) == _sort(other.frame)
    return alike and not _other_day(mention.date, other.date) and not _other_toll(mention, other)


def _certain_of_the_hit(mention: EventMention, other: EventMention) -> bool:
    """Whether those hit by another blow are such that the next hits again; no ministry, no "gunmen"."""
    later = other.trigger.start > mention.trigger.start
    lasting = all(r.value.kind not in _ONCE and not (later and "victim" in r.rule) for r in other.recipients)
    told, meant = other.factuality.value, mention.factuality.value
    return lasting and meant != "planned" and (told not in _MEANT or told == meant)


def _with_loser(mention: EventMention, all_: Sequence[EventMention], index: int) -> EventMention:
    """A seizure with the party that its doer fights in the story: who loses what he takes."""
    own = codes(mention)
    foes = [foe for _, other in around(all_, index) for foe in _foes(own, other)]
    foes = foes or _rivals(mention, all_, index)
    if not own or not foes:
        return mention
    names = [foe.value.code for foe in foes]
    foe = max(foes, key=lambda f: names.count(f.value.code))
    return replace(mention, recipients=_inherited((replace(foe, rule=f"foe:{foe.rule}"),)))


def _rivals(mention: EventMention, all_: Sequence[EventMention], index: int) -> list[Found[Actor]]:
    """The only other party that fights in the story, or else the only one that leaves there."""
    own = codes(mention)
    others = [other for at, other in around(all_, index) if at != index]
    allies = own.union(*(codes(o) for o in others if codes(o) & own and _sort(o.frame) != CLASH))
    fighting = [p for o in others if o.type in FIGHTING for p in (*o.actors, *o.recipients)]
    leaving = [p for o in others if o.type == "withdraw" and o.factuality.value in _DONE for p in o.actors]
    for parties in (fighting, leaving):
        apart = [p for p in parties if p.value.code not in allies and not _state_of(own, p.value.code)]
        if apart:
            armed = all(p.value.kind not in _ONCE for p in apart)
            return apart if armed and len({p.value.code for p in apart}) == 1 else []
    return []


def _state_of(own: frozenset[str], code: str) -> bool:
    """Whether a code is that of the state which a party is of (LBY for LBY.LNA)."""
    return any(mine.startswith(f"{code}.") for mine in own)


def _foes(own: frozenset[str], other: EventMention) -> tuple[Found[Actor], ...]:
    """Whom some parties fight in a mention: the other side of a clash, those hit, or those who hit them."""
    if other.type not in FIGHTING:
        return ()
    if codes(other) & own:
        sides = other.actors if _sort(other.frame) == CLASH else other.recipients
    else:
        sides = other.actors if _targets(other) & own else ()
    return tuple(foe for foe in sides if foe.value.code not in own)


def _others(all_: Sequence[EventMention], index: int) -> list[EventMention]:
    """The other mentions: of one family first, told before rather than after, of the same type, near."""
    mention = all_[index]
    order = sorted(
        (i for i, _ in around(all_, index) if i != index),
        key=lambda i: (
            not _one_family(mention, all_[i]),
            i > index,
            all_[i].type != mention.type,
            abs(i - index),
        ),
    )
    return [all_[i] for i in order]


def _one_family(mention: EventMention, other: EventMention) -> bool:
    if mention.type in POSTURE:
        return other.type in POSTURE
    return mention.type == other.type


def _points_back(mention: EventMention, text: str) -> bool:
    """Whether the story must tell the rest: an article on the trigger, a verb without subject, a headline."""
    word = fold(text[mention.trigger.start : mention.trigger.end])
    if any(r.definite for r in readings(word)) or mention.type == "handover":
        return True
    acts = any(s.form in _ACTIVE and s.frame.pattern in _DOERS for s in look(word).senses)
    return acts or mention.sentence.end <= text.find("\n\n")


def _targets(mention: EventMention) -> frozenset[str]:
    return frozenset(r.value.code for r in mention.recipients)


def _inherited(found: tuple[Found[Actor], ...]) -> tuple[Found[Actor], ...]:
    return tuple(
        f if f.rule.startswith("inherited") else replace(f, rule=f"inherited:{f.rule}") for f in found
    )
