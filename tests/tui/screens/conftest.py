from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flood import write_flood

from search import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Give a library of three articles, two of which tell one story."""
    return write_flood(tmp_path / "flood")


@pytest.fixture
def open_desk(tmp_path: Path) -> Callable[..., Desk]:
    """Give a way to open a library with an index of its own, up to date."""

    def opened(library: Path, kind: type[Desk] = Desk) -> Desk:
        desk = kind(library, cache=tmp_path / "cache")
        desk.sync()
        return desk

    return opened
