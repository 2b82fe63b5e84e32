from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import App

from search import Article, ArticleId, Block, Span
from tui.render.article_page import Reading
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from textual.app import ComposeResult

WORD = "Guaidó"


def reading(number: int = 0, paragraphs: int = 40, every: int = 10, text: str = "") -> Reading:
    """Make an article with a match in every n-th paragraph."""
    blocks = [Block("boilerplate", "Share this")]
    spans: list[tuple[Span, ...]] = [()]
    for i in range(paragraphs):
        words = (
            text or f"{WORD if i % every == 0 else 'Nobody'} spoke in paragraph {i} " + "on " * 30
        )
        blocks.append(Block("paragraph", words.strip()))
        spans.append((Span(0, len(WORD)),) if words.startswith(WORD) else ())
    article = Article(ArticleId(f"{number:016x}"), "a.txt", tuple(blocks), title=f"Title {number}")
    return Reading(article, (), tuple(spans))


class Host(App[None]):
    """Shows the reader, and counts how often the next article was asked for."""

    asked = 0

    def on_reader_read_on(self) -> None:
        self.asked += 1

    def compose(self) -> ComposeResult:
        yield Reader()

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    @property
    def lines(self) -> list[str]:
        return [self.reader.render_line(y).text.rstrip() for y in range(self.reader.size.height)]


async def test_matches_are_walked_from_one_end_round_to_the_other() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading())
        assert str(app.reader.border_subtitle).startswith("4 matches")
        labels = []
        for _ in range(5):
            app.reader.go(1)
            await pilot.pause()
            labels.append(str(app.reader.border_subtitle))
            assert any(WORD in line for line in app.lines)
        assert [text[:12] for text in labels] == [f"match {n} of 4" for n in (1, 2, 3, 4, 1)]
        assert "from the top" in labels[-1]
        app.reader.go(-1)
        assert "from the end" in str(app.reader.border_subtitle)


async def test_a_match_chosen_while_the_reader_is_out_of_sight_is_gone_to_when_it_shows() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.display = False
        await pilot.pause()
        hidden = Reader()
        hidden.display = False
        await app.mount(hidden)
        hidden.show(reading())
        hidden.choose(2)
        hidden.display = True
        await pilot.pause()
        assert str(hidden.border_subtitle).startswith("match 3 of 4")
        shown = [hidden.render_line(y).text for y in range(hidden.size.height)]
        assert any(f"{WORD} spoke in paragraph 20" in line for line in shown)


async def test_the_chosen_match_looks_different_and_both_are_more_than_colour() -> None:
    app = Host()
    async with app.run_test(size=(60, 40)) as pilot:
        app.reader.show(reading(every=1))
        app.reader.go(1)
        await pilot.pause()
        lit = [
            s.style
            for y in range(40)
            for s in app.reader.render_line(y)
            if s.text == WORD and s.style
        ]
        assert lit[0].reverse
        assert lit[0].bold
        assert lit[1].underline
        assert lit[1].bold
        assert not lit[1].reverse


async def test_places_are_remembered_and_a_first_visit_begins_at_the_top() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading(0))
        app.reader.focus()
        await pilot.press("pagedown", "j", "j")
        top = app.reader.scroll_offset.y
        assert top > 10
        app.reader.show(reading(1))
        assert app.reader.scroll_offset.y == 0
        app.reader.show(reading(0))
        assert app.reader.scroll_offset.y == top


async def test_resizing_there_and_back_keeps_the_first_line() -> None:
    app = Host()
    async with app.run_test(size=(70, 20)) as pilot:
        app.reader.show(reading())
        app.reader.focus()
        await pilot.press("pagedown", "pagedown")
        place, first = app.reader.place, app.lines[0]
        for width in (30, 110, 45, 70):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert app.reader.place == place
        assert app.lines[0] == first


async def test_the_column_is_centred_and_its_width_can_be_changed() -> None:
    app = Host()
    async with app.run_test(size=(120, 20)) as pilot:
        app.reader.show(reading())
        await pilot.pause()
        body = [line for line in app.lines if "spoke" in line]
        indent = len(body[0]) - len(body[0].lstrip())
        assert indent == (119 - 72) // 2
        app.reader.column = 40
        await pilot.pause()
        assert max(len(line.strip()) for line in app.lines) <= 40


async def test_boilerplate_is_folded_and_a_click_unfolds_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading())
        await pilot.pause()
        fold = next(y for y, line in enumerate(app.lines) if "page furniture" in line)
        assert "▸ 1 line of page furniture" in app.lines[fold]
        assert not any("Share this" in line for line in app.lines)
        await pilot.click(Reader, offset=(5, fold))
        assert any("Share this" in line for line in app.lines)


async def test_a_click_on_a_match_chooses_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 30)) as pilot:
        app.reader.show(reading(every=2))
        await pilot.pause()
        second = [y for y, line in enumerate(app.lines) if WORD in line][1]
        column = app.lines[second].index(WORD)
        await pilot.click(Reader, offset=(column + 1, second))
        assert app.reader.current == 1


async def test_the_same_article_with_other_matches_stays_where_it_is() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading(every=10))
        app.reader.focus()
        await pilot.press("pagedown")
        top = app.reader.scroll_offset.y
        app.reader.show(reading(every=5))
        assert app.reader.scroll_offset.y == top
        assert app.reader.matches == 8


