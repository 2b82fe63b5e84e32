from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui.widgets.filters.facet import Facet
from tui.widgets.filters.sources_pane import SourcesPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

FACETS = (
    Facet("all", "All", None, 5, chosen=True),
    Facet("source", "Al Jazeera", "Al Jazeera", 3),
    Facet("source", "El País", "El País", 1),
    Facet("source", "(unknown)", None, 1),
)
SAVED = (Facet("saved", "◷ oil", "oil", 2),)


class Host(App[None]):
    """Shows the pane and keeps its messages."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[object] = []

    def compose(self) -> ComposeResult:
        yield SourcesPane()

    def on_mount(self) -> None:
        pane = self.query_one(SourcesPane)
        pane.show(FACETS)
        pane.focus()

    def on_sources_pane_picked(self, event: SourcesPane.Picked) -> None:
        self.messages.append(event.facet.label)

    def on_sources_pane_width_wanted(self, event: SourcesPane.WidthWanted) -> None:
        self.messages.append(event.cells)


def shown(pilot: Pilot[None]) -> list[str]:
    pane = pilot.app.query_one(SourcesPane)
    return [pane.render_line(y).text.rstrip() for y in range(6)]


async def test_every_line_but_a_heading_can_be_chosen() -> None:
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        app.query_one(SourcesPane).show_saved(SAVED)
        await pilot.press("enter", "k", "enter", "j", "j", "enter", "G", "enter")
        assert app.messages == ["All", "◷ oil", "Al Jazeera", "(unknown)"]


async def test_what_is_chosen_and_where_one_is_are_told_by_signs() -> None:
    async with Host().run_test(size=(24, 10)) as pilot:
        assert shown(pilot)[0] == "▌✓All                 5"


async def test_letters_narrow_the_sources_whatever_their_case_and_accents() -> None:
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        await pilot.press("slash", "p", "A", "i")
        assert [line.split()[0:2] for line in shown(pilot) if line][1:] == [["▌", "El"]]
        assert shown(pilot)[0].startswith("─ /pAi▏ ──")
        await pilot.press("enter")
        assert app.messages == ["El País"]
        assert len([line for line in shown(pilot) if line]) == 4
        assert shown(pilot)[2].startswith("▌ El País")


async def test_backspace_and_escape_widen_again_and_letters_that_fit_nothing_choose_nothing() -> (
    None
):
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        await pilot.press("slash", "q", "x", "down", "enter")
        assert app.messages == []
        await pilot.press("slash", "j", "backspace", "backspace", "enter")
        await pilot.press("slash", "j", "escape")
        assert len([line for line in shown(pilot) if line]) == 4
        assert app.messages == ["Al Jazeera"]


async def test_while_narrowed_the_arrows_go_through_what_is_left() -> None:
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        await pilot.press("slash", "a", "down", "enter")
        assert app.messages == ["El País"]


async def test_a_hostile_name_stays_one_line() -> None:
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        name = "\x1b[31m" + "x" * 10_000 + "\n[bold]"
        app.query_one(SourcesPane).show([Facet("source", name, name, 1)])
        await pilot.pause()
        assert "\x1b" not in shown(pilot)[0]
        assert len(shown(pilot)[0]) <= 24


async def test_plus_and_minus_ask_for_another_width() -> None:
    app = Host()
    async with app.run_test(size=(24, 10)) as pilot:
        await pilot.press("plus", "minus", "minus")
        assert app.messages == [2, -2, -2]


async def test_a_large_count_is_rounded_down_where_it_leaves_no_room_for_the_name() -> None:
    async with Host().run_test(size=(24, 8)) as pilot:
        counts = {"outlet1.example": 1_699_999, "outlet22.example": 867_999, "O": 24_352_000}
        facets = [Facet("source", name, name, count) for name, count in counts.items()]
        pilot.app.query_one(SourcesPane).show(facets)
        await pilot.pause()
        lines = [line.split() for line in shown(pilot)[:3]]
    assert [line[-2:] for line in lines] == [
        ["outlet1.example", "1.6M"],
        ["outlet22.example", "867k"],
        ["O", "24,352,000"],
    ]
