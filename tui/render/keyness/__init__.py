"""Rendering of the comparison of two sources: sentences, rows and a Markdown table."""

from tui.render.keyness.source_facts import (
    MEANING,
    TOO_FEW,
    detail,
    lack_note,
    level_note,
    months_note,
    size_note,
    source_name,
    stories_note,
)
from tui.render.keyness.word_order import SORTS, Sorting, words_in_order
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
    "lack_note",
    "level_note",
    "markdown",
    "months_note",
    "size_note",
    "source_name",
    "stories_note",
    "word_row",
    "words_in_order",
]
