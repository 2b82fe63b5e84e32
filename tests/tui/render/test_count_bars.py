from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from search import Concordance, concordance_tables
from tui.render.count_bars import CountInk, count_bars

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INK = CountInk(*(Style() for _ in CountInk._fields))
COUNTS = st.lists(
    st.tuples(st.one_of(st.none(), st.text(st.sampled_from("ab中\x1b\u202e"), max_size=30)), st.integers(1, 10**6)),
    max_size=40,
)  # fmt: skip


def lines(
    sources: Sequence[tuple[str | None, int]],
    months: Sequence[tuple[str | None, int]],
    width: int = 24,
    height: int = 20,
    words: Mapping[str | None, int] | None = None,
) -> list[str]:
    found = Concordance("dam", "dam", (), 0, tuple(sources), tuple(months), words or {})
    tables = concordance_tables(found)
    return [
        "".join(segment.text for segment in line).rstrip()
        for line in count_bars(tables.sources, tables.months, width, height, INK)
    ]


def test_counts_stand_beside_bars_of_their_length() -> None:
    assert lines([("DW", 8), (None, 4)], [("2019-02", 12), (None, 1)]) == [
        "Sources",
        "DW             ███████ 8",
        "unknown source ███▌    4",
        "",
        "Months",
        "2019-02 █████████████ 12",
        "no date █▏             1",
    ]


def test_sources_and_months_stand_beside_each_other_where_there_is_room() -> None:
    assert lines([("DW", 8), (None, 4)], [("2019-02", 12)], width=60, height=3) == [
        "Sources                        Months",
        "DW             ███████████ 8   2019-02 ██████████████████ 12",
        "unknown source █████▌      4",
    ]


def test_what_lies_between_the_two_has_the_background_of_both() -> None:
    found = Concordance("dam", "dam", (), 0, (("DW", 8), (None, 4)), (("2019-02", 12),), {})
    tables = concordance_tables(found)
    ink = CountInk(*[Style(bgcolor="blue")] * len(CountInk._fields))
    for line in count_bars(tables.sources, tables.months, 80, 12, ink):
        assert all(part.style and part.style.bgcolor for part in line if part.text)


def test_months_without_room_become_years_and_sources_say_how_many_are_left_out() -> None:
    sources = [(f"Paper {i}", 100 - i) for i in range(30)]
    months = [(f"{year}-{month:02}", 2) for year in (2018, 2019) for month in range(1, 13)]
    shown = lines(sources, [*months, (None, 3)], height=12)
    assert len(shown) == 12
    assert shown[6] == "and 25 more: 2,075"
    assert [line.split()[0] for line in shown[8:]] == ["Years", "2018", "2019", "no"]
    assert shown[9].endswith(" 24")


def test_a_name_too_long_is_cut_and_none_can_drive_the_terminal() -> None:
    name = lines([("The Courier \x1b[31m of the Valley", 1)], [])[1]
    assert name.startswith("The Courier \ufffd…")
    assert "\x1b" not in name


@given(COUNTS, COUNTS, st.integers(12, 90), st.integers(0, 30))
def test_counts_fit(
    sources: Sequence[tuple[str | None, int]],
    months: Sequence[tuple[str | None, int]],
    width: int,
    height: int,
) -> None:
    shown = lines(sources, months, width, height)
    assert len(shown) <= height
    assert all(cell_len(line) <= width for line in shown)
