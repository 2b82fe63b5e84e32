"""Lines that were wrapped by hand."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from search.formats.databases.export_lines import blocks_of, paragraphs_of, wrapping_width

ONE = "The crews of the island ferries walked out at dawn on Monday, and left four thousand travellers on the piers, who wait there now in rain. "
WORDS = st.lists(st.text(alphabet="aBc.", min_size=1, max_size=9), min_size=1, max_size=80)


def test_a_line_is_joined_where_the_next_word_would_not_have_fitted() -> None:
    text = [*textwrap.wrap(ONE * 3, 60), "It Rained.", "Then Not.", "", *textwrap.wrap(ONE, 60)]
    assert paragraphs_of(text, wrapping_width(text)) == [
        (ONE * 3).strip(), "It Rained.", "Then Not.", ONE.strip(),
    ]  # fmt: skip


def test_indents_alone_begin_paragraphs_where_there_are_any() -> None:
    text = ["Texaco said it lowered the", *textwrap.wrap(ONE, 60), *textwrap.wrap(ONE, 60, initial_indent="    ")]  # fmt: skip
    assert paragraphs_of(text, wrapping_width(text)) == [f"Texaco said it lowered the {ONE}".strip(), ONE.strip()]  # fmt: skip


def test_a_text_that_is_not_wrapped_has_a_paragraph_a_line() -> None:
    text = [ONE * 3, "Short.", ONE * 2]
    assert wrapping_width(text) == 0
    assert paragraphs_of(text, 0) == [one.strip() for one in text]


def test_blocks_lie_between_empty_lines() -> None:
    assert list(blocks_of(["", "a ", " b", "\t", "", "c"])) == [["a", " b"], ["c"]]


@given(WORDS, st.integers(20, 90))
def test_no_word_is_lost_and_none_made(words: list[str], width: int) -> None:
    text = textwrap.wrap(" ".join(words), width)
    assert " ".join(paragraphs_of(text, wrapping_width(text))).split() == " ".join(words).split()
