"""Rendering of the comparison of two sources: sentences and rows."""

from search import (
    MEANING,
    TOO_FEW,
    level_note,
    size_notes,
    stories_note,
    wording_note,
)
from tui.render.keyness.replacement_words import replacement_examples, replacement_line
from tui.render.keyness.source_facts import detail, lack_note, source_name
from tui.render.keyness.word_order import SORTS, Sorting, words_in_order
from tui.render.keyness.word_row import ColumnInk, Columns, columns, heading, word_row

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
    "replacement_examples",
    "replacement_line",
    "size_notes",
    "source_name",
    "stories_note",
    "word_row",
    "wording_note",
    "words_in_order",
]
