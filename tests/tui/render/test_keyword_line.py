"""The word of a concordance line always begins in the same column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from search import ArticleId, Head, Use
from tui.render.keyword_line import bar, keyword_line

TEXT = st.text(st.sampled_from("ab c中é—\u200d\x1b\u202e"), max_size=60)


def use(before: str, match: str, after: str) -> Use:
    return Use(Head(ArticleId("0"), "a", None, None, None), 0, 0, 1, before, match, after)


def test_what_does_not_fit_is_cut_from_the_far_ends() -> None:
    line = keyword_line(use("now the very old ", "whale", " swam on and on"), 24)
    assert line == ("…e very old ", "whale", " swam…")
    assert keyword_line(use("", "Whale", "s"), 24) == (" " * 12, "Whale", "s")
    assert keyword_line(use("“", "Whale", "”"), 24).before == " " * 11 + "“"


@given(before=TEXT, match=TEXT.filter(str.strip), after=TEXT, width=st.integers(8, 90))
def test_a_line_fits_and_its_word_begins_in_the_middle(
    before: str, match: str, after: str, width: int
) -> None:
    line = keyword_line(use(before, match, after), width)
    assert cell_len(line.before) == width // 2
    assert cell_len("".join(line)) <= width
    assert not set("".join(line)) & {"\x1b", "\u202e"}


@pytest.mark.parametrize(
    ("count", "most", "drawn"),
    [(0, 9, ""), (8, 8, "██"), (4, 8, "█"), (1, 800, "▏"), (3, 8, "▊"), (1, 0, "")],
)
def test_a_bar_is_as_long_as_its_count(count: int, most: int, drawn: str) -> None:
    assert bar(count, most, 2) == drawn
