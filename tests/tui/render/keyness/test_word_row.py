"""A word that one source uses more, as a row of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from search import Contrast, Preference, Sides
from tui.render.keyness import ColumnInk, columns, heading, word_row, words_in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment

    from tui.render.comparison import Side

INK = ColumnInk(*[Style()] * len(ColumnInk._fields))
REGIME = Preference("regime", 190, 5, Sides(40, 4), 12.31, significant=True)
RIVER = Preference("river", 9, 21, Sides(7, 15), -2.2, significant=False)


def contrast(*words: Preference) -> Contrast:
    return Contrast(
        "Herald",
        "Courier",
        Sides(100, 90),
        Sides(50_000, 40_000),
        Sides((), ()),
        None,
        20,
        3.02,
        words,
    )


def written(segments: Iterable[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def row(one: Preference, side: Side, width: int) -> str:
    found = contrast(one)
    return written(word_row(found, one, side, columns(found, [one], side, width), INK))


def test_counts_rates_articles_and_z_where_there_is_room() -> None:
    assert row(REGIME, "left", 80).split() == (
        "regime 190 : 5 38.0 : 1.2 40 : 4 ███████████████░ 12.3".split()
    )


def test_a_narrow_row_keeps_counts_and_z() -> None:
    assert row(REGIME, "left", 28).split() == "regime 190 : 5 12.3".split()


def test_the_side_a_row_stands_on_comes_first_and_chance_has_no_z() -> None:
    assert row(RIVER, "right", 36).split() == "river 21 : 9 ████░ ·".split()


@pytest.mark.parametrize("width", [26, 36, 58, 97])
def test_rows_stand_below_the_names_of_their_columns(width: int) -> None:
    found = contrast(REGIME, RIVER)
    sides: list[tuple[Side, Preference]] = [("left", REGIME), ("right", RIVER)]
    for side, one in sides:
        shown = columns(found, [one], side, width)
        drawn = written(word_row(found, one, side, shown, INK))
        assert len(drawn) == len(written(heading(shown, Style()))) <= width


@given(st.text(min_size=1, max_size=40), st.integers(26, 120))
def test_no_row_is_wider_than_its_room(word: str, width: int) -> None:
    one = Preference(word, 7_000_000, 3, Sides(9, 3), 5.0, significant=True)
    found = contrast(one)
    shown = columns(found, [one], "left", width)
    assert cell_len(written(word_row(found, one, "left", shown, INK))) == sum(shown) + 2 * sum(
        bool(cells) for cells in shown[1:5]
    )


def test_words_are_listed_by_side_filtered_and_sorted() -> None:
    found = contrast(
        REGIME, RIVER, Preference("river's", 800, 30, Sides(50, 9), 1.9, significant=False)
    )

    assert [one.word for one in words_in_order(found, "left")] == ["regime", "river's"]
    assert [one.word for one in words_in_order(found, "left", sorting="used")] == [
        "river's",
        "regime",
    ]
    assert [one.word for one in words_in_order(found, "left", " RIV ")] == ["river's"]
    assert words_in_order(found, "right", sorting="word") == (RIVER,)
