"""A data folder that takes nothing: nothing typed is lost, and it is told once, in one line."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from disks import OWN_DISKS
from paper import put
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

# Runs the program on a disk of its own for what it keeps, which takes something once a file is there;
# afterwards it lists the notes. The first start makes the database.
RUN = """
data=$HOME/.local/share/diptych
mkdir -p "$data"
mount -t tmpfs -o size=2m tmpfs "$data" || exit 9
"$0" -m tui mark 1.md --star --library "$HOME/library" || exit 8
{refuse}
(while [ ! -e "$HOME/room" ]; do sleep 0.1; done; {allow}; touch "$HOME/made") &
"$0" -m tui "$HOME/library"
code=$?
"$0" -m tui notes --library "$HOME/library" > "$HOME/notes"
touch "$HOME/room"
wait
exit $code
"""
HOW = {
    "full": (
        'cat /dev/zero > "$data/filling" 2>/dev/null',
        'rm "$data/filling"',
        "the disk is full",
    ),
    "read-only": (
        # What wrote last may still be about to close its files.
        'until mount -o remount,ro "$data" 2>/dev/null; do sleep 0.1; done',
        'mount -o remount,rw "$data"',
        "its folder can't be written",
    ),
}


def start(how: str) -> Terminal:
    refuse, allow, _ = HOW[how]
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    script = RUN.format(refuse=refuse, allow=allow)
    return Terminal([*command, script, sys.executable], columns=120, rows=40)


def toasts(terminal: Terminal) -> str:
    """Give what the toasts on screen say, wherever their lines are broken."""
    rows = [
        row.rpartition("▌")[2].rstrip(" │┃") for row in terminal.text.splitlines() if "▌" in row
    ]
    return re.sub(r"\s+", " ", " ".join(rows))


def dialog(terminal: Terminal) -> str:
    """Give what the dialog on the first article says, wherever its lines are broken."""
    rows = terminal.text.splitlines()
    top = next((row for row in rows if "╭─ Marlow 1 " in row), "")
    left = top.find("╭─ Marlow 1 ")
    inner = [row[left + 1 : top.find("╮", left)] for row in rows] if top else []
    return re.sub(r"\s+", " ", " ".join(inner))


@pytest.fixture
def library(home: Path) -> Path:
    for number in range(1, 4):
        put(home / "library", f"{number}.md", number)
    return home / "library"


@OWN_DISKS
@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("how", HOW)
def test_a_note_is_there_until_it_can_be_kept(home: Path, how: str) -> None:
    with start(how) as terminal:
        terminal.wait("3 articles")
        terminal.wait("★")  # what was kept before is known
        terminal.rest()
        terminal.press("a")
        terminal.wait("ctrl\\+s keep")
        terminal.press("Who counted them?")
        terminal.wait("Who counted them")
        terminal.press("ctrl+s")
        terminal.wait(
            lambda _: re.search(f"Not kept: .*{HOW[how][2]}", dialog(terminal)) is not None
        )
        terminal.wait("Who counted them")
        terminal.rest()
        terminal.press("ctrl+q")
        terminal.wait("the same key again drops")
        terminal.rest()
        (home / "room").touch()
        terminal.wait(lambda _: (home / "made").exists())
        terminal.press("ctrl+s")
        terminal.wait("✎")
        terminal.rest()
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert b"Traceback" not in bytes(terminal.raw)
    assert "Who counted them?" in (home / "notes").read_text("utf-8")


@OWN_DISKS
@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("how", HOW)
def test_what_fails_at_each_key_is_told_once_and_the_reader_goes_on(home: Path, how: str) -> None:
    with start(how) as terminal:
        terminal.wait("3 articles")
        terminal.wait("★")
        terminal.rest()
        told = []
        for key in ("u", "s", "u", "s"):
            terminal.press(key)
            terminal.rest()
            told.append(toasts(terminal).count(HOW[how][2]))
        assert max(told) == 1, (told, terminal.text)
        terminal.press("/")
        terminal.press("captain")
        terminal.wait("3 of 3")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert b"Traceback" not in bytes(terminal.raw)
    assert (home / "notes").exists()
