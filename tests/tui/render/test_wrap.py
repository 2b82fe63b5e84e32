from __future__ import annotations

import itertools

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.render import clip, flow, paragraphs, safe, wrap

TEXT = st.text(st.sampled_from("ab é中 文🇻🇪👩‍💻-\u0301 "), max_size=60)
WIDTH = st.integers(1, 20)


def cut(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, width)]


def test_lines_break_at_spaces_and_spaces_belong_to_none() -> None:
    assert cut("armed forces of  Venezuela", 12) == ["armed forces", "of", "Venezuela"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert cut("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


def test_wide_characters_break_between_each_other() -> None:
    assert cut("委内瑞拉", 5) == ["委内", "瑞拉"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]
    assert wrap("   ", 10) == [(0, 0)]


@given(TEXT, WIDTH)
@example("\u200d\u200daaa", 2)
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    for start, stop in lines:
        shown = safe(text)[start:stop]
        assert (
            cell_len(shown) <= width
            or sum(1 for *_, wide in split_graphemes(shown)[0] if wide) == 1
        )
    kept = {i for start, stop in lines for i in range(start, stop)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in kept)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(lines))


@given(TEXT, WIDTH)
def test_a_clipped_text_fits_and_says_that_it_was_cut(text: str, width: int) -> None:
    shown = clip(text, width)
    assert cell_len(shown) <= max(width, 0)
    assert shown == safe(text) or shown.endswith("…")


@given(st.lists(TEXT, max_size=4), WIDTH, st.integers(0, 8))
def test_the_first_lines_of_paragraphs_are_those_of_all(
    texts: list[str], width: int, most: int
) -> None:
    text = "\n".join(texts)
    assert paragraphs(text, width, most) == paragraphs(text, width)[:most]


def test_flow_tells_which_line_opens_its_block() -> None:
    lines = list(flow(["one two", "three"], 4))
    assert [(line.block, line.first) for line in lines] == [
        (0, True),
        (0, False),
        (1, True),
        (1, False),
    ]
