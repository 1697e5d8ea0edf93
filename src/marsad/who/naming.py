"""All parties of a sentence, also those that no table lists: for reading everything that an article names.

The event coder asks `find_actors` alone: a name that no table lists says nothing of who moves and who is hit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from marsad.arabic import Hit, Reading, Sentence, fold, readings, tokens
from marsad.arabic.fold import REMEMBERED
from marsad.records import Actor, Found
from marsad.who.bodies import find_bodies
from marsad.who.clubs import CLUB, find_clubs
from marsad.who.cores import core_at
from marsad.who.finding import found_of, parts_of
from marsad.who.lexicon import small_words
from marsad.who.metonymy import acts, asked
from marsad.who.names import is_part, same_name
from marsad.who.outlets import find_outlets
from marsad.who.parts import Part
from marsad.who.people import OFFICE, PERSON, bare, find_people
from marsad.who.phrases import name_at
from marsad.who.sentence import Row
from marsad.who.sifting import ASIDE, sifted
from marsad.who.surnames import speakers, worded
from marsad.who.vocabulary import finite, ordinary, says

IN_MIND = 300  # mentions back that a name may refer to, as in resolving
_SHORTEST = 3  # letters of a family name that may stand alone
_AND, _ARTICLE, _FOR_THE = "و", "ال", "لل"
OPEN = ("definite:", "pronoun")  # rules of mentions that `resolve` finds the party of
_REFERRING = (
    ("both", ("one", "other")),
    ("holder", ("speaker",)),
    ("again", ("again",)),
)  # kinds of words and their rules
_STATES = (("state", "government"), ("kingdom", "kingdom"))  # kinds of words for a state and their rules
AGAIN = "again"  # rule of a name that was given in full before


def find_names(sentence: Sentence, before: Sequence[Found[Actor]] = ()) -> tuple[Found[Actor], ...]:
    """The parties of `find_actors`, with people and organisations that no table lists, left to right.

    `before` are the article's mentions so far: a family name alone, or another spelling of a name, has the
    code and id of the person named before and its span second. A capital is a party only where it acts.
    """
    row = Row(sentence)
    listed = [*_capitals(row, parts_of(row))]
    people = find_people(row, listed)
    groups = {part.hit.first for part in listed if part.kind == "group" and part.rule == "name" and part.id}
    bodies = [body for body in find_bodies(row, listed, people) if body.hit.first not in groups]
    firsts = {part.hit.first for part in listed}
    unlisted = [body for body in bodies if body.hit.first not in firsts]
    people = [_speaking(row, person, unlisted) for person in people]
    parts = _longest(listed, [*people, *bodies])
    clubs = find_clubs(row, parts, {f.value.code for f in before if f.value.kind == CLUB})
    alone = [*clubs, *find_outlets(row, [*parts, *clubs])]
    parts = sifted(row, [p for p in parts if not any(_overlap(p, one) for one in alone)] + alone)
    known = _people(before)
    found = [_known(_named(row, part), known) for part in parts]
    found += [*_again(row, parts, known), *_referring(row, parts)]
    found += [*speakers(row, found)]
    named = {f.value.id for f in (*before[-IN_MIND:], *found) if f.value.id and f.value.kind == "group"}
    found += [*worded(row, found, named)]
    return tuple(sorted(found, key=lambda f: (f.start, -f.end)))


def _capitals(row: Row, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, capitals and states only asked for something among them, other capitals not."""
    for part in parts:
        if part.rule == "place" and asked(row, part):
            yield replace(part, rule="name")
        elif part.kind != "capital":
            part = _without_guess(row, part)
            branch = part.kind == "forces" and row.folded(part.last + 1) in small_words("branch")
            yield replace(part, last=part.last + branch)
    yield from _sides(row)
    yield from _states(row)
    for at in row.openings():
        found = row.hit(at, ("capital",))
        inside = any(p.hit.first <= at <= p.last for p in parts if p.kind != "capital")
        if (
            found is None
            or inside
            or row.hit(at - 1, ("trap",))
            or found[0].reading.stem in small_words("no_capital")
        ):
            continue
        if (party := name_at(row, at)) and acts(row, party):
            yield party


def _sides(row: Row) -> Iterator[Part]:
    """ "الجانب الروسي", "نظيره التركي": the state by its adjective."""
    for at in range(len(row) - 1):
        reading = _listed_as(row.folded(at), "side")
        nation = row.modifier(at + 1, ("demonym",)) if reading else None
        beside = row.folded(at - 1) in small_words("side_on") or row.folded(at + 2) in small_words(
            "side_place"
        )
        if reading is None or nation is None or beside:
            continue
        if nation[0].reading.definite:
            yield Part(Hit(at, at, (), reading), nation[0].last, nation[1].code, "forces", "body")


