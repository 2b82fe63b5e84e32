"""The app on an engine in memory, which answers like a remote one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from engines import in_memory
from library import articles, filled, screen, search, text, until

from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.keyness.screen import KeynessScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture(params=[False, True], ids=["texts in files", "texts in the engine"])
def _engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory(monkeypatch, texts=request.param)


@pytest.mark.usefixtures("_engine")
async def test_the_app_lists_searches_reads_compares_and_tells_stories(launch: Launch) -> None:
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert "5 articles" in text(pilot)
        await search(pilot, "pompeo", total=3)
        assert "3 of 5" in text(pilot)
        assert screen(pilot).article is not None
        await pilot.press("enter", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen))
        await until(pilot, lambda: "quoted" in text(pilot))
        await pilot.press("escape")
        await filled(pilot)
        await pilot.press("V")
        await until(pilot, lambda: "1 version · 1 source" in text(pilot))
        await pilot.press("escape")
        await filled(pilot)
        await pilot.press("A")
        await until(pilot, lambda: isinstance(pilot.app.screen, KeynessScreen))
        await until(pilot, lambda: "Al Jazeera" in text(pilot))


@pytest.mark.usefixtures("_engine")
async def test_a_row_far_off_is_read_when_it_has_come(launch: Launch, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(150):
        head = f"---\ntitle: Number {number}\ndate: 2024-01-01\n---\n"
        (many / f"{number:03}.md").write_text(f"{head}\nStory of number {number}.\n", "utf-8")
    async with launch(many).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("end")
        last = "Story of number 149."
        await until(pilot, lambda: (one := screen(pilot).article) and last in one.blocks[0].text)
        assert articles(pilot).index == 149
        article = screen(pilot).article
        assert article is not None
        assert screen(pilot).article_id == article.id


async def test_a_total_that_is_not_exact_has_a_plus(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_memory(monkeypatch, most_counted=2)
    async with launch().run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert "2+ articles" in text(pilot)
