"""Entities: every actor, place, time and quantity that an article names, inside an event mention or not."""

from marsad.entities.finding import find_entities

__all__ = ["find_entities"]
