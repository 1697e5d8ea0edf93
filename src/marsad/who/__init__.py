"""Who: the parties that a sentence names, by their code of the codebook, and whom "the army" stands for."""

from marsad.who.finding import find_actors
from marsad.who.names import join, same_name
from marsad.who.naming import find_names
from marsad.who.offices import Office, holder, office
from marsad.who.register import (
    Party,
    belongs,
    forces_of,
    id_of,
    lineage,
    name_of,
    party,
    row_of,
)
from marsad.who.resolving import resolve

__all__ = [
    "Office",
    "Party",
    "belongs",
    "find_actors",
    "find_names",
    "forces_of",
    "holder",
    "id_of",
    "join",
    "lineage",
    "name_of",
    "office",
    "party",
    "resolve",
    "row_of",
    "same_name",
]
