"""The grammar of a party's phrase: a noun and what completes it.

القوات البرية الأميركية · مقاتلو حزب الله · المتحدث باسم التحالف العقيد فلان · قوات بلاده
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.arabic import Hit, fold
from marsad.who.holders import with_person
from marsad.who.leading import before_owner, led
from marsad.who.lexicon import Word, of_body, party_code, small_words
from marsad.who.parts import TOLD_UNIT, UNIT, Part
from marsad.who.sentence import NOUNS, Row
from marsad.who.units import designated

_ARTICLE, _AND, _FOR = "ال", "و", "ل"
_MOST_TRAITS = 6
_NISBAS, _NUNS = ("يين", "يون", "يه"), ("ون", "ين", "ان")
_SHORTEST = 4  # letters of a definite adjective are more (إلى is none)
_ISO3 = 3  # letters of a state's code
_NAME_WORDS = 2  # of a person we do not know: given name and family name
_OF_STATE = frozenset({"force", "body", "role"})
_TITLES = frozenset({"role", "rank", "spokes"})
_HEADS_OF_GROUPS = frozenset({"fighter", "group"})
_KINDS = {"force": "forces", "fighter": "generic", "group": "group", "body": "body", "crowd": "generic"}
_PARTIES = frozenset({"name", "state", "capital"})
_DEMONYMS = frozenset({"demonym", "people"})


def kind_of(word: Word) -> str:
    """The kind of actor that a noun heads."""
    if word.rule == "coalition":
        return "coalition"
    return _KINDS.get(word.sort, "person")


def name_at(row: Row, at: int, sorts: frozenset[str] = _PARTIES) -> Part | None:
    """A listed name at `at`, with the adjectives that repeat what it is (حزب الله اللبناني)."""
    found = row.hit(at, sorts)
    if found is None:
        return None
    hit, word = found
    if word.sort == "name" and (other := _of_another(row, hit, word)):
        return other
    last = _repeated(row, hit.last) if word.sort == "name" and word.kind != "person" else hit.last
    ends = row.hit(last, _DEMONYMS) is not None and last > at
    own = "" if word.code or word.kind == "person" else _own_name(row, hit, word)  # whoever acts for it too
    by_adjective = ends and word.kind in ("forces", "body")
    return Part(hit, last, word.code or own, "name", word.kind, word.id, by_adjective)


def _own_name(row: Row, hit: Hit[Word], word: Word) -> str:
    """The group's name as in the text, without a noun of its men that the table lists with it (قوات كذا)."""
    men = hit.last > hit.first and hit.reading.stem in small_words("any_army")
    inner = row.hit(hit.first + 1, ("name",)) if men else None
    bare = row.words(hit.first + 1, hit.last) if inner and word.id and inner[1].id == word.id else ""
    return bare if word.id and fold(bare) == fold(party_code(word.id)) else row.span(hit, hit.last)[1]


def _of_another(row: Row, hit: Hit[Word], word: Word) -> Part | None:
    """ "الاحتلال" is Israel's unless a demonym says whose it is."""
    demonym = row.modifier(hit.last + 1, ("demonym",)) if len(word.code) == _ISO3 else None
    if demonym is None or demonym[1].code == word.code or not demonym[0].reading.definite:
        return None
    return Part(hit, demonym[0].last, demonym[1].code, "forces", word.kind, None, True)


def _repeated(row: Row, last: int) -> int:
    for _ in range(2):
        more = row.modifier(last + 1, ("demonym", "trait"))
        if more is None or not more[0].reading.definite or more[1].rule not in ("", "named"):
            return last
        last = more[0].last
    return last


def phrase_at(row: Row, at: int) -> Part | None:
    """The phrase that the noun at `at` heads, None if it names nobody."""
    found = row.hit(at, NOUNS)
    if found is None:
        return None
    hit, word = found
    if hit.reading.pronoun:
        return _of_theirs(row, hit, word)
    if word.sort == "home":
        return None
    if word.sort == "ambiguous":
        return Part(hit, hit.last, "", f"definite:{word.rule}", "group")
    part = _spoken_for(row, hit, word) if word.sort == "spokes" else _completed(row, hit, word)
    open_ = part is not None and not part.name and word.sort in ("role", "spokes", "rank")
    return with_person(row, part, word) if part and open_ else part


