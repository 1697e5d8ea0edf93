"""From an article to its event mentions: gate, detection, arguments, factuality, sources, the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from marsad.arabic import Sentence, fold
from marsad.records import Actor, Article, EventMention, Found, Place
from marsad.what import within
from marsad.what.amounts import find_casualties, find_date, find_quantity
from marsad.what.arguments import find_parties
from marsad.what.clauses import parted
from marsad.what.detect import Trigger, find_triggers
from marsad.what.each import each
from marsad.what.events import label
from marsad.what.factuality import factuality_of
from marsad.what.gate import Outline, may_state
from marsad.what.ground import takes_ground
from marsad.what.lexicon import look
from marsad.what.munitions import find_munitions
from marsad.what.parties import fill_losers, fill_parties
from marsad.what.places import antecedents, said
from marsad.what.retype import retype
from marsad.what.saying import Statement
from marsad.what.scene import Held, Scene, complete, sketch
from marsad.what.sharing import limits
from marsad.what.site import find_place, place_role
from marsad.what.stated import Told, stated, weigh
from marsad.what.story import agree
from marsad.what.voices import Voices, in_full
from marsad.where import setting
from marsad.who import party, resolve

SPORT_WORDS = 4  # words of sport that make a sports page when words of arms are fewer
ARMED_WORDS = 4  # words of force in an article that is about forces; sport and economy pages stay under it
FORCE_WORDS = 2  # words of troops among them: pages of companies and councils have sites and posts too
REPEAT = 3  # words around a trigger, itself included, that make a repetition; two repeat by chance
BESIDE, AROUND = (2, 2), (3, 5)  # tokens before and after a trigger: alike; alike and therefore said again
HEADLINE = 14  # tokens before a trigger in which the beginning of a headline that is said again stands

_WORD = re.compile(r"[^\W\d_]+")


@dataclass
class _Story:
    """What the article has said so far; grows sentence by sentence."""

    article: Article
    armed: bool
    voices: Voices
    actors: list[Found[Actor]] = field(default_factory=list)
    places: list[Found[Place]] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The article's countries, the most named first; asked for where a trigger stands."""
        return setting(self.article.text)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The words with which the headline begins."""
        return tuple(_WORD.findall(fold(self.article.title))[:REPEAT])

    @property
    def published(self) -> date | None:
        """The publication date, if the page says."""
        return self.article.published.value if self.article.published else None


def code_article(article: Article) -> tuple[EventMention, ...]:
    """All event mentions of an article, in the order of their triggers (codebook, sections 1 to 9)."""
    outline = Outline(article.text)
    if not outline.states() or _sporting(outline):
        return ()
    story = _Story(article, _armed(outline), Voices(article.text, outline.tellers))
    weighed = [t for sentence in outline.sentences(story.armed) for t in _code_sentence(story, sentence)]
    told = stated(weighed)
    if not told:
        return ()
    told = fill_parties(told, article.text)
    told = fill_losers(retype(told, article.text, story.countries))
    told = label(agree(told, len(article.title)), article.text)
    return tuple(in_full(within.fill(told, article.text, story.countries), story.voices))


def _armed(outline: Outline) -> bool:
    """Whether the article is about forces: enough words of arms, and more than of sport, market, disease."""
    armed = outline.count("armed")
    told = armed >= ARMED_WORDS and armed > outline.count("game", "market", "disease")
    return told and outline.count("troops", "military") >= FORCE_WORDS


def _sporting(outline: Outline) -> bool:
    """Whether the article is a sports page, where attack, defence and withdrawal are those of a match."""
    sport = outline.count("sport")
    return sport >= SPORT_WORDS and sport > outline.count("armed")


def _code_sentence(story: _Story, sentence: Sentence) -> Iterator[Told]:
    words = tuple([look(token.folded) for token in sentence.tokens])
    if not may_state(sentence, words, story.armed):
        return
    scene = sketch(sentence, words, sentence.start < len(story.article.title))
    triggers = [t for t in find_triggers(scene, story.armed) if _new(story, scene, t)]
    if not triggers:
        return
    scene = complete(scene, story.published, story.countries)
    triggers = [t for t in triggers if not _inside_name(scene, t) and takes_ground(scene, t)]
    scene = replace(
        scene, actors=_resolved(story, scene), places=antecedents(scene, story.places, story.countries)
    )
    scene = parted(scene, triggers)
    statements = story.voices.statements(scene, frozenset(t.at for t in triggers))
    told = [
        (trigger, mention)
        for index, trigger in enumerate(triggers)
        for mention in each(
            scene, trigger, _mention(story, scene, trigger, limits(scene, triggers, index), statements)
        )
    ]
    yield from (weigh(scene, trigger, mention, story.armed) for trigger, mention in told)
    story.places += said(scene, [mention for _, mention in told])
    _remember(story, scene, statements)


def _new(story: _Story, scene: Scene, trigger: Trigger) -> bool:
    """Whether the page has not said the same words before: a repeated headline or body is coded once.

    A sentence of its own may have a few words in common with an earlier one (title and body state the same
    event); then more words around differ, and the headline does not stand there.
    """
    near, wide = _around(scene, trigger.at, *BESIDE), _around(scene, trigger.at, *AROUND)
    known = len(near) > REPEAT and near in story.seen
    repeated = known and (wide in story.seen or _headline(story, scene, trigger.at))
    story.seen |= {near, wide}
    return not repeated


def _around(scene: Scene, at: int, left: int, right: int) -> tuple[str, ...]:
    """The words around a trigger, marks left out."""
    near = scene.tokens[max(0, at - left) : at + right + 1]
    return (str(right), *(t.folded for t in near if t.kind != "mark"))


def _headline(story: _Story, scene: Scene, at: int) -> bool:
    """Whether the words with which the headline begins stand before the trigger or at it."""
    words = [t.folded for t in scene.tokens[max(0, at - HEADLINE) : at + REPEAT + 1] if t.kind == "word"]
    return any(tuple(words[i : i + REPEAT]) == story.head for i in range(len(words)))


def _inside_name(scene: Scene, trigger: Trigger) -> bool:
    """Whether the word is part of a name (مدينة تدمر), but the head of an operation's (عملية …)."""
    places = [p for p in scene.places if not p.found.value.kind.startswith("definite")]
    named = [(h.first + _is_mission(h.found.value), h.last) for h in scene.actors]
    named += [(p.first, p.last) for p in places]
    return any(first <= trigger.at <= last for first, last in named)


