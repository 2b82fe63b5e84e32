from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import filled, text, until
from onscreen import shows

from tui.screens.library.screen import LibraryScreen
from tui.screens.links.links_box import LinksBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "levee.md").write_text(
        "---\ntitle: The levee\nsource: The Courier\ndate: 2024-03-03\n---\n\n"
        "The council said so in its [report](https://council.example/report).\n\n"
        "Its plan is at https://levee.example/plan for all to read.\n",
        "utf-8",
    )
    return folder


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_links_are_listed_by_number_and_one_is_copied(
    launch: Launch, library: Path, size: tuple[int, int]
) -> None:
    async with launch(library).run_test(size=size) as pilot:
        await filled(pilot)
        await pilot.press("O")
        await until(pilot, lambda: shows(pilot.app, LinksBox))
        shown = text(pilot)
        assert "2 links of this article" in shown
        assert "1  report" in shown
        assert "https://council.example/report" in shown
        assert "2  https://levee.example/plan" in shown
        footer = shown.splitlines()[-1]
        assert "enter open" in footer
        assert "esc back" in footer
        await pilot.press("2", "y")
        assert shows(pilot.app, LibraryScreen)
        assert pilot.app.clipboard == "https://levee.example/plan"


async def test_a_link_is_opened_in_the_browser(
    launch: Launch, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} &")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("O")
        await until(pilot, lambda: shows(pilot.app, LinksBox))
        await pilot.press("enter")
        await until(pilot, lambda: opened.exists() and opened.read_text())
        assert opened.read_text().strip() == "https://council.example/report"


async def test_an_article_without_links_says_so(launch: Launch, flood: Path) -> None:
    async with launch(flood).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("O")
        told = pilot.app._notifications
        await until(pilot, lambda: "No links in this article." in [one.message for one in told])
        assert shows(pilot.app, LibraryScreen)
