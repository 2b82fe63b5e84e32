"""Snapshots of the panel of a comparison, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, comparison_of, settled
from reports import write_reports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk

PAGES = "in short|wording|quotes|naming|words|names|figures|repeats".split("|")


@pytest.mark.parametrize(
    ("size", "page", "keys", "theme"),
    [
        ((80, 24), "in short", ["down"], ""),
        ((120, 40), "in short", [], ""),
        ((120, 40), "in short", ["down"], "textual-light"),
        ((120, 40), "in short", ["down"], "ansi-dark"),
        ((200, 60), "in short", [], ""),
        ((60, 20), "in short", [], ""),
        ((80, 24), "wording", ["down"], ""),
        ((120, 40), "wording", ["down", "enter"], ""),
        ((80, 24), "naming", ["down"], ""),
        ((80, 24), "words", ["down", "enter"], ""),
        ((80, 24), "figures", ["enter"], ""),
        ((120, 40), "names", ["right"], ""),
        ((120, 40), "quotes", ["down", "enter"], ""),
        ((120, 40), "naming", ["down"], "ansi-dark"),
        ((200, 60), "figures", ["right", "enter"], ""),
        ((200, 60), "repeats", [], ""),
        ((160, 40), "quotes", ["down"], ""),
        ((60, 20), "naming", ["down", "enter"], ""),
    ],
    ids=[
        "in-short-small",
        "in-short-middling",
        "in-short-light",
        "in-short-without-colours",
        "in-short-large",
        "in-short-narrow",
        "wording-small",
        "wording-middling",
        "naming-small",
        "words-small",
        "figures-small",
        "names-middling",
        "quotes-middling",
        "naming-without-colours",
        "figures-large",
        "repeats-large",
        "quotes-beside",
        "naming-narrow",
    ],
)
def test_a_page_looks_as_it_did(
    size: tuple[int, int],
    page: str,
    keys: list[str],
    theme: str,
    tmp_path: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        if theme:
            pilot.app.theme = theme
        await settled(pilot)
        await pilot.press("i")
        for key in ["right_square_bracket"] * PAGES.index(page) + keys:
            await pilot.press(key)
            await settled(pilot)

    desk = open_desk(write_reports(tmp_path / "reports"))
    app = Harness(comparison_of(desk, "gazette", "post"))

    assert snap_compare(app, terminal_size=size, run_before=used)
