"""Who: the parties that a sentence names, by their code of the codebook, and whom "the army" stands for."""

from marsad.who.finding import find_actors
from marsad.who.names import join, same_name
from marsad.who.naming import find_names
from marsad.who.offices import Office, holder, office
from marsad.who.register import (
    Party,
    became,
    belongs,
    forces_of,
    id_of,
    led_by,
    lineage,
    name_of,
    names_of,
    party,
    row_of,
)
from marsad.who.resolving import resolve

__all__ = [
    "Office",
    "Party",
    "became",
    "belongs",
    "find_actors",
    "find_names",
    "forces_of",
    "holder",
    "id_of",
    "join",
    "led_by",
    "lineage",
    "name_of",
    "names_of",
    "office",
    "party",
    "resolve",
    "row_of",
    "same_name",
]
