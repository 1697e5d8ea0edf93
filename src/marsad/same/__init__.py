"""What is the same: near-duplicate articles, mentions of one event, the course of a story.

Claims come in, judgements go out; events are computed from both. Nothing is merged for good.
"""

from marsad.same.accounts import Account, gather, whole
from marsad.same.blocking import blocks
from marsad.same.comparing import compare, explain, explain_all
from marsad.same.copies import (
    Likeness,
    Shingles,
    Signed,
    candidates,
    likeness,
    originals,
    shingles,
    signature,
)
from marsad.same.courses import Step, courses, longest
from marsad.same.developments import developments
from marsad.same.joining import join
from marsad.same.leading import lead_of
from marsad.same.summary import summarise

__all__ = [
    "Account",
    "Likeness",
    "Shingles",
    "Signed",
    "Step",
    "blocks",
    "candidates",
    "compare",
    "courses",
    "developments",
    "explain",
    "explain_all",
    "gather",
    "join",
    "lead_of",
    "likeness",
    "longest",
    "originals",
    "shingles",
    "signature",
    "summarise",
    "whole",
]