def _is_mission(actor: Actor) -> bool:
    known = party(actor.id) if actor.id else None
    return known is not None and known.kind == "mission"


def _resolved(story: _Story, scene: Scene) -> tuple[Held[Actor], ...]:
    """The sentence's parties, each "the army" and "its forces" with the code of whom it stands for."""
    known: list[Found[Actor]] = list(story.actors)
    held = []
    for item in scene.actors:
        found = resolve(item.found, known, story.countries, story.published)
        if found is not None and found.rule != "place":  # a state that is only where something happens
            known.append(found)
            held.append(replace(item, found=found))
    return tuple(one for i, one in enumerate(held) if not _only_kind(one, held[i + 1 : i + 2]))


def _only_kind(one: Held[Actor], rest: Sequence[Held[Actor]]) -> bool:
    """Whether a party is only the common noun before a group's name (المتمردين الحوثيين)."""
    generic = one.found.value.kind == "generic" and one.found.rule.startswith("definite")
    return generic and any(r.first == one.last + 1 and r.found.value.kind == "group" for r in rest)


def _mention(
    story: _Story, scene: Scene, trigger: Trigger, limits: tuple[int, int], statements: tuple[Statement, ...]
) -> EventMention:
    parties = find_parties(scene, trigger)
    factuality = factuality_of(scene, trigger)
    place = find_place(scene, trigger, limits, parties.actors)
    ahead = factuality.value == "planned" and factuality.rule != "announced"
    return EventMention(
        type=trigger.frame.type,
        trigger=scene.tokens[trigger.at].span,
        sentence=scene.sentence.span,
        frame=trigger.frame.name,
        actors=parties.actors,
        recipients=parties.recipients,
        place=place.found if place else None,
        place_role=place_role(scene, trigger, place),
        date=find_date(scene, trigger, limits, ahead),
        quantity=find_quantity(scene, trigger, limits),
        fatalities=find_casualties(scene, trigger, limits, "killed"),
        wounded=find_casualties(scene, trigger, limits, "wounded"),
        factuality=factuality,
        attribution=story.voices.source(scene, statements, trigger.at),
        event="",
        munitions=find_munitions(scene, trigger, limits),
    )


def _remember(story: _Story, scene: Scene, statements: tuple[Statement, ...]) -> None:
    story.actors += [held.found for held in scene.actors]
    story.voices.remember(scene, statements)
