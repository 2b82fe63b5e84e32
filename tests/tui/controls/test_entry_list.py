from __future__ import annotations

from typing import TYPE_CHECKING

from library import until
from textual.app import App

from tui.controls import entry_list
from tui.controls.entry_list import EntryList, ListEntry

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult
    from textual.pilot import Pilot

WORDS = "The siren failed because its batteries had not been replaced. "
ENTRIES = [ListEntry(f"Outlet {number}", WORDS * (number % 4)) for number in range(300)]


class Host(App[None]):
    """Holds a list that fills the window."""

    def compose(self) -> ComposeResult:
        yield EntryList()


def rows(pilot: Pilot[None]) -> EntryList:
    return pilot.app.query_one(EntryList)


def lines(pilot: Pilot[None]) -> list[str]:
    shown = rows(pilot)
    return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]


async def test_the_current_entry_is_in_view_with_all_its_lines_wherever_it_stands() -> None:
    async with Host().run_test(size=(60, 12)) as pilot:
        rows(pilot).show(ENTRIES, "")
        for index in (0, 299, 150, 151, 3):
            rows(pilot).go(index)
            await pilot.pause()
            own = [line for line in lines(pilot) if line.startswith("▌")]
            assert own[0] == f"▌ Outlet {index}"
            assert "".join(own[1:]).count("siren") == index % 4


async def test_no_letter_lies_below_the_scrollbar() -> None:
    async with Host().run_test(size=(60, 12)) as pilot:
        rows(pilot).show([ListEntry("Outlet", "x" * 58)] * 20, "")
        await pilot.pause()
        assert rows(pilot).show_vertical_scrollbar
        assert lines(pilot)[1:3] == ["▌ " + "x" * 57, "▌ x"]


async def test_a_click_on_any_line_of_an_entry_makes_it_the_current_one() -> None:
    async with Host().run_test(size=(60, 12)) as pilot:
        rows(pilot).show(ENTRIES, "")
        await pilot.pause()
        for y, index in ((0, 0), (1, 1), (3, 1), (4, 2), (7, 2), (8, 3)):
            await pilot.click(EntryList, offset=(5, y))
            assert rows(pilot).index == index, y


async def test_lines_are_cut_once_for_the_same_entries_in_the_same_width(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cut: list[tuple[ListEntry, int]] = []
    of = entry_list._lines

    def counted(entry: ListEntry, width: int) -> list[str]:
        cut.append((entry, width))
        return of(entry, width)

    monkeypatch.setattr(entry_list, "_lines", counted)
    async with Host().run_test(size=(60, 12)) as pilot:
        rows(pilot).show(ENTRIES, "")
        await pilot.pause()
        cut.clear()
        rows(pilot).show(list(ENTRIES), "")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: rows(pilot).size.height == 20)
        assert cut == []
        await pilot.resize_terminal(50, 20)
        await until(pilot, lambda: rows(pilot).size.width == 50)
        assert {width for _, width in cut} == {47}
        assert len(cut) == len(ENTRIES)


async def test_a_list_that_is_not_on_screen_yet_takes_entries_and_shows_the_current_one() -> None:
    async with Host().run_test(size=(60, 12)) as pilot:
        rows(pilot).show(ENTRIES[:2], "")
        await pilot.pause()
        rows(pilot).styles.width = 0
        await pilot.pause()
        rows(pilot).show(ENTRIES, "", 200)
        rows(pilot).styles.width = "100%"
        await pilot.pause()
        assert "▌ Outlet 200" in lines(pilot)
        rows(pilot).show([], "None.")
        await pilot.pause()
        assert "  None." in lines(pilot)
