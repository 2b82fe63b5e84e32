"""Source against source: its sentences, its rows and its table."""

from tui.render.contrast.listed import SORTS, Sorting, listed
from tui.render.contrast.row import ColumnInk, Columns, columns, heading, word_row
from tui.render.contrast.saying import (
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
from tui.render.contrast.table import markdown

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
