"""Unexpected ends restore the terminal."""

from __future__ import annotations

import os
import re
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIVE = r"5 articles"
# The program with one defect in it, in the thread that reads articles or where keys are heard.
BROKEN = """
import sys
from search import Desk
from tui.screens.library.screen import LibraryScreen

def broken(*_, **__):
    raise RuntimeError("a defect [red]" + "of many words " * 20)

if sys.argv.pop() == "worker":
    Desk.read = broken
else:
    LibraryScreen.action_sort = broken
from tui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal(launch: Callable[..., Terminal], number: int) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        os.kill(terminal.process.pid, number)
        assert terminal.leave() == 128 + number
        assert terminal.restored


def test_stopping_restores_the_terminal_and_going_on_draws_anew(
    launch: Callable[..., Terminal],
) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.stop()
        terminal.wait(lambda _: terminal.restored)
        terminal.screen.reset()
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait(FIVE)
        terminal.press("q")
        assert terminal.leave() == 0
        assert terminal.restored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_a_verb_restores_the_terminal(
    launch: Callable[..., Terminal], many: Path, number: signal.Signals
) -> None:
    with launch("index", str(many)) as terminal:
        terminal.wait(r"\d/1500")
        os.kill(terminal.process.pid, number)
        assert terminal.leave() == 128 + number
        assert terminal.restored
        ended = "interrupted" if number == signal.SIGINT else f"ended by {number.name}"
        assert bytes(terminal.raw).endswith(f"diptych: {ended}\r\n".encode())
        assert terminal.deserted()
    with launch("index", str(many)) as terminal:
        assert terminal.leave() == 0
        assert b": 1,500 articles" in bytes(terminal.raw)


def test_stopping_a_verb_gives_the_terminal_back_for_the_while(
    launch: Callable[..., Terminal], many: Path
) -> None:
    with launch("index", str(many)) as terminal:
        terminal.wait(r"\d/1500")
        assert not terminal.restored
        terminal.stop()
        terminal.wait(lambda _: terminal.restored)
        os.kill(terminal.process.pid, signal.SIGCONT)
        assert terminal.leave() == 0
        assert terminal.restored


HANGING = """
import sys, time
from search import Desk

def hang(*_, **__):
    while True:
        time.sleep(1)  # as on a disk that no longer answers

Desk.sync = hang
from tui.__main__ import main
sys.exit(main())
"""


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("how", ["q", "signal", "gone"])
def test_what_hangs_does_not_keep_the_program_from_ending(how: str) -> None:
    with Terminal([sys.executable, "-c", HANGING]) as terminal:
        terminal.wait("Looking for articles")
        terminal.rest()
        if how == "q":
            terminal.press("q")
        elif how == "signal":
            os.kill(terminal.process.pid, signal.SIGTERM)
        else:
            terminal.vanish()
        codes = {"q": 0, "signal": 128 + signal.SIGTERM, "gone": 128 + signal.SIGHUP}
        assert terminal.leave() == codes[how]
        assert how == "gone" or terminal.restored


@pytest.mark.parametrize("where", ["worker", "key"])
def test_a_defect_is_one_line_and_a_report(home: Path, where: str) -> None:
    with Terminal([sys.executable, "-c", BROKEN, where]) as terminal:
        if where == "key":
            terminal.wait(FIVE)
            terminal.press("S")
        assert terminal.leave() == 3
        assert terminal.restored
        raw = bytes(terminal.raw)
        assert b"Traceback" not in raw
        said = raw.rpartition(b"\x1b[?1049l")[2].decode()
        said = re.sub(r"\x1b\[[?>=<\d;]*[a-zA-Z]", "", said)
        (line,) = [line for line in said.splitlines() if line.strip()]
        match = re.fullmatch(r"diptych: unexpected error: .+ is in (\S+\.txt)", line.strip())
        assert match, line
        reports = list(home.rglob("reports/*.txt"))
        assert [str(path) for path in reports] == [match[1]]
        assert "Traceback" in reports[0].read_text(encoding="utf-8")
