"""Notes and tags in the real program, while another one looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paper import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


@pytest.fixture
def library(home: Path) -> Path:
    for number in range(1, 4):
        put(home / "library", f"{number}.md", number)
    return home / "library"


def test_a_note_is_seen_by_another_reader_and_found_again_in_the_list(
    launch: Launch, library: Path
) -> None:
    with launch(str(library), columns=120) as one, launch(str(library), columns=120) as other:
        for terminal in (one, other):
            terminal.wait("3 articles|another diptych")
            terminal.wait("The harbour board")
            terminal.rest()
        for key in ("enter", ".", "."):
            one.press(key)
        one.wait("▌")
        one.press("a")
        one.wait("ctrl\\+s keep")
        for letter in "Who":
            one.press(letter)
        one.press("ctrl+s")
        one.wait("✎ Who")
        other.wait("✎")
        one.press("M")
        one.wait("1 note ")
        one.wait("“Captain Ida Holm 1")
        one.press("enter")
        one.rest()
        one.wait("▌.*Captain Ida Holm|▌that the older")
        one.press("ctrl+o")
        one.rest()
        one.wait("1 note ")
        one.press("x")
        one.wait("There are no notes yet")
        for terminal in (one, other):
            terminal.press("ctrl+q")
            assert terminal.leave() == 0
            assert terminal.restored
