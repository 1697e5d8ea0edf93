"""The language: folding, tokens, clitics, long names, numerals, verb forms; no politics, no I/O."""

from marsad.arabic.clitics import Reading, readings, split
from marsad.arabic.fold import Folded, fold, fold_with_offsets
from marsad.arabic.phrases import Hit, PhraseBook
from marsad.arabic.tokens import Sentence, Token, sentence_at, sentence_spans, sentences, tokens

__all__ = [
    "Folded",
    "Hit",
    "PhraseBook",
    "Reading",
    "Sentence",
    "Token",
    "fold",
    "fold_with_offsets",
    "readings",
    "sentence_at",
    "sentence_spans",
    "sentences",
    "split",
    "tokens",
]
