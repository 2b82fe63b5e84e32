"""Fixtures for the real program in a pseudo-terminal, with a home folder of its own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from terminal import Terminal

from tui.remembered import ShownHints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DIPTYCH = [sys.executable, "-m", "tui"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set a new home folder, away from the user's settings, caches and colours.

    The hints on a comparison were shown, so that none stands before what a test looks for.
    """
    for name in (
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_DATA_HOME",
        "NO_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")
    ShownHints().remember()
    return tmp_path


@pytest.fixture
def launch(home: Path) -> Callable[..., Terminal]:
    """Give a function that runs `diptych` in a `Terminal` of a given size and environment."""
    assert home.is_dir()

    def start(*arguments: str, **options: Any) -> Terminal:
        return Terminal([*DIPTYCH, *arguments], **options)

    return start


@pytest.fixture
def many(home: Path) -> Path:
    """Give a library of so many articles that helping processes read them."""
    library = home / "many"
    library.mkdir()
    for number in range(1500):
        text = f"---\ntitle: Tide {number}\nsource: Pilot {number % 7}\n---\n\n"
        (library / f"{number}.md").write_text(text + "The harbour boat sails. " * 99, "utf-8")
    return library
