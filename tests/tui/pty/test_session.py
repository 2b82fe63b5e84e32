"""A user's session: start, search, read, compare, leave."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from flood import write_flood
from terminal import timeless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

    Launch = Callable[..., Terminal]

SIZES = [(80, 24), (120, 40), (200, 60)]
FIVE = r"5 articles"
FOUND = r"3 of 5 ·"
LINKS = r"\d+ links|link \d+ of \d+"


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "no-colour"])
def test_search_read_compare_and_leave(
    launch: Launch, columns: int, rows: int, environment: dict[str, str]
) -> None:
    with launch(columns=columns, rows=rows, environment=environment) as terminal:
        terminal.wait(FIVE)
        terminal.press("/")
        for letter in "pompeo":
            terminal.press(letter)
        terminal.wait(FOUND)
        terminal.wait("pompeo")
        terminal.press("enter")
        terminal.rest()
        terminal.press("enter")
        terminal.wait(r"match 1 of \d+")
        terminal.press("n", "n")
        terminal.wait(r"match 3 of \d+")
        terminal.press("c")
        terminal.wait(LINKS)
        before = terminal.text
        terminal.press("pagedown")
        terminal.wait(lambda text: text != before)
        terminal.press("escape")
        terminal.wait(r"match 3 of")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert b"Traceback" not in bytes(terminal.raw)


@pytest.mark.parametrize("burst", ["j\rjjj1jj2k", "jjjj\rGhkkk"])
def test_keys_typed_at_once_do_what_one_by_one_they_would(launch: Launch, burst: str) -> None:
    with launch(columns=120, rows=40) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        for key in burst:
            terminal.press(key)
            terminal.rest()
        meant = timeless(terminal.text)
    with launch("--fresh", columns=120, rows=40) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press(burst)
        terminal.wait(lambda text: timeless(text) == meant)


def test_a_letter_typed_right_behind_a_search_is_a_command_again(launch: Launch) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press("/pompeo\r1j?")
        terminal.wait("Among the sources")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("burst", ["/madux\x7fro", "/russia\x15maduro", "*madux\x7fro\r"])
def test_what_deletes_in_a_line_does_so_before_what_is_typed_behind_it(
    launch: Launch, burst: str
) -> None:
    with launch("--fresh", columns=120, rows=40) as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press(burst)
        terminal.wait("any form of maduro")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
def test_leaving_at_once_restores_the_terminal(launch: Launch, key: str) -> None:
    with launch() as terminal:
        terminal.wait("diptych")
        terminal.press(key)
        assert terminal.leave() == 0
        assert terminal.restored


def test_no_colour_means_no_colour(launch: Launch) -> None:
    with launch("--search", "pompeo", environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait(FOUND)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        for parameters in re.findall(rb"\x1b\[([\d;]*)m", bytes(terminal.raw)):
            rgb = re.findall(rb"(?:38|48);2;(\d+);(\d+);(\d+)", parameters)
            assert all(r == g == b for r, g, b in rgb), parameters


def test_opens_on_a_search(launch: Launch) -> None:
    with launch("--search", '"armed forces"', columns=120, rows=40) as terminal:
        terminal.wait(FOUND)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_opens_on_a_comparison(launch: Launch) -> None:
    pair = ["unnamed-site-pompeo-warns-moscow.txt", "al-jazeera-us-diplomats-leave-venezuela.txt"]
    with launch("--compare", *pair, columns=120, rows=40) as terminal:
        terminal.wait(LINKS)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_a_tiny_window_says_so_or_copes(launch: Launch) -> None:
    with launch(columns=40, rows=10) as terminal:
        terminal.wait(r"too small|5 articles")
        terminal.resize(100, 30)
        terminal.wait(FIVE)
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_resizing_keeps_the_place(launch: Launch) -> None:
    with launch("--search", "guaido", columns=120, rows=40) as terminal:
        terminal.wait(r"5 of 5 ·")
        terminal.press("enter")
        terminal.wait(r"match 1 of")
        terminal.press("n")
        terminal.wait(r"match 2 of")
        for size in ((80, 24), (200, 60), (60, 20), (120, 40)):
            terminal.resize(*size)
        terminal.rest()
        terminal.wait(r"match 2 of")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused_kindly(launch: Launch, term: str) -> None:
    with launch(environment={"TERM": term}) as terminal:
        assert terminal.leave() == 2
        lines = bytes(terminal.raw).decode().strip().splitlines()
        assert len(lines) == 1
        assert lines[0].startswith("diptych: ")
        assert "\x1b" not in lines[0]


def test_without_a_terminal_the_reader_refuses_kindly(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui"], env={**os.environ, "HOME": str(home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert re.fullmatch(r"diptych: .+\n", done.stderr)


def test_a_closed_standard_output_is_no_crash(home: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m tui >&-'], env={**os.environ, "HOME": str(home)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in {2, 3}
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_from_a_match_to_all_uses_of_its_word_to_a_passage_and_back(launch: Launch) -> None:
    with launch("--search", "sanctions", columns=100, rows=30) as terminal:
        terminal.wait(r"4 of 5 ·")
        terminal.press("enter", "n")
        terminal.wait(r"match 1 of")
        terminal.press("*")
        terminal.wait(r"7 uses in 4 articles")
        terminal.wait(r"1 of 7")
        terminal.press("v")
        terminal.wait(r"─ Press TV · 4 ─")
        terminal.press("j", "enter")
        terminal.wait(r"match \d of \d")
        terminal.press("escape")
        terminal.wait(r"2 of 7")
        terminal.press("escape")
        terminal.wait(r"4 of 5 ·")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert b"Traceback" not in bytes(terminal.raw)


def test_from_a_row_to_the_versions_of_its_story_and_back(launch: Launch, home: Path) -> None:
    library = write_flood(home / "flood")
    with launch("--search", "marlow", str(library), columns=100, rows=30) as terminal:
        terminal.wait(r"\+1")
        terminal.press("V")
        terminal.wait(r"2 versions · 2 sources")
        terminal.wait("you came from here")
        terminal.press("x")
        terminal.wait(r"No other article was found to tell this story")
        terminal.press("U")
        terminal.wait(r"2 versions")
        terminal.press("escape")
        terminal.wait(r"2 of 3 ·")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored
        assert b"Traceback" not in bytes(terminal.raw)


def test_killed_it_continues_where_it_was(launch: Launch) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press("/pompeo\r")
        terminal.wait(FOUND)
        terminal.rest()
        terminal.press("jc")
        terminal.wait(LINKS)
        time.sleep(2)  # no more than that may be lost
    # Leaving the terminal has killed it.
    with launch() as terminal:
        terminal.wait(LINKS)
        terminal.press("\x1b")
        terminal.wait(FOUND)
        terminal.wait(r"2 of 3")
    with launch("--fresh") as terminal:
        terminal.wait(FIVE)
        assert "pompeo" not in terminal.text.splitlines()[0]
