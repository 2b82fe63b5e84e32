"""Source against source: its sentences, its rows and its table."""

from tui.render.keyness.source_facts import (
    MEANING,
    TOO_FEW,
    detail,
    lacking,
    level_note,
    named,
    size,
    span,
    told,
)
from tui.render.keyness.word_order import SORTS, Sorting, listed
from tui.render.keyness.word_row import ColumnInk, Columns, columns, heading, word_row
from tui.render.keyness.word_table import markdown

__all__ = [
    "MEANING",
    "SORTS",
    "TOO_FEW",
    "ColumnInk",
    "Columns",
    "Sorting",
    "columns",
    "detail",
    "heading",
    "lacking",
    "level_note",
    "listed",
    "markdown",
    "named",
    "size",
    "span",
    "told",
    "word_row",
]
