from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui.widgets.filters.month_strip import MonthStrip

if TYPE_CHECKING:
    from textual.app import ComposeResult

COUNTS = (("2021-01", 2), ("2021-03", 8), (None, 1))


class Host(App[None]):
    """Shows the timeline and keeps its messages."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[object] = []

    def compose(self) -> ComposeResult:
        yield MonthStrip()

    def on_mount(self) -> None:
        self.query_one(MonthStrip).show(COUNTS, None, dated=False)

    def on_month_strip_chosen(self, event: MonthStrip.Chosen) -> None:
        self.messages.append(event.months)

    def on_month_strip_left(self) -> None:
        self.messages.append("left")


async def test_it_shows_bars_and_says_what_they_are() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)) as pilot:
        strip = app.query_one(MonthStrip)
        app.set_focus(None)
        await pilot.pause()
        shown = " ▂▂▂▂▂▂▂▂" + " " * 10 + "████████ ?".ljust(13) + " 2021-01 ─ 2021-03 · 10"
        assert strip.render_line(0).text == shown.ljust(60)


async def test_keys_choose_a_month_a_range_and_what_is_not_dated() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(MonthStrip).focus()
        await pilot.press("home", "enter", "right", "greater_than_sign", "space", "G", "enter")
        await pilot.press("shift+left", "enter", "escape")
        march = ("2021-03", "2021-03")
        months = [("2021-01", "2021-01"), ("2021-02", "2021-03"), None, march, "left"]
        assert app.messages == months


async def test_a_year_is_gone_back_and_on_as_far_as_there_are_months() -> None:
    app = Host()
    async with app.run_test(size=(120, 5)) as pilot:
        strip = app.query_one(MonthStrip)
        every = [f"{2020 + at // 12}-{at % 12 + 1:02}" for at in range(1, 17)]
        strip.show([*((month, 1) for month in every), (None, 1)], None, dated=False)
        strip.focus()
        await pilot.press("end")
        for key in ("pageup", "pageup", "pageup", "pagedown", "pagedown"):
            await pilot.press(key, "enter")
        months = ["2021-05", "2020-05", "2020-02", "2021-02", "2021-05"]
        assert app.messages == [(month, month) for month in months]


async def test_what_is_chosen_stays_current_and_is_said() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)) as pilot:
        strip = app.query_one(MonthStrip)
        strip.show(COUNTS, ("2021-02", "2021-03"), dated=True)
        app.set_focus(None)
        await pilot.pause()
        assert "2021-02 ─ 2021-03 · 8" in strip.render_line(0).text
        strip.focus()
        await pilot.press("enter")
        assert app.messages == [("2021-02", "2021-03")]
        strip.show(COUNTS, None, dated=True)
        app.set_focus(None)
        await pilot.pause()
        assert "(no date) · 1" in strip.render_line(0).text


async def test_without_months_there_is_nothing_to_choose() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)) as pilot:
        strip = app.query_one(MonthStrip)
        strip.show((), None, dated=False)
        strip.focus()
        await pilot.press("enter", "left", "end", "shift+right")
        await pilot.click(MonthStrip, offset=(5, 0))
        assert app.messages == []
        assert strip.render_line(0).text.strip() == ""
