"""Notes are found by words in what was written, and in the passage that it is on."""

from __future__ import annotations

import pytest

from search.marks import Note, Passage
from search.marks.note_search import note_test

NOTE = Note(1, None, "a.md", "Who paid for the Café?", Passage("The harbour was closed."), "", "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("  ", True),
        ("cafe", True),
        ("HARBOUR paid", True),
        ("harb", True),
        ("harb ", False),
        ("harb paid", False),
        ("ferry", False),
        ("?!", True),
    ],
)
def test_every_word_is_held_and_the_last_may_be_unfinished(typed: str, found: bool) -> None:
    assert note_test(typed)(NOTE) is found
