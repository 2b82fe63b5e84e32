"""The query language: text in, a tree with positions out. Nothing here knows an index."""

from search.query.clauses import clauses
from search.query.describe import describe
from search.query.facet_filters import Facet, without
from search.query.parse import parse
from search.query.search_scope import everywhere, only_folded
from search.query.sought_words import seeks_words
from search.query.tree import (
    MARK_FIELDS,
    Among,
    And,
    DateRange,
    Everything,
    Field,
    FromSource,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
    Words,
)
from search.query.word_test import word_test

__all__ = [
    "MARK_FIELDS",
    "Among",
    "And",
    "DateRange",
    "Everything",
    "Facet",
    "Field",
    "FromSource",
    "Fuzzy",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Term",
    "Wildcard",
    "Words",
    "clauses",
    "describe",
    "everywhere",
    "only_folded",
    "parse",
    "seeks_words",
    "without",
    "word_test",
]