async def test_dragging_selects_text_without_the_breaks_of_wrapping() -> None:
    app = Host()
    async with app.run_test(size=(40, 20)) as pilot:
        app.reader.show(reading(text="one two three four five six seven eight nine ten " * 2))
        await pilot.pause()
        first = next(y for y, line in enumerate(app.lines) if "one" in line)
        start = app.lines[first].index("two")
        await pilot.mouse_down(Reader, offset=(start, first))
        await pilot.hover(Reader, offset=(start + 2, first + 1))
        await pilot.mouse_up(Reader, offset=(start + 2, first + 1))
        await pilot.pause()
        taken = app.screen.get_selected_text()
        assert taken is not None
        assert taken.startswith("two three four")
        assert "\n" not in taken
        assert app.reader.passage() == taken


async def test_hostile_text_is_harmless_and_every_line_fits() -> None:
    app = Host()
    async with app.run_test(size=(31, 20)) as pilot:
        app.reader.show(
            reading(text="\x1b[2J[red]b\u202eidi 委内瑞拉委内瑞拉委内瑞拉 👨\u200d👩\u200d👧 " * 3)
        )
        await pilot.pause()
        text = "\n".join(app.lines)
        assert "[red]" in text
        assert not set(text) & set("\x1b\u202e")
        for y in range(20):
            assert app.reader.render_line(y).cell_length == 30


async def test_a_note_stands_in_the_place_of_an_article() -> None:
    app = Host()
    async with app.run_test(size=(40, 10)) as pilot:
        app.reader.show_note("This article can't be shown.")
        await pilot.pause()
        assert "This article can't be shown." in "\n".join(app.lines)
        assert app.reader.passage() is None


async def test_a_click_after_wide_characters_marks_what_it_is_on() -> None:
    app = Host()
    async with app.run_test(size=(70, 30)) as pilot:
        app.reader.show(
            reading(paragraphs=3, text="委内瑞拉 👨‍👩‍👧 spoke. Caracas listened to it, all day.")
        )
        await pilot.pause()
        row = next(y for y, line in enumerate(app.lines) if "listened" in line)
        column = cell_len(app.lines[row].partition("listened")[0])
        await pilot.click(Reader, offset=(column + 2, row))
        assert (app.reader.passage() or "").startswith("Caracas listened")
        assert app.reader.marked_word == "listened"
        await pilot.click(Reader, offset=(3, row))
        assert (app.reader.passage() or "").startswith("委内瑞拉")


async def test_a_drag_marks_nothing() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading())
        await pilot.pause()
        row = next(y for y, line in enumerate(app.lines) if "spoke" in line)
        await pilot.mouse_down(Reader, offset=(4, row))
        await pilot.hover(Reader, offset=(12, row))
        await pilot.mouse_up(Reader, offset=(12, row))
        await pilot.pause()
        assert app.reader.marked is None
        assert app.reader.selected_stretches


async def test_reading_on_stops_at_the_end_and_once_more_asks_for_the_next_article() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading(paragraphs=12))
        app.reader.focus()
        for _ in range(30):
            await pilot.press("space")
            if app.reader.scroll_offset.y == app.reader.max_scroll_y:
                break
        assert app.asked == 0
        assert "space: next article" in str(app.reader.border_subtitle)
        await pilot.press("k")
        assert "next article" not in str(app.reader.border_subtitle)
        await pilot.press("space")
        assert app.asked == 0
        await pilot.press("space")
        assert app.asked == 1


async def test_a_short_article_is_not_left_by_the_first_press() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading(paragraphs=1))
        app.reader.focus()
        await pilot.press("space")
        assert app.asked == 0
        await pilot.press("pagedown")
        assert app.asked == 0
        await pilot.press("space")
        assert app.asked == 1


async def test_half_a_page_is_half_of_what_is_in_view() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading())
        app.reader.focus()
        await pilot.press("ctrl+d", "ctrl+d")
        assert app.reader.scroll_offset.y == 2 * (app.reader.window // 2)
        await pilot.press("ctrl+u")
        assert app.reader.scroll_offset.y == app.reader.window // 2


async def test_the_border_names_the_article_once_its_head_is_out_of_view() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.show(reading(7))
        app.reader.focus()
        await pilot.pause()
        assert str(app.reader.border_title) == ""
        await pilot.press("pagedown")
        assert str(app.reader.border_title) == "unknown source · no date · Title 7"
        app.reader.frame.entitle("⇄", "loaded 3")
        assert str(app.reader.border_title).endswith("Title 7   loaded 3")
        await pilot.press("home")
        assert str(app.reader.border_title) == "⇄   loaded 3"


async def test_places_only_in_folded_text_are_told_and_walked_once_it_is_open() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        shown = reading(every=20)
        app.reader.show(replace(shown, furniture={0: (Span(0, 5),)}))
        await pilot.pause()
        assert str(app.reader.border_subtitle) == "2 matches · 0 % · 1 more in folded text"
        assert any("1 line of page furniture · 1 match" in line for line in app.lines)
        app.reader.toggle_boilerplate()
        assert "3 matches" in str(app.reader.border_subtitle)
        assert "folded" not in str(app.reader.border_subtitle)
        app.reader.go(1)
        assert app.reader.current_match == "Share"
