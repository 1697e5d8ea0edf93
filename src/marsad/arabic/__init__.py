"""The language: folding, tokens, clitics, long names, numerals, verb forms; no politics, no I/O."""

from marsad.arabic.clitics import Reading, readings, split
from marsad.arabic.digits import digits_value
from marsad.arabic.fold import Folded, fold, fold_with_offsets
from marsad.arabic.numerals import Number, NumberWord, number_word, read_number
from marsad.arabic.phrases import Hit, PhraseBook
from marsad.arabic.tokens import Sentence, Token, sentence_at, sentence_spans, sentences, tokens

__all__ = [
    "Folded",
    "Hit",
    "Number",
    "NumberWord",
    "PhraseBook",
    "Reading",
    "Sentence",
    "Token",
    "digits_value",
    "fold",
    "fold_with_offsets",
    "number_word",
    "read_number",
    "readings",
    "sentence_at",
    "sentence_spans",
    "sentences",
    "split",
    "tokens",
]
