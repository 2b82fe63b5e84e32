"""What can happen to a terminal while it is used."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest
from terminal import PATIENCE, Terminal, timeless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Launch = Callable[..., Terminal]

FIVE = r"5 articles"
# The program, interrupted by the next size while it tells one: it tells the older one last.
INTERRUPTED = """
import sys, time
from textual.drivers.linux_driver import LinuxDriver

size_now = LinuxDriver._get_terminal_size

def size_before(driver):
    size = size_now(driver)
    time.sleep(0.2)
    return size

LinuxDriver._get_terminal_size = size_before
from tui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("controlling", [True, False], ids=["told", "not-told"])
@pytest.mark.parametrize("when", ["idle", "while-indexing"])
def test_a_terminal_that_is_gone_ends_the_program_and_its_helpers(
    launch: Launch, many: Path, controlling: bool, when: str
) -> None:
    library = many if when == "while-indexing" else None
    with launch(*([str(library)] if library else []), controlling=controlling) as terminal:
        terminal.wait(r"\d of 1,500" if library else FIVE)
        if library is None:
            terminal.rest()
        terminal.vanish()
        assert terminal.leave() == 128 + signal.SIGHUP
        assert terminal.deserted()
    if library:
        with launch(str(library)) as terminal:
            terminal.wait(r"1,500 articles", seconds=60)
            terminal.press("q")
            assert terminal.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_indexing_leaves_no_helper_behind(
    launch: Launch, many: Path, number: int
) -> None:
    with launch(str(many)) as terminal:
        terminal.wait(r"\d of 1,500")
        os.kill(terminal.process.pid, number)
        assert terminal.leave() == 128 + number
        assert terminal.restored
        assert terminal.deserted()


def test_a_storm_of_sizes_down_to_one_cell_and_back(launch: Launch) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        before = timeless(terminal.text)
        for step in range(200):
            share = abs(100 - step) / 100
            terminal.resize(max(1, int(80 * share)), max(1, int(24 * share)))
        terminal.resize(80, 24)
        terminal.wait(lambda text: timeless(text) == before)
        terminal.press("q")
        assert terminal.leave() == 0
        assert terminal.restored


@pytest.mark.usefixtures("home")
def test_the_last_size_counts_in_whatever_order_sizes_are_told() -> None:
    with Terminal([sys.executable, "-c", INTERRUPTED], columns=100, rows=30) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        for size in ((120, 40), (60, 20), (80, 24)):
            terminal.resize(*size)
            time.sleep(0.02)
        terminal.wait(lambda text: text.splitlines()[-1].rstrip().endswith("q quit"))
        terminal.rest()
        assert "q quit" in terminal.text.splitlines()[-1]
        terminal.press("q")
        assert terminal.leave() == 0


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (300, 1), (39, 10)])
def test_a_window_without_room_keeps_still_and_can_be_left(
    launch: Launch, columns: int, rows: int
) -> None:
    with launch(columns=columns, rows=rows) as terminal:
        terminal.wait(lambda text: "D" in text)
        terminal.rest()
        terminal.press("q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_a_terminal_that_takes_nothing_more_does_not_keep_the_program(launch: Launch) -> None:
    with launch(columns=200, rows=60) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        for _ in range(400):
            terminal.press("j", "k")
            time.sleep(0.005)
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGTERM
        assert terminal.deserted()


def test_half_of_a_wide_sign_is_a_space_in_what_tests_read() -> None:
    halves = r"委内 old\x1b[1;1H|\x1b[1;4H|\n\ndone"
    with Terminal([sys.executable, "-c", f"print('{halves}', flush=True); input()"]) as terminal:
        terminal.wait("done")
        assert terminal.text.splitlines()[0].rstrip() == "| 内| old"
