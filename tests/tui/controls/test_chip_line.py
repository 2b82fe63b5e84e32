from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.app import App

from tui.controls.chip_line import ChipLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Host(App[None]):
    """Shows one line, whose chips are words in brackets."""

    def compose(self) -> ComposeResult:
        line = ChipLine("")
        line.chips = lambda text: [found.span() for found in re.finditer(r"\[[^]]*\]", text)]
        yield line


async def test_backspace_behind_a_chip_removes_it_whole_with_the_space_before() -> None:
    async with Host().run_test() as pilot:
        line = pilot.app.query_one(ChipLine)
        line.set_text("ferry [two words] [b]")
        await pilot.press("backspace")
        assert line.value == "ferry [two words]"
        await pilot.press("backspace")
        assert line.value == "ferry"
        await pilot.press("backspace")
        assert line.value == "ferr"


async def test_behind_what_has_just_been_typed_it_removes_a_letter() -> None:
    async with Host().run_test() as pilot:
        line = pilot.app.query_one(ChipLine)
        await pilot.press("left_square_bracket", "x", "right_square_bracket", "backspace")
        assert line.value == "[x"
        await pilot.press("right_square_bracket", "space", "backspace", "backspace")
        assert line.value == ""


async def test_chips_are_lit_and_told_without_colours() -> None:
    async with Host().run_test() as pilot:
        line = pilot.app.query_one(ChipLine)
        line.set_text("a [b] c")
        await pilot.pause()
        lit = [s.text for s in line.render_line(0) if s.style and s.style.underline]
        assert "".join(lit) == "[b]"


async def test_a_selection_is_deleted_as_it_is() -> None:
    async with Host().run_test() as pilot:
        line = pilot.app.query_one(ChipLine)
        line.set_text("a [b]")
        await pilot.press("shift+left", "backspace")
        assert line.value == "a [b"
