"""When (متى): the times that a sentence names, as intervals against the publication date."""

from marsad.when.find import find_times

__all__ = ["find_times"]