def _states(row: Row) -> Iterator[Part]:
    """ "الدولة", "المملكة" where the clause acts: whose, `resolve` finds."""
    for at in range(len(row)):
        state = _state(row.folded(at))
        if state is None or row.folded(at - 1) in small_words("led") or row.hit(at, ("name",)):
            continue
        described = row.modifier(at + 1, ("demonym", "trait"))
        if not (described and row.folded(at + 1).startswith(_ARTICLE)) and _acts(row, at):
            yield Part(Hit(at, at, (), state[1]), at, "", f"definite:{state[0]}", "state")


@lru_cache(maxsize=REMEMBERED)
def _state(word: str) -> tuple[str, Reading] | None:
    """The rule of a word that stands for a state, with its reading."""
    read = ((rule, _listed_as(word, kind)) for kind, rule in _STATES)
    return next(((rule, reading) for rule, reading in read if reading is not None), None)


def _acts(row: Row, at: int) -> bool:
    """Whether the word is a verb's subject, or what somebody is sent to."""
    before, after = row.folded(at - 1), row.folded(at + 1)
    if before in small_words("before_state") or (finite(after) and not after.startswith(_AND)):
        return True
    return finite(before) and not after.startswith(_ARTICLE)


def _without_guess(row: Row, part: Part) -> Part:
    """The role alone, where the two words taken for a name are words of the language."""
    guessed = len(part.name.split()) if part.kind == "person" and not part.id else 0
    at = part.last - guessed + 1
    if not guessed or at <= part.hit.first or row.hit(at - 1, ("rank",)) or core_at(row, at, "holds"):
        return part
    known = all(ordinary(row.words(step, step)) for step in range(at, part.last + 1))
    return replace(part, last=at - 1, name="") if known else part


def _speaking(row: Row, person: Part, bodies: Sequence[Part]) -> Part:
    """A person with the code of the body of his office, or of the bloc that he sits for (عن كتلة)."""
    office = person.rule.endswith(OFFICE)
    if not person.rule.startswith(PERSON) or (person.code and not office):
        return person
    inside = [b for b in bodies if person.hit.first < b.hit.first and b.last < person.last]
    for_bloc = [b for b in bodies if b.hit.first == person.last + 2 and b.kind == "group"]
    if inside and office:
        return replace(person, code=inside[-1].code)
    if for_bloc and row.folded(person.last + 1) in small_words("sits_for"):
        return replace(person, code=for_bloc[0].code)
    return person


def _longest(listed: Sequence[Part], named: Sequence[Part]) -> list[Part]:
    """A longer phrase swallows those inside it, the body of an office too."""
    kept: list[Part] = []
    for part in named:
        over = [p for p in listed if p.hit.first <= part.last and part.hit.first <= p.last]
        others = [p for p in named if p is not part]
        if not any(_wider(p, part) for p in (*over, *others)):
            kept.append(_taking_over(part, over))
    free = [p for p in listed if not any(_overlap(k, p) for k in kept)]
    return free + kept + [_aside(p) for p in (*listed, *named) if any(_holds_office(k, p) for k in kept)]


def _aside(body: Part) -> Part:
    """The body of an office: no party of its own, but what "the council" means in the next sentence."""
    return replace(body, rule=ASIDE)


def _holds_office(person: Part, body: Part) -> bool:
    """Whether the body is inside the words of the office that the person holds."""
    inside = person.hit.first < body.hit.first and body.last < person.last and not body.rule.startswith(OPEN)
    return inside and person.rule == f"{PERSON}:{OFFICE}" and body.kind not in ("person", "adjective")


def _overlap(one: Part, other: Part) -> bool:
    return one.hit.first <= other.last and other.hit.first <= one.last


def _wider(one: Part, other: Part) -> bool:
    """Whether `one` holds `other`, and more; of two alike the table's stays, but for a person's name."""
    inside = one.hit.first <= other.hit.first and other.last <= one.last
    same = one.hit.first == other.hit.first and other.last == one.last
    return inside and (not same or not other.name or other.kind != "person")


def _taking_over(part: Part, over: Sequence[Part]) -> Part:
    """A body with its table's code, where the table knew it by the first words (وزارة الصحة والسكان)."""
    first = next((p for p in over if p.hit.first == part.hit.first and p.kind == part.kind == "body"), None)
    if first is None or part.code != part.name:
        return part
    return replace(part, code=first.code, rule=first.rule, id=first.id if first.last == part.last else None)


def _named(row: Row, part: Part) -> Found[Actor]:
    found = found_of(row, part)
    if not part.name:
        return found
    role = found.value.name.removesuffix(part.name).rstrip(" ،,-–(") if part.kind == "person" else None
    value = replace(found.value, name=part.name, code=part.code or part.name, role=role or None)
    if part.kind == "person" and not part.code and part.rule.removeprefix(PERSON + ":").startswith(OPEN):
        value = replace(value, code="")  # `resolve` finds for whom he speaks
        return replace(found, value=value, rule=f"{PERSON}:{part.rule.removeprefix(PERSON + ':')}")
    if part.rule.startswith(OPEN):
        value = replace(value, code=part.code)
    return replace(found, value=value)


_Known = list[Found[Actor]]


