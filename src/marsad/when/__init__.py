"""When (متى): the times that a sentence names, as intervals against the publication date."""

from marsad.when.find import find_durations, find_times
from marsad.when.tense import looks_ahead

__all__ = ["find_durations", "find_times", "looks_ahead"]
