"""Is it Arabic? Letters that only other languages of the script use, then py3langid on a sample.

py3langid has no Sorani and calls it `sdh`; the letters ە ۆ ێ know it first. An Arabic article that names a
few Persian places or people stays Arabic: the share of such letters decides, not their presence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from marsad.article.blocks import Block
from marsad.data import read_table
from marsad.records import Defect

SAMPLE = 1200  # characters whose letters are counted, half from the beginning, half from the middle
LANGID_SAMPLE = 500  # characters given to py3langid: 0.15 ms
FEW_ARABIC = 0.5  # share of letters in Arabic script below which the text is in another script
# Share of one language's own letters among those of the script: at most 0.002 in 1,000 Arabic news texts,
# 0.07 to 0.20 in the tests' own Persian, Urdu, Sorani and Pashto sentences.
OWN_LETTERS = 0.03
PLAINLY_ARABIC = 0.2  # share of words with a sign of Arabic: 1,000 news texts 0.22 or more, Urdu 0.05
SHORTEST_ASKED = 60  # letters that py3langid needs: it takes short Arabic headlines for Persian
FEWEST_IN_PROSE = (
    0.9  # share of letters and spaces in text whose language is told: style sheets 0.8, prose 0.99
)
SHORTEST_FOREIGN = 30  # letters of a paragraph that is left out for its language
NO_ARABIC = "no Arabic text"  # where py3langid could only guess
KEYBOARD = "fa"  # ی and ک come from Persian keyboards, which Arabic newsrooms and other languages use too
TATWEEL = "\u0640"
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")  # letters stored in their written forms
_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f]")


def foreign_language(text: str) -> str | None:
    """What the text is if not Arabic, by its English name where that is sure; None also for no letters."""
    middle = max(SAMPLE // 2, len(text) // 2)
    sample = text[: SAMPLE // 2] + text[middle : middle + SAMPLE // 2]
    sample = _written_plainly(sample)
    letters, script = _letters(sample)
    arabic = script.total()
    if arabic < FEW_ARABIC * letters:
        return _named(_SCRIPT.sub(" ", sample)) or NO_ARABIC
    code = _by_letters(script)
    if code and (code != KEYBOARD or not _plainly_arabic(sample)):
        return _names()[code]
    unsure = code is None and arabic >= SHORTEST_ASKED and not _plainly_arabic(sample)
    return _asked(sample) if unsure else None


def without_foreign(blocks: Sequence[Block]) -> tuple[list[Block], list[Defect]]:
    """An article's paragraphs without those plainly in another language, which are told as `foreign_text`."""
    kept, defects = [], []
    for block in blocks:
        if _suspect().search(block.text) and _plainly_foreign(block.text):
            defects.append(Defect("foreign_text", block.text, block.span))
        else:
            kept.append(block)
    return kept, defects


def _plainly_foreign(text: str) -> bool:
    """A paragraph in another script, or with the letters of another language and hardly a sign of Arabic."""
    text = _written_plainly(text)
    letters, script = _letters(text)
    if letters < SHORTEST_FOREIGN:
        return False
    return script.total() < FEW_ARABIC * letters or (
        _by_letters(script) is not None and not _plainly_arabic(text)
    )


def _written_plainly(text: str) -> str:
    """The text with letters in place of their presentation forms, and without tatweel, which is no letter."""
    plain = unicodedata.normalize("NFKC", text) if _PRESENTED.search(text) else text
    return plain.replace(TATWEEL, "")


def _letters(text: str) -> tuple[int, Counter[str]]:
    """How many letters the text has, and how often each of the Arabic script."""
    counts = Counter(text)
    script = Counter({c: n for c, n in counts.items() if _SCRIPT.match(c)})
    return sum(n for c, n in counts.items() if c.isalpha()), script


def _by_letters(script: Counter[str]) -> str | None:
    """The language whose own letters are frequent; Persian, whose ی and ک others share, comes last."""
    least = OWN_LETTERS * script.total()
    own = {code: sum(script[c] for c in alphabet) for code, alphabet in _alphabets().items()}
    found = [code for code, count in own.items() if count >= least > 0]
    return max(found, key=lambda code: (code != KEYBOARD, own[code]), default=None)


def _plainly_arabic(text: str) -> bool:
    """Whether many words show what only Arabic writes: article, final ta marbuta, its commonest words."""
    signs = _signs()
    words = text.split()
    common, begins, ends = frozenset(signs["word"]), signs["beginning"], signs["end"]
    marked = sum(word in common or word.startswith(begins) or word.endswith(ends) for word in words)
    return marked >= PLAINLY_ARABIC * len(words)


def has_letters(text: str) -> bool:
    """Whether anything can be read in the text."""
    return any(c.isalpha() and c != TATWEEL for c in text)


def _named(text: str) -> str | None:
    """The language of text in another script, if it is prose and long enough to be sure."""
    letters = sum(unicodedata.category(c)[0] in "LM" for c in text)  # M: the vowels of Hindi and others
    prose = letters + sum(c.isspace() for c in text) >= FEWEST_IN_PROSE * len(text)
    return _asked(text) if prose and letters >= SHORTEST_ASKED else None


def _asked(text: str) -> str | None:
    from py3langid import classify  # only now: 0.7 s to load, asked for 9 of 7,994 Arabic texts

    code = classify(text.strip()[:LANGID_SAMPLE])[0]
    name = _names().get(code, NO_ARABIC)  # a language that the table lacks is mostly a wrong guess
    return None if name == _names()["ar"] else name


@cache
def _signs() -> dict[str, tuple[str, ...]]:
    rows = read_table("page/arabic_signs.csv")
    return {kind: tuple(r["form"] for r in rows if r["kind"] == kind) for kind in {r["kind"] for r in rows}}


@cache
def _suspect() -> re.Pattern[str]:
    """A letter that Arabic lacks, or three words in a row in another script."""
    return re.compile("[" + "".join(_alphabets().values()) + "]|(?:[^\\W\\d_\u0600-\u06ff]+\\W+){3}")


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_table("page/languages.csv")}


@cache
def _alphabets() -> dict[str, str]:
    return {row["code"]: row["letters"] for row in read_table("page/languages.csv") if row["letters"]}
