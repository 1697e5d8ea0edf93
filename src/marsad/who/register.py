"""The register of parties: who a row is, what it belonged to on a day, and which row stands for a code.

In: ids of actors.csv, codes of the codebook, days. Out: parties and ids. Next: whoever prints an actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from marsad.arabic import fold
from marsad.data import cell, read_table
from marsad.records import Actor
from marsad.who.lexicon import kind_of, party_code
from marsad.who.offices import office

_BELONGS = frozenset({"member_of", "part_of", "organ_of", "wing_of"})
_BECAME = frozenset({"renamed_to", "merged_into"})
_ARMED = ("forces",)  # kinds of mentions that mean a state's forces
_STATE, _ARMY = "gov.", ".army"


@dataclass(frozen=True, slots=True)
class Party:
    """A row of actors.csv; `code` is the codebook's, its own name where it has none."""

    id: str
    name: str
    name_en: str
    names: tuple[str, ...]  # every spelling of the table, `name` first
    kind: str  # army, ministry, mission, armed_group ... as in the table
    country: str | None  # ISO 3166 alpha-3
    parent: str | None  # what it belongs to where no day is asked
    code: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What a party was to another; since, until: ISO 8601 days, months or years, both included, or ""."""

    child: str
    relation: str
    parent: str
    since: str
    until: str

    def holds(self, on: date | None) -> bool:
        """Whether it was so on the day; with no day, whether it is not known to have ended."""
        return _within(self.since, self.until, on)


def party(id: str) -> Party | None:
    """The party of a row of actors.csv, None for an id that the table lacks.

    >>> party("ps.qassam").code
    'HAMAS'
    >>> party("ps.nobody") is None
    True
    """
    return _parties().get(id)


def lineage(id: str, on: date | None = None) -> tuple[str, ...]:
    """What the party belonged to on a day, nearest first; with no day, what it still belongs to.

    Dated relations come before the table's parent_id, which counts where the two are not told with days.

    >>> lineage("sd.rsf", date(2019, 6, 3))
    ('gov.SDN.army', 'gov.SDN', 'org.arab_coalition_yem')
    >>> lineage("sd.rsf", date(2023, 9, 1))
    ()
    """
    found: list[str] = []
    row = [id]
    while row:
        row = [above for one in row for above in _above(one, on)]
        row = [above for above in dict.fromkeys(row) if above not in found and above != id]
        found.extend(row)
    return tuple(found)


def became(id: str, on: date | None = None) -> str:
    """The party that it had become by a day, by new names and mergers; with no day, by today.

    >>> became("sy.nusra", date(2016, 10, 1))
    'sy.jfs'
    >>> became("iq.jtj", date(2010, 1, 1))
    'iq.isi'
    """
    known = {id}
    while True:
        later = [r for r in _relations(id) if r.relation in _BECAME and _begun(r.since, on)]
        heir = next((r.parent for r in later if r.parent not in known), None)
        if heir is None:
            return id
        known.add(heir)
        id = heir


def led_by(id: str, on: date | None = None) -> tuple[str, ...]:
    """The parties and people (ids) that led it on a day.

    >>> led_by("ru.wagner", date(2022, 5, 1))
    ('per.prigozhin',)
    """
    return tuple(r.parent for r in _relations(id) if r.relation == "led_by" and r.holds(on))


def names_of(id: str, on: date | None = None) -> tuple[str, ...]:
    """The spellings of its name, without those that it did not bear on the day (who/names.csv)."""
    found = party(id)
    wrong = {name for name, since, until in _dated_names().get(id, ()) if not _within(since, until, on)}
    return tuple(name for name in found.names if fold(name) not in wrong) if found else ()


def name_of(id: str, on: date | None = None) -> str | None:
    """The table's own name of a party or person, of a party one that it bore on the day.

    >>> name_of("org.nato")
    'حلف شمال الأطلسي'
    """
    return next(iter(names_of(id, on)), None) or _people().get(id)


def belongs(id: str, on: date | None = None) -> tuple[str, ...]:
    """What a party belonged to on a day, nearest first; a person to the body of the office held then.

    >>> belongs("per.parly", date(2020, 3, 27))
    ('gov.FRA.mod', 'gov.FRA', 'org.nato', 'org.eu', 'org.coalition_isis')
    """
    held = office(id, on)
    return (held.body, *lineage(held.body, on)) if held and held.body else lineage(id, on)


def bearer_of(name: str, country: str) -> str | None:
    """The party that a name means in a country (ISO 3166 alpha-2), None where actors.csv says whom."""
    return _bearers().get((fold(name), country))


def forces_of(country: str) -> str | None:
    """The row of a state's armed forces, by ISO 3166 alpha-3.

    >>> forces_of("FRA")
    'gov.FRA.army'
    """
    return row_of(country, "forces")


@lru_cache(maxsize=1 << 12)
def row_of(code: str, kind: str) -> str | None:
    """The row that stands for a code and the kind of mention, so that "the army" has an id too.

    A party coded by its name is found by that name; nobody stands for protesters and unknown gunmen.

    >>> row_of("FRA", "state"), row_of("COALITION", "coalition"), row_of("YEM.GOV", "forces")
    ('gov.FRA', 'org.coalition_isis', 'ye.army')
    """
    state = _STATE + code
    if party(state):
        army = state + _ARMY
        return army if kind in _ARMED and party(army) else state
    rows = _by_code().get(code, ())
    return next((row for row, its in rows if its == kind), rows[0][0] if rows else _by_name().get(fold(code)))


def id_of(actor: Actor) -> str | None:
    """The actor's row, else the row that stands for his code; a person has only his own.

    >>> id_of(Actor("FRA", "...", "forces"))
    'gov.FRA.army'
    """
    return actor.id or (None if actor.kind == "person" else row_of(actor.code, actor.kind))


def _above(id: str, on: date | None) -> Iterator[str]:
    dated = [r for r in _relations(id) if r.relation in _BELONGS]
    yield from (r.parent for r in dated if r.holds(on))
    found = party(id)
    if found and found.parent and found.parent not in {r.parent for r in dated}:
        yield found.parent


def _within(since: str, until: str, on: date | None) -> bool:
    if on is None:
        return not until
    return _begun(since, on) and (not until or on.isoformat()[: len(until)] <= until)


def _begun(since: str, on: date | None) -> bool:
    return on is None or since <= on.isoformat()


@lru_cache(maxsize=1)
def _parties() -> dict[str, Party]:
    return {row["id"]: _party(row) for row in read_table("actors.csv")}


def _party(row: dict[str, str]) -> Party:
    return Party(
        row["id"],
        row["name_ar"],
        row["name_en"],
        (row["name_ar"], *cell(row["variants_ar"])),
        row["kind"],
        row["country_iso3"] or None,
        row["parent_id"] or None,
        party_code(row["id"]),
    )


def _relations(id: str) -> tuple[Relation, ...]:
    return _all_relations().get(id, ())


@lru_cache(maxsize=1)
def _all_relations() -> dict[str, tuple[Relation, ...]]:
    found: dict[str, tuple[Relation, ...]] = {}
    for row in read_table("who/relations.csv"):
        one = Relation(row["child"], row["relation"], row["parent"], row["since"], row["until"])
        found[one.child] = (*found.get(one.child, ()), one)
    return found


@lru_cache(maxsize=1)
def _dated_names() -> dict[str, tuple[tuple[str, str, str], ...]]:
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for row in read_table("who/names.csv"):
        found[row["id"]] = (*found.get(row["id"], ()), (fold(row["name"]), row["since"], row["until"]))
    return found


@lru_cache(maxsize=1)
def _by_code() -> dict[str, tuple[tuple[str, str], ...]]:
    """Rows that have a code of their own, with their kind of mention: first those that belong to nobody."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in sorted(read_table("actors.csv"), key=lambda row: bool(row["parent_id"])):
        if row["code"]:
            found[row["code"]] = (*found.get(row["code"], ()), (row["id"], kind_of(row["kind"])))
    return found


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {fold(name): found.id for found in _parties().values() for name in found.names}


@lru_cache(maxsize=1)
def _people() -> dict[str, str]:
    return {row["id"]: row["name_ar"] for row in read_table("people.csv")}


@lru_cache(maxsize=1)
def _bearers() -> dict[tuple[str, str], str]:
    return {(fold(row["name"]), row["country"]): row["id"] for row in read_table("who/bearers.csv")}
