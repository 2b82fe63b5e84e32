"""Rendering of the comparison of two sources: sentences and rows."""

from search import MEANING, TOO_FEW, level_note, months_note, size_note, stories_note
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
    "months_note",
    "size_note",
    "source_name",
    "stories_note",
    "word_row",
    "words_in_order",
]
