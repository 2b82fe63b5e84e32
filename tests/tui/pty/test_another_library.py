"""Going from one library to another, and back, in the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paper import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal


def test_another_library_is_opened_and_the_first_one_again(
    launch: Callable[..., Terminal], home: Path
) -> None:
    for name, articles in (("river", 2), ("harbour", 3)):
        for number in range(articles):
            put(home / name, f"{number}.md", number)
    with launch(str(home / "river"), columns=100, rows=30) as terminal:
        terminal.wait("2 articles")
        terminal.rest()
        terminal.press("ctrl+p")
        terminal.wait("what do you want to do")
        terminal.press(*"another library")
        terminal.rest()
        terminal.press("enter")
        terminal.wait("letters of one you opened")
        terminal.rest()
        terminal.press(*str(home / "harbour"))
        terminal.rest()
        terminal.press("enter")
        terminal.wait("3 articles")
        terminal.rest()
        terminal.press("ctrl+p")
        terminal.rest()
        terminal.press(*"another library")
        terminal.rest()
        terminal.press("enter")
        terminal.wait("river")
        terminal.rest()
        terminal.press("enter")
        terminal.wait("2 articles")
        terminal.rest()
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