def _of_theirs(row: Row, hit: Hit[Word], word: Word) -> Part:
    """ "قواتها": whose they are the pronoun says, unless an adjective does (جنودها الفرنسيين)."""
    nation = row.modifier(hit.last + 1, _DEMONYMS) if word.sort == "force" else None
    if nation and nation[0].reading.definite:
        return Part(hit, nation[0].last, nation[1].code, "forces", kind_of(word), by_adjective=True)
    return Part(hit, hit.last, "", "pronoun", kind_of(word))


def _spoken_for(row: Row, hit: Hit[Word], word: Word) -> Part | None:
    """ "المتحدث العسكري باسم X": the party is X."""
    at = hit.last + 1
    while (trait := row.modifier(at, ("trait", "demonym"))) and trait[1].rule in ("plain", ""):
        at = trait[0].last + 1
    if row.folded(at) not in small_words("by"):
        return _completed(row, hit, word)
    inner = party_at(row, at + 1)
    return replace(inner, hit=hit, kind="person", id=None, by_adjective=False) if inner else None


def party_at(row: Row, at: int) -> Part | None:
    """A name or a noun's phrase at `at`, with the clause that says who leads it."""
    part = name_at(row, at) or unit_at(row, at) or phrase_at(row, at)
    return led(row, part) if part else None


def unit_at(row: Row, at: int) -> Part | None:
    """A numbered unit: of the state that it names, of the army it is in, else of the article's own."""
    unit = designated(row, at)
    if unit is None:
        return None
    if unit.code:
        return Part(unit.hit, unit.last, unit.code, "forces", "forces", by_adjective=True)
    whole = _army_of(row, unit.last + 1)
    if whole:
        return replace(whole, hit=unit.hit, id=None, by_adjective=False)
    told = row.folded(unit.hit.first - 1) in small_words("after_that")
    return Part(unit.hit, unit.last, "", TOLD_UNIT if told else UNIT, "forces")


def _army_of(row: Row, at: int) -> Part | None:
    """What a unit is part of (في اللواء 35 بالجيش العراقي, التابع للجيش), no means or place."""
    tied = row.modifier(at, ("trait",))
    belongs = tied is not None and tied[1].rule == "of"
    at += belongs or row.folded(at) in small_words("of")
    found = row.hit(at, NOUNS | {"name"})
    if found is None or (
        not belongs and found[0].reading.preposition is None and row.folded(at - 1) not in small_words("of")
    ):
        return None
    inner = party_at(row, at) if belongs or _is_army(found[0]) else None
    return inner if inner is not None and inner.kind in ("forces", "group", "coalition") else None


def _is_army(hit: Hit[Word]) -> bool:
    return not hit.reading.conjoined and not {
        hit.reading.stem,
        hit.reading.stem.removeprefix(_ARTICLE),
    }.isdisjoint(small_words("army"))


@dataclass(slots=True)
class _Head:
    """A noun with the adjectives read so far."""

    hit: Hit[Word]
    word: Word
    definite: bool
    last: int
    effect: str = "plain"


def _completed(row: Row, hit: Hit[Word], word: Word) -> Part | None:
    head = _Head(hit, word, hit.reading.definite or word.article, hit.last)
    for _ in range(_MOST_TRAITS):
        inner = _complement(row, head)
        if inner:
            return inner
        if not _took_trait(row, head):
            break
    return _unlisted(row, head) or _alone(row, head)


def _took_trait(row: Row, head: _Head) -> bool:
    """Move past an adjective; between a definite noun and its demonym any definite word may stand."""
    trait = row.modifier(head.last + 1, ("trait",))
    if trait and (not head.definite or trait[0].reading.definite or trait[1].article):
        hit, word = trait
        head.last = hit.last
        head.definite = head.definite or hit.reading.definite or word.article
        if word.rule != "plain":
            head.effect = word.rule
        return True
    if head.word.rule == "minister" and _portfolio(row, head):
        return True
    if before_owner(row, head.word, head.last + 1):
        head.last += 1
        return True
    unknown = _definite_and_unknown(row, head.last + 1)
    if head.definite and unknown and row.modifier(head.last + 2, ("demonym",)):
        head.last += 1
        return True
    return False


def _portfolio(row: Row, head: _Head) -> bool:
    """Move past what a minister is for (وزير الري, وزير النقل والاتصالات)."""
    word = row.folded(head.last + 1)
    joined = word.startswith(_AND + _ARTICLE) and head.last > head.hit.last
    alone = word.startswith(_ARTICLE) and len(word) >= _SHORTEST
    if not (joined or alone) or row.begins(head.last + 1):
        return False
    head.last += 1
    head.definite = True
    return True


