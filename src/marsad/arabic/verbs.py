"""All written forms of a verb from its principal parts (تصريف الفعل), in folded, unvocalised spelling.

A lemma's row gives the past (أخلى), the present (يخلي), the verbal nouns and the participles; gender, number,
person, mood and passive follow by rule. Clitics are not generated: `readings` takes them off first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad.arabic.fold import fold

_LONG = {"ا", "و", "ي"}


@dataclass(frozen=True, slots=True)
class Form:
    """One written form: its folded spelling and its kind (past, passive, masdar, noun …)."""

    text: str
    kind: str
    plural: bool = False


def _weak_end(principal: str) -> bool:
    """Whether the last letter is a long vowel of the root (أخلى, بقي, غزا); a hamza on it is none (بدأ)."""
    return len(principal) > 2 and principal[-1] in _LONG | {"ى"}


def _hollow(word: str) -> int | None:
    """Where the middle long vowel stands in a hollow verb (زاد, أعاد, يزيد), or None."""
    return len(word) - 2 if len(word) >= 3 and word[-2] in _LONG and word[-1] not in _LONG else None


def past_forms(principal: str) -> Iterator[Form]:
    """Past tense: third persons, first person plural; the principal is spelt in full (ى tells itself from ي).

    >>> sorted(f.text for f in past_forms("أخلى"))[:3]
    ['اخلت', 'اخلتا', 'اخلو']
    """
    stem = fold(principal)
    yield Form(stem, "past")
    if _weak_end(principal):
        kept = stem if principal[-1] == "ي" else stem[:-1]
        endings = (kept + "ت", kept + "تا", stem[:-1] + "يا", stem[:-1] + "ين", stem[:-1] + "ينا")
        yield from (Form(text, "past") for text in endings)
        yield from (Form(stem[:-1] + ending, "past", True) for ending in ("وا", "و"))
        return
    yield from (Form(stem + ending, "past") for ending in ("ت", "تا", "ا"))
    yield from (Form(stem + ending, "past", True) for ending in ("وا", "و"))
    middle = _hollow(stem)
    short = stem if middle is None else stem[:middle] + stem[middle + 1 :]
    yield Form(short + "نا", "past", True)


def present_forms(principal: str) -> Iterator[Form]:
    """Present tense in all persons that news uses, indicative, subjunctive and jussive.

    >>> "يستولون" in {f.text for f in present_forms("يستولي")}
    True
    """
    rest = fold(principal)[1:]
    weak = _weak_end(principal)
    base = rest[:-1] if weak else rest
    middle = _hollow(rest)
    for person in ("ي", "ت", "ن"):  # not أ: "I" is rare in news, and أنه, أصل, أبلغ would be read as verbs
        yield Form(person + rest, "present")
        if weak:
            yield Form(person + base, "jussive")
        elif middle is not None:
            yield Form(person + rest[:middle] + rest[middle + 1 :], "jussive")
    for person in ("ي", "ت"):
        yield from (Form(person + base + ending, "present", True) for ending in ("ون", "وا", "و"))
        dual = base + "ي" if weak else base
        yield from (Form(person + dual + ending, "present") for ending in ("ان", "ا"))


def passive_forms(past: str, present: str) -> Iterator[Form]:
    """Passive forms that are written unlike the active (أعيد, يعاد, هوجم)."""
    stem, rest = fold(past), fold(present)[1:]
    middle = _hollow(stem)
    if middle is not None and stem[middle] == "ا":
        passive = stem[:middle] + "ي" + stem[middle + 1 :]
        yield from (Form(passive + ending, "passive") for ending in ("", "ت"))
        yield Form(passive + "وا", "passive", True)
    elif len(stem) == 4 and stem[1] == "ا":
        passive = stem[0] + "و" + stem[2:]
        yield from (Form(passive + ending, "passive") for ending in ("", "ت"))
        yield Form(passive + "وا", "passive", True)
    elif stem.startswith("است") and stem[3:4] == "ا":  # استأنف, استُؤنف
        yield from (Form(stem[:3] + "و" + stem[4:] + ending, "passive") for ending in ("", "ت"))
    elif _weak_end(past) and past[-1] != "ي":
        yield from (Form(stem[:-1] + ending, "passive") for ending in ("ي", "يت"))
    middle = _hollow(rest)
    if middle is not None and rest[middle] != "ا":
        changed = rest[:middle] + "ا" + rest[middle + 1 :]
        yield from (Form(person + changed, "passive") for person in ("ي", "ت"))


def noun_forms(singular: str, kind: str) -> Iterator[Form]:
    """A noun or participle: as it stands, with tanwin alef, feminine, dual and the two sound plurals."""
    stem = fold(singular)
    yield Form(stem, kind)
    base = stem[:-1] + "ت" if stem.endswith("ه") else stem
    if not stem.endswith(("ه", "اء", "ا")):
        yield Form(stem + "ا", kind)
    # The dual before a genitive looks like the relative adjective (هجومي): only after ta marbuta is it safe.
    dual = ("ان", "ين", "ي", "ا") if stem.endswith("ه") else ("ان", "ين")
    yield from (Form(base + ending, kind) for ending in dual)
    root = stem[:-1] if stem.endswith("ه") else stem
    yield Form(root + "ات", kind, True)
    if kind == "participle":
        yield Form(stem + "ه", kind)
        yield from (Form(stem + ending, kind, True) for ending in ("ون", "ين", "و"))


@dataclass(frozen=True, slots=True)
class Lemma:
    """The principal parts of a verb and its nouns; an empty part is one that the lemma lacks."""

    past: str = ""
    present: str = ""
    masdars: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()  # as written, with their own (broken) plurals; nothing is derived from them

    def forms(self) -> Iterator[Form]:
        """Every written form of the lemma, without clitics."""
        if self.past:
            yield from past_forms(self.past)
        if self.present:
            yield from present_forms(self.present)
        if self.past and self.present:
            yield from passive_forms(self.past, self.present)
        for masdar in self.masdars:
            yield from noun_forms(masdar, "masdar")
        for participle in self.participles:
            yield from noun_forms(participle, "participle")
        for noun in self.nouns:
            yield Form(fold(noun), "masdar", noun != self.nouns[0])
            if not fold(noun).endswith(("ه", "ا", "ات", "اء", "ين", "ان")):
                yield Form(fold(noun) + "ا", "masdar", noun != self.nouns[0])


def lemma_of(row: dict[str, str], cells: Iterable[str] = ("masdar", "participle", "nouns")) -> Lemma:
    """The lemma of a table row with the columns past, present, masdar, participle, nouns (several by `|`)."""
    masdars, participles, nouns = (tuple(p for p in (row.get(c) or "").split("|") if p) for c in cells)
    return Lemma(row.get("past") or "", row.get("present") or "", masdars, participles, nouns)
