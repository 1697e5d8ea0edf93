"""Is it Arabic? Letters that only other languages of the script use, then py3langid on a sample.

py3langid has no Sorani and calls it `sdh`; the letters ە ۆ ێ know it first. An Arabic article that names a
few Persian places or people stays Arabic: the share of such letters decides, not their presence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from marsad.article.blocks import Block
from marsad.data import read_table
from marsad.records import Defect

SAMPLE = 1200  # characters whose letters are counted, half from the beginning, half from the middle
LANGID_SAMPLE = (
    500  # characters given to py3langid: 0.15 ms; longer ones change no verdict on the test sentences
)
FEW_ARABIC = 0.5  # share of letters in Arabic script below which the text is in another script
# Share of one language's own letters among those of the script: texts in the language have 0.05 or more
# (Persian ی ک alone 0.08), Arabic articles full of foreign names under 0.01.
OWN_LETTERS = 0.03
SHORTEST_FOREIGN = 30  # letters of a paragraph that is left out for its language
_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f]")
_LETTER = re.compile(r"[^\W\d_]")
# What only Arabic writes: ta marbuta, and words that begin with the article (ال, also after و ف ب ك).
_ARABIC_WORD = re.compile("(?<!\\w)[وفبك]?ال\\w{2}|[\u0621-\u064a]\u0629(?!\\w)")
PLAINLY_ARABIC = 0.15  # such marks a word; Arabic news has 0.35 to 0.6, Persian and Urdu under 0.05


def foreign_language(text: str) -> str | None:
    """The English name of the text's language if it is not Arabic, else None (also for no letters at all)."""
    middle = max(SAMPLE // 2, len(text) // 2)
    sample = text[: SAMPLE // 2] + text[middle : middle + SAMPLE // 2]
    script = _SCRIPT.findall(sample)
    letters = len(_LETTER.findall(sample))
    if len(script) < FEW_ARABIC * letters:
        return _asked(_SCRIPT.sub(" ", sample)) or "no Arabic"
    if not script:
        return None
    own = _by_letters(script)
    plain = len(_ARABIC_WORD.findall(sample)) >= PLAINLY_ARABIC * len(sample.split())
    if own:
        name, steady = own
        return None if plain and not steady else name
    return None if plain else _asked(sample)


def _by_letters(script: list[str]) -> tuple[str, bool] | None:
    """The language whose own letters are frequent; False beside it if Arabic may be typed with them."""
    counts = Counter(script)
    shares = {code: sum(counts[c] for c in own) / len(script) for code, own in _alphabets().items()}
    code = max(shares, key=lambda code: shares[code])
    return (_names()[code], code != _KEYBOARD) if shares[code] >= OWN_LETTERS else None


_KEYBOARD = "fa"  # ی and ک come from Persian keyboards, which Arabic newsrooms use too


def _asked(text: str) -> str | None:
    from py3langid import classify  # only now: nine Arabic pages in ten never need its 0.7 s of loading

    code = classify(text.strip()[:LANGID_SAMPLE])[0]
    return None if code == "ar" else _names().get(code, f"language {code}")


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


def without_foreign(blocks: Sequence[Block]) -> tuple[list[Block], list[Defect]]:
    """An article's paragraphs without those plainly in another language, which are told as `foreign_text`."""
    kept, defects = [], []
    for block in blocks:
        if _plainly_foreign(block.text):
            defects.append(Defect("foreign_text", block.text, block.span))
        else:
            kept.append(block)
    return kept, defects


def _plainly_foreign(text: str) -> bool:
    """A paragraph in another script, or with the letters of another language and nothing of Arabic's own."""
    if not _suspect().search(text):
        return False
    letters = len(_LETTER.findall(text))
    script = _SCRIPT.findall(text)
    if letters < SHORTEST_FOREIGN:
        return False
    return len(script) < FEW_ARABIC * letters or (
        _by_letters(script) is not None and not _ARABIC_WORD.search(text)
    )
