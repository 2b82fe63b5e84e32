from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from search import ArticleId, Excerpt, Head, Hit, Span
from tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.message import Message

HOSTILE = "\x1b[31m[red]b\u202eidi[/red] 委内瑞拉 👨\u200d👩\u200d👧 Guaidó"


def hit(place: int, label: str = "") -> Hit:
    label = label or f"Title {place}"
    excerpt = Excerpt("The armed forces.", (Span(4, 16),))
    head = Head(ArticleId(f"{place:016x}"), "a.txt", label, "DW", None)
    return Hit(head, 1.0, 2, (), excerpt)


class Host(App[None]):
    """Shows the list and keeps its messages."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ArticleList()

    @property
    def list(self) -> ArticleList:
        return self.query_one(ArticleList)

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        self.messages.append(event)

    def on_article_list_chosen(self, event: ArticleList.Chosen) -> None:
        self.messages.append(event)

    def on_article_list_opened(self, event: ArticleList.Opened) -> None:
        self.messages.append(event)

    @property
    def text(self) -> str:
        return "\n".join(self.list.render_line(y).text for y in range(self.list.size.height))


async def test_a_hundred_thousand_rows_ask_only_for_those_in_view() -> None:
    app, answer = Host(), object()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(answer, 100_000, {})
        await pilot.pause()
        await pilot.press("G")
        await pilot.pause()
        assert app.list.index == 99_999
        wanted = [event for event in app.messages if isinstance(event, ArticleList.Wanted)]
        assert sum(len(event.span) for event in wanted) < 200
        assert wanted[-1].span[-1] == 99_999
        app.list.add_rows(answer, {i: hit(i) for i in wanted[-1].span})
        assert "Title 99999" in app.text
        assert app.list.border_subtitle == "100,000 of 100,000"


async def test_rows_beyond_the_window_are_asked_for_once_the_user_moves() -> None:
    app, answer = Host(), object()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(answer, 100, {})
        app.list.focus()
        await pilot.pause()
        window = range(app.list.window)
        assert [e.span for e in app.messages if isinstance(e, ArticleList.Wanted)] == [window]
        app.list.add_rows(answer, {i: hit(i) for i in window})
        await pilot.press("j")
        await pilot.pause()
        spans = [e.span for e in app.messages if isinstance(e, ArticleList.Wanted)]
        assert spans == [window, range(window.stop, 2 * window.stop)]


async def test_rows_of_an_earlier_answer_are_dropped() -> None:
    app, now = Host(), object()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(now, 3, {0: hit(0)})
        app.list.add_rows(object(), {1: hit(7)})
        await pilot.pause()
        assert "Title 0" in app.text
        assert "Title 7" not in app.text


async def test_keys_move_the_current_row_and_open_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(object(), 50, {i: hit(i) for i in range(50)})
        app.list.focus()
        await pilot.press("j", "down", "k", "pagedown", "enter")
        chosen = [e.index for e in app.messages if isinstance(e, ArticleList.Chosen)]
        page = 24 // app.list.row_height
        assert chosen == [1, 2, 1, 1 + page]
        assert isinstance(app.messages[-1], ArticleList.Opened)
        await pilot.press("k", "g", "k")
        assert app.list.index == 0


async def test_the_current_row_is_marked_by_a_shape_that_shows_focus() -> None:
    app = Host()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(object(), 2, {0: hit(0), 1: hit(1)})
        app.list.focus()
        await pilot.pause()
        assert app.text.splitlines()[0].startswith("▌ Title 0")
        app.set_focus(None)
        await pilot.pause()
        assert app.text.splitlines()[0].startswith("▎ Title 0")
        assert app.text.splitlines()[app.list.row_height].startswith("  Title 1")


async def test_matches_are_lit_by_more_than_colour() -> None:
    app = Host()
    async with app.run_test(size=(70, 24)) as pilot:
        app.list.show(object(), 1, {0: hit(0)})
        await pilot.pause()
        segments = [s for y in range(6) for s in app.list.render_line(y)]
        lit = [s.text for s in segments if s.style and s.style.underline]
        assert lit == ["armed forces"]


async def test_a_click_chooses_and_a_second_one_opens() -> None:
    app = Host()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(object(), 5, {i: hit(i) for i in range(5)})
        await pilot.pause()
        below = app.list.row_height + 1
        await pilot.click(ArticleList, offset=(5, below))
        assert app.list.index == 1
        await pilot.double_click(ArticleList, offset=(5, below))
        assert isinstance(app.messages[-1], ArticleList.Opened)


@pytest.mark.parametrize("width", [20, 40, 80, 120])
async def test_hostile_titles_are_shown_harmless_and_every_line_fits(width: int) -> None:
    app = Host()
    async with app.run_test(size=(width, 24)) as pilot:
        app.list.show(object(), 1, {0: hit(0, HOSTILE)})
        await pilot.pause()
        assert "[red]" in app.text
        assert not set(app.text) & set("\x1b\u202e")
        for y in range(24):
            assert app.list.render_line(y).cell_length == app.list.size.width


async def test_a_note_stands_in_the_place_of_rows() -> None:
    app = Host()
    async with app.run_test(size=(60, 24)) as pilot:
        app.list.show(object(), 1, {0: hit(0)})
        app.list.show_note("Nothing found.\n\nTry \x1b[31mother words.")
        await pilot.pause()
        assert "Nothing found." in app.text
        assert "Title" not in app.text
        assert "\x1b" not in app.text
        assert app.list.index is None
