"""Linear mode in a real terminal: what is written on a key is only what changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]

BOXES = re.compile("[\u2500-\u259f]")


def written(terminal: Terminal, *keys: str) -> str:
    """Press keys and give what is written then."""
    before = len(terminal.raw)
    terminal.press(*keys)
    terminal.rest()
    return bytes(terminal.raw[before:]).decode()


def said(terminal: Terminal) -> str:
    return terminal.text.splitlines()[-1].rstrip()


def test_a_key_writes_only_what_changed_and_the_last_line_says_it(launch: Launch) -> None:
    with launch("--linear") as terminal:
        terminal.wait("5 articles")
        terminal.wait("1 of 5 · ")
        terminal.rest()
        assert not BOXES.search(terminal.text)
        moved = written(terminal, "j")
        assert len(moved) < 250
        assert "All US diplomats" in moved
        assert "Pompeo on Latin America" in terminal.text  # which stays as it was
        assert "Pompeo on Latin America" not in moved
        assert said(terminal).startswith("2 of 5 · ")
        assert written(terminal, "N") == "" or len(said(terminal)) > 0
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert not BOXES.search(bytes(terminal.raw).decode())


def test_the_same_commands_read_mark_find_and_compare(launch: Launch) -> None:
    with launch("--linear", "--search", "pompeo") as terminal:
        terminal.wait(r"1 of 3 · ")
        terminal.rest()
        terminal.press("enter")
        terminal.wait(r"match 1 of \d+")
        terminal.rest()
        assert "Sources" not in terminal.text
        marked = written(terminal, ".")
        assert ">" in marked
        assert "\x1b[2J" not in marked
        typed = written(terminal, "/")
        assert "search" in said(terminal).lower()
        assert "\x1b[2J" not in typed
        terminal.press("\x1b")
        terminal.rest()
        terminal.press("c")
        terminal.wait(r"Pompeo.*\n", 30)
        terminal.rest()
        assert not BOXES.search(terminal.text)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_what_is_told_stands_in_the_last_line(launch: Launch) -> None:
    with launch("--linear") as terminal:
        terminal.wait("1 of 5 · ")
        terminal.rest()
        terminal.press("m")
        terminal.wait("press m on another article")
        terminal.rest()
        assert said(terminal).startswith("Marked")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_a_new_size_draws_all_again(launch: Launch) -> None:
    with launch("--linear") as terminal:
        terminal.wait("1 of 5 · ")
        terminal.rest()
        terminal.resize(100, 30)
        terminal.rest()
        assert "5 articles" in terminal.text.splitlines()[0]
        assert said(terminal)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("value", ["true", "false"])
def test_the_setting_does_as_the_option(launch: Launch, home: Path, value: str) -> None:
    file = home / ".config" / "diptych" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f"linear = {value}\n", "utf-8")
    with launch() as terminal:
        terminal.wait("5 articles")
        terminal.rest()
        assert bool(BOXES.search(terminal.text)) is (value == "false")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
