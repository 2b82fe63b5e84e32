"""Unexpected ends restore the terminal."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from random import Random
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
        terminal.press("ctrl+q")
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
            terminal.press("ctrl+q")
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


SIGNALS = [
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1),
    *(signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGABRT),
]
PLACES = ["c", "A", "*", "?", "/", "C", "V", "enter", "ctrl+p", "i"]
"""Keys that open something."""


@pytest.mark.parametrize("seed", range(20))
def test_a_signal_at_any_moment_is_an_end_in_order(
    launch: Callable[..., Terminal], home: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - for tests
    number = SIGNALS[seed % len(SIGNALS)]
    with launch() as terminal:
        if seed % 5:
            terminal.wait(FIVE)
            terminal.rest()
            terminal.press("enter")
            terminal.rest()
            terminal.press(*random.choices(PLACES, k=random.choice([1, 1, 2])))
        else:
            terminal.wait(lambda _: b"\x1b[?1049h" in terminal.raw)
        terminal.settle(random.uniform(0, 0.06), seconds=random.uniform(0.001, 0.06))
        os.kill(terminal.process.pid, number)
        assert terminal.leave() == 128 + number
        assert terminal.restored
        assert terminal.deserted()
        assert b"diptych:" not in bytes(terminal.raw)
        assert b"Traceback" not in bytes(terminal.raw)
    assert not list(home.rglob("reports/*.txt"))


def test_going_on_without_a_stop_changes_nothing(launch: Callable[..., Terminal]) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        for _ in range(3):
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.rest()
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_stopped_and_continued_again_and_again(launch: Callable[..., Terminal]) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        for number in (signal.SIGTSTP, signal.SIGSTOP, signal.SIGTSTP, signal.SIGSTOP):
            terminal.press("j", "?", "escape")
            terminal.stop(number)
            os.kill(terminal.process.pid, signal.SIGCONT)
            terminal.screen.reset()
            terminal.wait(r"\? help|esc")
        terminal.stop()
        terminal.wait(lambda _: terminal.restored)
        os.kill(terminal.process.pid, signal.SIGTERM)
        os.kill(terminal.process.pid, signal.SIGCONT)
        assert terminal.leave() == 128 + signal.SIGTERM
        assert terminal.restored
        assert terminal.deserted()


def test_ctrl_z_where_no_shell_waits_changes_nothing(launch: Callable[..., Terminal]) -> None:
    with launch(controlling=True) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press("ctrl+z")
        terminal.rest()
        terminal.screen.reset()
        terminal.press("?")
        terminal.wait("Help")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def alone(shell: int) -> bool:
    """Tell whether a shell has nothing running or stopped."""
    asked = ["ps", "-o", "pid=", "-s", str(shell)]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False)
    return listed.stdout.split() == [str(shell)]


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell with job control is needed")
@pytest.mark.parametrize("end", ["fg", "kill %1; fg", "bg; sleep .5; kill %1"])
def test_ctrl_z_gives_the_terminal_back_to_the_shell(home: Path, end: str) -> None:
    assert home.is_dir()
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    with Terminal(shell, controlling=True, environment={"PS1": "READY> "}) as terminal:
        terminal.wait("READY>")
        terminal.press(f"{sys.executable} -m tui\r")
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press("ctrl+z")
        terminal.wait(r"Stopped")
        terminal.wait(lambda _: terminal.raw.endswith(b"READY> "))
        assert terminal.restored
        terminal.screen.reset()
        terminal.press(f"{end}\r")
        if end == "fg":
            terminal.wait(FIVE)
            terminal.rest()
            terminal.press("ctrl+q")
        terminal.wait(lambda _: alone(terminal.process.pid))
        terminal.wait(lambda _: terminal.raw.endswith(b"READY> "))
        terminal.press("exit 7\r")
        assert terminal.leave() == 7
        assert terminal.restored
        assert terminal.deserted()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGBUS])
def test_an_end_without_a_chance_leaves_the_terminal_as_it_was(
    launch: Callable[..., Terminal], number: signal.Signals
) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        os.kill(terminal.process.pid, number)
        assert terminal.leave() == -number
        assert terminal.deserted()
        terminal.wait(lambda _: terminal.restored)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded otherwise elsewhere")
@pytest.mark.parametrize(
    ("kilobytes", "words"),
    [
        *((room, words) for room in (60_000, 199_000) for words in ("search pompeo", "doctor")),
        *((room, "") for room in (60_000, 199_000, 300_000, 799_000)),
    ],
)
def test_without_room_to_begin_it_ends_in_one_line(home: Path, kilobytes: int, words: str) -> None:
    assert home.is_dir()
    bounded = f"ulimit -v {kilobytes}; exec {sys.executable} -m tui {words}"
    with Terminal(["sh", "-c", bounded], columns=120) as terminal:
        assert terminal.leave() == 3
        assert terminal.restored
        (said,) = (line for line in terminal.text.split("\n") if line.strip())
        assert said.startswith("diptych: too little memory: ")
