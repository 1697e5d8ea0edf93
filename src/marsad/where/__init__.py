"""Where (أين): an article's countries, the places that a sentence names, and what "the base" stands for."""

from marsad.where.definite import country_named, resolve_place
from marsad.where.finding import find_places
from marsad.where.setting import sends_forces, setting

__all__ = ["country_named", "find_places", "resolve_place", "sends_forces", "setting"]