def _complement(row: Row, head: _Head) -> Part | None:
    """What tells whose the noun is: a demonym, a party's name, another noun's phrase."""
    at = head.last + 1
    if head.effect in ("of", "loyal"):
        return _belonging(row, head, at)
    demonym = row.modifier(at, _DEMONYMS)
    if demonym and not (demonym[0].reading.definite and not head.definite and head.word.sort == "crowd"):
        return _of_nation(head, demonym)
    if head.word.sort == "crowd":
        return None
    inner = _named(row, head, at) or _nested(row, head, at) or _of_a_group(row, head, at)
    return replace(inner, hit=head.hit) if inner else None


def _of_nation(head: _Head, demonym: tuple[Hit[Word], Word]) -> Part | None:
    hit, word = demonym
    sort = head.word.sort
    common = sort != "force" and head.word.rule != "president"
    if common and hit.reading.stem in small_words("common"):  # financial authorities are not Mali's
        return None
    if sort in _HEADS_OF_GROUPS and head.word.rule != "fighters":  # Palestinian factions are not Palestine
        kind = "generic" if sort == "fighter" else kind_of(head.word)
        return Part(head.hit, hit.last, "", "name", kind)
    if sort == "crowd":
        return Part(head.hit, hit.last, head.word.code, "generic", "generic")
    kind = "forces" if sort == "fighter" else kind_of(head.word)
    return Part(head.hit, hit.last, word.code, "forces", kind, by_adjective=True)


def _named(row: Row, head: _Head, at: int) -> Part | None:
    """A name after the noun: "مقاتلو حزب الله", "قوات كوريا الجنوبية", "الرئيس بشار الأسد"."""
    if row.modifier(at, _PARTIES) is None:
        return None
    inner = name_at(row, at)
    titled = inner is not None and inner.kind == "person" and head.word.sort in _TITLES
    if inner is None or (head.definite and not titled and not _describes(row, head, inner)):
        return None
    if inner.kind in ("state", "capital"):
        if head.word.sort not in _OF_STATE:
            return None
        return replace(inner, kind=kind_of(head.word), rule="forces", by_adjective=False)
    if head.word.sort in _TITLES:
        named = row.words(at, inner.last) if inner.kind == "person" else ""
        return replace(inner, kind="person", name=named)
    return replace(inner, kind=kind_of(head.word)) if inner.kind == "person" else inner


def _of_a_group(row: Row, head: _Head, at: int) -> Part | None:
    """A body or group with ل after its organ or chief (القيادة العسكرية لحزب العمال، الأمين العام للناتو)."""
    found = row.hit(at, _PARTIES) if head.word.sort in ("body", "role") else None
    owned = found is not None and found[0].reading.preposition == _FOR and not found[0].reading.conjoined
    inner = name_at(row, at) if owned else None
    if inner is None or inner.kind not in ("group", "body", "coalition"):
        return None
    return inner if head.word.sort == "body" else replace(inner, kind="person", id=None, by_adjective=False)


def _describes(row: Row, head: _Head, inner: Part) -> bool:
    """Whether a group's name is an adjective of its men (المقاتلين الحوثيين)."""
    men = head.word.sort == "fighter" or (head.word.sort == "force" and not head.word.rule)
    alone = men and inner.kind == "group" and inner.hit.first == inner.last
    return alone and row.folded(inner.last).endswith(_NISBAS)


def _nested(row: Row, head: _Head, at: int) -> Part | None:
    """Another noun's phrase after the noun: "طائرات سلاح الجو الأميركي", "عناصر من الجيش"."""
    described = head.effect == "named" and head.last > head.hit.last  # جنود متمردون: nothing belongs to them
    if (
        head.definite
        or head.word.sort == "rank"
        or _closed(row, head, at)
        or (described and row.folded(at).startswith(_ARTICLE))
    ):
        return None
    if row.folded(at) in small_words("of"):
        return _part_of(row, head, at + 1)
    trait = row.modifier(at, ("trait",)) if head.word.sort in _HEADS_OF_GROUPS else None
    if (trait and not trait[0].reading.definite) or row.modifier(at, NOUNS) is None:
        return None
    inner = unit_at(row, at) or phrase_at(row, at)
    if inner is None:
        return None
    own = head.word.sort in ("role", "spokes") or inner.hit.reading.pronoun
    kind = kind_of(head.word) if own else inner.kind
    if not inner.code and inner.rule == "name":  # مقاتلو الميليشيات الإسلامية: the militias
        inner = replace(inner, code=row.span(inner.hit, inner.last)[1])
    return replace(_unambiguous(row, head, inner), kind=kind)


