from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tui.render.panel import (
    PanelEntry,
    PanelInk,
    PanelPage,
    draw_row,
    draw_tabs,
    lay_out_page,
    next_entry,
)
from tui.render.panel.entry import EntryGroup, Piece
from tui.render.safe import safe

if TYPE_CHECKING:
    from tui.render.panel import Layout

INK = PanelInk(*(Style() for _ in PanelInk._fields))
SIDES = ("◧ Left", "◨ Right")
hostile = st.text("ab 東\u0301\x1b\u202e\n", min_size=1, max_size=80)


def entry(text: str, lead: str = "") -> PanelEntry:
    return PanelEntry((Piece(text[:3], "strong"), Piece(text[3:])), "left", lead=lead)


entries = st.builds(entry, hostile, st.sampled_from(["", " 6 "])).map(lambda one: (one,))
lists = st.lists(entries, max_size=5).map(lambda found: sum(found, ()))
groups = st.builds(
    EntryGroup,
    hostile,
    lists,
    st.none() | lists,
    st.none() | st.just(SIDES),
    st.just("none"),
    st.booleans(),
)


def page(*shown: EntryGroup) -> PanelPage:
    return PanelPage("Quotes", len(shown), SIDES, shown, "A note.", "Nothing.")


def rows(layout: Layout, current: int = -1) -> list[str]:
    """Give the rows of a layout as they are on screen."""
    drawn = [draw_row(layout, y, current, INK, focused=True) for y in range(len(layout.rows))]
    return ["".join(segment.text for segment in row).rstrip() for row in drawn]


PERSON = EntryGroup(
    "Ann", (entry("“Ann”", " 2 "), entry("“Dr Ann”", " 1 ")), (entry("“she”", " 1 "),)
)


def test_the_sides_stand_beside_each_other_where_there_is_room() -> None:
    assert rows(lay_out_page(page(PERSON), 60), current=1) == [
        " ◧ Left                        ◨ Right",
        "",
        " Ann",
        "   2 “Ann”                       1 “she”",
        "▌  1 “Dr Ann”",
    ]


def test_below_each_other_each_entry_keeps_the_sign_of_its_side() -> None:
    assert rows(lay_out_page(page(PERSON), 40)) == [
        " Ann",
        "  ◧  2 “Ann”",
        "  ◧  1 “Dr Ann”",
        "  ◨  1 “she”",
    ]


def test_a_side_with_a_heading_and_nothing_below_it_says_so() -> None:
    shown = EntryGroup("", (entry("word"),), (), SIDES, "none more than the other")

    assert rows(lay_out_page(page(shown), 40)) == [
        " ◧ Left",
        "  word",
        "",
        " ◨ Right",
        " none more than the other",
    ]


def test_counts_of_brief_entries_stand_below_each_other() -> None:
    shown = EntryGroup("", (entry("12 : 3 dam"), entry(" 9 : 2 flood")), brief=True)

    assert rows(lay_out_page(page(shown), 24)) == ["  12 : 3 dam", "   9 : 2 flood"]


def test_a_page_without_findings_says_so() -> None:
    assert rows(lay_out_page(page(), 40)) == [" Nothing."]


def test_a_long_entry_ends_in_an_ellipsis() -> None:
    shown = EntryGroup("", (entry("word " * 40),))

    found = rows(lay_out_page(page(shown), 23))

    assert len(found) == 3
    assert found[2].endswith("…")


@given(st.lists(groups, max_size=4), st.integers(24, 130))
def test_no_row_is_wider_than_its_place_and_no_character_drives_it(
    shown: list[EntryGroup], width: int
) -> None:
    layout = lay_out_page(page(*shown), width)

    for y in range(len(layout.rows)):
        row = draw_row(layout, y, 0, INK, focused=True)
        assert Segment.get_line_length(row) <= width
        assert all(safe(segment.text) == segment.text for segment in row)


@given(st.lists(groups, max_size=4), st.integers(24, 130), st.integers(24, 130))
def test_an_entry_has_one_number_at_every_width(
    shown: list[EntryGroup], one: int, other: int
) -> None:
    assert lay_out_page(page(*shown), one).entries == lay_out_page(page(*shown), other).entries


@given(st.lists(groups, max_size=4), st.integers(24, 130))
def test_every_entry_can_be_reached(shown: list[EntryGroup], width: int) -> None:
    spots = lay_out_page(page(*shown), width).spots
    seen, ahead = {0}, [0]
    while ahead:
        here = ahead.pop()
        for direction in ("up", "down", "left", "right"):
            there = next_entry(spots, here, direction)
            if there not in seen:
                seen.add(there)
                ahead.append(there)

    assert seen >= set(range(len(spots)))


def test_down_stays_on_one_side_and_right_goes_across() -> None:
    spots = lay_out_page(page(PERSON, PERSON), 60).spots

    assert next_entry(spots, 0, "down") == 1
    assert next_entry(spots, 1, "down") == 3
    assert next_entry(spots, 1, "right") == 2
    assert next_entry(spots, 2, "left") == 0
    assert next_entry(spots, 0, "up") == 0


def test_the_heading_above_an_entry_is_found() -> None:
    layout = lay_out_page(page(PERSON, PERSON), 60)

    assert [layout.heading(i) for i in (0, 1, 3)] == [0, 4, 5]


PAGES = [page(PERSON), *[PanelPage(name, 0, SIDES, (), "", "") for name in ("Figures", "Repeats")]]


def test_the_pages_are_named_in_one_line_with_as_much_as_fits() -> None:
    def line(width: int) -> str:
        return "".join(segment.text for segment in draw_tabs(PAGES, 0, width, INK))

    assert line(40) == " ‹Quotes 1› · Figures 0 · Repeats 0"
    assert line(32) == " ‹Quotes 1› · Figures · Repeats"
    assert line(28) == " ‹Quotes 1› Figures Repeats"
    assert line(20) == " ‹Quotes 1› 1 of 3"
    assert line(8) == " ‹Quote…"


def test_a_name_in_the_line_leads_to_its_page() -> None:
    styles = [segment.style for segment in draw_tabs(PAGES, 1, 60, INK)]
    found = [style.meta.get("page") for style in styles if style]

    assert [page for page in found if page is not None] == [0, 1, 2]
