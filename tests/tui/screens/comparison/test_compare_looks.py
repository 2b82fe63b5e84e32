"""Snapshots of a comparison at several sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, comparison_of, settled

from tui.themes import NO_COLOR, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((80, 24), ["right_curly_bracket"] * 3),
        ((80, 24), ["i"]),
        ((120, 40), ["right_curly_bracket", "right_curly_bracket", "n"]),
        ((120, 40), ["r", "right_curly_bracket"]),
        ((120, 40), ["v"]),
        ((200, 60), ["right_curly_bracket"]),
        ((60, 20), ["right_curly_bracket"] * 3),
    ],
    ids=["small", "words-below", "middling", "rows", "meeting", "large", "narrow"],
)
def test_a_comparison_looks_as_it_did(
    size: tuple[int, int],
    keys: list[str],
    flood: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    app = Harness(comparison_of(open_desk(flood), "herald", "courier", "dam"))

    assert snap_compare(app, terminal_size=size, run_before=used)


@pytest.mark.parametrize("theme", ["diptych-dark", "diptych-light", "ansi-dark", "no colours"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
def test_why_sentences_are_linked_is_seen_in_every_theme(
    size: tuple[int, int],
    theme: str,
    flood: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press(*["full_stop"] * 6, "m")
        await settled(pilot)

    if theme == "no colours":
        monkeypatch.setenv("NO_COLOR", "1")
    app = Harness(comparison_of(open_desk(flood), "herald", "courier", "dam"))
    for own in THEMES:
        app.register_theme(own)
    app.theme = NO_COLOR if theme == "no colours" else theme

    assert snap_compare(app, terminal_size=size, run_before=used)
