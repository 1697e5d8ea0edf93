"""Where (أين): the countries that an article is about, and the places that a sentence names."""

from marsad.where.finding import find_places
from marsad.where.setting import sends_forces, setting

__all__ = ["find_places", "sends_forces", "setting"]
