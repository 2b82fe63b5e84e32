"""An archive fails while it is read: what is wrong is said, what was there stays, and it heals by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from archive_perils import PERILS
from false_archive import false_archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from archive_perils import Peril
    from terminal import Terminal

HEADLINE = "Harbour strike ends"


def settings(home: Path, address: object) -> None:
    folder = home / ".config" / "diptych"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(
        f'[archives.desk]\naddress = "{address}"\ntimeout = 1\n', "utf-8"
    )


def gone(said: str) -> Callable[[str], bool]:
    return lambda screen: said not in screen and HEADLINE in screen


def search_until(terminal: Terminal, letter: str, said: str) -> None:
    """Type a letter until something is said: what an archive is is believed for a second."""
    for _ in range(9):
        terminal.press(letter)
        try:
            terminal.wait(said, 4)
        except TimeoutError:
            terminal.press("backspace")
            continue
        return
    terminal.wait(said)


@pytest.mark.parametrize("part", range(3))
def test_each_fault_is_said_and_passes(
    launch: Callable[..., Terminal], home: Path, part: int
) -> None:
    perils: tuple[Peril, ...] = PERILS[part::3]
    with false_archive() as archive:
        settings(home, archive.address)
        with launch("desk", columns=160, rows=30) as terminal:
            terminal.wait(HEADLINE)
            terminal.rest()
            terminal.press("/")
            for number, peril in enumerate(perils):
                archive.recover()
                peril.befall(archive)
                search_until(terminal, "harbour"[number], re.escape(peril.said))
                assert HEADLINE in terminal.text, peril.name
                archive.recover()
                terminal.wait(gone(peril.said))
                terminal.rest()
            terminal.press("ctrl+q")
            assert terminal.leave() == 0


def test_an_archive_that_is_down_at_the_start_is_opened_once_it_is_up(
    launch: Callable[..., Terminal], home: Path
) -> None:
    with false_archive() as archive:
        settings(home, archive.address)
        archive.answers = [(503, b"oops")]
        with launch("desk", columns=160, rows=30) as terminal:
            terminal.wait("it failed: oops")
            archive.recover()
            terminal.wait(HEADLINE)
            terminal.wait(gone("oops"))
            terminal.press("ctrl+q")
            assert terminal.leave() == 0


def test_nobody_there_and_nobody_trusted_is_said(
    launch: Callable[..., Terminal], home: Path
) -> None:
    with false_archive(tls=True) as archive:
        settings(home, archive.address)
        with launch("desk", columns=160, rows=30) as terminal:
            terminal.wait("certificate isn't trusted")
            terminal.press("ctrl+q")
            assert terminal.leave() == 0
        with launch("desk", "--insecure", columns=160, rows=30) as terminal:
            terminal.wait(HEADLINE)
            terminal.wait("not verified")
            terminal.press("ctrl+q")
            assert terminal.leave() == 0
    with launch("desk", columns=160, rows=30) as terminal:
        terminal.wait("connection was refused")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
    with launch("opensearch://nowhere.invalid/news", columns=160, rows=30) as terminal:
        terminal.wait("there is no such host")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0


def test_while_an_answer_is_late_the_one_before_stays_and_that_is_said(
    launch: Callable[..., Terminal], home: Path
) -> None:
    with false_archive() as archive:
        settings(home, archive.address)
        with launch("desk", columns=160, rows=30) as terminal:
            terminal.wait(HEADLINE)
            terminal.rest()
            archive.late = 0.8
            terminal.press("/")
            terminal.press("h")
            terminal.wait("asking the archive")
            assert HEADLINE in terminal.text
            archive.recover()
            terminal.wait(gone("asking the archive"))
            terminal.press("ctrl+q")
            assert terminal.leave() == 0


@pytest.mark.parametrize("part", range(3))
def test_each_fault_of_a_verb_is_one_line_with_exit_code_3(
    launch: Callable[..., Terminal], home: Path, part: int
) -> None:
    with false_archive() as archive:
        settings(home, archive.address)
        for peril in PERILS[part::3]:
            archive.recover()
            peril.befall(archive)
            with launch("search", "harbour", "desk", columns=240, rows=10) as terminal:
                terminal.wait(re.escape(f"diptych: {archive.address}: {peril.said}"))
                assert terminal.leave() == 3, peril.name
                (line,) = filter(None, map(str.strip, terminal.text.splitlines()))
                assert line.startswith("diptych: "), peril.name


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("opensearch://127.0.0.1:1/news", "nothing answers there: the connection was refused"),
        ("opensearch://nowhere.invalid/news", "there is no such host"),
    ],
)
def test_nobody_there_is_one_line_with_exit_code_3(
    launch: Callable[..., Terminal], address: str, said: str
) -> None:
    with launch("search", "harbour", address, columns=200, rows=10) as terminal:
        terminal.wait(said)
        assert terminal.leave() == 3
