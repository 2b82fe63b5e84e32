"""Fixtures for the app on real articles, with a home folder of its own."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

import pytest
from flood import write_flood

from search import Desk, bundled
from tui.app import DiptychApp
from tui.remembered import ShownHints
from tui.screens.library.screen import LibraryScreen
from tui.settings import settings_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set a new home folder, away from the user's settings, caches and colours.

    The hints on a comparison were shown, so that none stands before what a test looks for.
    """
    for name in ("CACHE", "CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    ShownHints().remember()
    return tmp_path


@pytest.fixture
def launch() -> Callable[..., DiptychApp]:
    """Give a function that makes the app for a library, by default the bundled one."""

    def make(library: Path | None = None, **options: Any) -> DiptychApp:
        return DiptychApp(library or bundled(), **options)

    return make


_LOOKS, _PAUSE = 150, 0.02


@pytest.fixture
def snap_compare(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """Have pictures taken once no look at the folder goes on, which the first line would say; of one held up, after three seconds."""

    def compare(app: DiptychApp, *, run_before: Any = None, **options: Any) -> bool:
        async def rested(pilot: Pilot[None]) -> None:
            if run_before is not None and isawaitable(began := run_before(pilot)):
                await began
            for _ in range(_LOOKS):
                shown = [s for s in pilot.app.screen_stack if isinstance(s, LibraryScreen)]
                if not any(here.session.syncing for here in shown):
                    break
                await asyncio.sleep(_PAUSE)
            await pilot.pause()

        return snap_compare(app, run_before=rested, **options)

    return compare


@pytest.fixture
def unwatched(home: Path) -> None:
    """Have changes of the library show by a look alone, for who needs what isn't synced yet."""
    assert home.is_dir()
    file = settings_path()
    file.parent.mkdir(parents=True)
    file.write_text("watch = false\n")


@pytest.fixture
def same_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every search report 4 ms, so that snapshots stay the same."""
    search = Desk.search

    def timed(*arguments: Any, **options: Any) -> Any:
        return replace(search(*arguments, **options), took_ms=4.0)

    monkeypatch.setattr(Desk, "search", timed)


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Give a library of three articles, two of which are on the same story."""
    return write_flood(tmp_path / "flood")


@pytest.fixture
def open_desk(tmp_path: Path) -> Callable[..., Desk]:
    """Give a function that opens a library with an up-to-date index of its own."""

    def opened(library: Path, kind: type[Desk] = Desk) -> Desk:
        desk = kind(library, cache=tmp_path / "cache")
        desk.sync()
        return desk

    return opened
