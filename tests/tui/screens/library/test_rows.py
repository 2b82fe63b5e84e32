"""How much the rows of the list show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library import articles, filled, screen, text, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def write(library: Path, count: int, first: int = 0) -> None:
    library.mkdir(exist_ok=True)
    for number in range(first, first + count):
        page = f"---\ndate: 2024-05-{number % 28 + 1:02}\nsource: Tide\n---\n# Headline {number}\n\nIt rained.\n"
        (library / f"{number:02}.md").write_text(page)


async def test_compact_rows_show_twenty_headlines_in_a_small_window(
    launch: Launch, tmp_path: Path
) -> None:
    write(tmp_path / "news", 28)
    async with launch(tmp_path / "news").run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await pilot.press("j", "j", "L")
        await until(pilot, lambda: articles(pilot).form == "compact")
        await until(pilot, lambda: text(pilot).count("Headline") == 20)
        assert articles(pilot).index == 2
        assert "Articles · 3 of 28" in text(pilot)
        await pilot.press("L")
        await until(pilot, lambda: articles(pilot).row_height == 2)
        await until(pilot, lambda: articles(pilot).index == 2 and "3 of 28" in text(pilot))


async def test_the_form_of_rows_is_kept_for_the_next_start(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("L")
        await until(pilot, lambda: articles(pilot).row_height == 1)
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert articles(pilot).form == "compact"
        assert screen(pilot).panes.next_rows() == []
        assert articles(pilot).form == "normal"


async def test_what_came_since_the_last_look_is_told_and_marked(
    launch: Launch, tmp_path: Path
) -> None:
    library = tmp_path / "news"
    write(library, 3)
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        assert " new." not in text(pilot)  # nothing was there to look at before
        await pilot.press("r")
        await until(pilot, lambda: "Nothing new." in text(pilot))
    write(library, 2, first=30)
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: "Since you last looked: 2 new." in text(pilot))
        await until(pilot, lambda: text(pilot).count("new Tide") == 2)
        write(library, 1, first=40)
        await pilot.press("r")
        await until(pilot, lambda: "1 new." in text(pilot))
        await until(pilot, lambda: text(pilot).count("new Tide") == 3)
    async with launch(library).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        assert " new." not in text(pilot)
