"""Who held which office when (who/terms.csv), and for which party a person therefore spoke on a day.

In: ids of people.csv and actors.csv and a day. Out: offices and codes. Next: `resolving`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from marsad.data import read_table
from marsad.who.lexicon import code_of, party_code

HIMSELF = ""  # the code of somebody who left office: the name as in the text


@dataclass(frozen=True, slots=True)
class Office:
    """A term of office; since and until: ISO 8601 days, months or years, both included, "" for no limit."""

    person: str  # row of people.csv
    role_en: str
    role_ar: str
    body: str  # row of actors.csv; "" = out of office, speaking for nobody else
    since: str
    until: str

    def held(self, on: date | None) -> bool:
        """Whether it was held on the day; with no day, whether it is not known to have ended."""
        if on is None:
            return not self.until
        day = on.isoformat()
        return self.since <= day and (not self.until or day[: len(self.until)] <= self.until)


def office(person_id: str, on: date | None = None) -> Office | None:
    """The office that a person held on a day, of several the one begun last; with no day, the last of all.

    >>> office("per.akar", date(2016, 7, 15)).role_en
    'chief of staff'
    >>> office("per.akar", date(2019, 10, 9)).body
    'gov.TUR.mod'
    >>> office("per.akar", date(2001, 1, 1)) is None
    True
    """
    terms = _terms().get(person_id, ())
    return _latest(term for term in terms if on is None or term.held(on))


def holder(body_id: str, role: str, on: date | None = None) -> str | None:
    """The person (id) who held a role, named in English or Arabic, in a body on a day; with no day, holds it.

    >>> holder("gov.FRA.mod", "defence minister", date(2020, 3, 27))
    'per.parly'
    >>> holder("gov.FRA.mod", "defence minister", date(1975, 1, 1)) is None
    True
    """
    held = _latest(
        term for term in _by_body().get(body_id, ()) if role in (term.role_en, term.role_ar) and term.held(on)
    )
    return held.person if held else None


@lru_cache(maxsize=1 << 12)
def spoke_for(person_id: str, on: date) -> str:
    """The code of the party that a person spoke for on a day, `HIMSELF` for nobody else.

    His own party's while he holds any office of it, or none that we know; else that of his last office.
    """
    own = code_of(person_id)
    held = [term for term in _terms().get(person_id, ()) if term.held(on)]
    latest = _latest(held)
    if latest is None or own in {_code(term) for term in held if term.body}:
        return own
    return _code(latest)


def _code(term: Office) -> str:
    return party_code(term.body) if term.body else HIMSELF


def _latest(terms: Iterable[Office]) -> Office | None:
    return max(terms, key=lambda term: term.since, default=None)


@lru_cache(maxsize=1)
def _terms() -> dict[str, tuple[Office, ...]]:
    return _grouped((row["person"], _office(row)) for row in read_table("who/terms.csv"))


@lru_cache(maxsize=1)
def _by_body() -> dict[str, tuple[Office, ...]]:
    return _grouped((row["body"], _office(row)) for row in read_table("who/terms.csv"))


def _office(row: dict[str, str]) -> Office:
    return Office(row["person"], row["role_en"], row["role_ar"], row["body"], row["since"], row["until"])


def _grouped(pairs: Iterator[tuple[str, Office]]) -> dict[str, tuple[Office, ...]]:
    groups: dict[str, list[Office]] = {}
    for key, term in pairs:
        groups.setdefault(key, []).append(term)
    return {key: tuple(terms) for key, terms in groups.items()}
