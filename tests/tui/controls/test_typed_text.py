from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.controls.typed_text import one_line, plain_lines, single_line


def test_an_input_holds_one_line_without_control_characters() -> None:
    assert single_line("two\nlines\tand\x1b[2J \x9b2J\u202e\u200b\ud800") == "two lines and[2J 2J"
    assert single_line("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


def test_a_text_too_long_for_a_query_stays_too_long() -> None:
    assert 10_000 < len(single_line("a" * 1_000_000)) < 100_000


@given(st.text(st.characters(codec=None)))
def test_what_was_typed_is_not_changed_again(text: str) -> None:
    line = single_line(text)
    assert single_line(line) == line
    assert all(unicodedata.category(c) not in {"Cc", "Cs"} for c in line)


def test_several_lines_keep_their_breaks_and_no_control_characters() -> None:
    assert plain_lines("a\x1b[2J\r\nb\tc\rd\u202e\n委内") == "a[2J\nb c\nd\n委内"
    assert len(plain_lines("x" * 300_000)) == 200_000


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("harbour\nwall", "harbour wall"),
        ("  harbour \r\n\r\n wall\r\n", "harbour wall"),
        ("a\x1b[2Jb\u2028c", "a[2Jb c"),
        ("\n\n", ""),
    ],
)
def test_lines_are_joined_by_single_spaces(text: str, line: str) -> None:
    assert one_line(text) == line
