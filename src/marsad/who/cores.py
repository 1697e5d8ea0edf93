"""How a person's name is made: given names, prefixes, family names, words that no dictionary has.

In: a sentence's row, where a name may begin and what makes one likely there (a title, a verb of saying).
Out: the name's tokens. Next: `people`, which knows who stands before a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from marsad.arabic import readings
from marsad.arabic.fold import REMEMBERED
from marsad.who.lexicon import small_words
from marsad.who.sentence import NOUNS, Row
from marsad.who.vocabulary import as_written, deed, finite, given, heads, ordinary, says, stops

_ARTICLE, _AND, _HYPHEN = "ال", "و", "-"
_NISBA, _SILENT, _ALEF, _FEMININE_NISBA = "ي", "ه", "ا", "يه"
_PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_LIKE = "ك"  # begins names, and is hardly written onto one
_PRESENT, _HERS = ("ي", "ت", "ن"), "ت"
_PLURALS = ("ات", "ها", "هم")
_ARABIC = ("ء", "ي")
_HAMZATED = ("إ", "أ", "آ")
_MOST_WORDS = 5  # of a name, prefixes like عبد not counted
_SHORTEST = 3  # letters of a word that is a name only because the dictionary lacks it
_SHORTEST_NISBA = 4  # letters of a family name that is a word too, beside which nothing tells of a person
_SHORTEST_FAMILY = 5  # letters of a family name with its article
_LONGEST, _LONGEST_PLAIN = 11, 6  # letters of a name; of an ordinary word as a family name
_TWICE = ("strange", "strange")
_INFLECTED_FIRST = ("و", "ف", "ب", "ل", "ك", "ال", "ي", "ت", "ن", "ا", "م")
_INFLECTED_LAST = ("ه", "ات", "ون", "ين", "وا", "ها", "هم", "يا", "نا")
_RUN_TOGETHER = 10  # letters of two Arabic words written as one
_GAP = 2  # characters of white space between two words of one name
_NO_NAMES = NOUNS | {"state", "capital", "demonym", "people", "trait", "trap"}
_NAMED = frozenset({"given", "foreign", "both", "strange"})
_FOLLOWING = frozenset({"given", "foreign", "both", "family", "suffix"})
_PROPER = frozenset({"given", "foreign", "strange", "family"})
_UNHEARD = frozenset({"foreign", "strange"})
_SURE = frozenset({"given", "foreign", "strange", "family", "own"})
SURELY_GIVEN = ("given", "foreign", "own")  # "own": made one by its prefix (عبد الكريم)
TITLED = ("honorific", "titled")  # contexts
OFFICE = "office"
TOLD = "told"  # context: what is told of people (محاكمة فلان); it makes no word of the language a name
HOLDING = (OFFICE, "holds")  # contexts: an office read word by word; a role that the tables read


@dataclass(frozen=True, slots=True)
class Core:
    """The name itself: tokens `first` to `last`, `taken` letters of the first one being its proclitics."""

    first: int
    last: int
    taken: int
    kinds: tuple[str, ...]  # of its words: given, foreign, both, own, strange, family, common, plain ...
    long: bool = True  # its first word has letters enough for a name by itself
    foreign: bool = False  # its words look like nothing that Arabic inflects, and no word of place is before


def likelihood(row: Row, at: int) -> str:
    """Whether a name may begin at `at`: "alone", only where something "leads" to it, or "" for never."""
    kind = _kind(row, at, _taken(row, at), True)
    if kind in _NAMED or kind == "prefix":
        return "alone"
    if kind == "plain" and _kind(row, at + 1, 0, False) in _PROPER:
        return "alone"
    return "leads" if kind else ""


def core_at(row: Row, at: int, context: str) -> Core | None:
    """The words at `at` that may be a name in the context; `accepted` says whether they are one."""
    taken = _taken(row, at)
    kinds: list[str] = []
    last, step, prefixed = at - 1, at, False
    while step < len(row) and len(kinds) < _MOST_WORDS:
        kind = _kind(row, step, taken if step == at else 0, step == at)
        if kind == "prefix":
            step, prefixed = step + 1, True
            continue
        tied = prefixed and _takes_prefix(row, step, kind)
        if not tied and not _continues(row, step, kind, kinds, context):
            break
        if kind == "suffix" and kinds == ["both"]:  # جلال الدين is a given name, whatever جلال is
            kinds = ["given"]
        kinds.append("own" if tied and not kinds else kind)
        last, step, prefixed = step, _past_hyphen(row, step), False
        if kinds[-1] in ("family", "common") and not tied:
            step = _past_number(row, step)
            last = max(last, step - 1)
            break
    if not kinds:
        return None
    word = row.folded(at)
    long = len(word) > _SHORTEST and not word.endswith(_PLURALS)
    return Core(at, last, taken, tuple(kinds), long, _foreign(row, at, last))


def _foreign(row: Row, first: int, last: int) -> bool:
    """Whether no word looks inflected or run together, and none of place stands before (فلورنتينو غارسون)."""
    if row.folded(first - 1) in small_words("locative") or parted(row, first):
        return False
    words = [row.folded(at) for at in range(first, last + 1)]
    return not any(
        w.startswith(_INFLECTED_FIRST)
        or w.endswith(_INFLECTED_LAST)
        or not _SHORTEST < len(w) < _RUN_TOGETHER
        for w in words
    )


def accepted(core: Core, context: str) -> bool:
    """Whether the words are a name in their context."""
    kinds = core.kinds
    if len(kinds) > 1:
        first, second = kinds[:2]
        both = first == "both" and second in _SURE
        return first in SURELY_GIVEN or bool(context) or both or (kinds[:2] == _TWICE and core.foreign)
    if context in TITLED:
        return context == "honorific" or kinds[0] != "plain"
    if context == "office" and kinds[0] == "strange":  # may end the name of the body (مدير قناة فلان)
        return False
    return context in ("says", TOLD, *HOLDING) and kinds[0] in (*SURELY_GIVEN, "strange") and core.long


def parted(row: Row, at: int) -> bool:
    """Whether a quotation mark that the row leaves out, or a gap, parts the word from the one before."""
    if not 0 < at < len(row):
        return False
    between = row.text[row.tokens[at - 1].end : row.tokens[at].start]
    return bool(set(between) & small_words("quote")) or len(between) > _GAP


def _takes_prefix(row: Row, at: int, kind: str) -> bool:
    """Whether the word is the rest of عبد or أبو, or a name after another prefix (لا شك is none)."""
    sure = small_words("opens_name") | small_words("sure_prefix")
    return bool(kind) and (kind in _PROPER or row.folded(at - 1) in sure)


def _past_hyphen(row: Row, at: int) -> int:
    """The next token, past a hyphen that joins two words to one name (سونغ-هو)."""
    if row.folded(at + 1) != _HYPHEN or at + 2 >= len(row):
        return at + 1
    hyphen = row.tokens[at + 1]
    tight = row.tokens[at].end == hyphen.start and hyphen.end == row.tokens[at + 2].start
    return at + 2 if tight else at + 1


def _past_number(row: Row, at: int) -> int:
    """Past the number of a ruler of this name (عبد الله الثاني)."""
    return at + 1 if row.folded(at) in small_words("ordinal") else at


def _continues(row: Row, at: int, kind: str, kinds: Sequence[str], context: str) -> bool:
    """Whether a word of this kind goes on with the name."""
    if not kind:
        return False
    if not kinds:
        return kind in _NAMED or _begins(row, at, kind, context)
    if kind == "strange":
        return not row.folded(at).startswith(_AND)
    if kind in _FOLLOWING:
        return True
    if kind == "common":  # الحكيم after an Arabic given name, not after a foreign one
        if row.folded(at + 1).startswith(_ARTICLE) and not row.folded(at).endswith(_NISBA):
            return False  # a noun with its adjective (طالب أبو فلان الإطار القيادي)
        likely = bool(context) or kinds[0] in SURELY_GIVEN
        after = kinds[-1] in ("given", "own", "suffix") or (context in TITLED and list(kinds) == ["both"])
        return after or (likely and row.folded(at).endswith(_NISBA))
    return not _like_a_verb(row.folded(at)) and _plainly_continues(row, at, kind, kinds, context)


def _plainly_continues(row: Row, at: int, kind: str, kinds: Sequence[str], context: str) -> bool:
    """Whether a word of the language is a family name here."""
    if kinds[-1] == "foreign":
        return not row.folded(at).endswith((_SILENT, _ALEF))
    if kind == "tied":  # كيتا, where nothing follows that a preposition would govern
        return bool(context) and len(row.folded(at)) < _LONGEST_PLAIN and not _kind(row, at + 1, 0, False)
    if context in TITLED and list(kinds) in (["both"], ["plain"]):  # الرقيب تيم هولت
        word = row.folded(at)
        return not _like_a_past(word) and len(word) <= _LONGEST_PLAIN and not word.endswith((_SILENT, _ALEF))
    return kinds[0] in SURELY_GIVEN and _goes_on(row, at, kinds, context)


def _like_a_verb(word: str) -> bool:
    """Whether an ordinary word begins as verbs of the present do (يائير يستمتع)."""
    return word.startswith(_PRESENT) and len(word) > _SHORTEST + word.startswith(_HERS)


def _begins(row: Row, at: int, kind: str, context: str) -> bool:
    """Whether a word that is no name by itself begins one here."""
    if context in TITLED and (begins := _begins_titled(row, at, kind, context)) is not None:
        return begins
    # foreign names of short syllables, after an office (شي جين بينغ)
    if kind != "plain":
        return False
    after = _kind(row, at + 1, 0, False)
    if context == "says" or (context == OFFICE and row.folded(at - 1) in small_words("comma")):
        word = row.folded(at)
        return after in _UNHEARD and word not in heads() and not word.endswith(_SILENT)
    if context not in ("holds", *TITLED):
        return False
    return after in _PROPER or (after == "common" and row.folded(at + 1).endswith(_NISBA))


def _begins_titled(row: Row, at: int, kind: str, context: str) -> bool | None:
    """Whether a name begins after a title; None where that needs more to be known."""
    word, after = row.folded(at), _kind(row, at + 1, 0, False)
    team = row.folded(at - 1) in small_words("team") and word.endswith(_NISBA) and after not in _PROPER
    if context == "honorific":  # السيناتور الجمهوري فلان
        return not team and not (kind == "common" and word.endswith(_NISBA) and after in _NAMED)
    if kind == "family":
        return not word.endswith(_FEMININE_NISBA) and not team
    said = kind == "plain" and after == "plain" and says(row.folded(at - 2))
    return True if said and not _like_a_past(row.folded(at + 1)) else None


def _like_a_past(word: str) -> bool:
    """Whether an ordinary word may be a verb in the past, of three letters or with an alef (قتل, أعلن)."""
    return len(word) <= _SHORTEST or word.startswith(_ALEF)


def _goes_on(row: Row, at: int, kinds: Sequence[str], context: str) -> bool:
    """Whether an ordinary word is a family name here, by the role or name before it and what follows."""
    word = row.folded(at)
    if len(word) > _LONGEST_PLAIN or word.endswith((_SILENT, _ALEF)):
        return False
    nisba = word.endswith(_NISBA) and (bool(context) or len(word) > _SHORTEST_NISBA)
    if nisba or _kind(row, at + 1, 0, False) == "family":
        return True
    # Past tenses are of three letters or begin with an alef, mostly: طارق قتل, طارق أعلن, طارق بيطار.
    return len(kinds) == 1 and (bool(context) or (len(word) > _SHORTEST and not word.startswith(_ALEF)))


def _taken(row: Row, at: int) -> int:
    """How many letters before a given name are proclitics (ولمحمد)."""
    return _proclitics(row.folded(at))


@lru_cache(maxsize=REMEMBERED)
def _proclitics(word: str) -> int:
    if given(word) or len(word) < _SHORTEST:
        return 0
    for reading in readings(word):
        plain = reading.proclitics and not reading.definite and not reading.pronoun and not reading.future
        if (
            plain
            and _LIKE not in reading.proclitics
            and (given(reading.stem) in SURELY_GIVEN or reading.stem in small_words("opens_name"))
        ):
            return sum(map(len, reading.proclitics))
    return 0


def _kind(row: Row, at: int, taken: int, first: bool) -> str:
    """What a token is to a name, "" for one that ends it."""
    if at >= len(row) or row.tokens[at].kind != "word":
        return ""
    word = row.folded(at)[taken:]
    if not _ARABIC[0] <= word[:1] <= _ARABIC[1] or (not first and parted(row, at)):
        return ""
    if word in small_words("opens_name" if first else "inside_name"):
        return "" if _written(row, at) in as_written() else "prefix"
    if not first and word in small_words("suffixed") | small_words("ordinal"):
        return "suffix"
    if kind := given(word):
        return "" if _written(row, at) in as_written() else "both" if finite(word) else kind
    return _ungiven(row, at, word, first)


def _ungiven(row: Row, at: int, word: str, first: bool) -> str:
    tied = word[:1] in _PROCLITICS and word[1:] in stops()  # بأول
    if tied or word in stops() or finite(word) or word in _no_names() or _of_the_book(row, at, first):
        return ""
    known = ordinary(_written(row, at))
    if known and first and word.startswith(_ARTICLE) and _hamzated(row, at):
        return "plain"
    if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_FAMILY:
        other = (word.endswith(_FEMININE_NISBA) or deed(word)) and not first
        return "" if other else "common" if known else "family"
    if known or len(word) < _SHORTEST:
        return _plain(word)
    return "strange" if len(word) <= _LONGEST else ""


def _hamzated(row: Row, at: int) -> bool:
    """Whether the word is written without an article, though folded it looks like one (إلينا)."""
    return _written(row, at).startswith(_HAMZATED)


def _written(row: Row, at: int) -> str:
    token = row.tokens[at]
    return row.text[token.start : token.end]


@lru_cache(maxsize=REMEMBERED)
def _plain(word: str) -> str:
    """ "plain" for a word of the language, "tied" where it may be a short one with a preposition, else ""."""
    stems = [r.stem for r in readings(word) if r.proclitics and len(r.stem) >= _SHORTEST and ordinary(r.stem)]
    if not stems:
        return "plain"
    short = min(map(len, stems)) <= _SHORTEST + 1 and not word.startswith(_AND) and not word.endswith(_SILENT)
    return "tied" if short and _ARTICLE not in word else ""


def _of_the_book(row: Row, at: int, first: bool) -> bool:
    """Whether the tables know the word as anything but a person; السوداني after a given name is a family."""
    found = row.hit(at, _NO_NAMES) if row.begins(at) else None
    if found is None:
        return False
    hit, word = found
    nisba = word.sort == "demonym" and hit.reading.definite and row.folded(at).endswith(_NISBA)
    return not (nisba and not first and hit.last == at and given(row.folded(at - 1)))


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return titles() | small_words("office")


def titles() -> frozenset[str]:
    """Folded titles that stand before a name."""
    return small_words("honorific") | small_words("titled")
