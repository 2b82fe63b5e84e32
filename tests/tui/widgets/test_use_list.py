from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from search import ArticleId, Head, Use
from tui.render.use_lines import heading_line, listing
from tui.widgets import use_list
from tui.widgets.use_list import UseList

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult

HOSTILE = "\x1b[31m[red]b\u202eidi[/red] 委内瑞拉 👨\u200d👩\u200d👧 "


def use(number: int, source: str | None = "DW", before: str = "an old ") -> Use:
    after = f" number {number}"
    head = Head(ArticleId(f"{number:016x}"), "a.md", f"Title {number}", source, "2024-03-02")
    return Use(head, 0, 0, 1, before, "levee", after)


class Host(App[None]):
    """Shows the list and counts how often a use is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = 0

    def compose(self) -> ComposeResult:
        yield UseList()

    @property
    def uses(self) -> UseList:
        return self.query_one(UseList)

    def on_use_list_opened(self) -> None:
        self.opened += 1

    @property
    def lines(self) -> list[str]:
        return [self.uses.render_line(y).text.rstrip() for y in range(self.uses.size.height)]


async def test_of_a_hundred_thousand_uses_only_those_in_view_are_painted() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing(tuple(use(i) for i in range(100_000)), headings=False), "newest")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert app.uses.index == 99_999
        assert app.lines[-1].endswith("number 99999")
        assert app.uses.border_subtitle == "newest · 100,000 of 100,000"


async def test_keys_move_the_current_use_and_the_frame_says_where_it_is_from() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing(tuple(use(i) for i in range(100)), headings=False), "")
        await pilot.pause()
        seen = []
        for key in ("down", "j", "up", "k", "pagedown", "space", "pageup", "b", "G", "g", "up"):
            await pilot.press(key)
            seen.append(app.uses.index)
        assert seen == [1, 2, 1, 0, 19, 38, 19, 0, 99, 0, 0]
        assert str(app.uses.border_title) == "DW · 2 Mar 2024 · Title 0"


async def test_a_heading_is_drawn_where_one_stands_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []

    def noted(first: Use, count: int, width: int) -> str:
        drawn.append(count)
        return heading_line(first, count, width)

    monkeypatch.setattr(use_list, "heading_line", noted)
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        told = tuple(use(i, "DW" if i < 8 else "RT") for i in range(12))
        app.uses.show(listing(told, headings=True), "source")
        await pilot.pause()
        drawn.clear()
        assert [line[2:6] for line in app.lines if "─" in line] == ["─ DW", "─ RT"]
        assert drawn == [8, 4]


async def test_the_current_line_is_marked_by_more_than_colour() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing((use(0), use(1)), headings=False), "")
        await pilot.press("down")
        assert [line[:2] for line in app.lines[:2]] == ["  ", "▌ "]
        app.set_focus(None)
        await pilot.pause()
        assert app.lines[1].startswith("▎ ")
        lit = [s for s in app.uses.render_line(0) if s.text == "levee"]
        assert all(s.style is not None and s.style.bold and s.style.underline for s in lit)
        assert len(lit) == 1


async def test_under_headings_the_first_use_of_a_group_shows_its_heading_too() -> None:
    app = Host()
    uses = tuple(use(i, "AB"[i // 30]) for i in range(60))
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing(uses, headings=True), "")
        await pilot.press("end")
        assert not any("─ B" in line for line in app.lines)
        for _ in range(29):
            await pilot.press("up")
        assert app.uses.index == 30
        assert app.lines[0].strip().startswith("─ B · 30 ─")
        await pilot.press("home")
        assert app.lines[0].strip().startswith("─ A · 30 ─")


async def test_the_current_use_stays_where_it_stands_when_others_come_before_it() -> None:
    app = Host()
    first = tuple(use(i) for i in range(50))
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing(first, headings=False), "")
        await pilot.press("end", "up")
        row = next(y for y, line in enumerate(app.lines) if line.startswith("▌"))
        more = tuple(use(i) for i in range(100, 200))
        app.uses.show(listing((*more, *first), headings=False), "")
        await pilot.pause()
        assert app.uses.index == 148
        assert app.lines[row].startswith("▌")
        await pilot.press("home")
        app.uses.show(listing(first, headings=False), "")
        assert app.uses.index == 0


async def test_a_click_chooses_and_a_second_one_reads() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing((use(0), use(1), use(2)), headings=True), "")
        await pilot.pause()
        await pilot.click(UseList, offset=(5, 3))
        assert (app.uses.index, app.opened) == (2, 0)
        await pilot.click(UseList, offset=(5, 3), times=2)
        assert app.opened == 1
        await pilot.click(UseList, offset=(5, 9))
        assert app.uses.index == 2


async def test_hostile_text_is_drawn_as_text_in_its_cells() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.uses.show(listing((use(0, HOSTILE, HOSTILE), use(1)), headings=False), "")
        await pilot.pause()
        strips = [app.uses.render_line(y) for y in range(10)]
        assert {strip.cell_length for strip in strips} == {60}
        assert not set("\x1b\u202e") & set("".join(app.lines) + str(app.uses.border_title))


async def test_a_note_stands_in_the_place_of_uses() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.uses.show(listing((use(0),), headings=False), "")
        app.uses.show_note("No article uses [b]levee[/b].")
        await pilot.press("down", "end")
        assert "  No article uses [b]levee[/b]." in app.lines
        assert app.uses.use is None
        assert not app.uses.border_title
