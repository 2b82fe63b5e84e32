from __future__ import annotations

from typing import TYPE_CHECKING

from flood import Harness, id_of, settled

from tui.screens.picker.article_picker import ArticlePicker
from tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk


def titles(pilot: Pilot[None]) -> list[str | None]:
    shown = pilot.app.screen.query_one(ArticleList)
    rows = [shown._rows.get(place) for place in range(shown._total)]
    return [row.head.title for row in rows if row is not None]


async def test_counterparts_come_first_with_their_reasons(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(ArticlePicker(desk, id_of(desk, "herald")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert titles(pilot) == ["Flood in Marlow", "Quiet"]
        first = app.screen.query_one(ArticleList).hit
        assert first is not None
        assert "% close" in first.excerpt.text
        assert "shares" in first.excerpt.text


async def test_the_article_itself_is_not_offered(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(ArticlePicker(desk, id_of(desk, "quiet")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "Quiet" not in titles(pilot)
        assert len(titles(pilot)) == 2


async def test_typing_searches_and_an_unfinished_query_keeps_the_list(
    flood: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(flood)
    app = Harness(ArticlePicker(desk, id_of(desk, "herald")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press(*"birds")
        await settled(pilot)
        assert titles(pilot) == ["Quiet"]
        await pilot.press(*" (")
        await settled(pilot)
        assert titles(pilot) == ["Quiet"]


async def test_enter_gives_the_chosen_article(flood: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(flood)
    app = Harness(ArticlePicker(desk, id_of(desk, "herald")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.answer == id_of(desk, "quiet")


async def test_escape_gives_none(flood: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(flood)
    picker = ArticlePicker(desk, id_of(desk, "herald"))
    app = Harness(picker)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is not picker
        assert app.answer is None


async def test_rows_of_a_long_library_come_as_they_are_seen(
    tmp_path: Path, open_desk: Callable[..., Desk]
) -> None:
    library = tmp_path / "many"
    library.mkdir()
    for i in range(120):
        text = f"---\ntitle: Number {i}\nsource: S{i}\n---\nWord{i} stands alone here.\n"
        (library / f"{i:03}.md").write_text(text, encoding="utf-8")
    desk = open_desk(library)
    app = Harness(ArticlePicker(desk, id_of(desk, "000")))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for _ in range(25):
            await pilot.press("pagedown")
            await settled(pilot)
        assert app.screen.query_one(ArticleList).index == 118
        assert app.screen.query_one(ArticleList).hit is not None
