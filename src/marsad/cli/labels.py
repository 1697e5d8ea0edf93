"""The labels of codes (data/labels.csv): what a reader of Arabic or English sees for `force_level`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from marsad.data import read_table
from marsad.errors import BadUse

ENGLISH, ARABIC = "en", "ar"


@dataclass(frozen=True, slots=True)
class Label:
    """What people read for one code."""

    ar: str
    en: str

    def told(self, lang: str) -> str:
        """It in one language."""
        return self.ar if lang == ARABIC else self.en


@cache
def _labels() -> dict[tuple[str, str], Label]:
    return {(row["kind"], row["name"]): Label(row["ar"], row["en"]) for row in read_table("labels.csv")}


def label(kind: str, name: str) -> Label:
    """The label of a code; a code that the table lacks stands for itself.

    >>> label("type", "withdraw").ar
    'انسحاب'
    """
    return _labels().get((kind, name)) or Label(name.replace("_", " "), name.replace("_", " "))


def names(kind: str) -> tuple[str, ...]:
    """All codes of a kind, in the table's order."""
    return tuple(name for of, name in _labels() if of == kind)


def check_language(lang: str) -> None:
    """Refuse a language that the labels are not in."""
    if lang not in (ENGLISH, ARABIC):
        raise BadUse(f"--lang {lang}: expected {ENGLISH} or {ARABIC}")
