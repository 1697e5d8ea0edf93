"""The codebook as people read and edit it: its frames with their examples, each of which is run."""

from marsad.codebook.document import document
from marsad.codebook.entries import Book, Crosswalk, Entry, EventType, read_book
from marsad.codebook.example import Example
from marsad.codebook.running import Difference, Outcome, run
from marsad.codebook.soundness import flaws

__all__ = [
    "Book",
    "Crosswalk",
    "Difference",
    "Entry",
    "EventType",
    "Example",
    "Outcome",
    "document",
    "flaws",
    "read_book",
    "run",
]
