"""Tokenizing text: words, sentences and stems.

Index, highlighting, excerpts, stories and comparison all read text through this room, so what
is found is lit and what is lit was found.
"""

from search.text.chunk import forms, sought_forms
from search.text.fold import fold
from search.text.keyed_sentences import NO_KEY, KeyedSentence, left_out, sentence_keys
from search.text.sentence import sentences
from search.text.span import Span, merge
from search.text.stem import stem, stemmer
from search.text.stop_words import is_stop
from search.text.variants import (
    CAPITALS,
    HASHED,
    JOINED,
    acronyms,
    is_variant,
    joined_forms,
    with_variants,
)
from search.text.word import LONGEST, Token, count_words, is_korean, is_single, tokenize

__all__ = [
    "CAPITALS",
    "HASHED",
    "JOINED",
    "LONGEST",
    "NO_KEY",
    "KeyedSentence",
    "Span",
    "Token",
    "acronyms",
    "count_words",
    "fold",
    "forms",
    "is_korean",
    "is_single",
    "is_stop",
    "is_variant",
    "joined_forms",
    "left_out",
    "merge",
    "sentence_keys",
    "sentences",
    "sought_forms",
    "stem",
    "stemmer",
    "tokenize",
    "with_variants",
]
