"""Snapshots of a concordance at several sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from chorus import concordance_of, write_chorus
from flood import Harness, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((80, 24), ["down"]),
        ((80, 24), ["v", "i"]),
        ((120, 40), ["v", "down", "down"]),
        ((200, 60), ["S", "down"]),
        ((60, 20), ["S", "S"]),
        ((80, 24), ["slash", "left_parenthesis", "enter"]),
        ((120, 40), ["down", "enter"]),
    ],
    ids=["small", "counts-below", "grouped", "large", "narrow", "fault", "passage"],
)
def test_a_concordance_looks_as_it_did(
    size: tuple[int, int],
    keys: list[str],
    tmp_path: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    app = Harness(concordance_of(open_desk(write_chorus(tmp_path / "chorus")), "levee"))

    assert snap_compare(app, terminal_size=size, run_before=used)


def test_a_concordance_without_colours(
    tmp_path: Path, open_desk: Callable[..., Desk], snap_compare: Callable[..., bool]
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        pilot.app.theme = "ansi-dark"
        await settled(pilot)
        for key in ("v", "down"):
            await pilot.press(key)
            await settled(pilot)

    app = Harness(concordance_of(open_desk(write_chorus(tmp_path / "chorus")), "levee"))

    assert snap_compare(app, terminal_size=(120, 40), run_before=used)
