"""A note in a list: its day and article, its passage, and what was written."""

from __future__ import annotations

import pytest

from search import ArticleId, Head
from search.marks import Note, Passage
from tui.render.passages.note_entry import NoteRow

HEAD = Head(
    ArticleId("a" * 16), "a.md", title="Flood", source="The Courier", published="2024-03-03"
)
NOTE = Note(1, HEAD.id, "a.md", "Who?", Passage("The dam\nbroke."), "", "2024-03-04T09:00:00+00:00")


@pytest.mark.parametrize(
    ("row", "title", "facts", "passage"),
    [
        (
            NoteRow(NOTE, HEAD),
            "Flood",
            "✎ 4 Mar 2024 · The Courier · 3 Mar 2024",
            "“The dam broke.”",
        ),
        (
            NoteRow(NOTE, HEAD, lost=True),
            "Flood",
            "✎ 4 Mar 2024 · The Courier · 3 Mar 2024",
            "no longer in the text: “The dam broke.”",
        ),
        (
            NoteRow(NOTE._replace(passage=Passage(), article=None), None),
            "a.md",
            "✎ 4 Mar 2024 · not in the library any more",
            "on the whole article",
        ),
    ],
)
def test_a_row_says_what_a_note_is_on(row: NoteRow, title: str, facts: str, passage: str) -> None:
    assert (row.title, row.facts, row.passage) == (title, facts, passage)
