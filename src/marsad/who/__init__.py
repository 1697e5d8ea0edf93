"""Who: the parties that a sentence names, by their code of the codebook, and whom "the army" stands for."""

from marsad.who.finding import find_actors
from marsad.who.names import join, same_name
from marsad.who.naming import find_names
from marsad.who.resolving import resolve

__all__ = ["find_actors", "find_names", "join", "resolve", "same_name"]
