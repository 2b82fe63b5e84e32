from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui.controls.roomy_label import RoomyLabel

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Host(App[None]):
    """Holds a text as high as it needs."""

    CSS = "RoomyLabel { width: 10; height: auto; }"

    def compose(self) -> ComposeResult:
        yield RoomyLabel("one")


async def test_the_second_of_two_texts_is_not_cut_if_a_layout_comes_between() -> None:
    app = Host()
    async with app.run_test() as pilot:
        text = app.query_one(RoomyLabel)
        text.update("two")
        app.screen._refresh_layout()
        text.update("of three rows, no less")
        await pilot.pause()
        assert text.size.height == 3