def _people(before: Sequence[Found[Actor]]) -> _Known:
    """The people named so far, the latest first."""
    return [f for f in reversed(before[-IN_MIND:]) if f.value.kind == "person" and _is_name(f)]


def _is_name(found: Found[Actor]) -> bool:
    return found.value.id is not None or found.rule == AGAIN or found.rule.startswith(PERSON)


def _known(found: Found[Actor], known: _Known) -> Found[Actor]:
    """The mention with the code of whoever bore its name before."""
    if found.value.kind != "person" or not _is_name(found):
        return found
    for earlier in known:
        if is_part(found.value.name, earlier.value.name) or is_part(earlier.value.name, found.value.name):
            told = found.value.code != found.value.name and found.value.code
            value = replace(
                found.value,
                code=found.value.code if told else earlier.value.code,
                id=found.value.id or earlier.value.id,
            )
            return replace(found, value=value, spans=(*found.spans[:1], *earlier.spans[:1]))
    return found


def _again(row: Row, parts: Sequence[Part], known: _Known) -> Iterator[Found[Actor]]:
    """Family names alone of people named before, where nothing else was read."""
    families = {family: f for f in reversed(known) if (family := _family(f.value.name))}
    for at in range(len(row)) if families else ():
        if row.tokens[at].kind != "word" or any(p.hit.first <= at <= p.last for p in parts):
            continue
        taken, earlier = _bearer(row, at, families)
        if earlier is not None:
            first = at - (not taken and row.folded(at - 1) in small_words("sure_prefix"))
            span, name = row.span(bare(row, first, taken), at)
            yield Found(replace(earlier.value, name=name), (span, *earlier.spans[:1]), AGAIN)


def _referring(row: Row, parts: Sequence[Part]) -> Iterator[Found[Actor]]:
    """ "الجانبان", which stands for two parties, and "المتحدث", for one named with his office."""
    for at in range(len(row)):
        for kind, rules in _REFERRING:
            reading = _listed_as(row.folded(at), kind)
            if reading is None or (kind == "both" and not _meets_verb(row, at)):
                continue
            if not _where(row, at, parts):
                span, name = row.span(Hit(at, at, (), reading), at)
                actor = Actor("", name, "person" if kind == "holder" else "group")
                yield from (Found(actor, (span,), f"definite:{rule}") for rule in rules)


def _meets_verb(row: Row, at: int) -> bool:
    """Whether a verb stands beside, whose subject or object it is (اتفق الطرفان; no "حل الدولتين")."""
    return _verb(row.folded(at - 1)) or _verb(row.folded(at + 1))


def _verb(word: str) -> bool:
    return (finite(word) or says(word)) and word not in small_words("no_saying")


def _where(row: Row, at: int, parts: Sequence[Part]) -> bool:
    """Whether the word is in another phrase, or says where (في الجانبين)."""
    return any(p.hit.first <= at <= p.last for p in parts) or row.folded(at - 1) in small_words("of")


@lru_cache(maxsize=REMEMBERED)
def _listed_as(word: str, kind: str) -> Reading | None:
    """How to read the word as a small word of the kind; None where it is none."""
    words = small_words(kind)
    return next((r for r in readings(word) if r.stem in words and not r.pronoun and not r.future), None)


@lru_cache(maxsize=1 << 10)
def _family(name: str) -> str:
    """The last word of a name; a name of one word only if it is long enough to be known again."""
    words = [t.folded for t in tokens(fold(name)) if t.kind == "word"]
    least = _SHORTEST if len(words) > 1 else _SHORTEST + 1
    return words[-1] if words and len(words[-1]) >= least else ""


def _bearer(row: Row, at: int, families: dict[str, Found[Actor]]) -> tuple[int, Found[Actor] | None]:
    """Who bears the family name at `at`; a name that is also a word only next to a verb of saying."""
    token = row.tokens[at]
    for reading in readings(token.folded):
        if reading.pronoun or reading.future:
            continue
        taken = sum(map(len, reading.proclitics)) - 2 * reading.definite
        hidden = token.folded.startswith(_FOR_THE)  # the alef of the article is not written after ل
        stem = _ARTICLE + token.folded[len(_FOR_THE) :] if hidden else token.folded[taken:]
        earlier = families.get(stem) or _spelt(stem, families)
        if earlier is not None:
            common = ordinary(row.text[token.start : token.end]) or row.begins(at)
            near = _has_subject(row.folded(at - 1)) or says(row.folded(at + 1))
            return (taken, earlier) if near or hidden or not common else (0, None)
    return 0, None


def _has_subject(word: str) -> bool:
    """Whether the word is a verb after which a person is named (قالت تراس, التقت تراس)."""
    return finite(word) or _listed_as(word, "meets") is not None


def _spelt(stem: str, families: dict[str, Found[Actor]]) -> Found[Actor] | None:
    if ordinary(stem) or len(stem) <= _SHORTEST:
        return None
    return next((f for family, f in families.items() if same_name(stem, family)), None)
