"""A second reader: a language model proposes mentions, its quotes are checked, what differs stands beside."""

from marsad.second.beside import compare
from marsad.second.line import second_line
from marsad.second.reading import SecondReader, propose
from marsad.second.records import Beside, Endpoint, Price, Proposals, Refusal, Usage

__all__ = [
    "Beside",
    "Endpoint",
    "Price",
    "Proposals",
    "Refusal",
    "SecondReader",
    "Usage",
    "compare",
    "propose",
    "second_line",
]
