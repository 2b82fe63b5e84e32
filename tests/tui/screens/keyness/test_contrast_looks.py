"""Snapshots of the comparison of two sources at several sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import Harness, settled
from papers import COURIER, HERALD, keyness_of, write_papers
from two_tides import PILOT, TIDE, write_tides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Desk


@pytest.mark.parametrize(
    ("size", "names", "keys"),
    [
        ((80, 24), (HERALD, COURIER), ["down"]),
        ((120, 40), (HERALD, COURIER), ["tab", "down"]),
        ((200, 60), (HERALD, COURIER), ["S"]),
        ((60, 15), (HERALD, COURIER), ["right"]),
        ((80, 24), (HERALD, COURIER), ["slash", "r", "e"]),
        ((80, 24), (HERALD, COURIER), ["1"]),
        ((80, 24), (HERALD, None), []),
    ],
    ids=["small", "middling", "large", "narrow", "filtered", "picker", "too-few"],
)
def test_source_against_source_looks_as_it_did(
    size: tuple[int, int],
    names: tuple[str | None, ...],
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

    app = Harness(keyness_of(open_desk(write_papers(tmp_path / "papers")), names))

    assert snap_compare(app, terminal_size=size, run_before=used)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
def test_wording_looks_as_it_did(
    size: tuple[int, int],
    tmp_path: Path,
    open_desk: Callable[..., Desk],
    snap_compare: Callable[..., bool],
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("v")
        await settled(pilot)

    app = Harness(keyness_of(open_desk(write_tides(tmp_path / "tides")), (PILOT, TIDE)))

    assert snap_compare(app, terminal_size=size, run_before=used)


def test_source_against_source_without_colours(
    tmp_path: Path, open_desk: Callable[..., Desk], snap_compare: Callable[..., bool]
) -> None:
    async def used(pilot: Pilot[None]) -> None:
        pilot.app.theme = "ansi-dark"
        await settled(pilot)

    desk = open_desk(write_papers(tmp_path / "papers"))
    app = Harness(keyness_of(desk, (HERALD, COURIER)))

    assert snap_compare(app, terminal_size=(120, 40), run_before=used)
