"""The versions of an article in the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from versions import bring_in_of_old

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


def test_versions_are_told_listed_compared_and_come_back_to(launch: Launch, home: Path) -> None:
    (home / "aside").mkdir()
    library = bring_in_of_old(home / "aside", home / "library")
    with launch(str(library), columns=120) as terminal:
        terminal.wait("2 earlier versions")
        terminal.rest()
        terminal.press("v")
        terminal.wait("3 versions")
        terminal.wait("passages: 2 removed")
        terminal.press("enter")
        terminal.wait("version 3, 7 Mar 2024")
        terminal.rest()
        terminal.press("K")
        terminal.wait("version 1, 5 Mar 2024")
        terminal.rest()
        terminal.press("}")
        terminal.wait("≈ replaced")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
    with launch(str(library), columns=120) as terminal:
        terminal.wait("version 1, 5 Mar 2024")
        terminal.press("escape")
        terminal.wait("3 versions")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
