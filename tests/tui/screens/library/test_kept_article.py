from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, search, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import ArticleId
    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


def read(pilot: Pilot[None]) -> ArticleId | None:
    reading = reader(pilot).reading
    return reading.article.id if reading else None


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_from_the_reader_a_search_shows_the_list_and_the_article_stays_until_one_is_opened(
    launch: Launch, flood: Path, size: tuple[int, int]
) -> None:
    async with launch(flood).run_test(size=size) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        before = read(pilot)
        total = screen(pilot).results.total
        await search(pilot, "-zzz", total)
        assert articles(pilot).display
        await pilot.press("enter", "down")
        await until(pilot, lambda: articles(pilot).index == 1)
        assert read(pilot) == before
        await pilot.press("enter")
        await until(pilot, lambda: read(pilot) not in (None, before))
        assert screen(pilot).article is not None


async def test_who_goes_back_to_the_reader_reads_on_where_they_were(
    launch: Launch, flood: Path
) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        before = read(pilot)
        await search(pilot, "zzz", 0)
        await pilot.press("escape", "3")
        assert read(pilot) == before == screen(pilot).article_id
        assert screen(pilot).article is not None
