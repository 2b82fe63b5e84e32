"""An article opened from the uses of a word, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, idle, screen, text, until, use_editor
from onscreen import on_top

from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.concordance.screen import ConcordanceScreen
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


def passage(pilot: Pilot[None]) -> Reader:
    return pilot.app.screen.query_one(Reader)


async def opened(pilot: Pilot[None]) -> None:
    """Open the first use of the word that is searched for."""
    await filled(pilot)
    await pilot.press("asterisk")
    await until(pilot, lambda: isinstance(pilot.app.screen, ConcordanceScreen) and idle(pilot))
    await pilot.press("enter")
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, ArticleScreen) and passage(pilot).reading is not None,
    )


async def test_a_word_is_found_in_it_and_esc_lights_the_use_again(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await opened(pilot)
        lit = passage(pilot).matches
        await pilot.press("ctrl+f", *"united")
        await until(pilot, lambda: "place 3 of 3" in text(pilot))
        assert passage(pilot).matches != lit
        await pilot.press("enter")
        await until(pilot, lambda: "place 1 of 3" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: passage(pilot).matches == lit)
        assert passage(pilot).has_focus
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ConcordanceScreen)


async def test_the_next_use_closes_the_find_bar(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+f", *"united")
        await until(pilot, lambda: "place 3 of 3" in text(pilot))
        await pilot.press("tab", "J")
        await until(pilot, lambda: "match" in str(passage(pilot).border_subtitle))
        assert isinstance(pilot.app.screen, ArticleScreen)
        assert pilot.app.screen.finder.bar is None


async def test_its_column_gets_wider_and_narrower(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await opened(pilot)
        before = passage(pilot).column
        await pilot.press("plus", "plus", "minus")
        assert passage(pilot).column == before + 4


async def test_it_is_compared_with_what_was_marked_in_the_library(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("down")
        await until(pilot, lambda: idle(pilot) and articles(pilot).index == 1)
        marked = screen(pilot).article_id
        await pilot.press("m")
        await opened(pilot)
        while on_top(pilot.app, ArticleScreen).article_id == marked:
            await pilot.press("J")
            await until(pilot, lambda: idle(pilot))
        here = on_top(pilot.app, ArticleScreen).article_id
        await pilot.press("m")
        await until(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen))
        assert on_top(pilot.app, ComparisonScreen).request.pair == (marked, here)


async def test_marking_it_shows_here_and_in_the_library(launch: Launch) -> None:
    async with launch(search="military").run_test(size=SIZE) as pilot:
        await opened(pilot)
        assert isinstance(pilot.app.screen, ArticleScreen)
        await pilot.press("m")
        assert str(passage(pilot).border_title).startswith("⇄ ")
        assert screen(pilot)._marked.article == pilot.app.screen.article_id
        await pilot.press("m")
        assert not str(passage(pilot).border_title).startswith("⇄ ")
        assert screen(pilot)._marked.article is None


async def test_what_the_editor_changed_is_shown_and_found(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "one.md").write_text("# One\n\nA horse crossed.\n")
    app = launch(library, search="horse")
    use_editor(app, tmp_path, monkeypatch)

    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "A zebra crossed." in text(pilot))
        await until(pilot, lambda: not screen(pilot).session.syncing)
        assert screen(pilot).session.desk.search("zebra").total == 1


@pytest.mark.parametrize(
    "name", ["c#1.md", "~x.md", "#.md", "-x.md", "%41.md", "a b.md", "C:\\x.md"]
)
async def test_the_editor_is_given_the_file_of_that_name(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "c").write_text("Another file.\n")
    (library / name).write_text("# One\n\nA horse crossed.\n")
    app = launch(library, search="horse")
    use_editor(app, tmp_path, monkeypatch)

    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "A zebra crossed." in text(pilot))
    assert "zebra" in (library / name).read_text()
    assert {file.name for file in library.iterdir()} == {"c", name}
