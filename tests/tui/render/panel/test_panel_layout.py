from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from search import ReportGroup, ReportLine, ReportPiece, ReportSection, Sides
from tui.render.panel import (
    PanelInk,
    draw_row,
    draw_tabs,
    lay_out_page,
    next_entry,
)
from tui.render.safe import safe

if TYPE_CHECKING:
    from search import Side
    from tui.render.panel import Layout

INK = PanelInk(*(Style() for _ in PanelInk._fields))
HEADS = ("Left", "Right")
SIDES = Sides(*HEADS)
hostile = st.text("ab 東\u0301\x1b\u202e\n", min_size=1, max_size=80)


def entry(text: str, *counts: int, side: Side | None = "left") -> ReportLine:
    pieces = ReportPiece(text[:3], "strong"), ReportPiece(text[3:])
    return ReportLine(pieces, side, counts=counts)


def entry_of(text: str, counts: tuple[int, ...]) -> ReportLine:
    return entry(text, *counts)


entries = st.builds(entry_of, hostile, st.sampled_from([(), (6,), (12, 3)])).map(lambda one: (one,))
lists = st.lists(entries, max_size=5).map(lambda found: sum(found, ()))
groups = st.builds(
    ReportGroup,
    hostile,
    lists,
    st.none() | lists,
    st.none() | st.just(HEADS),
    st.just("none"),
    st.booleans(),
)


def page(*shown: ReportGroup, opening: bool = False) -> ReportSection:
    return ReportSection("Quotes", "Quotes", len(shown), shown, "A note.", "Nothing.", opening)


def laid_out(width: int, *shown: ReportGroup) -> Layout:
    return lay_out_page(page(*shown), SIDES, width)


def rows(layout: Layout, current: int = -1) -> list[str]:
    """Give the rows of a layout as they are on screen."""
    drawn = [draw_row(layout, y, current, INK, focused=True) for y in range(len(layout.rows))]
    return ["".join(segment.text for segment in row).rstrip() for row in drawn]


PERSON = ReportGroup("Ann", (entry("“Ann”", 2), entry("“Dr Ann”", 1)), (entry("“she”", 1),))


def test_the_sides_stand_beside_each_other_where_there_is_room() -> None:
    assert rows(laid_out(60, PERSON), current=1) == [
        " ◧ Left                        ◨ Right",
        "",
        " Ann",
        "   2 “Ann”                       1 “she”",
        "▌  1 “Dr Ann”",
    ]


def test_below_each_other_each_entry_keeps_the_sign_of_its_side() -> None:
    assert rows(laid_out(40, PERSON)) == [
        " Ann",
        "  ◧  2 “Ann”",
        "  ◧  1 “Dr Ann”",
        "  ◨  1 “she”",
    ]


def test_a_side_with_a_heading_and_nothing_below_it_says_so() -> None:
    shown = ReportGroup("", (entry("word"),), (), HEADS, "none more than the other")

    assert rows(laid_out(40, shown)) == [
        " ◧ Left",
        "  word",
        "",
        " ◨ Right",
        " none more than the other",
    ]


def test_counts_of_brief_entries_stand_below_each_other() -> None:
    shown = ReportGroup("", (entry("dam", 12, 3), entry("flood", 9, 2)), brief=True)

    assert rows(laid_out(24, shown)) == ["  12 : 3  dam", "   9 : 2  flood"]


def test_a_page_without_findings_says_so() -> None:
    assert rows(laid_out(40)) == [" Nothing."]


def test_a_long_entry_ends_in_an_ellipsis() -> None:
    shown = ReportGroup("", (entry("word " * 40),))

    found = rows(laid_out(23, shown))

    assert len(found) == 3
    assert found[2].endswith("…")


@given(st.lists(groups, max_size=4), st.integers(24, 130))
def test_no_row_is_wider_than_its_place_and_no_character_drives_it(
    shown: list[ReportGroup], width: int
) -> None:
    layout = laid_out(width, *shown)

    for y in range(len(layout.rows)):
        row = draw_row(layout, y, 0, INK, focused=True)
        assert Segment.get_line_length(row) <= width
        assert all(safe(segment.text) == segment.text for segment in row)


@given(st.lists(groups, max_size=4), st.integers(24, 130), st.integers(24, 130))
def test_an_entry_has_one_number_at_every_width(
    shown: list[ReportGroup], one: int, other: int
) -> None:
    assert laid_out(one, *shown).entries == laid_out(other, *shown).entries


@given(st.lists(groups, max_size=4), st.integers(24, 130))
def test_every_entry_can_be_reached(shown: list[ReportGroup], width: int) -> None:
    spots = laid_out(width, *shown).spots
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
    spots = laid_out(60, PERSON, PERSON).spots

    assert next_entry(spots, 0, "down") == 1
    assert next_entry(spots, 1, "down") == 3
    assert next_entry(spots, 1, "right") == 2
    assert next_entry(spots, 2, "left") == 0
    assert next_entry(spots, 0, "up") == 0


OPENING = page(
    ReportGroup("Headlines", (entry("One headline"), entry("Another", side="right"))),
    ReportGroup("Both say", (entry("word " * 40, side=None),)),
    opening=True,
)


def test_the_titles_of_the_summary_stand_in_a_margin_where_there_is_room() -> None:
    assert rows(lay_out_page(OPENING, SIDES, 64, 3)) == [
        " Headlines    ◧ One headline",
        "              ◨ Another",
        " Both say       word word word word word word word word word w…",
    ]
    assert rows(lay_out_page(OPENING, SIDES, 40, 5)) == [
        " Headlines",
        "  ◧ One headline",
        "  ◨ Another",
        " Both say",
        "    word word word word word word word…",
    ]


def test_the_summary_takes_the_room_it_has() -> None:
    assert len(lay_out_page(OPENING, SIDES, 64, 5).rows) == 5
    roomy = rows(lay_out_page(OPENING, SIDES, 64, 40))
    assert roomy[2] == ""
    assert len(roomy) == 8


@given(st.lists(lists.filter(bool), max_size=4), st.integers(24, 130), st.integers(0, 30))
def test_no_line_of_the_summary_is_lost_for_want_of_room(
    shown: list[tuple[ReportLine, ...]], width: int, room: int
) -> None:
    section = page(*(ReportGroup("Title", lines) for lines in shown), opening=True)
    layout = lay_out_page(section, SIDES, width, room)

    assert layout.entries == section.lines
    assert all(spot.stop > spot.row for spot in layout.spots)
    for y in range(len(layout.rows)):
        assert Segment.get_line_length(draw_row(layout, y, 0, INK, focused=True)) <= width


def test_the_heading_above_an_entry_is_found() -> None:
    layout = laid_out(60, PERSON, PERSON)

    assert [layout.heading(i) for i in (0, 1, 3)] == [0, 4, 5]


PAGES = [
    page(PERSON),
    *[ReportSection(name, name, 0, (), "", "") for name in ("Figures", "Repeats")],
]


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