def _closed(row: Row, head: _Head, at: int) -> bool:
    """Whether the noun governs no "القاعدة": it keeps its nun (مسلحون) or an adjective stands between."""
    if row.hit(at, ("ambiguous",)) is None:
        return False
    return head.last > head.hit.last or row.folded(head.last).endswith(_NUNS)


def _part_of(row: Row, head: _Head, at: int) -> Part | None:
    """ "جنود من الجيش العراقي": the whole names the party; a state or capital after it is a place."""
    if head.word.sort == "body" or row.modifier(at, NOUNS | {"name"}) is None:
        return None
    inner = party_at(row, at)
    if inner is None or inner.kind == "body" or inner.rule == "pronoun":
        return None
    return replace(_unambiguous(row, head, inner), by_adjective=False)


def _unambiguous(row: Row, head: _Head, inner: Part) -> Part:
    """القاعدة and الشباب are groups after a noun of fighters or groups."""
    found = row.hit(inner.hit.first, ("ambiguous",))
    if found and head.word.sort in _HEADS_OF_GROUPS:
        return replace(inner, code=found[1].code, rule="name")
    return inner


def _belonging(row: Row, head: _Head, at: int) -> Part | None:
    """ "تابعة للحوثيين", forces loyal to a government: the party; loyal to a state: its own."""
    at += row.folded(at) in small_words("of")
    found = row.hit(at, _PARTIES | NOUNS)
    if found is None or found[0].reading.conjoined:
        return None
    inner = party_at(row, at)
    if inner is None:
        return None
    own = head.word.sort == "force" and inner.kind == "body"
    if head.effect == "loyal" and inner.kind in ("state", "capital", "body") and not own:
        return Part(head.hit, inner.last, "", "name", "generic")
    return replace(inner, hit=head.hit, kind=kind_of(head.word), id=None, by_adjective=False)


def _unlisted(row: Row, head: _Head) -> Part | None:
    """A brigade or militia that no table lists, by the definite words after its noun (لواء الفرسان)."""
    if head.definite or head.hit.reading.stem not in small_words("unit"):
        return None
    last = head.last
    while last - head.last < _NAME_WORDS and _definite_and_unknown(row, last + 1):
        last += 1
    return Part(head.hit, last, "", "name", "group") if last > head.last else None


def _definite_and_unknown(row: Row, at: int) -> bool:
    word = row.folded(at)
    return word.startswith(_ARTICLE) and len(word) > _SHORTEST and not row.begins(at)


def _alone(row: Row, head: _Head) -> Part | None:
    """The noun with its adjectives only: a described party, one to be resolved, or nobody."""
    word, sort = head.word, head.word.sort
    described = _described(row, head)
    if described:
        return described
    if head.definite and word.rule and sort != "crowd":
        code = word.code if word.code not in ("", "=") else ""
        return Part(head.hit, head.last, code, f"definite:{word.rule}", kind_of(word))
    if word.code:
        return Part(head.hit, head.last, word.code.removeprefix("="), _generic_rule(word), "generic")
    return None


def _generic_rule(word: Word) -> str:
    return "name" if word.code == "=" else "generic"


def _of_a_body(row: Row, head: _Head) -> str:
    """The international body that an adjective of the noun stands for (قوات أممية)."""
    return next(
        (code for at in range(head.hit.last + 1, head.last + 1) if (code := of_body(row.folded(at)))), ""
    )


def _described(row: Row, head: _Head) -> Part | None:
    sort, effect = head.word.sort, head.effect
    if head.definite and head.word.rule == "group" and effect == "named":  # "the extremist organisation"
        return None
    if effect == "unknown" and sort in ("fighter", "force"):
        return Part(head.hit, head.last, "UNKNOWN_GUNMEN", "generic", "generic")
    if effect == "foreign" and sort == "force" and head.word.rule != "army":
        return Part(head.hit, head.last, "FOREIGN_FORCES", "generic", "forces")
    if effect == "kurds" and sort in ("force", "fighter"):
        return Part(head.hit, head.last, "", "definite:kurds", "group")
    if effect == "government" and sort == "force":
        return Part(head.hit, head.last, "", "definite:army", "forces")
    if effect == "named" and sort in ("force", "fighter") and (body := _of_a_body(row, head)):
        return Part(head.hit, head.last, body, "forces", "forces")
    nameable = sort in _HEADS_OF_GROUPS or (sort == "force" and head.word.rule in ("forces", "army"))
    if effect in ("named", "foreign", "loyal") and nameable:
        return Part(head.hit, head.last, "", "name", "generic")
    return None
