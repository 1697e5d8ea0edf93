"""The setting of an article: the countries it is about, in order of weight, by one pass over its text."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import ahocorasick

from marsad.arabic import fold, fold_with_offsets
from marsad.arabic.clitics import is_word
from marsad.data import cell, read_table
from marsad.where.words import CAPITALS, NATIONALITIES, TRAPS, WORDS

NAME, CAPITAL, TOWN, ADJECTIVE = 3.0, 2.5, 2.0, 1.0  # an adjective says who, more often than where
TITLE = 2.0  # times; the title says what it is about
ARTICLE, LAM = "ال", "ل"


@cache
def _automaton() -> ahocorasick.Automaton:
    weights: dict[str, tuple[str, float]] = {}
    for name, country, weight in _terms():
        if len(name) > 2 and name not in weights and _tells(name, weight):
            weights[name] = (country, weight)
    automaton = ahocorasick.Automaton()
    for name, (country, weight) in weights.items():
        automaton.add_word(name, (len(name), country, weight))
        if name.startswith(ARTICLE):  # للعراق
            automaton.add_word(LAM + LAM + name[len(ARTICLE) :], (len(name), country, weight))
    automaton.make_automaton()
    return automaton


def _tells(name: str, weight: float) -> bool:
    """An ordinary word tells nothing, unless it is well known as a town."""
    need = TRAPS.get(name)
    return need == "none" or (need is None and (weight != TOWN or " " in name or not is_word(name)))


def _terms() -> list[tuple[str, str, float]]:
    terms = []
    for row in read_table("demonyms.csv"):
        names = (row["name_ar"], *cell(row["variants_ar"]))
        terms += [(fold(name), row["iso2"], NAME) for name in names]
        terms += [(fold(name), row["iso2"], ADJECTIVE) for name in cell(row["plural_ar"])]
        terms += [(ARTICLE + fold(name), row["iso2"], ADJECTIVE) for name in cell(row["plural_ar"])]
    terms += [(fold(name), country, CAPITAL) for country, names in CAPITALS.items() for name in names]
    terms += [(form, country, ADJECTIVE) for form, country in NATIONALITIES.items()]
    for row in read_table("bases.csv"):
        terms += [
            (fold(name), row["country"], TOWN) for name in (row["name_ar"], *cell(row["name_ar_variants"]))
        ]
    terms += [
        (row["name"], row["country"], TOWN)
        for row in read_table("where/landmarks.csv")
        if row["country"] not in WORDS["far"]
    ]
    return terms


def setting(text: str) -> tuple[str, ...]:
    """The countries (ISO 3166 alpha-2) that a text is about, the weightiest first.

    >>> setting("انسحاب من قاعدة القيارة\\n\\nغادر الجنود الفرنسيون الموصل في العراق.")
    ('IQ', 'FR')
    """
    folded = fold_with_offsets(text).text
    body = folded.find("\n\n")
    spans: dict[int, tuple[int, str, float]] = {}
    for last, (length, country, weight) in _automaton().iter(folded):
        if folded[last + 1 : last + 2].isalpha():  # inside a word
            continue
        if _opens(folded, last + 1 - length):
            spans[last] = max(spans.get(last, (0, "", 0.0)), (length, country, weight))
    totals: defaultdict[str, float] = defaultdict(float)
    for last, (_, country, weight) in spans.items():
        totals[country] += weight * TITLE if last < body else weight
    return tuple(c for c, _ in sorted(totals.items(), key=lambda item: -item[1]))


def sends_forces(country: str) -> bool:
    """Whether a country (ISO 3166 alpha-2) is one whose forces go abroad rather than one they go to."""
    return country in WORDS["sender"]


def _opens(text: str, start: int) -> bool:
    """Whether a word begins there, or only letters that are written onto words stand before it."""
    for length in range(3):
        if start - length <= 0 or not text[start - length - 1].isalpha():
            return text[start - length : start] in WORDS["joined"] or length == 0
    return False
