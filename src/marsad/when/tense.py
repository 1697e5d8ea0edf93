"""Whether the clause of a time looks ahead (زمن الفعل): the tense that chooses among Thursdays.

In: a sentence and where a time stands in it. Out: whether what is said of that time is still to come. Events
have a tense of their own (what/factuality.py); this one serves times that belong to no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from simplemma import lemmatize

from marsad.arabic import PhraseBook, Sentence, Token, fold, readings
from marsad.arabic.clitics import is_word
from marsad.arabic.fold import REMEMBERED
from marsad.data import cell, read_table
from marsad.records import Span

PLAN_REACH = 4  # tokens from a word of planning to the "that" of what is planned
WAS_REACH = 10  # tokens from "was" to a word of planning that it makes one of the past
COMMA_REACH = 4  # tokens from a time back to a comma that does not part it from its verb (، الخميس،)
ASIDE_REACH = 14  # tokens of a relative clause between commas
BARE_REACH = 3  # tokens from a "that" to a time with no verb between (أنه اعتبارا من الأحد، سيرفع)
SHORTEST_VERB = 4  # letters, with the mark of the future
_MARK, _PERSONS, _BEFORE_A_VERB, _MASDAR = "س", "يتن", "وف", "ي"
_THEY_DID, _NOT_DONE = "وا", ("ي", "ت", "ل", "")  # a past of "they", no subjunctive
_BACK = ("ه", "ها", "هم")  # pronouns that point back to what a relative clause describes
_COMMAS, _CLOSED = ("،", ","), ("؛", ";", ":", "\n")
_BOOK: PhraseBook[str] = PhraseBook()
for _row in read_table("when/tense.csv"):
    for _form in cell(_row["forms"]):
        _BOOK.add(_form, _row["kind"])


def _forms(kind: str) -> frozenset[str]:
    return frozenset(
        fold(f) for row in read_table("when/tense.csv") if row["kind"] == kind for f in cell(row["forms"])
    )


_NOUNS, _NOW = _forms("noun"), _forms("now")


def looks_ahead(sentence: Sentence, span: Span) -> bool:
    """Whether the clause around a time tells of what is still to come.

    >>> from marsad.arabic import sentences
    >>> text = "ستغادر الفرقة الخميس"
    >>> looks_ahead(next(sentences(text)), Span(14, 20))
    True
    """
    return bool(_tense(sentence, span, ("told", "lasted")))


def may_be_ahead(sentence: Sentence, span: Span) -> bool:
    """As `looks_ahead`, of a time that is to come unless a verb that ends with it says otherwise.

    What is announced until Thursday is to come (أعلنوا هدنة حتى الخميس), what lasted until it is over.
    """
    return _tense(sentence, span, ("lasted",)) is not False


def is_untold(sentence: Sentence, span: Span) -> bool:
    """Whether no verb that is known says when the clause of a time takes place."""
    return _tense(sentence, span, ("told", "lasted")) is None


def goes_on(sentence: Sentence, span: Span) -> bool:
    """Whether the nearest verb before a time is one in the present (تدور الاشتباكات منذ أربعة أيام).

    >>> from marsad.arabic import sentences
    >>> goes_on(next(sentences("تدور المعارك منذ يومين")), Span(13, 22))
    True
    """
    row = sentence.tokens
    first = next((i for i, token in enumerate(row) if token.end > span.start), len(row))
    for at in range(first - 1, -1, -1):
        kind = _kind(row, at)
        if kind in ("stop", "told", "lasted", "will", "relative"):
            return False
        if row[at].kind == "word" and _in_present(row[at].folded):
            return True
    return False


def _tense(sentence: Sentence, span: Span, over: tuple[str, ...]) -> bool | None:
    """Whether the clause of a time looks ahead, None where no verb says so; verbs of kinds `over` do not."""
    row = sentence.tokens
    first = next((i for i, token in enumerate(row) if token.end > span.start), len(row))
    last = next((i for i in range(first, len(row)) if row[i].end >= span.end), len(row) - 1)
    said = _said_before(row, first, over)
    return _said_after(row, last) if said is None else said


def stands_alone(sentence: Sentence, span: Span) -> bool:
    """Whether a sentence has no word but those of a time and a preposition before them."""
    around = [token for token in sentence.tokens if not span.start <= token.start < span.end]
    return all(token.kind == "mark" or len(token.folded) <= 2 for token in around)


def _said_before(row: Sequence[Token], first: int, over: tuple[str, ...]) -> bool | None:
    """What the words before a time say of its tense, the nearest first; None where no verb decides."""
    parted = False
    for at in _backward(row, first):
        kind = _kind(row, at)
        kind = None if kind == "relative" and _describes(row, at, first) else kind
        if kind in ("will", "plan"):
            return not _narrated(row, at)
        if kind in over:
            return False
        if kind == "stop" and at < first - 1:
            return None
        if kind == "relative":  # a comma after it ends its clause
            return not parted and bool(_present(row, at + 1, first))
        if kind == "that":
            return _planned(row, at) or (None if at >= first - BARE_REACH else False)
        if kind == "comma" and first - at > COMMA_REACH:
            return _present(row, at + 1, first)
        parted = parted or kind == "comma"
    return _present(row, 0, first)


def _backward(row: Sequence[Token], first: int) -> Iterator[int]:
    """The tokens before a time, the nearest first, without relative clauses between two commas."""
    at = first - 1
    while at >= 0:
        aside = _aside(row, at)
        if aside is None:
            yield at
        at = at - 1 if aside is None else aside - 1


def _aside(row: Sequence[Token], close: int) -> int | None:
    """The comma that opens a relative clause which a comma at token `close` ends (، التي تضررت،)."""
    if row[close].folded not in _COMMAS:
        return None
    for at in range(close - 1, max(close - ASIDE_REACH, 0), -1):
        if _kind(row, at) == "comma":
            return at if _kind(row, at + 1) == "relative" else None
        if _kind(row, at) == "stop":
            return None
    return None


def _describes(row: Sequence[Token], relative: int, first: int) -> bool:
    """Whether a relative clause only says what something is and ends before the time (الذي تقوده باريس)."""
    verb = row[relative + 1].folded if relative + 2 < first else ""
    return verb.endswith(_BACK) and _is_present(verb)


def _planned(row: Sequence[Token], that: int) -> bool:
    """Whether a word of planning stands before a "that" (من المقرر أن يصل الأحد)."""
    return any(_kind(row, at) == "plan" for at in range(max(that - PLAN_REACH, 0), that))


def _present(row: Sequence[Token], start: int, first: int) -> bool | None:
    """True where a verb in the present opens the clause (يلتقي الوزيران الأحد), else None."""
    return True if start < first and _is_present(row[start].folded) else None


def _said_after(row: Sequence[Token], last: int) -> bool | None:
    """Whether the verb that follows a time at the head of its clause is one to come."""
    for at in range(last + 1, len(row)):
        kind = _kind(row, at)
        if kind == "will":
            return True
        if kind in ("told", "lasted"):
            return False
        if kind in ("that", "stop", "relative", "was") or (kind == "comma" and at > last + 1):
            return None
    return None


def _narrated(row: Sequence[Token], at: int) -> bool:
    """Whether "was" before a word of planning makes it one of the past."""
    return any(_kind(row, i) == "was" for i in range(max(at - WAS_REACH, 0), at))


def _kind(row: Sequence[Token], at: int) -> str | None:
    token = row[at]
    if token.kind == "mark":
        return "comma" if token.folded in _COMMAS else "stop" if token.folded in _CLOSED else None
    if token.kind != "word":
        return None
    hit = _BOOK.at(row, at, pronouns=True)
    if hit is not None and hit.reading.preposition:
        return None
    if hit is not None and hit.values[0] == "may":
        return "will" if at + 1 < len(row) and row[at + 1].folded[:1] in (*_PERSONS,) else "told"
    if hit is not None and hit.values[0] not in ("now", "noun") and not hit.reading.future:
        return hit.values[0]
    if token.folded.endswith(_THEY_DID) and token.folded.lstrip(_BEFORE_A_VERB)[:1] not in _NOT_DONE:
        return "told"
    return "will" if _to_come(token.folded) else None


@lru_cache(maxsize=REMEMBERED)
def _to_come(word: str) -> bool:
    """Whether a folded word is a verb with the mark of the future: a known word only without it."""
    front = word.lstrip(_BEFORE_A_VERB)
    if len(front) < SHORTEST_VERB or front[0] != _MARK or front[1] not in _PERSONS:
        return False
    if front in _NOUNS or is_word(front) or is_word(word):
        return False
    return any(is_word(reading.stem) for reading in readings(front) if reading.future)


@lru_cache(maxsize=REMEMBERED)
def _is_present(word: str) -> bool:
    """Whether a folded word that opens a clause is a verb in the present that may mean what is to come."""
    word = word[1:] if word[:1] == _BEFORE_A_VERB[0] else word
    if len(word) < SHORTEST_VERB or word[0] not in _PERSONS[:2] or word in _NOW or word in _NOUNS:
        return False
    if word[0] == _PERSONS[0]:
        return True
    return word[-2] != _MASDAR and lemmatize(word, lang="ar")[0] != word[0]


def _in_present(word: str) -> bool:
    """Whether a folded word is a verb in the present, also one whose feminine the dictionary lacks (تدور)."""
    if word in _NOW or _is_present(word):
        return True
    masculine = _PERSONS[0] + word[1:]
    feminine = len(word) >= SHORTEST_VERB and word[0] == _PERSONS[1] and word not in _NOUNS
    return feminine and lemmatize(masculine, lang="ar")[0] != masculine[0]
