from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.app import App

from search import IndexFailedError
from tui.commands import KeyHint
from tui.screens.library.search_status import status_text
from tui.widgets.key_line import KeyLine
from tui.widgets.search_line import SearchLine
from tui.widgets.status_line import StatusLine, StatusText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


class Host(App[None]):
    """Shows one widget and keeps its messages."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.messages: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        self.messages.append(("typed", event.text))

    def on_search_line_recalled(self, event: SearchLine.Recalled) -> None:
        self.messages.append(("recalled", event.text))

    def on_search_line_left(self) -> None:
        self.messages.append("left")


HINTS = [KeyHint("enter", "read", "open"), KeyHint("/", "search", "search")]
HELP = KeyHint("?", "help", "help", always=True)


@pytest.mark.parametrize(
    ("width", "shown"),
    [(80, " enter read  / search  ? help"), (22, " enter read  ? help"), (9, " ? help")],
)
async def test_the_key_line_shows_what_fits_and_help_always(width: int, shown: str) -> None:
    line = KeyLine()
    async with Host(line).run_test(size=(width, 5)) as pilot:
        line.show([*HINTS, HELP])
        await pilot.pause()
        assert line.render_line(0).text.rstrip() == shown


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (4, "    ^ this ( is never closed"),
        (30, "       this ( is never closed ^"),
        (500, "            this ( is never closed ^"),
    ],
)
async def test_a_caret_stands_under_the_fault(column: int, shown: str) -> None:
    line = StatusLine()
    async with Host(line).run_test(size=(38, 5)) as pilot:
        line.show(StatusText("fault", "this ( is never closed", column))
        await pilot.pause()
        assert line.render_line(0).text.rstrip() == shown


async def test_a_fault_of_an_archive_points_at_nothing_in_the_query() -> None:
    search = SearchLine()
    fault = IndexFailedError("opensearch://desk.example:9200/news", "it is too busy")
    line = StatusLine()
    async with Host(line).run_test(size=(60, 5)) as pilot:
        line.show(status_text(None, fault, search, "", 0))
        await pilot.pause()
        assert line.render_line(0).text.rstrip() == " ! it is too busy"


@pytest.mark.parametrize("width", [40, 60, 80])
async def test_a_long_fault_of_an_archive_begins_beside_its_sign(width: int) -> None:
    reason = "none of the nodes answers: " + ", ".join(["no such host"] * 7)
    line = StatusLine()
    async with Host(line).run_test(size=(width, 12)) as pilot:
        line.show(StatusText("fault", reason, 12, "late", "!"))
        await pilot.pause()
        shown = [line.render_line(y).text for y in range(line.size.height)]
        assert shown[0].startswith(" ! none of the nodes")
        assert shown[0].endswith("late ")
        assert all(row.startswith("   ") for row in shown[1:])
        said = [shown[0].removeprefix(" ! ").removesuffix("late "), *shown[1:]]
        assert " ".join(" ".join(said).split()) == reason
        line.show(StatusText("fault", reason * 9, 12, "", "!"))
        await pilot.pause()
        assert line.size.height == 5
        assert line.render_line(4).text.rstrip().endswith("…")


@pytest.mark.parametrize("width", [40, 60, 80])
async def test_a_fault_is_never_cut(width: int) -> None:
    reason = 'no field is called "colour"; there are ' + ", ".join(["a field"] * 9)
    line = StatusLine()
    async with Host(line).run_test(size=(width, 12)) as pilot:
        line.show(StatusText("fault", reason, 12, "reading 3 of 5"))
        await pilot.pause()
        shown = [line.render_line(y).text for y in range(line.size.height)]
        assert shown[0].rstrip() == " " * 12 + "^" + shown[0][13:].rstrip()
        assert " ".join("".join(shown[1:]).split()) == reason


async def test_progress_stands_at_the_right_end() -> None:
    line = StatusLine()
    async with Host(line).run_test(size=(40, 5)) as pilot:
        line.show(
            StatusText("read", "a very long way of saying how it was read", 0, "reading 3 of 5")
        )
        await pilot.pause()
        shown = line.render_line(0).text
        assert shown.endswith("reading 3 of 5 ")
        assert "…" in shown


async def test_up_walks_back_through_the_searches_and_down_comes_back() -> None:
    line = SearchLine()
    app = Host(line)
    async with app.run_test() as pilot:
        line.history = ("first", "second")
        line.focus()
        await pilot.press("d", "up", "up", "up", "down", "down", "down")
        assert app.messages == [
            ("typed", "d"),
            ("recalled", "second"),
            ("recalled", "first"),
            ("recalled", "second"),
            ("recalled", "d"),
            "left",
        ]
        assert line.value == "d"


async def test_a_slash_in_the_search_line_is_a_slash() -> None:
    line = SearchLine()
    async with Host(line).run_test() as pilot:
        line.focus()
        await pilot.press("a", "slash", "question_mark", "q")
        assert line.value == "a/?q"


async def test_text_put_into_the_search_line_is_not_typed() -> None:
    line = SearchLine()
    app = Host(line)
    async with app.run_test() as pilot:
        line.set_text("guaido")
        await pilot.pause()
        assert app.messages == []


@pytest.mark.parametrize(
    ("pasted", "taken"),
    [
        ("harbour\nwall", "harbour wall"),
        ("harbour\r\n\r\n  wall \rford\n", "harbour wall ford"),
        (" wall ", "wall"),
        ("\n", ""),
    ],
)
async def test_several_pasted_lines_become_one(pasted: str, taken: str) -> None:
    line = SearchLine()
    app = Host(line)
    async with app.run_test() as pilot:
        line.focus()
        line.set_text("old")
        line.action_select_all()
        line.post_message(events.Paste(pasted))
        await pilot.pause()
        assert line.value == taken
