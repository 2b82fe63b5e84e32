from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.linear_output import LinearOutput, plain

LINES = st.lists(st.text(alphabet="ab  é委", max_size=12).map(str.rstrip), min_size=3, max_size=3)


def test_the_first_lines_are_written_whole_and_then_only_what_changed() -> None:
    output = LinearOutput()
    assert output.update(["one", "", "two"]) == "\x1b[0m\x1b[2J\x1b[1;1Hone\x1b[3;1Htwo"
    assert output.update(["one", "", "two"]) == ""
    assert output.update(["one", "more", "two"]) == "\x1b[2;1Hmore"
    assert output.update(["one", "", "two"]) == "\x1b[2;1H\x1b[K"


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("the old town", "the new town", "\x1b[1;5Hnew"),
        ("3 of 5 found", "4 of 5 found", "\x1b[1;1H4"),
        ("a long line", "a long", "\x1b[1;7H\x1b[K"),
        ("a long", "a long line", "\x1b[1;8Hline"),
        ("委内 old", "委内 new", "\x1b[1;6Hnew"),
        ("> row", "  row", "\x1b[1;1H "),
    ],
)
def test_of_a_line_whole_words_are_written(before: str, after: str, written: str) -> None:
    output = LinearOutput()
    output.update([before])
    assert output.update([after]) == written


@given(st.lists(LINES, min_size=1, max_size=4))
def test_the_terminal_shows_what_it_was_to_show(screens: list[list[str]]) -> None:
    terminal = pyte.Screen(40, 3)
    stream = pyte.Stream(terminal)
    output = LinearOutput()
    for lines in screens:
        stream.feed(output.update(lines))
        assert [line.rstrip() for line in terminal.display] == lines


def test_all_is_written_again_for_another_window_and_once_it_is_forgotten() -> None:
    output = LinearOutput()
    output.update(["one"])
    assert output.update(["one", "two"]).endswith("\x1b[1;1Hone\x1b[2;1Htwo")
    output.forget()
    assert output.update(["one", "two"]).endswith("\x1b[1;1Hone\x1b[2;1Htwo")


def test_a_line_is_plain_without_boxes_and_with_a_sign_for_the_current_row() -> None:
    assert plain("│▌ Flood in Marlow ▁▂█  │") == " > Flood in Marlow"
    assert plain("───────") == ""
    assert plain("meets 35 % ▌▌") == "meets 35 %"
    assert plain("▎ not focused") == "  not focused"
