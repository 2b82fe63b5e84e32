"""The query language: text in, a tree with positions out. Nothing here knows an index."""

from search.query.describe import describe
from search.query.parse import parse
from search.query.tree import (
    And,
    DateRange,
    Everything,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
)
from search.query.words import word_test

__all__ = [
    "And",
    "DateRange",
    "Everything",
    "Field",
    "Fuzzy",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Term",
    "Wildcard",
    "describe",
    "parse",
    "word_test",
]
