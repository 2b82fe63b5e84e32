"""The settings in a real terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


def test_a_setting_is_changed_by_keys_and_stands_in_the_file(launch: Launch, home: Path) -> None:
    file = home / ".config" / "diptych" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("# mine\nmemory = 512 # enough\n", "utf-8")
    with launch(columns=100, rows=30) as terminal:
        terminal.wait("5 articles")
        terminal.press("\x10")
        terminal.wait("what do you want to do")
        terminal.press("Settings")
        terminal.wait("see and change them")
        terminal.press("down", "enter")
        terminal.wait("names.pattern")
        terminal.press("j")
        terminal.wait("Megabytes that indexing may take")
        terminal.press("enter")
        terminal.rest()
        terminal.press("300")
        terminal.press("enter")
        terminal.wait("from the next start on")
        assert file.read_text("utf-8") == "# mine\nmemory = 300 # enough\n"
        terminal.press("enter")
        terminal.rest()
        terminal.press("3000")
        terminal.press("enter")
        terminal.wait(r"memory +3000")
        terminal.press("q")
        terminal.rest()
        terminal.wait("enter read")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert b"Traceback" not in bytes(terminal.raw)


def test_word_lists_are_lit_by_a_key_and_counted(launch: Launch, home: Path) -> None:
    file = home / ".config" / "diptych" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[words.players]\nwords = ["diplomat"]\nsign = "§"\n', "utf-8")
    with launch("--search", "pompeo", columns=120, rows=40) as terminal:
        terminal.wait("3 of 5")
        terminal.press("W")
        terminal.wait(r"§ players \d+")
        terminal.press("c")
        terminal.wait(r"§ players \d+:\d+")
        terminal.press("W")
        terminal.wait(lambda text: "players" not in text)
        terminal.press("escape")
        terminal.wait("3 of 5")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert b"Traceback" not in bytes(terminal.raw)
