"""Taking an article out in a real terminal: to a file, a command, an editor."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]


@pytest.fixture
def library(home: Path) -> Path:
    folder = home / "library"
    folder.mkdir()
    (folder / "one.md").write_text("---\ntitle: One\nsource: A\n---\n\nA horse crossed.\n")
    (folder / "many.jsonl").write_text(
        '{"title": "Two", "text": "A cow crossed the river at noon."}\n'
        '{"title": "Three", "text": "A sheep crossed the river at night."}\n'
    )
    return folder


def begin(terminal: Terminal, *keys: str) -> None:
    terminal.wait("3 articles")
    terminal.rest()
    terminal.press(*keys)


def leave(terminal: Terminal) -> None:
    terminal.rest()
    terminal.press("ctrl+q")
    assert terminal.leave() == 0
    assert terminal.restored
    assert terminal.deserted()


def test_what_was_found_is_written_to_a_file(launch: Launch, library: Path, home: Path) -> None:
    with launch(str(library), "--search", "horse") as terminal:
        terminal.wait("A horse crossed")
        terminal.rest()
        terminal.press("e")
        terminal.wait("Take out")
        terminal.press("right", "down", "down", "home", "~/", "enter")
        terminal.wait("Wrote 1 article as HTML")
        leave(terminal)
    assert '<h2 dir="auto">One</h2>' in (home / "horse.html").read_text()


def test_a_command_has_the_terminal_until_a_key_is_pressed(launch: Launch, library: Path) -> None:
    with launch(str(library), "--search", "horse", controlling=True) as terminal:
        terminal.wait("A horse crossed")
        terminal.rest()
        terminal.press("|")
        terminal.wait("Give the article to a command")
        terminal.press("tr a-z A-Z; exit 7", "enter")
        terminal.wait("A HORSE CROSSED.")
        terminal.wait("it failed: exit code 7")
        terminal.press("x")
        terminal.wait("” failed: exit")
        terminal.wait("A horse crossed")
        leave(terminal)


def test_a_command_is_broken_off_without_ending_the_reader(launch: Launch, library: Path) -> None:
    with launch(str(library), "--search", "horse", controlling=True) as terminal:
        terminal.wait("A horse crossed")
        terminal.rest()
        terminal.press("|")
        terminal.wait("Give the article to a command")
        terminal.press("printf BE%s GUN; sleep 600", "enter")
        terminal.wait("BEGUN")
        terminal.rest()
        terminal.press("ctrl+c")
        terminal.wait("any key goes back")
        terminal.press("ctrl+q")
        terminal.wait("A horse crossed")
        leave(terminal)


def test_an_article_in_a_container_is_edited_at_its_line(
    launch: Launch, library: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = home / "vi"
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "text = open(sys.argv[2]).read()\n"
        "open(sys.argv[2], 'w').write(text.replace('A sheep', f'A zebra after {sys.argv[1]}'))\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    with launch(str(library), "--search", "sheep") as terminal:
        terminal.wait("A sheep crossed")
        terminal.rest()
        terminal.press("E")
        terminal.rest()
        terminal.press("/", "zebra", "enter")
        terminal.wait("A zebra after \\+2 crossed")
        leave(terminal)
